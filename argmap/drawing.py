"""Placement and theme to a drawing: shapes with their roles, words and steps, in no output format."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.describe import claim_description, inference_title
from argmap.geometry import Point, length, shortened
from argmap.layout.cards import LINE_HEIGHT, PADDING_X, SMALL_SIZE, TEXT_SIZE, Wording
from argmap.layout.fit import Fitted
from argmap.layout.placement import PlacedBox, PlacedCard, Placement, Route
from argmap.legend import legend_shapes
from argmap.lines import HEAD_LENGTH, head_shapes, mark_shapes
from argmap.marks import mark_places
from argmap.model import ArgumentMap, Inference
from argmap.names import slug
from argmap.outline import outline
from argmap.shapes import Box, Path, Shape, Text, TextLine
from argmap.steps import steps_of
from argmap.text import Font, default_font
from argmap.theme import LIGHT, Head, LineStyle, Theme
from argmap.views import Part
from argmap.words import words_for

WIDE = 60.0
"""How much wider than its text a card is, in points of the layout, if the text stands in its middle."""


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What is drawn of a claim."""

    id: str
    classes: tuple[str, ...]
    step: int
    title: str
    description: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class InferenceGroup:
    """What is drawn of an inference."""

    id: str
    relation: str
    premises: tuple[str, ...]
    target: str
    step: int
    title: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing.

    Lengths are in points of the layout; ``scale`` leads from them to the points of the slide. ``prefix`` begins every
    id, so that several drawings can stand in one page.
    """

    prefix: str
    title: str
    description: str
    language: str
    width: float
    height: float
    scale: float
    slide: str
    wording: Wording
    ground: str
    inferences: tuple[InferenceGroup, ...]
    claims: tuple[ClaimGroup, ...]
    legend: tuple[Shape, ...]

    @property
    def text_size(self) -> float:
        """The size of the claims' text on the slide, in points."""
        return TEXT_SIZE * self.scale

    def _repr_svg_(self) -> str:
        """Show the drawing in a notebook."""
        from argmap.svg import to_svg

        return to_svg(self)


def draw(part: Part, fitted: Fitted, theme: Theme = LIGHT) -> Drawing:
    """Make the drawing of a part of a map that has been placed."""
    argument, placement = part.map, fitted.placement
    view = next((view for view in argument.views if view.name == part.name), None)
    title = (view.title if view else "") or argument.title or argument.claim[argument.thesis].text
    name = slug(argument.title) if argument.title else argument.thesis
    painter = _Painter(argument, placement, theme)
    steps = steps_of(argument)
    return Drawing(
        prefix=f"argmap-{name}-{part.name}" if part.name else f"argmap-{name}",
        title=title,
        description=outline(argument),
        language=argument.language,
        width=placement.width,
        height=placement.height,
        scale=fitted.scale,
        slide=fitted.slide,
        wording=fitted.wording,
        ground=theme.ground,
        inferences=tuple(painter.inference(inference, steps) for inference in argument.inferences),
        claims=tuple(painter.claim(name, steps) for name in argument.claim),
        legend=tuple(legend_shapes(part, placement.legend, theme)) if placement.legend else (),
    )


