"""Badges: the numbers of answers, small and round, each on a corner of its card and on nobody's words."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from argmap.cells import Cells
from argmap.geometry import Curve, Point, Rect, enters, hull, segments
from argmap.layout.cards import TEXT_SIZE
from argmap.layout.placement import PlacedCard, Placement
from argmap.shapes import Box, Shape, Text, TextLine
from argmap.text import Font, Line
from argmap.theme import Theme

SIZE = 0.9 * TEXT_SIZE
"""The size of the numbers, in points of the layout."""
ASCENT, DESCENT = 0.78, 0.22
"""How far words reach above and below their baseline, in em."""

_SMALLEST = 6.5
_RIM = 1.4
"""How far the corners of a number stay from the rim of its badge."""
_EDGE = 0.5
"""How far a badge stays inside the frame and off words."""
_STEP = 1.5
_SHARES = (1.0, 0.85, 0.7, 0.55)
"""How large a badge is where it would else stand on words: in the corner of a frame that its card fills."""
_FARTHEST = 24.0
"""How far along the upper side of its card, from the corner, a badge may go to be on no words."""
_SIGN = 5.0
"""How far the heads and signs of lines reach around their middle."""
_ON_WORDS, _ON_CARD, _ON_LINE = 1000.0, 8.0, 5.0
"""How many points farther from the corner a badge would rather be than on words, on another card, on a line or sign."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in its place; ``height`` is that of its figures, in em."""

    line: Line
    center: Point
    radius: float
    size: float
    height: float

    def shapes(self, theme: Theme) -> Iterator[Shape]:
        """Yield the badge, in the colour of text, and the number on it, in that of cards."""
        around = _around(self.center, self.radius)
        yield Box("badge", around, fill=theme.text, stroke=theme.card, radius=self.radius)
        start = self.center.moved(-self.line.width * self.size / 2, self.height * self.size / 2)
        yield Text("badge-number", (TextLine(self.line, start, self.size, theme.card, "Semibold"),))


def badges(
    placement: Placement,
    answers: dict[str, int],
    words: Iterable[TextLine],
    signs: Iterable[Point],
    *,
    font: Font,
    height: float,
) -> dict[str, Badge]:
    """Return the badge of every answer.

    Parameters
    ----------
    words
        All lines of text on cards and stubs.
    signs
        The middles of the signs beside lines.
    height
        How high the font's figures are, in em.
    """
    lines = {claim: font.line(str(number)) for claim, number in answers.items()}
    radius = max(_SMALLEST, *(math.hypot(line.width * SIZE, height * SIZE) / 2 + _RIM for line in lines.values()), 0.0)
    around = _Surroundings(placement, words, signs, _FARTHEST + radius)
    cards = {placed.card.claim: placed for placed in placement.cards if not placed.stub}
    found = {}
    for claim, line in lines.items():
        center, share = around.place(cards[claim], radius)
        found[claim] = Badge(line, center, radius * share, SIZE * share, height)
    return found


class _Surroundings:
    """What a badge should not stand on."""

    def __init__(self, placement: Placement, words: Iterable[TextLine], signs: Iterable[Point], reach: float) -> None:
        self.frame = Rect(0, 0, placement.width, placement.height)
        self.words, self.cards, self.signs = Cells[Rect](), Cells[Rect](), Cells[Point]()
        self.lines = Cells[Curve]()
        tabs = [box.tab_rect for box in placement.boxes] + ([placement.legend] if placement.legend else [])
        for rect in (*map(_ink, words), *tabs):
            self.words.add(rect.grown(reach), rect)
        for placed in placement.cards:
            self.cards.add(placed.rect.grown(reach), placed.rect)
        for sign in (*signs, *(route.curve[-1] for route in placement.routes)):
            self.signs.add(_around(sign, reach), sign)
        for bezier in (bezier for route in placement.routes for bezier in segments(route.curve)):
            self.lines.add(hull(bezier).grown(reach), bezier)

    def place(self, placed: PlacedCard, radius: float) -> tuple[Point, float]:
        """Return the best middle for a card's badge, and as a share of its radius how large it can be there."""
        for share in _SHARES:
            cost, spot = self._best(placed, radius * share)
            if cost < _ON_WORDS:
                break
        return spot, share

    def _best(self, placed: PlacedCard, radius: float) -> tuple[float, Point]:
        """Return the cost and the middle of a badge that is near the upper corner where the card's sentence ends."""
        rect = placed.rect
        inwards = 1.0 if placed.card.paragraph.rtl else -1.0
        corner = Point(rect.x if placed.card.paragraph.rtl else rect.right, rect.y)
        words, lines, signs = self.words.at(corner), self.lines.at(corner), self.signs.at(corner)
        cards = [other for other in self.cards.at(corner) if other != rect]

        def cost(spot: Point) -> float:
            on_words = any(_distance(spot, ink) < radius + _EDGE for ink in words)
            on_cards = sum(_distance(spot, other) < radius for other in cards)
            on_lines = sum(enters(bezier, _around(spot, radius)) for bezier in lines)
            on_lines += sum(spot.distance(sign) < radius + _SIGN for sign in signs)
            return spot.distance(corner) + _ON_WORDS * on_words + _ON_CARD * on_cards + _ON_LINE * on_lines

        inside = self.frame.grown(-radius - _EDGE)
        spots = dict.fromkeys(_held(corner.moved(inwards * along, down), inside) for along, down in _OFFSETS)
        best, place = math.inf, corner
        for spot in sorted(spots, key=corner.distance):
            if spot.distance(corner) >= best:  # nothing farther away can cost less
                break
            best, place = min((best, place), (cost(spot), spot))
        return best, place


_OFFSETS = [
    (along * _STEP, down * _STEP) for along, down in product(range(-4, int(_FARTHEST / _STEP) + 1), range(-4, 5))
]
"""How far from its corner, inwards and down, a badge may stand."""


def _ink(line: TextLine) -> Rect:
    """Return the room of a line's letters."""
    height = (ASCENT + DESCENT) * line.size
    return Rect(line.start.x, line.start.y - ASCENT * line.size, line.line.width * line.size, height)


def _around(center: Point, radius: float) -> Rect:
    return Rect(*center, 0, 0).grown(radius)


def _held(spot: Point, inside: Rect) -> Point:
    """Return the point of a rectangle that is nearest to a spot."""
    return Point(
        min(max(spot.x, inside.x), max(inside.x, inside.right)),
        min(max(spot.y, inside.y), max(inside.y, inside.bottom)),
    )


def _distance(point: Point, rect: Rect) -> float:
    """Return the distance of a point from a rectangle; 0 inside."""
    return point.distance(_held(point, rect))
