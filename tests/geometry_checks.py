"""What has to hold of every placement and of every drawing; each check yields what is wrong, in words."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from argmap.geometry import Curve, Point, Rect, along, bounds, samples
from argmap.layout.blocks import Direction
from argmap.layout.landings import HEAD_LENGTH
from argmap.layout.placement import PlacedBox, PlacedCard, Placement, Route
from argmap.lines import BADGE_RADIUS, HEAD_WIDTH
from argmap.model import ArgumentMap, Inference, Relation
from tests.measures import ON, distance_to, inside, meeting, on_border

BORDER = 1.0
"""How far inside the border of a card a line may run, in points."""
NEAR = 2.0
"""How near a line may come to a card or box that it passes, in points."""


@dataclass(frozen=True)
class Scene:
    """An argument and where everything in it stands."""

    map: ArgumentMap
    placement: Placement
    direction: Direction = Direction.UP

    @cached_property
    def home(self) -> dict[str, PlacedCard]:
        """The card of every claim."""
        return {placed.card.claim: placed for placed in self.placement.cards if not placed.stub}

    @cached_property
    def stubs(self) -> dict[tuple[str, str], PlacedCard]:
        """The stubs by inference and claim."""
        return {(placed.box, placed.card.claim): placed for placed in self.placement.cards if placed.stub}

    @cached_property
    def boxes(self) -> dict[str, PlacedBox]:
        """The reason boxes by inference."""
        return {box.inference: box for box in self.placement.boxes}

    @cached_property
    def lines(self) -> dict[str, Route]:
        """The line of every inference."""
        return {route.inference: route for route in self.placement.routes if not route.stub}

    def inference(self, route: Route) -> Inference:
        """Return the inference that a line belongs to."""
        return self.map.inference[route.inference]

    def start(self, route: Route) -> Rect:
        """Return the card or box that a line leaves."""
        if route.stub:
            return self.home[route.stub].rect
        inference = self.inference(route)
        return self.boxes[inference.id].rect if inference.linked else self.home[inference.premises[0]].rect

    def end(self, route: Route) -> Rect | Curve:
        """Return the card or box that a line leads to or, for an undercutter of a single premise, the arrow."""
        inference = self.inference(route)
        if route.stub:
            return self.stubs[inference.id, route.stub].rect
        if inference.target in self.map.claim:
            return self.home[inference.target].rect
        if self.map.inference[inference.target].linked:
            return self.boxes[inference.target].rect
        return self.lines[inference.target].curve

    def surroundings(self, route: Route) -> set[str]:
        """Return the boxes that a line may cross: those around the cards at its ends."""
        inference = self.inference(route)
        ends = [route.stub or inference.premises[0]] if route.stub or not inference.linked else []
        ends += [inference.target] if inference.target in self.map.claim and not route.stub else []
        return {self.home[claim].box for claim in ends} | ({inference.id} if route.stub else set())


def name(placed: PlacedCard) -> str:
    """Name a card or stub."""
    return f"the {'stub' if placed.stub else 'card'} of {placed.card.claim}"


# cards and boxes


def what_is_missing(scene: Scene) -> Iterator[str]:
    """Every claim has one card, every linked inference its box with a place for every premise, every one a line."""
    cards = sorted(placed.card.claim for placed in scene.placement.cards if not placed.stub)
    if cards != sorted(scene.map.claim):
        yield f"there are cards for {cards}"
    if sorted(scene.boxes) != sorted(i.id for i in scene.map.inferences if i.linked):
        yield f"there are boxes for {sorted(scene.boxes)}"
    lines = sorted(route.inference for route in scene.placement.routes if not route.stub)
    if lines != sorted(scene.map.inference):
        yield f"there are lines for {lines}"
    for inference in scene.map.inferences:
        for premise in inference.premises if inference.linked else ():
            if scene.home[premise].box != inference.id and (inference.id, premise) not in scene.stubs:
                yield f"{premise} has no place in the box of {inference.id}"
    stub_lines = sorted((route.inference, route.stub) for route in scene.placement.routes if route.stub)
    if stub_lines != sorted(scene.stubs):
        yield f"there are stubs {sorted(scene.stubs)} and lines to {stub_lines}"


def overlapping_cards(scene: Scene) -> Iterator[str]:
    """No two cards overlap."""
    for one, other in combinations(scene.placement.cards, 2):
        if one.rect.overlaps(other.rect):
            yield f"{name(one)} and {name(other)} overlap"


def cards_outside_their_box(scene: Scene) -> Iterator[str]:
    """Every card of a reason box lies inside it."""
    for placed in scene.placement.cards:
        if placed.box and not scene.boxes[placed.box].rect.encloses(placed.rect):
            yield f"{name(placed)} is not inside the box of {placed.box}"


def overlapping_boxes(scene: Scene) -> Iterator[str]:
    """Boxes overlap neither each other nor cards that are not theirs; their words stand above their cards."""
    for one, other in combinations(scene.placement.boxes, 2):
        if one.rect.overlaps(other.rect):
            yield f"the boxes of {one.inference} and {other.inference} overlap"
    for box in scene.placement.boxes:
        if not box.rect.encloses(box.tab_rect):
            yield f"the tab of {box.inference} leaves its box"
        for placed in scene.placement.cards:
            if placed.box != box.inference and placed.rect.overlaps(box.rect):
                yield f"{name(placed)} lies in the box of {box.inference}"
            if placed.rect.grown(-1e-6).overlaps(box.tab_rect):
                yield f"{name(placed)} covers the tab of {box.inference}"


def siblings_out_of_order(scene: Scene) -> Iterator[str]:
    """What bears on one target and stands on one rank stands in the order of the file."""
    ranks: dict[tuple[str, float], list[tuple[float, str]]] = defaultdict(list)
    for inference in scene.map.inferences:
        if inference.linked:
            rect = scene.boxes[inference.id].rect
        elif next((use.id for use in _uses_by_home(scene, inference.premises[0])), "") == inference.id:
            rect = scene.home[inference.premises[0]].rect
        else:
            continue
        along, across = (rect.y, rect.x) if scene.direction is Direction.UP else (rect.x, rect.y)
        ranks[inference.target, round(along, 1)].append((across, inference.id))
    for placed in ranks.values():
        for (before, one), (after, other) in pairwise(placed):
            if before >= after:
                yield f"{other} stands before {one}"


def _uses_by_home(scene: Scene, claim: str) -> Iterator[Inference]:
    """Yield the only use of a claim that is used once; where one with more uses has its home is not asked here."""
    uses = scene.map.uses[claim]
    if len(uses) == 1 and claim != scene.map.thesis:
        yield uses[0]


# lines


def lines_through_cards(scene: Scene) -> Iterator[str]:
    """No line runs through the inside of a card, not even of those that it joins."""
    for route in scene.placement.routes:
        for placed in scene.placement.cards:
            if entered := inside(route.curve, placed.rect.grown(-BORDER)):
                yield f"{said(route)} runs through {name(placed)} at {shown(entered)}"


def lines_beside_cards(scene: Scene) -> Iterator[str]:
    """No line runs along a card or box that it does not lead to or come from."""
    bodies = [(box.rect, {box.inference}) for box in scene.placement.boxes]
    bodies += [(placed.rect, {placed.card.claim}) for placed in scene.placement.cards if not placed.box]
    for route in scene.placement.routes:
        inference = scene.inference(route)
        own = {inference.id, *inference.premises, inference.target, *scene.surroundings(route)}
        for rect, names in bodies:
            if not own & names and (met := inside(route.curve, rect.grown(NEAR))):
                yield f"{said(route)} runs along {names} at {shown(met)}"


def lines_through_boxes(scene: Scene) -> Iterator[str]:
    """No line runs through a reason box but those around the cards at its ends, nor across the words of any."""
    for route in scene.placement.routes:
        crossed = scene.surroundings(route)
        for box in scene.placement.boxes:
            if box.inference not in crossed and (entered := inside(route.curve, box.rect.grown(-BORDER))):
                yield f"{said(route)} runs through the box of {box.inference} at {shown(entered)}"
            if entered := inside(route.curve, box.tab_rect.grown(-BORDER)):
                yield f"{said(route)} runs over the tab of {box.inference} at {shown(entered)}"


def loose_ends(scene: Scene) -> Iterator[str]:
    """Lines start and end exactly on a border or, for an undercutter of a single premise, on its arrow."""
    for route in scene.placement.routes:
        if not on_border(route.curve[0], scene.start(route)):
            yield f"{said(route)} starts off the border at {shown(route.curve[0])}"
        end = scene.end(route)
        tip = route.curve[-1]
        if isinstance(end, Rect):
            if not on_border(tip, end):
                yield f"{said(route)} ends off the border at {shown(tip)}"
        elif distance_to(tip, end) > ON:
            yield f"{said(route)} ends {distance_to(tip, end):.1f} pt beside its arrow at {shown(tip)}"


def heads_on_heads(scene: Scene) -> Iterator[str]:
    """No two lines of different relations end at one place."""
    for one, other in combinations(scene.lines.values(), 2):
        differ = scene.inference(one).relation is not scene.inference(other).relation
        if differ and one.curve[-1].distance(other.curve[-1]) < NEAR:
            yield f"{said(one)} and {said(other)} end at {shown(one.curve[-1])}"


def lines_through_heads(scene: Scene) -> Iterator[str]:
    """No line runs through the head of another; lines that end in one place share one."""
    for route in scene.lines.values():
        tip = route.curve[-1]
        head = head_of(route, badge=scene.inference(route).relation is Relation.UNDERCUT)
        for other in scene.placement.routes:
            shared = not other.stub and other.curve[-1].distance(tip) < ON
            undercut = scene.inference(route).target == other.inference and not other.stub
            if not shared and not undercut and (met := inside(other.curve, head)):
                yield f"{said(other)} runs through the head of {said(route)} at {shown(met)}"


def knotted_lines(scene: Scene) -> Iterator[str]:
    """No line crosses itself."""
    for route in scene.placement.routes:
        points = list(samples(route.curve, 6))
        for (one, a), (other, b) in combinations(enumerate(pairwise(points)), 2):
            if other > one + 1 and (met := meeting(*a, *b)):
                yield f"{said(route)} crosses itself at {shown(met)}"


def lines_turning_back(scene: Scene) -> Iterator[str]:
    """No line goes back along the way that it came."""
    for route in scene.placement.routes:
        steps = pairwise(samples(route.curve, 6))
        pieces = [(a, b) for a, b in steps if min(abs(a.x - b.x), abs(a.y - b.y)) < 0.01]
        for (a, b), (c, d) in combinations(pieces, 2):
            for (p, q, beside), (r, s, at) in (((a.y, b.y, a.x), (c.y, d.y, c.x)), ((a.x, b.x, a.y), (c.x, d.x, c.y))):
                overlap = min(max(p, q), max(r, s)) - max(min(p, q), min(r, s))
                if (q - p) * (s - r) < 0 and overlap > 0.5 and abs(beside - at) < 1.0:
                    yield f"{said(route)} turns back at {shown(b)}"


def bent_heads(scene: Scene) -> Iterator[str]:
    """Every line runs straight for as long as its head is, before it ends on a card or box."""
    for route in scene.lines.values():
        if scene.inference(route).relation is Relation.UNDERCUT:
            continue
        tip, (back, *_) = route.curve[-1], along(route.curve[::-1], HEAD_LENGTH)
        if min(abs(back.x - tip.x), abs(back.y - tip.y)) > ON:
            yield f"{said(route)} bends right before its head at {shown(tip)}"


def head_of(route: Route, *, badge: bool) -> Rect:
    """Return the room of a line's head: a badge around its end, or a triangle behind it."""
    tip = route.curve[-1]
    if badge:
        return Rect(*tip, 0, 0).grown(BADGE_RADIUS)
    back = along(route.curve[::-1], HEAD_LENGTH)[0]
    upright = abs(back.x - tip.x) < abs(back.y - tip.y)
    across = Point(HEAD_WIDTH / 2, 0.0) if upright else Point(0.0, HEAD_WIDTH / 2)
    return bounds((), (end.moved(side * across.x, side * across.y) for end in (tip, back) for side in (1, -1)))


