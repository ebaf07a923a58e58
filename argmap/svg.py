"""A drawing as SVG: one self-contained file whose shape is a promise (see docs/svg.md)."""

from collections.abc import Iterable, Iterator
from html import escape

from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.geometry import Point, segments
from argmap.shapes import NONE, Box, Path, Shape, Text, TextLine
from argmap.text import default_font

_GlyphKey = tuple[str, float, int]


def to_svg(drawing: Drawing) -> str:
    """Return a drawing as SVG, its text as outlines."""
    writer = _Writer(drawing)
    body = list(writer.body())
    return "\n".join([*writer.head(), *writer.definitions(), *body, "</svg>", ""])


class _Writer:
    """Writes one drawing, collecting the glyphs that it uses."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.glyphs: dict[_GlyphKey, str] = {}
        self.uses: dict[tuple[str, float], dict[int, str]] = {}

    def head(self) -> Iterator[str]:
        """Yield the opening of the file."""
        drawing = self.drawing
        width, height = drawing.width, drawing.height
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield _tag(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "xmlns:xlink": "http://www.w3.org/1999/xlink",
                "class": "argmap",
                "role": "graphics-document document",
                "viewBox": f"0 0 {_number(width)} {_number(height)}",
                "width": f"{_number(width * drawing.scale)}pt",
                "height": f"{_number(height * drawing.scale)}pt",
                "lang": drawing.language,
                "xml:lang": drawing.language,
                "fill": NONE,
            },
            close=False,
        )
        yield _element("title", drawing.title)
        yield _element("desc", drawing.description)

    def definitions(self) -> Iterator[str]:
        """Yield the outlines of the glyphs."""
        yield "<defs>"
        for (weight, size, number), name in self.glyphs.items():
            commands = default_font(weight).outline(number)
            path = "".join(c + " ".join(_number(value * size, 2) for value in values) for c, values in commands)
            yield _tag("path", {"id": name, "d": path})
        yield "</defs>"

    def body(self) -> Iterator[str]:
        """Yield the ground, inferences, claims and legend."""
        drawing = self.drawing
        size = {"width": _number(drawing.width), "height": _number(drawing.height)}
        yield _tag("rect", {"class": "ground", **size, "fill": drawing.ground})
        for inference in drawing.inferences:
            yield from self._inference(inference)
        for claim in drawing.claims:
            yield from self._claim(claim)
        if drawing.legend:
            yield '<g class="legend" aria-hidden="true">'
            yield from self._shapes(drawing.legend)
            yield "</g>"

    def _inference(self, group: InferenceGroup) -> Iterator[str]:
        yield _tag(
            "g",
            {
                "class": f"inference {group.relation}",
                "id": f"{self.drawing.prefix}-inference-{group.id}",
                "data-id": group.id,
                "data-relation": group.relation,
                "data-premises": " ".join(group.premises),
                "data-target": group.target,
                "data-step": str(group.step),
                "aria-hidden": "true",
            },
            close=False,
        )
        yield _element("title", group.title)
        yield from self._shapes(group.shapes)
        yield "</g>"

    def _claim(self, group: ClaimGroup) -> Iterator[str]:
        yield _tag(
            "g",
            {
                "class": " ".join(("claim", *group.classes)),
                "id": f"{self.drawing.prefix}-claim-{group.id}",
                "data-id": group.id,
                "data-step": str(group.step),
                "role": "graphics-object",
            },
            close=False,
        )
        yield _element("title", group.title)
        if group.description:
            yield _element("desc", group.description)
        yield from self._shapes(group.shapes)
        yield "</g>"

    def _shapes(self, shapes: Iterable[Shape]) -> Iterator[str]:
        for shape in shapes:
            match shape:
                case Box():
                    yield _box(shape)
                case Path():
                    yield _path(shape)
                case Text():
                    yield f'<g class="{shape.role}" aria-hidden="true">'
                    for line in shape.lines:
                        yield from self._line(line)
                    yield "</g>"

    def _line(self, line: TextLine) -> Iterator[str]:
        """Yield a line of text as uses of glyph outlines."""
        size, start = line.size, line.start
        known = self.uses.setdefault((line.weight, size), {})
        baseline = _number(start.y, 2)
        uses = []
        for number, x, y in line.line.glyphs:
            use = known[number] if number in known else known.setdefault(number, self._use(line.weight, size, number))
            if use:
                height = _number(start.y + y * size, 2) if y else baseline
                uses.append(f'{use} x="{_number(start.x + x * size, 2)}" y="{height}"/>')
        yield f'<g fill="{line.color}">{"".join(uses)}</g>'

    def _use(self, weight: str, size: float, number: int) -> str:
        """Return the beginning of every use of a glyph; empty for one that has no outline."""
        if not default_font(weight).outline(number):
            return ""
        name = self.glyphs.setdefault((weight, size, number), f"{self.drawing.prefix}-glyph-{len(self.glyphs)}")
        return f'<use href="#{name}" xlink:href="#{name}"'


def _box(box: Box) -> str:
    rect = box.rect
    attributes = {
        "class": box.role,
        "x": _number(rect.x),
        "y": _number(rect.y),
        "width": _number(rect.width),
        "height": _number(rect.height),
    }
    if box.opacity < 1:
        attributes["fill-opacity"] = _number(box.opacity, 2)
    if box.radius:
        attributes["rx"] = _number(box.radius)
    return _tag("rect", attributes | _paint(box))


def _path(path: Path) -> str:
    attributes = {"class": path.role, "d": "".join(_commands(path))} | _paint(path)
    if path.round_ends:
        attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    return _tag("path", attributes)


def _paint(shape: Box | Path) -> dict[str, str]:
    """Return the presentation attributes of a shape."""
    attributes = {"fill": shape.fill}
    if shape.stroke != NONE:
        attributes |= {"stroke": shape.stroke, "stroke-width": _number(shape.width)}
        if shape.dashes:
            attributes["stroke-dasharray"] = " ".join(map(_number, shape.dashes))
            if isinstance(shape, Path) and shape.phase:
                attributes["stroke-dashoffset"] = _number(shape.phase)
    return attributes


def _commands(path: Path) -> Iterator[str]:
    """Yield the commands of a path: straight lines where a curve is straight."""
    if path.curve:
        yield f"M{_pair(path.curve[0])}"
        for a, b, c, d in segments(path.curve):
            yield f"L{_pair(d)}" if _is_straight(a, b, c, d) else f"C{_pair(b)} {_pair(c)} {_pair(d)}"
    for corners in path.corners:
        first, *others = corners
        yield f"M{_pair(first)}" + "".join(f"L{_pair(corner)}" for corner in others)
    if path.closed:
        yield "Z"


def _is_straight(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether a Bézier curve does not leave the line between its ends."""
    length = a.distance(d) or 1.0
    return all(abs((d.x - a.x) * (p.y - a.y) - (d.y - a.y) * (p.x - a.x)) / length < 0.02 for p in (b, c))


def _pair(point: Point) -> str:
    return f"{_number(point.x)} {_number(point.y)}"


def _number(value: float, digits: int = 1) -> str:
    """Write a number as short as it can be: rounded, without needless zeros."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text


def _element(name: str, content: str) -> str:
    return f"<{name}>{escape(content, quote=False)}</{name}>"


def _tag(name: str, attributes: dict[str, str], *, close: bool = True) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}{'/' if close else ''}>"
