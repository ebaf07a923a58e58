"""What has to hold of the signs beside the lines of a drawing: room around each, and a line that is plainly its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from argmap.geometry import Curve, Point, Rect, bounds, samples
from tests.drawing_checks import Picture, curves
from tests.measures import hull

ROOM = 1.2
"""How much paper has to be left between a sign and any other ink, in points."""
BESIDE = 8.0
"""How much paper may be at most between a sign and its own line."""


@dataclass(frozen=True)
class Drawn:
    """A line as it is drawn: its curves and half the width of its pen."""

    curves: tuple[Curve, ...]
    pen: float

    @cached_property
    def around(self) -> Rect:
        return bounds([hull(curve) for curve in self.curves], ())

    def paper(self, rects: tuple[Rect, ...]) -> float:
        """Return how much paper is between rectangles and the line; less than nothing where they meet."""
        return min(distance(point, rect) for rect in rects for point in self.points) - self.pen

    @cached_property
    def points(self) -> list[Point]:
        return [
            point
            for curve in self.curves
            for point in samples(curve, max(4, round(hull(curve).width + hull(curve).height)))
        ]

    def beside(self, rects: tuple[Rect, ...]) -> list[Point]:
        """Return the points beside which rectangles stand."""
        far = BESIDE + self.pen
        return [point for point in self.points if min(distance(point, rect) for rect in rects) < far]


def distance(point: Point, rect: Rect) -> float:
    """Return the distance of a point from a rectangle; 0 inside."""
    return point.distance(Point(min(max(point.x, rect.x), rect.right), min(max(point.y, rect.y), rect.bottom)))


def gap(one: Rect, other: Rect) -> float:
    """Return the distance of two rectangles; 0 where they meet."""
    across = max(one.x - other.right, other.x - one.right, 0.0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0.0)
    return float((across**2 + down**2) ** 0.5)


@dataclass(frozen=True)
class Signs:
    """A drawing and the signs in it."""

    picture: Picture

    @cached_property
    def groups(self) -> dict[str, Any]:
        return {group.get("data-id"): group for group in self.picture.groups("inference")}

    @cached_property
    def signs(self) -> dict[str, list[tuple[Rect, ...]]]:
        """The strokes of the signs of every inference that stand beside its lines; a sign in a badge is none."""
        return {
            name: [_strokes(mark) for mark in self.picture.parts(group, "mark")]
            for name, group in self.groups.items()
            if group.get("data-relation") != "undercut"
        }

    @cached_property
    def edges(self) -> dict[str, Drawn]:
        """The lines of the inferences."""
        return {name: _drawn(*self.picture.parts(group, "edge")) for name, group in self.groups.items()}

    @cached_property
    def heads(self) -> dict[str, Drawn]:
        return {name: _drawn(*self.picture.parts(group, "head")) for name, group in self.groups.items()}

    @cached_property
    def others(self) -> dict[str, Drawn]:
        """The lines to stubs."""
        stubs = {name: list(self.picture.parts(group, "stub-line")) for name, group in self.groups.items()}
        return {name: _drawn(*lines) for name, lines in stubs.items() if lines}

    @cached_property
    def solid(self) -> list[tuple[str, Rect]]:
        """The cards and words on which no sign may stand, their borders included."""
        every = chain(self.picture.groups("claim"), self.picture.groups("inference"))
        found = [
            (f"the {kind} of {group.get('data-id')}", self.picture.extent(element))
            for group in every
            for kind in ("card", "stub", "tab")
            for element in self.picture.parts(group, kind)
        ]
        legend = [self.picture.extent(e) for group in self.picture.groups("legend") for e in self.picture.parts(group)]
        return found + ([("the legend", bounds(legend, ()))] if legend else [])

    @cached_property
    def borders(self) -> list[tuple[str, Rect]]:
        """The borders of reason boxes, as thin rectangles."""
        found = []
        for name, group in self.groups.items():
            for element in self.picture.parts(group, "reason"):
                pen = float(element.get("stroke-width"))
                box = self.picture.extent(element)
                found += [(f"the box of {name}", side) for side in _sides(box, pen)]
        return found


def _strokes(mark: Any) -> tuple[Rect, ...]:
    """Return the strokes of a sign, which are level or upright."""
    pen = float(mark.get("stroke-width")) / 2
    found = []
    for curve in curves(mark.get("d")):
        (a, *_, b) = curve
        across = Point(0.0, pen) if abs(a.y - b.y) < 0.1 else Point(pen, 0.0)
        found.append(bounds((), (end.moved(s * across.x, s * across.y) for end in (a, b) for s in (1, -1))))
    return tuple(found)


def _drawn(*paths: Any) -> Drawn:
    pen = max(float(path.get("stroke-width", 0)) for path in paths) / 2
    return Drawn(tuple(curve for path in paths for curve in curves(path.get("d"))), pen)


def _sides(box: Rect, pen: float) -> Iterator[Rect]:
    yield Rect(box.x, box.y, box.width, pen)
    yield Rect(box.x, box.bottom - pen, box.width, pen)
    yield Rect(box.x, box.y, pen, box.height)
    yield Rect(box.right - pen, box.y, pen, box.height)


def crowded_signs(picture: Picture, room: float = ROOM) -> Iterator[str]:
    """Around every sign there is paper: it touches no card, words, box, line, head or other sign."""
    all_signs = Signs(picture)
    lines = [("line", all_signs.edges), ("head", all_signs.heads), ("line to a stub", all_signs.others)]
    drawn = [(f"the {kind} of {name}", line) for kind, found in lines for name, line in found.items()]
    for number, (name, sign) in enumerate(_each(all_signs)):
        near = bounds(sign, ()).grown(room)
        for what, rect in all_signs.solid + all_signs.borders:
            if near.overlaps(rect) and min(gap(stroke, rect) for stroke in sign) < room:
                yield f"the sign of {name} is too near {what}"
        for what, line in drawn:
            if near.grown(line.pen).overlaps(line.around.grown(0.1)) and line.paper(sign) < room:
                yield f"the sign of {name} is too near {what}"
        for other, (what, strokes) in enumerate(_each(all_signs)):
            if other < number and min(gap(a, b) for a in sign for b in strokes) < room:
                yield f"the sign of {name} is too near the sign of {what}"


def doubtful_signs(picture: Picture) -> Iterator[str]:
    """Every sign stands beside its own line, nearer to it than to any other, and not where it is one with others."""
    all_signs = Signs(picture)
    for name, sign in _each(all_signs):
        own = all_signs.edges[name]
        if own.paper(sign) > BESIDE:
            yield f"the sign of {name} is far from its line"
        for other, line in all_signs.edges.items():
            if other == name or not line.around.overlaps(bounds(sign, ()).grown(BESIDE)):
                continue
            if _akin(all_signs.groups[name], all_signs.groups[other]):
                spots = own.beside(sign)
                if all(min(spot.distance(point) for point in line.points) < 1.0 for spot in spots):
                    yield f"the sign of {name} stands where its line is one with that of {other}"
            elif line.paper(sign) <= own.paper(sign):
                yield f"the sign of {name} is as near the line of {other}"


def _each(signs: Signs) -> Iterator[tuple[str, tuple[Rect, ...]]]:
    for name, found in signs.signs.items():
        yield from ((name, sign) for sign in found)


def _akin(one: Any, other: Any) -> bool:
    """Tell whether two inferences bear on one target in one way, so that their lines join."""
    return all(one.get(key) == other.get(key) for key in ("data-relation", "data-target"))
