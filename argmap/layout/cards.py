"""How large every card is: its text wrapped, with padding, in whole even points."""

import math
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Claim
from argmap.text import Font, Line, Paragraph, default_font, wrap, wraps
from argmap.views import Part
from argmap.words import words_for

TEXT_SIZE = 12.0
"""The size of the claims' text in the layout, in points; the slide scales the whole."""
SMALL_SIZE = 9.6
"""The size of tabs, legend and remarks in the layout."""
LINE_HEIGHT = 15.0
PADDING_X = 7.0
PADDING_Y = 4.0
REMARK_HEIGHT = 12.0
"""What a card grows by to say how many inferences are left out."""
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

    def resized(self, width: float, height: float) -> "Card":
        """Return the card with other measures, the text the same."""
        return Card(self.claim, self.paragraph, width, height, self.remark)


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


def make_cards(part: Part, wording: Wording, width: float) -> Cards:
    """Size all cards for texts wrapped at a width, in points."""
    cards = {}
    for claim in part.map.claims:
        text, font = text_of(claim, wording), _font_of(part, claim)
        cards[claim.id] = _card(claim.id, text, font, width, _remark(part, claim))
    return Cards(cards, _stubs(part, min(width, STUB_WRAP)), _tabs(part))


def make_card_choices(part: Part, wording: Wording, width: float | None = None) -> CardChoices:
    """Size all cards in every way of wrapping that is readable, or for one width, in points."""
    if width:
        made = make_cards(part, wording, width)
        return CardChoices({claim: (card,) for claim, card in made.cards.items()}, made.stubs, made.tabs)
    narrow, wide = MIDDLING if len(part.map.claims) > MANY else (NARROWEST, WIDEST)
    cards = {}
    for claim in part.map.claims:
        paragraphs = wraps(text_of(claim, wording), _font_of(part, claim), narrow / TEXT_SIZE, wide / TEXT_SIZE)
        remark = _remark(part, claim)
        cards[claim.id] = tuple(_sized(claim.id, paragraph, remark) for paragraph in reversed(paragraphs))
    return CardChoices(cards, _stubs(part, STUB_WRAP), _tabs(part))


def _font_of(part: Part, claim: Claim) -> Font:
    return default_font("Semibold") if claim.id == part.map.thesis else default_font()


def _remark(part: Part, claim: Claim) -> Line | None:
    """Return what a card says about inferences that are left out."""
    missing = part.left_out.get(claim.id)
    return default_font().line("… " + words_for(part.map.language).more.format(missing)) if missing else None


def _stubs(part: Part, width: float) -> dict[str, Card]:
    """Size the stubs of claims that are used more than once."""
    used = (claim for claim in part.map.claims if len(part.map.uses[claim.id]) + (claim.id == part.map.thesis) > 1)
    return {claim.id: _card(claim.id, claim.label or claim.text, default_font(), width, None) for claim in used}


def _tabs(part: Part) -> dict[str, Line]:
    words, bold = words_for(part.map.language), default_font("Semibold")
    return {i.id: bold.line(words.introduce(i.relation.key, i.scheme)) for i in part.map.inferences}


def _card(claim: str, text: str, font: Font, width: float, remark: Line | None) -> Card:
    return _sized(claim, wrap(text, font, width / TEXT_SIZE), remark)


def _sized(claim: str, paragraph: Paragraph, remark: Line | None) -> Card:
    """Return the card that holds a paragraph."""
    inner = max(paragraph.width * TEXT_SIZE, remark.width * SMALL_SIZE if remark else 0.0)
    height = len(paragraph.lines) * LINE_HEIGHT + 2 * PADDING_Y + (REMARK_HEIGHT if remark else 0.0)
    return Card(claim, paragraph, even(inner + 2 * PADDING_X), even(height), remark)
