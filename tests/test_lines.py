"""How lines are dashed."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.dashes import Dashing, dashing, dashings
from argmap.geometry import Curve, Point, beginning, length, stretch, way_to
from argmap.layout.placement import Route
from argmap.layout.rails import rounded
from argmap.lines import BADGE_RADIUS, up_to_head
from argmap.model import Relation
from argmap.theme import LIGHT

ATTACK = LIGHT.relations[Relation.ATTACK]


def across(*points: tuple[float, float]) -> Curve:
    """Return a line through corners."""
    return rounded([Point(*point) for point in points])


def dashed(curve: Curve, *badges: Point, joins: bool = False, relation: Relation = Relation.ATTACK) -> Dashing:
    return dashing(LIGHT.relations[relation], curve, joins=joins, badges=badges)


def painted(curve: Curve, found: Dashing) -> list[tuple[float, float]]:
    """Return from where to where a line is painted: its dashes with all that is solid."""
    way, period = length(curve), sum(found.dashes)
    pieces = [(0.0, found.start), (way - found.end, way), *found.pieces]
    values = found.dashes * (1 + len(found.dashes) % 2)
    at = -found.phase - 2 * period
    while at < way:
        for dash, gap in zip(values[::2], values[1::2], strict=True):
            pieces.append((max(0.0, at), min(way, at + dash)))
            at += dash + gap
    whole: list[tuple[float, float]] = []
    for start, end in sorted(piece for piece in pieces if piece[1] > piece[0]):
        if whole and start <= whole[-1][1] + 1e-6:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def test_a_line_begins_and_ends_with_a_dash() -> None:
    found = dashed(across((0, 0), (100, 0)))
    dash, gap = found.dashes
    assert found.phase == found.start == found.end == 0
    assert 100.0 % (dash + gap) == pytest.approx(dash)
    assert dash / gap == pytest.approx(5.5 / 3.5)


def test_a_line_that_joins_others_keeps_its_dashes_and_ends_with_one() -> None:
    found = dashed(across((0, 0), (100, 0)), joins=True)
    assert found.dashes == ATTACK.dashes
    assert (found.phase + 100.0) % 9.0 == pytest.approx(5.5)


def test_a_short_line_does_not_become_solid() -> None:
    found = dashed(across((0, 0), (9.9, 0)))
    assert found.dashes == ATTACK.dashes
    assert (found.phase + 9.9) % 9.0 == pytest.approx(5.5)


def test_whole_lines_have_no_dashes_and_dots_are_solid_nowhere() -> None:
    winding = across((14, 80), (0, 80), (0, 0), (10, 0))
    assert dashed(winding, winding[10], relation=Relation.SUPPORT) == Dashing(way=length(winding))
    dots = dashed(winding, winding[10], relation=Relation.UNDERCUT)
    assert dots.dashes
    assert dots == Dashing(dots.dashes, dots.phase, length(winding))


def test_a_short_branch_hangs_together_with_the_trunk_that_it_joins() -> None:
    near = dashed(across((14, 80), (0, 80), (0, 0)), joins=True)
    assert 11 < near.start < 11 + sum(ATTACK.dashes)


def test_a_long_branch_turns_into_its_trunk_with_a_dash() -> None:
    branch = across((40, 80), (0, 80), (0, 0))
    far = dashed(branch, joins=True)
    assert far.start < 1.5 * sum(ATTACK.dashes), "no more than a dash and what is left of one at its card"
    ((start, end),) = far.pieces
    assert start <= length(branch[:4]) < length(branch[:7]) <= end


@pytest.mark.parametrize("at", range(30, 60, 3))
def test_a_line_is_whole_where_another_turns_into_its_way(at: int) -> None:
    stem = across((0, 100), (0, 0))
    routes = [Route("stem", stem), Route("branch", across((40, at), (0, at), (0, 0)))]
    styles = {"stem": ATTACK, "branch": ATTACK}
    joined = dashings(routes, styles, {})[routes[0]]
    met = 100 - at + 5  # behind the corner
    pieces = painted(up_to_head(stem, ATTACK), joined)
    assert any(start <= met - ATTACK.dashes[0] and met <= end + 1e-6 for start, end in pieces)


def test_a_line_that_bends_at_its_head_or_card_is_whole_there() -> None:
    assert 10 < dashed(across((0, 80), (60, 80), (60, 70))).end < 20
    assert 10 < dashed(across((60, 70), (60, 80), (0, 80))).start < 20
    assert dashed(across((0, 80), (60, 80), (60, 40))).end == 0


@given(st.floats(12, 300), st.floats(7, 20), st.floats(7, 20), st.booleans(), st.lists(st.floats(0, 1), max_size=2))
def test_no_crumbs_and_no_slits_are_left(
    way: float, start: float, end: float, joins: bool, shares: list[float]
) -> None:
    line = across((0, start), (0, 0), (way, 0), (way, end))
    badges = [line[6].towards(line[9], share) for share in shares]
    pieces = painted(line, dashed(line, *badges, joins=joins))
    slits = [after - before for (_, before), (after, _) in pairwise(pieces)]
    assert not slits or min(slits) > 0.55 * min(ATTACK.dashes[1] / 1.4, ATTACK.dashes[1])
    assert min(b - a for a, b in pieces) > 0.55 * ATTACK.dashes[0] / 1.4
    assert pieces[0][0] == 0
    assert pieces[-1][1] == pytest.approx(length(line))


@given(st.floats(30, 300), st.lists(st.floats(0, 1), max_size=2))
def test_a_line_with_dashes_is_whole_on_both_sides_of_a_badge(way: float, shares: list[float]) -> None:
    line = across((0, 10), (way, 10))
    places = [way * share for share in shares]
    pieces = painted(line, dashed(line, *(Point(place, 10) for place in places)))
    reach = BADGE_RADIUS + ATTACK.dashes[0] - 0.1
    for place in places:
        assert any(a <= max(0, place - reach) and min(way, place + reach) <= b for a, b in pieces)


lengths = st.floats(0, 60).map(lambda length: round(length, 1))


@given(st.lists(st.tuples(lengths, lengths), max_size=4), st.floats(1, 5000), st.booleans())
def test_whatever_the_dashes_of_a_theme_are_they_are_hardly_changed(
    pairs: list[tuple[float, float]], way: float, joins: bool
) -> None:
    style = replace(ATTACK, dashes=tuple(length for pair in pairs for length in pair))
    found = dashing(style, across((0, 0), (way, 0)), joins=joins)
    assert len(found.dashes) == len(style.dashes)
    assert all(
        0.7 * before <= after + 1e-9 <= 1.41 * before + 1e-6
        for before, after in zip(style.dashes, found.dashes, strict=True)
    )
    assert 0 <= found.phase <= sum(style.dashes) * 1.41
    assert 0 <= found.start <= way + 1e-6
    assert 0 <= found.end <= way + 1e-6


@given(st.floats(0.5, 150.0))
def test_the_beginning_of_a_line_is_as_long_as_asked_for_however_the_line_winds(way: float) -> None:
    there_and_back = rounded([Point(0, 0), Point(60, 0), Point(60, 20), Point(-5, 20), Point(-5, 0)])
    piece = beginning(there_and_back, way)
    assert length(piece) == pytest.approx(min(way, length(there_and_back)), abs=0.2)
    assert piece[0] == there_and_back[0]


@given(st.floats(0.0, 140.0), st.floats(1.0, 60.0))
def test_a_stretch_of_a_line_is_where_it_was_asked_for(start: float, way: float) -> None:
    line = rounded([Point(0, 0), Point(60, 0), Point(60, 20), Point(-5, 20), Point(-5, 90)])
    piece = stretch(line, start, start + way)
    assert length(piece) == pytest.approx(way, abs=0.3)
    assert way_to(line, piece[0]) == pytest.approx(start, abs=0.3)
    assert way_to(line, piece[-1]) == pytest.approx(start + way, abs=0.3)
