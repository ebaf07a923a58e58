"""A drawing: shapes with their roles, words and steps, in no output format."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from argmap.layout.cards import TEXT_SIZE, Wording
from argmap.shapes import Shape, Text, TextLine
from argmap.text import Typeface


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What is drawn of a claim.

    ``url`` is where its card leads, and ``link_label`` how that is called; ``continued`` are the slides of a deck on
    which the argument goes on.
    """

    id: str
    classes: tuple[str, ...]
    step: int
    title: str
    description: str
    shapes: tuple[Shape, ...]
    url: str = ""
    link_label: str = ""
    continued: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InferenceGroup:
    """What is drawn of an inference."""

    id: str
    relation: str
    premises: tuple[str, ...]
    target: str
    step: int
    title: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing.

    Lengths are in points of the layout; ``scale`` leads from them to the points of the slide. ``prefix`` begins every
    id, so that several drawings can stand in one page.
    """

    prefix: str
    title: str
    description: str
    language: str
    width: float
    height: float
    scale: float
    slide: str
    wording: Wording
    ground: str
    inferences: tuple[InferenceGroup, ...]
    claims: tuple[ClaimGroup, ...]
    legend: tuple[Shape, ...]
    typeface: Typeface

    @property
    def text_size(self) -> float:
        """The size of the claims' text on the slide, in points."""
        return TEXT_SIZE * self.scale

    @property
    def lines(self) -> Iterator[TextLine]:
        """All lines of text, in the order in which they are drawn."""
        groups = *(group.shapes for group in self.inferences), *(group.shapes for group in self.claims), self.legend
        shapes = chain.from_iterable(groups)
        return chain.from_iterable(shape.lines for shape in shapes if isinstance(shape, Text))

    def _repr_svg_(self) -> str:
        """Show the drawing in a notebook."""
        from argmap.svg import to_svg

        return to_svg(self)
