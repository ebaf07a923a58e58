"""Gaps: where a line crosses another, the one beneath is interrupted, so that nobody takes them to be joined.

A line with dashes is whole there, for its own gap could fall into that of the other. The border of a reason box is
interrupted as well where a line crosses it that comes from a card inside, or that ends at a stub inside: it is not of
the whole box.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from argmap.geometry import Curve, Point, Rect, samples, straight
from argmap.grid import Grid
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
    for spot, line, way, other, other_way in crossed:
        one, two = placement.routes[line], placement.routes[other]
        if one.stub or two.stub or any(box.rect.holds(spot) for box in placement.boxes):
            continue
        under, over, over_way = two.inference, one.inference, way
        if place[under] > place[over]:
            under, over, over_way = over, under, other_way
        reach = styles[under].width / 2 + _MORE
        ends = [spot.towards(end, min(1.0, reach / spot.distance(end))) for end in over_way]
        paper = max((_PAPER, *(min(_WIDER * between, _WIDEST) for between in styles[under].dashes[1::2])))
        width = styles[over].width + 2 * paper
        yield over, Path("gap", straight(*ends), stroke=theme.ground, width=width)
        if styles[over].dashes and styles[over].dashes[0] > styles[over].width:
            reach = styles[under].width / 2 + paper + _BRIDGE
            ends = [spot.towards(end, min(1.0, reach / spot.distance(end))) for end in over_way]
            yield over, Path("bridge", straight(*ends), stroke=styles[over].color, width=styles[over].width)


def border_gaps(
    placement: Placement, order: Sequence[str], widths: dict[str, float], theme: Theme
) -> Iterator[tuple[str, Path]]:
    """Yield the gaps that lines make in the borders of boxes, each with the id of the inference whose line it is.

    They are there where a line that begins on a card inside, or ends at a stub there, crosses a border that is painted
    before it.

    Parameters
    ----------
    order
        The ids of the inferences as they are painted.
    widths
        How wide their lines are.
    """
    place = {name: number for number, name in enumerate(order)}
    boxes: Grid[PlacedBox] = Grid()
    for box in placement.boxes:
        boxes.add(box.rect, box)
    for route in placement.routes:
        reach = (theme.stub_line if route.stub else widths[route.inference]) / 2 + _PAPER
        for curve in (route.curve, route.curve[::-1]) if route.stub else (route.curve,):
            for box in boxes.near(curve[0]):
                inside = box.rect.grown(-_MORE).holds(curve[0]) and place[box.inference] <= place[route.inference]
                spot = _leaving(curve, box.rect) if inside else None
                if spot and (route.stub or spot.distance(curve[-1]) >= HEAD_LENGTH):
                    across = Point(0.0, reach) if spot.x in (box.rect.x, box.rect.right) else Point(reach, 0.0)
                    gap = straight(spot.moved(-across.x, -across.y), spot.moved(*across))
                    yield route.inference, Path("gap", gap, stroke=theme.ground, width=theme.box_border + _MORE)


def _leaving(curve: Curve, rect: Rect) -> Point | None:
    """Return where a line that begins in a rectangle crosses its border first."""
    for a, b in pairwise(samples(curve, _EACH)):
        if not rect.holds(b):
            x, y = min(max(b.x, rect.x), rect.right), min(max(b.y, rect.y), rect.bottom)
            return Point(a.x, y) if rect.x < b.x < rect.right else Point(x, a.y)
    return None
