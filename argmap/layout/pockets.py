"""Pockets: the free room along the border of a drawing, where a legend costs least.

Seen from one side, a drawing is a skyline: at every place along that side, something stands at some depth. A legend
goes where the skyline is deep enough over its whole length or, failing that, where the drawing has to grow least.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from argmap.geometry import Rect, bounds, segments, split
from argmap.layout.placement import MARGIN, Placement

CLEARANCE = 8.0
"""How far a legend stays from everything else, in points of the layout."""
_SLACK = 1e-6


def cheapest_room(
    placement: Placement, sizes: Sequence[tuple[float, float]], scale: Callable[[float, float], float]
) -> Rect:
    """Return the room of one of some sizes that leaves a drawing the largest; where several do, nearest a corner."""
    width, height = placement.width, placement.height
    solid = list(_solid(placement))
    below = _Side(width, height, [(r.x, r.right, height - r.bottom) for r in solid])
    right = _Side(height, width, [(r.y, r.bottom, width - r.right) for r in solid])
    above = _Side(width, height, [(r.x, r.right, r.y) for r in solid])
    left = _Side(height, width, [(r.y, r.bottom, r.x) for r in solid])

    def rooms() -> Iterator[tuple[float, float, Rect]]:
        for w, h in sizes:
            for side in (below, right, above, left):
                upright = side is left or side is right
                growth, off, at = side.cheapest(h if upright else w, w if upright else h)
                out = MARGIN - growth
                x = at if not upright else out if side is left else width - w - out
                y = at if upright else out if side is above else height - h - out
                room = Rect(x, y, w, h)
                whole = bounds((Rect(0, 0, width, height), room.grown(MARGIN)), ())
                yield -round(scale(whole.width, whole.height), 6), round(off, 3), room

    return min(rooms(), key=lambda found: found[:2])[2]


def _solid(placement: Placement) -> Iterator[Rect]:
    """Yield what a legend keeps away from, with the room that it leaves."""
    for rect in [card.rect for card in placement.cards] + [box.rect for box in placement.boxes]:
        yield rect.grown(CLEARANCE)
    for route in placement.routes:
        for bezier in segments(route.curve):
            for half in split(bezier, 0.5):
                yield bounds((), half).grown(CLEARANCE)


@dataclass(slots=True)
class _Side:
    """One side of a drawing: its length, how deep the drawing is; what stands from where to where, at which depth."""

    length: float
    depth: float
    solid: Sequence[tuple[float, float, float]]
    places: list[float] = field(init=False)
    depths: list[float] = field(init=False)

    def __post_init__(self) -> None:
        """See the side as a skyline: places along it, and how much room there is from each to the next."""
        places = sorted({place for start, end, _ in self.solid for place in (start, end)})
        waiting = sorted(self.solid, reverse=True)
        standing: list[tuple[float, float]] = []
        depths = []
        for place in places:
            while waiting and waiting[-1][0] <= place:
                _, end, depth = waiting.pop()
                heappush(standing, (depth, end))
            while standing and standing[0][1] <= place:
                heappop(standing)
            depths.append(standing[0][0] if standing else self.depth)
        kept = [number for number in range(len(places)) if number == 0 or depths[number] != depths[number - 1]]
        self.places, self.depths = [places[number] for number in kept], [depths[number] for number in kept]

    def cheapest(self, long: float, deep: float) -> tuple[float, float, float]:
        """Return by how much the drawing has to grow for a room, how far that is from the end, and where it begins."""
        places, depths = self.places, self.depths
        end = max(MARGIN, self.length - MARGIN - long)
        starts = {MARGIN, end}
        starts.update(place for place in places if MARGIN <= place <= end)
        starts.update(place - long for place in places if MARGIN <= place - long <= end)
        found = []
        for start in sorted(starts):
            first = max(0, bisect_right(places, start + _SLACK) - 1)
            last = max(first + 1, bisect_left(places, start + long - _SLACK))
            free = min(depths[first:last], default=self.depth)
            found.append((max(0.0, deep + MARGIN - free), min(start - MARGIN, end - start), start))
        return min(found)
