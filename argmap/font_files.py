"""Font files: what can be opened as a font, and one sentence for what cannot."""

from pathlib import Path
from typing import Any

_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""How TrueType and OpenType files begin, and collections of them (OpenType, "Organization of an OpenType font")."""
_OUTLINES = {"glyf", "CFF ", "CFF2"}


class FontError(ValueError):
    """A file cannot serve as the font of a drawing; the message says why, and what would."""


def face_in(path: Path) -> Any:
    """Return the HarfBuzz face of a font file; of a collection, the first.

    Raises
    ------
    OSError
        The file cannot be read.
    FontError
        It is no font, or one that cannot be drawn with.
    """
    import uharfbuzz

    with_outlines = "give a TrueType or OpenType file (.ttf, .otf)"
    if path.exists() and not path.is_file() and not path.is_dir():  # a device may never end
        raise FontError(f"{path} is not a file; {with_outlines}")
    content = path.read_bytes()
    if content[:4] in (b"wOFF", b"wOF2"):
        raise FontError(f"{path} is a font packed for the web (WOFF); {with_outlines}")
    if content[:4] not in _SIGNATURES:
        raise FontError(f"{path} is not a font; {with_outlines}")
    face = uharfbuzz.Face(uharfbuzz.Blob(content))
    if not face.glyph_count or not len(face.unicodes):
        raise FontError(f"{path} is damaged or has no letters; {with_outlines}")
    if _OUTLINES.isdisjoint(face.table_tags):
        raise FontError(f"{path} holds pictures instead of outlines; give a font with outlines")
    return face


def weight_range(face: Any) -> tuple[float, float] | None:
    """Return from where to where the weight of a variable font can be set; nothing where it cannot."""
    axes = {axis.tag: (axis.min_value, axis.max_value) for axis in face.axis_infos}
    return axes.get("wght")
