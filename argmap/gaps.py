"""Gaps: where a line crosses another, the one beneath is interrupted, so that nobody takes them to be joined."""

from collections.abc import Iterable, Iterator

from argmap.geometry import samples, straight
from argmap.layout.crossings import where_crossed
from argmap.layout.placement import Placement, Route
from argmap.shapes import Path
from argmap.theme import LineStyle, Theme

_PAPER = 1.8
"""How much of the line beneath is left out on both sides of the one that crosses it, in points."""
_WIDER = 0.9
"""How much that is at least as a share of the gap between two dashes of the line beneath, not to be taken for one."""
_MORE = 0.4
"""How much wider a gap is than the line that it interrupts, so that nothing shines through at its edges."""
_EACH = 6
"""How many straight pieces stand for a curve."""


def gaps(
    placement: Placement, order: Iterable[Route], styles: dict[str, LineStyle], theme: Theme
) -> Iterator[tuple[str, Path]]:
    """Yield the gaps with the id of the inference whose line makes them, for lines that are painted in an order.

    In a reason box lines are not interrupted: a gap has the colour of the ground.
    """
    routes = [route for route in order if not route.stub]
    for crossing in where_crossed([list(samples(route.curve, _EACH)) for route in routes]):
        if any(box.rect.holds(crossing.spot) for box in placement.boxes):
            continue
        over, under = (routes[number].inference for number in (crossing.line, crossing.other))
        reach = styles[under].width / 2 + _MORE
        ends = [crossing.spot.towards(end, min(1.0, reach / crossing.spot.distance(end))) for end in crossing[2:4]]
        paper = max((_PAPER, *(_WIDER * between for between in styles[under].dashes[1::2])))
        width = styles[over].width + 2 * paper
        yield over, Path("gap", straight(*ends), stroke=theme.ground, width=width)
