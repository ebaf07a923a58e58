"""Badges: the numbers of answers, small and round, each on a corner of its card and on nobody's words."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from argmap.geometry import Point, Rect, enters, hull, segments
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
_FARTHEST = 24.0
"""How far along the upper side of its card, from the corner, a badge may go to be on no words."""
_ON_WORDS, _ON_CARD, _ON_LINE = 1000.0, 8.0, 5.0
"""How many points farther from the corner a badge would rather be than on words, on another card, on a line."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in its place; the height is that of its figures, in em."""

    line: Line
    center: Point
    radius: float
    height: float

    def shapes(self, theme: Theme) -> Iterator[Shape]:
        """Yield the badge, in the colour of text, and the number on it, in that of cards."""
        around = _around(self.center, self.radius)
        yield Box("badge", around, fill=theme.text, stroke=theme.card, radius=self.radius)
        start = self.center.moved(-self.line.width * SIZE / 2, self.height * SIZE / 2)
        yield Text("badge-number", (TextLine(self.line, start, SIZE, theme.card, "Semibold"),))


def badges(
    placement: Placement, answers: dict[str, int], words: Iterable[TextLine], font: Font, height: float
) -> dict[str, Badge]:
    """Return the badge of every answer.

    Parameters
    ----------
    words
        All lines of text on cards and stubs.
    height
        How high the font's figures are, in em.
    """
    lines = {claim: font.line(str(number)) for claim, number in answers.items()}
    radius = max(_SMALLEST, *(math.hypot(line.width * SIZE, height * SIZE) / 2 + _RIM for line in lines.values()), 0.0)
    around = _Surroundings(placement, words)
    places = {p.card.claim: around.place(p, radius) for p in placement.cards if not p.stub and p.card.claim in lines}
    return {claim: Badge(lines[claim], place, radius, height) for claim, place in places.items()}


class _Surroundings:
    """What a badge should not stand on."""

    def __init__(self, placement: Placement, words: Iterable[TextLine]) -> None:
        self.frame = Rect(0, 0, placement.width, placement.height)
        self.words = [_ink(line) for line in words] + [box.tab_rect for box in placement.boxes]
        self.words += [placement.legend] if placement.legend else []
        self.cards = [placed.rect for placed in placement.cards]
        self.lines = [(hull(bezier), bezier) for route in placement.routes for bezier in segments(route.curve)]

    def place(self, placed: PlacedCard, radius: float) -> Point:
        """Return the best middle for a card's badge: near the upper corner where its sentence ends."""
        rect = placed.rect
        inwards = 1.0 if placed.card.paragraph.rtl else -1.0
        corner = Point(rect.x if placed.card.paragraph.rtl else rect.right, rect.y)
        reach = Rect(*corner, 0, 0).grown(_FARTHEST + radius)
        words = [ink for ink in self.words if ink.overlaps(reach)]
        cards = [other for other in self.cards if other != rect and other.overlaps(reach)]
        lines = [bezier for around, bezier in self.lines if around.grown(0.1).overlaps(reach)]

        def cost(spot: Point) -> float:
            on_words = any(_distance(spot, ink) < radius + _EDGE for ink in words)
            on_cards = sum(_distance(spot, other) < radius for other in cards)
            on_lines = sum(enters(bezier, _around(spot, radius)) for bezier in lines)
            far = spot.distance(corner)
            return far + _ON_WORDS * on_words + _ON_CARD * on_cards + _ON_LINE * on_lines

        spots = (corner.moved(inwards * along, down) for along, down in _OFFSETS)
        inside = self.frame.grown(-radius - _EDGE)
        return min({_held(spot, inside): None for spot in spots}, key=cost)


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
