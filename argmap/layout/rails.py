"""Rails: the right-angled lines of a packed drawing, from every inference up to its target.

The inferences of one group share a rail and one head. In a channel, the rails of several groups run side by side, in
the order in which the fewest of them cross.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from argmap.geometry import Curve, Point, Rect, bounds, corners_of
from argmap.layout.landings import HEAD_LENGTH
from argmap.layout.parts import APART, HEAD_ROOM, TRACK
from argmap.layout.sheet import INSET, Channel, Entry, Group, Riser, Sheet, Stop

CORNER = 5.0
"""The radius of the corners of lines, in points of the layout."""
_LEAST = 0.5
"""The least radius of a corner."""
STEP = 8.0
"""Up to how small a step aside is needless if a line could run straight."""
_AIR = 8.0
"""How far from what it passes a line turns, in points of the layout."""
_BESIDE = 3.0
"""Within what distance what rises to one rail lies on the line from another to its head, if both come so far."""
_EXACT = 5
"""For up to how many groups every order of the rails is tried."""


def rail_lines(sheet: Sheet) -> dict[str, tuple[Point, ...]]:
    """Return the corners of the line of every inference that hangs on a rail, from its premises to its target."""
    lines: dict[str, tuple[Point, ...]] = {}
    high = dict(_high(sheet))
    for channel in (_following(channel, sheet, lines) for channel in sheet.channels):
        usual, raised = (dict(_entries(channel, entries)) for entries in (sheet.entries, high))
        drawn = _channel_lines(channel, usual, raised)
        lines |= {name: tuple(map(_swapped, line)) for name, line in drawn.items()} if channel.swapped else drawn
    return lines | dict(_turned(sheet, lines))


def _turned(sheet: Sheet, lines: dict[str, tuple[Point, ...]]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield lines that are alone in their channel, with their turn in the middle of its room rather than at its end.

    There is such room where the part that a channel passes reaches farther than what the line leads to. In large
    maps it is not looked for.
    """
    passed = {group.stop.on for channel in sheet.channels for group in channel.groups}
    for channel in () if sheet.is_large else sheet.channels:
        risers = [riser for group in channel.groups for riser in group.risers]
        if channel.flat or len(risers) != 1 or risers[0].x is not None or (name := risers[0].inferences[0]) in passed:
            continue
        line = tuple(map(_swapped, lines[name])) if channel.swapped else lines[name]
        start, _, one, other, end = line
        if one.x == other.x or (start.y + end.y) / 2 >= one.y:
            continue
        met = list(_met(sheet, [line for other, line in lines.items() if other != name]))
        if channel.swapped:
            met = [Rect(rect.y, rect.x, rect.height, rect.width) for rect in met]
        y = _middle_of_room(line, met)
        moved = (start, start, Point(one.x, y), Point(other.x, y), end)
        yield name, tuple(map(_swapped, moved)) if channel.swapped else moved


def _met(sheet: Sheet, lines: Iterable[tuple[Point, ...]]) -> Iterator[Rect]:
    """Yield what a line may meet: cards and boxes, the legend, the pieces of other lines."""
    yield from (card.rect for card in sheet.cards if not card.box)
    yield from (box.rect for box in sheet.boxes)
    yield from [sheet.legend] if sheet.legend else []
    yield from (bounds((), piece) for line in lines for piece in pairwise(line))


def _middle_of_room(line: tuple[Point, ...], met: Sequence[Rect]) -> float:
    """Return where, between its start and its head, a line turns best; it is never nearer to its start than before."""
    start, _, one, other, end = line
    beside = bounds((), [one, other]).grown(_AIR)
    above = [rect.bottom for rect in met if rect.bottom <= one.y and rect.x < beside.right and beside.x < rect.right]
    least = max([end.y + HEAD_ROOM, *(bottom + _AIR for bottom in above)])
    return min(one.y, max(least, (start.y + max([end.y, *above])) / 2))


def _following(channel: Channel, sheet: Sheet, lines: dict[str, tuple[Point, ...]]) -> Channel:
    """Return a channel whose stop follows the line on which it is, if that leaves beside the middle of its card."""
    on = next((group.stop.on for group in channel.groups), "")
    if not on:
        return channel
    middle, start = sheet.entries[on].point, lines[on][0]
    dx, dy = start.x - middle.x, start.y - middle.y
    groups = tuple(replace(group, stop=group.stop.moved(dx, dy)) for group in channel.groups)
    return replace(channel, top=channel.top + dy, groups=groups)


