"""The lines that no rail carries: of premises whose card stands elsewhere, and from cards to their stubs."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Protocol

from argmap.geometry import Point, Rect, bounds
from argmap.layout.airing import Airing
from argmap.layout.combing import Line, combed, meets
from argmap.layout.guide import Guide, Wanted
from argmap.layout.landings import LONG, Port, all_ports_on, piece_at, ports_on
from argmap.layout.placement import NoRouteError, Route
from argmap.layout.rails import rounded
from argmap.layout.sheet import Sheet
from argmap.model import ArgumentMap

ROOM = 15.0
"""How much longer the last stretch of a line is on which another ends."""

Key = tuple[str, str]
"""The id of an inference and, for the line to a stub in its box, the claim that has its card elsewhere."""
Led = dict[Key, Line]
"""The corners of the lines that have been led."""


class Mending(Protocol):
    """A way of mending a line that is drawn no longer."""

    def __call__(self, line: Line, through: set[str], ends: tuple[Rect, Rect | None], *, kept: Sequence[Point]) -> Line:
        """Return the line, through the same boxes and between the same ends, with the points that are to be kept."""
        ...


class Crosslinks:
    """Leads the lines that are not part of the tree along the gutters."""

    def __init__(self, argument: ArgumentMap, sheet: Sheet, lines: dict[str, tuple[Point, ...]]) -> None:
        self.argument, self.sheet, self.lines = argument, sheet, lines
        self.cards = {card.card.claim: card.rect for card in sheet.cards if not card.stub}
        self.stubs = {(card.box, card.card.claim): card.rect for card in sheet.cards if card.stub}
        self.boxes = {box.inference: box.rect for box in sheet.boxes}
        self.todo = [inference for inference in argument.inferences if inference.id not in lines]
        self.undercut = {inference.target for inference in self.todo}
        self.numbers: dict[Key, int] = {}
        """Under which number the gutters know the lines that are there."""

    def routes(self) -> Iterator[Route]:
        """Yield the routes.

        Raises
        ------
        NoRouteError
            There is no way for a line.
        """
        if not self.todo and not self.stubs:
            return
        guide = Guide(self.sheet, self.lines, len(self.todo) + len(self.stubs))
        self.numbers = {(inference, ""): number for inference, number in guide.numbers.items()}
        for (inference, stub), corners in self._led(guide).items():
            yield Route(inference, rounded(corners), stub=stub)

    def _led(self, guide: Guide) -> Led:
        """Return the lines; what others will end on is mended before they are led."""
        led: Led = {}
        every: dict[Key, Wanted] = {}
        for key in (*((inference.id, "") for inference in self.todo), *self.stubs):
            every[key] = self._wanted(guide, key, led)
            self._lead(guide, key, every[key], led)
            if self._is_undercut(key) and not guide.large:
                self._air(guide, {key: every[key]}, led)
        if not guide.large:
            self._lead_again(guide, {key: line for key, line in every.items() if not self._is_undercut(key)}, led)
            self._comb(guide, every, led)
            self._air(guide, every, led)
        return led

    def _is_undercut(self, key: Key) -> bool:
        return not key[1] and key[0] in self.undercut

    def _lead(self, guide: Guide, key: Key, wanted: Wanted, led: Led) -> None:
        """Lead a line; one on which others end gets room for them on its last piece.

        It does not, if they have room on another piece of it and it would bend for that.
        """
        number = self.numbers.get((wanted.on, ""))
        line = led[key] = guide.corners(wanted, number)
        if self._is_undercut(key) and not self.argument.inference[key[0]].linked:
            with suppress(NoRouteError):
                roomy = guide.corners(_roomy(wanted), number)
                if max(a.distance(b) for a, b in pairwise(line)) < LONG or len(roomy) <= len(line):
                    led[key] = roomy
        self.numbers[key] = guide.gutters.draw(led[key])

    def _lead_again(self, guide: Guide, wanted: dict[Key, Wanted], led: Led) -> None:
        """Lead every line once more that meets others which were led after it."""
        for key, line in wanted.items():
            number = self.numbers[key]
            if meets(guide.gutters, led[key], since=number):
                guide.gutters.erase(number)
                self._lead(guide, key, line, led)

    def _comb(self, guide: Guide, wanted: dict[Key, Wanted], led: Led) -> None:
        """Move lines apart, and straighten them."""
        self._mend(guide, wanted, led, partial(combed, guide.gutters))

    def _air(self, guide: Guide, wanted: dict[Key, Wanted], led: Led) -> None:
        """Move lines away from what they pass, so far as the drawing does not grow."""
        rects = [card.rect for card in self.sheet.cards] + list(self.boxes.values())
        within = bounds(rects, (point for line in (*self.lines.values(), *led.values()) for point in line))
        self._mend(guide, wanted, led, Airing(guide.gutters, within).aired)

    def _mend(self, guide: Guide, wanted: dict[Key, Wanted], led: Led, mended: Mending) -> None:
        """Mend lines one after the other; where others end on them, they stay."""
        for key, line in wanted.items():
            guide.gutters.erase(self.numbers[key])
            kept = [led[one][-1] for one, other in wanted.items() if other.on == key[0] and not key[1]]
            led[key] = mended(led[key], guide.own(line), self._ends(key, line, led), kept=kept)
            self.numbers[key] = guide.gutters.draw(led[key])

    def _ends(self, key: Key, wanted: Wanted, led: Led) -> tuple[Rect, Rect | None]:
        """Return what a line joins; if it ends on another, the piece of that along which its end may be moved."""
        if wanted.target:
            return wanted.start, wanted.target
        line = self.lines.get(wanted.on) or led[wanted.on, ""]
        return wanted.start, piece_at(line, self._joined(line), led[key][-1])

    def _wanted(self, guide: Guide, key: Key, led: Led) -> Wanted:
        """Return a line that is wanted; it may end on one that has been led before."""
        name, stub = key
        if stub:
            rect = self.stubs[key]
            ports = [replace(port, spur=port.gap) for port in guide.ports(rect)]  # there is no head
            return Wanted(self.cards[stub], (ports,), rect)
        inference = self.argument.inference[name]
        start = self.boxes.get(name) or self.cards[inference.premises[0]]
        if target := self.cards.get(inference.target) or self.boxes.get(inference.target):
            return Wanted(start, (guide.ports(target),), target)
        undercut = self.argument.inference[inference.target]
        beside = self.boxes.get(undercut.id) or self.cards[undercut.premises[0]]
        line = self.lines.get(undercut.id) or led[undercut.id, ""]
        return Wanted(start, (self._ports_on(line), all_ports_on(line)), None, beside, undercut.id)

    def _ports_on(self, line: Sequence[Point]) -> list[Port]:
        """Return the ports on a line, where others that end with it do not run on it."""
        return ports_on(line, self._joined(line))

    def _joined(self, line: Sequence[Point]) -> list[tuple[Point, ...]]:
        """Return the other lines that end with a line."""
        return [other for other in self.lines.values() if other[-1] == line[-1] and other != line]


def _roomy(wanted: Wanted) -> Wanted:
    """Return a line that is wanted with ports before its others that leave room for the end of another line."""
    longer = [[replace(port, spur=port.spur + ROOM) for port in ports] for ports in wanted.goals]
    roomy = [[port for port in ports if not wanted.start.grown(port.spur).holds(port.point)] for ports in longer]
    return wanted._replace(goals=(*roomy, *wanted.goals))
