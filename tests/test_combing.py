"""Combing: lines on each other come apart, jogs go, and what is well stays."""

from argmap.geometry import Point, Rect
from argmap.layout.combing import combed, meets
from argmap.layout.gutters import Gutters

UPPER, LOWER = Rect(-20, -30, 40, 20), Rect(80, 60, 40, 20)
BELOW = Rect(-14, 60, 40, 20)
STEP = (Point(0, -10), Point(0, 20), Point(100, 20), Point(100, 60))
JOG = (Point(0, -10), Point(0, 20), Point(6, 20), Point(6, 60))


def gutters(*lines: tuple[Point, ...]) -> Gutters:
    found = Gutters([UPPER, LOWER], {}, held=[], tabs=[])
    for line in lines:
        found.draw(line)
    return found


def test_lines_that_lie_on_each_other_are_moved_apart() -> None:
    other = (Point(-50, 20), Point(150, 20))
    moved = combed(gutters(other), STEP, set(), (UPPER, LOWER))
    assert (moved[0], moved[-1]) == (STEP[0], STEP[-1])
    assert all(abs(point.y - 20) >= 5 for point in moved)


def test_a_jog_is_straightened() -> None:
    straight = combed(gutters(), JOG, set(), (UPPER, BELOW))
    assert len(straight) == 2
    assert straight[0].x == straight[1].x


def test_a_line_that_goes_out_past_a_card_and_back_stays_out() -> None:
    passed, target = Rect(-40, 25, 74, 26), Rect(0, 100, 60, 20)
    out_and_back = (*STEP[:2], Point(40, 20), Point(40, 58), Point(22, 58), Point(22, 100))
    straight = combed(Gutters([UPPER, passed, target], {}, held=[], tabs=[]), out_and_back, set(), (UPPER, target))
    assert len(straight) == 4
    assert 37.5 <= straight[-1].x <= 40


def test_a_jog_past_a_card_stays() -> None:
    between = Gutters([UPPER, BELOW, Rect(5, -5, 60, 20)], {}, held=[], tabs=[])
    jog = (*JOG[:2], Point(8, 20), Point(8, 60))
    assert combed(between, jog, set(), (UPPER, Rect(0, 60, 14, 20))) == jog


def test_two_pieces_are_brought_in_line_where_neither_can_take_the_place_of_the_other() -> None:
    step = (Point(0, -10), Point(0, 30), Point(20, 30), Point(20, 100))
    start, target = Rect(-20, -30, 40, 20), Rect(0, 100, 40, 20)
    straight = combed(Gutters([start, target], {}, held=[], tabs=[]), step, set(), (start, target))
    assert len(straight) == 2
    assert target.x < straight[0].x < start.right


def test_a_step_so_small_that_it_looks_like_a_slip_grows_where_it_cannot_go() -> None:
    between = Gutters([UPPER, BELOW, Rect(5, -5, 60, 20)], {}, held=[], tabs=[])
    moved = combed(between, JOG, set(), (UPPER, Rect(-1, 60, 14, 20)))
    assert abs(moved[1].x - moved[2].x) >= 8


def test_a_line_that_meets_nothing_stays() -> None:
    assert combed(gutters(), STEP, set(), (UPPER, LOWER)) == STEP
    assert not meets(gutters(), STEP)


def test_a_line_meets_those_that_it_crosses_and_those_that_it_runs_along() -> None:
    assert meets(gutters((Point(50, 0), Point(50, 40))), STEP)
    assert meets(gutters((Point(20, 22), Point(80, 22))), STEP)
    assert not meets(gutters((Point(20, 40), Point(80, 40))), STEP)


def test_a_line_on_which_another_ends_is_straightened_beside_that() -> None:
    assert combed(gutters(), JOG, set(), (UPPER, BELOW), kept=[Point(6, 40)])[0].x == 6
    assert combed(gutters(), JOG, set(), (UPPER, BELOW), kept=[Point(0, 5), Point(6, 40)]) == JOG


def test_the_end_of_an_undercutter_moves_along_the_arrow() -> None:
    arrow = Rect(-30, 60, 60, 0)
    moved = combed(gutters(), JOG, set(), (UPPER, arrow), kept=[Point(0, 5)])
    assert moved == (Point(0, -10), Point(0, 60))
