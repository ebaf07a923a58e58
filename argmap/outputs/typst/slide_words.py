"""The words of a slide, set in lines where the sheet has room for them: title, paragraphs, number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.deck.citing import BETWEEN, LINE
from argmap.deck.sheet import NUMBER_SIZE, TEXT_SIZE, TITLE_SIZE
from argmap.deck.slides import Deck, Paragraph, Slide
from argmap.geometry import Point, Rect
from argmap.shapes import Path, Shape, Text, TextLine
from argmap.text import Font
from argmap.text import Paragraph as Wrapped
from argmap.wrapping import RELUCTANCE, wrap

_TITLE_LINE = 1.12
"""The height of a title's line, as a multiple of its size."""
_FINER = 0.97
"""By how much a title becomes smaller until it fits."""
_UNDER = 0.16
"""How far under its baseline a line of a link runs, in em."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set: in em the width of a line, and its height."""

    size: float
    color: str
    weight: str = ""
    line: float = LINE


@dataclass(frozen=True, slots=True)
class Written:
    """Shapes that are read as one: words, and where they lead; ``slide`` is the number of one."""

    shapes: tuple[Shape, ...]
    url: str = ""
    slide: int | None = None


def slide_title(deck: Deck, title: str) -> Text:
    """Return a slide's title, as large as fits: on one line while that is not much smaller than on two."""
    rect, font = deck.sheet.title, deck.typeface.bold
    size = TITLE_SIZE
    while len(_wrapped(title, font, rect.width / size).lines) * _TITLE_LINE * size > rect.height:
        size *= _FINER
    setting = Setting(size, deck.theme.text, "Semibold", _TITLE_LINE)
    high = height_of(deck, title, rect.width, setting)
    return set_in(deck, title, Rect(rect.x, rect.y + (rect.height - high) / 2, rect.width, high), setting)


def page_number(deck: Deck, number: int) -> Text:
    """Return the number of a page, which is that of the slide for its first page."""
    rect, font = deck.sheet.number, deck.typeface.regular
    line = font.line(str(number))
    start = Point(rect.right - line.width * NUMBER_SIZE, baseline(rect.y, rect.height, NUMBER_SIZE, font))
    return Text("slide-number", (TextLine(line, start, NUMBER_SIZE, deck.theme.quiet),))


def listed(deck: Deck, slide: Slide) -> Iterator[Written]:
    """Yield the paragraphs of a slide without a drawing; those that lead somewhere are underlined."""
    rect = deck.sheet.picture
    setting = Setting(TEXT_SIZE, deck.theme.text)
    top = rect.y
    for paragraph in slide.paragraphs:
        high = height_of(deck, paragraph.text, rect.width, setting)
        yield linked(deck, paragraph, Rect(rect.x, top, rect.width, high), setting)
        top += high + BETWEEN * TEXT_SIZE


def linked(deck: Deck, paragraph: Paragraph, rect: Rect, setting: Setting) -> Written:
    """Return a paragraph, underlined if it leads somewhere."""
    text = set_in(deck, paragraph.text, rect, setting)
    under = underlines(text.lines, deck.theme.neutral) if paragraph.url else ()
    return Written((text, *under), paragraph.url)


def underlines(lines: Sequence[TextLine], color: str) -> Iterator[Path]:
    """Yield a line under each line of text."""
    for line in lines:
        start = line.start.moved(0, _UNDER * line.size)
        end = start.moved(line.line.width * line.size, 0)
        yield Path("underline", corners=((start, end),), stroke=color, width=0.04 * line.size)


def height_of(deck: Deck, text: str, width: float, setting: Setting) -> float:
    """Return how high a text becomes in a width."""
    font = deck.typeface.of(setting.weight)
    return len(_wrapped(text, font, width / setting.size).lines) * setting.line * setting.size


def set_in(deck: Deck, text: str, rect: Rect, setting: Setting) -> Text:
    """Set a text from the top of a room, from its left edge or, for right to left, from its right."""
    font, size, high = deck.typeface.of(setting.weight), setting.size, setting.line * setting.size
    paragraph = _wrapped(text, font, rect.width / size)
    lines = []
    for number, line in enumerate(paragraph.lines):
        x = rect.right - line.width * size if paragraph.rtl else rect.x
        y = baseline(rect.y + number * high, high, size, font)
        lines.append(TextLine(line, Point(x, y), size, setting.color, setting.weight))
    return Text("words", tuple(lines))


def _wrapped(text: str, font: Font, width: float) -> Wrapped:
    """Break a text into lines none of which is wider than its room: a word that would be is broken, too."""
    paragraph = wrap(text, font, width)
    return paragraph if paragraph.width <= width else wrap(text, font, width / RELUCTANCE)


def baseline(top: float, height: float, size: float, font: Font) -> float:
    """Return the baseline of a line of text in the middle of a room."""
    return top + (height + (font.ascent - font.descent) * size) / 2
