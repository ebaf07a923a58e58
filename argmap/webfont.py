"""A font for the web: only the glyphs that are needed, packed as WOFF2."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from argmap.text import Font


class WebFontError(Exception):
    """No font can be packed for the web; the message says in a sentence why, and what to do."""


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font that can stand in a file; fonts of one family name are the same. ``packed`` tells whether it is WOFF2."""

    family: str
    weight: int
    content: bytes
    packed: bool = True

    @property
    def rule(self) -> str:
        """The rule of CSS by which a browser takes the font out of the file."""
        kind, hint = ("woff2", ' format("woff2")') if self.packed else ("sfnt", "")
        source = f"url(data:font/{kind};base64,{b64encode(self.content).decode()}){hint}"
        return f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};src:{source}}}'


def web_font(font: Font, characters: set[str], *, packed: bool = True) -> WebFont:
    """Return what a font needs to set some characters, with the ligatures, accents and kerning that they can have.

    The family is named after the content before it is packed, so that it does not depend on who packs. What is not
    ``packed`` is about twice as large, and needs no package.

    Raises
    ------
    WebFontError
        A package is missing, or the font cannot be divided.
    """
    content = _subset(font, characters)
    family = f"argmap-{sha256(content).hexdigest()[:16]}"
    return WebFont(family, font.weight, _packed(content) if packed else content, packed)


def _subset(font: Font, characters: set[str]) -> bytes:
    """Return the font with only some characters, a variable one at the weight that it is set to."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(character) for character in characters})
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    for axis in font.face.axis_infos:
        set_to = font.setting if axis.tag == "wght" else None
        wanted.pin_axis_location(font.face, axis.tag, axis.default_value if set_to is None else set_to)
    try:
        return bytes(wanted.subset(font.face).blob.data)
    except RuntimeError:
        raise WebFontError(f"{font.path} cannot be divided; use --text outlines") from None


def _packed(content: bytes) -> bytes:
    """Pack a font as WOFF2."""
    try:
        import brotli  # noqa: F401  # fonttools needs it, and would say so only midway
        from fontTools.ttLib import TTFont
    except ImportError:
        raise WebFontError(
            'text with its font needs the packages fonttools and brotli; install them with pip install "argmap[web]"'
        ) from None
    packed = BytesIO()
    font = TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = "woff2"
    font.save(packed)
    return packed.getvalue()
