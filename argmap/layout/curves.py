"""Shape curves: the sizes that a part of a drawing can take, and how curves make curves.

A front holds the sizes of a part that no other size beats in both directions, by growing width and falling height
(Stockmeyer 1983, *Optimal orientations of cells in slicing floorplan designs*, Information and Control 57). Fronts of
parts side by side or stacked are merged in order: all parts begin at one end of their fronts, and the part that is the
tallest (or the widest) takes its next size, again and again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

_SLACK = 1e-6


class Size(NamedTuple):
    """A size, in points of the layout."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Front:
    """The sizes that a part can take, by growing width and falling height: two lists, as there are so many."""

    widths: Sequence[float]
    heights: Sequence[float]

    def sizes(self) -> Iterable[Size]:
        """Return the sizes, one by one."""
        return map(Size, self.widths, self.heights)

    def number_at(self, width: float) -> int:
        """Return the number of the lowest size that fits a width; that of the narrowest if none does."""
        return max(0, bisect_right(self.widths, width + _SLACK) - 1)

    def at_width(self, width: float) -> Size:
        """Return the lowest size that fits a width; the narrowest if none does."""
        number = self.number_at(width)
        return Size(self.widths[number], self.heights[number])

    def within(self, height: float) -> Size:
        """Return the narrowest size that fits a height, which one does."""
        number = bisect_left(self.heights, -height - _SLACK, key=float.__neg__)
        return Size(self.widths[number], self.heights[number])

    def grown(self, width: float, height: float, least: float = 0.0) -> "Front":
        """Return the front of what is larger by some width and height, and at least so wide."""
        return Front([max(least, each + width) for each in self.widths], [each + height for each in self.heights])


def side_by_side(fronts: Sequence[Front], gap: float) -> Front:
    """Return the front of parts side by side."""
    widths, heights = _together([(front.widths, front.heights) for front in fronts])
    gaps = gap * (len(fronts) - 1)
    return Front([width + gaps for width in widths], heights)


def stacked(fronts: Sequence[Front], gap: float) -> Front:
    """Return the front of parts on top of each other."""
    heights, widths = _together([(front.heights[::-1], front.widths[::-1]) for front in fronts])
    gaps = gap * (len(fronts) - 1)
    return Front(widths[::-1], [height + gaps for height in heights[::-1]])


def shared(fronts: Sequence[Front], width: float, gap: float) -> list[Size]:
    """Return a size for each of several parts side by side, such that they fit a width and none need be lower."""
    room = width - gap * (len(fronts) - 1) + _SLACK

    def spare(height: float) -> float:
        return room - sum(front.within(height).width for front in fronts)

    least = max(front.heights[-1] for front in fronts)
    heights = sorted({height for front in fronts for height in front.heights if height >= least})
    fitting = bisect_left(heights, 0.0, key=spare)
    return [front.within(heights[min(fitting, len(heights) - 1)]) for front in fronts]


def best_of(fronts: Sequence[Front], most: int) -> tuple[Front, list[int]]:
    """Return the front of several ones, thinned to a number of sizes, and for each size which of them it is from."""
    widths: list[float] = []
    heights: list[float] = []
    origins: list[int] = []
    merged = [size for number, front in enumerate(fronts) for size in zip(front.widths, front.heights, repeat(number))]
    merged.sort()  # Timsort merges what comes in order
    for width, height, number in merged:
        if not heights or height < heights[-1] - _SLACK:
            widths.append(width)
            heights.append(height)
            origins.append(number)
    kept: Sequence[int] = range(len(widths))
    if len(kept) > most:
        kept = [round(number * (len(kept) - 1) / (most - 1)) for number in range(most)]
    return Front([widths[n] for n in kept], [heights[n] for n in kept]), [origins[n] for n in kept]


_Curve = tuple[Sequence[float], Sequence[float]]
"""Sizes as growing lengths, which add up with those of other parts, and falling extents, which do not."""


def _together(curves: Sequence[_Curve]) -> _Curve:
    """Return the curve of several parts; their extent is the greatest of theirs."""
    if len(curves) == 1:
        return curves[0]
    middle = len(curves) // 2
    (lengths, extents), (others, other_extents) = _together(curves[:middle]), _together(curves[middle:])
    sums: list[float] = []
    greatest: list[float] = []
    one = other = 0
    while one < len(lengths) and other < len(others):
        extent, other_extent = extents[one], other_extents[other]
        sums.append(lengths[one] + others[other])
        if extent > other_extent + _SLACK:
            greatest.append(extent)
            one += 1
        elif other_extent > extent + _SLACK:
            greatest.append(other_extent)
            other += 1
        else:  # both reach as far, and take their next size together
            greatest.append(max(extent, other_extent))
            one += 1
            other += 1
    return sums, greatest
