"""The gutters between cards: what stands in the way there, what lines are there, and what meeting them costs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.cells import Cells
from argmap.geometry import Point, Rect, bounds, corners_of
from argmap.layout.landings import NECK, STEPS, Port, head_room

GUTTER = 4.5
"""How far from a card or box a route runs, in points of the layout."""
CLEAR = 3.5
"""How near a route may come to a card that it only passes."""
INNER = 2.5
"""How far from a card a route runs inside a reason box."""
DEAR, DIRECT, CHEAP = 2_000.0, 450.0, 300.0
"""What crossing another line costs, in points of length: where few are led, where few are led directly, where many are.

Where there are many, most cross each other whatever is done, and going far round only makes the next ones longer.
"""
HEADS = 8
"""As how many crossings it counts to run through a head."""
ALONG = 25.0
"""How far to run along another line counts as a crossing, in points: of lines on each other neither is clear."""
INSIDE = 60.0
"""How far to run inside a reason box counts as a crossing, in points: nobody takes a line there for one that passes."""
BORDER = 120.0
"""What it costs to cross the border of a box that a line begins or ends in: once it has to, but not oftener."""
BADGE = 12.0
"""Within what distance of the end of another line on it a line is crossed as if it was right behind a head."""
OUTSIDE = 1.0
"""What running round everything costs, for each point of length: the drawing grows by it, and its text shrinks."""
CROWDED = 150.0
"""What it costs besides to cross another line right at a corner, where it looks like a joint, or at its beginning, of
which nothing would be left to see.
"""
FOOT = 9.0
"""Within what distance of its beginning that is, in points of the layout."""
BEFORE = 300.0
"""What it costs to end where another line has to be crossed right before the own head, as if it was that line's."""
BESIDE_HEAD = 200.0
"""What it costs to end right beside the head of another line: the two are hard to tell apart."""
HEADS_APART = 22.0
"""Within what distance of the head of another line that is, in points of the layout."""
BEHIND = 800.0
"""What it costs besides to cross another line right behind its head: the one that crosses it seems to end there."""
CORNER = 6.5
"""Within what distance of a corner a line is crossed right there, in points of the layout."""
_LEAST = 1e-3
NEAR = 5.0
"""Within what distance two lines run along each other."""
CLOSE = 9.0
"""Within what distance they run close by each other, which can be told apart but not at a glance."""
CLOSE_BY = 400.0
"""How far to run close by another line counts as a crossing, in points."""
IN_LINE, APART = 2.0, 12.0
"""Within what distance two lines are taken for one, and how far the second may go on behind the end of the first."""

MOST_STEPS = 200_000
STEPS_FOR_EACH = 200
"""How many steps all searches for routes take together, and how many more for each card; an argument that needs more is
too far from a tree."""


class Bar(NamedTuple):
    """A straight piece of a line: where it stands, from where to where, and whether it is upright.

    Where another crosses it that near to its start or its end, that is hard to see.
    """

    at: float
    start: float
    end: float
    upright: bool
    from_start: float = CORNER
    to_end: float = CORNER

    def hidden_near(self, end: Point, near: float) -> "Bar":
        """Return it as hard to see where it is crossed that near to one of its ends."""
        along = end.y if self.upright else end.x
        return self._replace(from_start=near) if along == self.start else self._replace(to_end=near)

    def enters(self, rect: Rect) -> bool:
        """Tell whether it comes into the inside of a rectangle."""
        return _enters((self.at, self.start, self.end, self.upright), rect)

    def crowding(self, at: float) -> float:
        """Return what it costs besides to cross it at a place along it, for that is hard to see near its ends."""
        for aside, near in ((at - self.start, self.from_start), (self.end - at, self.to_end)):
            if aside < near:
                return BEHIND if near >= NECK else CROWDED
        return 0.0

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is on it."""
        across, along = (x, y) if self.upright else (y, x)
        return abs(across - self.at) < _LEAST and self.start <= along <= self.end

    def bears(self, tip: Point) -> bool:
        """Tell whether another line ends on it, and not where it ends itself."""
        return self.holds(*tip) and self.start < (tip.y if self.upright else tip.x) < self.end


_Sides = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle: they are asked for so often that looking them up would count."""
Stretch = tuple[float, float, float, bool]
"""A piece of a gutter, between two neighbours: where it runs, from where to where, and whether it is upright."""


