"""A deck as a handout: A4 pages to read and to write on, each slide's drawing above its argument in words."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from argmap.colors import contrast
from argmap.deck.slides import Deck, Kind, Slide
from argmap.drawing import Drawing
from argmap.outputs.typst.bookmarks import levels
from argmap.outputs.typst.outline_list import outline_list
from argmap.outputs.typst.shapes import drawing_data, language_data
from argmap.outputs.typst.typesetting import typeset
from argmap.theme import LIGHT, Theme
from argmap.words import words_for

WIDTH, HEIGHT = 595.28, 841.89
"""A4, in points."""
MARGIN = 42.0
_HIGHEST = 0.5
"""How high a drawing becomes at most, as a share of the page: its words are to stand on the same one."""
_LARGEST_TEXT = 14.0
"""How large the claims' text becomes at most, in points: for eyes that are near, more is no better."""
_READABLE = 4.5
"""The least contrast of words with paper (WCAG 2.2, 1.4.3)."""


def handout_to_pdf(deck: Deck, done: Callable[[], None], *, instead: str) -> bytes:
    """Return a deck as a handout; :func:`argmap.outputs.typst.deck_pdf.deck_to_pdf` says more."""
    paper = paper_theme(deck.theme)
    pages = []
    for slide, level in zip(deck.slides, levels(deck.slides), strict=True):
        pages.append(_page(deck, slide) | {"level": level})
        done()
    data = {
        "title": deck.title,
        "author": deck.author,
        **language_data(deck.language),
        "rtl": deck.typeface.bold.line(deck.title).rtl,
        "paper": {"width": WIDTH, "height": HEIGHT, "margin": MARGIN},
        "colors": {"text": paper.text, "quiet": paper.quiet, "rule": paper.neutral},
        "pages": pages,
    }
    return typeset("handout.typ", data, deck.typeface, instead=instead)


def paper_theme(theme: Theme) -> Theme:
    """Return the theme for words on white paper: the deck's own, unless it is made for a dark ground."""
    return theme if contrast(theme.text, LIGHT.ground) >= _READABLE else LIGHT


def _page(deck: Deck, slide: Slide) -> dict[str, Any]:
    numbers = {other.number for other in deck.slides}
    drawing = slide.drawing
    outline = drawing.description if drawing else ""
    called = words_for(deck.language, deck.theme.words).slide
    return {
        "title": slide.title,
        "opening": slide.kind is Kind.TITLE,
        "slide": slide.number,
        "called": f"{called} {slide.number}",
        "way": list(_way(slide, numbers)),
        "drawing": _drawing(drawing, numbers) if drawing else None,
        "outline": outline_list(outline).data(_continued(outline, numbers)),
        "notes": slide.notes.removeprefix(outline.rstrip("\n")).split("\n"),
        "paragraphs": [{"text": p.text, "role": p.role, "url": p.url} for p in slide.paragraphs],
    }


def _way(slide: Slide, numbers: set[int]) -> Iterator[dict[str, Any]]:
    """Yield the claims on the way to a slide, and at last the word that leads from them to what it is about."""
    for crumb in slide.path:
        yield {"lead": crumb.lead, "text": crumb.text, "slide": crumb.slide if crumb.slide in numbers else None}
    if slide.path:
        yield {"lead": slide.lead, "text": "", "slide": None}


def _drawing(drawing: Drawing, numbers: set[int]) -> dict[str, Any]:
    """Return a drawing as wide as the page, unless it becomes too high or its text larger than on paper it should."""
    fitting = min((WIDTH - 2 * MARGIN) / drawing.width, _HIGHEST * HEIGHT / drawing.height)
    scale = min(fitting, drawing.scale * _LARGEST_TEXT / drawing.text_size)
    ground = drawing.ground if drawing.ground != LIGHT.ground else None
    return drawing_data(drawing, scale, numbers) | {"ground": ground}


def _continued(outline: str, numbers: set[int]) -> dict[str, int]:
    """Return the slides to which lines of an outline lead that say where the argument goes on."""
    found = re.findall(r"^ *- (→ .*?(\d+).*)$", outline, re.MULTILINE)
    return {line: int(number) for line, number in found if int(number) in numbers}
