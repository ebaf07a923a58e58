"""The tree against the schema: every fault at its line, and an authored map from what is left.

A faulty part is reported, taken out of the tree (or, where others may refer to it, replaced by an empty stand-in) and
the rest is validated again, so that a fault in one claim hides no fault in another.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from argmap.authored import (
    MODELS,
    AuthoredClaim,
    AuthoredInference,
    AuthoredMap,
    AuthoredSource,
    AuthoredView,
    ClaimInPlace,
    SoleClaim,
)
from argmap.names import did_you_mean, nearest, unused
from argmap.problems import Place, Problem, error
from argmap.slips import key_hint, quoted
from argmap.tree import Entry, Mapping, Node, Scalar, Sequence

Steps = tuple[str | int, ...]
"""The way from the root of the tree to a node: keys (see :func:`_marked`), and numbers of items from 0."""

_STAND_IN = "\ufffe"  # what no file can hold
_KEY = "[key]"  # how pydantic marks a fault of a key rather than of its value
_MARKS = ("<", "[", "\\")

_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a smaller whole number",
    "greater_than_equal": "a whole number, 0 or more",
    "literal_error": "1, the version of the format that this argmap reads",
    "string_pattern_mismatch": "a language tag such as en, de or pt-BR",
}
_NOUNS: dict[type[BaseModel], str] = {
    AuthoredMap: "of a map",
    AuthoredView: "of a view",
    AuthoredClaim: "of a claim",
    ClaimInPlace: "of a claim among co-premises",
    SoleClaim: "of a claim",
    AuthoredInference: "of an inference",
    AuthoredSource: "of a source",
}
_WRITTEN = {
    "thesis": "a map has one thesis; write its id, its sentence, or {text: its sentence}",
    "claims": "write each claim as an id, a colon and its sentence",
    "sources": "write each source as a key, a colon and its title",
    "views": "write each view as a name, a colon and its keys",
}
"""How the parts of a map are written, for those who wrote them otherwise."""
_HOLDERS = ("claims", "sources")
_OF_CLAIMS = ("thesis", "because", "but", "unless", "premises")
_OWN_CODES = ("empty-text", "wrong-type")


@dataclass(frozen=True, slots=True)
class Authored:
    """An authored map with the very tree that it was made from.

    ``lost`` names what could not be read as a whole, ``claims`` or ``sources``, so that nothing in it is known.
    """

    map: AuthoredMap
    root: Mapping
    problems: tuple[Problem, ...]
    lost: frozenset[str] = frozenset()


def validate(root: Node | None, file: str) -> Authored:
    """Validate a tree, reporting every fault and going on with the rest."""
    if root is None or (isinstance(root, Scalar) and root.empty):
        root = Mapping(Place())
    if not isinstance(root, Mapping):
        hint = 'begin with "thesis: " and the sentence that the map is about'
        fault = error("wrong-type", file, root.place, "a map is a mapping of keys to values", hint)
        thesis = stand_in_at(root.place)
        root = Mapping(root.place, (Entry(Scalar(root.place, "thesis"), thesis),))
        return Authored(AuthoredMap(thesis=thesis.value), root, (fault,))
    problems: dict[tuple[str, int, int], Problem] = {}  # a part that aliases repeat is at fault once
    lost: set[str] = set()
    while True:  # ends: every round takes a fault out of the tree and puts nothing faulty in
        try:
            found = AuthoredMap.model_validate(_plain(root, {}))
            return Authored(found, root, tuple(problems.values()), frozenset(lost))
        except ValidationError as fault:
            repairs = []
            for details in fault.errors(include_url=False):
                way = tuple(step for step in details["loc"] if not _is_tag(step))
                if not _is_consequence(details, way, root):
                    problem = _problem(details, way, root, file)
                    problems.setdefault((problem.code, problem.line, problem.column), problem)
                repairs.append((way, _stand_in(details, way, root)))
                if len(way) == 1 and (holder := nearest(str(way[0]), _HOLDERS)):
                    lost.add(holder)
            repaired = _repaired(root, repairs)
            root = repaired if isinstance(repaired, Mapping) else Mapping(root.place)


def stand_in_at(place: Place) -> Scalar:
    """Return a sentence that stands for one that could not be read."""
    return Scalar(place, f"{_STAND_IN}{place.line}:{place.column}")


def is_stand_in(text: str) -> bool:
    """Tell whether a sentence is only the stand-in for one that could not be read."""
    return text.startswith(_STAND_IN)


def _is_tag(step: str | int) -> bool:
    return isinstance(step, str) and step.startswith("<")


def _marked(key: str) -> str:
    """Return a key as it stands in a way, where it cannot be taken for a tag or a mark of pydantic's."""
    return f"\\{key}" if key.startswith(_MARKS) else key


