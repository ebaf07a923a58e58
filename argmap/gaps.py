"""Gaps: where a line crosses another, the one beneath is interrupted, so that nobody takes them to be joined.

A line with dashes is whole there, for its own gap could fall into that of the other. The thin lines to stubs interrupt
no other. The border of a reason box is interrupted as well where a line crosses it that joins a card inside: it is not
of the whole box.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from argmap.cells import Cells
from argmap.geometry import Curve, Point, Rect, polyline, straight
from argmap.layout.crossings import Crossing
from argmap.layout.placement import PlacedBox, Placement
from argmap.lines import HEAD_LENGTH
from argmap.shapes import Path
from argmap.theme import LineStyle, Theme

_PAPER = 1.8
"""How much of the line beneath is left out on both sides of the one that crosses it, in points."""
_WIDER = 0.8
"""How much that is at least as a share of the gap between two dashes of the line beneath, not to be taken for one."""
_WIDEST = 4.0
"""But no more than that, in points: what else is near is to stay."""
_BRIDGE = 1.0
"""How much farther a line with dashes is whole than the gap over which it leads, on both sides, in points."""
_MORE = 0.4
"""How much wider a gap is than the line that it interrupts, so that nothing shines through at its edges."""
_EACH = 6
"""How many straight pieces stand for a curve."""


def gaps(
    placement: Placement, crossed: Iterable[Crossing], styles: dict[str, LineStyle], theme: Theme
) -> Iterator[tuple[str, Path]]:
    """Yield the gaps with the id of the inference whose line makes them, where the lines of a placement cross.

    In a reason box lines are not interrupted: a gap has the colour of the ground.

    Parameters
    ----------
    styles
        How the lines of inferences are drawn, in the order in which they are painted.
    """
    place = {name: number for number, name in enumerate(styles)}
    boxes = _by_place(placement.boxes)
    for spot, line, way, other, other_way in crossed:
        under, over, over_way = placement.routes[other], placement.routes[line], way
        if place[under.inference] > place[over.inference]:
            under, over, over_way = over, under, other_way
        if not over.stub and not any(box.rect.holds(spot) for box in boxes.at(spot)):
            beneath = replace(styles[under.inference], width=theme.stub_line, dashes=()) if under.stub else None
            shapes = _led_over(spot, over_way, styles[over.inference], beneath or styles[under.inference], theme)
            yield from ((over.inference, shape) for shape in shapes)


def _led_over(spot: Point, way: tuple[Point, Point], over: LineStyle, under: LineStyle, theme: Theme) -> Iterator[Path]:
    """Yield the gap in the line beneath and, of one with dashes, the piece that leads over it on a straight way."""

    def piece(reach: float) -> Curve:
        return straight(*(spot.towards(end, min(1.0, reach / spot.distance(end))) for end in way))

    paper = max((_PAPER, *(min(_WIDER * between, _WIDEST) for between in under.dashes[1::2])))
    yield Path("gap", piece(under.width / 2 + _MORE), stroke=theme.ground, width=over.width + 2 * paper)
    if over.is_dashed:
        yield Path("bridge", piece(under.width / 2 + paper + _BRIDGE), stroke=over.color, width=over.width)


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
    for a, b in pairwise(polyline(curve, _EACH)):
        if not rect.holds(b):
            x, y = min(max(b.x, rect.x), rect.right), min(max(b.y, rect.y), rect.bottom)
            return Point(a.x, y) if rect.x < b.x < rect.right else Point(x, a.y)
    return None
