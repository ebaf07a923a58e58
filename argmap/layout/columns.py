"""Columns: how what bears on a head is parted where it stands below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import isqrt

from argmap.layout.parts import STACK_GAP, Child, rails


@dataclass(frozen=True)
class Column:
    """Children on top of each other, in order; a single one ``hangs``, or stands under a line of its own."""

    children: tuple[Child, ...]
    hangs: bool


Parted = tuple[Column, ...]
"""Children in columns, from left to right."""


def partitions(children: Sequence[Child], most: int) -> list[Parted]:
    """Return the ways to part children, in order, into columns: all of them for a few children, else balanced ones.

    Those are left out in which rails cross whatever is done.
    """
    count = len(children)
    found: list[Parted] = [(Column(tuple(children), hangs=True),)]
    if 2 ** (count - 1) <= most:
        for cuts in range(2 ** (count - 1)):
            ends = [n + 1 for n in range(count - 1) if cuts >> n & 1]
            found.append(_cut(children, ends))
    else:
        found.append(_cut(children, range(1, count)))
        found += [_cut(children, _even_cuts(children, number)) for number in range(2, min(count, isqrt(count) + 3))]
    return [parted for parted in dict.fromkeys(found) if not _is_knotted(parted)]


def is_apart(parted: Parted) -> bool:
    """Tell whether no column holds what bears on different premises."""
    return all(len({child.target for child in column.children} - {None}) <= 1 for column in parted)


def _is_knotted(parted: Parted) -> bool:
    """Tell whether two rails cross at whatever level they run: what rises to one stands on both sides of another.

    From the left, what rises comes column by column, and within a column from the last rail to the first.
    """
    runs = rails([child for column in parted for child in column.children])
    number = {child.inference: number for number, run in enumerate(runs) for child in run}
    risers: list[int] = []
    for column in parted:
        joined = dict.fromkeys(number[child.inference] for child in column.children if child.inference in number)
        risers += reversed(joined)
    met = [number for number, _ in groupby(risers)]
    return len(met) > len(set(met))


def _cut(children: Sequence[Child], ends: Iterable[int]) -> Parted:
    """Part children at some places."""
    borders = [0, *ends, len(children)]
    parts = [tuple(children[start:end]) for start, end in pairwise(borders)]
    return tuple(Column(part, hangs=len(part) > 1) for part in parts if part)


def _even_cuts(children: Sequence[Child], count: int) -> list[int]:
    """Return where to part children so that columns are about as high as each other."""
    heights = [child.part.side.heights[len(child.part.side.heights) // 2] + STACK_GAP for child in children]
    share = sum(heights) / count
    ends: list[int] = []
    filled = 0.0
    for number, height in enumerate(heights):
        if number and int((filled + height / 2) / share) > len(ends) and len(ends) < count - 1:
            ends.append(number)
        filled += height
    return ends
