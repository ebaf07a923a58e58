"""The gaps at crossings: which line is interrupted, and how far."""

from dataclasses import replace

import pytest

from argmap.gaps import border_gaps, gaps
from argmap.geometry import Point, Rect, length, straight
from argmap.layout.crossings import crossings_of
from argmap.layout.placement import PlacedBox, Placement, Route
from argmap.layout.rails import rounded
from argmap.model import Relation
from argmap.painting import paint
from argmap.scenes import Look, part_named, scene_of
from argmap.shapes import Path
from argmap.text import Line
from argmap.theme import LIGHT
from tests.maps_drawn import REAL, loaded

LEVEL = Route("level", straight(Point(10, 50), Point(90, 50)))
UPRIGHT = Route("upright", straight(Point(50, 10), Point(50, 90)))


def gap(under: Relation) -> tuple[str, Path]:
    """Return the only gap, and whose line makes it, where the upright line is painted over the level one."""
    styles = {"level": LIGHT.relations[under], "upright": LIGHT.relations[Relation.SUPPORT]}
    (found,) = gaps(Placement(100, 100, (), (), (LEVEL, UPRIGHT)), (LEVEL, UPRIGHT), styles, LIGHT)
    return found


def test_the_line_that_is_painted_first_is_interrupted() -> None:
    name, path = gap(Relation.SUPPORT)
    assert name == "upright"
    assert path.curve[0].x == path.curve[-1].x == 50


@pytest.mark.parametrize("under", [Relation.ATTACK, Relation.UNDERCUT])
def test_a_gap_is_wider_than_that_between_two_dashes(under: Relation) -> None:
    _, path = gap(under)
    style = LIGHT.relations[under]
    on_each_side = (path.width - LIGHT.relations[Relation.SUPPORT].width) / 2
    assert on_each_side > 0.7 * style.dashes[1]
    assert path.width > 2 * style.dashes[1]


@pytest.mark.parametrize(("over", "bridges"), [(Relation.ATTACK, 1), (Relation.SUPPORT, 0), (Relation.UNDERCUT, 0)])
def test_a_line_with_dashes_leads_whole_over_the_gap_that_it_makes(over: Relation, bridges: int) -> None:
    styles = {"level": LIGHT.relations[Relation.ATTACK], "upright": LIGHT.relations[over]}
    found = [path for _, path in gaps(Placement(100, 100, (), (), (LEVEL, UPRIGHT)), (LEVEL, UPRIGHT), styles, LIGHT)]
    bridge = [path for path in found if path.role == "bridge"]
    assert len(bridge) == bridges == len(found) - 1
    for path in bridge:
        across = (found[0].width - path.width) / 2 + styles["level"].width / 2
        assert abs(path.curve[0].y - 50) > across
        assert path.stroke == styles["upright"].color


INSIDE = Rect(20, 20, 60, 60)


def border_gap(*curve: Point, painted: tuple[str, ...] = ("box", "line"), stub: str = "") -> list[Path]:
    """Return the gaps that a line makes in the border of a box around the middle of a drawing."""
    route = Route("line", rounded(curve), stub)
    placement = Placement(200, 200, (), (PlacedBox("box", INSIDE, Line("because", 3.0, (), (), ()), INSIDE),), (route,))
    return [gap for _, gap in border_gaps(placement, painted, {"line": 2.0, "box": 2.0}, LIGHT)]


def test_the_border_of_a_box_is_interrupted_where_a_line_of_one_of_its_cards_crosses_it() -> None:
    (gap,) = border_gap(Point(70, 50), Point(150, 50))
    assert {point.x for point in gap.curve} == {INSIDE.right}
    assert (gap.curve[0].y + gap.curve[-1].y) / 2 == 50
    (gap,) = border_gap(Point(70, 50), Point(130, 50))  # of which a sample lies right on the border
    assert {point.x for point in gap.curve} == {INSIDE.right}
    (gap,) = border_gap(Point(50, 70), Point(50, 150), Point(150, 150))
    assert {point.y for point in gap.curve} == {INSIDE.bottom}


def test_the_border_of_a_box_is_interrupted_where_a_line_comes_to_a_stub_inside() -> None:
    (gap,) = border_gap(Point(150, 50), Point(70, 50), stub="claim")
    assert {point.x for point in gap.curve} == {INSIDE.right}
    assert gap.width < 3


def test_no_border_is_interrupted_by_the_line_of_a_whole_box_or_by_one_that_ends_there() -> None:
    assert not border_gap(Point(INSIDE.right, 50), Point(150, 50))
    assert not border_gap(Point(150, 50), Point(70, 50))
    assert not border_gap(Point(70, 50), Point(INSIDE.right + 2, 50))


def test_a_border_that_is_painted_later_is_whole() -> None:
    assert not border_gap(Point(70, 50), Point(150, 50), painted=("line", "box"))


@pytest.mark.parametrize("view", ["january", None])
def test_of_two_lines_that_cross_the_longer_is_interrupted(view: str | None) -> None:
    argument = loaded(REAL)
    scene = scene_of(argument, part_named(argument, view), Look())
    placement = scene.fitted.placement
    painted = [inference.id for inference in paint(scene).inferences]
    crossed = [crossing for crossing in crossings_of(placement) if not is_in_a_box(crossing.spot, placement)]
    assert crossed
    for crossing in crossed:
        pair = placement.routes[crossing.line], placement.routes[crossing.other]
        longer, shorter = sorted(pair, key=lambda route: -length(route.curve))
        assert painted.index(longer.inference) < painted.index(shorter.inference)


def is_in_a_box(spot: Point, placement: Placement) -> bool:
    return any(box.rect.holds(spot) for box in placement.boxes)


def test_a_theme_with_wide_gaps_between_its_dashes_leaves_what_else_is_near() -> None:
    wide = replace(LIGHT.relations[Relation.ATTACK], dashes=(10.0, 60.0))
    styles = {"level": wide, "upright": LIGHT.relations[Relation.SUPPORT]}
    ((_, path),) = gaps(Placement(100, 100, (), (), (LEVEL, UPRIGHT)), (LEVEL, UPRIGHT), styles, LIGHT)
    assert path.width < 12
