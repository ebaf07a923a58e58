"""Shape curves: the sizes that a part of a drawing can take, and how curves make curves.

A front holds the sizes of a part that no other size beats in both directions, by growing width and falling height
(Stockmeyer 1983, *Optimal orientations of cells in slicing floorplan designs*, Information and Control 57). Fronts of
parts side by side or stacked are merged in order: all parts begin at one end of their fronts, and the part that is the
tallest (or the widest) takes its next size, again and again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import heapify, heapreplace
from itertools import chain, islice, starmap, takewhile
from operator import itemgetter
from typing import NamedTuple

_SLACK = 1e-6


class Shape(NamedTuple):
    """A size that a part can take, and the way of composing it that gives this size, which is for the part to know."""

    width: float
    height: float
    way: object = None


Front = tuple[Shape, ...]
"""Shapes by growing width and falling height."""
Sizes = list[tuple[float, float]]
"""Widths and heights, in the same order."""


def side_by_side(fronts: Sequence[Front], gap: float) -> Sizes:
    """Return the sizes of parts side by side, by growing width."""
    gaps = gap * (len(fronts) - 1)
    return [(width + gaps, height) for _, width, height in _ever_lower(fronts)]


def stacked(fronts: Sequence[Front], gap: float) -> Sizes:
    """Return the sizes of parts on top of each other, by growing width."""
    gaps = gap * (len(fronts) - 1)
    at = [len(front) - 1 for front in fronts]
    heap = [(-front[-1].width, number) for number, front in enumerate(fronts)]
    heapify(heap)
    total = sum(front[-1].height for front in fronts) + gaps
    sizes = []
    while True:
        width, number = heap[0]
        sizes.append((-width, total))
        if at[number] == 0:
            break
        before = fronts[number][at[number]]
        at[number] -= 1
        after = fronts[number][at[number]]
        total += after.height - before.height
        heapreplace(heap, (-after.width, number))
    sizes.reverse()
    return _clean(sizes)


def front_of(sizes: Sizes) -> Front:
    """Return sizes as a front of its own."""
    return tuple(starmap(Shape, sizes))


def shared(fronts: Sequence[Front], width: float, gap: float) -> list[Shape]:
    """Return a shape for each of several parts side by side, such that they fit a width and none need be lower."""
    room = width - gap * (len(fronts) - 1) + _SLACK
    fitting = max(1, sum(1 for _ in takewhile(lambda step: step[1] <= room, _ever_lower(fronts))))
    at, _, _ = next(islice(_ever_lower(fronts), fitting - 1, None))
    return [front[i] for front, i in zip(fronts, at, strict=True)]


def at_width(front: Front, width: float) -> Shape:
    """Return the lowest shape that fits a width; the narrowest if none does."""
    number = bisect_right(front, width + _SLACK, key=lambda shape: shape.width)
    return front[max(0, number - 1)]


def best_of(curves: Sequence[Sequence[Shape]], most: int) -> Front:
    """Return the front of several curves, thinned to a number of shapes."""
    front: list[Shape] = []
    merged = sorted(chain.from_iterable(curves), key=itemgetter(0, 1))  # Timsort merges what comes in order
    for shape in merged:
        if not front or shape.height < front[-1].height - _SLACK:
            front.append(shape)
    if len(front) > most:
        front = [front[round(number * (len(front) - 1) / (most - 1))] for number in range(most)]
    return tuple(front)


def _ever_lower(fronts: Sequence[Front]) -> Iterator[tuple[list[int], float, float]]:
    """Yield which shape each part takes, their widths together and the greatest height, from the narrowest on.

    The list is the same each time.
    """
    at = [0] * len(fronts)
    total = sum(front[0].width for front in fronts)
    heap = [(-front[0].height, number) for number, front in enumerate(fronts)]
    heapify(heap)
    while True:
        tallest = -heap[0][0]
        yield at, total, tallest
        while -heap[0][0] > tallest - _SLACK:  # all that are as tall take their next shape together
            number = heap[0][1]
            front = fronts[number]
            if at[number] + 1 == len(front):
                return
            at[number] += 1
            total += front[at[number]].width - front[at[number] - 1].width
            heapreplace(heap, (-front[at[number]].height, number))


def _clean(sizes: Sizes) -> Sizes:
    """Drop the sizes that another beats."""
    kept: Sizes = []
    for width, height in sizes:
        if kept and kept[-1][0] >= width - _SLACK:
            kept.pop()
        if not kept or height < kept[-1][1] - _SLACK:
            kept.append((width, height))
    return kept
