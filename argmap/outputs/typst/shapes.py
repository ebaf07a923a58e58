"""Shapes as data for the Typst templates, in points of the page."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from argmap import shapes
from argmap.drawing import ClaimGroup, Drawing
from argmap.geometry import Point, segments
from argmap.links import is_safe_link
from argmap.shapes import NONE

_LONGEST_LINK = 2_000
"""Typst refuses addresses that are much longer, and so do browsers."""


def drawing_data(drawing: Drawing, scale: float, targets: Collection[int] = ()) -> dict[str, Any]:
    """Return a drawing as data, in the order of painting.

    Parameters
    ----------
    scale
        Points of the page to a point of the layout.
    targets
        The slides to which cards may lead on which the argument goes on; a card leads to the first of its own.
    """
    writer = ShapeWriter(scale)
    lines = [shape for group in drawing.inferences for shape in group.shapes if not isinstance(shape, shapes.Text)]
    words = [shape for group in drawing.inferences for shape in group.shapes if isinstance(shape, shapes.Text)]
    return {
        "alternative": f"{drawing.title}\n{drawing.description}",
        "width": drawing.width * scale,
        "height": drawing.height * scale,
        "below": list(writer.data(lines)),
        "claims": [writer.claim(claim, targets) for claim in drawing.claims],
        "above": list(writer.data((*words, *drawing.legend))),
    }


def language_data(tag: str) -> dict[str, str | None]:
    """Return what Typst takes of a BCP 47 tag: the language, and the region if there is one."""
    first, *others = tag.split("-")
    language = first.lower() if re.fullmatch("[A-Za-z]{2,3}", first) else "en"
    region = next((part.lower() for part in others if re.fullmatch("[A-Za-z]{2}", part)), None)
    return {"language": language, "region": region}


def color_data(color: str) -> str | None:
    """Return a colour, or nothing where nothing is to be painted."""
    return None if color == NONE else color


class ShapeWriter:
    """Turns shapes into data for the templates."""

    def __init__(self, scale: float = 1.0) -> None:
        self.scale = scale

    def claim(self, group: ClaimGroup, targets: Collection[int] = ()) -> dict[str, Any]:
        """Return what is drawn of a claim, its words as they are read: the number stands before the sentence.

        The card leads to the slide on which the argument goes on or, if there is none, its words to an address.
        """
        slide = next((number for number in group.continued if number in targets), None)
        card = next(shape for shape in group.shapes if isinstance(shape, shapes.Box)).rect
        drawn = self.data(sorted(group.shapes, key=_reading), "" if slide else _safe(group.url))
        sizes = {"x": card.x, "y": card.y, "width": card.width, "height": card.height}
        return {"slide": slide, "shapes": list(drawn)} | {name: self._at(size) for name, size in sizes.items()}

    def data(
        self, written: Iterable[shapes.Shape], url: str = "", slide: int | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield shapes as data; their words lead to an address or to a slide if there is one."""
        for shape in written:
            match shape:
                case shapes.Box():
                    yield self._box(shape)
                case shapes.Path():
                    yield self._path(shape)
                case shapes.Text():
                    lines = [line | {"url": _safe(url), "slide": slide} for line in self._lines(shape)]
                    yield {"kind": "text", "lines": lines}

    def _box(self, box: shapes.Box) -> dict[str, Any]:
        rect = box.rect
        sizes = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height, "radius": box.radius}
        paint = {"fill": color_data(box.fill), "opacity": box.opacity, "stroke": self._stroke(box)}
        return {"kind": "box"} | paint | {name: self._at(size) for name, size in sizes.items()}

    def _path(self, path: shapes.Path) -> dict[str, Any]:
        pieces = list(self._pieces(path))
        return {"kind": "path", "pieces": pieces, "fill": color_data(path.fill), "stroke": self._stroke(path)}

    def _pieces(self, path: shapes.Path) -> Iterator[list[Any]]:
        if path.curve:
            yield ["M", *self._numbers(path.curve[0])]
            for _, *others in segments(path.curve):
                yield ["C", *self._numbers(*others)]
        for corners in path.corners:
            for number, corner in enumerate(corners):
                yield ["L" if number else "M", *self._numbers(corner)]
        if path.closed:
            yield ["Z"]

    def _lines(self, text: shapes.Text) -> Iterator[dict[str, Any]]:
        """Yield lines, each in a room that is wider than it, so that it is never broken."""
        for line in text.lines:
            width = line.line.width * line.size
            room = 1.1 * width + 2 * line.size
            yield {
                "text": line.line.text,
                "rtl": line.line.rtl,
                "x": self._at(line.start.x - (room - width if line.line.rtl else 0.0)),
                "y": self._at(line.start.y),
                "width": self._at(width),
                "room": self._at(room),
                "size": self._at(line.size),
                "color": line.color,
                "weight": line.weight,
            }

    def _stroke(self, shape: shapes.Box | shapes.Path) -> dict[str, Any] | None:
        if shape.stroke == NONE:
            return None
        path = shape if isinstance(shape, shapes.Path) else None
        return {
            "color": shape.stroke,
            "width": self._at(shape.width),
            "dashes": [self._at(dash) for dash in shape.dashes],
            "phase": self._at(path.phase) if path else 0.0,
            "round": path.round_ends if path else False,
        }

    def _numbers(self, *points: Point) -> list[float]:
        return [self._at(value) for point in points for value in point]

    def _at(self, value: float) -> float:
        """Return a length on the page, rounded finer than anyone sees."""
        return round(value * self.scale, 3)


def _reading(shape: shapes.Shape) -> int:
    """Return when a shape of a claim's comes: what has no words first, as words stand on it."""
    if not isinstance(shape, shapes.Text):
        return 0
    return 1 if shape.role in ("number", "badge-number") else 2


def _safe(url: str) -> str:
    """Return an address if it may be a link."""
    return url if len(url) <= _LONGEST_LINK and is_safe_link(url) else ""
