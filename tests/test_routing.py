"""Routes of their own: that the cheapest is found, and what is left out of one that comes back to itself."""

from collections.abc import Iterable
from itertools import product
from math import inf
from typing import Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.geometry import Point, Rect, corners_of
from argmap.layout.crosslinks import THIN
from argmap.layout.gutters import BEFORE, BEHIND, BESIDE_HEAD, BORDER, CORNER, CROWDED, DEAR, FOOT, GUTTER, Gutters
from argmap.layout.landings import SPUR, Port, joints_on, ports_of
from argmap.layout.lanes import Grid
from argmap.layout.routing import BEND, PATIENT, TIGHT, _Search, route, unknotted


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


def gutters_of(cards: list[Rect], lines: Iterable[list[Point]] = ()) -> Gutters:
    gutters = Gutters(cards, {}, held=[], tabs=[])
    for drawn in lines:
        gutters.draw(drawn)
    return gutters


def grid_around(gutters: Gutters, cards: list[Rect], ports: Iterable[Port]) -> Grid:
    """Return the grid of the gutters around cards, with a lane for every port."""
    xs = {x for card in cards for x in (card.x - GUTTER, card.right + GUTTER)}
    ys = {y for card in cards for y in (card.y - GUTTER, card.bottom + GUTTER)}
    for port in ports:
        xs |= {port.gate.x, port.landing.x}
        ys |= {port.gate.y, port.landing.y}
    return Grid(gutters, xs, ys, set())


def cost_of_the_cheapest(grid: Grid, starts: list[Port], goals: list[Port]) -> float:
    """Return what the cheapest route costs, from a goal to a start, by Dijkstra's search through all there are."""
    graph: Any = networkx.DiGraph()
    gates = {(grid.spot(port.gate), (port.direction + 2) % 4) for port in starts}
    for spot in range(len(grid.xs) * len(grid.ys)):
        for direction, towards in product(range(4), repeat=2):
            turn = 0.0 if towards == direction else BEND
            if (ahead := grid.onward(spot)[towards]) and (towards - direction) % 4 != 2:
                graph.add_edge((spot, direction), (ahead[0], towards), weight=ahead[1] + ahead[2] + turn)
            if (spot, towards) in gates and (towards - direction) % 2:
                graph.add_edge((spot, direction), (spot, towards), weight=TIGHT)
    for gate in gates:
        graph.add_edge(gate, "start", weight=0.0)
    for port in goals:
        gutters = grid.gutters
        cost = port.gap + BEFORE * gutters.leaves_no_turn(port) + BESIDE_HEAD * gutters.is_beside_head(port)
        spot = grid.spot(port.gate)
        while grid.point(spot).distance(port.point) < port.spur and (ahead := grid.onward(spot)[port.direction]):
            spot, cost = ahead[0], cost + ahead[1] + ahead[2]
        if grid.point(spot).distance(port.point) >= port.spur:
            graph.add_edge("goal", (spot, port.direction), weight=cost)
    try:
        return float(networkx.dijkstra_path_length(graph, "goal", "start"))
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        return inf


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Rect], list[list[Point]]]:
    """Draw cards in the fields of a board, and lines that run across it between them."""
    fields = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12, unique=True))
    cards = [
        Rect(60.0 * x + draw(st.integers(0, 12)), 50.0 * y + draw(st.integers(0, 12)), 36.0, 26.0) for x, y in fields
    ]
    lines = []
    for _ in range(draw(st.integers(0, 4))):
        at, start, length = draw(st.integers(0, 240)), draw(st.integers(0, 100)), draw(st.integers(30, 150))
        ends = (
            line((at, start), (at, start + length)) if draw(st.booleans()) else line((start, at), (start + length, at))
        )
        lines.append(ends)
    return cards, lines


@given(rooms())
def test_the_guided_search_finds_what_looking_everywhere_finds(room: tuple[list[Rect], list[list[Point]]]) -> None:
    cards, lines = room
    gutters = gutters_of(cards, lines)
    starts, goals = ports_of(cards[0], GUTTER), ports_of(cards[1], GUTTER)
    grid = grid_around(gutters, cards, (*starts, *goals))
    search = _Search(grid, starts, goals, PATIENT)
    found = search.run()
    cost = min((search.cost[end] for end in search.ends if end in search.cost), default=inf) if found else inf
    assert cost == pytest.approx(cost_of_the_cheapest(grid, starts, goals))


