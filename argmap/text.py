"""Text as shapes: what a line measures, where a sentence breaks, what a glyph looks like.

One shaping by HarfBuzz serves measuring, wrapping and drawing, so a line is as wide in the drawing as it was when the
card around it was sized. Lengths are in em (multiples of the text size) unless a size is given; y grows downwards.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PIECE = re.compile(r"\S+?(?:(?<=\w)[-\u2010\u2013\u2014/](?=\w)|(?=\s|$))")  # a word, or a part up to its hyphen
_LESS = 1e-3
_EXACT = 1e-9
_RELUCTANCE = 1.25
"""How much wider than asked for text may be before a word that is too long is broken."""


class Glyph(NamedTuple):
    """A glyph of a line: its number in the font, and where its origin is."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, shaped, and its width; glyphs are kept as bare numbers, for there are many."""

    text: str
    width: float
    numbers: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """The glyphs from left to right."""
        return map(Glyph, self.numbers, self.xs, self.ys)


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

    Raises
    ------
    OSError
        The file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        import uharfbuzz

        self._hb = uharfbuzz
        self.face = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))
        self._font = uharfbuzz.Font(self.face)
        self._em = self.face.upem
        self._shaped: dict[str, Line] = {}
        self._paths: dict[int, tuple[tuple[str, tuple[float, ...]], ...]] = {}

    @cached_property
    def ascent(self) -> float:
        """The height of a line above its baseline."""
        return float(self._font.get_font_extents("ltr").ascender / self._em)

    @cached_property
    def descent(self) -> float:
        """The depth of a line below its baseline."""
        return float(-self._font.get_font_extents("ltr").descender / self._em)

    def line(self, text: str) -> Line:
        """Shape a line."""
        known = self._shaped.get(text)
        if known is None:
            known = self._shaped[text] = self._shape(text)
        return known

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

    def _shape(self, text: str) -> Line:
        numbers: list[int] = []
        xs: list[float] = []
        ys: list[float] = []
        x = 0
        for run, rtl in _visual_runs(text):
            buffer = self._hb.Buffer()
            buffer.add_str(run)
            buffer.guess_segment_properties()
            buffer.direction = "rtl" if rtl else "ltr"
            self._hb.shape(self._font, buffer)
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                numbers.append(info.codepoint)
                xs.append((x + position.x_offset) / self._em)
                ys.append(-position.y_offset / self._em)
                x += position.x_advance
        return Line(text, x / self._em, tuple(numbers), tuple(xs), tuple(ys))


@cache
def default_font(weight: str = "") -> Font:
    """Return Source Sans Pro in the regular weight, or in the one named (``Semibold``)."""
    from font_source_sans_pro import font_files_ttf

    return Font(Path(font_files_ttf[f"SourceSansPro{weight}"]))


def wrap(text: str, font: Font, width: float) -> Paragraph:
    """Break a sentence into as few lines as fit a width, as even as they can be.

    The width is kept unless a single word is wider; a word that is much wider is broken.
    """
    pieces = list(_pieces(text, font, width * _RELUCTANCE))
    width = max(width, *(piece.width for piece in pieces))
    return _even(pieces, font, width, is_rtl(text))


def wraps(text: str, font: Font, narrow: float, wide: float) -> tuple[Paragraph, ...]:
    """Break a sentence in every useful way: for each number of lines as narrow as it can be, from wide to narrow.

    No way is wider than ``wide`` unless a single word is, and none but the first narrower than ``narrow``.
    """
    pieces = list(_pieces(text, font, wide))
    widest = max(piece.width for piece in pieces)
    rtl = is_rtl(text)
    found: list[Paragraph] = []
    width = max(wide, widest)
    while not found or (found[-1].width > narrow and width >= widest):
        found.append(_even(pieces, font, width, rtl))
        width = found[-1].width - _LESS
    return tuple(p for p in found if p is found[0] or p.width >= narrow)


