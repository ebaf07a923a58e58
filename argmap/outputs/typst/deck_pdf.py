"""A deck as PDF: a page for each slide or step, tagged, with bookmarks and links; Typst makes it."""

from collections.abc import Callable, Iterator
from typing import Any

from argmap.deck.slides import Deck, Kind, Page, Slide
from argmap.drawing import Drawing
from argmap.geometry import Rect
from argmap.outputs.typst.bookmarks import levels
from argmap.outputs.typst.shapes import ShapeWriter, color_data, drawing_data, language_data
from argmap.outputs.typst.slide_way import way
from argmap.outputs.typst.slide_words import Written, listed, page_number, slide_title
from argmap.outputs.typst.title_slide import title_slide
from argmap.outputs.typst.typesetting import typeset
from argmap.shapes import Text
from argmap.words import words_for

_INSTEAD = "write the deck as HTML instead"


def deck_to_pdf(deck: Deck, *, handout: bool = False, done: Callable[[], None] = lambda: None) -> bytes:
    """Return a deck as a PDF. The same deck gives the same bytes.

    It keeps to PDF/UA-1, unless the font lacks a sign that a text needs.

    Parameters
    ----------
    handout
        Whether it is for reading on paper: a page for each slide, with its words below the drawing.
    done
        Called once for every page.

    Raises
    ------
    argmap.outputs.options.OutputError
        The package ``typst`` is not installed, or Typst cannot draw this.
    """
    if handout:
        from argmap.outputs.typst.handout_pdf import handout_to_pdf

        return handout_to_pdf(deck, done, instead=_INSTEAD)
    pages = []
    for page in _pages(deck):
        pages.append(page)
        done()
    data = {
        "title": deck.title,
        "author": deck.author,
        **language_data(deck.language),
        "width": deck.sheet.width,
        "height": deck.sheet.height,
        "ground": color_data(deck.theme.ground),
        "pages": pages,
    }
    return typeset("deck.typ", data, deck.typeface, instead=_INSTEAD)


def _numbers(deck: Deck) -> frozenset[int]:
    """Return the numbers of the slides, to which links may lead."""
    return frozenset(slide.number for slide in deck.slides)


def _pages(deck: Deck) -> Iterator[dict[str, Any]]:
    overview = None
    for slide, level in zip(deck.slides, levels(deck.slides), strict=True):
        overview = slide.number if slide.kind is Kind.OVERVIEW else overview
        title, paragraphs = _words(deck, slide)
        same = {
            "title": slide.title,
            "level": level,
            "heading": list(ShapeWriter().data([title])),
            "paragraphs": [_paragraph(paragraph, _numbers(deck)) for paragraph in paragraphs if paragraph],
            "inset": _inset(deck, slide.inset, overview) if slide.inset else None,
        }
        shown = slide.pages if deck.paged else slide.pages[-1:]
        for count, page in enumerate(shown or (None,)):
            yield same | {
                "slide": None if count else slide.number,
                "number": list(ShapeWriter().data([page_number(deck, slide.number + count)])),
                "drawing": _drawing(deck, page) if page else None,
            }


def _words(deck: Deck, slide: Slide) -> tuple[Text, list[list[Written]]]:
    """Return the title of a slide, and the paragraphs of words that belong to no drawing."""
    if slide.kind is Kind.TITLE:
        title, others = title_slide(deck, slide)
        return title, [[written] for written in others]
    return slide_title(deck, slide.title), [list(way(deck, slide)), *([written] for written in listed(deck, slide))]


def _paragraph(paragraph: list[Written], targets: frozenset[int]) -> list[dict[str, Any]]:
    """Return as data what is read as one."""
    writer = ShapeWriter()
    goals = ((words, words.slide if words.slide in targets else None) for words in paragraph)
    return [shape for words, slide in goals for shape in writer.data(words.shapes, words.url, slide)]


def _drawing(deck: Deck, page: Page) -> dict[str, Any]:
    """Return a drawing in the middle of its room."""
    drawing = page.drawing
    return _placed(drawing_data(drawing, drawing.scale, _numbers(deck)), deck.sheet.picture, 0.5)


def _inset(deck: Deck, drawing: Drawing, overview: int | None) -> dict[str, Any]:
    """Return the whole map in little, at the outer side of its room; it leads to the overview."""
    data = drawing_data(drawing, drawing.scale)
    name = words_for(deck.language, deck.theme.words).overview
    return _placed(data, deck.sheet.inset, 1.0) | {"alternative": f"{name}: {drawing.title}", "slide": overview}


def _placed(data: dict[str, Any], room: Rect, share: float) -> dict[str, Any]:
    x = room.x + (room.width - data["width"]) * share
    y = room.y + (room.height - data["height"]) / 2
    return data | {"x": round(x, 3), "y": round(y, 3)}
