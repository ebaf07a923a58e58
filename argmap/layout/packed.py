"""The packed way of placing: the tree of homes, packed by shape curves, and routes for what is no tree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from argmap.geometry import Point, Rect
from argmap.layout.builder import Builder, LegendPlace, Legends
from argmap.layout.cards import CardChoices
from argmap.layout.crossings import crossings_of
from argmap.layout.crosslinks import Crosslinks
from argmap.layout.curves import Front, Size
from argmap.layout.evenness import evened, siblings_of
from argmap.layout.gutters import DIRECT
from argmap.layout.parts import Part
from argmap.layout.placement import Candidate, Placement, Route, framed
from argmap.layout.rails import rail_lines, rounded
from argmap.layout.sheet import Sheet
from argmap.layout.spreading import spread
from argmap.model import ArgumentMap

_TRIED = ((60, 5), (300, 2))
"""For up to how many claims how many placements are prepared, besides the best."""
_INTERRUPTING = 0.015
"""By what share text has to be larger for the legend to stand before all reasons, where it interrupts the reading."""
_ALONE, _STRAIGHT = ((1, True),), ((1, False),)
"""The manners of what stands alone below a head: hanging, and straight below."""
_MOST_STRAIGHT, _STRAIGHTENED = 8, 30
"""How many of those that hang it is tried to straighten, and up to how many claims: in larger maps lines need the room.
"""
_Stand = tuple[Rect, ...]

_UNTANGLED = 60
"""Up to how many claims others are prepared where lines cross: in larger maps leading them takes too long."""


def place(argument: ArgumentMap, cards: CardChoices, ratio: float) -> Placement:
    """Place a map so that it fills a frame of a ratio of width to height as well as can be."""
    return next(candidates(argument, cards, ratio)).make()


def candidates(argument: ArgumentMap, cards: CardChoices, ratio: float, legends: Legends = ()) -> Iterator[Candidate]:
    """Prepare the most promising packed placements; their least size is that of the tree.

    Some are without the legend, which may find room where nothing stands, and some hold it, in one of some sizes.
    """
    tried = next((count for size, count in _TRIED if len(argument.claims) <= size), 1)
    builder = Builder(argument, cards, legends if tried > 1 else ())
    wholes = [(place, builder.whole(place)) for place in builder.legend_places()]
    seen = set[_Stand]()
    for place, whole in wholes:
        for size in best_sizes(whole.top, ratio)[:tried]:
            arranged = _Arranged(builder, place, whole, size.width, ratio, _frame(size, ratio))
            yield _candidate(arranged, seen, even=tried > 1)


@dataclass(frozen=True)
class _Arranged:
    """A map in a frame of a ratio and a height, into a width of which it is put."""

    builder: Builder
    legend: LegendPlace
    whole: Part
    width: float
    ratio: float
    frame: float

    @cached_property
    def sheet(self) -> Sheet:
        """Everything where it stands."""
        sheet = Sheet()
        self.whole.put(sheet, 0.0, 0.0, self.width, sideways=False)
        sheet.finish()
        return sheet

    @property
    def stand(self) -> "_Stand":
        """Where every card stands."""
        return tuple(card.rect for card in self.sheet.cards)

    @cached_property
    def heights(self) -> dict[str, float]:
        """The height of every claim's card."""
        return {card.card.claim: card.rect.height for card in self.sheet.cards if not card.stub}

    def lowered(self, claim: str, height: float) -> "_Arranged | None":
        """Return the map in the same frame, with one card lower than a height; none if it does not fit."""
        builder = self.builder.limited(claim, height)
        if builder is None:
            return None
        other = self._built_by(builder)
        return None if other.frame > self.frame + 1e-6 else replace(other, frame=self.frame)

    def others(self, crossed: Counter[str]) -> Iterator["_Arranged"]:
        """Yield the map with one part composed in another manner than here, for every part that is more than a card.

        Those come first that are often among the ``crossed``, then the outermost.
        """
        composed = self.sheet.composed
        for name in sorted(filter(composed.get, composed), key=lambda name: -crossed[name]):
            other = self._built_by(self.builder.barring(name, composed[name]))
            if other.sheet.composed.get(name) != composed[name]:
                yield other

    def straightened(self) -> "_Arranged":
        """Return the map in the same frame, with what hangs alone below a head straight below it, if it fits there."""
        arranged = self
        manners = self.sheet.composed.items() if len(self.builder.argument.claims) <= _STRAIGHTENED else ()
        hanging = (name for name, manner in manners if manner[:1] == ("below",) and manner[2:] == _ALONE)
        for name in islice(hanging, _MOST_STRAIGHT):
            composed = arranged.sheet.composed
            other = arranged._built_by(arranged.builder.barring(name, composed[name]))
            straight = composed | {name: (*composed[name][:2], *_STRAIGHT)}
            if other.frame <= self.frame + 1e-6 and other.sheet.composed == straight:
                arranged = replace(other, frame=self.frame)
        return arranged

    def _built_by(self, builder: Builder) -> "_Arranged":
        """Return the map as another builder builds it, in the least frame of the same ratio."""
        whole = builder.whole(self.legend)
        size = best_sizes(whole.top, self.ratio)[0]
        return replace(self, builder=builder, whole=whole, width=size.width, frame=_frame(size, self.ratio))