def broken_lines(scene: Scene) -> Iterator[str]:
    """Lines are whole Bézier curves without leaps; none is a mere point."""
    for route in scene.placement.routes:
        if len(route.curve) % 3 != 1 or len(route.curve) < 4 or not all(map(math.isfinite, sum(route.curve, ()))):
            yield f"{said(route)} is no curve: {route.curve}"
        elif max(point.distance(route.curve[0]) for point in route.curve) < 2:
            yield f"{said(route)} has no length"


def said(route: Route) -> str:
    """Name a line."""
    return f"the line of {route.inference}" + (f" to its stub of {route.stub}" if route.stub else "")


def shown(point: Point) -> str:
    """Write a point."""
    return f"({point.x:.1f}, {point.y:.1f})"


# the frame


def outside_the_frame(scene: Scene) -> Iterator[str]:
    """Everything lies in the frame, whose upper left corner is the origin."""
    placement = scene.placement
    frame = Rect(0, 0, placement.width, placement.height)
    rects = [*(c.rect for c in placement.cards), *(b.rect for b in placement.boxes)]
    rects += [placement.legend] if placement.legend else []
    for rect in rects:
        if not frame.encloses(rect):
            yield f"{rect} is outside the frame"
    allowed = frame.grown(1e-6)
    for route in placement.routes:
        if all(map(allowed.holds, route.curve)):
            continue  # a Bézier curve stays among its control points
        for point in samples(route.curve, 100):
            if not allowed.holds(point):
                yield f"{said(route)} leaves the frame at {shown(point)}"
                break


def covered_by_legend(scene: Scene) -> Iterator[str]:
    """The legend overlaps nothing."""
    legend = scene.placement.legend
    if legend is None:
        return
    for placed in scene.placement.cards:
        if placed.rect.overlaps(legend):
            yield f"the legend lies on {name(placed)}"
    for box in scene.placement.boxes:
        if box.rect.overlaps(legend):
            yield f"the legend lies on the box of {box.inference}"
    for route in scene.placement.routes:
        if inside(route.curve, legend):
            yield f"the legend lies on {said(route)}"


CHECKS = (
    what_is_missing,
    overlapping_cards,
    cards_outside_their_box,
    overlapping_boxes,
    siblings_out_of_order,
    broken_lines,
    loose_ends,
    lines_through_cards,
    lines_through_boxes,
    lines_beside_cards,
    outside_the_frame,
    covered_by_legend,
)


def faults(scene: Scene) -> list[str]:
    """Return everything that is wrong with a placement."""
    return [fault for check in CHECKS for fault in check(scene)]
