"""A drawing as PDF: one page of shapes and real text, tagged and described; Typst makes it.

Everything is drawn shape by shape, by a template that gets the drawing as data. (Typst can also take in an SVG with
text, but it then leaves out the links, and words that are set to a width fall apart into letters when copied.) Typst
shapes a line of text as argmap does, so that letters stand where the layout put them.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from argmap import shapes
from argmap.drawing import ClaimGroup, Drawing
from argmap.geometry import Point, segments
from argmap.links import is_safe_link
from argmap.outputs.options import Options, OutputError
from argmap.shapes import NONE
from argmap.text import Typeface

if TYPE_CHECKING:
    from typst import Fonts

LARGEST = 14_400.0
"""The longest side that a page may have, in points (ISO 32000-1, annex C); a larger drawing is made smaller."""
_TEMPLATE = Path(__file__).with_name("pdf.typ")
_LONGEST_LINK = 2_000
"""Typst refuses addresses that are much longer, and so do browsers."""
_WEIGHTS = ("", "Semibold")


def to_pdf(drawing: Drawing, options: Options | None = None) -> bytes:
    """Return a drawing as a PDF whose page has the drawing's size on the slide.

    It keeps to PDF/UA-1, unless the font lacks a sign that a text needs. The same drawing gives the same bytes.

    Raises
    ------
    OutputError
        The package ``typst`` is not installed, or Typst cannot draw this.
    """
    try:
        import typst
    except ImportError:
        raise OutputError('a PDF needs the package typst; install it with pip install "argmap[pdf]"') from None
    page = _page(drawing, options or Options())
    reason = ""
    with TemporaryDirectory() as folder:
        _copy_fonts(drawing.typeface, Path(folder))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        page["fonts"] = _fonts(drawing.typeface, fonts)
        for standard in ("ua-1", "1.7"):
            try:
                return typst.compile(
                    _TEMPLATE.read_bytes(),
                    font_paths=fonts,
                    ignore_system_fonts=True,
                    sys_inputs={"page": json.dumps(page)},
                    pdf_standards=[standard],
                    timestamp=0,
                )
            except typst.TypstError as fault:
                reason = fault.message
    raise OutputError(f"the PDF cannot be made ({reason}); write an SVG instead")


def _copy_fonts(typeface: Typeface, folder: Path) -> None:
    """Put the fonts of the drawing, and no others, where Typst looks for fonts."""
    for weight in _WEIGHTS:
        shutil.copyfile(typeface.of(weight).path, folder / f"font{weight}.ttf")  # whatever it is, Typst finds out


def _fonts(typeface: Typeface, fonts: "Fonts") -> dict[str, dict[str, Any]]:
    """Return by what name, style and weight Typst knows the font of each of our weights."""
    named = {Path(font.path).stem: font for font in reversed(fonts.fonts()) if font.path}  # of a collection the first
    if any(f"font{weight}" not in named for weight in _WEIGHTS):
        raise OutputError("Typst cannot read the font; give another --font, or write an SVG instead")
    return {
        weight: {
            "family": named[f"font{weight}"].family,
            "style": named[f"font{weight}"].style,
            "weight": typeface.of(weight).weight,
        }
        for weight in _WEIGHTS
    }


def _page(drawing: Drawing, options: Options) -> dict[str, Any]:
    """Return what the template draws, in the order of painting."""
    scale = min(drawing.scale, LARGEST / max(drawing.width, drawing.height))
    writer = _Writer(scale)
    language, region = _language(drawing.language)
    lines = [shape for group in drawing.inferences for shape in group.shapes if not isinstance(shape, shapes.Text)]
    words = [shape for group in drawing.inferences for shape in group.shapes if isinstance(shape, shapes.Text)]
    return {
        "title": drawing.title,
        "author": options.author,
        "alternative": f"{drawing.title}\n{drawing.description}",
        "language": language,
        "region": region,
        "width": drawing.width * scale,
        "height": drawing.height * scale,
        "ground": _color(drawing.ground),
        "below": list(writer.data(lines)),
        "claims": [shape for claim in drawing.claims for shape in writer.claim(claim)],
        "above": list(writer.data((*words, *drawing.legend))),
    }


def _language(tag: str) -> tuple[str, str | None]:
    """Return what Typst takes of a BCP 47 tag: the language, and the region if there is one."""
    first, *others = tag.split("-")
    language = first.lower() if re.fullmatch("[A-Za-z]{2,3}", first) else "en"
    return language, next((part.lower() for part in others if re.fullmatch("[A-Za-z]{2}", part)), None)


class _Writer:
    """Turns shapes into data for the template, in points of the slide."""

    def __init__(self, scale: float) -> None:
        self.scale = scale

    def claim(self, group: ClaimGroup) -> Iterator[dict[str, Any]]:
        """Yield what is drawn of a claim, its words as they are read: the number stands before the sentence."""
        return self.data(sorted(group.shapes, key=_reading), _safe(group.url))

    def data(self, written: Iterable[shapes.Shape], url: str = "") -> Iterator[dict[str, Any]]:
        """Yield shapes as data; their words lead to an address if there is one."""
        for shape in written:
            match shape:
                case shapes.Box():
                    yield self._box(shape)
                case shapes.Path():
                    yield self._path(shape)
                case shapes.Text():
                    yield {"kind": "text", "lines": list(self._lines(shape, url))}

    def _box(self, box: shapes.Box) -> dict[str, Any]:
        rect = box.rect
        sizes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height, "radius": box.radius}
        paint = {"fill": _color(box.fill), "opacity": box.opacity, "stroke": self._stroke(box)}
        return {"kind": "box"} | paint | {name: self._at(size) for name, size in sizes.items()}

    def _path(self, path: shapes.Path) -> dict[str, Any]:
        pieces = list(self._pieces(path))
        return {"kind": "path", "pieces": pieces, "fill": _color(path.fill), "stroke": self._stroke(path)}

    def _pieces(self, path: shapes.Path) -> Iterator[list[Any]]:
        if path.curve:
            yield ["M", *self._numbers(path.curve[0])]
            for _, *others in segments(path.curve):
                yield ["C", *self._numbers(*others)]
        for corners in path.corners:
            for number, corner in enumerate(corners):
                yield ["L" if number else "M", *self._numbers(corner)]
        if path.closed:
            yield ["Z"]

    def _lines(self, text: shapes.Text, url: str) -> Iterator[dict[str, Any]]:
        """Yield lines, each in a room that is wider than it, so that it is never broken."""
        for line in text.lines:
            width = line.line.width * line.size
            room = 1.1 * width + 2 * line.size
            yield {
                "text": line.line.text,
                "rtl": line.line.rtl,
                "x": self._at(line.start.x - (room - width if line.line.rtl else 0.0)),
                "y": self._at(line.start.y),
                "width": self._at(width),
                "room": self._at(room),
                "size": self._at(line.size),
                "color": line.color,
                "weight": line.weight,
                "url": url,
            }

    def _stroke(self, shape: shapes.Box | shapes.Path) -> dict[str, Any] | None:
        if shape.stroke == NONE:
            return None
        path = shape if isinstance(shape, shapes.Path) else None
        return {
            "color": shape.stroke,
            "width": self._at(shape.width),
            "dashes": [self._at(dash) for dash in shape.dashes],
            "phase": self._at(path.phase) if path else 0.0,
            "round": path.round_ends if path else False,
        }

    def _numbers(self, *points: Point) -> list[float]:
        return [self._at(value) for point in points for value in point]

    def _at(self, value: float) -> float:
        """Return a length on the slide, rounded finer than anyone sees."""
        return round(value * self.scale, 3)


def _color(color: str) -> str | None:
    return None if color == NONE else color


def _reading(shape: shapes.Shape) -> int:
    """Return when a shape of a claim's comes: what has no words first, as words stand on it."""
    if not isinstance(shape, shapes.Text):
        return 0
    return 1 if shape.role in ("number", "badge-number") else 2


def _safe(url: str) -> str:
    """Return an address if it may be a link."""
    return url if len(url) <= _LONGEST_LINK and is_safe_link(url) else ""
