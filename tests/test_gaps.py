"""The gaps at crossings: which line is interrupted, and how far."""

from dataclasses import replace

import pytest

from argmap.dashes import dashings
from argmap.gaps import border_gaps, gaps
from argmap.geometry import Point, Rect, straight
from argmap.layout.crossings import crossings_of
from argmap.layout.landings import NECK
from argmap.layout.placement import PlacedBox, Placement, Route
from argmap.layout.rails import rounded
from argmap.model import Relation
from argmap.painting import paint
from argmap.painting_order import painted_in_order
from argmap.scenes import Look, part_named, scene_of
from argmap.shapes import Path
from argmap.text import Line
from argmap.theme import LIGHT, LineStyle
from tests.maps_drawn import REAL, loaded
from tests.test_reader import argument

LEVEL = Route("level", straight(Point(10, 50), Point(90, 50)))
UPRIGHT = Route("upright", straight(Point(50, 10), Point(50, 90)))
CROSSED = Placement(100, 100, (), (), (LEVEL, UPRIGHT))


def painted_at(under: LineStyle, over: LineStyle, *, start: float = 10.0) -> dict[tuple[str, str], Path]:
    """Return what is painted by whose line and as what where an upright line crosses a level one, painted before it."""
    styles = {"level": under, "upright": over}
    level = replace(LEVEL, curve=straight(Point(start, 50), Point(90, 50)))
    placement = replace(CROSSED, routes=(level, UPRIGHT))
    found = list(gaps(placement, crossings_of(placement), styles, dashings(placement.routes, styles, {}), LIGHT))
    assert len(found) == len({(name, path.role) for name, path in found})
    return {(name, path.role): path for name, path in found}


SUPPORT, ATTACK, UNDERCUT = (LIGHT.relations[relation] for relation in Relation)


def test_the_line_that_is_painted_first_is_interrupted() -> None:
    ((name, path),) = painted_at(SUPPORT, SUPPORT).items()
    assert name == ("upright", "gap")
    assert path.curve[0].x == path.curve[-1].x == 50


@pytest.mark.parametrize("under", [ATTACK, UNDERCUT])
def test_a_gap_is_wider_than_that_between_two_dashes(under: LineStyle) -> None:
    path = painted_at(under, SUPPORT)["upright", "gap"]
    assert (path.width - SUPPORT.width) / 2 > 0.7 * under.dashes[1]
    assert path.width > 2 * under.dashes[1]


def test_between_lines_of_one_colour_a_gap_is_wider() -> None:
    apart, alike = (painted_at(ATTACK, over)["upright", "gap"].width - over.width for over in (SUPPORT, ATTACK))
    assert apart * 1.2 < alike < apart * 1.5
    apart, alike = (painted_at(SUPPORT, over)["upright", "gap"].width - over.width for over in (ATTACK, SUPPORT))
    assert apart * 1.2 < alike < apart * 1.5


@pytest.mark.parametrize(("start", "is_gap"), [(47.0, False), (44.0, False), (40.0, True)])
def test_a_line_is_whole_where_one_of_another_colour_crosses_it_right_at_its_beginning(
    start: float, is_gap: bool
) -> None:
    assert (("upright", "gap") in painted_at(SUPPORT, ATTACK, start=start)) == is_gap
    assert (("upright", "gap") in painted_at(ATTACK, SUPPORT, start=start)) == is_gap
    assert ("upright", "gap") in painted_at(SUPPORT, SUPPORT, start=start), "where nothing else tells them apart"


@pytest.mark.parametrize("start", [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0])
def test_a_dash_is_left_on_both_sides_of_a_gap(start: float) -> None:
    found = painted_at(ATTACK, SUPPORT, start=start)
    half = found["upright", "gap"].width / 2
    solid = found["level", "bridge"]
    assert solid.curve[0].x <= 50 - half - ATTACK.dashes[0] + 1e-6
    assert solid.curve[-1].x >= 50 + half + ATTACK.dashes[0] - 1e-6
    assert solid.stroke == ATTACK.color


