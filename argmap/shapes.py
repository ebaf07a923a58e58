"""What a drawing is made of: rectangles, paths and lines of text, each with the role that it plays."""

from dataclasses import dataclass, replace

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


def resized(shape: Shape, share: float, corner: Point) -> Shape:
    """Return a shape drawn around the origin as a share of its size, the origin moved to a corner."""

    def moved(point: Point) -> Point:
        return Point(corner.x + point.x * share, corner.y + point.y * share)

    if isinstance(shape, Text):
        return replace(shape, lines=tuple(replace(t, start=moved(t.start), size=t.size * share) for t in shape.lines))
    dashes = tuple(dash * share for dash in shape.dashes)
    if isinstance(shape, Box):
        rect = Rect(*moved(Point(shape.rect.x, shape.rect.y)), shape.rect.width * share, shape.rect.height * share)
        return replace(shape, rect=rect, radius=shape.radius * share, width=shape.width * share, dashes=dashes)
    corners = tuple(tuple(map(moved, polygon)) for polygon in shape.corners)
    curve = tuple(map(moved, shape.curve))
    return replace(shape, curve=curve, corners=corners, width=shape.width * share, dashes=dashes)
