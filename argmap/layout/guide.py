"""Leads single lines along the gutters of a sheet: along all of them or, where they are many, along those nearby."""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from typing import NamedTuple

from argmap.geometry import Point, Rect, bounds, corners_of
from argmap.layout.gutters import CHEAP, DEAR, GUTTER, INNER, Gutters
from argmap.layout.landings import STEPS, Port, ports_of
from argmap.layout.lanes import Grid
from argmap.layout.placement import NoRouteError
from argmap.layout.routing import GREEDY, HASTY, PATIENT, Haste, route
from argmap.layout.sheet import Sheet

_ABOUT_TABS = 5.0
_MANY = 500
"""From how many cards on a route is only led, and does not mind what it crosses."""
_FEW = 8
"""Up to how many lines are few: crossing them is dear, and they may run beside each other."""
_TRACK = 10.0
"""How far from another line one may run beside it, in points of the layout."""
_ROOT = 12.0
"""How far into its box a line is taken to reach that leaves it, in points of the layout."""
_HOOK = 10.0
"""How wide a turn back to its end is at most, in points of the layout, for a line to hook."""
_LEAST = 1e-3
_SLIT = 12.0
"""Up to how wide what lies between two premises in a box is too narrow for a line to begin or end there."""
_STRETCH = 8
"""How many pieces of a lane are looked at together where there are many, and most of it is far from any route."""
_ABOUT = 1.5
"""Within what distance of such a track a gutter serves as well."""

Goals = tuple[Sequence[Port], ...]


Key = tuple[str, str]
"""The id of an inference and, for the line to a stub in its box, the claim that has its card elsewhere."""


class Wanted(NamedTuple):
    """A line to be led: from a card or box to a port of a card or box or of a line ``beside`` one.

    ``goals`` are the ports at which it may end: the better ones and, if there is no way to them, others.
    ``crossing`` is what it costs at most that it crosses another, in points of length.
    """

    start: Rect
    goals: Goals
    target: Rect | None
    beside: Rect | None = None
    crossing: float = inf