def is_rtl(text: str) -> bool:
    """Tell whether a sentence runs from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    from bidi.algorithm import get_base_level

    return bool(get_base_level(text))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What may not be broken; ``glued`` when it follows the piece before it without a space."""

    text: str
    width: float
    glued: bool


def _pieces(text: str, font: Font, limit: float) -> Iterator[_Piece]:
    """Cut a sentence where a line may end."""
    end = -1
    for match in _PIECE.finditer(text):
        glued = match.start() == end
        end = match.end()
        for number, part in enumerate(_broken(match[0], font, limit)):
            yield _Piece(part, font.line(part).width, glued or number > 0)


def _broken(word: str, font: Font, limit: float) -> Sequence[str]:
    """Break a word that is wider than a line may be into parts about as wide as each other."""
    if font.line(word).width <= limit:
        return (word,)
    widths = [font.line(character).width for character in word]
    total, most = sum(widths), max(widths)
    count = math.ceil(total / max(limit - most, most))
    parts = [""] * count
    part, reach = 0, 0.0
    for character, width in zip(word, widths, strict=True):
        if width:  # what has no width, an accent for instance, stays with what it stands on
            part = min(int(reach / total * count), count - 1)
        parts[part] += character
        reach += width
    return [written for written in parts if written]


def _even(pieces: Sequence[_Piece], font: Font, width: float, rtl: bool) -> Paragraph:  # noqa: FBT001
    """Break a sentence into as few lines as fit a width, and those as narrow as they can be."""
    space = font.line(" ").width
    count = _lines_needed(pieces, width, space)
    low, high = max(piece.width for piece in pieces), width
    for _ in range(10):  # 10 halvings are finer than a tenth of a point
        middle = (low + high) / 2
        if _lines_needed(pieces, middle, space) > count:
            low = middle
        else:
            high = middle
    lines = tuple(font.line(line) for line in _fill(pieces, high, space))
    return Paragraph(lines, max(line.width for line in lines), rtl)


def _lines_needed(pieces: Sequence[_Piece], width: float, space: float) -> int:
    """Count the lines that :func:`_fill` would make."""
    count, used = 1, -space
    width += _EXACT
    for piece in pieces:
        used += piece.width if piece.glued else space + piece.width
        if used > width:
            count += 1
            used = piece.width
    return count


def _fill(pieces: Sequence[_Piece], width: float, space: float) -> list[str]:
    """Put as many pieces on each line as fit."""
    lines = [""]
    used = -space
    width += _EXACT
    for piece in pieces:
        used += piece.width if piece.glued else space + piece.width
        if used > width:
            lines.append(piece.text)
            used = piece.width
        else:
            lines[-1] += piece.text if piece.glued or not lines[-1] else f" {piece.text}"
    return lines


def _visual_runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a line from left to right, each in the order of reading, with whether it runs right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    from bidi import algorithm

    level = algorithm.get_base_level(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage.update(base_level=level, base_dir="LR"[level])
    algorithm.get_embedding_levels(text, storage)
    for character in storage["chars"]:
        character["type"] = _bidi_type(character["ch"], character["type"])
    for resolve in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
    ):
        resolve(storage, False)  # noqa: FBT003
    for run_level, characters in groupby(storage["chars"], key=lambda character: character["level"]):
        run = "".join(character["ch"] for character in characters)
        yield (run[::-1], True) if run_level % 2 else (run, False)


def _bidi_type(character: str, assigned: str) -> str:
    """Return the type by which a character is put in visual order.

    python-bidi fails on isolates, which are newer than its algorithm, and on what Unicode has not assigned. Isolates
    are ignored like other controls; the rest runs as its block does (Unicode Standard Annex 9, sections 3.1 and 3.2).
    """
    if assigned in ("LRI", "RLI", "FSI", "PDI"):
        return "BN"
    return assigned or ("R" if _RIGHT_TO_LEFT.match(character) else "L")


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
