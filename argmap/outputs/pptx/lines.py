"""Lines as connectors, which follow the cards that they are glued to."""

from dataclasses import dataclass, field
from itertools import pairwise

from argmap.geometry import Curve, Point, Rect, segments
from argmap.outputs.pptx.elements import Element, make, place, preset

_NEAR = 1.0
"""How far from a connection site a line may end to be glued to it, in points."""
_OFF_MIDDLE = 2.0
"""How far from the middle a connector may bend, in points: Impress bends all in the middle, whatever the file says."""
_LEAN = 0.4
"""How far a line may lean to count as upright or level, in points."""


@dataclass(slots=True)
class Anchors:
    """The shapes to which lines can be glued, by their numbers."""

    known: list[tuple[int, Rect]] = field(default_factory=list)

    def add(self, identifier: int, rect: Rect) -> None:
        """Let lines be glued to a rounded rectangle."""
        self.known.append((identifier, rect))

    def site(self, point: Point) -> tuple[int, int] | None:
        """Return the shape and the number of its connection site at a point.

        Those of a rounded rectangle are the middles of its sides: above, left, below, right (presetShapeDefinitions
        of ECMA-376, part 1).
        """
        for identifier, rect in self.known:
            middle = rect.center
            sites = (
                Point(middle.x, rect.y),
                Point(rect.x, middle.y),
                Point(middle.x, rect.bottom),
                Point(rect.right, middle.y),
            )
            for number, site in enumerate(sites):
                if site.distance(point) <= _NEAR:
                    return identifier, number
        return None


Ends = tuple[tuple[int, int] | None, tuple[int, int] | None]


def site_ends(curve: Curve, anchors: Anchors) -> Ends | None:
    """Return the connection sites at the ends of a line; nothing if there is none at either end."""
    ends = anchors.site(curve[0]), anchors.site(curve[-1])
    return ends if any(ends) else None


def connector(name: Element, curve: Curve, look: Element, ends: Ends) -> Element | None:
    """Make a connector (ECMA-376, part 1, 19.3.1.19) of a line that is straight or has two right corners."""
    corners = _corners(curve)
    if len(corners) == 2:
        shape = _straight(*corners)
    elif len(corners) == 4 and (bent := _bent(corners)) is not None:
        shape = bent
    else:
        return None
    glue = [make(f"a:{end}Cxn", {"id": at[0], "idx": at[1]}) for end, at in zip(("st", "end"), ends, strict=True) if at]
    return make(
        "p:cxnSp",
        None,
        make("p:nvCxnSpPr", None, name, make("p:cNvCxnSpPr", None, *glue), make("p:nvPr")),
        make("p:spPr", None, *shape, look),
    )


def _straight(start: Point, end: Point) -> tuple[Element, Element]:
    rect = _between(start, end)
    flipped = "H" * (end.x < start.x) + "V" * (end.y < start.y)
    return place(rect, flipped=flipped), preset("straightConnector1")


def _bent(corners: list[Point]) -> tuple[Element, Element] | None:
    """Return the place and the shape of a connector that bends twice halfway; nothing for one that bends elsewhere.

    As it comes, it runs level from its upper left corner, down, and level to its lower right one; so one that runs
    upright is turned, which swaps its width and height around its middle.
    """
    start, first, _, end = corners
    rect = _between(start, end)
    if abs(first.y - start.y) <= _LEAN:
        share = (first.x - start.x) / (end.x - start.x) if end.x != start.x else -1.0
        turned, flipped, placed = 0, "H" * (end.x < start.x) + "V" * (end.y < start.y), rect
    else:
        share = (first.y - start.y) / (end.y - start.y) if end.y != start.y else -1.0
        middle, down = rect.center, end.y > start.y
        placed = Rect(middle.x - rect.height / 2, middle.y - rect.width / 2, rect.height, rect.width)
        turned = 90 if down else 270
        flipped = "V" * ((end.x > start.x) is down)
    way = max(placed.width, _NEAR)
    if abs(share - 0.5) > _OFF_MIDDLE / way:
        return None
    return place(placed, turned=turned, flipped=flipped), preset("bentConnector3", adj1=share)


def _between(start: Point, end: Point) -> Rect:
    left, top = min(start.x, end.x), min(start.y, end.y)
    return Rect(left, top, abs(end.x - start.x), abs(end.y - start.y))


def _corners(curve: Curve) -> list[Point]:
    """Return the ends and corners of a line of straight parts, round corners made sharp; nothing for any other."""
    straight = [(a, d) for a, b, c, d in segments(curve) if _is_straight(a, b, c, d)]
    runs: list[tuple[Point, Point]] = []
    for a, d in straight:
        if runs and _aligned(runs[-1], (a, d)):
            runs[-1] = runs[-1][0], d
        else:
            runs.append((a, d))
    if not runs or runs[0][0] != curve[0] or runs[-1][1] != curve[-1]:
        return []
    if len(runs) == 1:
        return [curve[0], curve[-1]]
    if not all(_level(a, d) or _upright(a, d) for a, d in runs):
        return []
    corners = [curve[0]]
    for (a, b), (c, d) in pairwise(runs):
        if _level(a, b) is _level(c, d):
            return []
        corners.append(Point(c.x, a.y) if _level(a, b) else Point(a.x, c.y))
    return [*corners, curve[-1]]


def _aligned(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether one line goes on as another without a bend."""
    return one[1] == other[0] and _is_straight(one[0], one[1], other[0], other[1])


def _level(a: Point, b: Point) -> bool:
    return abs(a.y - b.y) <= _LEAN


def _upright(a: Point, b: Point) -> bool:
    return abs(a.x - b.x) <= _LEAN


def _is_straight(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether a Bézier curve hardly leaves the line between its ends."""
    length = a.distance(d) or 1.0
    return all(abs((d.x - a.x) * (p.y - a.y) - (d.y - a.y) * (p.x - a.x)) / length < 0.02 for p in (b, c))
