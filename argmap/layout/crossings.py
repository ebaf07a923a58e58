"""How much the lines of a placement cross, and how long they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, samples
from argmap.layout.placement import Placement

_CELL = 48.0
_STRAIGHT = 1e-6
_EACH = 6
"""How many straight pieces stand for a curve."""


def line_length(placement: Placement) -> float:
    """Return how long all lines are together, in points of the layout."""
    return sum(a.distance(b) for route in placement.routes for a, b in pairwise(samples(route.curve, _EACH)))


def crossings(placement: Placement) -> int:
    """Return how many times two lines of a placement cross."""
    return times_crossed(list(samples(route.curve, _EACH)) for route in placement.routes)


def crossings_of(placement: Placement) -> Iterator["Crossing"]:
    """Yield where two lines of a placement cross; a crossing's lines are numbered like the routes."""
    return where_crossed(list(samples(route.curve, _EACH)) for route in placement.routes)


def times_crossed(lines: Iterable[Sequence[Point]]) -> int:
    """Return how many times two lines of straight pieces cross; lines that run on one rail do not."""
    return len({(round(crossing.spot.x), round(crossing.spot.y)) for crossing in where_crossed(lines)})


class Crossing(NamedTuple):
    """Where a straight piece of a line, from ``start`` to ``end``, crosses another line that came before it."""

    spot: Point
    line: int
    start: Point
    end: Point
    other: int


def where_crossed(lines: Iterable[Sequence[Point]]) -> Iterator[Crossing]:
    """Yield where lines of straight pieces cross."""
    cells: dict[tuple[int, int], list[tuple[int, Point, Point]]] = defaultdict(list)
    found: set[tuple[int, int, Point]] = set()
    for number, line in enumerate(lines):
        for a, b in pairwise(_bends(line)):
            for cell in _cells(a, b):
                for other, c, d in cells[cell]:
                    if other != number and (spot := _crossing(a, b, c, d)) and (other, number, spot) not in found:
                        found.add((other, number, spot))
                        yield Crossing(spot, number, a, b, other)
                cells[cell].append((number, a, b))


def _bends(points: Sequence[Point]) -> list[Point]:
    """Return the points at which a line changes its direction, and its ends: where it is straight, none can be met."""
    kept = [points[0]]
    for point, after in pairwise(points[1:]):
        before = kept[-1]
        across = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x)
        if abs(across) > _STRAIGHT:
            kept.append(point)
    return [*kept, points[-1]]


def _cells(a: Point, b: Point) -> list[tuple[int, int]]:
    """Return the cells of the plane that a straight line may touch."""
    columns = range(int(min(a.x, b.x) // _CELL), int(max(a.x, b.x) // _CELL) + 1)
    rows = range(int(min(a.y, b.y) // _CELL), int(max(a.y, b.y) // _CELL) + 1)
    return [(column, row) for column in columns for row in rows]


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where two straight lines cross, inside both; none where they only touch or lie on each other."""
    across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if abs(across) < 1e-9:
        return None
    t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across
    u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across
    inside = 1e-6 < t < 1 - 1e-6 and 1e-6 < u < 1 - 1e-6
    return a.towards(b, t) if inside else None
