"""A map file to an argument map: names resolved, nested and flat made one, every error at its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from argmap.authored import AuthoredSource
from argmap.drafts import ClaimDraft, Drafts, InferenceDraft, Mention, collect
from argmap.lookup import Lookup
from argmap.model import ArgumentMap, Citation, Claim, Inference, Source
from argmap.names import unused
from argmap.naming import Names, name_drafts
from argmap.order import in_order
from argmap.positions import Positions
from argmap.problems import Place, Problem
from argmap.repeats import with_repeats
from argmap.schemes import SCHEMES
from argmap.selections import steps_of, views_of
from argmap.slips import quoted
from argmap.source import Document, parse
from argmap.tree import Mapping
from argmap.validation import Authored, is_stand_in, validate


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
    lookup = Lookup(file, authored.root)
    found = _Resolver(authored, drafts, names, lookup).resolve()
    problems = (*document.problems, *authored.problems, *drafts.problems, *names.problems, *lookup.problems)
    return Reading(document, found, lookup.positions, _sorted(problems))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of the file; what aliases repeat is said once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


@dataclass(slots=True)
class _Resolver:
    """Turns every mention into the claim that it means, and drafts into models."""

    authored: Authored
    drafts: Drafts
    names: Names
    lookup: Lookup
    inferences: list[Inference] = field(default_factory=list)
    known: dict[str, ClaimDraft] = field(default_factory=dict)

    def resolve(self) -> ArgumentMap | None:
        """Make the map; none where no claim could be read."""
        self.lookup.positions.owners.update(self.names.places)
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
            views=tuple(views_of(self.authored, self.known, self._tags(), self.lookup)),
            steps=tuple(steps_of(self.authored, self.known, self._named(), self.lookup)),
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
            if "thesis" in self.known:
                line = self.lookup.positions.of("thesis").line
                line = self.lookup.positions.of("thesis").line
                hint = f'"thesis" stands among the claims (line {line}); move it to the left margin'
            self.lookup.report("no-thesis", place, "the map has no thesis", hint)
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
                self.lookup.report("duplicate-key", second, message, "move all its items to one of the two places")
        draft.bearing = sorted([*self.drafts.bearing_on_thesis, *draft.bearing], key=lambda item: item.place)

    def _mentioned(self, mention: Mention, place: Place) -> str:
        """Return the id of the claim that is meant; if there is none, report it and return that of a stand-in."""
        if isinstance(mention, ClaimDraft):
            return self.names.ids[mention]
        if mention.id in self.known:
            return mention.id
        if mention.id in self.lookup.positions.owners:
            hint = "only a claim can stand here; to attack an inference, write unless at the inference itself"
            self.lookup.report("unknown-claim", place, f"{quoted(mention.id)} is an inference, not a claim", hint)
        elif "claims" not in self.authored.lost:
            hint = (
                self.lookup.near(mention.id, self.known)
                or 'add it under "claims", or write the claim as a whole sentence'
            )
            self.lookup.report("unknown-claim", place, f"no claim is called {quoted(mention.id)}", hint)
        return self.names.stand_in(mention.id, place)

    def _inference(self, draft: InferenceDraft, target: str) -> None:
        """Add an inference and its undercutters."""
        made = f"{target}.{draft.relation.key}.{draft.number}"
        name = self.names.ids.get(draft) or unused(made, self.lookup.positions.owners)
        premises = [(self._mentioned(mention, place), place) for mention, place in draft.premises]
        self.lookup.positions.owners.setdefault(name, draft.place)
        for number, (_, place) in enumerate(premises):
            self.lookup.positions.parts[name, "premise", number] = place
        self.lookup.note_parts(name, draft.node, ("scheme", "note"))
        if draft.scheme and draft.scheme not in SCHEMES:
            hint = self.lookup.near(draft.scheme, SCHEMES, "scheme ") or f"the schemes are {', '.join(SCHEMES)}"
            place = self.lookup.positions.of(name, "scheme")
            self.lookup.report("unknown-scheme", place, f"no scheme is called {quoted(draft.scheme)}", hint)
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
        self.lookup.note_parts(name, draft.node, ("text", "label", "by", "url", "note", "implicit"))
        if draft.id:
            self.lookup.positions.parts[name, "id", 0] = self.names.places[name]
        authored = draft.authored
        if authored is None:
            return Claim(id=name, text=draft.text)
        self.lookup.note_items(name, draft.node, ("source", "tags", "ignore"))
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
            bare = key.rstrip(",;:")
            if key in known:
                yield Citation(source=key, locator=locator)
            elif "sources" not in self.authored.lost:
                place = self.lookup.positions.of(name, "source", number)
                later = next((word for word in locator.split() if word in known), None)
                hint = f'begin with the key "{later}"' if later else self.lookup.near(key, known, "source ")
                hint = f'leave out "{key[len(bare) :]}" after the key' if bare in known and bare != key else hint
                hint = hint or 'name the work under "sources", and begin with its key'
                self.lookup.report("unknown-source", place, f"no source is called {quoted(key)}", hint)

    def _sources(self) -> Iterator[Source]:
        """Make the sources, a bare string being a title."""
        self.lookup.note_owners("sources", "source")
        self.lookup.note_items("", self.authored.root, ("ignore",))
        for key, written in self.authored.map.sources.items():
            if isinstance(written, AuthoredSource):
                yield Source(key=key, **written.model_dump())
            else:
                yield Source(key=key, title=written)

    def _tags(self) -> dict[str, None]:
        """Return the tags of all claims, in the order of the alphabet."""
        authored = [draft.authored for draft in self.names.claims.values() if draft.authored]
        return dict.fromkeys(sorted(tag for claim in authored for tag in claim.tags))

    def _named(self) -> set[str]:
        """Return the ids of all claims and inferences."""
        return {*self.known, *(inference.id for inference in self.inferences)}