@pytest.mark.parametrize(("over", "is_led_over"), [(ATTACK, True), (SUPPORT, False), (UNDERCUT, False)])
def test_a_line_with_dashes_leads_whole_over_the_gap_that_it_makes(over: LineStyle, is_led_over: bool) -> None:
    found = painted_at(SUPPORT, over)
    assert (("upright", "bridge") in found) is is_led_over
    if is_led_over:
        bridge = found["upright", "bridge"]
        assert bridge.curve[0].y < 50 - over.dashes[1]
        assert bridge.curve[-1].y > 50 + over.dashes[1]
        assert bridge.stroke == over.color


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


def test_the_border_of_a_box_is_interrupted_where_a_line_leads_on_to_a_card_inside() -> None:
    (gap,) = border_gap(Point(150, 50), Point(60, 50))
    assert {point.x for point in gap.curve} == {INSIDE.right}


def test_no_border_is_interrupted_by_the_line_of_a_whole_box_or_by_one_that_ends_there() -> None:
    assert not border_gap(Point(INSIDE.right, 50), Point(150, 50))
    assert not border_gap(Point(150, 50), Point(70, 50))
    assert not border_gap(Point(70, 50), Point(INSIDE.right + 2, 50))


def test_a_border_that_is_painted_later_is_whole() -> None:
    assert not border_gap(Point(70, 50), Point(150, 50), painted=("line", "box"))


TWO = argument("thesis: {id: t, text: T is., because: [{id: a, text: A is.}, {id: b, text: B is.}]}")
ACROSS = [Point(0, 50), Point(100, 50)]
UP = [Point(40, 90), Point(40, 10)]


@pytest.mark.parametrize(
    ("one", "other", "over"),
    [
        pytest.param(ACROSS, UP, "other", id="the longer"),
        pytest.param(ACROSS, [Point(90, 90), Point(90, 10)], "one", id="not right behind a head"),
        pytest.param([Point(0, 50), Point(44, 50), Point(44, 0)], [Point(36, 90), Point(36, 10)], "one", id="no bend"),
        pytest.param([*ACROSS, Point(100, 90)], [Point(40, 90), Point(40, 45), Point(0, 45)], "other", id="nor others"),
    ],
)
def test_of_two_lines_that_cross_is_interrupted(one: list[Point], other: list[Point], over: str) -> None:
    names = dict(zip(("one", "other"), TWO.inference, strict=True))
    placement = Placement(100, 100, (), (), (Route(names["one"], rounded(one)), Route(names["other"], rounded(other))))
    crossed = list(crossings_of(placement))
    assert len(crossed) == 1
    *_, last = painted_in_order(TWO, placement, crossed)
    assert last.id == names[over]


@pytest.mark.parametrize(("view", "words"), [("january", "auto"), (None, "auto"), (None, "full")])
def test_heads_have_their_shafts_where_lines_cross_right_behind_them(view: str | None, words: str) -> None:
    map_drawn = loaded(REAL)
    scene = scene_of(map_drawn, part_named(map_drawn, view), Look(words=words))
    placement = scene.fitted.placement
    painted = [inference.id for inference in paint(scene).inferences]
    for crossing in crossings_of(placement):
        pair = placement.routes[crossing.line], placement.routes[crossing.other]
        farther, nearer = sorted(pair, key=lambda route: -route.curve[-1].distance(crossing.spot))
        if nearer.curve[-1].distance(crossing.spot) < NECK < farther.curve[-1].distance(crossing.spot):
            assert painted.index(farther.inference) < painted.index(nearer.inference)


def test_a_theme_with_wide_gaps_between_its_dashes_leaves_what_else_is_near() -> None:
    assert painted_at(replace(ATTACK, dashes=(10.0, 60.0)), SUPPORT)["upright", "gap"].width < 12
