"""Points, rectangles and curves. Lengths are in points of the layout; y grows downwards."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        """Return the point moved."""
        return Point(self.x + dx, self.y + dy)

    def towards(self, other: "Point", share: float) -> "Point":
        """Return the point that lies a share of the way to another."""
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)

    def distance(self, other: "Point") -> float:
        """Return the distance to another point."""
        return math.hypot(other.x - self.x, other.y - self.y)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle moved."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> "Rect":
        """Return the rectangle grown on all sides; shrunk where ``by`` is negative."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies inside, not on the border."""
        return self.x < point.x < self.right and self.y < point.y < self.bottom

    def encloses(self, other: "Rect", slack: float = 1e-6) -> bool:
        """Tell whether another rectangle lies inside, the border included."""
        return (
            self.x <= other.x + slack
            and self.y <= other.y + slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Rect") -> bool:
        """Tell whether two rectangles share more than a border."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


Curve = tuple[Point, ...]
"""Cubic Bézier curves end to end: a start, then two control points and an end for each."""


def straight(start: Point, end: Point) -> Curve:
    """Return a straight line as a curve."""
    return (start, start.towards(end, 1 / 3), start.towards(end, 2 / 3), end)


def joined(*curves: Curve) -> Curve:
    """Return curves end to end as one; empty ones and those without length are left out."""
    result: Curve = ()
    for curve in curves:
        if len(set(curve)) > 1:
            result = result + curve[1:] if result else curve
    return result


def segments(curve: Curve) -> Iterator[tuple[Point, Point, Point, Point]]:
    """Yield the single Bézier curves."""
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        yield a, b, c, d


def split(bezier: tuple[Point, Point, Point, Point], share: float) -> tuple[Curve, Curve]:
    """Cut a single Bézier curve in two (de Casteljau)."""
    a, b, c, d = bezier
    ab, bc, cd = a.towards(b, share), b.towards(c, share), c.towards(d, share)
    abc, bcd = ab.towards(bc, share), bc.towards(cd, share)
    middle = abc.towards(bcd, share)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _at(bezier: tuple[Point, Point, Point, Point], share: float) -> Point:
    """Return the point at a share of the parameter of a single Bézier curve."""
    a, b, c, d = bezier
    rest = 1 - share
    wa, wb, wc, wd = rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    return Point(wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y)


def samples(curve: Curve, each: int = 16) -> Iterator[Point]:
    """Yield points along a curve, ``each`` to a single Bézier curve and one for the start."""
    if curve:
        yield curve[0]
    for bezier in segments(curve):
        for number in range(1, each + 1):
            yield _at(bezier, number / each)


def polyline(curve: Curve, each: int = 16) -> Iterator[Point]:
    """Yield points along a curve: the ends of what is upright or level, and samples of any other Bézier curve."""
    if curve:
        yield curve[0]
    for bezier in segments(curve):
        a, b, c, d = bezier
        if a.x == b.x == c.x == d.x or a.y == b.y == c.y == d.y:
            yield d
        else:
            for number in range(1, each + 1):
                yield _at(bezier, number / each)


def hull(curve: Curve) -> Rect:
    """Return the upright rectangle around a curve's control points, and so around the curve."""
    left, top = min(p.x for p in curve), min(p.y for p in curve)
    return Rect(left, top, max(p.x for p in curve) - left, max(p.y for p in curve) - top)


def enters(bezier: Curve, rect: Rect, halvings: int = 12) -> bool:
    """Tell whether a single Bézier curve comes into the inside of a rectangle."""
    a, b, c, d = bezier
    if max(a.x, b.x, c.x, d.x) <= rect.x or max(a.y, b.y, c.y, d.y) <= rect.y:
        return False
    if min(a.x, b.x, c.x, d.x) >= rect.right or min(a.y, b.y, c.y, d.y) >= rect.bottom:
        return False
    if rect.holds(a) or rect.holds(d):
        return True
    return halvings > 0 and any(enters(half, rect, halvings - 1) for half in split((a, b, c, d), 0.5))


def extremes(curve: Curve) -> Iterator[Point]:
    """Yield points between whose outermost a curve lies: the ends of its parts, and where these turn back."""
    yield from curve[::3]
    for bezier in segments(curve):
        for axis in (0, 1):
            for share in _turning(*(point[axis] for point in bezier)):
                yield split(bezier, share)[0][-1]


def _turning(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Yield where along a Bézier curve in one dimension its direction changes."""
    low, high = min(a, d), max(a, d)
    if low <= b <= high and low <= c <= high:
        return
    # the derivative, over 3, is p + 2(q - p)t + (p - 2q + r)t²
    p, q, r = b - a, c - b, d - c
    square, half = p - 2 * q + r, q - p
    if abs(square) < 1e-9:
        roots = [-p / (2 * half)] if half else []
    else:
        root = math.sqrt(max(0.0, half * half - square * p))
        roots = [(-half - root) / square, (-half + root) / square]
    yield from (share for share in roots if 0 < share < 1)


def shortened(curve: Curve, by: float) -> Curve:
    """Return a curve whose end is cut back to a distance from where it ended."""
    tip = curve[-1]
    beziers = list(segments(curve))
    while len(beziers) > 1 and beziers[-1][0].distance(tip) < by:
        beziers.pop()
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        if _at(beziers[-1], middle).distance(tip) > by:
            low = middle
        else:
            high = middle
    last = split(beziers[-1], low)[0]
    return joined(*beziers[:-1], last) or last


def beginning(curve: Curve, way: float) -> Curve:
    """Return the piece of a curve that leads so far along it from its start."""
    pieces: list[Curve] = []
    for bezier in segments(curve):
        here = length(bezier)
        if here >= way:
            low, high = 0.0, 1.0
            for _ in range(12):
                middle = (low + high) / 2
                low, high = (middle, high) if length(split(bezier, middle)[0]) < way else (low, middle)
            return joined(*pieces, split(bezier, high)[0])
        pieces.append(bezier)
        way -= here
    return curve


def stretch(curve: Curve, start: float, end: float) -> Curve:
    """Return the piece of a curve between two places, told by how far along it they are."""
    return beginning(beginning(curve, end)[::-1], end - max(0.0, start))[::-1]


def way_to(curve: Curve, spot: Point) -> float:
    """Return how far along a curve the place is that is nearest to a spot."""
    nearest, at, passed = math.inf, 0.0, 0.0
    for a, b in pairwise(polyline(curve)):
        step = a.distance(b)
        ahead = ((spot.x - a.x) * (b.x - a.x) + (spot.y - a.y) * (b.y - a.y)) / step if step else 0.0
        share = min(max(ahead, 0.0), step)
        distance = spot.distance(a.towards(b, share / step)) if step else spot.distance(a)
        if distance < nearest:
            nearest, at = distance, passed + share
        passed += step
    return at


def length(curve: Curve) -> float:
    """Return how long a curve is."""
    return sum(a.distance(b) for a, b in pairwise(polyline(curve)))


def along(curve: Curve, distance: float) -> tuple[Point, Point]:
    """Return the point at a distance along a curve from its start, and the unit vector of the way there."""
    before = curve[0]
    left = distance
    for point in polyline(curve):
        step = before.distance(point)
        if step >= left > 0 or (step and point == curve[-1]):
            share = min(1.0, left / step)
            unit = Point((point.x - before.x) / step, (point.y - before.y) / step)
            return before.towards(point, share), unit
        left -= step
        before = point
    return curve[-1], Point(0, -1)


def bounds(rects: Collection[Rect], points: Iterable[Point]) -> Rect:
    """Return the smallest rectangle around rectangles and points."""
    corners = [Point(r.x, r.y) for r in rects]
    corners += [Point(r.right, r.bottom) for r in rects]
    corners += points
    left, top = min(p.x for p in corners), min(p.y for p in corners)
    return Rect(left, top, max(p.x for p in corners) - left, max(p.y for p in corners) - top)


def corners_of(line: Sequence[Point]) -> list[Point]:
    """Return the ends and corners of a right-angled line, without the points between."""
    kept = [line[0]]
    for point, after in zip(line[1:], [*line[2:], None], strict=True):
        before = kept[-1]
        if point.distance(before) < 0.01:
            continue
        straight = after and ((before.x == point.x == after.x) or (before.y == point.y == after.y))
        if not straight:
            kept.append(point)
    return kept
