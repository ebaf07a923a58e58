"""The lines that no rail carries: of premises whose card stands elsewhere, and from cards to their stubs.

A line of an inference may join that of another which bears in the same way on the same target; then both share a head.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain, pairwise
from typing import Protocol

from argmap.geometry import Point, Rect, bounds
from argmap.layout.airing import Airing, room_for_air
from argmap.layout.combing import Line, combed, meets
from argmap.layout.guide import Guide, Key, Wanted
from argmap.layout.gutters import DEAR
from argmap.layout.landings import ENOUGH, LONG, Port, all_ports_on, joints_on, onward, piece_at, ports_on
from argmap.layout.placement import NoRouteError, Route
from argmap.layout.rails import rounded
from argmap.layout.sheet import Sheet
from argmap.model import ArgumentMap, Inference

ROOM = 15.0
"""How much longer the last stretch of a line is on which another ends."""
THIN, THIN_AMONG_MANY = 600.0, 300.0
"""What it costs at most that a line to a stub crosses another, in points of length: it is thin, and of no relation.

It is less where cards are many: a thin line a long way round would be taken for a frame around some of them.
"""
_MANY = 40
"""From how many cards on they are many."""
Led = dict[Key, Line]
"""The corners of the lines that have been led; of a line that joins another, up to where it does."""


class Mending(Protocol):
    """A way of mending a line that is drawn no longer."""

    def __call__(self, line: Line, through: set[str], ends: tuple[Rect, Rect | None], *, kept: Sequence[Point]) -> Line:
        """Return the line, through the same boxes and between the same ends, with the points that are to be kept."""
        ...


class Crosslinks:
    """Leads the lines that are not part of the tree along the gutters."""

    def __init__(
        self, argument: ArgumentMap, sheet: Sheet, lines: dict[str, tuple[Point, ...]], *, crossing: float = DEAR
    ) -> None:
        self.crossing = crossing
        self.argument, self.sheet, self.lines = argument, sheet, lines
        self.cards = {card.card.claim: card.rect for card in sheet.cards if not card.stub}
        self.stubs = {(card.box, card.card.claim): card.rect for card in sheet.cards if card.stub}
        self.boxes = {box.inference: box.rect for box in sheet.boxes}
        self.todo = [inference for inference in argument.inferences if inference.id not in lines]
        self.undercut = {inference.target for inference in self.todo}
        self.led: Led = {}
        self.wanted: dict[Key, Wanted] = {}
        self.ends_on: dict[Key, str] = {}
        """The inference on whose line a line ends, that undercuts or joins it; empty if it ends at a card or box."""

    def routes(self) -> Iterator[Route]:
        """Yield the routes.

        Raises
        ------
        NoRouteError
            There is no way for a line.
        """
        if not self.todo and not self.stubs:
            return
        self._lead_all()
        for inference, stub in self.led:
            yield Route(inference, rounded(self._whole((inference, stub))), stub=stub)

    @cached_property
    def guide(self) -> Guide:
        """What leads single lines."""
        return Guide(self.sheet, self.lines, len(self.todo) + len(self.stubs), crossing=self.crossing)

    @property
    def are_few(self) -> bool:
        """Whether there are lines to lead, but so few that it counts what a crossing costs."""
        return bool(self.todo or self.stubs) and self.guide.few

    def _lead_all(self) -> None:
        """Lead all lines; what others will end on is mended before they are led."""
        small = not self.guide.large
        for key in (*((inference.id, "") for inference in self.todo), *self.stubs):
            self._lead(key)
            if self._is_undercut(key) and small:
                self._comb_and_air([key])
        if small:
            self._lead_again()
            self._comb_and_air(self.led)

    def _is_undercut(self, key: Key) -> bool:
        return not key[1] and key[0] in self.undercut

    def _lead(self, key: Key) -> None:
        """Lead a line; one on which others end gets room for them on its last piece.

        It does not, if they have room on another piece of it and it would bend for that.
        """
        wanted = self.wanted[key] = self._wanted(key)
        line = self.guide.corners(wanted)
        if self._is_undercut(key) and not self.argument.inference[key[0]].linked:
            with suppress(NoRouteError):
                roomy = self.guide.corners(_roomy(wanted))
                if max(a.distance(b) for a, b in pairwise(line)) < LONG or len(roomy) <= len(line):
                    line = roomy
        self.led[key] = line
        self.ends_on[key] = next(port.on for port in chain(*wanted.goals) if port.point == line[-1])
        self.guide.draw(key, line)

    def _lead_again(self) -> None:
        """Lead every line once more that meets others which were led after it, unless others end on it."""
        ended_on = {(name, "") for name in self.ends_on.values()}
        for key in list(self.led):
            if key not in ended_on and meets(self.guide.gutters, self.led[key], since=self.guide.numbers[key]):
                self.guide.erase(key)
                self._lead(key)
                ended_on.add((self.ends_on[key], ""))

    def _comb_and_air(self, keys: Iterable[Key]) -> None:
        """Straighten lines, and move them away from what they pass, so far as the drawing hardly grows."""
        self._mend(keys, partial(combed, self.guide.gutters))
        lines = bounds((), (point for line in (*self.lines.values(), *self.led.values()) for point in line))
        self._mend(keys, Airing(self.guide.gutters, room_for_air(self.guide.gutters.room, lines)).aired)

    def _mend(self, keys: Iterable[Key], mended: Mending) -> None:
        """Mend lines one after the other; where others end on them, they stay."""
        for key in keys:
            self.guide.erase(key)
            kept = [self.led[one][-1] for one, on in self.ends_on.items() if (on, "") == key]
            through = self.guide.own(self.wanted[key])
            self.led[key] = mended(self.led[key], through, self._ends(key), kept=kept)
            self.guide.draw(key, self.led[key])

    def _ends(self, key: Key) -> tuple[Rect, Rect | None]:
        """Return what a line joins; if it ends on another, the piece of that along which its end may be moved."""
        wanted, on = self.wanted[key], self.ends_on[key]
        if not on:
            return wanted.start, wanted.target
        others = () if wanted.target else self._joined(on)
        return wanted.start, piece_at(self._line(on), others, self.led[key][-1])

    def _wanted(self, key: Key) -> Wanted:
        """Return a line that is wanted; it may end on one that has been led before."""
        name, stub = key
        if stub:
            rect = self.stubs[key]
            ports = [replace(port, spur=port.gap) for port in self.guide.ports(rect)]  # there is no head
            crossing = THIN_AMONG_MANY if len(self.sheet.cards) >= _MANY else THIN
            return Wanted(self.cards[stub], (ports,), rect, crossing=crossing)
        inference = self.argument.inference[name]
        start = self.boxes.get(name) or self.cards[inference.premises[0]]
        if target := self.cards.get(inference.target) or self.boxes.get(inference.target):
            return Wanted(start, ([*self.guide.ports(target), *self._joints(inference)],), target)
        undercut = self.argument.inference[inference.target]
        beside = self.boxes.get(undercut.id) or self.cards[undercut.premises[0]]
        line, others = self._line(undercut.id), self._joined(undercut.id)
        least = ENOUGH if self.guide.few else LONG
        goals = (ports_on(undercut.id, line, others, least=least), all_ports_on(undercut.id, line, others))
        return Wanted(start, goals, None, beside)

    def _joints(self, inference: Inference) -> list[Port]:
        """Return ports on the lines that an inference may join: nothing bears on them but what it is about itself."""
        if self.guide.large:
            return []
        alike = (
            other.id
            for other in self.argument.on[inference.target]
            if other.relation is inference.relation and other is not inference and not self.argument.on[other.id]
        )
        lines = ((other, self.lines.get(other) or self.led.get((other, ""))) for other in alike)
        return [port for other, line in lines if line for port in joints_on(other, line)]

    def _line(self, inference: str) -> tuple[Point, ...]:
        """Return the corners of a line that is there, up to where it joins another."""
        return self.lines.get(inference) or self.led[inference, ""]

    def _joined(self, inference: str) -> list[tuple[Point, ...]]:
        """Return the other lines that end with a line; what undercuts it must not end where they run as well."""
        line = self._line(inference)
        return [other for other in self.lines.values() if other[-1] == line[-1] and other != line]

    def _joins(self, key: Key) -> bool:
        """Tell whether a line ends on that of another inference which bears on the same target."""
        return bool(self.ends_on[key] and self.wanted[key].target)

    def _whole(self, key: Key) -> tuple[Point, ...]:
        """Return the corners of a line up to its head, which it may share with others."""
        whole = self.led[key]
        while key in self.led and self._joins(key):
            key = (self.ends_on[key], "")
            whole = (*whole, *onward(self._line(key[0]), whole[-1]))
        return whole


def _roomy(wanted: Wanted) -> Wanted:
    """Return a line that is wanted with ports before its others that leave room for the end of another line."""
    longer = [[replace(port, spur=port.spur + ROOM) for port in ports] for ports in wanted.goals]
    roomy = [[port for port in ports if not wanted.start.grown(port.spur).holds(port.point)] for ports in longer]
    return wanted._replace(goals=(*roomy, *wanted.goals))