class Guide:
    """Knows what stands on a sheet, and the lines that are there already."""

    def __init__(
        self, sheet: Sheet, lines: dict[str, tuple[Point, ...]], wanted: int, *, crossing: float = DEAR
    ) -> None:
        """Prepare for leading so many lines as are wanted, where there are some of inferences already.

        ``crossing`` is what it costs to cross another line, in points of length, if only few are wanted.
        """
        self.sheet = sheet
        self.boxes = {box.inference: box.rect for box in sheet.boxes}
        self.holding = {card.rect: card.box for card in sheet.cards if card.box}
        self.held: dict[str, list[Rect]] = defaultdict(list)
        for rect, box in self.holding.items():
            self.held[box].append(rect)
        self.large, self.many = sheet.is_large, len(sheet.cards) > _MANY
        self.few = wanted <= _FEW and not self.large
        legend = [sheet.legend.grown(2.0)] if sheet.legend else []
        tabs = [box.tab_rect.grown(_ABOUT_TABS) for box in sheet.boxes] + legend
        free = [card.rect for card in sheet.cards if not card.box]
        self.gutters = Gutters(free, self.boxes, held=self.holding, tabs=tabs, crossing=crossing if self.few else CHEAP)
        self.numbers: dict[Key, int] = {}
        """Under which number the gutters know the lines that are there."""
        for name, line in () if self.many else lines.items():
            self.draw((name, ""), line)
        self.fixed = len(self.numbers)

    def draw(self, key: Key, line: Sequence[Point]) -> None:
        """Count a line that is there; of one that leaves a box, nothing passes between it and the premises inside."""
        name, stub = key
        root = _ROOT if name in self.boxes and not stub else 0.0
        start, after, *_ = corners_of(line)
        rooted = (start.towards(after, -root / start.distance(after)), *line)
        self.numbers[key] = self.gutters.draw(rooted, root=root)

    def erase(self, key: Key) -> None:
        """Count a line no longer."""
        self.gutters.erase(self.numbers[key])

    def ports(self, rect: Rect) -> list[Port]:
        """Return the ports of a card or box; of a premise in a box, none in the slits between it and others."""
        box = self.holding.get(rect)
        gap = INNER if box else GUTTER
        ports = ports_of(rect, gap, (0.5,)) if self.many else ports_of(rect, gap)
        return [port for port in ports if not (box and self._is_in_slit(port, rect, box))] or ports

    def _is_in_slit(self, port: Port, rect: Rect, box: str) -> bool:
        """Tell whether right before a port on a card in a box another of its cards stands."""
        dx, dy = STEPS[port.direction]
        ahead = bounds((), (port.point, port.point.moved(dx * _SLIT, dy * _SLIT)))
        return any(other != rect and other.overlaps(ahead) for other in self.held[box])

    def own(self, wanted: Wanted) -> set[str]:
        """Return the boxes around the cards that a line joins."""
        return {self.holding[rect] for rect in (wanted.start, wanted.target) if rect in self.holding}

    def corners(self, wanted: Wanted) -> tuple[Point, ...]:
        """Return the corners of a route around all boxes but its own.

        Raises
        ------
        NoRouteError
            There is no way between the cards.
        """
        cut: list[tuple[Point, ...]] = []
        for goals in self._ends(wanted.goals):
            for found in self._found_to_each(wanted, goals):
                if _has_room(found, goals):
                    return self._unhooked(wanted, goals, found)
                cut.append(found)  # a loop has been cut off there, and with it room for the head
        if cut:
            return cut[0]
        raise NoRouteError

    def _found_to_each(self, wanted: Wanted, goals: Sequence[Port]) -> Iterator[tuple[Point, ...]]:
        """Yield the corners of routes to some ports: the best, then that to another port on a card, and so on."""
        while goals:
            tips = set[Point]()
            for found in self._found(wanted, goals):
                tips.add(found[-1])
                yield found
            others = [port for port in goals if port.has_head and port.point not in tips]
            goals = others if tips and not self.large else []

    def _unhooked(self, wanted: Wanted, goals: Sequence[Port], found: tuple[Point, ...]) -> tuple[Point, ...]:
        """Return a line that hooks back to its end with another end, at which it does not, if there is one."""
        if self.large or not _hooks(found):
            return found
        others = [port for port in goals if port.point != found[-1]]
        lines = self._found(wanted, others) if others else iter(())
        return next((line for line in lines if _has_room(line, others) and not _hooks(line)), found)

    def _ends(self, goals: Goals) -> Iterator[Sequence[Port]]:
        """Yield the best of the ports at which a line may end, and then the others."""
        best: list[set[Port]] = []
        for ports in goals:
            lines = dict.fromkeys(port.on for port in ports)
            some = [port for on in lines for port in self._best_ends([port for port in ports if port.on == on], on)]
            best.append(set(some))
            yield some
        for ports, chosen in zip(goals, best, strict=True):
            yield [port for port in ports if port not in chosen]

    def _best_ends(self, ports: Sequence[Port], on: str) -> list[Port]:
        """Return the best of some ports that are all on one line, or all on none."""
        return self.gutters.best_ends(ports, self.numbers.get((on, "")))

    def _found(self, wanted: Wanted, goals: Sequence[Port]) -> Iterator[tuple[Point, ...]]:
        """Yield the corners of routes to one of some ports, sought nearby first."""
        start, target, beside = wanted.start, wanted.target, wanted.beside
        starts = self.ports(start)
        own = self.own(wanted)
        inside = [rect for box in own for rect in self.held[box]]
        near = [rect for rect in (start, target, beside, *(self.boxes[box] for box in own)) if rect]
        for rects, haste in self._surroundings([rect for rect in (start, target or beside) if rect]):
            xs, ys = set[float](), set[float]()
            _surround(xs, ys, [*rects, *near], GUTTER)
            _surround(xs, ys, inside, INNER)
            for port in (*starts, *goals):
                xs |= {port.point.x} if port.direction % 2 == 0 or not port.gap else set()
                ys |= {port.point.y} if port.direction % 2 or not port.gap else set()
            for port in goals:
                xs.add(port.landing.x)
                ys.add(port.landing.y)
            if self.few:
                self._run_beside(xs, ys)
            if not self.large:
                _surround(xs, ys, [self.gutters.room.grown(_TRACK)], GUTTER)  # beside what runs round everything
            on = {number for port in goals if (number := self.numbers.get((port.on, ""))) is not None}
            careful = haste is not GREEDY
            stretch = _STRETCH if self.large else sys.maxsize
            grid = Grid(self.gutters, xs, ys, own, on=on, careful=careful, crossing=wanted.crossing, stretch=stretch)
            if corners := route(grid, starts, goals, haste):
                yield tuple(corners)

    def _run_beside(self, xs: set[float], ys: set[float]) -> None:
        """Add the tracks beside the lines that have been led, but where a gutter is about as far from them."""
        led = [bar for number, pieces in self.gutters.lines.items() if number >= self.fixed for _, bar in pieces]
        for places, bars in ((xs, [bar for bar in led if bar.upright]), (ys, [bar for bar in led if not bar.upright])):
            known = sorted(places)
            for track in (bar.at + side for bar in bars for side in (-_TRACK, _TRACK)):
                near = bisect_left(known, track - _ABOUT)
                if near == len(known) or known[near] > track + _ABOUT:
                    places.add(track)

    def _surroundings(self, ends: Sequence[Rect]) -> Iterator[tuple[Iterable[Rect], Haste]]:
        """Yield along what a route may run: all that stands free or, where that is much, parts around its ends."""
        if self.large:
            chains = [list(self.sheet.chain(self._regions[rect])) for rect in ends]
            both = set(chains[0]).intersection(*chains[1:])
            around = dict.fromkeys(
                region
                for chain in chains
                for number, region in enumerate(chain)
                if number == 0 or chain[number - 1] not in both
            )
            rooms = [self.sheet.regions[region][1] for region in around]
            if not self.many:
                yield rooms, HASTY
            yield rooms, GREEDY
            yield [rect for region in around for rect in self._within[region]], GREEDY
        yield self._everywhere, GREEDY if self.large else PATIENT

    @cached_property
    def _regions(self) -> dict[Rect, int]:
        """The part of the argument in which every card and box stands."""
        regions = dict(zip((card.rect for card in self.sheet.cards), self.sheet.card_regions, strict=True))
        return regions | {self.boxes[box]: regions[rect] for rect, box in self.holding.items()}

    @cached_property
    def _within(self) -> dict[int, list[Rect]]:
        """The rooms of the parts directly within every part."""
        found: dict[int, list[Rect]] = defaultdict(list)
        for holder, rect in self.sheet.regions:
            found[holder].append(rect)
        return found

    @cached_property
    def _everywhere(self) -> list[Rect]:
        """All that stands free."""
        return [*self.boxes.values(), *(card.rect for card in self.sheet.cards if not card.box)]


def _has_room(line: Sequence[Point], goals: Sequence[Port]) -> bool:
    """Tell whether a line to one of some ports runs straight there as far as it has to."""
    spur = min(port.spur for port in goals if port.point == line[-1])
    return line[-1].distance(line[-2]) > spur - _LEAST


def _hooks(line: Sequence[Point]) -> bool:
    """Tell whether a line passes its end and comes back to it, right beside where it has run."""
    if len(line) < 4:
        return False
    a, b, c, d = line[-4:]
    turns_back = (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) < 0
    return turns_back and b.distance(c) < _HOOK


def _surround(xs: set[float], ys: set[float], rects: Iterable[Rect], gap: float) -> None:
    """Add the gutters around rectangles."""
    for rect in rects:
        xs |= {rect.x - gap, rect.right + gap}
        ys |= {rect.y - gap, rect.bottom + gap}
