"""Airing: lines keep away from what they pass where there is room, and else run in the middle of their gutter."""

from argmap.geometry import Point, Rect
from argmap.layout.airing import AIR, Airing, room_for_air
from argmap.layout.gutters import Gutters

UPPER, LOWER, PASSED = Rect(-20, -30, 40, 20), Rect(180, 80, 40, 20), Rect(40, -30, 100, 40)
STEP = (Point(0, -10), Point(0, 14.5), Point(200, 14.5), Point(200, 80))
"""A line that runs close below the card that it passes."""
ROOM = Rect(-40, -40, 300, 200)


def aired(*others: Rect, within: Rect = ROOM, kept: tuple[Point, ...] = ()) -> tuple[Point, ...]:
    gutters = Gutters([UPPER, LOWER, PASSED, *others], {}, held=[], tabs=[])
    return Airing(gutters, within).aired(STEP, set(), (UPPER, LOWER), kept=kept)


def test_a_line_moves_away_from_a_card_that_it_passes() -> None:
    moved = aired()
    assert moved[1].y == moved[2].y == PASSED.bottom + AIR
    assert (moved[0], moved[-1]) == (STEP[0], STEP[-1])


def test_a_line_between_two_cards_runs_in_the_middle() -> None:
    assert aired(Rect(40, 24, 100, 30))[1].y == (PASSED.bottom + 24) / 2


def test_a_line_leaves_the_room_of_the_drawing_for_nothing() -> None:
    assert aired(within=Rect(-40, -40, 300, 55))[1].y == 15


def test_there_is_air_around_a_drawing_where_lines_run_around_it_but_nowhere_else() -> None:
    stand = Rect(0, 0, 100, 60)
    assert room_for_air(stand, Rect(10, 10, 80, 40)) == stand
    assert room_for_air(stand, Rect(-4, 10, 80, 54)) == Rect(-AIR, 0, 100 + AIR, 60 + AIR)
    assert room_for_air(stand, Rect(10, -20, 100, 40)) == Rect(0, -20, 110, 80)


def test_a_piece_on_which_another_line_ends_stays() -> None:
    assert aired(kept=(Point(100, 14.5),)) == STEP


def test_a_line_moves_onto_no_other() -> None:
    gutters = Gutters([UPPER, LOWER, PASSED], {}, held=[], tabs=[])
    gutters.draw((Point(30, 20), Point(150, 20)))
    moved = Airing(gutters, ROOM).aired(STEP, set(), (UPPER, LOWER))
    assert moved[1].y <= 15
