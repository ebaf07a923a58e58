"""The order in which inferences are painted: what comes later lies on top."""

from collections.abc import Iterable, Iterator

from argmap.geometry import Point, length
from argmap.layout.crossings import Crossing
from argmap.layout.landings import NECK
from argmap.layout.placement import Placement, Route
from argmap.model import ArgumentMap, Inference

_ABOUT = 4.0
"""How far a gap reaches along the line that it interrupts, in points of the layout."""


def painted_in_order(argument: ArgumentMap, placement: Placement, crossed: Iterable[Crossing]) -> list[Inference]:
    """Return the inferences as they are painted: long lines first, for short ones are the worse to read with a gap.

    But what is undercut comes before the badge on it, boxes before lines from within and to within, and before a line
    comes one that crosses it right behind its head or where it bends. (Where that cannot all be, boxes give way.)
    """
    beneath = _to_be_beneath(argument, placement)
    for name, other in dict.fromkeys(_bearing_gaps(placement, crossed)):
        if not _lies_beneath(beneath, other, name):
            beneath[other].append(name)
    lengths = {route.inference: length(route.curve) for route in placement.routes if not route.stub}
    waiting = [inference.id for inference in reversed(argument.inferences)]
    waiting.sort(key=lambda name: lengths.get(name, 0.0))
    met, order = set[str](), dict[str, Inference]()
    while waiting:
        name = waiting[-1]
        first = [other for other in beneath[name] if other not in met]
        if name in met or not first:
            undercut = _undercut_in_turn(argument, waiting.pop())
            order |= {one.id: one for one in reversed(list(undercut)) if one.id not in order}
        else:
            waiting += first
        met.add(name)
    return list(order.values())


def _to_be_beneath(argument: ArgumentMap, placement: Placement) -> dict[str, list[str]]:
    """Return for every inference those whose lines and boxes always lie beneath its own."""
    box_of = {placed.card.claim: placed.box for placed in placement.cards if placed.box and not placed.stub}
    beneath: dict[str, list[str]] = {}
    for inference in argument.inferences:
        names = [inference.target, *map(box_of.get, (inference.target, *inference.premises))]
        beneath[inference.id] = [name for name in names if name in argument.inference and name != inference.id]
    return beneath


def _lies_beneath(beneath: dict[str, list[str]], name: str, other: str) -> bool:
    """Tell whether an inference lies beneath another, or beneath what lies beneath it, and so on."""
    met, waiting = set[str](), [other]
    while waiting:
        above = waiting.pop()
        if above == name:
            return True
        if above not in met:
            met.add(above)
            waiting += beneath[above]
    return False


def _bearing_gaps(placement: Placement, crossed: Iterable[Crossing]) -> Iterator[tuple[str, str]]:
    """Yield the inference that bears a gap better, and the other, for lines that cross where one bears it worse."""
    for spot, line, way, other, other_way in crossed:
        one, two = placement.routes[line], placement.routes[other]
        harm, other_harm = _harm(one, spot, way), _harm(two, spot, other_way)
        if harm < other_harm:
            yield one.inference, two.inference
        elif other_harm < harm:
            yield two.inference, one.inference


def _harm(route: Route, spot: Point, way: tuple[Point, Point]) -> int:
    """Tell how much a gap at a spot would harm a line: most right behind its head, little in a thin one to a stub.

    ``way`` is from where and to where it runs straight there.
    """
    if route.stub:
        return 0
    if spot.distance(route.curve[-1]) < NECK:
        return 3
    ends = (route.curve[0], route.curve[-1])
    return 2 if any(spot.distance(bend) < _ABOUT for bend in way if bend not in ends) else 1


def _undercut_in_turn(argument: ArgumentMap, name: str) -> Iterator[Inference]:
    """Yield an inference, the one that it undercuts, the one that that undercuts, and so on."""
    while inference := argument.inference.get(name):
        yield inference
        name = inference.target
