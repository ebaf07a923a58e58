"""Text as shapes: what a line measures, what a glyph looks like.

One shaping by HarfBuzz serves measuring, wrapping and drawing, so a line is as wide in the drawing as it was when the
card around it was sized. Lengths are in em (multiples of the text size) unless a size is given; y grows downwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from argmap.bidi import is_rtl, visual_runs
from argmap.font_files import face_in, weight_range

_REGULAR, _BOLD = 400.0, 600.0
"""The weights that a variable font is set to."""
_MOST_LINES = 20_000
"""How many lines a font remembers; of a large map, most are of cards that come out otherwise."""


class Glyph(NamedTuple):
    """A glyph of a line: its number in the font, and where its origin is."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, shaped, and its width; glyphs are kept as bare numbers, for there are many.

    ``ys`` is empty where all glyphs stand on the baseline. ``rtl`` tells whether it belongs to a sentence that runs
    from right to left.
    """

    text: str
    width: float
    numbers: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rtl: bool = False

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs from left to right."""
        return map(Glyph, self.numbers, self.xs, self.ys or repeat(0.0))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence broken into lines; ``rtl`` where it runs from right to left."""

    lines: tuple[Line, ...]
    width: float
    rtl: bool = False


class Font:
    """A font file, opened.

    Parameters
    ----------
    path
        A TrueType or OpenType file.
    weight
        What the weight of a variable font is set to, as far as it goes; any other font has the weight it has.
    language
        The language of what is set, as a BCP 47 tag: some fonts have letters of their own for some languages. It is
        not left to HarfBuzz, which would take the language of the machine.

    Raises
    ------
    OSError
        The file cannot be read.
    argmap.font_files.FontError
        The file is no font, or one that cannot be drawn with.
    """

    def __init__(self, path: Path, *, weight: float = _REGULAR, language: str = "en") -> None:
        import uharfbuzz

        self._hb = uharfbuzz
        self.path = path
        self.language = language
        self.face = face_in(path)
        self._font = uharfbuzz.Font(self.face)
        self.setting = _within(weight, weight_range(self.face))
        if self.setting is not None:
            self._font.set_variations({"wght": self.setting})
        self._em = self.face.upem
        self._shaped: dict[tuple[str, bool], Line] = {}
        self._places: dict[int, float] = {}
        self._paths: dict[int, tuple[tuple[str, tuple[float, ...]], ...]] = {}

    @cached_property
    def family(self) -> str:
        """The name of the font's family, by which programs know it; empty if the file does not tell."""
        names = self._hb.OTNameIdPredefined
        return str(self.face.get_name(names.TYPOGRAPHIC_FAMILY) or self.face.get_name(names.FONT_FAMILY) or "")

    @cached_property
    def weight(self) -> int:
        """How heavy the font is: 400 is regular, 700 bold."""
        return int(self._font.get_style_value(self._hb.StyleTag.WEIGHT))

    @cached_property
    def ascent(self) -> float:
        """The height of a line above its baseline."""
        return float(self._font.get_font_extents("ltr").ascender / self._em)

    @cached_property
    def descent(self) -> float:
        """The depth of a line below its baseline."""
        return float(-self._font.get_font_extents("ltr").descender / self._em)

    def line(self, text: str, *, rtl: bool | None = None) -> Line:
        """Shape a line; ``rtl`` is the direction of the sentence that it is part of, by default its own."""
        key = text, is_rtl(text) if rtl is None else rtl
        known = self._shaped.get(key)
        if known is None:
            if len(self._shaped) == _MOST_LINES:
                self._shaped.clear()
                self._places.clear()
            known = self._shaped[key] = self._shape(*key)
        return known

    def lacking(self, text: str) -> Iterator[str]:
        """Yield each character that shapes to the glyph for missing ones, number 0 in every font (OpenType)."""
        for character in dict.fromkeys(text):
            if 0 in self.line(character).numbers:
                yield character

    def outline(self, number: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """Return the outline of a glyph as path commands (``M``, ``L``, ``Q``, ``C``, ``Z``) with their coordinates."""
        if number not in self._paths:
            commands: list[tuple[str, tuple[float, ...]]] = []
            self._font.draw_glyph(number, _pen(), commands)
            scaled = (
                (name, tuple(value / self._em * (1, -1)[i % 2] for i, value in enumerate(values)))
                for name, values in commands
            )
            self._paths[number] = tuple(scaled)
        return self._paths[number]

    def _shape(self, text: str, rtl: bool) -> Line:  # noqa: FBT001
        numbers: list[int] = []
        xs: list[float] = []
        ys: list[float] = []
        x = 0
        for run, backwards in visual_runs(text, rtl=rtl):
            buffer = self._hb.Buffer()
            buffer.add_str(run)
            buffer.guess_segment_properties()
            buffer.direction = "rtl" if backwards else "ltr"
            buffer.language = self.language
            self._hb.shape(self._font, buffer)
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                numbers.append(info.codepoint)
                xs.append(self._place(x + position.x_offset))
                ys.append(self._place(-position.y_offset))
                x += position.x_advance
        return Line(text, x / self._em, tuple(numbers), tuple(xs), tuple(ys) if any(ys) else (), rtl)

    def _place(self, units: int) -> float:
        """Return a length in em; glyphs in the same place share the number, for there are millions of them."""
        known = self._places.get(units)
        if known is None:
            known = self._places[units] = units / self._em
        return known


@dataclass(frozen=True, slots=True)
class Typeface:
    """What the words of a drawing are set in: ``bold`` is for the thesis and the tabs."""

    regular: Font
    bold: Font

    def of(self, weight: str) -> Font:
        """Return the font of a weight: regular if it is empty."""
        return self.bold if weight else self.regular


@cache
def default_font(weight: str = "", language: str = "en") -> Font:
    """Return Source Sans Pro in the regular weight, or in the one named (``Semibold``)."""
    from font_source_sans_pro import font_files_ttf

    return Font(Path(font_files_ttf[f"SourceSansPro{weight}"]), language=language)


def default_typeface(language: str = "en") -> Typeface:
    """Return Source Sans Pro: Latin, Cyrillic and Greek."""
    return Typeface(default_font("", language), default_font("Semibold", language))


def typeface_in(regular: Path, bold: Path | None = None, language: str = "en") -> Typeface:
    """Return the typeface of one or two font files.

    Without a file of its own, bold is the heavier setting of a variable font, and else the regular font again.

    Raises
    ------
    OSError
        A file cannot be read.
    argmap.font_files.FontError
        A file is no font, or one that cannot be drawn with.
    """
    font = Font(regular, language=language)
    if bold or font.setting is not None:
        return Typeface(font, Font(bold or regular, weight=_BOLD, language=language))
    return Typeface(font, font)


def _within(weight: float, reach: tuple[float, float] | None) -> float | None:
    """Return the weight that a font can be set to; nothing where it cannot be set."""
    return min(max(weight, reach[0]), reach[1]) if reach else None


@cache
def _pen() -> Any:
    """Return HarfBuzz draw functions that append path commands to a list."""
    import uharfbuzz

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(lambda x, y, out: out.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, out: out.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda a, b, x, y, out: out.append(("Q", (a, b, x, y))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, out: out.append(("C", (a, b, c, d, x, y))))
    pen.set_close_path_func(lambda out: out.append(("Z", ())))
    return pen


__all__ = [
    "Font",
    "Glyph",
    "Line",
    "Paragraph",
    "Typeface",
    "default_font",
    "default_typeface",
    "typeface_in",
]
