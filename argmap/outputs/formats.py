"""The formats in which a drawing can be written, by the suffix of the file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from argmap.outputs.options import Options

if TYPE_CHECKING:
    from argmap.drawing import Drawing


def _svg(drawing: "Drawing", options: Options) -> bytes:
    from argmap.outputs.options import OutputError
    from argmap.svg import svg_lines
    from argmap.webfont import WebFontError

    written = BytesIO()
    try:
        lines = svg_lines(drawing, options.text, fragments=options.fragments)
        written.writelines(f"{line}\n".encode() for line in lines)
    except WebFontError as fault:
        raise OutputError(str(fault)) from None
    return written.getvalue()


def _png(drawing: "Drawing", options: Options) -> bytes:
    from argmap.outputs.png import to_png

    return to_png(drawing, options)


def _pdf(drawing: "Drawing", options: Options) -> bytes:
    return _pdf_pages((drawing,), options)


def _pdf_pages(drawings: "Sequence[Drawing]", options: Options) -> bytes:
    from argmap.outputs.typst.pdf import to_pdf

    return to_pdf(drawings, options)


def _dot(drawing: "Drawing", options: Options) -> bytes:
    from argmap.outputs.dot import to_dot

    return to_dot(drawing, options)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a drawing.

    Parameters
    ----------
    write
        Turns a drawing into the content of a file.
    pixels
        Whether it is made of pixels, so that it matters how many.
    placed
        Whether it shows the drawing as it was placed, and so how large the text is.
    write_pages
        Turns several drawings into the pages of one file, where the format has pages.
    """

    write: Callable[["Drawing", Options], bytes]
    pixels: bool = False
    placed: bool = True
    write_pages: Callable[["Sequence[Drawing]", Options], bytes] | None = None


FORMATS = {
    "svg": Format(_svg),
    "png": Format(_png, pixels=True),
    "pdf": Format(_pdf, write_pages=_pdf_pages),
    "dot": Format(_dot, placed=False),
}
"""What argmap can write; the first is the default."""


def format_of(path: str | PurePath) -> str | None:
    """Return the format that the name of a file stands for; nothing if it stands for none.

    >>> format_of("slides/map.PNG"), format_of("map.yaml")
    ('png', None)
    """
    suffix = PurePath(path).suffix.lower().removeprefix(".")
    return suffix if suffix in FORMATS else None


def content(drawing: "Drawing", format_name: str, options: Options | None = None) -> bytes:
    """Return the content of a file that shows a drawing.

    Raises
    ------
    argmap.outputs.options.OutputError
        The drawing cannot be written in this format.
    """
    options = options or Options()
    return FORMATS[format_name].write(_grounded(drawing, options), options)


def contents(drawings: "Sequence[Drawing]", format_name: str, options: Options | None = None) -> Iterator[bytes]:
    """Yield the content of a file for each drawing or, if the format has pages, of one whose pages they are.

    Raises
    ------
    argmap.outputs.options.OutputError
        The drawings cannot be written in this format.
    """
    options = options or Options()
    if write_pages := FORMATS[format_name].write_pages:
        yield write_pages([_grounded(drawing, options) for drawing in drawings], options)
        return
    for drawing in drawings:
        yield content(drawing, format_name, options)


def _grounded(drawing: "Drawing", options: Options) -> "Drawing":
    """Return a drawing on its ground, or on none."""
    from argmap.shapes import NONE

    return replace(drawing, ground=NONE) if options.transparent else drawing
