"""How large words stand on a slide of a page: as large as there is room for. Sizes are in points of the sheet."""

from collections.abc import Iterator

from argmap.deck.sheet import SIDE, TEXT_SIZE, TITLE_SIZE, Sheet
from argmap.deck.slides import Slide
from argmap.geometry import Rect
from argmap.text import Font, Typeface
from argmap.wrapping import wrap

LEADING = 1.2
"""The height of a line, as a multiple of its size."""
BETWEEN = 0.5
"""The room above a paragraph, likewise."""
SMALLEST = 6.0
_ROLES = {"title": 44.0, "thesis": 26.0, "byline": 18.0, "source": 15.0}
"""The sizes on a title slide, where there is room for them."""
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
    return 4 * SIDE * sheet.width / 960


def opening_sizes(slide: Slide, sheet: Sheet, typeface: Typeface) -> dict[str, float]:
    """Return the sizes of the words on a title slide, by their roles, at which all of them fit."""
    width, height = sheet.width - 2 * margin(sheet), sheet.height - 2 * margin(sheet)
    share = 1.0
    while share > 0.2:
        sizes = {role: size * share for role, size in _ROLES.items()}
        if sum(_heights(slide, sizes, typeface, width)) <= height:
            break
        share *= _SMALLER
    return sizes


def list_size(slide: Slide, sheet: Sheet, typeface: Typeface) -> float:
    """Return the size of the words on any other slide without a drawing."""
    size = TEXT_SIZE
    while size > SMALLEST:
        lines = sum(_lines(p.text, typeface.regular, size, sheet.picture.width) for p in slide.paragraphs)
        if (lines * LEADING + len(slide.paragraphs) * BETWEEN) * size <= sheet.picture.height:
            break
        size *= _SMALLER
    return size


def _heights(slide: Slide, sizes: dict[str, float], typeface: Typeface, width: float) -> Iterator[float]:
    yield _lines(slide.title, typeface.bold, sizes["title"], width) * sizes["title"] * LEADING
    for paragraph in slide.paragraphs:
        size = sizes.get(paragraph.role, sizes["source"])
        yield (_lines(paragraph.text, typeface.regular, size, width) * LEADING + BETWEEN) * size


def _lines(text: str, font: Font, size: float, width: float) -> int:
    """Count the lines of a text; it may be empty."""
    return len(wrap(text, font, width * _SAFE / size).lines) if text.strip() else 0
