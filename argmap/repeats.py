"""What stands under a key for the second time, put where reading finds it.

A key that stands twice is an error, and the map is not drawn. What its second value says is read all the same: its
faults are told in the same run, and a claim that is written there is known to the rest of the map.
"""

from operator import is_

from argmap.names import unused
from argmap.tree import Entry, Mapping, Node, Scalar, Sequence

_LISTS = ("because", "but", "unless", "premises")
_HOLDERS = ("claims", "sources", "views")


def with_repeats(root: Mapping) -> Mapping:
    """Return a tree in which nothing stands aside for its repeated key; the same tree where no key is repeated."""
    found = _Repeats().of(root, "")
    assert isinstance(found, Mapping)
    return found


class _Repeats:
    """Goes through a tree once; what aliases repeat is looked at once."""

    def __init__(self) -> None:
        self.done: dict[tuple[int, str], tuple[Node, Node]] = {}

    def of(self, node: Node, key: str) -> Node:
        """Return a node, which stands under a key, with the repeats in it and below it put in their places."""
        if isinstance(node, Scalar):
            return node
        if (id(node), key) not in self.done:
            self.done[id(node), key] = (
                node,
                self._sequence(node, key) if isinstance(node, Sequence) else self._mapping(node, key),
            )
        return self.done[id(node), key][1]

    def _sequence(self, node: Sequence, key: str) -> Sequence:
        items = tuple(self.of(item, key) for item in node.items)
        return node if all(map(is_, items, node.items)) else Sequence(node.place, items, node.flow)

    def _mapping(self, node: Mapping, key: str) -> Mapping:
        entries = {entry.key.value: entry.value for entry in node.entries}
        keys = {entry.key.value: entry.key for entry in node.entries}
        for entry in node.repeated:
            name = entry.key.value
            if name not in keys:
                keys[name], entries[name] = entry.key, entry.value
            elif key in _HOLDERS:
                name = unused(f"id-{entry.key.place.line}-{entry.key.place.column}", keys)
                keys[name], entries[name] = Scalar(entry.key.place, name), entry.value
            else:
                entries[name] = _both(entries[name], entry.value, name)
        # what stands in "claims" is a claim, whatever its id
        read = {name: self.of(value, "" if key in _HOLDERS else name) for name, value in entries.items()}
        if not node.repeated and all(read[entry.key.value] is entry.value for entry in node.entries):
            return node
        return Mapping(node.place, tuple(Entry(keys[name], value) for name, value in read.items()))


def _both(first: Node, second: Node, key: str) -> Node:
    """Return two values of one key as one, where both can be kept; else the first."""
    if key in _LISTS:
        return Sequence(first.place, (*_items(first), *_items(second)))
    if key in _HOLDERS and isinstance(first, Mapping) and isinstance(second, Mapping):
        return Mapping(first.place, first.entries, (*first.repeated, *second.entries, *second.repeated))
    return first


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)
