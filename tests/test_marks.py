"""The signs beside lines: where they find room."""

from pathlib import Path

import pytest

from argmap.api import load
from argmap.geometry import Point, Rect, straight
from argmap.layout.placement import Placement, Route
from argmap.lines import HEAD_LENGTH, HEAD_WIDTH, MARK_SIZE
from argmap.marks import mark_places
from argmap.model import Relation, View
from argmap.scenes import place
from argmap.views import part_of

REAL = load(Path(__file__).parent.parent / "maps" / "putin-on-two-fronts.yaml")

LONG = Route("long", straight(Point(100, 190), Point(100, 10)))
SHORT = Route("short", straight(Point(100, 100), Point(100, 85)))


def places(*routes: Route, badged: tuple[str, ...] = ()) -> dict[Route, Point]:
    return mark_places(Placement(200, 200, (), (), routes), badged)


def test_a_sign_stands_near_the_premise_on_the_right_of_its_line() -> None:
    (place,) = places(LONG).values()
    assert 100 < place.x < 110
    assert place.y > 170


def test_the_sign_of_a_short_arrow_is_clear_of_its_head() -> None:
    (place,) = places(SHORT).values()
    beside_head = place.y - MARK_SIZE / 2 < 85 + HEAD_LENGTH
    assert not beside_head or abs(place.x - 100) > (HEAD_WIDTH + MARK_SIZE) / 2 + 1


def test_a_line_that_ends_in_a_badge_has_no_sign_beside_it() -> None:
    assert list(places(LONG, SHORT, badged=("long",))) == [SHORT]


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
    badged = [inference.id for inference in part.map.inferences if inference.relation is Relation.UNDERCUT]
    for route, sign in mark_places(placement, badged).items():
        assert sign.distance(route.curve[0]) < 75, route.inference
