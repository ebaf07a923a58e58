"""How large every card is: its text wrapped, with padding, in whole even points."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from argmap.model import Claim
from argmap.text import Font, Line, Paragraph, Typeface, default_typeface
from argmap.views import Part
from argmap.wrapping import wrap, wraps

TEXT_SIZE = 12.0
"""The size of the claims' text in the layout, in points; the slide scales the whole."""
SMALL_SIZE = 9.6
"""The size of tabs, legend and remarks in the layout."""
LINE_HEIGHT = 15.0
PADDING_X = 7.0
PADDING_Y = 4.0
REMARK_HEIGHT = 12.0
"""What a card grows by to say how many inferences are left out, and for every small line under its sentence."""
NUMBER_GAP = 5.0
REMARK_GAP = 10.0
SLIDES_NAMED = 3
"""How many of the slides on which an argument goes on a card names at most."""
STUB_WRAP = 110.0
NARROWEST = 76.0
"""The narrowest that a sentence of several lines is wrapped: about 14 characters."""
WIDEST = 330.0
MANY = 500
"""From how many claims on the widths of cards differ less: the parts of the drawing keep but few of their sizes."""
MIDDLING = (110.0, 220.0)
"""The narrowest and the widest that sentences are wrapped then."""


class Wording(StrEnum):
    """What stands on the cards: whole sentences, or labels where there are any."""

    FULL = "full"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Card:
    """A card that has its size and no place yet."""

    claim: str
    paragraph: Paragraph
    width: float
    height: float
    remark: Line | None = None
    notes: tuple[Line, ...] = ()
    number: Line | None = None

    @property
    def indent(self) -> float:
        """How far the number moves the sentence from the edge where it begins, in points of the layout."""
        return self.number.width * TEXT_SIZE + NUMBER_GAP if self.number else 0.0

    @property
    def shares_line(self) -> bool:
        """Whether the remark has room behind the last note, so that it needs no line of its own."""
        if not self.remark or not self.notes:
            return False
        room = max(self.paragraph.width * TEXT_SIZE, *(line.width * SMALL_SIZE for line in self.notes))
        return (self.notes[-1].width + self.remark.width) * SMALL_SIZE + REMARK_GAP <= room

    @property
    def small_lines(self) -> int:
        """How many small lines stand under the sentence."""
        return len(self.notes) + (self.remark is not None and not self.shares_line)

    def resized(self, width: float, height: float) -> "Card":
        """Return the card with other measures, the text the same."""
        return replace(self, width=width, height=height)


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards, stubs and tabs of a part of a map."""

    cards: dict[str, Card]
    stubs: dict[str, Card]
    tabs: dict[str, Line]


@dataclass(frozen=True, slots=True)
class CardChoices:
    """The sizes that each card can take, from narrow to wide, with stubs and tabs."""

    cards: dict[str, tuple[Card, ...]]
    stubs: dict[str, Card]
    tabs: dict[str, Line]


def even(length: float) -> float:
    """Round up to a whole even number of points."""
    return math.ceil(length / 2 - 1e-9) * 2.0


def text_of(claim: Claim, wording: Wording) -> str:
    """Return what stands on a claim's card."""
    return claim.label if wording is Wording.LABEL and claim.label else claim.text


def make_cards(part: Part, wording: Wording, width: float, typeface: Typeface | None = None) -> Cards:
    """Size all cards for texts wrapped at a width, in points; set in Source Sans Pro if no typeface is given."""
    face = typeface or default_typeface(part.map.language)
    cards = {}
    for claim in part.map.claims:
        paragraph = wrap(text_of(claim, wording), _font_of(part, claim, face), width / TEXT_SIZE)
        cards[claim.id] = _sized(claim.id, paragraph, _besides(part, claim.id, wording, face.regular))
    return Cards(cards, _stubs(part, min(width, STUB_WRAP), face), _tabs(part, face))


