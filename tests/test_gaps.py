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
from argmap.theme import LIGHT
from tests.maps_drawn import REAL, loaded
from tests.test_reader import argument

LEVEL = Route("level", straight(Point(10, 50), Point(90, 50)))
UPRIGHT = Route("upright", straight(Point(50, 10), Point(50, 90)))
CROSSED = Placement(100, 100, (), (), (LEVEL, UPRIGHT))


def gap(under: Relation) -> tuple[str, Path]:
    """Return the only gap, and whose line makes it, where the upright line is painted over the level one."""
    styles = {"level": LIGHT.relations[under], "upright": LIGHT.relations[Relation.SUPPORT]}
    (found,) = gaps(CROSSED, crossings_of(CROSSED), styles, dashings(CROSSED.routes, styles, {}), LIGHT)
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


def test_between_lines_of_one_colour_a_gap_is_wider() -> None:
    _, other = gap(Relation.ATTACK)
    assert gap(Relation.SUPPORT)[1].width > 1.4 * (2 * 1.8 + LIGHT.relations[Relation.SUPPORT].width) - 1
    styles = dict.fromkeys(("level", "upright"), LIGHT.relations[Relation.ATTACK])
    alike, *_ = gaps(CROSSED, crossings_of(CROSSED), styles, dashings(CROSSED.routes, styles, {}), LIGHT)
    assert alike[1].width > other.width + 2


@pytest.mark.parametrize("start", [10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0])
def test_no_crumb_of_a_dash_is_left_beside_a_gap(start: float) -> None:
    level = Route("level", straight(Point(start, 50), Point(90, 50)))
    placement = replace(CROSSED, routes=(level, UPRIGHT))
    styles = {"level": LIGHT.relations[Relation.ATTACK], "upright": LIGHT.relations[Relation.SUPPORT]}
    dashed = dashings(placement.routes, styles, {})
    ((_, path),) = gaps(placement, crossings_of(placement), styles, dashed, LIGHT)
    left, right = path.curve[0].x - path.width / 2, path.curve[0].x + path.width / 2
    assert left < 50 - 2.5
    assert right > 50 + 2.5
    (dash, between), phase = dashed[level].dashes, dashed[level].phase
    into = [(at - start + phase) % (dash + between) for at in (left, right)]
    assert into[0] >= dash or into[0] >= 0.59 * dash or into[0] < 1e-6, "what is left of a dash before the gap"
    assert into[1] >= dash - 1e-6 or into[1] <= 0.41 * dash, "what is left of a dash after it"


@pytest.mark.parametrize(("over", "bridges"), [(Relation.ATTACK, 1), (Relation.SUPPORT, 0), (Relation.UNDERCUT, 0)])
def test_a_line_with_dashes_leads_whole_over_the_gap_that_it_makes(over: Relation, bridges: int) -> None:
    styles = {"level": LIGHT.relations[Relation.ATTACK], "upright": LIGHT.relations[over]}
    dashed = dashings(CROSSED.routes, styles, {})
    found = [path for _, path in gaps(CROSSED, crossings_of(CROSSED), styles, dashed, LIGHT)]
    bridge = [path for path in found if path.role == "bridge"]
    assert len(bridge) == bridges == len(found) - 1
    for path in bridge:
        assert path.curve[0].y < 50 - styles["upright"].dashes[1]
        assert path.curve[-1].y > 50 + styles["upright"].dashes[1]
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
    wide = replace(LIGHT.relations[Relation.ATTACK], dashes=(10.0, 60.0))
    styles = {"level": wide, "upright": LIGHT.relations[Relation.SUPPORT]}
    ((_, path),) = gaps(CROSSED, crossings_of(CROSSED), styles, dashings(CROSSED.routes, styles, {}), LIGHT)
    assert path.width < 12
