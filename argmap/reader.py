"""A map file to an argument map: names resolved, nested and flat made one, every error at its line."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from argmap.authored import AuthoredSource, AuthoredView
from argmap.drafts import ClaimDraft, Drafts, InferenceDraft, Mention, collect
from argmap.model import ArgumentMap, Citation, Claim, Inference, Source, View
from argmap.names import nearest, unused
from argmap.naming import Names, name_drafts
from argmap.order import in_order
from argmap.positions import Positions
from argmap.problems import Place, Problem, error
from argmap.repeats import with_repeats
from argmap.schemes import SCHEMES
from argmap.slips import quoted
from argmap.source import Document, parse
from argmap.tree import Mapping, Node, Sequence
from argmap.validation import Authored, is_stand_in, validate

_COMPARISONS = 100_000
"""How many names are held against misspelt ones, at most: a hint is not worth a wait."""
_NAMED = 12
"""How many tags a hint lists, at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave: the map (none where there is no argument to speak of), places and problems."""

    document: Document
    map: ArgumentMap | None
    positions: Positions
    problems: tuple[Problem, ...]


def read_file(path: Path) -> Reading:
    """Read a map file.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    return read(path.read_bytes(), str(path))


def read(content: bytes | str, file: str) -> Reading:
    """Read a map; every fault becomes a problem, none an exception."""
    document = parse(content, file)
    if document.root is None and document.problems:
        return Reading(document, None, Positions(), _sorted(document.problems))
    root = document.root
    if isinstance(root, Mapping) and any(problem.code == "duplicate-key" for problem in document.problems):
        root = with_repeats(root)
    authored = validate(root, file)
    drafts = collect(authored, file)
    names = name_drafts(drafts, file)
    resolver = _Resolver(file, authored, drafts, names)
    found = resolver.resolve()
    problems = (*document.problems, *authored.problems, *drafts.problems, *names.problems, *resolver.problems)
    return Reading(document, found, resolver.positions, _sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of the file; what aliases repeat is said once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


@dataclass(slots=True)
class _Resolver:
    """Turns every mention into the claim that it means, and drafts into models."""

    file: str
    authored: Authored
    drafts: Drafts
    names: Names
    problems: list[Problem] = field(default_factory=list)
    inferences: list[Inference] = field(default_factory=list)
    positions: Positions = field(default_factory=Positions)
    known: dict[str, ClaimDraft] = field(default_factory=dict)
    compared: int = 0

    def resolve(self) -> ArgumentMap | None:
        """Make the map; none where no claim could be read."""
        self.positions.owners.update(self.names.places)
        self.known.update(self.names.claims)
        thesis = self._thesis()
        for name, draft in list(self.names.claims.items()):
            for inference in draft.bearing:
                self._inference(inference, name)
        sources = tuple(self._sources())
        claims = [self._claim(name, draft) for name, draft in self.names.claims.items()]
        ordered_claims, ordered_inferences = in_order(thesis, claims, self.inferences)
        written = self.authored.map
        found = ArgumentMap(
            title=written.title,
            author=written.author,
            date=written.date,
            note=written.note,
            language=written.language,
            thesis=thesis,
            claims=ordered_claims,
            inferences=ordered_inferences,
            sources=sources,
            views=tuple(self._views()),
            steps=tuple(self._steps()),
            ignore=tuple(written.ignore),
        )
        return None if all(is_stand_in(claim.text) for claim in claims) else found

    def _thesis(self) -> str:
        """Find the thesis, and give it what bears on it."""
        if mention := self.drafts.thesis:
            name = self._mentioned(mention, mention.place)
        else:
            written = self.authored.root.by_key.get("thesis")
            place = written.key.place if written else Place()
            hint = 'add "thesis: " and the claim that the map is about'
            self._report("no-thesis", place, "the map has no thesis", hint)
            name = self.names.stand_in("thesis", place)
        self._bear_on_thesis(self.names.claims[name])
        return name

    def _bear_on_thesis(self, draft: ClaimDraft) -> None:
        """Add what the top level says of the thesis; it may not be said at the claim too."""
        root = self.authored.root
        for key in ("because", "but"):
            if key in root.by_key and isinstance(draft.node, Mapping) and key in draft.node.by_key:
                first, second = sorted(m.by_key[key].key.place for m in (root, draft.node))
                message = f'"{key}" is given for the thesis here and in line {first.line}'
                self._report("duplicate-key", second, message, "move all its items to one of the two places")
        draft.bearing = sorted([*self.drafts.bearing_on_thesis, *draft.bearing], key=lambda item: item.place)

    def _mentioned(self, mention: Mention, place: Place) -> str:
        """Return the id of the claim that is meant; if there is none, report it and return that of a stand-in."""
        if isinstance(mention, ClaimDraft):
            return self.names.ids[mention]
        if mention.id in self.known:
            return mention.id
        if mention.id in self.positions.owners:
            hint = "only a claim can stand here; to attack an inference, write unless at the inference itself"
            self._report("unknown-claim", place, f"{quoted(mention.id)} is an inference, not a claim", hint)
        elif "claims" not in self.authored.lost:
            hint = self._near(mention.id, self.known) or 'add it under "claims", or write the claim as a whole sentence'
            self._report("unknown-claim", place, f"no claim is called {quoted(mention.id)}", hint)
        return self.names.stand_in(mention.id, place)

    def _inference(self, draft: InferenceDraft, target: str) -> None:
        """Add an inference and its undercutters."""
        made = f"{target}.{draft.relation.key}.{draft.number}"
        name = self.names.ids.get(draft) or unused(made, self.positions.owners)
        premises = [(self._mentioned(mention, place), place) for mention, place in draft.premises]
        self.positions.owners.setdefault(name, draft.place)
        for number, (_, place) in enumerate(premises):
            self.positions.parts[name, "premise", number] = place
        self._note_parts(name, draft.node, ("scheme", "note"))
        if draft.scheme and draft.scheme not in SCHEMES:
            hint = self._near(draft.scheme, SCHEMES, "scheme ") or f"the schemes are {', '.join(SCHEMES)}"
            place = self.positions.of(name, "scheme")
            self._report("unknown-scheme", place, f"no scheme is called {quoted(draft.scheme)}", hint)
        found = tuple(premise for premise, _ in premises)
        self.inferences.append(
            Inference(
                id=name, relation=draft.relation, premises=found, target=target, scheme=draft.scheme, note=draft.note
            )
        )
        for undercutter in draft.unless:
            self._inference(undercutter, name)

    def _claim(self, name: str, draft: ClaimDraft) -> Claim:
        """Make the claim of a draft."""
        self._note_parts(name, draft.node, ("text", "label", "by", "url", "note", "implicit"))
        if draft.id:
            self.positions.parts[name, "id", 0] = self.names.places[name]
        authored = draft.authored
        if authored is None:
            return Claim(id=name, text=draft.text)
        self._note_items(name, draft.node, ("source", "tags", "ignore"))
        return Claim(
            id=name,
            text=authored.text,
            label=authored.label,
            citations=tuple(self._citations(name, authored.source)),
            by=authored.by,
            implicit=authored.implicit,
            tags=tuple(authored.tags),
            note=authored.note,
            url=authored.url,
            ignore=tuple(authored.ignore),
        )

    def _citations(self, name: str, written: Iterable[str]) -> Iterator[Citation]:
        """Split what a claim cites into the key of a source and the place in it."""
        known = self.authored.map.sources
        for number, text in enumerate(written):
            key, _, locator = text.partition(" ")
            if key in known:
                yield Citation(source=key, locator=locator)
            elif "sources" not in self.authored.lost:
                place = self.positions.of(name, "source", number)
                later = next((word for word in locator.split() if word in known), None)
                hint = f'begin with the key "{later}"' if later else self._near(key, known, "source ")
                hint = hint or 'name the work under "sources", and begin with its key'
                self._report("unknown-source", place, f"no source is called {quoted(key)}", hint)

    def _sources(self) -> Iterator[Source]:
        """Make the sources, a bare string being a title."""
        self._note_owners("sources", "source")
        self._note_items("", self.authored.root, ("ignore",))
        for key, written in self.authored.map.sources.items():
            if isinstance(written, AuthoredSource):
                yield Source(key=key, **written.model_dump())
            else:
                yield Source(key=key, title=written)

    def _views(self) -> Iterator[View]:
        """Make the views; what they name has to be there."""
        self._note_owners("views", "view")
        authored = [draft.authored for draft in self.names.claims.values() if draft.authored]
        tags = dict.fromkeys(sorted(tag for claim in authored for tag in claim.tags))
        for name, written in self.authored.map.views.items():
            if "claims" not in self.authored.lost:
                self._check_view(name, written, tags)
            yield View(name=name, **written.model_dump())

    def _check_view(self, name: str, view: AuthoredView, tags: Collection[str]) -> None:
        """Report what a view names and what is not there."""
        owner = f"view {name}"
        if view.focus and view.focus not in self.known:
            message = f'the view "{name}" looks at {quoted(view.focus)}, and no claim is called so'
            hint = self._near(view.focus, self.known)
            self._report("unknown-view-target", self.positions.of(owner, "focus"), message, hint)
        for part in ("only", "exclude"):
            for number, tag in enumerate(getattr(view, part)):
                if tag not in tags:
                    some = ", ".join(islice(tags, _NAMED)) or "none"
                    hint = self._near(tag, tags, "tag ") or f"the tags are {some}"
                    place = self.positions.of(owner, part, number)
                    self._report("unknown-tag", place, f"no claim has the tag {quoted(tag)}", hint)

    def _steps(self) -> Iterator[tuple[str, ...]]:
        """Make the steps of the reveal; what they name has to be there."""
        named = {*self.known, *(inference.id for inference in self.inferences)}
        entry = self.authored.root.by_key.get("steps")
        nodes = _items(entry.value) if entry else ()
        for written, node in zip(self.authored.map.steps, nodes, strict=False):
            step = written if isinstance(written, list) else [written]
            for name, part in zip(step, _items(node), strict=False):
                if name not in named and "claims" not in self.authored.lost:
                    message = f"a step names {quoted(name)}, and nothing is called so"
                    self._report("unknown-step", part.place, message, self._near(name, self.known))
                self.positions.owners.setdefault(f"step {name}", part.place)
            yield tuple(name for name in step if name in named)

    # places

    def _note_owners(self, key: str, noun: str) -> None:
        """Note the places of the named things below a key of the top level, and of their parts."""
        entry = self.authored.root.by_key.get(key)
        for owned in entry.value.entries if entry and isinstance(entry.value, Mapping) else ():
            owner = f"{noun} {owned.key.value}"
            self.positions.owners[owner] = owned.key.place
            self._note_parts(owner, owned.value, ("focus", "depth", "url", "title"))
            self._note_items(owner, owned.value, ("only", "exclude"))

    def _note_parts(self, owner: str, node: Node, keys: Iterable[str]) -> None:
        """Note the places of the values of some keys; a bare sentence is its own text."""
        if not isinstance(node, Mapping):
            self.positions.parts[owner, "text", 0] = node.place
            return
        for key in keys:
            if entry := node.by_key.get(key):
                self.positions.parts[owner, key, 0] = entry.value.place

    def _note_items(self, owner: str, node: Node, keys: Iterable[str]) -> None:
        """Note the places of the items of some keys."""
        if not isinstance(node, Mapping):
            return
        for key in keys:
            if entry := node.by_key.get(key):
                for number, item in enumerate(_items(entry.value)):
                    self.positions.parts[owner, key, number] = item.place

    def _near(self, name: str, known: Collection[str], noun: str = "") -> str | None:
        """Return the hint that names the nearest known thing, and its line where it has one."""
        self.compared += len(known)
        near = nearest(name, known) if self.compared <= _COMPARISONS else None
        place = self.positions.owners.get(f"{noun}{near}")
        line = f" (line {place.line})" if place else ""
        return f'did you mean "{near}"{line}?' if near else None

    def _report(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        self.problems.append(error(code, self.file, place, message, hint))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)
