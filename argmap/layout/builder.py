"""Builds the parts of an argument from the leaves up: every inference with all that bears on it."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from enum import Enum

from argmap.geometry import Rect
from argmap.layout.cards import Card, CardChoices
from argmap.layout.heads import BoxHead, CardHead, PremiseHead
from argmap.layout.homes import homes_of, outward
from argmap.layout.inference_ways import ByPremise, UndercutAbove, UndercutAside
from argmap.layout.parts import Child, Choice, Composed, Legend, Part, Way
from argmap.layout.sheet import Manner, Sheet
from argmap.layout.ways import ways_of
from argmap.model import ArgumentMap, Inference, Relation

_CAPS = ((30, 100, 32), (60, 60, 32), (200, 14, 16), (1_000, 8, 4))
"""For up to how many claims: how many sizes of a part are kept, and in how many ways its children are parted."""
_CAPS_OF_LARGE = (5, 2)
_FEW = 4
"""For up to how many premises all ways of dividing them into two rows are tried."""
_HEIGHTS = 4
"""How many heights of the cards of a box are tried, where its premises head columns."""

Legends = Sequence[tuple[float, float]]
"""The sizes that the legend can take, in points of the layout."""


class LegendPlace(Enum):
    """Where the legend stands among what bears on the thesis."""

    NOWHERE = ""
    LAST = "last"
    FIRST = "first"


class _Leaving(Part):
    """The part of an inference: it notes where its line leaves."""

    def __init__(self, name: str, ways: Sequence[Way], most: int) -> None:
        self.name = name
        self.top = Choice.among([way for way in ways if not isinstance(way, UndercutAside)], most)
        self.side = Choice.among([way for way in ways if not isinstance(way, UndercutAbove)], most)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the part."""
        rect = super().put(sheet, x, y, width, sideways=sideways)
        sheet.enter(self.name, rect, sideways=sideways)
        return rect


