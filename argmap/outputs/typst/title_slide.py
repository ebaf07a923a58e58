"""The title slide: what the deck is called, its thesis on a card as in the drawings, who made it, its sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.deck.slides import Deck, Paragraph, Slide
from argmap.geometry import Point, Rect
from argmap.outputs.typst.slide_words import Setting, Written, height_of, linked, set_in
from argmap.shapes import Box, Path, Text

_SIDE = 1 / 15
"""The margin, as a share of the slide's width."""
_TITLE, _THESIS, _BYLINE, _SOURCE = 40.0, 22.0, 16.0, 13.0
_LEAD = 1.18
"""The height of a line of the title and the thesis, as a multiple of its size."""
_PADDING = 16.0
_GAP = 20.0
_SMALLER = 0.94
"""By how much all becomes smaller until it fits."""
_LEAST = 0.3


def title_slide(deck: Deck, slide: Slide) -> tuple[Text, list[Written]]:
    """Return the title, and all else that stands on the title slide."""
    share = 1.0
    while share > _LEAST and not (tried := _Layout(deck, slide, share)).fits:
        share *= _SMALLER
    return tried.title, list(tried.others())


@dataclass(frozen=True)
class _Layout:
    """The title slide with everything at a share of its usual size."""

    deck: Deck
    slide: Slide
    share: float

    @property
    def width(self) -> float:
        return self.deck.sheet.width * (1 - 2 * _SIDE)

    @property
    def left(self) -> float:
        return self.deck.sheet.width * _SIDE

    @property
    def heading(self) -> Setting:
        return Setting(_TITLE * self.share, self.deck.theme.text, "Semibold", _LEAD)

    @property
    def thesis(self) -> Setting:
        return Setting(_THESIS * self.share, self.deck.theme.on_thesis, "Semibold", _LEAD)

    @property
    def byline(self) -> Setting:
        return Setting(_BYLINE * self.share, self.deck.theme.quiet)

    @property
    def source(self) -> Setting:
        return Setting(_SOURCE * self.share, self.deck.theme.quiet)

    @property
    def fits(self) -> bool:
        """Whether what stands above does not run into the sources."""
        return self.upper_height + 2 * _GAP <= self.foot - self.deck.sheet.height * _SIDE

    @property
    def upper_height(self) -> float:
        return self.title_height + sum(self.gap + self.height(p) for p in self.upper)

    @property
    def title_height(self) -> float:
        return height_of(self.deck, self.slide.title, self.width, self.heading)

    @property
    def gap(self) -> float:
        return _GAP * self.share

    @property
    def top(self) -> float:
        """Where the title begins: what stands above the sources is a little higher than the middle."""
        room = self.foot - self.deck.sheet.height * _SIDE - self.upper_height
        return self.deck.sheet.height * _SIDE + max(room, 0) * 0.42

    @property
    def upper(self) -> list[Paragraph]:
        return [paragraph for paragraph in self.slide.paragraphs if paragraph.role != "source"]

    @property
    def sources(self) -> list[Paragraph]:
        return [paragraph for paragraph in self.slide.paragraphs if paragraph.role == "source"]

    @property
    def foot(self) -> float:
        """Where the sources begin: they end where the margin does."""
        sheet = self.deck.sheet
        high = sum(self.height(paragraph) for paragraph in self.sources)
        return sheet.height - sheet.height * _SIDE - high - (self.gap if self.sources else 0.0)

    def setting(self, paragraph: Paragraph) -> Setting:
        """Return how a paragraph is set."""
        return {"thesis": self.thesis, "byline": self.byline}.get(paragraph.role, self.source)

    def height(self, paragraph: Paragraph) -> float:
        """Return how high a paragraph becomes, the thesis with its card."""
        padding = _PADDING * self.share if paragraph.role == "thesis" else 0.0
        return height_of(self.deck, paragraph.text, self.width - 2 * padding, self.setting(paragraph)) + 2 * padding

    @property
    def title(self) -> Text:
        return set_in(self.deck, self.slide.title, Rect(self.left, self.top, self.width, 0), self.heading)

    def others(self) -> Iterator[Written]:
        """Yield what stands below the title."""
        y = self.top + self.title_height
        for paragraph in self.upper:
            y += self.gap
            rect = Rect(self.left, y, self.width, self.height(paragraph))
            yield self.card(paragraph, rect) if paragraph.role == "thesis" else self.paragraph(paragraph, rect)
            y += rect.height
        y = self.foot
        if self.sources:
            ends = Point(self.left, y), Point(self.left + self.width, y)
            yield Written((Path("rule", corners=(ends,), stroke=self.deck.theme.neutral, width=0.75),))
            y += self.gap
        for paragraph in self.sources:
            rect = Rect(self.left, y, self.width, self.height(paragraph))
            yield self.paragraph(paragraph, rect)
            y += rect.height

    def paragraph(self, paragraph: Paragraph, rect: Rect) -> Written:
        """Set a paragraph in its room."""
        return linked(self.deck, paragraph, rect, self.setting(paragraph))

    def card(self, paragraph: Paragraph, rect: Rect) -> Written:
        """Set the thesis on a card as wide as its words."""
        padding = _PADDING * self.share
        text = set_in(self.deck, paragraph.text, rect.grown(-padding), self.thesis)
        wide = max(line.line.width * line.size for line in text.lines) + 2 * padding
        rtl = text.lines[0].line.rtl
        around = Rect(rect.right - wide if rtl else rect.x, rect.y, wide, rect.height)
        theme = self.deck.theme
        return Written((Box("card", around, fill=theme.thesis, radius=theme.radius * 1.4), text))
