"""The way from the thesis to what a slide is about, on one line above its title: each claim leads to its slide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.deck.sheet import PATH_SIZE
from argmap.deck.slides import Crumb, Deck, Slide
from argmap.geometry import Point, Rect
from argmap.outputs.typst.slide_words import Written, baseline
from argmap.shapes import Path, Shape, Text, TextLine
from argmap.text import Font, Line

_BETWEEN = 0.45
"""The room at both sides of the sign between two claims, in em; its own width and half its height follow."""
_SIGN_WIDTH, _SIGN_HALF = 0.22, 0.24
_AFTER_LEAD = 0.35
_LEAST = 5.0
"""How narrow a claim may become on the way, in em, before others are left out."""
_MORE = "…"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on the way, with its place in em from where the way begins; without a line it is a sign."""

    x: float
    width: float
    line: Line | None = None
    slide: int | None = None
    weight: str = ""


def way(deck: Deck, slide: Slide) -> Iterator[Written]:
    """Yield the claims on the way to a slide, with the words and signs between them, from where the way begins."""
    rtl = bool(slide.path) and deck.typeface.regular.line(slide.path[0].text).rtl
    for piece in _pieces(deck, slide):
        yield Written((_shape(deck, piece, deck.sheet.path, rtl=rtl),), slide=piece.slide)


def _pieces(deck: Deck, slide: Slide) -> Iterator[_Piece]:
    """Yield what stands on the way, one thing after the other."""
    regular, bold = deck.typeface.regular, deck.typeface.bold
    crumbs, cap = _fitted(slide, deck)
    x = 0.0
    for crumb in (*crumbs, Crumb("", slide.lead, 0)) if crumbs else ():
        if x:
            yield _Piece(x + _BETWEEN, _SIGN_WIDTH)
            x += 2 * _BETWEEN + _SIGN_WIDTH
        if crumb.lead:
            lead = bold.line(crumb.lead)
            yield _Piece(x, lead.width, lead, weight="Semibold")
            x += lead.width + _AFTER_LEAD
        if crumb.text:
            line = shortened(crumb.text, regular, cap)
            yield _Piece(x, line.width, line, crumb.slide or None)
            x += line.width


def _fitted(slide: Slide, deck: Deck) -> tuple[tuple[Crumb, ...], float]:
    """Return the claims that there is room for, and how wide each may be; of many, some in the middle are left out."""
    font, room = deck.typeface.regular, deck.sheet.path.width / PATH_SIZE
    crumbs = slide.path
    left_out = Crumb(_MORE, "", 0)
    while True:
        leads = (*(crumb.lead for crumb in crumbs), slide.lead)
        taken = sum(deck.typeface.bold.line(lead).width + _AFTER_LEAD for lead in leads if lead)
        spare = room - taken - len(crumbs) * (2 * _BETWEEN + _SIGN_WIDTH)
        cap = _cap([font.line(crumb.text).width for crumb in crumbs], spare)
        if cap >= _LEAST or len(crumbs) <= 3:
            return crumbs, max(cap, 1.0)
        crumbs = (crumbs[0], left_out, *crumbs[3 if left_out in crumbs else 2 :])


def _cap(widths: Sequence[float], room: float) -> float:
    """Return how wide the widest may be, so that all together fit: what is narrower leaves its room to others."""
    waiting = sorted(widths)
    for number, width in enumerate(waiting):
        share = room / (len(waiting) - number)
        if width > share:
            return share
        room -= width
    return max(widths, default=0.0)


def shortened(text: str, font: Font, width: float) -> Line:
    """Return a text on one line, cut after as many words as fit a width, or in the first where none does."""
    whole = font.line(text)
    if whole.width <= width + 1e-6:
        return whole
    words = text.split()
    ways = [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
    ways += [text[:count] for count in range(len(words[0]) - 1, 0, -1)]
    lines = (font.line(kept.rstrip(" ,;:.–") + _MORE, rtl=whole.rtl) for kept in ways)
    return next((line for line in lines if line.width <= width), font.line(_MORE, rtl=whole.rtl))


def _shape(deck: Deck, piece: _Piece, rect: Rect, *, rtl: bool) -> Shape:
    """Return a piece in its place; a way that runs from right to left begins at the right."""
    size, font = PATH_SIZE, deck.typeface.regular
    x = rect.right - (piece.x + piece.width) * size if rtl else rect.x + piece.x * size
    y = baseline(rect.y, rect.height, size, font)
    if piece.line:
        return Text("way", (TextLine(piece.line, Point(x, y), size, deck.theme.quiet, piece.weight),))
    middle, half, width = y - 0.24 * size, _SIGN_HALF * size, piece.width * size
    tip, back = (x, x + width) if rtl else (x + width, x)
    corners = (Point(back, middle - half), Point(tip, middle), Point(back, middle + half))
    return Path("sign", corners=(corners,), stroke=deck.theme.quiet, width=0.09 * size, round_ends=True)
