"""A map file to an argument map: names resolved, nested and flat made one, every error at its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from argmap.authored import AuthoredSource
from argmap.drafts import ClaimDraft, Drafts, InferenceDraft, Mention, collect
from argmap.model import ArgumentMap, Citation, Claim, Inference, Source, View
from argmap.names import nearest, normal
from argmap.naming import Names, name_drafts
from argmap.order import in_order
from argmap.positions import Positions
from argmap.problems import Place, Problem, error
from argmap.schemes import SCHEMES
from argmap.source import Document, Mapping, Node, Sequence, parse
from argmap.validation import Authored, validate


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
        return Reading(document, None, Positions(), document.problems)
    authored = validate(document.root, file)
    drafts = collect(authored, file)
    names = name_drafts(drafts, file)
    resolver = _Resolver(file, authored, drafts, names)
    found = resolver.resolve()
    problems = (*document.problems, *authored.problems, *drafts.problems, *names.problems, *resolver.problems)
    ordered = tuple(sorted(problems, key=lambda problem: problem.order))
    return Reading(document, found, resolver.positions, ordered)


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

    def resolve(self) -> ArgumentMap | None:
        self.positions.owners.update(self.names.places)
        thesis = self._thesis()
        if thesis is None:
            return None
        for name, draft in self.names.claims.items():
            for inference in draft.bearing:
                self._inference(inference, name)
        sources = tuple(self._sources())
        claims = [self._claim(name, draft) for name, draft in self.names.claims.items()]
        ordered_claims, ordered_inferences = in_order(thesis, claims, self.inferences)
        written = self.authored.map
        return ArgumentMap(
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

    def _thesis(self) -> str | None:
        """Find the thesis and give it what bears on it; with none, go on with a claim that serves no other."""
        mention = self.drafts.thesis
        name = self._mentioned(mention, mention.place) if mention else None
        written = self.authored.root.by_key.get("thesis")
        if mention is None and (written is None or not self.authored.problems):
            hint = 'add "thesis: " and the claim that the map is about'
            self._report("no-thesis", Place(), "the map has no thesis", hint)
        if name is None:
            used = {getattr(m, "id", "") for draft in self.names.claims.values() for m in _mentions(draft)}
            name = next((claim for claim in self.names.claims if claim not in used), None)
        if name is not None:
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

    def _mentioned(self, mention: Mention, place: Place) -> str | None:
        """Return the id of the claim that is meant, or report that there is none."""
        if isinstance(mention, ClaimDraft):
            return self.names.ids[mention]
        if mention.id in self.names.claims:
            return mention.id
        if mention.id in self.names.places:
            hint = "only a claim can stand here; to attack an inference, write unless at the inference itself"
            self._report("unknown-claim", place, f'"{mention.id}" is an inference, not a claim', hint)
        else:
            hint = self._near(mention.id) or "a sentence of one word is written {text: Word}"
            self._report("unknown-claim", place, f'no claim is called "{mention.id}"', hint)
        return None

    def _inference(self, draft: InferenceDraft, target: str) -> None:
        """Add an inference and its undercutters; one that lost all its premises is left out with them."""
        name = draft.id or f"{target}.{draft.relation.key}.{draft.number}"
        mentioned = [(self._mentioned(mention, place), place) for mention, place in draft.premises]
        premises = [(premise, place) for premise, place in mentioned if premise is not None]
        if not premises:
            return
        self.positions.owners.setdefault(name, draft.place)
        for number, (_, place) in enumerate(premises):
            self.positions.parts[name, "premise", number] = place
        self._note_parts(name, draft.node, ("scheme", "note"))
        if draft.scheme and draft.scheme not in SCHEMES:
            near = nearest(draft.scheme, SCHEMES)
            hint = f'did you mean "{near}"?' if near else f"the schemes are {', '.join(SCHEMES)}"
            place = self.positions.of(name, "scheme")
            self._report("unknown-scheme", place, f'no scheme is called "{draft.scheme}"', hint)
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
        for number, text in enumerate(written):
            key, _, locator = text.partition(" ")
            if key not in self.authored.map.sources:
                place = self.positions.of(name, "source", number)
                near = self._near(
                    key, {known: self.positions.of(f"source {known}") for known in self.authored.map.sources}
                )
                hint = near or 'name the work under "sources", and begin with its key'
                self._report("unknown-source", place, f'no source is called "{key}"', hint)
            else:
                yield Citation(source=key, locator=locator)

    def _sources(self) -> Iterator[Source]:
        """Make the sources, a bare string being a title."""
        self._note_owners("sources", "source")
        for key, written in self.authored.map.sources.items():
            if isinstance(written, AuthoredSource):
                yield Source(key=key, **written.model_dump())
            else:
                yield Source(key=key, title=written)

    def _views(self) -> Iterator[View]:
        """Make the views; what they name has to be there."""
        self._note_owners("views", "view")
        tags = {tag for draft in self.names.claims.values() if draft.authored for tag in draft.authored.tags}
        for name, written in self.authored.map.views.items():
            owner = f"view {name}"
            if written.focus and written.focus not in self.names.claims:
                message = f'the view "{name}" looks at "{written.focus}", and no claim is called so'
                self._report(
                    "unknown-view-target", self.positions.of(owner, "focus"), message, self._near(written.focus)
                )
            for part in ("only", "exclude"):
                for number, tag in enumerate(getattr(written, part)):
                    if tag not in tags:
                        near = nearest(tag, tags)
                        hint = (
                            f'did you mean "{near}"?' if near else f"the tags are {', '.join(sorted(tags)) or 'none'}"
                        )
                        place = self.positions.of(owner, part, number)
                        self._report("unknown-tag", place, f'no claim has the tag "{tag}"', hint)
            yield View(name=name, **written.model_dump())

    def _steps(self) -> Iterator[tuple[str, ...]]:
        """Make the steps of the reveal; what they name has to be there."""
        entry = self.authored.root.by_key.get("steps")
        nodes = _items(entry.value) if entry else ()
        for written, node in zip(self.authored.map.steps, nodes, strict=False):
            step = written if isinstance(written, list) else [written]
            for name, part in zip(step, _items(node), strict=False):
                if name not in self.positions.owners:
                    message = f'a step names "{name}", and nothing is called so'
                    self._report("unknown-step", part.place, message, self._near(name))
            yield tuple(name for name in step if name in self.positions.owners)

    # places

    def _note_owners(self, key: str, noun: str) -> None:
        """Note the places of the named things below a key of the top level, and of their parts."""
        entry = self.authored.root.by_key.get(key)
        for owned in entry.value.entries if entry and isinstance(entry.value, Mapping) else ():
            owner = f"{noun} {normal(owned.key.value)}"
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

    def _near(self, name: str, known: dict[str, Place] | None = None) -> str | None:
        """Return the hint that names the nearest known thing, a claim unless told otherwise, and its line."""
        places = {claim: self.names.places[claim] for claim in self.names.claims} if known is None else known
        near = nearest(name, places)
        return f'did you mean "{near}" (line {places[near].line})?' if near else None

    def _report(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        self.problems.append(error(code, self.file, place, message, hint))


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _mentions(draft: ClaimDraft) -> Iterator[Mention]:
    """Yield the mentions of premises that bear directly on a claim."""
    for inference in draft.bearing:
        for mention, _ in inference.premises:
            yield mention
