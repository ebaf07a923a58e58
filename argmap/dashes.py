"""How lines are dashed, and where they are whole all the same: where dashes would leave crumbs or loose ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import floor

from argmap.geometry import Curve, Point, hull, length, segments, way_to
from argmap.layout.placement import Route
from argmap.lines import BADGE_RADIUS, up_to_head
from argmap.theme import LineStyle

_STRETCH = 1.4
"""By how much dashes are made longer or shorter at most, to fit a line."""
_MOST = 0.6
"""What share of a dash or gap is taken for one."""
_LEAST = 1e-6
_ON = 0.05
"""How far from a line a point may be that is on it, in points."""
_TO_CORNER = 7
"""How many points of a line lead round its first corner: a straight piece, and the corner."""
_ROUND = 10.0
"""Up to how long a curve is a corner, in points."""
_FEW_DASHES = 2.6
"""How many dashes are few."""
_TO_SHAFT = 4
"""How many points of a line its last straight piece has."""


class _Pattern:
    """Dashes and gaps in turns along a line, which begins some way into them."""

    def __init__(self, dashes: Sequence[float], phase: float) -> None:
        self.dashes = dashes if len(dashes) % 2 == 0 else (*dashes, *dashes)
        self.period = sum(self.dashes)
        self.phase = 0.0 if self.period - phase < _LEAST else phase

    def reversed(self, way: float) -> "_Pattern":
        """Return the same seen from the end of a line that is so long."""
        *rest, last_gap = self.dashes
        phase = (self.period - last_gap - self.phase - way) % self.period
        return _Pattern((*reversed(rest), last_gap), phase)

    def solid(self, least: float) -> float:
        """Return how far a line is solid from its beginning, at least so far, for it to end with a dash and then a gap.

        It is not solid at all if that is nothing and it begins with a dash.
        """
        for start, end, after in self._dashes(least):
            if least <= 0 and start <= 0 < end:
                if end >= _MOST * (end - start):
                    return 0.0
            elif end > least:
                return end
            elif least > 0 and after - least >= _MOST * (after - end):
                return least
        return least

    def _dashes(self, least: float) -> Iterator[tuple[float, float, float]]:
        """Yield where the dash at some place and the next begin and end, and where the gaps after them do."""
        at = floor((least + self.phase) / self.period) * self.period - self.phase
        for dash, gap in 2 * list(zip(self.dashes[::2], self.dashes[1::2], strict=True)):
            if at + dash + gap > least:
                yield at, at + dash, at + dash + gap
            at += dash + gap


@dataclass(frozen=True, slots=True)
class Dashing:
    """How a line is dashed. Lengths are in points of the layout; places on it are told by how far along it they are."""

    dashes: tuple[float, ...] = ()
    phase: float = 0.0
    """How far into its dashes a line begins."""
    way: float = 0.0
    """How long it is."""
    start: float = 0.0
    end: float = 0.0
    """How far it is solid from its beginning, and before its end."""
    pieces: tuple[tuple[float, float], ...] = ()
    """From where to where else it is solid."""

    def solid(self, first: float, last: float) -> tuple[float, float]:
        """Return from where to where a line is solid, at least between two places, so that no dash is too near."""
        forth, back = self._patterns
        return max(0.0, self.way - back.solid(self.way - first)), min(self.way, forth.solid(last))

    @property
    def _patterns(self) -> "tuple[_Pattern, _Pattern]":
        """The dashes seen from the beginning of the line, and from its end."""
        forth = _Pattern(self.dashes, self.phase)
        return forth, forth.reversed(self.way)


def dashings(
    routes: Iterable[Route], styles: Mapping[str, LineStyle], badges: Mapping[str, Sequence[Point]]
) -> dict[Route, Dashing]:
    """Return how the lines of inferences are dashed, with the ``styles`` of all and the ``badges`` on them."""
    routes = [route for route in routes if not route.stub]
    ends: defaultdict[Point, list[Curve]] = defaultdict(list)
    for route in routes:
        ends[route.curve[-1]].append(route.curve)
    found = {}
    for route in routes:
        style, others = styles[route.inference], [curve for curve in ends[route.curve[-1]] if curve is not route.curve]
        joints = _joints(route.curve, others) if style.is_dashed else ()
        curve = up_to_head(route.curve, style)
        found[route] = dashing(style, curve, joins=bool(others), joints=joints, badges=badges.get(route.inference, ()))
    return found


def dashing(
    style: LineStyle, curve: Curve, *, joins: bool = False, joints: Iterable[Point] = (), badges: Iterable[Point] = ()
) -> Dashing:
    """Return how a line is dashed: a dash leads into its head, and what is solid ends with a dash and a gap after it.

    It is solid from its card and up to its head where it bends right there, and on both sides of the badges on it: a
    loose piece would hang together with nothing. So it is at its corners, and at the ``joints``, where others turn into
    its way. If it joins others on their way to one head, its dashes lie on those of the others, and it is solid up to
    that way if that is near. Dots need none of that.
    """
    way = length(curve)
    if not style.is_dashed:
        return Dashing(*_fitted(style.dashes, way, 0.0, 0.0, joins=joins), way)
    start = _branch(style, curve) if joins else _bend(style, curve[::-1])
    end = _bend(style, curve)
    plain = Dashing(*_fitted(style.dashes, way, start, end, joins=joins), way)
    pieces = [plain.solid(first, last) for first, last in _corners(curve)]
    pieces += [plain.solid(at - style.dashes[0], at) for at in (way_to(curve, joint) for joint in joints)]
    near = sum(style.dashes)
    for badge in badges:
        at, reach = way_to(curve, badge), BADGE_RADIUS + style.dashes[0]
        first, last = plain.solid(at - reach, at + reach)
        pieces.append((first if first > near else 0.0, last if last < way - near else way))
    first, last = plain.solid(way - end, start)
    return replace(plain, start=last, end=way - first, pieces=tuple(pieces))


def _joints(curve: Curve, others: Iterable[Curve]) -> Iterator[Point]:
    """Yield where other lines turn into the way of one that ends in the same head."""
    pieces = [hull(piece).grown(_ON) for piece in segments(curve)]
    for other in others:
        met = (point for point in other[_TO_CORNER - 1 :: 3] if any(piece.holds(point) for piece in pieces))
        yield from islice(met, 1)


def _fitted(
    dashes: tuple[float, ...], way: float, start: float, end: float, *, joins: bool
) -> tuple[tuple[float, ...], float]:
    """Return the dashes of a line that is solid from its start and up to its end, and how far into them it begins.

    They are made a little longer or shorter, for a gap to come after what is solid, and for a dash to begin and end a
    line that is solid nowhere. Where that is not enough, or where dashes have to lie on others, a dash ends it.
    """
    period = sum(dashes)
    if not period:
        return dashes, 0.0
    last_gap = dashes[-1]
    middle = way - start - end
    gaps_more = (start > 0) + (end > 0) - 1
    count = max(0 if gaps_more > 0 else 1, round((middle - gaps_more * last_gap) / period))
    least = count * period + gaps_more * last_gap
    fit = middle / least if least else 0.0
    if joins or not 1 / _STRETCH <= fit <= _STRETCH:
        return dashes, (period - last_gap - way) % period
    phase = ((period - last_gap) * fit - start) % (period * fit) if start else 0.0
    return tuple(dash * fit for dash in dashes), phase


def _branch(style: LineStyle, curve: Curve) -> float:
    """Return how far a line is to be solid that joins others: up to their way, if that is only a few dashes away."""
    branch = length(curve[:_TO_CORNER]) if len(curve) >= _TO_CORNER else 0.0
    return branch if branch < _FEW_DASHES * sum(style.dashes) else 0.0


def _bend(style: LineStyle, curve: Curve) -> float:
    """Return how far a line is to be solid before its end: from ahead of its last corner, if that is near."""
    if len(curve) < _TO_CORNER:
        return 0.0
    period, shaft, ending = sum(style.dashes), length(curve[-_TO_SHAFT:]), length(curve[-_TO_CORNER:])
    return ending + style.dashes[0] / 2 if shaft < period and ending < _FEW_DASHES * period else 0.0


def _corners(curve: Curve) -> Iterator[tuple[float, float]]:
    """Yield from where to where a line turns round corners, told by how far along it that is."""
    at = 0.0
    for bezier in segments(curve):
        way = length(bezier)
        if way < _ROUND and hull(bezier).width and hull(bezier).height:
            yield at, at + way
        at += way
