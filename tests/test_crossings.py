"""How often lines cross: also right at their bends, but not where they only touch, end on each other or join."""

import pytest

from argmap.geometry import Point
from argmap.layout.crossings import tangle, times_crossed, where_crossed
from argmap.layout.placement import Placement, Route
from argmap.layout.rails import rounded

Line = list[tuple[float, float]]


def lines(*found: Line) -> list[list[Point]]:
    return [[Point(*place) for place in line] for line in found]


LEVEL: Line = [(0, 50), (100, 50)]

CROSSING: dict[str, tuple[Line, Line]] = {
    "straight": (LEVEL, [(30, 0), (30, 90)]),
    "at a bend of one": (LEVEL, [(30, 0), (30, 50), (40, 90)]),
    "at a bend of both": ([(0, 40), (30, 50), (100, 50)], [(30, 0), (30, 50), (40, 90)]),
    "through a corner": ([(0, 0), (50, 0), (50, 50)], [(40, 10), (50, 0), (60, -10)]),
}
APART: dict[str, tuple[Line, Line]] = {
    "beside each other": (LEVEL, [(0, 60), (100, 60)]),
    "ending on the other": (LEVEL, [(30, 0), (30, 50)]),
    "touching with a bend": (LEVEL, [(10, 0), (30, 50), (50, 0)]),
    "touching with bends of both": ([(0, 90), (30, 50), (60, 90)], [(10, 0), (30, 50), (50, 0)]),
    "joining from both sides": ([(0, 60), (28, 58), (30, 50), (30, 0)], [(60, 60), (32, 58), (30, 50), (30, 0)]),
    "running on one rail": (LEVEL, [(20, 50), (80, 50), (80, 90)]),
}


@pytest.mark.parametrize("name", CROSSING)
def test_lines_that_cross_do_so_once_whichever_comes_first(name: str) -> None:
    one, other = lines(*CROSSING[name])
    assert times_crossed([one, other]) == times_crossed([other, one]) == 1
    assert len(list(where_crossed([one[::-1], other]))) == 1


@pytest.mark.parametrize("name", APART)
def test_lines_that_only_meet_do_not_cross(name: str) -> None:
    one, other = lines(*APART[name])
    assert times_crossed([one, other]) == times_crossed([other, one]) == times_crossed([one[::-1], other]) == 0


def test_lines_that_cross_twice_do_so_twice() -> None:
    assert times_crossed(lines(LEVEL, [(30, 0), (30, 90), (60, 90), (60, 0)])) == 2


@pytest.mark.parametrize(("stub", "counted"), [("", 2), ("claim", 1)])
def test_crossing_a_line_right_behind_its_head_counts_twice(stub: str, counted: int) -> None:
    routes = (
        Route("across", rounded([Point(0, 50), Point(100, 50)])),
        Route("upright", rounded([Point(50, 200), Point(50, 35)]), stub),
    )
    assert tangle(Placement(100, 200, (), (), routes)) == counted
    assert tangle(Placement(100, 200, (), (), (routes[0], Route("upright", routes[1].curve[::-1], stub)))) == 1
