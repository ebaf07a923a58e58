"""Colours, strokes, heads and marks, as data: the only place that knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.colors import mixed
from argmap.graph import Side
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

    @property
    def is_dashed(self) -> bool:
        """Whether it has dashes that are no dots."""
        return bool(self.dashes) and self.dashes[0] >= self.width


@dataclass(frozen=True, slots=True)
class Hue:
    """How what belongs together looks where colour tells sides or tags: the border of its cards, and their inside.

    Without a ``fill``, the inside is the colour itself, faint on that of other cards.
    """

    color: str
    fill: str = ""


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
    tags
        How cards look where colour tells tags.
    sides
        How they look where colour tells sides; what is not given has the colour of a relation: support for the thesis,
        attack against it, undercut for both.
    tint
        How opaque the colour of a relation is inside its reason boxes; lines below show through.
    legend_tint
        How opaque the neutral colour is on the ground of the legend, which sets it apart from the argument.
    dim
        How much is left of the colours of what an earlier step has shown, where a step shows that paler.
    hue_border
        The border of cards that have the colour of a side or a tag.
    words
        Those of the drawing's own words that the theme replaces, by their names in ``argmap.words.Words``.
    """

    name: str
    ground: str
    text: str
    neutral: str
    card: str
    thesis: str
    on_thesis: str
    quiet: str
    relations: Mapping[Relation, LineStyle]
    tags: tuple[Hue, ...]
    sides: Mapping[Side, Hue] = field(default_factory=dict)
    tint: float = 0.1
    legend_tint: float = 0.08
    dim: float = 0.6
    border: float = 1.0
    hue_border: float = 1.6
    box_border: float = 1.5
    radius: float = 5.0
    implicit_dashes: tuple[float, ...] = (4.0, 3.0)
    stub_dashes: tuple[float, ...] = (1.5, 2.5)
    stub_line: float = 0.7
    words: Mapping[str, str] = field(default_factory=dict)

    def box_fill(self, color: str) -> str:
        """Return the inside of a reason box of a colour, as it looks on the ground."""
        return mixed(color, self.ground, self.tint)

    @property
    def legend_ground(self) -> str:
        """The ground of the legend, as it looks on the ground of the drawing."""
        return mixed(self.neutral, self.ground, self.legend_tint)

    def side(self, side: Side) -> Hue:
        """Return how the cards of a side look."""
        return self._filled(self.sides.get(side) or Hue(self.relations[_LIKE_SIDE[side]].color))

    @property
    def tag_hues(self) -> tuple[Hue, ...]:
        """How the cards of one tag after the other look."""
        return tuple(map(self._filled, self.tags))

    def _filled(self, hue: Hue) -> Hue:
        return hue if hue.fill else Hue(hue.color, mixed(hue.color, self.card, _WASH))

    def tab(self, color: str) -> str:
        """Return the colour of the words on a reason box: that of its lines, nearer to that of text."""
        return mixed(color, self.text, _TAB_SHARE)


_TAB_SHARE = 0.8
_WASH = 0.17
"""How opaque a side's or tag's colour is inside its cards."""

_LIKE_SIDE = {Side.FOR: Relation.SUPPORT, Side.AGAINST: Relation.ATTACK, Side.BOTH: Relation.UNDERCUT}


def _relations(support: str, attack: str, undercut: str) -> dict[Relation, LineStyle]:
    """Return the relations in their colours, told apart by line, head and mark as in every theme."""
    return {
        Relation.SUPPORT: LineStyle(support, Head.FILLED, Mark.PLUS),
        Relation.ATTACK: LineStyle(attack, Head.OPEN, Mark.MINUS, dashes=(5.5, 3.5)),
        Relation.UNDERCUT: LineStyle(undercut, Head.BADGE, Mark.CROSS, dashes=(0.1, 3.6), round_ends=True, width=2.1),
    }


def _tags(*colors: str) -> tuple[Hue, ...]:
    return tuple(map(Hue, colors))


LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    text="#1A1A1A",
    neutral="#616365",
    card="#FFFFFF",
    thesis="#1A1A1A",
    on_thesis="#FFFFFF",
    quiet="#4A4C4E",
    relations=_relations("#2B6FD4", "#8A280A", "#62108A"),
    tags=_tags("#4F2CA8", "#DC5F0A", "#2C917E", "#960F00", "#A66CDB", "#63364A"),
)

DARK = Theme(
    name="dark",
    ground="#121417",
    text="#F2F2F2",
    neutral="#B4B5B4",
    card="#1D2125",
    thesis="#F2F2F2",
    on_thesis="#121417",
    quiet="#C9CBCC",
    relations=_relations("#92E0FB", "#EC491F", "#C571E1"),
    tags=_tags("#F5A505", "#5FF0BE", "#913CFA", "#C3AFEB", "#0F8782", "#8C6914"),
)

CLASSIC = Theme(
    name="classic",
    ground="#FFFFFF",
    text="#1A1A1A",
    neutral="#616365",
    card="#FFFFFF",
    thesis="#1A1A1A",
    on_thesis="#FFFFFF",
    quiet="#4A4C4E",
    relations=_relations("#068748", "#990009", "#C04B00"),
    tags=LIGHT.tags,
)

_PRINT_GREYS = ("#E4E4E4", "#CECECE", "#B8B8B8", "#A2A2A2", "#8E8E8E", "#7C7C7C")

PRINT = Theme(
    name="print",
    ground="#FFFFFF",
    text="#000000",
    neutral="#000000",
    card="#FFFFFF",
    thesis="#000000",
    on_thesis="#FFFFFF",
    quiet="#000000",
    relations=_relations("#000000", "#000000", "#000000"),
    sides={
        Side.FOR: Hue("#000000", "#FFFFFF"),
        Side.AGAINST: Hue("#000000", "#C8C8C8"),
        Side.BOTH: Hue("#000000", "#E6E6E6"),
    },
    tags=tuple(Hue("#000000", grey) for grey in _PRINT_GREYS),
    tint=0.07,
    hue_border=1.0,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CLASSIC, PRINT)}
"""The themes that come with argmap; the first is the default."""
