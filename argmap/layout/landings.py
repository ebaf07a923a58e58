"""Where routes may begin and end: at the sides of cards and boxes, or on the line of an inference that is undercut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.geometry import Point, Rect, bounds, corners_of

STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""The directions: down, right, up, left."""
SPUR = 11.0
"""How far a route runs straight before it ends in a head, in points of the layout."""
BADGE_SPUR = 6.0
"""How far it does so before it ends at another line."""
BESIDE = 5.5
"""How far a head reaches to both sides of its line, and a badge around its end, with some room."""
HEAD_LENGTH = 7.5
"""How long a head is, in points of the layout."""
HEAD = 11.0
"""How long a head is, with some room behind it."""
NECK = 22.0
"""Within what distance of the tip of a line another crosses it right behind its head."""
_ON = 0.01
_EVERY = 2.5
"""How far from each other the ports of a line are, where any will do: the room that is open may be as narrow."""
_MOST = 200
"""How many ports a straight piece of a line has on either side at most."""
LONG = 60.0
"""How long a stretch of a line is on which an undercutter's line may end in several places."""
ENOUGH = 14.0
"""How long it is if one may end on its middle though others are longer: a badge has some line on both sides."""


@dataclass(frozen=True, slots=True)
class Port:
    """A point at which a route may begin or end, the direction that leads away, and how far the gutter is.

    ``spur`` is how far the route runs straight there, if it ends there; ``on`` is the inference on whose line it is.
    """

    point: Point
    direction: int
    gap: float = 0.0
    spur: float = SPUR
    on: str = ""

    @property
    def gate(self) -> Point:
        """The point in the gutter."""
        dx, dy = STEPS[self.direction]
        return self.point.moved(dx * self.gap, dy * self.gap)

    @property
    def landing(self) -> Point:
        """The point from which a route runs straight, if it ends here."""
        dx, dy = STEPS[self.direction]
        return self.point.moved(dx * self.spur, dy * self.spur)

    @property
    def has_head(self) -> bool:
        """Tell whether a route that ends here ends in a head, at a card or box."""
        return self.spur > self.gap > 0

    @property
    def head(self) -> Rect:
        """The room of the head of a route that ends here."""
        if not self.gap:
            return Rect(*self.point, 0, 0).grown(BESIDE)
        return head_room(self.point, self.landing)


def head_room(tip: Point, before: Point) -> Rect:
    """Return the room of the head or badge of a line, seen from its end and its last corner."""
    back = tip.towards(before, min(1.0, (HEAD - BESIDE) / (tip.distance(before) or 1.0)))
    return bounds([Rect(*tip, 0, 0).grown(BESIDE), Rect(*back, 0, 0).grown(BESIDE)], ())


def ports_of(rect: Rect, gap: float, shares: Sequence[float] = (0.5, 0.25, 0.75)) -> list[Port]:
    """Return the ports of a card or box: at some shares of each side, ``gap`` away from the gutter."""
    ports = []
    for share in shares:
        x, y = round(rect.x + rect.width * share, 1), round(rect.y + rect.height * share, 1)
        ports += [
            Port(Point(x, rect.bottom), 0, gap),
            Port(Point(rect.right, y), 1, gap),
            Port(Point(x, rect.y), 2, gap),
            Port(Point(rect.x, y), 3, gap),
        ]
    return ports


def ports_on(
    inference: str, line: Sequence[Point], beside: Sequence[Sequence[Point]] = (), *, least: float = LONG
) -> list[Port]:
    """Return ports on both sides of a line, on its longest piece and others that are long enough.

    There are none where another line ``beside`` it runs on it.
    """
    ports: list[Port] = []
    for a, b in sorted(_own_pieces(line, beside), key=lambda piece: -piece[0].distance(piece[1])):
        if ports and a.distance(b) < least:
            break
        ports += _ports_along(inference, a, b, (0.5, 0.25, 0.75) if a.distance(b) >= LONG else (0.5,))
    return ports


def all_ports_on(inference: str, line: Sequence[Point], beside: Sequence[Sequence[Point]] = ()) -> list[Port]:
    """Return ports on both sides of a line all along it, but at its bends, where none ``beside`` it runs on it."""
    ports = (
        port
        for a, b in _own_pieces(line, beside)
        for count in [min(max(0, int(a.distance(b) // _EVERY) - 1), _MOST)]
        for port in _ports_along(inference, a, b, [number / (count + 1) for number in range(1, count + 1)])
    )
    bends = corners_of(line)[1:-1]
    return [port for port in ports if all(port.point.distance(bend) >= BESIDE for bend in bends)]


def joints_on(inference: str, line: Sequence[Point]) -> list[Port]:
    """Return ports on a line at which others may join it on its way: on both sides, and straight on at its corners.

    (A line that is joined at a corner is not moved after that.)
    """
    ports = ports_on(inference, line)
    for corner, after in pairwise(corners_of(line)[1:]):
        back = ((corner.x > after.x) - (corner.x < after.x), (corner.y > after.y) - (corner.y < after.y))
        ports.append(Port(corner, STEPS.index(back), spur=BADGE_SPUR, on=inference))
    return ports


def onward(line: Sequence[Point], point: Point) -> Sequence[Point]:
    """Return the corners of a line that come after a point on it."""
    for number, (a, b) in enumerate(pairwise(line), start=1):
        if bounds((), (a, b)).grown(_ON).holds(point):
            return line[number:]
    return ()


def piece_at(line: Sequence[Point], beside: Sequence[Sequence[Point]], point: Point) -> Rect | None:
    """Return the straight piece of a line that holds a point and belongs to it alone, as a rectangle without width."""
    pieces = (bounds((), piece) for piece in _own_pieces(line, beside))
    return next((piece for piece in pieces if piece.grown(_ON).holds(point)), None)


def _ports_along(inference: str, a: Point, b: Point, shares: Sequence[float]) -> list[Port]:
    """Return ports on both sides of a straight piece of the line of an inference, at some shares of it."""
    sides = (1, 3) if a.x == b.x else (0, 2)
    return [Port(a.towards(b, share), side, spur=BADGE_SPUR, on=inference) for share in shares for side in sides]


def _own_pieces(line: Sequence[Point], beside: Sequence[Sequence[Point]]) -> Iterator[tuple[Point, Point]]:
    """Yield the straight pieces of a line that belong to it alone; its head is none."""
    others = [pair for other in beside for pair in pairwise(other)]
    *_, last = line
    for a, b in pairwise(line):
        if b == last and a.distance(b) > HEAD:
            b = b.towards(a, HEAD / a.distance(b))  # noqa: PLW2901
        shared = [_shared(a, b, *other) for other in others]
        free = [(0.0, 1.0)]
        for start, end in sorted(span for span in shared if span):
            free = [piece for one, two in free for piece in ((one, min(two, start)), (max(one, end), two))]
        yield from ((a.towards(b, one), a.towards(b, two)) for one, two in free if one < two)


def _shared(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float] | None:
    """Return from where to where, as shares, a straight line runs on another; none if it does not."""
    if a.x == b.x == c.x == d.x and a.y != b.y:
        one, two = sorted(((c.y - a.y) / (b.y - a.y), (d.y - a.y) / (b.y - a.y)))
    elif a.y == b.y == c.y == d.y and a.x != b.x:
        one, two = sorted(((c.x - a.x) / (b.x - a.x), (d.x - a.x) / (b.x - a.x)))
    else:
        return None
    return (one, two) if one < 1 and two > 0 else None
