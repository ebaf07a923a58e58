"""Spreads the ends of lines along the sides of cards that they share.

A line that hangs from a rail leaves in the middle of the left side of its card. Where a routed line ends on that side
as well, the two stand equally far from its middle, so that neither is taken for a part of the other.
"""

from collections.abc import Collection, Iterator, Sequence

from argmap.geometry import Point, bounds, corners_of
from argmap.layout.placement import Route
from argmap.layout.sheet import Entry, Sheet

_ROOM = 12.0
"""How long at least is the piece of a rail that a line joins, for the line to be moved along it, in points."""
_ON = 0.01

Lines = dict[str, tuple[Point, ...]]


def spread(sheet: Sheet, lines: Lines, routes: Sequence[Route], fixed: Collection[str]) -> Lines:
    """Return lines with their beginnings apart from the ends of routes; those of ``fixed`` inferences stay."""
    ends = {end for route in routes for end in (route.curve[0], route.curve[-1])}
    return lines | dict(_moved(sheet, lines, ends, fixed))


def _moved(
    sheet: Sheet, lines: Lines, ends: Collection[Point], fixed: Collection[str]
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    for name, entry in sheet.entries.items():
        if not entry.sideways or name in fixed or name not in lines:
            continue
        line = lines[name]
        beside = [end for end in ends if _is_beside(end, entry)]
        if len(beside) == 1 and line[0] == entry.point and _has_room(line, ends, entry.play):
            (end,) = beside
            y = entry.point.y + min(max(entry.point.y - end.y, -entry.play), entry.play)
            start, corner, *rest = corners_of(line)
            yield name, (start._replace(y=y), corner._replace(y=y), *rest)


def _is_beside(end: Point, entry: Entry) -> bool:
    """Tell whether a point is on the side of a card in the middle of which a line leaves."""
    middle = entry.point
    return abs(end.x - middle.x) < _ON and abs(end.y - middle.y) <= entry.play + _ON


def _has_room(line: Sequence[Point], ends: Collection[Point], play: float) -> bool:
    """Tell whether a line joins a rail that runs on far enough, and no other line ends on its way there."""
    start, corner, after, *_ = (*corners_of(line), *corners_of(line)[-1:])
    way = bounds((), (start, corner)).grown(_ON)
    return corner.x == after.x != start.x and abs(after.y - corner.y) > play + _ROOM and not any(map(way.holds, ends))