@pytest.mark.parametrize(("upwards", "at"), [(True, 50), (False, 35)])
def test_a_line_is_not_crossed_right_behind_its_head(upwards: bool, at: int) -> None:
    """What crosses it there seems to end in it, so that a detour is worth it; where it begins, none is."""
    ends = line((100, 200), (100, 20))
    cards = [Rect(0, 25, 40, 20), Rect(160, 25, 40, 20), Rect(80, 200, 40, 20)]
    gutters = gutters_of(cards, [ends if upwards else ends[::-1]])
    grid = Grid(gutters, {44.5, 60, 140, 149, 155.5}, {35, 50}, set())
    found = route(grid, [Port(Point(40, 35), 1, GUTTER)], [Port(Point(160, 35), 3, GUTTER)])
    assert found
    assert max(point.y for point in found) == at


@pytest.mark.parametrize(("beside", "end"), [(False, 30), (True, 46)])
def test_a_line_does_not_end_right_beside_the_head_of_another_if_it_need_not(beside: bool, end: int) -> None:
    cards = [Rect(0, 20, 40, 20), Rect(160, 20, 40, 60)]
    gutters = gutters_of(cards, [line((200, 0), (150, 0), (150, 21), (160, 21))] if beside else [])
    ports = [Port(Point(160, y), 3, GUTTER) for y in (30, 46)]
    grid = Grid(gutters, {44.5, 100, 149, 155.5}, {30, 46}, set())
    found = route(grid, [Port(Point(40, 30), 1, GUTTER)], ports)
    assert found
    assert found[-1].y == end


@pytest.mark.parametrize("x", [0, 160])
def test_ending_on_a_line_is_no_crossing_from_whichever_side(x: int) -> None:
    other = line((100, 200), (100, 20))
    gutters = gutters_of([Rect(x, 25, 40, 20)], [other])
    joints = [port for port in joints_on("other", other) if port.direction % 2]
    starts = [Port(Point(40, 35), 1, GUTTER), Port(Point(160, 35), 3, GUTTER)][x > 0 :][:1]
    grid = Grid(gutters, {44.5, 94, 100, 106, 155.5}, {35, *(port.point.y for port in joints)}, set(), on={0})
    search = _Search(grid, starts, joints, PATIENT)
    assert search.run()
    assert min(search.cost[end] for end in search.ends if end in search.cost) < BEHIND


@pytest.mark.parametrize(("away", "leaves_none"), [(SPUR + CORNER - 1, True), (SPUR + CORNER + 1, False)])
def test_a_line_in_the_way_right_before_a_card_leaves_no_turn_behind_the_head(away: float, leaves_none: bool) -> None:
    card = Rect(100, 100, 60, 40)
    gutters = gutters_of([card], [line((100 - away, 0), (100 - away, 300))])
    (port,) = [port for port in ports_of(card, GUTTER, (0.5,)) if port.direction == 3]
    assert gutters.leaves_no_turn(port) == leaves_none


def test_the_border_of_its_own_box_is_crossed_no_oftener_than_need_be() -> None:
    """A line does not slip through its box to get round what stands before it."""
    box, card = Rect(100, 0, 200, 100), Rect(105, 14, 40, 30)
    gutters = Gutters([], {"box": box}, held=[card], tabs=[])
    grid = Grid(gutters, {80.0, 100.0, 120.0, 140.0}, {60.0, 80.0, 120.0}, {"box"})
    entering, inside = (grid.onward(grid.spot(Point(x, 80)))[1] for x in (80, 100))
    assert entering
    assert inside
    assert entering[2] == inside[2] + BORDER


def test_crossing_a_line_right_beside_where_another_ends_on_it_is_as_dear_as_behind_its_head() -> None:
    gutters = gutters_of([Rect(0, 0, 40, 20)], [line((0, 100), (400, 100)), line((200, 0), (200, 100))])
    (level,) = [bar for bar in gutters.bars_near((100, 0, 400, False)) if not bar.upright]
    assert gutters.crowding(level, 190) == gutters.crowding(level, 390) == BEHIND
    assert gutters.crowding(level, 150) == 0


def test_a_line_that_says_little_may_cross_others_for_less() -> None:
    gutters = gutters_of([Rect(0, 0, 40, 20), Rect(160, 60, 40, 20)], [line((100, 0), (100, 100))])
    usual, thin = (
        Grid(gutters, {80.0, 120.0}, {30.0, 50.0}, set(), crossing=most).onward(0)[1] for most in (inf, THIN)
    )
    assert usual
    assert thin
    assert (usual[2], thin[2]) == (DEAR, THIN)


@pytest.mark.parametrize("root", [0.0, 12.0])
def test_a_line_is_hard_to_see_where_another_crosses_it_right_at_its_beginning(root: float) -> None:
    gutters = gutters_of([Rect(-50, -50, 100, 50)])
    gutters.draw(line((0, 0), (0, 200)), root=root)
    ((_, bar),) = gutters.lines[0]
    assert gutters.crowding(bar, root + FOOT - 0.1) == CROWDED
    assert gutters.crowding(bar, root + FOOT + 0.1) == 0.0
