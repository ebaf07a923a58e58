"""Drawings as PDF: a page each, of shapes and real text, tagged and described; Typst makes it.

Everything is drawn shape by shape, by a template that gets the drawing as data. (Typst can also take in an SVG with
text, but it then leaves out the links, and words that are set to a width fall apart into letters when copied.) Typst
shapes a line of text as argmap does, so that letters stand where the layout put them.
"""

from collections.abc import Sequence
from typing import Any

from argmap.drawing import Drawing
from argmap.outputs.options import Options
from argmap.outputs.typst.shapes import color_data, drawing_data, language_data
from argmap.outputs.typst.typesetting import typeset

LARGEST = 14_400.0
"""The longest side that a page may have, in points (ISO 32000-1, annex C); a larger drawing is made smaller."""


def to_pdf(drawings: Drawing | Sequence[Drawing], options: Options | None = None) -> bytes:
    """Return drawings as a PDF with a page for each, of the drawing's size on the slide.

    It keeps to PDF/UA-1, unless the font lacks a sign that a text needs. The same drawings give the same bytes.

    Parameters
    ----------
    drawings
        One drawing, or several in one typeface and language, such as the steps of a reveal.

    Raises
    ------
    OutputError
        The package ``typst`` is not installed, or Typst cannot draw this.
    """
    shown = (drawings,) if isinstance(drawings, Drawing) else tuple(drawings)
    first = shown[0]
    data = {
        "title": first.title,
        "author": (options or Options()).author,
        **language_data(first.language),
        "pages": list(map(_page, shown)),
    }
    return typeset("pdf.typ", data, first.typeface, instead="write an SVG instead")


def _page(drawing: Drawing) -> dict[str, Any]:
    """Return what stands on a page."""
    scale = min(drawing.scale, LARGEST / max(drawing.width, drawing.height))
    return drawing_data(drawing, scale) | {"ground": color_data(drawing.ground)}
