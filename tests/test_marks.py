"""The signs beside lines: where they find room."""

from pathlib import Path

import pytest

from argmap.api import load
from argmap.geometry import Point, Rect, straight
from argmap.layout.landings import HEAD_LENGTH
from argmap.layout.placement import Placement, Route
from argmap.layout.rails import rounded
from argmap.lines import HEAD_WIDTH, MARK_SIZE
from argmap.marks import mark_places
from argmap.model import View
from argmap.scenes import place
from argmap.theme import LIGHT, Mark
from argmap.views import part_of

REAL = load(Path(__file__).parent.parent / "maps" / "putin-on-two-fronts.yaml")

LONG = Route("long", straight(Point(100, 190), Point(100, 10)))
SHORT = Route("short", straight(Point(100, 100), Point(100, 85)))


def places(*routes: Route, **marks: Mark) -> dict[Route, Point]:
    plain = {route.inference: Mark.PLUS for route in routes}
    return mark_places(Placement(200, 200, (), (), routes), plain | marks)


def test_a_sign_stands_near_the_premise_on_the_right_of_its_line() -> None:
    (place,) = places(LONG).values()
    assert 100 < place.x < 110
    assert place.y > 170


def test_the_sign_of_a_short_arrow_is_clear_of_its_head() -> None:
    (place,) = places(SHORT).values()
    beside_head = place.y - MARK_SIZE / 2 < 85 + HEAD_LENGTH
    assert not beside_head or abs(place.x - 100) > (HEAD_WIDTH + MARK_SIZE) / 2 + 1


def test_a_line_that_ends_in_a_badge_has_no_sign_beside_it() -> None:
    assert list(places(LONG, SHORT, long=Mark.CROSS)) == [SHORT]


def test_the_signs_of_lines_side_by_side_are_nearer_to_their_own() -> None:
    beside = Route("beside", straight(Point(112, 190), Point(112, 10)))
    found = places(LONG, beside)
    assert abs(found[LONG].x - 100) < abs(found[LONG].x - 112)
    assert abs(found[beside].x - 112) < abs(found[beside].x - 100)


def test_a_sign_stays_inside_the_frame() -> None:
    edge = Route("edge", straight(Point(195, 190), Point(195, 10)))
    (place,) = places(edge).values()
    assert Rect(0, 0, 200, 200).encloses(Rect(*place, 0, 0).grown(MARK_SIZE / 2))


@pytest.mark.parametrize("view", REAL.views, ids=lambda view: view.name)
def test_on_a_slide_every_sign_stands_where_its_line_begins(view: View) -> None:
    part = part_of(REAL, view)
    placement = place(part).placement
    marks = {inference.id: LIGHT.relations[inference.relation].mark for inference in part.map.inferences}
    for route, sign in mark_places(placement, marks).items():
        assert sign.distance(route.curve[0]) < 75, route.inference


def test_a_sign_stands_between_two_lines_only_if_the_other_line_has_another_sign() -> None:
    """Else it goes along its own line to where it is plain; what stands on the left leaves it room there only."""
    beside = Route("beside", straight(Point(113, 190), Point(113, 10)))
    legend = Rect(80, 60, 14, 140)
    for mark, low, high in ((Mark.MINUS, 170, 190), (Mark.PLUS, 0, 60)):
        placement = Placement(200, 200, (), (), (LONG, beside), legend)
        sign = mark_places(placement, {"long": Mark.PLUS, "beside": mark})[LONG]
        assert low < sign.y < high


def test_signs_keep_apart() -> None:
    """They do so rather than standing as near as can be to their premises."""
    level = Route("level", straight(Point(104, 194), Point(190, 194)))
    one, other = places(LONG, level).values()
    assert max(abs(one.x - other.x), abs(one.y - other.y)) > MARK_SIZE + 4


def test_a_minus_does_not_look_like_another_dash_of_its_line() -> None:
    """It does not stand ahead of a level piece of it, where the line bends away."""
    bent = Route("bent", rounded((Point(100, 100), Point(107, 100), Point(107, 180))))
    placement = Placement(200, 200, (), (), (bent,), Rect(50, 50, 50, 90))
    plus, minus = (mark_places(placement, {"bent": mark})[bent] for mark in (Mark.PLUS, Mark.MINUS))
    assert abs(plus.y - 100) < 8 < abs(minus.y - 100)
