"""The tree against the schema: every fault at its line, and an authored map from what is left.

A faulty part is reported, taken out of the tree (or, where others may refer to it, replaced by an empty stand-in) and
the rest is validated again, so that a fault in one claim hides no fault in another.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from argmap.authored import AuthoredMap
from argmap.faults import KEY, OF_CLAIMS, Steps, is_consequence, look_up, marked, meant_key, problem_of
from argmap.names import nearest, unused
from argmap.problems import Place, Problem, error
from argmap.tree import Entry, Mapping, Node, Scalar, Sequence

_STAND_IN = "\ufffe"  # what no file can hold


_HOLDERS = ("claims", "sources")


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
            repairs: list[tuple[Steps, Node | None]] = []
            renamed: set[Steps] = set()
            for details in fault.errors(include_url=False):
                way = tuple(step for step in details["loc"] if not _is_tag(step))
                if not is_consequence(details, way, root):
                    problem = problem_of(details, way, root, file)
                    problems.setdefault((problem.code, problem.line, problem.column), problem)
                meant = meant_key(details, way, root)
                if meant and (*way[:-1], meant) not in renamed:
                    renamed.add((*way[:-1], meant))
                    repairs.append(((*way, KEY), Scalar(look_up(root, way)[1], meant)))
                    continue
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


def _plain(node: Node, seen: dict[int, Any]) -> Any:
    """Turn a tree into dicts, lists and strings; nothing written becomes None."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if (known := seen.get(id(node))) is None:
        if isinstance(node, Sequence):
            known = [_plain(item, seen) for item in node.items]
        else:
            known = {marked(entry.key.value): _plain(entry.value, seen) for entry in node.entries}
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
        changes = below.pop(marked(entry.key.value), [])
        key = next((new for way, new in changes if way == (KEY,)), entry.key)
        changes = [(way, new) for way, new in changes if way != (KEY,)]
        value = _repaired(entry.value, changes) if changes else entry.value
        if value is not None and isinstance(key, Scalar):
            entries.append(Entry(key, value))
    added = (Entry(Scalar(node.place, str(key)), new) for key, [(_, new), *_] in below.items() if new is not None)
    return Mapping(node.place, (*entries, *added))


def _stand_in(details: ErrorDetails, way: Steps, root: Mapping) -> Node | None:
    """Return what to put in the place of a fault: text where something may be referred to, else nothing."""
    place = look_up(root, way)[1]
    if way[-1] == KEY:
        siblings = look_up(root, way[:-2])[0]
        taken = siblings.by_key if isinstance(siblings, Mapping) else ()
        return Scalar(place, unused(f"id-{place.line}-{place.column}", taken))
    if details["type"] == "extra_forbidden":
        return None
    named = way[0] in _HOLDERS and len(way) == 2
    holder = next((step for step in reversed(way) if isinstance(step, str)), "")
    premise = isinstance(way[-1], int) and holder in OF_CLAIMS
    if named or premise or way == ("thesis",) or (way[0] != "views" and way[-1] in ("text", "premises")):
        return stand_in_at(place)
    return None