class Builder:
    """Builds the parts of an argument from the leaves up."""

    def __init__(self, argument: ArgumentMap, cards: CardChoices, legends: Legends) -> None:
        self.argument, self.cards, self.legends = argument, cards, legends
        self.homes = homes_of(argument)
        claims = len(argument.claims)
        self.most, self.partings = next((caps for size, *caps in _CAPS if claims <= size), _CAPS_OF_LARGE)
        self.parts: dict[str, Part] = {}
        self.wholes: dict[LegendPlace, Part] = {}
        self.known: dict[tuple[str, float], Builder] = {}
        self.barred: dict[str, frozenset[Manner]] = {}
        self.railed: set[str] = set()
        self.inferences = list(outward(argument, self.homes))
        for inference in self.inferences:
            if self._stands_on_rails(inference):
                self.railed.add(inference.id)

    def legend_places(self) -> tuple[LegendPlace, ...]:
        """Tell where the legend can be in the whole: nowhere or, if there is one, after all or before all."""
        has_legend = self.legends and self.argument.on[self.argument.thesis]
        return tuple(LegendPlace) if has_legend else (LegendPlace.NOWHERE,)

    def whole(self, place: LegendPlace) -> Part:
        """Return the part of the thesis, with the legend in its place."""
        if place not in self.wholes:
            self._build()
            head, children = CardHead(self.cards.cards[self.argument.thesis]), self._children(self.argument.thesis)
            legend = [Child("", Relation.SUPPORT, None, Legend(self.legends))] if place.value else []
            order = [*legend, *children] if place is LegendPlace.FIRST else [*children, *legend]
            self.wholes[place] = self._composed(self.argument.thesis, ways_of(head, order, self.partings))
        return self.wholes[place]

    def limited(self, claim: str, height: float) -> "Builder | None":
        """Return a builder that makes the card of a claim lower than a height; what does not hold the card is kept."""
        lower = tuple(card for card in self.cards.cards[claim] if card.height < height)
        if not lower:
            return None
        key = (claim, lower[0].height)
        if key in self.known:
            return self.known[key]
        other = self.known[key] = self._without(claim)
        other.cards = replace(self.cards, cards=self.cards.cards | {claim: lower})
        return other

    def barring(self, name: str, manner: Manner) -> "Builder":
        """Return a builder that composes the part of a claim or inference in another manner, if there is one."""
        other = self._without(name)
        other.barred = self.barred | {name: self.barred.get(name, frozenset()) | {manner}}
        return other

    def _without(self, name: str) -> "Builder":
        """Return a builder that knows all parts but those that hold a claim or inference."""
        other = copy(self)
        other.wholes, other.known = {}, {}
        held = set(self._around(name))
        other.parts = {inference: part for inference, part in self.parts.items() if inference not in held}
        return other

    def _around(self, name: str) -> Iterator[str]:
        """Yield the inferences in whose parts a claim or inference stands, outwards."""
        while name != self.argument.thesis:
            if inference := self.argument.inference.get(name):
                yield name
                name = inference.target
            else:
                name = self.homes[name]

    def _composed(self, name: str, ways: Sequence[Way]) -> Composed:
        return Composed(name, self._allowed(name, ways), self.most)

    def _allowed(self, name: str, ways: Sequence[Way]) -> Sequence[Way]:
        """Return the ways of composing a part that are not barred, or all if all are."""
        if name not in self.barred:
            return ways
        return [way for way in ways if way.manner not in self.barred[name]] or ways

    def _build(self) -> None:
        """Make the parts of all inferences that are not there, from the leaves up."""
        for inference in reversed(self.inferences):
            if inference.id not in self.parts and (ways := self._ways(inference)):
                self.parts[inference.id] = _Leaving(inference.id, self._allowed(inference.id, ways), self.most)

    def _stands_on_rails(self, inference: Inference) -> bool:
        """Tell whether the line of an inference is part of the tree: it and the line on which it ends, if it is one."""
        undercut = self.argument.inference.get(inference.target)
        ends = undercut is None or undercut.linked or undercut.id in self.railed
        return ends and (inference.linked or self._at_home(inference.premises[0], inference))

    def _at_home(self, premise: str, inference: Inference) -> bool:
        return self.homes.get(premise) == inference.id

    def _children(self, target: str) -> list[Child]:
        """Return what bears on a claim or inference; what undercuts a line that is drawn elsewhere stands there too."""
        children = []
        for inference in self.argument.on[target]:
            if part := self.parts.get(inference.id):
                railed = target if inference.id in self.railed else None
                children.append(Child(inference.id, inference.relation, railed, part))
            else:
                loose = self._children(inference.id)
                children += [Child(child.inference, child.relation, None, child.part) for child in loose]
        return children

    def _ways(self, inference: Inference) -> list[Way]:
        """Return the ways of composing the part of an inference; none where its premise stands elsewhere."""
        if inference.linked:
            return self._box_ways(inference)
        premise = inference.premises[0]
        if not self._at_home(premise, inference):
            return []
        case = ways_of(CardHead(self.cards.cards[premise]), self._children(premise), self.partings)
        if not self.argument.on[inference.id]:
            return case
        undercutters = self._children(inference.id)
        part = self._composed(premise, case)
        return [UndercutAbove(inference.id, part, undercutters), UndercutAside(inference.id, part, undercutters)]

    def _box_ways(self, inference: Inference) -> list[Way]:
        """Return the ways of composing a reason box with what bears on its premises and on itself."""
        tab, undercutters = self.cards.tabs[inference.id], self._children(inference.id)
        stubs = [not self._at_home(premise, inference) for premise in inference.premises]
        cards = [
            (self.cards.stubs[premise],) if stub else self.cards.cards[premise]
            for premise, stub in zip(inference.premises, stubs, strict=True)
        ]
        cases = [
            [] if stub else self._children(premise) for premise, stub in zip(inference.premises, stubs, strict=True)
        ]
        argued = [number for number, children in enumerate(cases) if children]
        children = [*(child for case in cases for child in case), *undercutters]
        ways: list[Way] = []
        for rows in _rows(len(cards)):
            if all(number >= len(cards) - rows[-1] for number in argued):
                head = BoxHead(inference.id, tab, cards, stubs, rows)
                ways += ways_of(head, children, self.partings, apart=len(argued) > 1)
        if argued:
            for height in _common_heights(cards):
                premises = []
                for choices, stub, case in zip(cards, stubs, cases, strict=True):
                    card = next(card for card in choices if card.height <= height)
                    premise = PremiseHead(inference.id, card, height, stub)
                    premises.append(self._composed(card.claim, ways_of(premise, case, self.partings)))
                ways.append(ByPremise(inference.id, tab, premises, height, undercutters))
        return ways


def _rows(count: int) -> list[tuple[int, ...]]:
    """Return how the cards of a box may be divided into rows: one row, two rows, each in a row of its own."""
    two = [(first, count - first) for first in range(1, count)] if count <= _FEW else [(count // 2, count - count // 2)]
    return list(dict.fromkeys([(count,), *two, (1,) * count]))


def _common_heights(cards: Sequence[Sequence[Card]]) -> list[float]:
    """Return the lowest heights that every premise of a box can have."""
    least = max(min(card.height for card in choices) for choices in cards)
    return sorted({card.height for choices in cards for card in choices if card.height >= least})[:_HEIGHTS]
