"""What a check looks at, and how it says what it finds."""

from dataclasses import dataclass
from functools import cached_property

from argmap.graph import Graph, graph_of
from argmap.model import ArgumentMap
from argmap.positions import Positions
from argmap.problems import Place


@dataclass(frozen=True)
class Subject:
    """A map with its places."""

    map: ArgumentMap
    positions: Positions

    @cached_property
    def graph(self) -> "Graph[str]":
        """The map's digraph, made once for all checks."""
        return graph_of(self.map)

    def line(self, name: str) -> int:
        """Return the line in which a claim or inference is written."""
        return self.positions.of(name).line


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a place, a sentence, and what to do."""

    place: Place
    message: str
    hint: str | None = None
    about: str = ""
    """The claim that the finding is about; its ``ignore`` may silence it."""