class Gutters:
    """The gutters, with the lines that are there already, and what it costs to run along them.

    Parameters
    ----------
    cards, held, tabs
        What no route runs through; ``held`` are the cards in boxes.
    boxes
        What only the routes run through that begin or end inside.
    crossing
        What crossing another line costs, in points of length.
    """

    def __init__(
        self,
        cards: Sequence[Rect],
        boxes: dict[str, Rect],
        *,
        held: Iterable[Rect],
        tabs: Sequence[Rect],
        crossing: float = DEAR,
    ) -> None:
        self.crossing = crossing
        self.room = bounds((*cards, *boxes.values()), ())
        grown = [rect.grown(CLEAR) for rect in (*cards, *tabs)] + [rect.grown(INNER) for rect in held]
        self.solid = Cells((rect, _sides(rect)) for rect in grown)
        self.boxes = Cells((rect.grown(CLEAR), (*_sides(rect.grown(CLEAR)), name)) for name, rect in boxes.items())
        self.bars: Cells[tuple[int, Bar]] = Cells()
        self.heads: Cells[tuple[int, Rect]] = Cells()
        self.lines: dict[int, list[tuple[Rect, Bar]]] = {}
        self.head_of: dict[int, Rect] = {}
        self.tips: Cells[Point] = Cells()
        self.tip_of: dict[int, Point] = {}
        self.drawn = 0
        self.steps_left = MOST_STEPS + STEPS_FOR_EACH * len(grown)

    def draw(self, line: Sequence[Point], *, root: float = 0.0) -> int:
        """Count a line that is there: crossing it, running along it or through its head costs. Return its number.

        So much of its beginning as is ``root`` lies within the box that it leaves.
        """
        number = self.drawn
        self.drawn += 1
        self.lines[number] = []
        for a, b in pairwise(corners_of(line)):
            upright = a.x == b.x
            rect = bounds((), (a, b))
            at, start, end = (a.x, rect.y, rect.bottom) if upright else (a.y, rect.x, rect.right)
            bar = Bar(at, start, end, upright)
            if a == line[0]:
                bar = bar.hidden_near(a, root + FOOT)
            if b == line[-1]:
                bar = bar.hidden_near(b, NECK)
            self.lines[number].append((rect.grown(CLOSE), bar))
            self.bars.add(rect.grown(CLOSE), (number, bar))
        head = self.head_of[number] = head_room(line[-1], line[-2])
        self.heads.add(head, (number, head))
        tip = self.tip_of[number] = line[-1]
        self.tips.add(Rect(*tip, 0, 0).grown(BADGE), tip)
        return number

    def erase(self, number: int) -> None:
        """Count a line no longer."""
        for rect, bar in self.lines.pop(number):
            self.bars.remove(rect, (number, bar))
        head = self.head_of.pop(number)
        self.heads.remove(head, (number, head))
        tip = self.tip_of.pop(number)
        self.tips.remove(Rect(*tip, 0, 0).grown(BADGE), tip)

    def best_ends(self, ports: Sequence[Port], of: int | None) -> list[Port]:
        """Return the ports whose heads have room, if there are any; on a line of a number, those that hug no card."""
        if of is not None:
            ports = [port for port in ports if self._is_open(Rect(*port.point, 0, 0))]
            ports = [port for port in ports if self._is_open(port.head)] or ports
        return [port for port in ports if self._is_free(port.head, of)] or list(ports)

    def _is_open(self, room: Rect) -> bool:
        """Tell whether a room lies apart from all cards and boxes."""
        x, y, to_x, to_y = _sides(room.grown(_LEAST))
        near = (*self.solid.near(x, y, to_x, to_y), *(sides[:4] for sides in self.boxes.near(x, y, to_x, to_y)))
        return not any(left < to_x and x < right and top < to_y and y < bottom for left, top, right, bottom in near)

    def _is_free(self, room: Rect, of: int | None) -> bool:
        """Tell whether no line runs through a room for a head, but perhaps the one of a number."""
        near = dict.fromkeys(self.bars.near(room.x, room.y, room.right, room.bottom))
        found = (number for number, bar in near if _enters((bar.at, bar.start, bar.end, bar.upright), room))
        return all(number == of for number in found)

    def lets_through(self, stretch: Stretch, through: set[str]) -> bool:
        """Tell whether a stretch runs through no card, and through no boxes but some."""
        x, y, to_x, to_y = around = _around(stretch)
        for left, top, right, bottom in self.solid.near(*around):
            if left < to_x and x < right and top < to_y and y < bottom:
                return False
        for left, top, right, bottom, name in self.boxes.near(*around):
            if left < to_x and x < right and top < to_y and y < bottom and name not in through:
                return False
        return True

    def inside(self, stretch: Stretch, through: set[str]) -> tuple[float, float]:
        """Return how far a stretch runs inside the boxes that it may cross, and how far of that by their borders."""
        at, start, end, upright = stretch
        inside = hugged = 0.0
        for left, top, right, bottom, name in dict.fromkeys(self.boxes.near(*_around(stretch))):
            if name in through and _enters(stretch, Rect(left, top, right - left, bottom - top)):
                way = min(end, bottom if upright else right) - max(start, top if upright else left)
                inside += way
                hugged += way * hugs((left, top, right, bottom), at, upright=upright)
        return inside, hugged

    def crowding(self, bar: Bar, at: float) -> float:
        """Return what it costs besides to cross a piece of a line at a place along it, where that is hard to see."""
        cost = bar.crowding(at)
        if cost < BEHIND:
            x, y = (bar.at, at) if bar.upright else (at, bar.at)
            spot = Point(x, y)
            if any(tip.distance(spot) < BADGE and bar.bears(tip) for tip in self.tips.near(x, y, x, y)):
                return BEHIND
        return cost

    def bars_near(self, stretch: Stretch, since: int = -1) -> Iterator[Bar]:
        """Yield the straight pieces of lines near a stretch, and perhaps others; of those after the one of a number."""
        for number, bar in dict.fromkeys(self.bars.near(*_around(stretch))):
            if number > since:
                yield bar

    def leaves_no_turn(self, port: Port) -> bool:
        """Tell whether a line that ends at a port has to cross another before it can turn behind its head."""
        (x, y), (dx, dy) = port.point, STEPS[port.direction]
        before = Point(x + dx * (port.spur + CORNER), y + dy * (port.spur + CORNER))
        rect = bounds((), (port.point, before))
        stretch = (x, rect.y, rect.bottom, True) if dx == 0 else (y, rect.x, rect.right, False)
        at, start, end, upright = stretch
        return any(
            bar.upright != upright and start <= bar.at <= end and bar.start <= at <= bar.end
            for bar in self.bars_near(stretch)
        )

    def is_beside_head(self, port: Port) -> bool:
        """Tell whether a line that ends at a port does so right beside the head of another."""
        x, y, to_x, to_y = _sides(Rect(*port.point, 0, 0).grown(HEADS_APART))
        return any(tip.distance(port.point) < HEADS_APART for tip in self.tips.near(x, y, to_x, to_y))

    def heads_met(self, stretch: Stretch, since: int = -1) -> int:
        """Return through how many heads a stretch runs, of those of the lines after the one of a number."""
        heads = self.heads.near(*_around(stretch))
        return sum(number > since and _enters(stretch, head) for number, head in dict.fromkeys(heads)) if heads else 0


def hugs(sides: _Sides, at: float, *, upright: bool) -> bool:
    """Tell whether what runs at a place, upright or level, is by a border of a box, whose sides are given as grown.

    By it are also the narrow gutters inside, between the border and the cards.
    """
    low, high = (sides[0], sides[2]) if upright else (sides[1], sides[3])
    return 0 < min(at - low, high - at) < CLEAR + INNER + _LEAST


def _around(stretch: Stretch) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a stretch."""
    at, start, end, upright = stretch
    return (at, start, at, end) if upright else (start, at, end, at)


def _sides(rect: Rect) -> _Sides:
    return rect.x, rect.y, rect.right, rect.bottom


def _enters(stretch: Stretch, rect: Rect) -> bool:
    """Tell whether a stretch comes into the inside of a rectangle."""
    at, start, end, upright = stretch
    if upright:
        return rect.x < at < rect.right and rect.y < end and start < rect.bottom
    return rect.y < at < rect.bottom and rect.x < end and start < rect.right
