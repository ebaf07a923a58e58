"""Where lines may begin and end."""

from argmap.geometry import Point, Rect
from argmap.layout.cards import Card
from argmap.layout.guide import Guide
from argmap.layout.landings import (
    ENOUGH,
    HEAD,
    all_ports_on,
    head_room,
    joints_on,
    onward,
    piece_at,
    ports_of,
    ports_on,
)
from argmap.layout.placement import PlacedBox, PlacedCard
from argmap.layout.sheet import Sheet
from argmap.text import Line, Paragraph

ARROW = (Point(0, 0), Point(50, 0), Point(50, -100))
BESIDE = (Point(0, -30), Point(50, -30), Point(50, -100))


def test_an_undercutter_ends_on_the_piece_of_an_arrow_that_belongs_to_it_alone() -> None:
    assert {port.point for port in ports_on("arrow", ARROW, [BESIDE])} == {Point(25, 0)}
    assert all(port.point.y >= -30 for port in all_ports_on("arrow", ARROW, [BESIDE]))


def test_an_undercutter_ends_on_either_side_of_an_arrow() -> None:
    assert {port.direction for port in ports_on("arrow", ARROW, [BESIDE])} == {0, 2}


def test_an_undercutter_ends_on_the_middle_of_a_short_piece_too_if_that_leaves_some_line_on_both_sides() -> None:
    long_and_short = (Point(0, 0), Point(100, 0), Point(100, 30), Point(50, 30))
    points = {port.point for port in ports_on("arrow", long_and_short, least=ENOUGH)}
    assert points == {Point(25, 0), Point(50, 0), Point(75, 0), Point(100, 15), Point(80.5, 30)}
    long_and_tiny = (Point(0, 0), Point(100, 0), Point(100, 12), Point(76, 12))
    points = {port.point for port in ports_on("arrow", long_and_tiny, least=ENOUGH)}
    assert points == {Point(25, 0), Point(50, 0), Point(75, 0)}


def test_no_undercutter_ends_on_the_head_of_an_arrow() -> None:
    ports = all_ports_on("arrow", (Point(0, 0), Point(0, -40)))
    assert ports
    assert all(port.point.y > -40 + HEAD for port in ports)


def test_a_line_joins_another_from_its_sides_and_straight_on_at_its_corner() -> None:
    joints = {(port.point, port.direction) for port in joints_on("arrow", ARROW)}
    assert {(Point(50, -44.5), 1), (Point(50, -44.5), 3), (Point(50, 0), 0)} <= joints
    assert {port.on for port in joints_on("arrow", ARROW)} == {"arrow"}
    assert all(port.point.y >= -100 + HEAD for port in joints_on("arrow", ARROW))


def test_a_line_that_has_joined_another_goes_on_as_that_does() -> None:
    assert onward(ARROW, Point(25, 0)) == (Point(50, 0), Point(50, -100))
    assert onward(ARROW, Point(50, -40)) == (Point(50, -100),)


def test_a_line_may_leave_every_side_of_a_card_at_its_middle() -> None:
    points = {port.point for port in ports_of(Rect(0, 0, 100, 40), 4.5)}
    assert points >= {Point(50, 0), Point(50, 40), Point(0, 20), Point(100, 20)}


def test_a_head_has_its_room_behind_its_tip_and_beside_it() -> None:
    room = head_room(Point(0, 0), Point(0, 100))
    assert room.holds(Point(3, 8))
    assert not room.holds(Point(3, 12))
    assert not room.holds(Point(8, 3))


def test_the_end_of_an_undercutter_may_move_along_the_piece_of_an_arrow_that_belongs_to_it_alone() -> None:
    assert piece_at(ARROW, [BESIDE], Point(25, 0)) == Rect(0, 0, 50, 0)
    assert piece_at(ARROW, [BESIDE], Point(50, -20)) == Rect(50, -30, 0, 30)
    assert piece_at(ARROW, [BESIDE], Point(50, -60)) is None


def test_no_line_begins_or_ends_in_a_slit_between_premises() -> None:
    one, other = Rect(5, 14, 60, 30), Rect(70, 14, 60, 30)
    box = PlacedBox("box", Rect(0, 0, 135, 49), Line("because", 3.0, (), (), ()), Rect(5, 0, 30, 14))
    cards = [
        PlacedCard(Card(name, Paragraph((), 0.0), 60, 30), rect, "box") for name, rect in (("a", one), ("b", other))
    ]
    guide = Guide(Sheet(cards, [box]), {}, 1)
    assert {port.direction for port in guide.ports(one)} == {0, 2, 3}
    assert {port.direction for port in guide.ports(other)} == {0, 1, 2}


def test_no_line_passes_between_a_box_and_the_line_that_leaves_it_uncounted() -> None:
    box = PlacedBox("box", Rect(0, 0, 135, 49), Line("because", 3.0, (), (), ()), Rect(5, 0, 30, 14))
    card = PlacedCard(Card("a", Paragraph((), 0.0), 125, 30), Rect(5, 14, 125, 30), "box")
    guide = Guide(Sheet([card], [box]), {"box": (Point(67, 0), Point(67, -40))}, 1)
    ((_, leaving),) = guide.gutters.lines[guide.numbers["box", ""]]
    assert (leaving.start, leaving.end) == (-40, 12)
