"""Wrapping: where a sentence breaks. Lengths are in em."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.bidi import is_rtl
from argmap.text import Font, Paragraph

_PIECE = re.compile(r"\S+?(?:(?<=\w)[-\u2010\u2013\u2014/](?=\w)|(?=\s|$))")  # a word, or a part up to its hyphen
_LESS = 1e-3
_EXACT = 1e-9
_SHORT = 0.6
"""How short a line is, beside the longest that would be, if others are broken earlier for it to be longer."""
_FEW = 30
"""Up to how many lines are few."""
RELUCTANCE = 1.25
"""How much wider than asked for text may be before a word that is too long is broken."""


def wrap(text: str, font: Font, width: float) -> Paragraph:
    """Break a sentence into as few lines as fit a width, as even as they can be.

    The width is kept unless a single word is wider; a word that is much wider is broken.
    """
    pieces = list(_pieces(text, font, width * RELUCTANCE))
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
    lines = tuple(font.line(line, rtl=rtl) for line in _fill(pieces, high, space))
    if 2 < len(lines) <= _FEW and min(line.width for line in lines[:-1]) < _SHORT * high:
        lines = tuple(font.line(line, rtl=rtl) for line in _balanced(pieces, high, space, count))
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


def _balanced(pieces: Sequence[_Piece], width: float, space: float, count: int) -> list[str]:
    """Put pieces on so many lines, none wider than a width, with as little room left on each but the last as can be.

    The squares of what is left count, as where paragraphs are broken in TeX (Knuth and Plass 1981, *Breaking paragraphs
    into lines*, Software: Practice and Experience 11).
    """
    ends = range(1, len(pieces) + 1)
    best: list[tuple[float, list[int]]] = [(0.0, [0]), *((math.inf, [0]) for _ in ends)]
    for _ in range(count):
        longer: list[tuple[float, list[int]]] = [(math.inf, [0]) for _ in best]
        for start, (spent, breaks) in enumerate(best[:-1]):
            used = -space
            for end in ends[start:] if spent < math.inf else ():
                piece = pieces[end - 1]
                used += piece.width if piece.glued and end - 1 > start else space + piece.width
                if used > width + _EXACT:
                    break
                left = width - used if end < len(pieces) else 0.0
                longer[end] = min(longer[end], (spent + left**2, [*breaks, end]))
        best = longer
    return [_joined(pieces[start:end]) for start, end in pairwise(best[-1][1])]


def _joined(pieces: Sequence[_Piece]) -> str:
    """Write pieces on one line."""
    return "".join(
        piece.text if piece.glued or number == 0 else f" {piece.text}" for number, piece in enumerate(pieces)
    )