def _unmarked(step: str | int) -> str:
    return str(step).removeprefix("\\")


def _plain(node: Node, seen: dict[int, Any]) -> Any:
    """Turn a tree into dicts, lists and strings; nothing written becomes None."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if (known := seen.get(id(node))) is None:
        if isinstance(node, Sequence):
            known = [_plain(item, seen) for item in node.items]
        else:
            known = {_marked(entry.key.value): _plain(entry.value, seen) for entry in node.entries}
        seen[id(node)] = known
    return known


def _repaired(node: Node, repairs: list[tuple[Steps, Node | None]]) -> Node | None:
    """Return a tree with faulty parts taken out or replaced by their stand-ins."""
    if any(not way for way, _ in repairs):
        return next(stand_in for way, stand_in in repairs if not way)
    if isinstance(node, Scalar):
        return _repaired(node, [(way[1:], stand_in) for way, stand_in in repairs])
    below: dict[str | int, list[tuple[Steps, Node | None]]] = defaultdict(list)
    for way, stand_in in repairs:
        below[way[0]].append((way[1:], stand_in))
    if isinstance(node, Sequence):
        items = (_repaired(item, below[i]) if i in below else item for i, item in enumerate(node.items))
        return Sequence(node.place, tuple(item for item in items if item is not None))
    if isinstance(repairs[0][0][0], int):  # a single item that stands without a list
        return _repaired(node, below[repairs[0][0][0]])
    entries = []
    for entry in node.entries:
        changes = below.pop(_marked(entry.key.value), [])
        key = next((new for way, new in changes if way == (_KEY,)), entry.key)
        changes = [(way, new) for way, new in changes if way != (_KEY,)]
        value = _repaired(entry.value, changes) if changes else entry.value
        if value is not None and isinstance(key, Scalar):
            entries.append(Entry(key, value))
    added = (Entry(Scalar(node.place, str(key)), new) for key, [(_, new), *_] in below.items() if new is not None)
    return Mapping(node.place, (*entries, *added))


def _stand_in(details: ErrorDetails, way: Steps, root: Mapping) -> Node | None:
    """Return what to put in the place of a fault: text where something may be referred to, else nothing."""
    place = _look_up(root, way)[1]
    if way[-1] == _KEY:
        siblings = _look_up(root, way[:-2])[0]
        taken = siblings.by_key if isinstance(siblings, Mapping) else ()
        return Scalar(place, unused(f"id-{place.line}-{place.column}", taken))
    if details["type"] == "extra_forbidden":
        return None
    named = way[0] in _HOLDERS and len(way) == 2
    holder = next((step for step in reversed(way) if isinstance(step, str)), "")
    premise = isinstance(way[-1], int) and holder in _OF_CLAIMS
    if named or premise or way == ("thesis",) or (way[0] != "views" and way[-1] in ("text", "premises")):
        return stand_in_at(place)
    return None


def _look_up(root: Mapping, way: Steps) -> tuple[Node | None, Place]:
    """Follow a way as far as it goes; return the node (if it is there) and the place to point at."""
    node: Node = root
    place = root.place
    for step in way:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step == _KEY:
                break
            if _unmarked(step) not in node.by_key:
                return None, place
            entry = node.by_key[_unmarked(step)]
            node, place = entry.value, entry.key.place
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            place = node.place
    return node, place


def _problem(details: ErrorDetails, way: Steps, root: Mapping, file: str) -> Problem:
    """Say in the author's words what pydantic found."""
    kind = details["type"]
    node, place = _look_up(root, way)
    if kind == "extra_forbidden":
        return _unknown_key(details, way, place, file)
    if kind == "missing":
        return error("missing-text", file, place, "this claim has no text", 'add "text: " and the sentence')
    if way[-1] == _KEY:
        return _bad_id(_unmarked(way[-2]), place, file)
    if isinstance(node, Sequence | Mapping) or (isinstance(node, Scalar) and not node.empty):
        place = node.place
    if kind == "bad-id" and isinstance(node, Scalar):
        return _bad_id(node.value, place, file)
    if kind in _OWN_CODES:
        hint = "write the claim as a sentence" if kind == "empty-text" else "name a claim, or write one"
        return error(kind, file, place, details["msg"], hint)
    return _wrong_type(kind, way, node, place, file)


