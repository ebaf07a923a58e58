"""What has to hold of every drawing as it stands in the SVG; each check yields what is wrong, in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import Any

from lxml import etree

from argmap.geometry import Curve, Point, Rect, bounds, length, samples, straight

ROUNDED = 0.06
"""By how much a number in the file may differ from that in the layout, in points."""
BORDER = 1.0
"""How far a head or a sign may reach over the border of a card."""
SEEN = 0.5
"""How long the least piece of a line is that can be seen, in points."""

_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile("([MLQCZ])([^MLQCZ]*)")


@dataclass(frozen=True)
class Picture:
    """An SVG, parsed."""

    svg: str

    @cached_property
    def root(self) -> Any:
        return etree.fromstring(self.svg.encode())

    @cached_property
    def glyphs(self) -> dict[str, Rect]:
        """The ink of every glyph, around its origin."""
        paths = self.root.iterfind(f"{_SVG}defs/{_SVG}path")
        return {path.get("id"): _extent(path.get("d"), 0.0) for path in paths}

    def groups(self, kind: str) -> Iterator[Any]:
        """Yield the groups of claims or of inferences, or the legend."""
        for group in self.root.iterfind(f"{_SVG}g"):
            if kind in group.get("class").split():
                yield group

    def parts(self, group: Any, *classes: str) -> Iterator[Any]:
        """Yield the elements of some classes within a group; glyphs have the class of their text."""
        for element in group.iter(f"{_SVG}rect", f"{_SVG}path", f"{_SVG}use"):
            if not classes or _class(element) in classes:
                yield element

    def extent(self, element: Any) -> Rect:
        """Return the ink of an element: its stroke included."""
        stroke = float(element.get("stroke-width", 0)) / 2 if element.get("stroke") else 0.0
        if element.tag == f"{_SVG}rect":
            x, y, width, height = (float(element.get(key, 0)) for key in ("x", "y", "width", "height"))
            return Rect(x, y, width, height).grown(stroke)
        if element.tag == f"{_SVG}use":
            return self.glyphs[element.get("href")[1:]].moved(float(element.get("x")), float(element.get("y")))
        return _extent(element.get("d"), stroke)

    @cached_property
    def cards(self) -> dict[str, Rect]:
        """The borders of the claims' cards."""
        found = {}
        for group in self.groups("claim"):
            (card,) = self.parts(group, "card")
            found[group.get("data-id")] = self.extent(card).grown(-float(card.get("stroke-width")) / 2)
        return found


def _class(element: Any) -> str:
    """Return the class of an element or, for a glyph, of the text around it."""
    return str(element.get("class") or element.getparent().getparent().get("class"))


@lru_cache(maxsize=8192)
def _extent(commands: str, stroke: float) -> Rect:
    """Return the upright rectangle around a path."""
    points = chain.from_iterable(samples(curve, 24) for curve in curves(commands))
    return bounds((), points).grown(stroke)


