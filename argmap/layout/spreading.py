"""Spreads the ends of lines along the sides of cards that they share.

A line that hangs from a rail leaves in the middle of the left side of its card. Where a routed line ends on that side
as well, the two stand equally far from its middle, so that neither is taken for a part of the other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from argmap.geometry import Point, bounds, corners_of
from argmap.layout.placement import Route
from argmap.layout.sheet import Sheet

_ROOM = 12.0
"""How long at least is the piece of a rail that a line joins, for the line to be moved along it, in points."""
_ON = 0.01

Lines = dict[str, tuple[Point, ...]]


def spread(sheet: Sheet, lines: Lines, routes: Sequence[Route], fixed: Collection[str]) -> Lines:
    """Return lines with their beginnings apart from the ends of routes; those of ``fixed`` inferences stay."""
    ends: dict[float, set[Point]] = defaultdict(set)
    for end in (end for route in routes for end in (route.curve[0], route.curve[-1])):
        ends[end.x].add(end)
    return lines | dict(_moved(sheet, lines, ends, fixed))


def _moved(
    sheet: Sheet, lines: Lines, ends: Mapping[float, Collection[Point]], fixed: Collection[str]
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield lines with another beginning; of ``ends`` those are told that stand one above the other."""
    for name, entry in sheet.entries.items():
        middle, play = entry.point, entry.play
        beside = [end.y for end in ends.get(middle.x, ()) if abs(end.y - middle.y) <= play]
        if len(beside) != 1 or not entry.sideways or name in fixed or name not in lines:
            continue
        line = lines[name]
        if line[0] == middle and _has_room(line, chain.from_iterable(ends.values()), play):
            y = middle.y + min(max(middle.y - beside[0], -play), play)
            start, corner, *rest = corners_of(line)
            yield name, (start._replace(y=y), corner._replace(y=y), *rest)


def _has_room(line: Sequence[Point], ends: Iterable[Point], play: float) -> bool:
    """Tell whether a line joins a rail that runs on far enough, and no other line ends on its way there."""
    corners = corners_of(line)
    if len(corners) < 3:
        return False
    start, corner, after = corners[:3]
    way = bounds((), (start, corner)).grown(_ON)
    runs_on = corner.x == after.x and abs(after.y - corner.y) > play + _ROOM
    return runs_on and not any(map(way.holds, ends))
