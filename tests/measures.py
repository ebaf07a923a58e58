"""Measures of curves: whether they enter a rectangle, end on its border, pass near a point."""

from functools import lru_cache
from itertools import pairwise

from argmap.geometry import Curve, Point, Rect, samples, segments, split

ON = 0.05
"""How near is exactly, in points."""


def inside(curve: Curve, rect: Rect) -> Point | None:
    """Return a point at which a curve is inside a rectangle; looked for by halving, down to half a point."""
    whole, parts = _hulls(curve)
    met = (_inside(bezier, rect) for bezier, part in parts if part.overlaps(rect)) if whole.overlaps(rect) else ()
    return next((point for point in met if point), None)


def _inside(bezier: Curve, rect: Rect) -> Point | None:
    around = hull(bezier)
    if not around.overlaps(rect):
        return None
    a, b, c, d = bezier
    if rect.holds(a) or rect.holds(d):
        return a if rect.holds(a) else d
    if max(around.width, around.height) < 0.5:
        return None
    one, other = split((a, b, c, d), 0.5)
    return _inside(one, rect) or _inside(other, rect)


@lru_cache(maxsize=4096)
def _hulls(curve: Curve) -> tuple[Rect, list[tuple[Curve, Rect]]]:
    """Return the upright rectangle around a curve, and its Bézier curves with those around them."""
    return hull(curve), [(bezier, hull(bezier)) for bezier in segments(curve)]


def hull(points: Curve) -> Rect:
    """Return the upright rectangle around points, with some extent even where they are in one line."""
    left, top = min(p.x for p in points), min(p.y for p in points)
    return Rect(left, top, max(p.x for p in points) - left, max(p.y for p in points) - top).grown(0.01)


def on_border(point: Point, rect: Rect) -> bool:
    """Tell whether a point lies on the border of a rectangle."""
    return rect.grown(ON).holds(point) and not rect.grown(-ON).holds(point)


def distance_to(point: Point, curve: Curve) -> float:
    """Return how far a point is from a curve."""
    return min(_from_segment(point, a, b) for a, b in pairwise(samples(curve, 200)))


def meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Return where two straight lines cross, inside both; none where they only touch or lie on each other."""
    across = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
    if abs(across) < 1e-9:
        return None
    t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / across
    u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / across
    return a.towards(b, t) if 1e-6 < t < 1 - 1e-6 and 1e-6 < u < 1 - 1e-6 else None


def _from_segment(point: Point, a: Point, b: Point) -> float:
    length = a.distance(b)
    if not length:
        return point.distance(a)
    share = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length**2
    return point.distance(a.towards(b, min(1.0, max(0.0, share))))
