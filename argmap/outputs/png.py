"""A drawing as PNG: the SVG in pixels, made by resvg."""

import struct
import zlib
from collections.abc import Iterator

from argmap.drawing import Drawing
from argmap.outputs.options import Options, OutputError
from argmap.shapes import NONE
from argmap.svg import to_svg

MOST_PIXELS = 100_000_000
"""Larger pictures are refused; one of this size takes 400 MB of memory while it is made."""
_POINTS_PER_METRE = 72 / 0.0254
_HEADER_END = 33
"""Where the first chunk of a PNG, which has a fixed size, ends."""


def to_png(drawing: Drawing, options: Options | None = None) -> bytes:
    """Return a drawing as PNG, which knows its size on the slide and carries the title and the outline.

    Raises
    ------
    OutputError
        The picture would be too large.
    """
    import resvg_py

    scale = (options or Options()).scale
    width, height = (round(length * drawing.scale * scale) for length in (drawing.width, drawing.height))
    if width * height > MOST_PIXELS:
        raise OutputError(f"a picture of {width} × {height} pixels is too large to make; take a smaller --scale")
    try:
        picture: bytes = resvg_py.svg_to_bytes(
            svg_string=to_svg(drawing),
            dpi=72 * scale,
            skip_system_fonts=True,
            background=None if drawing.ground == NONE else drawing.ground,  # also where the last pixels are not whole
        )
    except ValueError as fault:
        raise OutputError(f"the picture cannot be made ({fault}); write an SVG instead") from None
    return picture[:_HEADER_END] + b"".join(_notes(drawing, scale)) + picture[_HEADER_END:]


def _notes(drawing: Drawing, scale: float) -> Iterator[bytes]:
    """Yield what the picture says about itself: its resolution, its title, the argument in words.

    See sections 11.3.3.4 and 11.3.4.3 of the PNG specification, third edition (W3C).
    """
    per_metre = round(scale * _POINTS_PER_METRE)
    yield _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    for keyword, text in ((b"Title", drawing.title), (b"Description", drawing.description)):
        uncompressed = b"\0\0\0"
        yield _chunk(b"iTXt", keyword + uncompressed + drawing.language.encode() + b"\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
