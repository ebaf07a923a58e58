"""The packed way of placing: the tree of homes, packed by shape curves, and routes for what is no tree."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from argmap.geometry import Rect
from argmap.layout.cards import Card, CardChoices
from argmap.layout.crosslinks import Crosslinks
from argmap.layout.curves import Front, Shape, at_width, best_of
from argmap.layout.heads import BoxHead, CardHead, PremiseHead
from argmap.layout.homes import homes_of, outward
from argmap.layout.inference_ways import ByPremise, UndercutAbove, UndercutAside
from argmap.layout.parts import Child, Composed, Legend, Part, Way, forget
from argmap.layout.placement import Candidate, NoRouteError, Placement, Route, framed
from argmap.layout.rails import rail_lines, rounded
from argmap.layout.sheet import Sheet
from argmap.layout.ways import ways_of
from argmap.model import ArgumentMap, Inference, Relation

_CAPS = ((30, 100, 32), (60, 60, 32), (200, 14, 16), (1_000, 8, 4))
"""For up to how many claims: how many sizes of a part are kept, and in how many ways its children are parted."""
_TRIED = ((60, 5), (300, 2))
"""For up to how many claims how many placements are prepared, besides the best."""
_CAPS_OF_LARGE = (5, 2)
_FEW = 4
"""For up to how many premises all ways of dividing them into two rows are tried."""
_HEIGHTS = 4
"""How many heights of the cards of a box are tried, where its premises head columns."""


def place(argument: ArgumentMap, cards: CardChoices, ratio: float) -> Placement:
    """Place a map so that it fills a frame of a ratio of width to height as well as can be."""
    return next(candidates(argument, cards, ratio)).make()


Legends = Sequence[tuple[float, float]]


def candidates(argument: ArgumentMap, cards: CardChoices, ratio: float, legends: Legends = ()) -> Iterator[Candidate]:
    """Prepare the most promising packed placements; their least size is that of the tree.

    Some are without the legend, which may find room where nothing stands, and some hold it, in one of some sizes.
    """
    tried = next((count for size, count in _TRIED if len(argument.claims) <= size), 1)
    with _uncollected():
        wholes = list(_Builder(argument, cards).wholes(legends if tried > 1 else ()))
    for whole in wholes:
        for shape in best_shapes(whole.top, ratio)[:tried]:
            yield Candidate(shape.width, shape.height, partial(_unfold, argument, whole, shape.width))


def _unfold(argument: ArgumentMap, whole: Part, width: float) -> Placement:
    """Place a map into a width.

    Raises
    ------
    NoRouteError
        There is no way for a line, or a premise undercuts its own inference: its line would end where it begins.
    """
    if any(_undercuts_its_own(argument, inference) for inference in argument.inferences):
        raise NoRouteError
    sheet = Sheet()
    with _uncollected():
        whole.put(sheet, 0.0, 0.0, width, sideways=False)
        sheet.finish()
        lines = rail_lines(sheet)
        routes = [Route(name, rounded(lines[name])) for name in argument.inference if name in lines]
        routes.extend(Crosslinks(argument, sheet, lines).routes())
        return framed(tuple(sheet.cards), tuple(sheet.boxes), tuple(routes), sheet.legend)


def _undercuts_its_own(argument: ArgumentMap, inference: Inference) -> bool:
    """Tell whether an undercutter has a premise of the very inference that it undercuts."""
    undercut = argument.inference.get(inference.target)
    return undercut is not None and not set(undercut.premises).isdisjoint(inference.premises)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no garbage be collected meanwhile: there is hardly any, and looking for it takes as long as packing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def best_shapes(front: Front, ratio: float) -> list[Shape]:
    """Return the shapes of a part, those that fill a frame best first."""
    return sorted(front, key=lambda shape: max(shape.width / ratio, shape.height))


class _Leaving(Part):
    """The part of an inference: it notes where its line leaves."""

    def __init__(self, inference: str, ways: Sequence[Way], most: int) -> None:
        self.inference = inference
        self.top = best_of([way.shapes for way in ways if not isinstance(way, UndercutAside)], most)
        self.side = best_of([way.shapes for way in ways if not isinstance(way, UndercutAbove)], most)
        forget(ways)

    def put(self, sheet: Sheet, x: float, y: float, width: float, *, sideways: bool) -> Rect:
        """Place the part."""
        rect = super().put(sheet, x, y, width, sideways=sideways)
        way = at_width(self.side if sideways else self.top, width).way
        sheet.enter(self.inference, rect, sideways=sideways, fixed=isinstance(way, UndercutAside | UndercutAbove))
        return rect


class _Builder:
    """Builds the parts of an argument from the leaves up."""

    def __init__(self, argument: ArgumentMap, cards: CardChoices) -> None:
        self.argument, self.cards = argument, cards
        self.homes = homes_of(argument)
        claims = len(argument.claims)
        self.most, self.partings = next((caps for size, *caps in _CAPS if claims <= size), _CAPS_OF_LARGE)
        self.parts: dict[str, Part] = {}
        self.railed: set[str] = set()

    def wholes(self, legends: Legends) -> Iterator[Part]:
        """Yield the part of the thesis and, if there is a legend, the same with the legend in it, first or last."""
        self._build()
        head, children = CardHead(self.cards.cards[self.argument.thesis]), self._children(self.argument.thesis)
        yield Composed(ways_of(head, children, self.partings), self.most)
        if legends and children:
            legend = Child("", Relation.SUPPORT, None, Legend(legends))
            orders = ([legend, *children], [*children, legend])
            yield Composed([way for order in orders for way in ways_of(head, order, self.partings)], self.most)

    def _build(self) -> None:
        """Make the parts of all inferences, from the leaves up."""
        inferences = list(outward(self.argument, self.homes))
        for inference in inferences:
            if self._stands_on_rails(inference):
                self.railed.add(inference.id)
        for inference in reversed(inferences):
            if ways := self._ways(inference):
                self.parts[inference.id] = _Leaving(inference.id, ways, self.most)

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
        undercutters = self._children(inference.id)
        if not undercutters:
            return case
        part = Composed(case, self.most)
        return [UndercutAbove(part, undercutters), UndercutAside(part, undercutters)]

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
                    premises.append(Composed(ways_of(premise, case, self.partings), self.most))
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
