"""How large words stand on a slide of a page: as large as there is room for. Sizes are in points of the sheet."""

from collections.abc import Iterator

from argmap.deck.citing import BETWEEN, LINE
from argmap.deck.sheet import TEXT_SIZE, TITLE_SIZE, Sheet
from argmap.deck.slides import Slide
from argmap.geometry import Rect
from argmap.text import Font, Typeface
from argmap.wrapping import wrap

LEADING = 1.2
"""The height of a line of a title, as a multiple of its size."""
SMALLEST = 6.0
_ROLES = {"title": 40.0, "thesis": 22.0, "byline": 16.0, "source": 13.0}
"""The sizes on a title slide, where there is room for them."""
_GAP, _PADDING = 20.0, 16.0
"""The room above what stands on a title slide, and around the thesis on its card, likewise."""
_SAFE = 0.98
"""How much of the width is used: browsers may lay out a line some hundredths wider than it was measured."""
_SMALLER = 0.95


def title_size(title: str, font: Font, room: Rect) -> float:
    """Return the size at which a slide's title fits its room: on one line or, if it is long, on several."""
    size = TITLE_SIZE
    while size > SMALLEST and _lines(title, font, size, room.width) * size * LEADING > room.height:
        size *= _SMALLER
    return size


def margin(sheet: Sheet) -> float:
    """Return how far from the edges of the sheet the words of a title slide stay."""
    return sheet.width / 15


def opening_sizes(slide: Slide, sheet: Sheet, typeface: Typeface) -> dict[str, float]:
    """Return the sizes of the words on a title slide, by their roles, at which all of them fit."""
    width, height = sheet.width - 2 * margin(sheet), sheet.height * (1 - 2 / 15)
    share = 1.0
    while share > 0.2:
        sizes = {role: size * share for role, size in _ROLES.items()}
        if sum(_heights(slide, sizes, typeface, width)) + 2 * _GAP * share <= height:
            break
        share *= _SMALLER
    return sizes


def list_size(slide: Slide, sheet: Sheet, typeface: Typeface) -> float:
    """Return the size of the words on any other slide without a drawing."""
    size = TEXT_SIZE
    while size > SMALLEST:
        lines = sum(_lines(p.text, typeface.regular, size, sheet.picture.width) for p in slide.paragraphs)
        if (lines * LINE + len(slide.paragraphs) * BETWEEN) * size <= sheet.picture.height:
            break
        size *= _SMALLER
    return size


def _heights(slide: Slide, sizes: dict[str, float], typeface: Typeface, width: float) -> Iterator[float]:
    yield _lines(slide.title, typeface.bold, sizes["title"], width) * sizes["title"] * LEADING
    share = sizes["title"] / _ROLES["title"]
    for paragraph in slide.paragraphs:
        size, padding = sizes.get(paragraph.role, sizes["source"]), 0.0
        if paragraph.role == "thesis":
            padding = _PADDING * share
        font = typeface.bold if padding else typeface.regular
        gap = 0.0 if paragraph.role == "source" else _GAP * share
        yield _lines(paragraph.text, font, size, width - 2 * padding) * LINE * size + 2 * padding + gap


def _lines(text: str, font: Font, size: float, width: float) -> int:
    """Count the lines of a text; it may be empty."""
    return len(wrap(text, font, width * _SAFE / size).lines) if text.strip() else 0
