"""The lines that no rail carries: of premises whose card stands elsewhere, and from cards to their stubs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from argmap.geometry import Point, Rect
from argmap.layout.combing import combed, meets
from argmap.layout.crossings import times_crossed
from argmap.layout.gutters import CHEAP, DEAR, GUTTER, INNER, Grid, Gutters
from argmap.layout.landings import Port, all_ports_on, ports_of, ports_on
from argmap.layout.placement import NoRouteError, Route
from argmap.layout.rails import rounded
from argmap.layout.routing import CALM, GREEDY, HASTY, PATIENT, Haste, route
from argmap.layout.sheet import Sheet
from argmap.model import ArgumentMap, Inference

_ABOUT_TABS = 5.0
ROOM = 15.0
"""How much longer the last stretch of a line is on which another ends."""
_ALL = 100
"""Up to how many cards a route may run along every gutter; else along those of the parts that hold its ends."""

_FEW = 12
"""Up to how many lines are few: each is led the cheapest way, and crossing others is dear."""
_MANY = 500
"""From how many cards on a route is only led, and does not mind what it crosses."""


_Key = tuple[str, str]
"""The id of an inference and, for the line to a stub in its box, the claim that has its card elsewhere."""


Led = dict[_Key, tuple[Point, ...]]
"""The corners of the lines that have been led."""
Goals = tuple[Sequence[Port], ...]


class _Wanted(NamedTuple):
    """A line to be led: from a card or box to a port of a card or box or of a line ``beside`` one.

    ``goals`` are the ports at which it may end: the better ones and, if there is no way to them, others. ``on`` is the
    inference on whose line it ends.
    """

    start: Rect
    goals: Goals
    target: Rect | None
    beside: Rect | None = None
    on: str = ""


class Crosslinks:
    """Leads the lines that are not part of the tree along the gutters."""

    def __init__(self, argument: ArgumentMap, sheet: Sheet, lines: dict[str, tuple[Point, ...]]) -> None:
        self.argument, self.sheet, self.lines = argument, sheet, lines
        self.cards = {card.card.claim: card.rect for card in sheet.cards if not card.stub}
        self.stubs = {(card.box, card.card.claim): card.rect for card in sheet.cards if card.stub}
        self.boxes = {box.inference: box.rect for box in sheet.boxes}
        self.holding = {card.rect: card.box for card in sheet.cards if card.box}
        self.held: dict[str, list[Rect]] = defaultdict(list)
        for rect, box in self.holding.items():
            self.held[box].append(rect)
        self.regions = dict(zip((card.rect for card in sheet.cards), sheet.card_regions, strict=True))
        self.regions |= {self.boxes[box]: self.regions[rect] for rect, box in self.holding.items()}
        self.large = len(sheet.cards) > _ALL
        self.numbers: dict[_Key, int] = {}
        """Under which number the gutters know the lines that are there."""
        self.todo = [inference for inference in argument.inferences if inference.id not in lines]
        self.few = len(self.todo) + len(self.stubs) <= _FEW

    def routes(self) -> Iterator[Route]:
        """Yield the routes; undercutters come after the lines on which theirs may end."""
        if not self.todo and not self.stubs:
            return
        legend = [self.sheet.legend.grown(_ABOUT_TABS)] if self.sheet.legend else []
        tabs = [box.tab_rect.grown(_ABOUT_TABS) for box in self.sheet.boxes] + legend
        free = [card.rect for card in self.sheet.cards if not card.box]
        gutters = Gutters(free, self.boxes, held=self.holding, tabs=tabs, crossing=DEAR if self.few else CHEAP)
        if len(self.sheet.cards) <= _MANY:
            self.numbers = {(inference, ""): gutters.draw(line) for inference, line in self.lines.items()}
        led = self._fewest_crossings(gutters)
        yield from (Route(inference, rounded(corners), stub=stub) for (inference, stub), corners in led.items())

    def _fewest_crossings(self, gutters: Gutters) -> Led:
        """Return the lines led in the order in which they cross least; where there are many, in one order only.

        Raises
        ------
        NoRouteError
            There is no way for a line in any order.
        """
        rails = set(self.numbers)
        found: list[tuple[int, float, Led]] = []
        first, *others = self._generations()
        for order in _orders(first, self._distance) if self.few and not self.large else [first]:
            for key in self.numbers.keys() - rails:
                gutters.erase(self.numbers.pop(key))
            with suppress(NoRouteError):
                led = self._led(gutters, [order, *others])
                crossed = times_crossed([*self.lines.values(), *led.values()])
                found.append((crossed, sum(map(_length, led.values())), led))
                if not crossed:
                    break
        if not found:
            raise NoRouteError
        return min(found, key=lambda one: one[:2])[2]

    def _distance(self, key: _Key) -> float:
        """Return how far a line has to go, at least."""
        name, stub = key
        inference = self.argument.inference[name]
        start = self.cards[stub or inference.premises[0]]
        end = self.stubs.get(key) or self.cards.get(inference.target) or self.boxes.get(inference.target)
        return start.center.distance(end.center) if end else 0.0

    def _led(self, gutters: Gutters, generations: Sequence[Sequence[_Key]]) -> Led:
        """Return the lines, led one generation after the other."""
        led: Led = {}
        last: dict[_Key, _Wanted] = {}
        undercut = {inference.target for inference in self.todo}
        for keys in generations:
            wanted = {key: self._wanted(key, led) for key in keys}
            for key in keys:
                led[key] = self._corners(gutters, wanted[key])
                self.numbers[key] = gutters.draw(led[key])
            below = {key: line for key, line in wanted.items() if not key[1] and key[0] in undercut}
            last |= {key: line for key, line in wanted.items() if key not in below}
            if not self.large:
                self._better(gutters, below, led)
        if not self.large:
            self._better(gutters, last, led)
        return led

    def _generations(self) -> list[list[_Key]]:
        """Return the lines that are to be led, those that end on others after these."""
        generation: dict[str, int] = {}
        found: list[list[_Key]] = [[]]
        for inference in self.todo:
            number = generation[inference.id] = generation.get(inference.target, -1) + 1
            found += [[]] if number == len(found) else []
            found[number].append((inference.id, ""))
        found[0] += self.stubs
        return found

    def _better(self, gutters: Gutters, wanted: dict[_Key, _Wanted], led: Led) -> None:
        """Lead every line that meets others once more, now that they are there, and comb it."""
        for key, line in wanted.items():
            gutters.erase(self.numbers[key])
            if meets(gutters, led[key]):
                led[key] = self._corners(gutters, line)
            self.numbers[key] = gutters.draw(led[key])
        for key, line in wanted.items():
            gutters.erase(self.numbers[key])
            led[key] = combed(gutters, led[key], self._own(line), line.start, line.target)
            self.numbers[key] = gutters.draw(led[key])

    def _wanted(self, key: _Key, led: Led) -> _Wanted:
        """Return a line that is wanted; it may end on one that has been led before."""
        name, stub = key
        if stub:
            rect = self.stubs[key]
            return _Wanted(self.cards[stub], (self._ports(rect),), rect)
        inference = self.argument.inference[name]
        start = self.boxes.get(name) or self.cards[inference.premises[0]]
        if target := self.cards.get(inference.target) or self.boxes.get(inference.target):
            return _Wanted(start, self._roomy(inference, start, (self._ports(target),)), target)
        undercut = self.argument.inference[inference.target]
        beside = self.boxes.get(undercut.id) or self.cards[undercut.premises[0]]
        line = self.lines.get(undercut.id) or led[undercut.id, ""]
        goals = self._roomy(inference, start, (self._ports_on(line), all_ports_on(line)))
        return _Wanted(start, goals, None, beside, undercut.id)

    def _roomy(self, inference: Inference, start: Rect, goals: Goals) -> Goals:
        """Put before the ports of a line on which others end those that leave it room for them."""
        if inference.linked or not self.argument.on[inference.id]:
            return goals
        longer = [[replace(port, spur=port.spur + ROOM) for port in ports] for ports in goals]
        return (*([port for port in ports if not start.grown(port.spur).holds(port.point)] for ports in longer), *goals)

    def _corners(self, gutters: Gutters, wanted: _Wanted) -> tuple[Point, ...]:
        """Return the corners of a route around all boxes but its own.

        Raises
        ------
        NoRouteError
            There is no way between the cards.
        """
        of = self.numbers.get((wanted.on, ""))
        for ports in wanted.goals:
            best = gutters.best_ends(ports, of)
            others = [port for port in ports if port not in best]
            for goals in filter(None, (best, others)):
                for found in self._found(gutters, wanted, goals):
                    return found
        raise NoRouteError

    def _found(self, gutters: Gutters, wanted: _Wanted, goals: Sequence[Port]) -> Iterator[tuple[Point, ...]]:
        """Yield the corners of routes to one of some ports, sought nearby first."""
        start, target, beside = wanted.start, wanted.target, wanted.beside
        starts = self._ports(start)
        own = self._own(wanted)
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
            if corners := route(Grid(gutters, xs, ys, own, careful=haste is not GREEDY), starts, goals, haste):
                yield tuple(corners)

    def _own(self, wanted: _Wanted) -> set[str]:
        """Return the boxes around the cards that a line joins."""
        return {self.holding[rect] for rect in (wanted.start, wanted.target) if rect in self.holding}

    def _surroundings(self, ends: Sequence[Rect]) -> Iterator[tuple[Iterable[Rect], Haste]]:
        """Yield along what a route may run: all that stands free or, where that is much, parts around its ends."""
        if self.large:
            chains = [list(self.sheet.chain(self.regions[rect])) for rect in ends]
            both = set(chains[0]).intersection(*chains[1:])
            around = dict.fromkeys(
                region
                for chain in chains
                for number, region in enumerate(chain)
                if number == 0 or chain[number - 1] not in both
            )
            rooms = [self.sheet.regions[region][1] for region in around]
            if len(self.sheet.cards) <= _MANY:
                yield rooms, HASTY
            yield rooms, GREEDY
            yield [rect for region in around for rect in self.within[region]], GREEDY
        yield self.everywhere, GREEDY if self.large else PATIENT if self.few else CALM

    @cached_property
    def within(self) -> dict[int, list[Rect]]:
        """The rooms of the parts directly within every part."""
        found: dict[int, list[Rect]] = defaultdict(list)
        for holder, rect in self.sheet.regions:
            found[holder].append(rect)
        return found

    @cached_property
    def everywhere(self) -> list[Rect]:
        """All that stands free."""
        return [*self.boxes.values(), *(card.rect for card in self.sheet.cards if not card.box)]

    def _ports_on(self, line: Sequence[Point]) -> list[Port]:
        """Return the ports on a line, where others that end with it do not run on it."""
        return ports_on(line, [other for other in self.lines.values() if other[-1] == line[-1] and other != line])

    def _ports(self, rect: Rect) -> list[Port]:
        """Return the ports of a card or box."""
        gap = INNER if rect in self.holding else GUTTER
        return ports_of(rect, gap, (0.5,)) if len(self.sheet.cards) > _MANY else ports_of(rect, gap)


def _orders(keys: Sequence[_Key], distance: Callable[[_Key], float]) -> list[Sequence[_Key]]:
    """Return the orders in which lines are tried: that of the argument, from the last, from the shortest."""
    orders = (keys, keys[::-1], sorted(keys, key=distance), sorted(keys, key=distance, reverse=True))
    return [list(order) for order in dict.fromkeys(map(tuple, orders))]


def _length(line: Sequence[Point]) -> float:
    return sum(a.distance(b) for a, b in pairwise(line))


def _surround(xs: set[float], ys: set[float], rects: Iterable[Rect], gap: float) -> None:
    """Add the gutters around rectangles."""
    for rect in rects:
        xs |= {rect.x - gap, rect.right + gap}
        ys |= {rect.y - gap, rect.bottom + gap}
