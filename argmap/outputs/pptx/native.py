"""A drawing as shapes that can be edited: cards and reason boxes hold their words, lines hold on to their ends.

A card, with all its words, is one rounded rectangle; a reason box is one, with its tab; a line that is straight or
has two corners is a connector, glued where it begins or ends at a connection site. What belongs to another line is
grouped with it, and so is the legend.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.geometry import Point, Rect, joined, straight
from argmap.outputs.pptx.card import card_text, plain_text, tab_text
from argmap.outputs.pptx.elements import Element, Link, Palette, called, make, place, preset, text_body
from argmap.outputs.pptx.freeform import extent, freeform
from argmap.outputs.pptx.lines import Anchors, connector, site_ends
from argmap.shapes import Box, Path, Shape, Text, resized

LinkOf = Callable[[ClaimGroup], Link | None]
_NAME = 80
"""How long the name of a shape may be, in characters."""
_OF_DASHES = ("edge-start", "edge-end", "bridge")
"""What mends the dashes of a line where they are drawn from its start; here they are not."""
_LINES = ("edge", "stub-line", "sample")
_FILLED, _OPEN = "triangle", "arrow"
"""How lines end (ECMA-376, part 1, 20.1.10.33), if not at a badge."""


def native_shapes(
    drawing: Drawing, corner: Point, palette: Palette, ids: Iterator[int], link_of: LinkOf
) -> Iterator[Element]:
    """Yield the shapes of a drawing, its upper left corner at a point of the slide.

    They come in the order of painting, the cards in that of the argument.
    """
    return _Native(drawing, corner, palette, ids).shapes(link_of)


@dataclass(slots=True)
class _Native:
    drawing: Drawing
    corner: Point
    palette: Palette
    ids: Iterator[int]
    anchors: Anchors = field(default_factory=Anchors)

    def shapes(self, link_of: LinkOf) -> Iterator[Element]:
        for claim in self.drawing.claims:  # lines are painted first, and name the cards that they hold on to
            self.anchors.add(next(self.ids), next(s.rect for s in self._moved(claim.shapes) if isinstance(s, Box)))
        known = iter(list(self.anchors.known))
        for inference in self.drawing.inferences:
            yield from self._inference(inference)
        for claim, (identifier, _) in zip(self.drawing.claims, known, strict=True):
            yield self._card(claim, identifier, link_of(claim))
        if self.drawing.legend:
            yield self._legend()

    def _moved(self, shapes: Iterable[Shape]) -> list[Shape]:
        """Return shapes in points of the slide."""
        return [resized(shape, self.drawing.scale, self.corner) for shape in shapes]

    def _card(self, claim: ClaimGroup, identifier: int, link: Link | None) -> Element:
        box, *texts = self._moved(claim.shapes)
        assert isinstance(box, Box)
        words = [text for text in texts if isinstance(text, Text)]
        body, said = card_text(claim, box, words, self.drawing, self.palette)
        name = called(identifier, f"claim: {said}"[:_NAME], claim.description, link)
        return self._box(name, box, body)

    def _box(self, name: Element, box: Box, body: Element) -> Element:
        """Make a rounded rectangle with words."""
        radius = min(0.5, box.radius / min(box.rect.width, box.rect.height))
        return make(
            "p:sp",
            None,
            make("p:nvSpPr", None, name, make("p:cNvSpPr"), make("p:nvPr")),
            make(
                "p:spPr",
                None,
                place(box.rect),
                preset("roundRect", adj=radius),
                self.palette.fill(box.fill, box.opacity),
                self.palette.line(box.stroke, box.width, box.dashes),
            ),
            body,
        )

    def _inference(self, inference: InferenceGroup) -> Iterator[Element]:
        """Yield the shapes of an inference: its box with the tab, its stubs, its lines with what belongs to them."""
        shapes = self._moved(inference.shapes)
        texts = {shape.role: shape for shape in shapes if isinstance(shape, Text)}
        stub_texts = iter([shape for shape in shapes if isinstance(shape, Text) and shape.role == "stub-text"])
        for shape in shapes:
            if isinstance(shape, Box) and shape.role == "reason":
                identifier = next(self.ids)
                self.anchors.add(identifier, shape.rect)
                name = called(identifier, f"reason: {inference.title}"[:_NAME], inference.title)
                yield self._box(name, shape, tab_text(texts["tab"], shape, self.drawing, self.palette))
            elif isinstance(shape, Box):
                body, said = plain_text(next(stub_texts), shape, self.drawing, self.palette)
                yield self._box(called(next(self.ids), f"stub: {said}"[:_NAME]), shape, body)
        yield from self._lines(shapes, inference.relation, inference.title)

    def _lines(self, shapes: Iterable[Shape], name: str, title: str) -> Iterator[Element]:
        """Yield the lines among shapes, each with what follows it: its head, its badge, its sign."""
        paths = [shape for shape in shapes if isinstance(shape, Path) and shape.role not in _OF_DASHES]
        starts = [number for number, path in enumerate(paths) if path.role in _LINES]
        for start, end in zip(starts, [*starts[1:], len(paths)], strict=True):
            yield from self._line(paths[start:end], name, title)

    def _line(self, paths: list[Path], name: str, title: str) -> Iterator[Element]:
        """Yield a line and, grouped with it where it is no connector, its badge and its sign.

        Dashes are counted from where a line begins, so lines are drawn from the head: those on one rail agree.
        """
        line, *others = paths
        curve, head = line.curve, ""
        if others and others[0].corners and others[0].role == "head":
            arrow = others.pop(0)
            head = _FILLED if arrow.fill == line.stroke else _OPEN
            tip = arrow.corners[0][0]
            curve = joined(curve, straight(curve[-1], tip))
        curve = tuple(reversed(curve))
        look = self.palette.line(line.stroke, line.width, line.dashes, round_ends=line.round_ends, head=head)
        called_line = called(next(self.ids), f"{name}: {title}"[:_NAME], title)
        signs = [self._path(path, "sign") for path in others]
        ends = site_ends(curve, self.anchors)
        if ends and (made := connector(called_line, curve, look, ends)) is not None:
            yield made
            yield from signs
            return
        drawn = freeform(called_line, Path("edge", curve), self.palette, look)
        room = extent([Path("edge", curve), *others])
        yield self._group(f"{name} line", [drawn, *signs], room) if signs else drawn

    def _path(self, path: Path, name: str) -> Element:
        return freeform(called(next(self.ids), name, name), path, self.palette)

    def _legend(self) -> Element:
        """Make the legend: its words, its samples of boxes and lines."""
        shapes, members = self._moved(self.drawing.legend), []
        for shape in shapes:
            if isinstance(shape, Text):
                box = Box("legend", extent([shape]))
                body, said = plain_text(shape, box, self.drawing, self.palette, wrapped=False)
                members.append(self._box(called(next(self.ids), f"legend: {said}"[:_NAME]), box, body))
            elif isinstance(shape, Box):
                body = text_body([], insets=(0, 0, 0, 0))
                members.append(self._box(called(next(self.ids), "sample", "sample"), shape, body))
        return self._group("legend", [*members, *self._lines(shapes, "sample", "sample")], extent(shapes))

    def _group(self, name: str, members: list[Element], room: Rect) -> Element:
        """Make a group (ECMA-376, part 1, 19.3.1.22), whose members keep their places on the slide."""
        return make(
            "p:grpSp",
            None,
            make("p:nvGrpSpPr", None, called(next(self.ids), name), make("p:cNvGrpSpPr"), make("p:nvPr")),
            make("p:grpSpPr", None, place(room, within=room)),
            *members,
        )
