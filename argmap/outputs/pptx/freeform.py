"""Curves and polygons as freeform shapes (ECMA-376, part 1, 20.1.9.8 and 20.1.9.15)."""

from collections.abc import Iterable, Iterator

from argmap.geometry import Point, Rect, bounds, segments
from argmap.outputs.pptx.elements import Element, Palette, emu, make, place
from argmap.shapes import Box, Path, Shape, Text


def freeform(name: Element, path: Path, palette: Palette, look: Element | None = None) -> Element:
    """Make a freeform of a path, which looks as the path says unless its line is given."""
    room = extent([path])
    line = palette.line(path.stroke, path.width, path.dashes, round_ends=path.round_ends) if look is None else look
    commands = make("a:path", {"w": emu(room.width), "h": emu(room.height), **_unfilled(path)}, *_commands(path, room))
    shape = make(
        "a:custGeom",
        None,
        *(make(part) for part in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst")),
        make("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        make("a:pathLst", None, commands),
    )
    return make(
        "p:sp",
        None,
        make("p:nvSpPr", None, name, make("p:cNvSpPr"), make("p:nvPr")),
        make("p:spPr", None, place(room), shape, palette.fill(path.fill), line),
    )


def extent(shapes: Iterable[Shape]) -> Rect:
    """Return the room that shapes take, without the width of their lines."""
    rects: list[Rect] = []
    points: list[Point] = []
    for shape in shapes:
        match shape:
            case Box():
                rects.append(shape.rect)
            case Path():
                points += [*shape.curve, *(corner for polygon in shape.corners for corner in polygon)]
            case Text():
                rects += [
                    Rect(t.start.x, t.start.y - t.size, t.line.width * t.size, 1.25 * t.size) for t in shape.lines
                ]
    return bounds(rects, points)


def _unfilled(path: Path) -> dict[str, str]:
    return {} if path.closed else {"fill": "none"}


def _commands(path: Path, room: Rect) -> Iterator[Element]:
    """Yield the steps of a path, from the corner of its room."""

    def at(point: Point) -> Element:
        return make("a:pt", {"x": emu(point.x - room.x), "y": emu(point.y - room.y)})

    if path.curve:
        yield make("a:moveTo", None, at(path.curve[0]))
        for _, *others in segments(path.curve):
            yield make("a:cubicBezTo", None, *map(at, others))
    for first, *corners in path.corners:
        yield make("a:moveTo", None, at(first))
        yield from (make("a:lnTo", None, at(corner)) for corner in corners)
        if path.closed:
            yield make("a:close")
    if path.closed and path.curve:
        yield make("a:close")
