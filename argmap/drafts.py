"""Claims and inferences as they are met in the file, before anything has its final name.

The authored map and its tree have the same shape and are walked together, so that every draft knows its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.authored import AuthoredClaim, AuthoredInference, AuthoredMap, ClaimInPlace, SoleClaim
from argmap.model import Relation
from argmap.names import is_id
from argmap.problems import Place, Problem, error
from argmap.tree import Entry, Mapping, Node, Sequence
from argmap.validation import Authored

NESTING_LIMIT = 50
"""How deep claims may be written inside claims."""

_RELATIONS = {"because": Relation.SUPPORT, "but": Relation.ATTACK}


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a claim by its id."""

    id: str
    place: Place


@dataclass(eq=False, slots=True)
class ClaimDraft:
    """A claim where it is written, with what bears on it; a bare sentence has nothing but its text."""

    text: str
    place: Place
    node: Node
    authored: AuthoredClaim | None = None
    id: str = ""
    bearing: list["InferenceDraft"] = field(default_factory=list)


Mention = Named | ClaimDraft


@dataclass(eq=False, slots=True)
class InferenceDraft:
    """An inference where it is written; its number counts those of one relation on one target, from 1."""

    relation: Relation
    number: int
    place: Place
    node: Node
    premises: list[tuple[Mention, Place]] = field(default_factory=list)
    id: str = ""
    scheme: str = ""
    note: str = ""
    unless: list["InferenceDraft"] = field(default_factory=list)


@dataclass(slots=True)
class Drafts:
    """All drafts of a file, in its order."""

    claims: list[ClaimDraft] = field(default_factory=list)
    bare: dict[str, ClaimDraft] = field(default_factory=dict)
    thesis: Mention | None = None
    bearing_on_thesis: list[InferenceDraft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def collect(authored: Authored, file: str) -> Drafts:
    """Collect the drafts of an authored map, in the order of the file."""
    return _Collector(file).collect(authored.map, authored.root)


@dataclass(slots=True)
class _Collector:
    file: str
    drafts: Drafts = field(default_factory=Drafts)
    in_place: dict[Place, ClaimDraft] = field(default_factory=dict)

    def collect(self, authored: AuthoredMap, root: Mapping) -> Drafts:
        for entry in root.entries:
            if entry.key.value == "thesis" and authored.thesis is not None:
                self.drafts.thesis = self._mention(authored.thesis, entry.value, 1)
            elif entry.key.value == "claims" and isinstance(entry.value, Mapping):
                for claim in entry.value.entries:
                    self._named_claim(authored, claim)
            elif entry.key.value in _RELATIONS:
                self.drafts.bearing_on_thesis += self._items(authored, entry, 1)
        return self.drafts

    def _named_claim(self, authored: AuthoredMap, entry: Entry) -> None:
        """Add a claim of ``claims``; its place is that of its id."""
        name = entry.key.value
        value = authored.claims[name]
        if isinstance(value, str):
            self.drafts.claims.append(ClaimDraft(value, entry.key.place, entry.value, None, name))
        else:
            self._claim(value, entry.value, entry.key.place, name, 1)

    def _claim(self, authored: AuthoredClaim, node: Node, place: Place, name: str, depth: int) -> ClaimDraft:
        draft = ClaimDraft(authored.text, place, node, authored, name)
        self.drafts.claims.append(draft)
        if depth > NESTING_LIMIT and not self.drafts.problems:
            message = f"claims are written inside claims more than {NESTING_LIMIT} deep"
            hint = 'name the inner claims under "claims" and refer to them'
            self.drafts.problems.append(error("too-large", self.file, place, message, hint))
        for entry in node.entries if isinstance(node, Mapping) else ():
            if entry.key.value in _RELATIONS:
                draft.bearing += self._items(authored, entry, depth)
        return draft

    def _mention(self, authored: str | ClaimInPlace, node: Node, depth: int) -> Mention:
        if isinstance(authored, str):
            if is_id(authored):
                return Named(authored, node.place)
            if authored not in self.drafts.bare:
                self.drafts.bare[authored] = draft = ClaimDraft(authored, node.place, node)
                self.drafts.claims.append(draft)
            return self.drafts.bare[authored]
        if node.place not in self.in_place:  # an alias of YAML's mentions the same claim again
            self.in_place[node.place] = self._claim(authored, node, node.place, authored.id, depth)
        return self.in_place[node.place]

    def _items(self, authored: AuthoredMap | AuthoredClaim, entry: Entry, depth: int) -> Iterator[InferenceDraft]:
        relation = _RELATIONS[entry.key.value]
        items = authored.because if relation is Relation.SUPPORT else authored.but
        for number, (item, node) in enumerate(zip(items, _parts(entry.value), strict=False), 1):
            yield self._inference(item, node, relation, number, depth)

    def _inference(
        self,
        item: str | list[str | ClaimInPlace] | AuthoredInference | SoleClaim,
        node: Node,
        relation: Relation,
        number: int,
        depth: int,
    ) -> InferenceDraft:
        draft = InferenceDraft(relation, number, node.place, node)
        match item:
            case AuthoredInference():
                draft.id, draft.scheme, draft.note = item.id, item.scheme, item.note
                premises, nodes = item.premises, _parts(_value(node, "premises"))
            case list():
                premises, nodes = item, _parts(node)
            case _:
                premises, nodes = [item], iter((node,))
        for premise, part in zip(premises, nodes, strict=False):
            draft.premises.append((self._mention(premise, part, depth + 1), part.place))
        if isinstance(item, SoleClaim):
            draft.scheme = item.scheme
        if isinstance(item, SoleClaim | AuthoredInference) and item.unless:
            for count, (exception, part) in enumerate(
                zip(item.unless, _parts(_value(node, "unless")), strict=False), 1
            ):
                draft.unless.append(self._inference(exception, part, Relation.UNDERCUT, count, depth + 1))
        return draft


def _parts(node: Node) -> Iterator[Node]:
    """Yield the items of a list, or the single item that stands without one."""
    return iter(node.items if isinstance(node, Sequence) else (node,))


def _value(node: Node, key: str) -> Node:
    """Return the value of a key that is known to be there."""
    assert isinstance(node, Mapping)
    return node.by_key[key].value
