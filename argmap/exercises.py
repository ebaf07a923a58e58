"""An exercise: a part of a map that has been placed, its blanked cards emptied where they stand."""

from dataclasses import replace

from argmap.coloring import Coloring
from argmap.geometry import Point, Rect
from argmap.hiding import hidden, new_names
from argmap.layout.cards import PADDING_X, REMARK_HEIGHT, TEXT_SIZE
from argmap.layout.fit import Fitted
from argmap.layout.placement import PlacedCard, Placement
from argmap.shapes import TextLine
from argmap.text import Font
from argmap.views import Part

NUMBER_SIZE = 2 * TEXT_SIZE
"""How large the number of a blank is where its card has room for it, in points of the layout."""
_HIGHEST = 0.55
"""How high that number is at most, as a share of the room on its card."""
BOLD = "Semibold"


def exercise(part: Part, fitted: Fitted, coloring: Coloring, blanks: dict[str, int]) -> tuple[Part, Fitted, Coloring]:
    """Return what has been placed without what the blanked claims say: nothing of it is left, and nothing moves."""
    told = hidden(part, blanks, part.words.blank)
    names = new_names(part.map, told.map)
    hues = {names[claim]: hue for claim, hue in coloring.hues.items() if claim in names}
    lines = {names[inference]: color for inference, color in coloring.lines.items() if inference in names}
    placement = _emptied(fitted.placement, names, told.blanks)
    return told, replace(fitted, placement=placement), replace(coloring, hues=hues, lines=lines)


def blank_number(placed: PlacedCard, number: int, font: Font, color: str) -> TextLine:
    """Set the number of a blank in the middle of its card or, where the card ends with a remark, above that."""
    line, rect = font.line(str(number)), placed.rect
    room = Rect(rect.x, rect.y, rect.width, rect.height - (REMARK_HEIGHT if placed.card.remark else 0.0))
    height = figure_height(font)
    size = min(NUMBER_SIZE, _HIGHEST * room.height / height, (room.width - 2 * PADDING_X) / line.width)
    start = Point(room.center.x - line.width * size / 2, room.center.y + height * size / 2)
    return TextLine(line, start, size, color, BOLD)


def figure_height(font: Font) -> float:
    """Return how high figures are, in em; in a font without any, as high as they usually are."""
    outlines = (font.outline(number) for number in font.line("0").numbers)
    heights = [-y for outline in outlines for _, values in outline for y in values[1::2]]
    return max(heights, default=0.0) or 0.65


def _emptied(placement: Placement, names: dict[str, str], blanks: dict[str, int]) -> Placement:
    """Return a placement in which blanked cards and stubs are empty, and everything is called by its new name."""
    return replace(
        placement,
        cards=tuple(_empty(placed, names, blanks) for placed in placement.cards),
        boxes=tuple(replace(box, inference=names[box.inference]) for box in placement.boxes),
        routes=tuple(
            replace(route, inference=names[route.inference], stub=names.get(route.stub, ""))
            for route in placement.routes
        ),
    )


def _empty(placed: PlacedCard, names: dict[str, str], blanks: dict[str, int]) -> PlacedCard:
    """Return a card by its new name and, if it is blanked, with nothing on it but what is left out there."""
    card = replace(placed.card, claim=names[placed.card.claim])
    if card.claim in blanks:
        card = replace(card, paragraph=replace(card.paragraph, lines=()), notes=(), number=None)
    return replace(placed, card=card, box=names.get(placed.box, ""))
