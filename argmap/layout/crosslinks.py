"""The lines that no rail carries: of premises whose card stands elsewhere, and from cards to their stubs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import NamedTuple

from argmap.geometry import Point, Rect, bounds
from argmap.layout.airing import Airing
from argmap.layout.combing import combed, meets
from argmap.layout.gutters import GUTTER, INNER, Grid, Gutters
from argmap.layout.landings import Port, all_ports_on, piece_at, ports_of, ports_on
from argmap.layout.placement import NoRouteError, Route
from argmap.layout.rails import rounded
from argmap.layout.routing import CALM, GREEDY, HASTY, Haste, route
from argmap.layout.sheet import Sheet
from argmap.model import ArgumentMap

_ABOUT_TABS = 5.0
ROOM = 15.0
"""How much longer the last stretch of a line is on which another ends."""
_ALL = 100
"""Up to how many cards a route may run along every gutter; else along those of the parts that hold its ends."""

_MANY = 500
"""From how many cards on a route is only led, and does not mind what it crosses."""


_Key = tuple[str, str]
"""The id of an inference and, for the line to a stub in its box, the claim that has its card elsewhere."""


class _Wanted(NamedTuple):
    """A line to be led: from a card or box to a port of a card or box or of a line ``beside`` one.

    ``goals`` are the ports at which it may end: the better ones and, if there is no way to them, others. ``on`` is the
    inference on whose line it ends.
    """

    start: Rect
    goals: tuple[Sequence[Port], ...]
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

    def routes(self) -> Iterator[Route]:
        """Yield the routes; undercutters come after the lines on which theirs may end."""
        if not self.todo and not self.stubs:
            return
        legend = [self.sheet.legend.grown(_ABOUT_TABS)] if self.sheet.legend else []
        tabs = [box.tab_rect.grown(_ABOUT_TABS) for box in self.sheet.boxes] + legend
        free = [card.rect for card in self.sheet.cards if not card.box]
        gutters = Gutters(free, self.boxes, held=self.holding, tabs=tabs)
        led: dict[_Key, tuple[Point, ...]] = {}
        if len(self.sheet.cards) <= _MANY:
            self.numbers = {(inference, ""): gutters.draw(line) for inference, line in self.lines.items()}
        for key, wanted in self._wanted(led):
            led[key] = self._corners(gutters, wanted)
            self.numbers[key] = gutters.draw(led[key])
        if not self.large:
            self._better(gutters, led)
        yield from (Route(inference, rounded(corners), stub=stub) for (inference, stub), corners in led.items())

    def _better(self, gutters: Gutters, led: dict[_Key, tuple[Point, ...]]) -> None:
        """Lead every line that meets others once more, now that they are there, and comb it; then air all.

        Those on which others end are not led again.
        """
        ended = {inference.target for inference in self.todo}
        every = list(self._wanted(led))
        for key, wanted in [(key, wanted) for key, wanted in every if key[1] or key[0] not in ended]:
            gutters.erase(self.numbers[key])
            if meets(gutters, led[key]):
                led[key] = self._corners(gutters, wanted)
            self.numbers[key] = gutters.draw(led[key])
        rects = [card.rect for card in self.sheet.cards] + list(self.boxes.values())
        lines = (*self.lines.values(), *led.values())
        within = bounds(rects, (point for line in lines for point in line))
        for mended in (partial(combed, gutters), Airing(gutters, within).aired):
            for key, wanted in every:
                gutters.erase(self.numbers[key])
                kept = [led[one][-1] for one, other in every if other.on == key[0] and not key[1]]
                led[key] = mended(led[key], self._own(wanted), self._ends(key, wanted, led), kept=kept)
                self.numbers[key] = gutters.draw(led[key])

    def _wanted(self, led: dict[_Key, tuple[Point, ...]]) -> Iterator[tuple[_Key, _Wanted]]:
        """Yield the lines that are wanted; some end on others, which have been led before."""
        for inference in self.todo:
            start = self.boxes.get(inference.id) or self.cards[inference.premises[0]]
            if target := self.cards.get(inference.target) or self.boxes.get(inference.target):
                ports = self._ports(target)
                roomy = [replace(port, spur=port.spur + ROOM) for port in ports]
                goals = (roomy, ports) if self.argument.on[inference.id] and not inference.linked else (ports,)
                yield (inference.id, ""), _Wanted(start, goals, target)
            else:
                undercut = self.argument.inference[inference.target]
                beside = self.boxes.get(undercut.id) or self.cards[undercut.premises[0]]
                line = self.lines.get(undercut.id) or led[undercut.id, ""]
                goals = (self._ports_on(line), all_ports_on(line))
                yield (inference.id, ""), _Wanted(start, goals, None, beside, undercut.id)
        for (box, claim), rect in self.stubs.items():
            yield (box, claim), _Wanted(self.cards[claim], (self._ports(rect),), rect)

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
        yield self.everywhere, GREEDY if self.large else CALM

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
        return ports_on(line, self._joined(line))

    def _ends(self, key: _Key, wanted: _Wanted, led: dict[_Key, tuple[Point, ...]]) -> tuple[Rect, Rect | None]:
        """Return what a line joins; if it ends on another, the piece of that along which its end may be moved."""
        if wanted.target:
            return wanted.start, wanted.target
        line = self.lines.get(wanted.on) or led[wanted.on, ""]
        return wanted.start, piece_at(line, self._joined(line), led[key][-1])

    def _joined(self, line: Sequence[Point]) -> list[tuple[Point, ...]]:
        """Return the other lines that end with a line."""
        return [other for other in self.lines.values() if other[-1] == line[-1] and other != line]

    def _ports(self, rect: Rect) -> list[Port]:
        """Return the ports of a card or box."""
        gap = INNER if rect in self.holding else GUTTER
        return ports_of(rect, gap, (0.5,)) if len(self.sheet.cards) > _MANY else ports_of(rect, gap)


def _surround(xs: set[float], ys: set[float], rects: Iterable[Rect], gap: float) -> None:
    """Add the gutters around rectangles."""
    for rect in rects:
        xs |= {rect.x - gap, rect.right + gap}
        ys |= {rect.y - gap, rect.bottom + gap}
