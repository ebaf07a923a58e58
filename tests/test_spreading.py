"""Lines on one side of a card stand equally far from its middle."""

from argmap.geometry import Point, Rect
from argmap.layout.placement import Route
from argmap.layout.rails import rounded
from argmap.layout.sheet import Sheet
from argmap.layout.spreading import spread

CARD = Rect(20, 40, 80, 40)
LINE = (Point(20, 60), Point(5, 60), Point(5, 0))
"""It leaves the card in the middle of its left side and hangs from a rail."""


def moved(*ends: Point, line: tuple[Point, ...] = LINE, fixed: tuple[str, ...] = ()) -> tuple[Point, ...]:
    """Return the line of the card where routes end at some points."""
    sheet = Sheet()
    sheet.enter("hanging", CARD, sideways=True)
    routes = [Route(f"r{number}", rounded((Point(-60, 70), end))) for number, end in enumerate(ends)]
    return spread(sheet, {"hanging": line}, routes, fixed)["hanging"]


def test_a_line_makes_room_for_a_route_that_ends_below_it() -> None:
    assert moved(Point(20, 68)) == (Point(20, 52), Point(5, 52), Point(5, 0))


def test_a_line_makes_room_for_a_route_that_ends_above_it() -> None:
    assert moved(Point(20, 52))[:2] == (Point(20, 68), Point(5, 68))


def test_a_line_stays_in_the_middle_if_routes_end_on_both_sides_of_it_or_elsewhere() -> None:
    assert moved(Point(20, 52), Point(20, 68)) == LINE
    assert moved(Point(100, 68)) == LINE


def test_a_line_on_which_another_ends_stays() -> None:
    assert moved(Point(20, 68), fixed=("hanging",)) == LINE
    assert moved(Point(20, 68), Point(12, 60)) == LINE


def test_a_line_that_runs_straight_stays() -> None:
    straight = (Point(20, 60), Point(-40, 60))
    assert moved(Point(20, 68), line=straight) == straight


def test_a_line_stays_where_its_rail_would_grow_too_short() -> None:
    short = (Point(20, 60), Point(5, 60), Point(5, 45))
    assert moved(Point(20, 68), line=short) == short