def curves(commands: str) -> Iterator[Curve]:
    """Yield the curves of a path's commands."""
    at = Point(0, 0)
    for letter, written in _COMMAND.findall(commands):
        numbers = [float(number) for number in written.replace(",", " ").split()]
        points = [Point(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        match letter:
            case "L":
                yield from (straight(a, b) for a, b in pairwise((at, *points)))
            case "Q":
                yield (at, at.towards(points[0], 2 / 3), points[1].towards(points[0], 2 / 3), points[1])
            case "C":
                yield (at, *points)
        at = points[-1] if points else at


def text_outside_cards(picture: Picture) -> Iterator[str]:
    """Every line of text lies inside its card, stub or reason box."""
    for group in chain(picture.groups("claim"), picture.groups("inference")):
        around = None
        for element in picture.parts(group):
            if element.tag == f"{_SVG}rect":
                around = picture.extent(element)
            elif element.tag == f"{_SVG}use" and around and not around.encloses(picture.extent(element), ROUNDED):
                yield f"a letter of {group.get('data-id')} at {picture.extent(element)} leaves {around}"


def covered_text(picture: Picture) -> Iterator[str]:
    """No card covers the words on a tab or on a stub."""
    for group in picture.groups("inference"):
        for element in picture.parts(group, "tab", "stub-text"):
            for claim, card in picture.cards.items():
                if card.overlaps(picture.extent(element)):
                    yield f"the card of {claim} covers words of {group.get('data-id')}"


def outside_view_box(picture: Picture) -> Iterator[str]:
    """Everything lies inside the view box, strokes included."""
    view = Rect(*map(float, picture.root.get("viewBox").split()))
    for element in picture.parts(picture.root):
        if element.getparent().tag != f"{_SVG}defs" and not view.encloses(picture.extent(element), ROUNDED):
            yield f"{_class(element)} at {picture.extent(element)} leaves the view box"


def met_legend(picture: Picture) -> Iterator[str]:
    """The legend overlaps nothing."""
    rows = [picture.extent(element) for group in picture.groups("legend") for element in picture.parts(group)]
    if not rows:
        return
    legend = bounds(rows, ())
    for group in chain(picture.groups("claim"), picture.groups("inference")):
        for element in picture.parts(group):
            extent = picture.extent(element)
            if extent.overlaps(legend) and (element.tag != f"{_SVG}path" or _runs_into(element, legend)):
                yield f"{_class(element)} of {group.get('data-id')} lies on the legend"


def _runs_into(path: Any, rect: Rect) -> bool:
    return any(rect.holds(point) for curve in curves(path.get("d")) for point in samples(curve, 100))


def signs_on_cards(picture: Picture) -> Iterator[str]:
    """No head and no sign of a relation stands on a card; a badge may stand at the border of what it undercuts."""
    for group in picture.groups("inference"):
        undercuts = group.get("data-relation") == "undercut"
        for element in () if undercuts else picture.parts(group, "head", "mark"):
            sign = picture.extent(element)
            for claim, card in picture.cards.items():
                if card.grown(-BORDER).overlaps(sign):
                    yield f"the {_class(element)} of {group.get('data-id')} stands on the card of {claim}"


def badges_on_cards(picture: Picture) -> Iterator[str]:
    """A badge on the border of a box touches no card, for which it could be taken to be meant."""
    boxed = {group.get("data-id") for group in picture.groups("inference") if list(picture.parts(group, "reason"))}
    for group in picture.groups("inference"):
        if group.get("data-relation") == "undercut" and group.get("data-target") in boxed:
            for badge in map(picture.extent, picture.parts(group, "head")):
                for claim, card in picture.cards.items():
                    if card.overlaps(badge):
                        yield f"the badge of {group.get('data-id')} touches the card of {claim}"


def covered_badges(picture: Picture) -> Iterator[str]:
    """What an undercutter undercuts is painted before its badge."""
    painted = [group.get("data-id") for group in picture.groups("inference")]
    for group in picture.groups("undercut"):
        if painted.index(group.get("data-target")) > painted.index(group.get("data-id")):
            yield f"the line of {group.get('data-target')} is painted over the badge of {group.get('data-id')}"


def covered_heads(picture: Picture) -> Iterator[str]:
    """No border of a box is painted over the head of a line to a premise in it."""
    painted: list[tuple[str, Rect, Rect]] = []
    for group in picture.groups("inference"):
        name, target = group.get("data-id"), picture.cards.get(group.get("data-target"))
        for box in map(picture.extent, picture.parts(group, "reason")):
            for other, head, card in painted:
                if box.encloses(card) and not box.encloses(head):
                    yield f"the border of {name} is painted over the head of {other}"
        painted += [(name, picture.extent(head), target) for head in picture.parts(group, "head") if target]


def pointless_beginnings(picture: Picture) -> Iterator[str]:
    """Where the beginning of a line with dashes is solid, it is long enough to be seen."""
    for group in picture.groups("inference"):
        for element in picture.parts(group, "edge-start"):
            way = sum(length(curve) for curve in curves(element.get("d")))
            if way < SEEN:
                yield f"the line of {group.get('data-id')} begins with {way:.1f} pt"


CHECKS = (
    text_outside_cards,
    covered_text,
    outside_view_box,
    met_legend,
    signs_on_cards,
    badges_on_cards,
    covered_badges,
    covered_heads,
    pointless_beginnings,
)


def faults(picture: Picture) -> list[str]:
    """Return everything that is wrong with a drawing."""
    return [fault for check in CHECKS for fault in check(picture)]
