"""Colours, strokes, heads and marks, as data: the only place that knows them."""

from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Relation


class Head(StrEnum):
    """How a line ends at its target."""

    FILLED = "filled"
    OPEN = "open"
    BADGE = "badge"


class Mark(StrEnum):
    """The sign that tells a relation without colour."""

    PLUS = "plus"
    MINUS = "minus"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How the inferences of one relation look. Lengths are in points of the layout."""

    color: str
    head: Head
    mark: Mark
    dashes: tuple[float, ...] = ()
    round_ends: bool = False
    width: float = 1.7


@dataclass(frozen=True, slots=True)
class Theme:
    """All that decides how a drawing looks.

    Parameters
    ----------
    ground, text, neutral
        The background, the words, and the borders of cards.
    card
        The inside of cards.
    thesis, on_thesis
        The inside of the thesis's card, and the words on it.
    quiet
        Words that matter less: remarks, the legend.
    tint
        How opaque the colour of a relation is inside its reason boxes; lines below show through.
    """

    name: str
    ground: str
    text: str
    neutral: str
    card: str
    thesis: str
    on_thesis: str
    quiet: str
    relations: dict[Relation, LineStyle]
    tint: float = 0.1
    border: float = 1.0
    box_border: float = 1.5
    radius: float = 5.0
    implicit_dashes: tuple[float, ...] = (4.0, 3.0)
    stub_dashes: tuple[float, ...] = (1.5, 2.5)


LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    text="#1A1A1A",
    neutral="#616365",
    card="#FFFFFF",
    thesis="#1A1A1A",
    on_thesis="#FFFFFF",
    quiet="#4A4C4E",
    relations={
        Relation.SUPPORT: LineStyle("#2B6FD4", Head.FILLED, Mark.PLUS),
        Relation.ATTACK: LineStyle("#8A280A", Head.OPEN, Mark.MINUS, dashes=(5.5, 3.5)),
        Relation.UNDERCUT: LineStyle("#62108A", Head.BADGE, Mark.CROSS, dashes=(0.1, 3.6), round_ends=True, width=2.1),
    },
)

THEMES = {theme.name: theme for theme in (LIGHT,)}
