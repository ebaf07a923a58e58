"""What has to hold of the right-angled lines of packed drawings, for them to look as if drawn with care."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from argmap.geometry import Curve, Point, Rect, bounds, corners_of, segments
from tests.geometry_checks import Scene, said, shown

STEP = 8.0
"""How short a piece of a line is that makes a needless step, in points."""
ON = 2.0
"""How near two lines lie that lie on each other."""
CLOSE = 6.0
"""How near a card a line runs that hugs it."""
MORE = 3.0
"""How much more room there is on the other side of a line that hugs a card without need."""
APART = 3.0
"""How much farther from another line than from a card a line would rather run."""
SPUR = 11.0
"""How much room the head of a line needs before what it ends on."""
BORDER = 2.6
"""How near the border of a box a line runs that may be taken for it."""
_PASSING = 12.0
"""How long a piece of a line has to run along a card to pass it."""
_FAR = 40.0


def small_steps(scene: Scene) -> Iterator[str]:
    """No line makes a small step aside and goes on as before."""
    for route in scene.placement.routes:
        line = corners(route.curve)
        for a, b, c, d in zip(line, line[1:], line[2:], line[3:], strict=False):
            if b.distance(c) < STEP and _way(a, b) == _way(c, d):
                yield f"{said(route)} makes a step of {b.distance(c):.1f} pt at {shown(b)}"


def lines_on_lines(scene: Scene) -> Iterator[str]:
    """No line lies on another that leads elsewhere."""
    lines = [(route, corners(route.curve)) for route in scene.placement.routes if not route.stub]
    for (one, line), (other, beside) in combinations(lines, 2):
        if line[-1] == beside[-1]:
            continue
        length = sum(_shared(*piece, *along) for piece in pairwise(line) for along in pairwise(beside))
        if length > STEP:
            yield f"{said(one)} lies on {said(other)} for {length:.1f} pt"


def _shared(a: Point, b: Point, c: Point, d: Point) -> float:
    """Return how far two upright or level lines lie on each other, or nearly so."""
    if a.y == b.y and c.y == d.y:
        a, b, c, d = (Point(point.y, point.x) for point in (a, b, c, d))
    if a.x != b.x or c.x != d.x or abs(a.x - c.x) > ON:
        return 0.0
    return max(0.0, min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)))


def hugged_cards(scene: Scene) -> Iterator[str]:
    """No line runs close by a card that it passes while there is much more room on its other side."""
    solid = [placed.rect for placed in scene.placement.cards if not placed.box]
    solid += [box.rect for box in scene.placement.boxes]
    lines = [(route, corners(route.curve)) for route in scene.placement.routes]
    frame = Rect(0, 0, scene.placement.width, scene.placement.height)
    for route, line in lines:
        own = [scene.start(route), *([end] if isinstance(end := scene.end(route), Rect) else [])]
        own += [scene.boxes[box].rect for box in scene.surroundings(route) if box]
        for number, (a, b) in enumerate(pairwise(line)):
            if not 0 < number < len(line) - 2:
                continue
            for passed in solid:
                if passed in own or _overlap(a, b, passed) < _PASSING:
                    continue
                near = _beside(a, b, passed)
                if not 0 < abs(near) < CLOSE:
                    continue
                rects = [*solid, *sides(frame), *([scene.placement.legend] if scene.placement.legend else [])]
                pieces = [bounds((), piece) for other, way in lines if other is not route for piece in pairwise(way)]
                across = [
                    *((_beside(a, b, rect), 0.0) for rect in rects if _overlap(a, b, rect) > 0),
                    *((_beside(a, b, piece), APART) for piece in pieces if _overlap(a, b, piece) > 0),
                ]
                if number == len(line) - 3:
                    across.append((_beside(a, b, bounds((), line[-1:])), SPUR))
                other = min((abs(to) - apart for to, apart in across if to * near < 0), default=_FAR)
                if other > abs(near) + MORE:
                    yield f"{said(route)} runs {abs(near):.1f} pt beside a card, with {other:.1f} pt to spare, at {shown(a)}"


def lines_on_borders(scene: Scene) -> Iterator[str]:
    """No line runs along the border of a box so near that it may be taken for it."""
    for route in scene.placement.routes:
        for a, b in pairwise(corners(route.curve)):
            for box in scene.placement.boxes:
                near = min(abs(_beside(a, b, side)) for side in sides(box.rect) if _along(a, b, side))
                if _overlap(a, b, box.rect) > STEP and near < BORDER:
                    yield f"{said(route)} runs {near:.1f} pt beside the border of {box.inference} at {shown(a)}"


def sides(rect: Rect) -> Iterator[Rect]:
    """Yield the sides of a rectangle, as rectangles without width."""
    yield Rect(rect.x, rect.y, rect.width, 0)
    yield Rect(rect.x, rect.bottom, rect.width, 0)
    yield Rect(rect.x, rect.y, 0, rect.height)
    yield Rect(rect.right, rect.y, 0, rect.height)


def corners(curve: Curve) -> list[Point]:
    """Return the ends and corners of a right-angled line that has been rounded off."""
    found = [curve[0]]
    for a, b, _, d in segments(curve):
        straight = abs((b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x)) < 1e-6
        if not straight:
            upright = abs(b.x - a.x) < abs(b.y - a.y)
            found.append(Point(a.x, d.y) if upright else Point(d.x, a.y))
    points = [Point(round(p.x, 3), round(p.y, 3)) for p in (*found, curve[-1])]
    return corners_of(points)


def _along(a: Point, b: Point, side: Rect) -> bool:
    """Tell whether a line and a side of a rectangle are both upright or both level."""
    return (abs(a.x - b.x) < 0.01) == (side.width == 0)


def _way(a: Point, b: Point) -> tuple[bool, bool, bool, bool]:
    """Return to which sides a straight line runs."""
    return b.x > a.x + 0.01, b.x < a.x - 0.01, b.y > a.y + 0.01, b.y < a.y - 0.01


def _overlap(a: Point, b: Point, rect: Rect) -> float:
    """Return along how much of its length an upright or level line has a rectangle beside it."""
    if abs(a.x - b.x) < 0.01:
        return min(max(a.y, b.y), rect.bottom) - max(min(a.y, b.y), rect.y)
    return min(max(a.x, b.x), rect.right) - max(min(a.x, b.x), rect.x)


def _beside(a: Point, b: Point, rect: Rect) -> float:
    """Return how far beside an upright or level line a rectangle is: less than nothing at the left or above."""
    at, low, high = (a.x, rect.x, rect.right) if abs(a.x - b.x) < 0.01 else (a.y, rect.y, rect.bottom)
    return low - at if low > at else high - at if high < at else 0.0
