"""Lettering: lines of text in SVG, as outlines, as text with its font, or as plain text."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from html import escape
from typing import Protocol

from argmap.markup import number, tag
from argmap.shapes import TextLine
from argmap.text import Font, Typeface
from argmap.webfont import WebFont, web_font

COMMON = ("Source Sans 3", "Open Sans", "Segoe UI", "Noto Sans", "Arial")
"""Fonts that come after the drawing's own in plain text: much alike, and there on most machines."""

STRANGERS = 0.9
"""How large plain text is written, to 1. Other fonts are larger and wider: lines that Source Sans Pro fills are up to
1.16 times as wide in Arial (measured in Liberation Sans, which has its widths) and 1.34 times in DejaVu Sans. At this
size Arial stays inside every card even where a program knows no ``textLength``."""
_OWN = {
    "font-style": "normal",
    "letter-spacing": "0",
    "word-spacing": "0",
    "text-anchor": "start",
    "direction": "ltr",
}
_EMBED, _END = "\u202b", "\u202c"


class TextForm(StrEnum):
    """How text stands in the file: right everywhere, selectable with its font, or for editing."""

    OUTLINES = "outlines"
    FONT = "font"
    PLAIN = "plain"


class Lettering(Protocol):
    """A way of writing lines of text."""

    @property
    def inherited(self) -> dict[str, str]:
        """What the root says for all lines."""

    def line(self, line: TextLine) -> str:
        """Write a line."""

    def definitions(self) -> Iterator[str]:
        """Yield what the lines refer to."""


def lettering_in(form: TextForm, typeface: Typeface, prefix: str, lines: Iterable[TextLine]) -> Lettering:
    """Return the way of writing text in some form; ``lines`` are all that will be written.

    Raises
    ------
    argmap.webfont.WebFontError
        The font cannot be embedded.
    """
    if form is TextForm.OUTLINES:
        return Outlines(typeface, prefix, lines)
    if form is TextForm.PLAIN:
        return RealText(typeface)
    return RealText(typeface, _embedded(typeface, tuple(lines)))


def _embedded(typeface: Typeface, lines: Sequence[TextLine]) -> dict[str, WebFont]:
    """Pack the fonts that lines need, and return them by weight; one font may serve for several."""
    characters: dict[Font, set[str]] = {}
    for line in lines:
        characters.setdefault(typeface.of(line.weight), set()).update(line.line.text)
    packed = {font: web_font(font, found) for font, found in characters.items()}
    return {line.weight: packed[typeface.of(line.weight)] for line in lines}


class Outlines:
    """Text as outlines: every glyph is drawn once, and used where it stands."""

    def __init__(self, typeface: Typeface, prefix: str, lines: Iterable[TextLine]) -> None:
        self.typeface = typeface
        self.prefix = prefix
        self.glyphs: dict[tuple[str, float, int], str] = {}
        self.uses: dict[tuple[str, float], dict[int, str]] = {}
        for line in lines:
            known = self.uses.setdefault((line.weight, line.size), {})
            for glyph in line.line.numbers:
                if glyph not in known:
                    known[glyph] = self._use(line.weight, line.size, glyph)

    @property
    def inherited(self) -> dict[str, str]:
        """Nothing: glyphs are shapes."""
        return {}

    def line(self, line: TextLine) -> str:
        """Write a line of text as uses of glyph outlines."""
        size, start = line.size, line.start
        known = self.uses[line.weight, size]
        baseline = number(start.y, 2)
        uses = []
        for glyph, x, y in line.line.glyphs:
            if use := known[glyph]:
                height = number(start.y + y * size, 2) if y else baseline
                uses.append(f'{use} x="{number(start.x + x * size, 2)}" y="{height}"/>')
        return f'<g fill="{line.color}">{"".join(uses)}</g>'

    def definitions(self) -> Iterator[str]:
        """Yield the outlines of the glyphs."""
        yield "<defs>"
        for (weight, size, glyph), name in self.glyphs.items():
            commands = self.typeface.of(weight).outline(glyph)
            path = "".join(c + " ".join(number(value * size, 2) for value in values) for c, values in commands)
            yield tag("path", {"id": name, "d": path})
        yield "</defs>"

    def _use(self, weight: str, size: float, glyph: int) -> str:
        """Return the beginning of every use of a glyph; empty for one that has no outline."""
        if not self.typeface.of(weight).outline(glyph):
            return ""
        name = f"{self.prefix}-{'b' if weight else 'r'}{number(size)}-{glyph}"  # in two drawings of a page the same
        self.glyphs[weight, size, glyph] = name
        return f'<use href="#{name}" xlink:href="#{name}"'


class RealText:
    """Text as text, in reading order, each line as wide as it was measured.

    A program that has another font squeezes or stretches the letters to that width (``textLength``). What runs from
    right to left is written in logical order and held by its middle, for programs do not agree on where such a line
    begins; and as some know no ``direction``, the characters for embedding it (Unicode Standard Annex 9) say so too.
    """

    def __init__(self, typeface: Typeface, embedded: dict[str, WebFont] | None = None) -> None:
        self.typeface = typeface
        self.embedded = embedded or {}
        self.share = 1.0 if embedded else STRANGERS

    @property
    def inherited(self) -> dict[str, str]:
        """The font, all that would else be taken from a page around, and widths that are exact at every size."""
        return {
            "font-family": self._families(""),
            "font-weight": str(self.typeface.regular.weight),
            **_OWN,
            "text-rendering": "geometricPrecision",
        }

    def line(self, line: TextLine) -> str:
        """Write a line of text."""
        font, width = self.typeface.of(line.weight), line.line.width * line.size
        rtl = line.line.rtl
        attributes = {
            "x": number(line.start.x + (width / 2 if rtl else 0.0), 2),
            "y": number(line.start.y, 2),
            "font-size": number(line.size * self.share, 2),
            "fill": line.color,
        }
        if (families := self._families(line.weight)) != self._families(""):
            attributes["font-family"] = families
        if font.weight != self.typeface.regular.weight:
            attributes["font-weight"] = str(font.weight)
        if rtl:
            attributes |= {"direction": "rtl", "unicode-bidi": "embed", "text-anchor": "middle"}
        if written := number(width, 2) if width > 0 else "":
            attributes |= {"textLength": written, "lengthAdjust": "spacingAndGlyphs"}
        words = f"{_EMBED}{line.line.text}{_END}" if rtl else line.line.text
        return f"{tag('text', attributes, close=False)}{escape(words, quote=False)}</text>"

    def definitions(self) -> Iterator[str]:
        """Yield the rules that embed the fonts."""
        rules = dict.fromkeys(font.rule for font in self.embedded.values())
        if rules:
            yield f"<style>{''.join(rules)}</style>"

    def _families(self, weight: str) -> str:
        """List the families in which text may be set, the best first."""
        own = [self.embedded[weight].family] if weight in self.embedded else []
        names = dict.fromkeys((*own, *filter(None, [_plain(self.typeface.of(weight).family)]), *COMMON))
        return ", ".join((*(f"'{name}'" for name in names), "sans-serif"))


def _plain(family: str) -> str:
    """Return the name of a family without what would end it in a list."""
    return "".join(character for character in family if character.isprintable() and character not in "'\"\\,;<>")