def _entries(channel: Channel, entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield where the lines of a channel begin, so far as it is among some entries, in the channel's coordinates."""
    for group in channel.groups:
        for name in (name for riser in group.risers for name in riser.inferences if name in entries):
            entry = entries[name]
            yield name, replace(entry, point=_swapped(entry.point)) if channel.swapped else entry


def _high(sheet: Sheet) -> Iterator[tuple[str, Entry]]:
    """Yield lines that leave a box high on its left, if they bend anyway: those of boxes with a stub.

    The card itself stands farther to the left, so that the line to the stub can come in below, and crosses nothing.
    """
    cards = {card.card.claim: card.rect for card in sheet.cards if not card.stub}
    boxes = {box.inference: box.rect for box in sheet.boxes}
    for stub in (card for card in sheet.cards if card.stub):
        box, entry = boxes[stub.box], sheet.entries[stub.box]
        if entry.sideways and cards[stub.card.claim].right < box.x:
            yield stub.box, Entry(Point(box.x, box.y + INSET), sideways=True)


def _swapped(point: Point) -> Point:
    return Point(point.y, point.x)


def rounded(corners: Sequence[Point]) -> Curve:
    """Return a line through corners as a curve that rounds them off."""
    corners = corners_of(corners)
    curve: list[Point] = [corners[0]]

    def straight_to(point: Point) -> None:
        start = curve[-1]
        curve.extend((start.towards(point, 1 / 3), start.towards(point, 2 / 3), point))

    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(CORNER, before.distance(corner) / 2, corner.distance(after) / 2)
        if after is corners[-1]:
            radius = max(_LEAST, min(radius, corner.distance(after) - HEAD_LENGTH))
        start = corner.towards(before, radius / corner.distance(before))
        end = corner.towards(after, radius / corner.distance(after))
        straight_to(start)
        curve.extend((start.towards(corner, 0.5523), end.towards(corner, 0.5523), end))
    straight_to(corners[-1])
    return tuple(curve)


def _channel_lines(
    channel: Channel, entries: dict[str, Entry], raised: dict[str, Entry]
) -> dict[str, tuple[Point, ...]]:
    """Return the lines of one channel, some of which are ``raised`` if they do not run straight."""
    entries = entries | raised | dict(_straightened(channel.groups, entries))
    risers = [_xs(group, entries) for group in channel.groups]
    heads = _heads(channel.groups, risers)
    entries = entries | dict(_facing(channel.groups, heads, entries))
    risers = [_xs(group, entries) for group in channel.groups]
    levels = _levels(heads, risers)
    lines: dict[str, tuple[Point, ...]] = {}
    for group, head, level in zip(channel.groups, heads, levels, strict=True):
        y = max(channel.top, group.stop.y) + HEAD_ROOM + TRACK * level
        if channel.flat:
            y = group.stop.y
        for riser in group.risers:
            for inference in riser.inferences:
                start = entries[inference].point
                x = start.x if riser.x is None else riser.x
                corners = (start, Point(x, start.y), Point(x, y), Point(head, y), Point(head, group.stop.y))
                lines[inference] = corners
    return lines


def _straightened(groups: Sequence[Group], entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield lines that rise straight to a head, leaving as near their middle as they can, if anything does.

    They end in the middle half of what they lead to, if they can, rather than by a corner.

    A line does so that rises to its head alone or, of several that all rise beside what they lead to, the nearest. At
    the end they leave room for the heads of others.
    """
    order = sorted(groups, key=lambda group: sum(xs := _xs(group, entries)) / len(xs))
    for number, group in enumerate(order):
        riser = min(group.risers, key=lambda riser: abs(_beyond(group.stop, _xs_of(riser, entries))))
        if riser.x is not None or (len(group.risers) > 1 and not _beyond(group.stop, _middle(_xs(group, entries)))):
            continue
        entry = entries[riser.inferences[0]]
        before = sum(other.stop == group.stop for other in order[:number])
        after = sum(other.stop == group.stop for other in order[number + 1 :])
        left = max(group.stop.left + APART * before, entry.point.x - entry.play)
        right = min(group.stop.right - APART * after, entry.point.x + entry.play)
        if left <= right:
            quarter = (group.stop.right - group.stop.left) / 4
            central = _clamped(entry.point.x, group.stop.left + quarter, group.stop.right - quarter)
            x = _clamped(central, left, right)
            yield riser.inferences[0], replace(entry, point=Point(x, entry.point.y))


def _facing(groups: Sequence[Group], heads: Sequence[float], entries: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield lines that would make a small step to their head, leaving right before it, if they can."""
    for group, head in zip(groups, heads, strict=True):
        for riser in group.risers:
            entry = entries[riser.inferences[0]]
            step = abs(entry.point.x - head)
            if riser.x is None and 0 < step < STEP and step <= entry.play:
                yield riser.inferences[0], replace(entry, point=Point(head, entry.point.y))


def _clamped(x: float, low: float, high: float) -> float:
    return min(max(x, low), high)


def _beyond(stop: Stop, x: float) -> float:
    """Return how far beside a stop a place is; to the left that is less than nothing."""
    return min(0.0, x - stop.left) + max(0.0, x - stop.right)


def _middle(xs: Sequence[float]) -> float:
    return (min(xs) + max(xs)) / 2


def _xs(group: Group, entries: dict[str, Entry]) -> list[float]:
    """Return where the risers of a group rise."""
    return [_xs_of(riser, entries) for riser in group.risers]


def _xs_of(riser: Riser, entries: dict[str, Entry]) -> float:
    return entries[riser.inferences[0]].point.x if riser.x is None else riser.x


def _heads(groups: Sequence[Group], risers: Sequence[Sequence[float]]) -> list[float]:
    """Return the x of every group's head, apart from the others and in the order of what rises to them.

    A head stands straight above a riser if that can be, and else near the middle of its card.
    """
    heads, straight = [], []
    for group, xs in zip(groups, risers, strict=True):
        middle = _middle(xs)
        within = middle - _beyond(group.stop, middle)
        nearest = min(xs, key=lambda x: abs(x - within))
        aside = (group.stop.right - group.stop.left) / 4
        near = abs(nearest - middle) < APART or within != middle
        straight.append(near and not _beyond(group.stop, nearest))
        central = min(max(middle, group.stop.left + aside), group.stop.right - aside)
        heads.append(nearest if straight[-1] else central)
    order = sorted(range(len(groups)), key=lambda n: (sum(risers[n]) / len(risers[n]), n))
    apart = _distance(groups)

    def between(one: int, other: int) -> float:
        """Return how far two heads stand apart: farther if only one is on a card in a box and a line bends anyway."""
        bent = not (straight[one] and straight[other])
        return 2 * apart if bent and groups[one].stop.y != groups[other].stop.y else apart

    for before, after in pairwise(order):
        least = heads[before] + between(before, after)
        if heads[after] < least and not (straight[after] and not straight[before]):
            heads[after] = min(least, groups[after].stop.right)
    for after, before in pairwise(order[::-1]):
        most = heads[after] - between(before, after)
        if heads[before] > most:
            heads[before] = max(most, groups[before].stop.left)
    for before, after in pairwise(order):
        least = heads[before] + between(before, after)
        if heads[after] < least:
            heads[after] = min(least, groups[after].stop.right)
    return heads


def _distance(groups: Sequence[Group]) -> float:
    """Return how far heads stand apart: less than usual where several share a side that is too short."""
    rooms = [
        (stop.right - stop.left) / (count - 1)
        for stop, count in Counter(group.stop for group in groups).items()
        if count > 1
    ]
    return min([APART, *rooms])


def _levels(heads: Sequence[float], risers: Sequence[Sequence[float]]) -> list[int]:
    """Return at which level, from the head down, each rail runs: the fewest lines cross or lie on each other."""
    count = len(heads)
    if count > _EXACT:
        return list(range(count))
    spans = [(min(head, *xs), max(head, *xs)) for head, xs in zip(heads, risers, strict=True)]

    def crossings(levels: Sequence[int]) -> int:
        total = 0
        for a in range(count):
            low, high = spans[a]
            for b in range(count):
                if a == b or low == high:
                    continue
                total += levels[a] < levels[b] and low < heads[b] < high
                total += levels[a] < levels[b] and any(abs(x - heads[b]) < _BESIDE for x in risers[a])
                total += levels[a] > levels[b] and sum(low < x < high for x in risers[b])
        return total

    return list(min(permutations(range(count)), key=lambda order: crossings(list(order))))
