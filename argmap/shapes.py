"""What a drawing is made of: rectangles, paths and lines of text, each with the role that it plays."""

from dataclasses import dataclass

from argmap.geometry import Curve, Point, Rect
from argmap.text import Line

NONE = "none"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners; ``opacity`` is that of the fill."""

    role: str
    rect: Rect
    fill: str = NONE
    opacity: float = 1.0
    stroke: str = NONE
    width: float = 1.0
    radius: float = 0.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A curve, or polygons where ``corners`` is set; ``phase`` is how far into its dashes the line begins."""

    role: str
    curve: Curve = ()
    corners: tuple[tuple[Point, ...], ...] = ()
    closed: bool = False
    fill: str = NONE
    stroke: str = NONE
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    phase: float = 0.0
    round_ends: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text from the left end of its baseline; ``weight`` is empty or ``Semibold``."""

    line: Line
    start: Point
    size: float
    color: str
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text that belong together."""

    role: str
    lines: tuple[TextLine, ...]


Shape = Box | Path | Text
