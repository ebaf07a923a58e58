"""Gaps: where a line crosses another, the one beneath is interrupted, so that nobody takes them to be joined.

A line with dashes is whole there, for its own gap could fall into that of the other. The thin lines to stubs interrupt
no other, and nothing interrupts a line of another colour right where it begins: no more of it would be seen there. The
border of a reason box is interrupted as well where a line crosses it that joins a card inside: it is not of the whole
box.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from argmap.cells import Cells
from argmap.dashes import Dashing
from argmap.geometry import Curve, Point, Rect, polyline, straight
from argmap.layout.crossings import EACH, Crossing
from argmap.layout.landings import HEAD_LENGTH
from argmap.layout.placement import PlacedBox, Placement, Route
from argmap.shapes import Path
from argmap.theme import LineStyle, Theme

_PAPER = 1.8
"""How much of the line beneath is left out on both sides of the one that crosses it, in points."""
_WIDER = 0.8
"""How much that is at least as a share of the gap between two dashes of the line beneath, not to be taken for one."""
_WIDEST = 4.0
"""But no more than that where colours differ, in points: what else is near is to stay."""
_ALIKE = 1.3
"""By how much wider it is between lines of one colour: nothing but the gap tells them apart there."""
_BRIDGE = 1.0
"""How much farther a line with dashes is whole than the gap over which it leads, on both sides, in points."""
_BEGINNING = 4.0
"""How much of a line is left at its beginning before a gap, in points, or there is none."""
_MORE = 0.4
"""How much farther a gap reaches than the line or dash that it interrupts, so that nothing shines through at its edges.
"""


def gaps(
    placement: Placement,
    crossed: Iterable[Crossing],
    styles: Mapping[str, LineStyle],
    dashings: Mapping[Route, Dashing],
    theme: Theme,
) -> Iterator[tuple[str, Path]]:
    """Yield the gaps where the lines of a placement cross, and what is solid there of lines with dashes.

    Each comes with the id of the inference whose line is solid or makes the gap. In a reason box lines are not
    interrupted: a gap has the colour of the ground.

    Parameters
    ----------
    styles
        How the lines of inferences are drawn, in the order in which they are painted.
    dashings
        How those lines are dashed.
    """
    place = {name: number for number, name in enumerate(styles)}
    boxes = _by_place(placement.boxes)
    passed = _Passed(dashings)
    for spot, line, way, other, other_way in crossed:
        lines = [(placement.routes[other], other_way), (placement.routes[line], way)]
        (under, under_way), (over, over_way) = sorted(lines, key=lambda crossing: place[crossing[0].inference])
        if not over.stub and not any(box.rect.holds(spot) for box in boxes.at(spot)):
            style = styles[under.inference]
            beneath = _Crossed(under, under_way, theme.stub_line if under.stub else style.width, style)
            above = _Crossed(over, over_way, styles[over.inference].width, styles[over.inference])
            yield from _led_over(spot, above, beneath, passed, theme)


class _Crossed(NamedTuple):
    """A line that crosses another, from where and to where it runs there, how wide it is, and its inference's style."""

    route: Route
    way: tuple[Point, Point]
    width: float
    style: LineStyle


class _Passed:
    """Tells how lines are dashed, and how far along them they are crossed."""

    def __init__(self, dashings: Mapping[Route, Dashing]) -> None:
        self.dashings = dashings
        self.known: dict[Route, dict[Point, float]] = {}

    def solid(self, crossed: _Crossed, spot: Point, reach: float) -> Path:
        """Return the solid piece of a line with dashes around a spot, so far to both sides of it or up to a bend."""
        if crossed.route not in self.known:
            points = list(polyline(crossed.route.curve, EACH))
            ways = accumulate((a.distance(b) for a, b in pairwise(points)), initial=0.0)
            self.known[crossed.route] = dict(zip(points, ways, strict=True))
        before, after = crossed.way
        at = self.known[crossed.route][before] + before.distance(spot)
        first, last = self.dashings[crossed.route].solid(at - reach, at + reach)
        piece = straight(_towards(spot, before, at - first), _towards(spot, after, last - at))
        return Path("bridge", piece, stroke=crossed.style.color, width=crossed.width)


def _led_over(
    spot: Point, over: _Crossed, under: _Crossed, passed: _Passed, theme: Theme
) -> Iterator[tuple[str, Path]]:
    """Yield the gap in the line beneath, and what is solid of lines with dashes: on both sides of it, and over it."""
    dashes = () if under.route.stub else under.style.dashes
    paper = max((_PAPER, *(min(_WIDER * between, _WIDEST) for between in dashes[1::2])))
    paper *= _ALIKE if over.style.color == under.style.color and not under.route.stub else 1.0
    half = over.width / 2 + paper
    if dashes and under.style.is_dashed:
        yield under.route.inference, passed.solid(under, spot, half + dashes[0])
    begins = spot.distance(under.route.curve[0]) < half + _BEGINNING
    if not begins or over.style.color == under.style.color:
        reach = under.width / 2 + _MORE
        gap = straight(*(_towards(spot, end, reach) for end in over.way))
        yield over.route.inference, Path("gap", gap, stroke=theme.ground, width=2 * half)
    if over.style.is_dashed:
        yield over.route.inference, passed.solid(over, spot, under.width / 2 + paper + _BRIDGE)


def _towards(spot: Point, end: Point, way: float) -> Point:
    """Return the point so far from a spot on the way to an end, or the end if that is nearer."""
    return spot.towards(end, min(1.0, way / (spot.distance(end) or 1.0)))


def border_gaps(
    placement: Placement, order: Sequence[str], widths: dict[str, float], theme: Theme
) -> Iterator[tuple[str, Path]]:
    """Yield the gaps that lines make in the borders of boxes, each with the id of the inference whose line it is.

    They are there where a line that begins or ends on a card inside crosses a border that is painted before it, but for
    where its head lies on the border.

    Parameters
    ----------
    order
        The ids of the inferences as they are painted.
    widths
        How wide their lines are.
    """
    place = {name: number for number, name in enumerate(order)}
    boxes = _by_place(placement.boxes)
    for route in placement.routes:
        reach = (theme.stub_line if route.stub else widths[route.inference]) / 2 + _PAPER
        for curve in (route.curve, route.curve[::-1]):
            for box in boxes.at(curve[0]):
                inside = box.rect.grown(-_MORE).holds(curve[0]) and place[box.inference] <= place[route.inference]
                spot = _leaving(curve, box.rect) if inside else None
                if spot and (route.stub or spot.distance(route.curve[-1]) >= HEAD_LENGTH + reach):
                    across = Point(0.0, reach) if spot.x in (box.rect.x, box.rect.right) else Point(reach, 0.0)
                    gap = straight(spot.moved(-across.x, -across.y), spot.moved(*across))
                    yield route.inference, Path("gap", gap, stroke=theme.ground, width=theme.box_border + _MORE)


def _by_place(boxes: Iterable[PlacedBox]) -> Cells[PlacedBox]:
    grid: Cells[PlacedBox] = Cells()
    for box in boxes:
        grid.add(box.rect, box)
    return grid


def _leaving(curve: Curve, rect: Rect) -> Point | None:
    """Return where a line that begins in a rectangle crosses its border first."""
    for a, b in pairwise(polyline(curve, EACH)):
        if not rect.holds(b):
            x, y = min(max(b.x, rect.x), rect.right), min(max(b.y, rect.y), rect.bottom)
            return Point(a.x, y) if rect.x < b.x < rect.right else Point(x, a.y)
    return None
