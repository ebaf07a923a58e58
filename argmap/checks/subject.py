"""What a check looks at, and how it says what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.graph import Graph, graph_of
from argmap.model import ArgumentMap, Claim
from argmap.positions import Positions
from argmap.problems import Place
from argmap.slips import quoted
from argmap.source import Document
from argmap.tree import Mapping, Node, Scalar, Sequence
from argmap.validation import is_stand_in


@dataclass(frozen=True)
class Subject:
    """A map with its places and the document that it was read from; ``codes`` are those of all checks."""

    map: ArgumentMap
    positions: Positions
    document: Document
    codes: tuple[str, ...] = ()

    @cached_property
    def graph(self) -> "Graph[str]":
        """The map's digraph, made once for all checks."""
        return graph_of(self.map)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims whose sentences could be read."""
        return tuple(claim for claim in self.map.claims if not is_stand_in(claim.text))

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every piece of text of the document that is a value or an item, in its order; aliases count once."""
        return tuple(node for node in self._nodes if isinstance(node, Scalar))

    @cached_property
    def lists(self) -> tuple[Sequence, ...]:
        """Every list of the document, in its order; aliases count once."""
        return tuple(node for node in self._nodes if isinstance(node, Sequence))

    @cached_property
    def english(self) -> bool:
        """Whether rules that know English apply to the sentences."""
        return self.map.language.partition("-")[0].lower() == "en"

    def named(self, name: str) -> str:
        """Return how to speak of a claim or inference: by its id if somebody wrote that, else by its sentence."""
        claim = self.map.claim.get(name)
        invented = claim and (name, "id", 0) not in self.positions.parts and not is_stand_in(claim.text)
        return quoted(claim.text) if claim and invented else f'"{name}"'

    def line(self, name: str) -> int:
        """Return the line in which a claim or inference is written."""
        return self.positions.of(name).line

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        return tuple(_below(self.document.root, set())) if self.document.root else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: a place, a sentence, and what to do."""

    place: Place
    message: str
    hint: str | None = None
    about: str = ""
    """The claim that the finding is about; its ``ignore`` may silence it."""


def _below(node: Node, met: set[int]) -> Iterator[Node]:
    """Yield a node and the values and items below it; the source bounds how deep they nest."""
    if id(node) in met:
        return
    met.add(id(node))
    yield node
    parts = (entry.value for entry in node.entries) if isinstance(node, Mapping) else ()
    for part in node.items if isinstance(node, Sequence) else parts:
        yield from _below(part, met)
