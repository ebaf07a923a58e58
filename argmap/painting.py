"""Placement and theme to a drawing: the shapes of every claim and inference."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from argmap.badges import Badge, badges
from argmap.dashes import dashings
from argmap.describe import claim_description, claim_title, inference_title
from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.exercises import blank_number, figure_height
from argmap.gaps import border_gaps, gaps
from argmap.geometry import Point, beginning, shortened, stretch
from argmap.layout.cards import LINE_HEIGHT, PADDING_X, REMARK_HEIGHT, SMALL_SIZE, TEXT_SIZE
from argmap.layout.crossings import crossings_of
from argmap.layout.placement import PlacedBox, PlacedCard, Placement, Route
from argmap.legend import legend_shapes
from argmap.lines import head_shapes, mark_shapes, up_to_head
from argmap.links import is_safe_link
from argmap.marks import mark_places
from argmap.model import ArgumentMap, Claim, Inference
from argmap.names import slug
from argmap.outline import outline
from argmap.painting_order import painted_in_order
from argmap.scenes import Scene
from argmap.shapes import Box, Path, Shape, Text, TextLine
from argmap.steps import steps_of
from argmap.text import Font
from argmap.theme import Head, Hue, LineStyle
from argmap.views import Part

_OFF_BOX = 4.5
"""How far the middle of a badge is from the border of a box, not to touch the card inside, in points."""


def paint(scene: Scene, shown: ArgumentMap | None = None) -> Drawing:
    """Return the drawing of a scene or, in the same frame, of what is shown of it.

    What is shown keeps its place, its step and its legend; only that is painted and described.
    """
    whole, fitted = scene.part, scene.fitted
    argument = shown or whole.map
    part = replace(whole, map=argument)
    painter = _Painter(scene, part)
    steps = steps_of(whole.map)
    legend = fitted.placement.legend
    return Drawing(
        prefix=_prefix(scene),
        title=whole.title or whole.map.title or whole.map.claim[whole.map.thesis].text,
        description=outline(part),
        language=argument.language,
        width=fitted.placement.width,
        height=fitted.placement.height,
        scale=fitted.scale,
        slide=fitted.slide,
        wording=fitted.wording,
        ground=scene.coloring.theme.ground,
        inferences=tuple(
            painter.inference(inference, steps) for inference in painter.order if inference.id in argument.inference
        ),
        claims=tuple(painter.claim(name, steps) for name in argument.claim),
        legend=tuple(legend_shapes(whole, legend, scene.coloring, scene.typeface)) if legend else (),
        typeface=scene.typeface,
    )


def _prefix(scene: Scene) -> str:
    """Return what begins every id."""
    argument, name = scene.part.map, scene.part.name
    own = scene.prefix or f"argmap-{slug(argument.title) if argument.title else argument.thesis}"
    return f"{own}-{name.replace('.', '-')}" if name else own


class _Painter:
    """Paints what is shown of a scene; whatever is shown, signs and gaps are those of the whole."""

    def __init__(self, scene: Scene, part: Part) -> None:
        placement, coloring, typeface = scene.fitted.placement, scene.coloring, scene.typeface
        self.part = part
        self.argument = part.map
        self.theme = coloring.theme
        self.typeface = typeface
        self.coloring = coloring
        self.cards = {card.card.claim: card for card in placement.cards if not card.stub}
        self.stubs = {(card.box, card.card.claim): card for card in placement.cards if card.stub}
        self.boxes = {box.inference: box for box in placement.boxes}
        self.routes: dict[str, list[Route]] = {}
        for route in placement.routes:
            self.routes.setdefault(route.inference, []).append(route)
        self.undercut: defaultdict[str, list[Point]] = defaultdict(list)
        """Where on the lines of inferences the badges of their undercutters are."""
        for inference in scene.part.map.inferences:
            ends = [route.curve[-1] for route in self.routes.get(inference.id, ()) if not route.stub]
            self.undercut[inference.target] += ends
        crossed = list(crossings_of(placement))
        self.order = painted_in_order(scene.part.map, placement, crossed)
        styles = {inference.id: coloring.style(inference) for inference in self.order}
        widths = {name: style.width for name, style in styles.items()}
        self.dashings = dashings(placement.routes, styles, self.undercut)
        self.gaps: dict[str, list[Path]] = {}
        for name, gap in chain(
            gaps(placement, crossed, styles, self.dashings, self.theme),
            border_gaps(placement, list(styles), widths, self.theme),
        ):
            self.gaps.setdefault(name, []).append(gap)
        self.marks = mark_places(placement, {name: style.mark for name, style in styles.items()})
        self.badges = self._badges(placement) if part.answers else {}

    def claim(self, name: str, steps: dict[str, int]) -> ClaimGroup:
        """Paint a claim's card."""
        claim = self.argument.claim[name]
        is_thesis = name == self.argument.thesis
        classes = ["thesis"] * is_thesis + ["implicit"] * claim.implicit
        classes += ["blank"] * (name in self.part.blanks) + ["answer"] * (name in self.part.answers)
        classes += [f"tag-{tag}" for tag in claim.tags]
        placed = self.cards[name]
        hue = self.coloring.hues.get(name)
        plain = Hue(self.theme.thesis, self.theme.thesis) if is_thesis else Hue(self.theme.neutral, self.theme.card)
        card = Box(
            "card",
            placed.rect,
            fill=(hue or plain).fill,
            stroke=(hue or plain).color,
            width=self.theme.hue_border if hue else self.theme.border,
            radius=self.theme.radius,
            dashes=self.theme.implicit_dashes if claim.implicit else (),
        )
        color = self.theme.on_thesis if is_thesis else self.theme.text
        text = Text("text", tuple(self._text(placed, color, "Semibold" if is_thesis else "")))
        captions = self._captions(placed, color if is_thesis else self.theme.quiet)
        title, description = claim_title(self.part, claim), claim_description(self.part, claim)
        badge = self.badges[name].shapes(self.theme) if name in self.badges else ()
        shapes: tuple[Shape, ...] = (card, text, *captions, *badge)
        return ClaimGroup(
            name,
            tuple(classes),
            steps[name],
            title,
            description,
            shapes,
            *_link(self.argument, claim),
            continued=self.part.continued.get(name, ()),
        )

    def inference(self, inference: Inference, steps: dict[str, int]) -> InferenceGroup:
        """Paint an inference: its box, its stubs, its lines."""
        style = self.coloring.style(inference)
        shapes: list[Shape] = []
        if box := self.boxes.get(inference.id):
            shapes += self._box(box, style)
        for premise in inference.premises:
            if stub := self.stubs.get((inference.id, premise)):
                shapes += self._stub(stub)
        shapes += sorted(self.gaps.get(inference.id, ()), key=lambda path: path.role == "bridge")
        routes = self.routes.get(inference.id, [])
        for route in sorted(routes, key=lambda route: not route.stub):
            shapes += self._stub_line(route) if route.stub else self._edge(route, style)
        title = inference_title(self.part, inference)
        step = steps[inference.id]
        return InferenceGroup(
            inference.id, inference.relation, inference.premises, inference.target, step, title, tuple(shapes)
        )

    def _text(self, placed: PlacedCard, color: str, weight: str) -> Iterator[TextLine]:
        """Set the lines of a card in its middle, from its left edge or, for right to left, from its right."""
        card, rect = placed.card, placed.rect
        if blank := self.part.blanks.get(card.claim):
            yield blank_number(placed, blank, self.typeface.bold, color)
        font = self.typeface.of(weight)
        top, left = _beginning(placed)
        for number, line in enumerate(card.paragraph.lines):
            x = rect.right - (left - rect.x) - line.width * TEXT_SIZE if card.paragraph.rtl else left
            yield TextLine(line, Point(x, baseline(top + number * LINE_HEIGHT, font)), TEXT_SIZE, color, weight)
        if card.remark:
            x = rect.right - PADDING_X - card.remark.width * SMALL_SIZE
            x = rect.x + PADDING_X if card.paragraph.rtl else x
            y = _below(placed, len(card.notes) - 1) if card.shares_line else rect.bottom - PADDING_X * 0.8
            yield TextLine(card.remark, Point(x, y), SMALL_SIZE, self.theme.quiet if not weight else color)

    def _captions(self, placed: PlacedCard, color: str) -> Iterator[Text]:
        """Set the number of a card before its sentence, and its notes below."""
        card, rect = placed.card, placed.rect
        top, left = _beginning(placed)
        rtl = card.paragraph.rtl
        if card.number:
            edge = left - card.indent
            x = rect.right - (edge - rect.x) - card.number.width * TEXT_SIZE if rtl else edge
            start = Point(x, baseline(top, self.typeface.regular))
            yield Text("number", (TextLine(card.number, start, TEXT_SIZE, color),))
        notes = []
        for number, line in enumerate(card.notes):
            x = rect.right - (left - rect.x) - line.width * SMALL_SIZE if rtl else left
            notes.append(TextLine(line, Point(x, _below(placed, number)), SMALL_SIZE, color))
        if notes:
            yield Text("note", tuple(notes))

    def _badges(self, placement: Placement) -> dict[str, Badge]:
        """Return the badges of the answers, in the same places at every step."""
        words = (line for placed in placement.cards for line in self._words(placed))
        bold = self.typeface.bold
        signs = self.marks.values()
        return badges(placement, self.part.answers, words, signs, font=bold, height=figure_height(bold))

    def _words(self, placed: PlacedCard) -> Iterator[TextLine]:
        """Yield all that stands on a card or a stub, in no colour that matters."""
        weight = "Semibold" if placed.card.claim == self.argument.thesis and not placed.stub else ""
        yield from self._text(placed, self.theme.text, weight)
        for caption in self._captions(placed, self.theme.text):
            yield from caption.lines

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
        yield Text("tab", (TextLine(box.tab, start, SMALL_SIZE, self.theme.tab(style.color), "Semibold"),))

    def _stub(self, placed: PlacedCard) -> Iterator[Shape]:
        """Keep the place of a claim whose card stands elsewhere, dashed."""
        dashes = self.theme.stub_dashes
        yield Box("stub", placed.rect, stroke=self.theme.neutral, radius=self.theme.radius, dashes=dashes)
        captions = (line for text in self._captions(placed, self.theme.quiet) for line in text.lines)
        yield Text("stub-text", (*captions, *self._text(placed, self.theme.quiet, "")))

    def _stub_line(self, route: Route) -> Iterator[Shape]:
        yield Path("stub-line", route.curve, stroke=self.theme.neutral, width=self.theme.stub_line)

    def _edge(self, route: Route, style: LineStyle) -> Iterator[Shape]:
        curve, dashed = up_to_head(route.curve, style), self.dashings[route]
        whole = Path("edge", curve, stroke=style.color, width=style.width, round_ends=style.round_ends)
        if dashed.start:
            yield replace(whole, role="edge-start", curve=beginning(curve, dashed.start))
        yield replace(whole, dashes=dashed.dashes, phase=dashed.phase)
        if dashed.end:
            yield replace(whole, role="edge-end", curve=beginning(curve[::-1], dashed.end)[::-1])
        for first, last in dashed.pieces:
            yield replace(whole, role="bridge", curve=stretch(curve, first, last))
        at_box = style.head is Head.BADGE and self.argument.inference[route.inference].target in self.boxes
        end = shortened(route.curve, _OFF_BOX) if at_box else route.curve
        yield from head_shapes(end, style, self.theme)
        if place := self.marks.get(route):
            yield from mark_shapes(place, style)