def _candidate(arranged: _Arranged, seen: set[_Stand], *, even: bool) -> Candidate:
    """Return a map in a frame as a candidate; in what ways cards have stood is noted, so that none comes twice."""

    def others(placement: Placement) -> Iterator[Candidate]:
        seen.add(arranged.stand)
        for other in arranged.others(_crossed(placement, argument)):
            if other.stand not in seen:
                seen.add(other.stand)
                yield _candidate(other, seen, even=even)

    argument = arranged.builder.argument
    size = arranged.whole.top.at_width(arranged.width)
    unfolding = _Unfolding(arranged, even=even)
    is_small = len(argument.claims) <= _UNTANGLED
    handicap = _INTERRUPTING if arranged.legend is LegendPlace.FIRST else 0.0
    return Candidate(*size, unfolding.placement, others if is_small else None, unfolding.direct, handicap)


def _crossed(placement: Placement, argument: ArgumentMap) -> Counter[str]:
    """Count for claims and inferences how many of the lines at them cross others, as often as they do."""
    crossed = Counter[str]()
    for crossing in crossings_of(placement):
        for route in (placement.routes[crossing.line], placement.routes[crossing.other]):
            inference = argument.inference[route.inference]
            crossed.update((inference.id, inference.target, *inference.premises))
    return crossed


@dataclass(frozen=True)
class _Unfolding:
    """Makes the placement of a map in a frame."""

    arranged: _Arranged
    even: bool

    def placement(self) -> Placement:
        """Place the map.

        Raises
        ------
        NoRouteError
            There is no way for a line.
        """
        return self._with(Crosslinks(self._argument, self._sheet, self._lines))

    def direct(self) -> Placement | None:
        """Place the map with lines that rather cross others than go a long way round; none if none would."""
        crosslinks = Crosslinks(self._argument, self._sheet, self._lines, crossing=DIRECT)
        return self._with(crosslinks) if crosslinks.are_few else None

    @property
    def _argument(self) -> ArgumentMap:
        return self.arranged.builder.argument

    @cached_property
    def _sheet(self) -> Sheet:
        """Everything where it stands, with room used evenly."""
        if not self.even:
            return self.arranged.sheet
        siblings = list(siblings_of(self._argument, self.arranged.builder.homes))
        return evened(siblings, self.arranged.straightened()).sheet

    @cached_property
    def _lines(self) -> dict[str, tuple[Point, ...]]:
        """The corners of the lines that are part of the tree."""
        return rail_lines(self._sheet)

    def _with(self, crosslinks: Crosslinks) -> Placement:
        argument, sheet = self._argument, self._sheet
        led = list(crosslinks.routes())
        undercut = {name for name in argument.inference if argument.on[name]}
        lines = spread(sheet, self._lines, led, undercut) if led else self._lines
        routes = [Route(name, rounded(lines[name])) for name in argument.inference if name in lines] + led
        return framed(tuple(sheet.cards), tuple(sheet.boxes), tuple(routes), sheet.legend)


def best_sizes(front: Front, ratio: float) -> list[Size]:
    """Return the sizes of a part, those that fill a frame best first."""
    return sorted(front.sizes(), key=lambda size: _frame(size, ratio))


def _frame(size: Size, ratio: float) -> float:
    """Return how high the least frame of a ratio is that holds a size."""
    return max(size.width / ratio, size.height)
