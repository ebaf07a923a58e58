"""The slides that list sources, and what the title slide says."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.deck.sheet import TEXT_SIZE, Sheet
from argmap.deck.slides import Paragraph
from argmap.links import is_safe_link
from argmap.model import ArgumentMap, Source
from argmap.text import Typeface
from argmap.wrapping import wrap

LINE = 1.3
"""The height of a line, as a multiple of the text's size."""
BETWEEN = 0.5
"""The room between two paragraphs, likewise."""
_ON_TITLE = 4
"""How many sources the title slide names at most."""


def title_paragraphs(argument: ArgumentMap, continues: str) -> tuple[Paragraph, ...]:
    """Return what stands under the title: the thesis, if it is not the title itself, who made the map, the sources.

    Of many sources it gives the first, and ``continues`` says where the others are.
    """
    thesis = argument.claim[argument.thesis].text
    byline = ", ".join(filter(None, (argument.author, argument.date)))
    paragraphs = [Paragraph(thesis, "thesis")] if thesis != deck_title(argument) else []
    paragraphs += [Paragraph(byline, "byline")] if byline else []
    paragraphs += [_cited(source) for source in argument.sources[:_ON_TITLE]]
    if len(argument.sources) > _ON_TITLE:
        paragraphs.append(Paragraph(f"… {continues}", "source"))
    return tuple(paragraphs)


def deck_title(argument: ArgumentMap) -> str:
    """Return what a deck is called: as its map or, where that has no title, its thesis."""
    return argument.title or argument.claim[argument.thesis].text


def source_slides(argument: ArgumentMap, sheet: Sheet, typeface: Typeface) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs of one slide of sources after the other, as many as there is room for on each."""
    room, width = sheet.picture.height / TEXT_SIZE, sheet.picture.width / TEXT_SIZE
    page: list[Paragraph] = []
    used = 0.0
    for source in argument.sources:
        cited = _cited(source)
        paragraph = replace(cited, text=f"{cited.text} [{source.key}]")  # by their keys, notes and outlines cite them
        height = len(wrap(paragraph.text, typeface.regular, width).lines) * LINE + BETWEEN
        if page and used + height > room:
            yield tuple(page)
            page, used = [], 0.0
        page.append(paragraph)
        used += height
    if page:
        yield tuple(page)


def _cited(source: Source) -> Paragraph:
    """Return a source as a list of works gives it."""
    known = (source.author, source.title or source.key, source.date)
    text = ", ".join(filter(None, known)).rstrip(".") + "."
    return Paragraph(text, "source", source.url if is_safe_link(source.url) else "")