def make_card_choices(
    part: Part, wording: Wording, width: float | None = None, typeface: Typeface | None = None
) -> CardChoices:
    """Size all cards in every way of wrapping that is readable, or for one width, in points."""
    face = typeface or default_typeface(part.map.language)
    if width:
        made = make_cards(part, wording, width, face)
        return CardChoices({claim: (card,) for claim, card in made.cards.items()}, made.stubs, made.tabs)
    narrow, wide = MIDDLING if len(part.map.claims) > MANY else (NARROWEST, WIDEST)
    cards = {}
    for claim in part.map.claims:
        font = _font_of(part, claim, face)
        paragraphs = wraps(text_of(claim, wording), font, narrow / TEXT_SIZE, wide / TEXT_SIZE)
        besides = _besides(part, claim.id, wording, face.regular)
        cards[claim.id] = tuple(_sized(claim.id, paragraph, besides) for paragraph in reversed(paragraphs))
    return CardChoices(cards, _stubs(part, STUB_WRAP, face), _tabs(part, face))


def _font_of(part: Part, claim: Claim, typeface: Typeface) -> Font:
    return typeface.bold if claim.id == part.map.thesis else typeface.regular


def _stubs(part: Part, width: float, typeface: Typeface) -> dict[str, Card]:
    """Size the stubs of claims that are used more than once."""
    font, numbers = typeface.regular, part.captions.numbers
    stubs = {}
    for claim in part.map.claims:
        if len(part.map.uses[claim.id]) + (claim.id == part.map.thesis) > 1:
            number = font.line(str(numbers[claim.id])) if claim.id in numbers else None
            paragraph = wrap(claim.label or claim.text, font, width / TEXT_SIZE)
            stubs[claim.id] = _sized(claim.id, paragraph, _Besides(font, number=number))
    return stubs


def _tabs(part: Part, typeface: Typeface) -> dict[str, Line]:
    words, bold = part.words, typeface.bold
    return {i.id: bold.line(words.introduce(i.relation.key, i.scheme)) for i in part.map.inferences}


@dataclass(frozen=True, slots=True)
class _Besides:
    """What stands on a card besides its sentence, and the font in which it is set."""

    font: Font
    remark: Line | None = None
    notes: tuple[str, ...] = ()
    number: Line | None = None


def _besides(part: Part, claim: str, wording: Wording, font: Font) -> _Besides:
    """Return what a card says of the inferences that are left out, and what its captions are."""
    remark, number = remark_of(part, claim), part.captions.numbers.get(claim)
    return _Besides(
        font,
        font.line(remark) if remark else None,
        part.captions.notes(claim, full=wording is Wording.FULL),
        font.line(str(number)) if number else None,
    )


def remark_of(part: Part, claim: str) -> str:
    """Return what a card says of the inferences on its claim that are not in the drawing: how many, or where."""
    if slides := part.continued.get(claim):
        more = " …" if len(slides) > SLIDES_NAMED else ""
        return "→ " + ", ".join(map(str, slides[:SLIDES_NAMED])) + more
    missing = part.left_out.get(claim)
    return "… " + part.words.more.format(missing) if missing else ""


def _sized(claim: str, paragraph: Paragraph, besides: _Besides) -> Card:
    """Return the card that holds a paragraph, and small below it the rest."""
    room = max(paragraph.width * TEXT_SIZE, NARROWEST)
    notes = tuple(line for note in besides.notes for line in wrap(note, besides.font, room / SMALL_SIZE).lines)
    remark = besides.remark
    card = Card(claim, paragraph, 0.0, 0.0, remark, notes, besides.number)
    small = (*notes, remark) if remark else notes
    inner = card.indent + max(paragraph.width * TEXT_SIZE, *(line.width * SMALL_SIZE for line in small), 0.0)
    height = len(paragraph.lines) * LINE_HEIGHT + 2 * PADDING_Y + card.small_lines * REMARK_HEIGHT
    return card.resized(even(inner + 2 * PADDING_X), even(height))