def _bad_id(name: str, place: Place, file: str) -> Problem:
    hint = "put a space after the colon" if ":" in name else "an id is a letter, then letters, digits, - and _"
    return error("bad-id", file, place, f"{quoted(name)} cannot be an id", hint)


def _wrong_type(kind: str, way: Steps, node: Node | None, place: Place, file: str) -> Problem:
    is_text = way[-1] == "text" or (way[0] == "claims" and len(way) == 2)
    if is_text and isinstance(node, Scalar) and node.empty:
        return error("empty-text", file, place, "there is no text here", "write the claim as a sentence")
    field = next((_unmarked(step) for step in reversed(way) if isinstance(step, str)), "map")
    noun = "an item of " if isinstance(way[-1], int) else ""
    expected = "an id, a sentence or a claim" if field in _OF_CLAIMS else _EXPECTED.get(kind, "written otherwise")
    message = f"{noun}{quoted(field)} must be {expected}, not {_found(node)}"
    return error("wrong-type", file, place, message, _WRITTEN.get(field))


def _is_consequence(details: ErrorDetails, way: Steps, root: Mapping) -> bool:
    """Tell whether a fault follows from another one in its mapping, which is reported itself.

    A claim has no text where an unknown key holds its sentence, or is part of it; and where a claim has premises, none
    of a claim's keys is known.
    """
    node, _ = _look_up(root, way[:-1])
    if not isinstance(node, Mapping):
        return False
    if details["type"] == "missing":
        unknown = node.by_key.keys() - SoleClaim.model_fields.keys()
        return any(nearest(key, SoleClaim.model_fields) in (None, "text") for key in unknown)
    is_inference = details["type"] == "extra_forbidden" and details["loc"][-2:-1] == ("<inference>",)
    return is_inference and way[-1] != "text" and "text" in node.by_key and way[-1] in SoleClaim.model_fields


def _unknown_key(details: ErrorDetails, way: Steps, place: Place, file: str) -> Problem:
    tags = [step for step in details["loc"] if isinstance(step, str) and step in MODELS]
    model = MODELS[tags[-1]] if tags else AuthoredView if way[0] == "views" and len(way) > 2 else AuthoredMap
    key = _unmarked(way[-1])
    if "premises" in model.model_fields and key == "text":
        message = 'a mapping with "premises" is an inference and one with "text" a claim; this one has both'
        return error("unknown-key", file, place, message, "put the claim into the list of premises")
    hint = did_you_mean(key, model.model_fields) or key_hint(key)
    if hint is None and key in ("scheme", "unless"):
        hint = 'it belongs to an inference, not to a claim; write the inference out with "premises:"'
    noun = "of a claim" if way[0] == "thesis" and len(way) == 2 else _NOUNS[model]
    return error("unknown-key", file, place, f"{quoted(key)} is not a key {noun}", hint)


def _found(node: Node | None) -> str:
    """Name what stands in the file."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar(value=value) if value:
            return quoted(value)
    return "nothing"
