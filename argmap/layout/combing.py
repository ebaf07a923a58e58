"""Combing: routes that lie on each other are moved apart, and small jogs in them are straightened.

Routes are sought one after the other along few gutters, and the best for one may lie on another. What is left of that
is mended here as in the last step of Wybrow, Marriott and Stuckey 2009 (see ``routing``): straight pieces are shifted a
little to the side, where the whole is better for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from argmap.geometry import Point, Rect, corners_of
from argmap.layout.gutters import ALONG, GUTTER, HEADS, NEAR, Gutters, Stretch
from argmap.layout.landings import SPUR
from argmap.layout.routing import BEND, unknotted
from argmap.layout.sheet import INSET

Line = tuple[Point, ...]

_SHIFTS = (2.0, 3.5, 5.0, 7.0, 9.0)
"""By how much pieces are shifted to either side, in points of the layout."""
_JOG = 16.0
"""How short a piece is that makes a jog."""
_ROUNDS = 3
_STAY = 3.0
"""What it costs to move an end of a line from its place on a card, for each point."""
_GAIN = 2.0
"""How much better a line has to be to be moved."""


def combed(gutters: Gutters, line: Line, through: set[str], start: Rect, end: Rect | None) -> Line:
    """Return a better line than one that is drawn no longer, from the same side of a card to the same side of another.

    Parameters
    ----------
    through
        The boxes that it may cross.
    start, end
        The cards or boxes that it joins; no end if it ends on another line.
    """
    tolls = _Tolls(gutters, through)
    best, toll = line, tolls.of(line)
    if toll is None or not (tolls.is_doubled(line) or _has_jog(line)):
        return line
    for _ in range(_ROUNDS):
        before = best
        for moved in list(_moved(best, start, end)):
            other = tolls.of(moved)
            if other is None:
                continue
            other += _STAY * (moved[0].distance(line[0]) + moved[-1].distance(line[-1]))
            if other < toll - _GAIN and unknotted(moved) == list(moved):
                best, toll = moved, other
        if best is before:
            break
    return best


def meets(gutters: Gutters, line: Line) -> bool:
    """Tell whether a line that is drawn no longer crosses another, or runs close by one."""
    return any(any(_met(gutters, stretch)) for stretch in _stretches(line))


@dataclass
class _Tolls:
    """What lines cost that may cross some boxes; every straight piece is looked at once."""

    gutters: Gutters
    through: set[str]
    open: dict[Stretch, bool] = field(default_factory=dict)
    met: dict[Stretch, tuple[float, float]] = field(default_factory=dict)

    def of(self, line: Line) -> float | None:
        """Return what a line costs; none if its way is closed."""
        clear = (_off_card(line[0], line[1]), *line[1:-1], _off_card(line[-1], line[-2]))
        if not all(self._is_open(stretch) for stretch in _stretches(clear)):
            return None
        met = [self._met(stretch) for stretch in _stretches(line)]
        length = sum(a.distance(b) for a, b in pairwise(line))
        return (
            length
            + BEND * (len(line) - 2)
            + sum(self.gutters.crossing * crossed + ALONG * along for crossed, along in met)
        )

    def is_doubled(self, line: Line) -> bool:
        """Tell whether a line runs on or close by another somewhere."""
        return any(self._met(stretch)[1] for stretch in _stretches(line))

    def _is_open(self, stretch: Stretch) -> bool:
        if stretch not in self.open:
            self.open[stretch] = self.gutters.lets_through(stretch, self.through)
        return self.open[stretch]

    def _met(self, stretch: Stretch) -> tuple[float, float]:
        if stretch not in self.met:
            self.met[stretch] = _met(self.gutters, stretch)
        return self.met[stretch]


def _moved(line: Line, start: Rect, end: Rect | None) -> Iterator[Line]:
    """Yield a line with one of its pieces shifted."""
    last = len(line) - 2
    for number, (a, b) in enumerate(pairwise(line)):
        if number == last and end is None:
            continue
        upright = a.x == b.x
        at = a.x if upright else a.y
        ends = (*line[max(0, number - 1) : number], *line[number + 2 : number + 3])
        beside = [point.x if upright else point.y for point in ends]
        for to in (*beside, *(at + side * shift for shift in _SHIFTS for side in (1, -1))):
            if (number == 0 and not _is_within(start, to, upright=upright)) or (
                number == last and end and not _is_within(end, to, upright=upright)
            ):
                continue
            one, other = (Point(to, a.y), Point(to, b.y)) if upright else (Point(a.x, to), Point(b.x, to))
            moved = tuple(corners_of((*line[:number], one, other, *line[number + 2 :])))
            if _is_sound(moved, min(SPUR, line[-2].distance(line[-1]))):
                yield moved


def _is_within(rect: Rect, at: float, *, upright: bool) -> bool:
    """Tell whether a line at a place meets a side of a card clear of its corners."""
    if upright:
        return rect.x + INSET <= at <= rect.right - INSET
    return rect.y + INSET <= at <= rect.bottom - INSET


def _is_sound(line: Line, spur: float) -> bool:
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


def _has_jog(line: Line) -> bool:
    """Tell whether a line goes a little aside and on in the same direction."""
    pieces = list(pairwise(line))
    return any(
        b.distance(c) < _JOG and _direction(a, b) == _direction(c, d)
        for (a, b), _, (c, d) in zip(pieces, pieces[1:], pieces[2:], strict=False)
    )


def _stretches(line: Sequence[Point]) -> Iterator[Stretch]:
    for a, b in pairwise(line):
        if a.x == b.x:
            yield a.x, min(a.y, b.y), max(a.y, b.y), True
        else:
            yield a.y, min(a.x, b.x), max(a.x, b.x), False


def _met(gutters: Gutters, stretch: Stretch) -> tuple[float, float]:
    """Return how many lines a piece crosses, heads counted dearer, and how far it runs along some: more if closer."""
    at, start, end, upright = stretch
    crossed, along = set[float](), 0.0
    for bar in gutters.bars_near(stretch):
        if bar.upright != upright:
            if start <= bar.at < end and bar.start <= at <= bar.end:
                crossed.add(bar.at)
        elif abs(bar.at - at) < NEAR:
            along += max(0.0, min(end, bar.end) - max(start, bar.start)) * (1 - abs(bar.at - at) / NEAR)
    return len(crossed) + HEADS * gutters.heads_met(stretch), along
