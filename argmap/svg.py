"""A drawing as SVG: one self-contained file whose shape is a promise (see docs/svg.md)."""

from collections.abc import Iterable, Iterator

from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.geometry import Point, segments
from argmap.lettering import Lettering, TextForm, lettering_in
from argmap.markup import element, number, tag
from argmap.shapes import NONE, Box, Path, Shape, Text

_EXACT = 3
"""To how many digits dashes are written, which follow each other along all of a line."""


def to_svg(drawing: Drawing, text: str = TextForm.OUTLINES, *, fragments: bool = False) -> str:
    """Return a drawing as SVG, its text as ``outlines``, with its ``font``, or ``plain``.

    Parameters
    ----------
    fragments
        Whether claims and inferences are fragments of reveal.js, which appear step by step.

    Raises
    ------
    argmap.webfont.WebFontError
        Text is to stand with its font, and the font cannot be embedded.
    """
    return "".join(f"{line}\n" for line in svg_lines(drawing, text, fragments=fragments))


def svg_lines(drawing: Drawing, text: str = TextForm.OUTLINES, *, fragments: bool = False) -> Iterator[str]:
    """Yield the lines that :func:`to_svg` returns together: of a large map, they take more room than all else."""
    lettering = lettering_in(TextForm(text), drawing.typeface, drawing.prefix, drawing.lines)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield from element_lines(drawing, lettering, fragments=fragments)


def svg_element(drawing: Drawing, lettering: Lettering) -> str:
    """Return a drawing as an element for a page, its text in a way of writing that several drawings may share."""
    return "\n".join(element_lines(drawing, lettering))


def element_lines(drawing: Drawing, lettering: Lettering, *, fragments: bool = False) -> Iterator[str]:
    """Yield the lines of the element that a drawing is."""
    writer = _Writer(drawing, lettering, fragments=fragments)
    yield from writer.head()
    yield from lettering.definitions()
    yield from writer.body()
    yield "</svg>"


class _Writer:
    """Writes one drawing, its text in one way."""

    def __init__(self, drawing: Drawing, lettering: Lettering, *, fragments: bool) -> None:
        self.drawing = drawing
        self.fragments = fragments
        self.lettering = lettering

    def head(self) -> Iterator[str]:
        """Yield the opening of the drawing."""
        drawing = self.drawing
        width, height = drawing.width, drawing.height
        yield tag(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "xmlns:xlink": "http://www.w3.org/1999/xlink",
                "class": "argmap",
                "role": "graphics-document document",
                "aria-labelledby": f"{drawing.prefix}-title",
                "aria-describedby": f"{drawing.prefix}-desc",
                "viewBox": f"0 0 {number(width)} {number(height)}",
                "width": f"{number(width * drawing.scale)}pt",
                "height": f"{number(height * drawing.scale)}pt",
                "lang": drawing.language,
                "xml:lang": drawing.language,
                "fill": NONE,
                **self.lettering.inherited,
            },
            close=False,
        )
        yield element("title", drawing.title, {"id": f"{drawing.prefix}-title"})
        yield element("desc", drawing.description, {"id": f"{drawing.prefix}-desc"})

    def body(self) -> Iterator[str]:
        """Yield the ground, inferences, claims and legend."""
        drawing = self.drawing
        size = {"width": number(drawing.width), "height": number(drawing.height)}
        yield tag("rect", {"class": "ground", **size, "fill": drawing.ground})
        for inference in drawing.inferences:
            yield from self._inference(inference)
        for claim in drawing.claims:
            yield from self._claim(claim)
        if drawing.legend:
            yield '<g class="legend" aria-hidden="true">'
            yield from self._shapes(drawing.legend)
            yield "</g>"

    def _inference(self, group: InferenceGroup) -> Iterator[str]:
        yield tag(
            "g",
            {
                "class": " ".join(("inference", group.relation, *self._fragment)),
                "id": f"{self.drawing.prefix}-inference-{group.id}",
                "data-id": group.id,
                "data-relation": group.relation,
                "data-premises": " ".join(group.premises),
                "data-target": group.target,
                **self._step(group.step),
                "aria-hidden": "true",
            },
            close=False,
        )
        yield element("title", group.title)
        yield from self._shapes(group.shapes)
        yield "</g>"

    def _claim(self, group: ClaimGroup) -> Iterator[str]:
        own = f"{self.drawing.prefix}-claim-{group.id}"
        name, told = f"{own}.title", f"{own}.desc"
        yield tag(
            "g",
            {
                "class": " ".join(("claim", *group.classes, *self._fragment)),
                "id": own,
                "data-id": group.id,
                **self._step(group.step),
                "role": "graphics-object",
                "aria-labelledby": name,
                "aria-describedby": told,
            },
            close=False,
        )
        yield element("title", group.title, {"id": name})
        yield element("desc", group.description, {"id": told})
        if group.url:
            link = {"class": "link", "href": group.url, "xlink:href": group.url, "aria-label": group.link_label}
            yield tag("a", link, close=False)
        yield from self._shapes(group.shapes)
        yield "</a></g>" if group.url else "</g>"

    @property
    def _fragment(self) -> tuple[str, ...]:
        return ("fragment",) if self.fragments else ()

    def _step(self, step: int) -> dict[str, str]:
        """Return the attributes that say when a group is shown; reveal.js counts fragments from 0."""
        return {"data-step": str(step)} | ({"data-fragment-index": str(step - 1)} if self.fragments else {})

    def _shapes(self, shapes: Iterable[Shape]) -> Iterator[str]:
        for shape in shapes:
            match shape:
                case Box():
                    yield _box(shape)
                case Path():
                    yield _path(shape)
                case Text():
                    yield f'<g class="{shape.role}" aria-hidden="true">'
                    yield from map(self.lettering.line, shape.lines)
                    yield "</g>"


def _box(box: Box) -> str:
    rect = box.rect
    attributes = {
        "class": box.role,
        "x": number(rect.x),
        "y": number(rect.y),
        "width": number(rect.width),
        "height": number(rect.height),
    }
    if box.opacity < 1:
        attributes["fill-opacity"] = number(box.opacity, 2)
    if box.radius:
        attributes["rx"] = number(box.radius)
    return tag("rect", attributes | _paint(box))


def _path(path: Path) -> str:
    attributes = {"class": path.role, "d": "".join(_commands(path))} | _paint(path)
    if path.round_ends:
        attributes |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    return tag("path", attributes)


def _paint(shape: Box | Path) -> dict[str, str]:
    """Return the presentation attributes of a shape."""
    attributes = {"fill": shape.fill}
    if shape.stroke != NONE:
        attributes |= {"stroke": shape.stroke, "stroke-width": number(shape.width)}
        if shape.dashes:
            attributes["stroke-dasharray"] = " ".join(number(dash, _EXACT) for dash in shape.dashes)
            if isinstance(shape, Path) and shape.phase:
                attributes["stroke-dashoffset"] = number(shape.phase)
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
    return f"{number(point.x)} {number(point.y)}"
