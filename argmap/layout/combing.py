"""Combing: routes that lie on each other are moved apart, and small jogs in them are straightened.

Routes are sought one after the other along few gutters, and the best for one may lie on another. What is left of that
is mended here as in the last step of Wybrow, Marriott and Stuckey 2009 (see ``routing``): straight pieces are shifted a
little to the side, where the whole is better for it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, Rect, corners_of
from argmap.layout.gutters import (
    ALONG,
    APART,
    CLOSE,
    CLOSE_BY,
    CORNER,
    CROWDED,
    GUTTER,
    HEADS,
    IN_LINE,
    INSIDE,
    NEAR,
    Gutters,
    Stretch,
)
from argmap.layout.landings import BESIDE, SPUR, head_room
from argmap.layout.routing import BEND, unknotted
from argmap.layout.sheet import INSET

Line = tuple[Point, ...]

_SHIFTS = (1.0, 3.0, 5.0, 7.0, 9.0)
"""By how much pieces are shifted to either side, in points of the layout."""
_SHARES = (0.25, 0.5, 0.75)
"""How far on the way from one to the other pieces are brought in line that have a step between them."""
_JOG = 24.0
"""How short a piece is that makes a jog."""
_STEP = 8.0
"""How short a step aside is that looks like a slip."""
_SLIP = 200.0
"""What such a step costs, in points of length."""
_ROUNDS = 3
_STAY = 3.0
"""What it costs to move an end of a line from its place on a card, for each point."""
_ON = 0.01
_GAIN = 2.0
"""How much better a line has to be to be moved."""


def combed(
    gutters: Gutters, line: Line, through: set[str], ends: tuple[Rect, Rect | None], *, kept: Sequence[Point] = ()
) -> Line:
    """Return a better line than one that is drawn no longer, from the same side of a card to the same side of another.

    Parameters
    ----------
    through
        The boxes that it may cross.
    ends
        The cards or boxes that it joins; the second may be the piece of a line on which it ends.
    kept
        Points of it at which other lines end; with such, it is only straightened.
    """
    tolls = Tolls(gutters, through)
    best, toll = line, tolls.of(line)
    if toll is None or not (tolls.is_unclear(line) or least_step(line) < _JOG):
        return line
    for _ in range(_ROUNDS):
        before = best
        for moved in list(_moved(best, *ends, () if kept else _SHIFTS)):
            other = tolls.of(moved)
            if other is None:
                continue
            other += _STAY * (moved[0].distance(line[0]) + moved[-1].distance(line[-1]))
            if other < toll - _GAIN and arrives_alike(moved, line) and is_kept(moved, kept):
                best, toll = moved, other
        if best is before:
            break
    return best


def meets(gutters: Gutters, line: Line, *, since: int = -1) -> bool:
    """Tell whether a line crosses others or runs close by them, of those with a number higher than a given one."""
    return any(any(_met(gutters, stretch, since)) for stretch in _stretches(line))


class Met(NamedTuple):
    """What a piece of a line meets.

    How many lines it crosses, heads counted dearer, what it costs besides where that is at a corner or behind a head,
    and how far it runs along some, more if closer.
    """

    crossed: int
    crowded: float
    along: float


class Tolls:
    """What lines cost that may cross some boxes; every straight piece is looked at once."""

    def __init__(self, gutters: Gutters, through: set[str]) -> None:
        self.gutters, self.through = gutters, through
        self._is_open = cache(lambda stretch: gutters.lets_through(stretch, through))
        self._inside = cache(lambda stretch: gutters.inside(stretch, through))
        self._met = cache(lambda stretch: _met(gutters, stretch))

    def of(self, line: Line) -> float | None:
        """Return what a line costs; none if its way is closed."""
        clear = (_off_card(line[0], line[1]), *line[1:-1], _off_card(line[-1], line[-2]))
        if not all(self._is_open(stretch) for stretch in _stretches(clear)):
            return None
        met = [self._met(stretch) for stretch in _stretches(line)]
        length = sum(a.distance(b) for a, b in pairwise(line))
        crossed = HEADS * self._through_head(line) + sum(one.crossed for one in met)
        inside, hugged = self._in_boxes(clear)
        along = sum(one.along for one in met) + hugged
        crowded = sum(one.crowded for one in met)
        dear = self.gutters.crossing * (crossed + along / ALONG + inside / INSIDE)
        slip = _SLIP * (least_step(line) < _STEP)
        return length + BEND * (len(line) - 2) + dear + crowded + slip

    def _through_head(self, line: Line) -> int:
        """Return how many straight pieces of other lines run through the head of a line; not that on which it ends."""
        room, (x, y) = head_room(line[-1], line[-2]), line[-1]
        near = dict.fromkeys(self.gutters.bars.near(room.x, room.y, room.right, room.bottom))
        return sum(bar.enters(room) and not bar.holds(x, y) for _, bar in near)

    def is_unclear(self, line: Line) -> bool:
        """Tell whether a line runs by another or a border of its own box, or crosses one where that is hard to see."""
        _, hugged = self._in_boxes(line)
        return hugged > 0 or any(met.along or met.crowded for met in map(self._met, _stretches(line)))

    def _in_boxes(self, line: Line) -> tuple[float, float]:
        """Return how far a line runs inside the boxes that it may cross, and how far of that by their borders."""
        if not self.through:
            return 0.0, 0.0
        ways = [self._inside(stretch) for stretch in _stretches(line)]
        return sum(inside for inside, _ in ways), sum(hugged for _, hugged in ways)


def _moved(line: Line, start: Rect, end: Rect | None, shifts: Sequence[float]) -> Iterator[Line]:
    """Yield a line with one of its pieces shifted, or two brought in line that have a step between them."""
    places = [(number, to) for number in range(len(line) - 1) for to in _places(line, number, shifts)]
    moves = [((number, to),) for number, to in places] + [((n, to), (n + 2, to)) for n, to in _between_steps(line)]
    spur = min(SPUR, line[-2].distance(line[-1]))
    for move in moves:
        if all(_meets_its_ends(line, number, to, start, end) for number, to in move):
            moved = line
            for number, to in move:
                moved = shifted(moved, number, to)
            if is_sound(moved, spur):
                yield moved


def _places(line: Line, number: int, shifts: Sequence[float]) -> Iterator[float]:
    """Yield to where a piece may be shifted: in line with the pieces before and after it, and a little to each side."""
    upright, place = line[number].x == line[number + 1].x, place_of(line, number)
    for point in (*line[max(0, number - 1) : number], *line[number + 2 : number + 3]):
        yield point.x if upright else point.y
    for shift in shifts:
        yield from (place + shift, place - shift)


def _between_steps(line: Line) -> Iterator[tuple[int, float]]:
    """Yield the first of two pieces with a small step between them, and where both may be brought in line."""
    for number in range(len(line) - 3):
        place, other = place_of(line, number), place_of(line, number + 2)
        goes_on = _direction(*line[number : number + 2]) == _direction(*line[number + 2 : number + 4])
        if goes_on and abs(other - place) < _JOG:
            yield from ((number, place + (other - place) * share) for share in _SHARES)


def place_of(line: Line, number: int) -> float:
    """Return where a piece of a line stands: its x or, if it is level, its y."""
    a, b = line[number], line[number + 1]
    return a.x if a.x == b.x else a.y


def _meets_its_ends(line: Line, number: int, to: float, start: Rect, end: Rect | None) -> bool:
    """Tell whether a piece, shifted to another place, still meets what the line joins, if it is the first or last."""
    upright = line[number].x == line[number + 1].x
    ends = ((0, start), (len(line) - 2, end))
    return all(rect is not None and is_within(rect, to, upright=upright) for piece, rect in ends if piece == number)


def shifted(line: Line, number: int, to: float) -> Line:
    """Return a line with one of its pieces shifted to another x or, if it is level, to another y."""
    a, b = line[number], line[number + 1]
    one, other = (Point(to, a.y), Point(to, b.y)) if a.x == b.x else (Point(a.x, to), Point(b.x, to))
    return tuple(corners_of((*line[:number], one, other, *line[number + 2 :])))


def arrives_alike(moved: Line, line: Line) -> bool:
    """Tell whether a line that has been moved has no knots and arrives in the direction in which it did."""
    alike = _direction(moved[-2], moved[-1]) == _direction(line[-2], line[-1])
    return alike and unknotted(moved) == list(moved)


def is_kept(line: Line, points: Sequence[Point]) -> bool:
    """Tell whether a line runs through points, with room for the ends of other lines."""
    return all(any(_holds(a, b, point) for a, b in pairwise(line)) for point in points)


def _holds(a: Point, b: Point, point: Point) -> bool:
    """Tell whether a piece of a line runs through a point, and some way on to both sides."""
    start, end = (a.y, b.y) if a.x == b.x else (a.x, b.x)
    aside, at = (point.x - a.x, point.y) if a.x == b.x else (point.y - a.y, point.x)
    return abs(aside) < _ON and min(start, end) + BESIDE <= at <= max(start, end) - BESIDE


def is_within(rect: Rect, at: float, *, upright: bool) -> bool:
    """Tell whether a line at a place meets a side of a card clear of its corners."""
    if upright:
        return rect.x + INSET <= at <= rect.right - INSET
    return rect.y + INSET <= at <= rect.bottom - INSET


def is_sound(line: Line, spur: float) -> bool:
    """Tell whether a line never turns back, all its pieces are straight, and its head has room."""
    if any(a.x != b.x and a.y != b.y for a, b in pairwise(line)) or line[-1].distance(line[-2]) < spur:
        return False
    directions = [_direction(a, b) for a, b in pairwise(line)]
    return all(one[0] * other[0] + one[1] * other[1] == 0 for one, other in pairwise(directions))


def _direction(a: Point, b: Point) -> tuple[int, int]:
    return (b.x > a.x) - (b.x < a.x), (b.y > a.y) - (b.y < a.y)


def _off_card(point: Point, to: Point) -> Point:
    """Return where a piece of a line that leaves a card is in the gutter."""
    return point.towards(to, min(1.0, GUTTER / point.distance(to)))


def least_step(line: Line) -> float:
    """Return how long the shortest piece is by which a line goes aside and on in the same direction; at most a jog."""
    steps = (
        b.distance(c)
        for a, b, c, d in zip(line, line[1:], line[2:], line[3:], strict=False)
        if _direction(a, b) == _direction(c, d)
    )
    return min(steps, default=_JOG)


def _stretches(line: Sequence[Point]) -> Iterator[Stretch]:
    for a, b in pairwise(line):
        if a.x == b.x:
            yield a.x, min(a.y, b.y), max(a.y, b.y), True
        else:
            yield a.y, min(a.x, b.x), max(a.x, b.x), False


def _met(gutters: Gutters, stretch: Stretch, since: int = -1) -> Met:
    """Return what a piece meets."""
    at, start, end, upright = stretch
    crossed, crowded, along = set[float](), dict[float, float](), 0.0
    for bar in gutters.bars_near(stretch, since):
        if bar.upright != upright:
            if start <= bar.at < end and bar.start <= at <= bar.end:
                crossed.add(bar.at)
                if bar.at - start > _ON:
                    at_bend = bar.at - start < CORNER or end - bar.at < CORNER
                    crowded[bar.at] = max(crowded.get(bar.at, 0.0), gutters.crowding(bar, at) or CROWDED * at_bend)
        elif (aside := abs(bar.at - at)) < NEAR:
            apart = APART if aside < IN_LINE else 0.0
            along += max(0.0, min(end, bar.end + apart) - max(start, bar.start - apart)) * (1 - aside / NEAR)
        elif aside < CLOSE:
            along += max(0.0, min(end, bar.end) - max(start, bar.start)) * ALONG / CLOSE_BY
    return Met(len(crossed) + HEADS * gutters.heads_met(stretch, since), sum(crowded.values()), along)
