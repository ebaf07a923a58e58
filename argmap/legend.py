"""The legend: what the signs of a drawing mean, and only those that it shows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.coloring import Coloring, Key
from argmap.dashes import dashing
from argmap.geometry import Point, Rect, straight
from argmap.layout.homes import homes_of
from argmap.layout.landings import HEAD_LENGTH
from argmap.lines import head_shapes, mark_shapes
from argmap.model import Relation
from argmap.shapes import Box, Path, Shape, Text, TextLine, resized
from argmap.text import Line, Typeface, default_typeface
from argmap.theme import Head, Hue
from argmap.views import Part

SIZE = 8.6
"""The size of the legend's words in the layout, in points; it is read once, and not as often as the claims."""
SMALLER = 0.72
"""How large the legend of a small argument is beside that of others: its drawing grows the more on the slide."""
SMALL = 15
"""Up to how many claims an argument is small."""
ROW = 13.0
SAMPLE = 28.0
GAP = 5.0
BETWEEN = 14.0
PADDING = 3.0
"""How far from the rim of its ground the legend's words and samples stay."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row: what it shows (a relation, ``box``, ``implicit``, ``stub``, ``more`` or a key's hue) and what it says."""

    shows: str | Hue
    line: Line

    @property
    def width(self) -> float:
        return SAMPLE + GAP + self.line.width * SIZE


def legend_sizes(
    part: Part, typeface: Typeface | None = None, keys: tuple[Key, ...] = ()
) -> tuple[tuple[float, float], ...]:
    """Return the sizes that the legend of a part of a map can take, in points of the layout, from column to row."""
    entries = _entries(part, typeface or default_typeface(part.map.language), keys)
    share = _share(part)
    sizes = []
    for columns in range(1, len(entries) + 1):
        rows = -(-len(entries) // columns)
        width = sum(_column_widths(entries, rows)) + BETWEEN * (columns - 1)
        sizes.append(((width + 2 * PADDING) * share, (rows * ROW + 2 * PADDING) * share))
    return tuple(dict.fromkeys(sizes))


def legend_shapes(part: Part, room: Rect, coloring: Coloring, typeface: Typeface | None = None) -> Iterator[Shape]:
    """Yield the legend's shapes in the room that placing has kept for it."""
    face = typeface or default_typeface(part.map.language)
    entries, share = _entries(part, face, coloring.keys), _share(part)
    rows = max(1, round((room.height / share - 2 * PADDING) / ROW))
    theme = coloring.theme
    yield Box("legend-ground", room, fill=theme.neutral, opacity=theme.legend_tint, radius=theme.radius)
    for shape in _shapes(entries, rows, coloring, face):
        yield resized(shape, share, Point(room.x + PADDING * share, room.y + PADDING * share))


def _share(part: Part) -> float:
    """Return how large the legend is, as a share of its usual size."""
    return SMALLER if len(part.map.claims) <= SMALL else 1.0


def _shapes(entries: list[_Entry], rows: int, coloring: Coloring, typeface: Typeface) -> Iterator[Shape]:
    """Yield the legend's shapes in its usual size, its corner at the origin."""
    x = 0.0
    for column, width in enumerate(_column_widths(entries, rows)):
        for row, entry in enumerate(entries[column * rows : (column + 1) * rows]):
            middle = (row + 0.5) * ROW
            yield from _sample(entry, x, middle, coloring, typeface)
            start = Point(x + SAMPLE + GAP, middle + 0.33 * SIZE)
            yield Text("legend-text", (TextLine(entry.line, start, SIZE, coloring.theme.quiet),))
        x += width + BETWEEN


def _entries(part: Part, typeface: Typeface, keys: tuple[Key, ...]) -> list[_Entry]:
    argument, words = part.map, part.words
    said = {
        Relation.SUPPORT: words.supports,
        Relation.ATTACK: words.attacks,
        Relation.UNDERCUT: words.undercuts,
    }
    shown = {inference.relation for inference in argument.inferences}
    found: list[tuple[str | Hue, str]] = [(key.hue, key.name) for key in keys]
    found += [(relation.value, text) for relation, text in said.items() if relation in shown]
    if any(inference.linked for inference in argument.inferences):
        found.append(("box", words.together))
    if any(claim.implicit for claim in argument.claims):
        found.append(("implicit", words.implicit))
    homes = homes_of(argument)
    if any(homes.get(p) != i.id for i in argument.inferences if i.linked for p in i.premises):
        found.append(("stub", words.elsewhere))
    if part.left_out.keys() - part.continued.keys():
        found.append(("… n", words.not_shown))
    if part.continued:
        found.append(("→ n", words.continues.format("n")))
    return [_Entry(shows, typeface.regular.line(text)) for shows, text in found]


def _column_widths(entries: list[_Entry], rows: int) -> list[float]:
    return [max(entry.width for entry in entries[i : i + rows]) for i in range(0, len(entries), rows)]


def _sample(entry: _Entry, x: float, y: float, coloring: Coloring, typeface: Typeface) -> Iterator[Shape]:
    """Draw what an entry explains, in little."""
    theme = coloring.theme
    if isinstance(entry.shows, Hue):
        hue, card = entry.shows, Rect(x + 4, y - 5, 22, 10)
        yield Box("sample", card, fill=hue.fill, stroke=hue.color, width=theme.hue_border, radius=3)
    elif entry.shows == "box":
        style = coloring.relations[Relation.SUPPORT]
        yield Box(
            "sample",
            Rect(x + 2, y - 5.5, 26, 11),
            fill=style.color,
            opacity=theme.tint,
            stroke=style.color,
            width=1.2,
            radius=3,
        )
        for left in (x + 5, x + 16):
            yield Box("sample", Rect(left, y - 3, 9, 6), fill=theme.card, stroke=theme.neutral, width=0.8, radius=1.5)
    elif entry.shows == "implicit":
        yield Box("sample", Rect(x + 4, y - 5, 22, 10), stroke=theme.neutral, radius=3, dashes=(3.0, 2.0))
    elif entry.shows == "stub":
        yield Path("sample", straight(Point(x, y), Point(x + 8, y)), stroke=theme.neutral, width=theme.stub_line)
        yield Box("sample", Rect(x + 8, y - 5, 20, 10), stroke=theme.neutral, radius=3, dashes=theme.stub_dashes)
    elif entry.shows in ("… n", "→ n"):
        start = Point(x + 8, y + 0.33 * SIZE)
        yield Text("legend-text", (TextLine(typeface.regular.line(entry.shows), start, SIZE, theme.quiet),))
    else:
        style = coloring.relations[Relation(entry.shows)]
        y += 0.0 if style.head is Head.BADGE else 2.0  # so that a sign above the line stays in the row
        whole = straight(Point(x, y), Point(x + SAMPLE - (6 if style.head is Head.BADGE else 1), y))
        end = whole[-1] if style.head is Head.BADGE else whole[-1].moved(1 - HEAD_LENGTH, 0)
        line = straight(whole[0], end)
        dashed, round_ends = dashing(style, line), style.round_ends
        path = Path("sample", line, stroke=style.color, width=style.width, round_ends=round_ends)
        yield replace(path, dashes=dashed.dashes, phase=dashed.phase)
        yield from head_shapes(whole, style, theme)
        yield from mark_shapes(Point(x + 10, y - 4.9), style)
