"""Routes of their own: what is left out of one that comes back to itself."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.geometry import Point, corners_of
from argmap.layout.routing import unknotted


def line(*points: tuple[float, float]) -> list[Point]:
    return [Point(x, y) for x, y in points]


def test_a_loop_is_left_out() -> None:
    looped = line((0, 0), (50, 0), (50, 30), (20, 30), (20, -40))
    assert unknotted(looped) == line((0, 0), (20, 0), (20, -40))


def test_a_way_back_is_left_out() -> None:
    assert unknotted(line((0, 0), (50, 0), (50, 0.4), (20, 0.4))) == line((0, 0.4), (20, 0.4))


def test_a_way_back_after_a_corner_is_left_out() -> None:
    there_and_back = line((0, 9), (10, 9), (10, 60), (10.5, 60), (10.5, 30))
    assert unknotted(there_and_back) == line((0, 9), (10.5, 9), (10.5, 30))


def test_a_route_that_turns_round_at_a_distance_stays() -> None:
    turned = line((0, 0), (50, 0), (50, 8), (20, 8))
    assert unknotted(turned) == turned


@given(st.lists(st.integers(-6, 6).filter(bool), min_size=1, max_size=12))
def test_no_route_is_left_with_a_knot(steps: list[int]) -> None:
    points = [Point(0.0, 0.0)]
    for number, step in enumerate(steps):
        points.append(points[-1].moved(0, 10 * step) if number % 2 else points[-1].moved(10 * step, 0))
    freed = unknotted(points)
    assert freed[0] == points[0]
    assert freed[-1] == points[-1]
    assert unknotted(freed) == freed == corners_of(freed)
