"""How much the lines of a placement cross, and how long they are."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.cells import Cells
from argmap.geometry import Point, Rect, polyline
from argmap.layout.landings import NECK
from argmap.layout.placement import Placement

_STRAIGHT = 1e-6
_AT = 1e-6
"""Within what share of a piece its end is met."""
_SLACK = 0.1
"""How far apart pieces may be, in points, and still be looked at: more than ``_AT`` is of any."""
_EXACT = 3
"""To how many digits a crossing is told, so that the same one, met at a bend, is told once."""
EACH = 6
"""How many straight pieces stand for a curve."""


def line_length(placement: Placement) -> float:
    """Return how long all lines are together, in points of the layout."""
    return sum(a.distance(b) for route in placement.routes for a, b in pairwise(polyline(route.curve, EACH)))


def winding(placement: Placement) -> float:
    """Return how much longer lines are than the shortest right-angled ways between their ends, in points, together."""
    ends = ((route.curve[0], route.curve[-1]) for route in placement.routes)
    return line_length(placement) - sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in ends)


def crossings(placement: Placement) -> int:
    """Return how many times two lines of a placement cross."""
    return times_crossed(list(polyline(route.curve, EACH)) for route in placement.routes)


def tangle(placement: Placement) -> int:
    """Return how many times two lines of a placement cross; right behind a head it counts twice, for it misleads."""
    tips = [None if route.stub else route.curve[-1] for route in placement.routes]
    times: dict[tuple[int, int], int] = {}
    for crossing in crossings_of(placement):
        ends = tips[crossing.line], tips[crossing.other]
        is_behind = any(tip and crossing.spot.distance(tip) < NECK for tip in ends)
        at = round(crossing.spot.x), round(crossing.spot.y)
        times[at] = max(times.get(at, 0), 2 if is_behind else 1)
    return sum(times.values())


def crossings_of(placement: Placement) -> Iterator["Crossing"]:
    """Yield where two lines of a placement cross; a crossing's lines are numbered like the routes."""
    return where_crossed(list(polyline(route.curve, EACH)) for route in placement.routes)


def times_crossed(lines: Iterable[Sequence[Point]]) -> int:
    """Return how many times two lines of straight pieces cross; lines that run on one rail do not."""
    return len({(round(crossing.spot.x), round(crossing.spot.y)) for crossing in where_crossed(lines)})


class Crossing(NamedTuple):
    """Where two lines cross, each with where it comes from and where it goes on to, straight."""

    spot: Point
    line: int
    way: tuple[Point, Point]
    other: int
    other_way: tuple[Point, Point]


def where_crossed(lines: Iterable[Sequence[Point]]) -> Iterator[Crossing]:
    """Yield where lines of straight pieces cross."""
    pieces: Cells[tuple[float, float, float, float, _Piece]] = Cells()
    found: set[tuple[int, int, Point]] = set()
    for number, line in enumerate(lines):
        bends = _bends(line)
        for before, a, b, after in zip([None, *bends[:-2]], bends[:-1], bends[1:], [*bends[2:], None], strict=True):
            piece = _Piece(number, before, a, b, after)
            left, top, right, bottom = min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)
            for start, upper, end, lower, other in pieces.near(left, top, right, bottom):
                if start > right or end < left or upper > bottom or lower < top or other.line == number:
                    continue
                crossing = _crossing(piece, other)
                if crossing and (other.line, number, crossing.spot) not in found:
                    found.add((other.line, number, crossing.spot))
                    yield crossing
            around = Rect(left, top, right - left, bottom - top).grown(_SLACK)
            pieces.add(around, (around.x, around.y, around.right, around.bottom, piece))


class _Piece(NamedTuple):
    """A straight piece of a line, from ``a`` to ``b``, and the bends before and after it; none at its ends."""

    line: int
    before: Point | None
    a: Point
    b: Point
    after: Point | None

    def way(self, share: float) -> tuple[Point, Point] | None:
        """Return from where and to where the line runs, seen from some share of the piece; none at its ends."""
        start, end = self.before if share < _AT else self.a, self.after if share > 1 - _AT else self.b
        return (start, end) if start and end else None


def _bends(points: Sequence[Point]) -> list[Point]:
    """Return the points at which a line changes its direction, and its ends: where it is straight, none can be met."""
    kept = [points[0]]
    for point, after in pairwise(points[1:]):
        before = kept[-1]
        across = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x)
        if abs(across) > _STRAIGHT:
            kept.append(point)
    return [*kept, points[-1]]


def _crossing(one: _Piece, other: _Piece) -> Crossing | None:
    """Return where two straight pieces of lines cross; none where they only touch or lie on each other."""
    (_, _, a, b, _), (_, _, c, d, _) = one, other
    across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if abs(across) < 1e-9:
        return None
    t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across
    u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across
    if not (-_AT <= t <= 1 + _AT and -_AT <= u <= 1 + _AT):
        return None
    spot, way, others = a.towards(b, t), one.way(t), other.way(u)
    inside = _AT < t < 1 - _AT and _AT < u < 1 - _AT
    if not (way and others and (inside or _goes_through(spot, way, others))):
        return None
    return Crossing(Point(round(spot.x, _EXACT), round(spot.y, _EXACT)), one.line, way, other.line, others)


def _goes_through(spot: Point, one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Tell whether a line comes to the other side of another at a spot, seen from where both come and where they go."""
    rays = sorted(
        (math.atan2(point.y - spot.y, point.x - spot.x), number)
        for number, points in enumerate((one, other))
        for point in points
    )
    first, last = rays[0][0], rays[-1][0]
    apart = all(b - a > _AT for (a, _), (b, _) in pairwise(rays)) and last - first < 2 * math.pi - _AT
    return apart and [number for _, number in rays] in ([0, 1, 0, 1], [1, 0, 1, 0])