def _link(argument: ArgumentMap, claim: Claim) -> tuple[str, str]:
    """Return where a claim's card leads, and what that is called: its own address, or that of the first work cited."""
    works = {source.key: source for source in argument.sources}
    cited = [(works[citation.source], citation.locator) for citation in claim.citations[:1]]
    called = [(work.url, f"{work.title or work.key} {locator}".rstrip()) for work, locator in cited]
    return next((link for link in ((claim.url, claim.url), *called) if is_safe_link(link[0])), ("", ""))


def _beginning(placed: PlacedCard) -> tuple[float, float]:
    """Return the top of a card's first line, and its left end, where text runs from left to right."""
    card, rect = placed.card, placed.rect
    top = rect.center.y - (len(card.paragraph.lines) * LINE_HEIGHT + card.small_lines * REMARK_HEIGHT) / 2
    return top, rect.x + PADDING_X + card.indent


def _below(placed: PlacedCard, number: int) -> float:
    """Return the baseline of a small line under a card's sentence, counted from 0."""
    top, _ = _beginning(placed)
    return top + len(placed.card.paragraph.lines) * LINE_HEIGHT + (number + 0.8) * REMARK_HEIGHT


def baseline(top: float, font: Font) -> float:
    """Return the baseline of a line of a card whose room begins at ``top``."""
    return top + (LINE_HEIGHT + (font.ascent - font.descent) * TEXT_SIZE) / 2