class _Painter:
    """Paints the parts of a placement in a theme."""

    def __init__(self, argument: ArgumentMap, placement: Placement, theme: Theme) -> None:
        self.argument = argument
        self.theme = theme
        self.words = words_for(argument.language)
        self.cards = {card.card.claim: card for card in placement.cards if not card.stub}
        self.stubs = {(card.box, card.card.claim): card for card in placement.cards if card.stub}
        self.boxes = {box.inference: box for box in placement.boxes}
        self.routes: dict[str, list[Route]] = {}
        for route in placement.routes:
            self.routes.setdefault(route.inference, []).append(route)
        self.marks = mark_places(placement)

    def claim(self, name: str, steps: dict[str, int]) -> ClaimGroup:
        """Paint a claim's card."""
        claim = self.argument.claim[name]
        is_thesis = name == self.argument.thesis
        classes = ["thesis"] * is_thesis + ["implicit"] * claim.implicit + [f"tag-{tag}" for tag in claim.tags]
        placed = self.cards[name]
        card = Box(
            "card",
            placed.rect,
            fill=self.theme.thesis if is_thesis else self.theme.card,
            stroke=self.theme.thesis if is_thesis else self.theme.neutral,
            width=self.theme.border,
            radius=self.theme.radius,
            dashes=self.theme.implicit_dashes if claim.implicit else (),
        )
        color = self.theme.on_thesis if is_thesis else self.theme.text
        text = Text("text", tuple(self._text(placed, color, "Semibold" if is_thesis else "")))
        description = claim_description(self.argument, claim)
        return ClaimGroup(name, tuple(classes), steps[name], claim.text, description, (card, text))

    def inference(self, inference: Inference, steps: dict[str, int]) -> InferenceGroup:
        """Paint an inference: its box, its stubs, its lines."""
        style = self.theme.relations[inference.relation]
        shapes: list[Shape] = []
        if box := self.boxes.get(inference.id):
            shapes += self._box(box, style)
        for premise in inference.premises:
            if stub := self.stubs.get((inference.id, premise)):
                shapes += self._stub(stub)
        routes = self.routes.get(inference.id, [])
        for route in sorted(routes, key=lambda route: not route.stub):
            shapes += self._stub_line(route) if route.stub else self._edge(route, style)
        title = inference_title(self.argument, inference)
        step = steps[inference.id]
        return InferenceGroup(
            inference.id, inference.relation, inference.premises, inference.target, step, title, tuple(shapes)
        )

    def _text(self, placed: PlacedCard, color: str, weight: str) -> Iterator[TextLine]:
        """Set the lines of a card in its middle, from its left edge or, for right to left, from its right."""
        card, rect = placed.card, placed.rect
        font = default_font(weight)
        remark_room = LINE_HEIGHT * 0.8 if card.remark else 0.0
        top = rect.center.y - (len(card.paragraph.lines) * LINE_HEIGHT + remark_room) / 2
        spare = rect.width - card.paragraph.width * TEXT_SIZE - 2 * PADDING_X
        left = rect.x + PADDING_X + (spare / 2 if spare > WIDE else 0.0)
        for number, line in enumerate(card.paragraph.lines):
            x = rect.right - (left - rect.x) - line.width * TEXT_SIZE if card.paragraph.rtl else left
            yield TextLine(line, Point(x, baseline(top + number * LINE_HEIGHT, font)), TEXT_SIZE, color, weight)
        if card.remark:
            x = rect.right - PADDING_X - card.remark.width * SMALL_SIZE
            y = rect.bottom - PADDING_X * 0.8
            yield TextLine(card.remark, Point(x, y), SMALL_SIZE, self.theme.quiet if not weight else color)

    def _box(self, box: PlacedBox, style: LineStyle) -> Iterator[Shape]:
        yield Box(
            "reason",
            box.rect,
            fill=style.color,
            opacity=self.theme.tint,
            stroke=style.color,
            width=self.theme.box_border,
            radius=self.theme.radius + 2,
        )
        start = Point(box.tab_rect.x + 1, box.tab_rect.y + 10.8)
        yield Text("tab", (TextLine(box.tab, start, SMALL_SIZE, style.color, "Semibold"),))

    def _stub(self, placed: PlacedCard) -> Iterator[Shape]:
        """Keep the place of a claim whose card stands elsewhere, dashed."""
        dashes = self.theme.stub_dashes
        yield Box("stub", placed.rect, stroke=self.theme.neutral, radius=self.theme.radius, dashes=dashes)
        yield Text("stub-text", tuple(self._text(placed, self.theme.quiet, "")))

    def _stub_line(self, route: Route) -> Iterator[Shape]:
        yield Path("stub-line", route.curve, stroke=self.theme.neutral, width=1.0, dashes=self.theme.stub_dashes)

    def _edge(self, route: Route, style: LineStyle) -> Iterator[Shape]:
        back = 0.0 if style.head is Head.BADGE else HEAD_LENGTH - 1.0
        curve = shortened(route.curve, back) if back else route.curve
        period = sum(style.dashes)
        phase = -length(curve) % period if period else 0.0  # counted from the head, so that lines on one rail agree
        yield Path(
            "edge",
            curve,
            stroke=style.color,
            width=style.width,
            dashes=style.dashes,
            phase=phase,
            round_ends=style.round_ends,
        )
        yield from head_shapes(route.curve, style, self.theme)
        if place := self.marks.get(route):
            yield from mark_shapes(place, style)


def baseline(top: float, font: Font) -> float:
    """Return the baseline of a line of a card whose room begins at ``top``."""
    return top + (LINE_HEIGHT + (font.ascent - font.descent) * TEXT_SIZE) / 2
