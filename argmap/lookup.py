"""Names looked up, places noted, and problems reported, while an authored map becomes an argument map."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from argmap.names import nearest
from argmap.positions import Positions
from argmap.problems import Place, Problem, error
from argmap.tree import Mapping, Node, Sequence

_COMPARISONS = 100_000
"""How many names are held against misspelt ones, at most: a hint is not worth a wait."""


@dataclass(slots=True)
class Lookup:
    """What is found where in a file, and what is not found."""

    file: str
    root: Mapping
    positions: Positions = field(default_factory=Positions)
    problems: list[Problem] = field(default_factory=list)
    compared: int = 0

    def note_owners(self, key: str, noun: str) -> None:
        """Note the places of the named things below a key of the top level, and of their parts."""
        entry = self.root.by_key.get(key)
        for owned in entry.value.entries if entry and isinstance(entry.value, Mapping) else ():
            owner = f"{noun} {owned.key.value}"
            self.positions.owners[owner] = owned.key.place
            self.note_parts(owner, owned.value, ("focus", "depth", "url", "title"))
            self.note_items(owner, owned.value, ("only", "exclude"))

    def note_parts(self, owner: str, node: Node, keys: Iterable[str]) -> None:
        """Note the places of the values of some keys; a bare sentence is its own text."""
        if not isinstance(node, Mapping):
            self.positions.parts[owner, "text", 0] = node.place
            return
        for key in keys:
            if entry := node.by_key.get(key):
                self.positions.parts[owner, key, 0] = entry.value.place

    def note_items(self, owner: str, node: Node, keys: Iterable[str]) -> None:
        """Note the places of the items of some keys."""
        if not isinstance(node, Mapping):
            return
        for key in keys:
            if entry := node.by_key.get(key):
                for number, item in enumerate(items(entry.value)):
                    self.positions.parts[owner, key, number] = item.place

    def near(self, name: str, known: Collection[str], noun: str = "") -> str | None:
        """Return the hint that names the nearest known thing, and its line where it has one."""
        self.compared += len(known)
        near = nearest(name, known) if self.compared <= _COMPARISONS else None
        place = self.positions.owners.get(f"{noun}{near}")
        line = f" (line {place.line})" if place else ""
        return f'did you mean "{near}"{line}?' if near else None

    def report(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        """Report an error."""
        self.problems.append(error(code, self.file, place, message, hint))


def items(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or the single item that stands without one."""
    return node.items if isinstance(node, Sequence) else (node,)
