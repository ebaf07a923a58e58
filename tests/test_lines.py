"""How lines are dashed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.dashes import fitted_dashes, solid_at_badges, solid_beginning, solid_branch, solid_ending
from argmap.geometry import Point, beginning, length, straight, stretch, way_to
from argmap.layout.rails import rounded
from argmap.lines import BADGE_RADIUS
from argmap.model import Relation
from argmap.theme import LIGHT

ATTACK = LIGHT.relations[Relation.ATTACK]


def test_a_line_begins_and_ends_with_a_dash() -> None:
    (dash, gap), phase = fitted_dashes(ATTACK, 100.0, joins=False)
    assert phase == 0
    assert 100.0 % (dash + gap) == pytest.approx(dash)
    assert dash / gap == pytest.approx(5.5 / 3.5)


def test_a_line_that_joins_others_keeps_its_dashes_and_ends_with_one() -> None:
    dashes, phase = fitted_dashes(ATTACK, 100.0, joins=True)
    assert dashes == ATTACK.dashes
    assert (phase + 100.0) % 9.0 == pytest.approx(5.5)


def test_a_short_line_does_not_become_solid() -> None:
    dashes, phase = fitted_dashes(ATTACK, 9.9, joins=False)
    assert dashes == ATTACK.dashes
    assert (phase + 9.9) % 9.0 == pytest.approx(5.5)


def test_a_solid_line_has_no_dashes() -> None:
    assert fitted_dashes(LIGHT.relations[Relation.SUPPORT], 50.0, joins=False) == ((), 0.0)


def branch(relation: Relation, reach: float) -> float:
    """Return how far a line is solid that comes from a card on the right and joins a trunk which goes up."""
    return solid_branch(LIGHT.relations[relation], rounded([Point(reach, 80), Point(0, 80), Point(0, 0)]))


def test_a_short_branch_hangs_together_with_the_trunk_that_it_joins() -> None:
    assert branch(Relation.ATTACK, 14) == pytest.approx(14, abs=3)
    assert branch(Relation.ATTACK, 40) == 0
    assert branch(Relation.SUPPORT, 14) == branch(Relation.UNDERCUT, 14) == 0


def ending(relation: Relation, shaft: float) -> float:
    """Return how far a line is solid at its end that comes from the left and goes up over the last so many points."""
    return solid_ending(LIGHT.relations[relation], rounded([Point(0, 80), Point(60, 80), Point(60, 80 - shaft)]))


def test_a_line_that_bends_right_behind_its_head_is_whole_there() -> None:
    assert 10 < ending(Relation.ATTACK, 10) < 20
    assert ending(Relation.ATTACK, 40) == 0
    assert ending(Relation.SUPPORT, 10) == ending(Relation.UNDERCUT, 10) == 0


def at_badges(relation: Relation, *places: float) -> list[tuple[float, float]]:
    """Return from where to where a line of a hundred points is solid that has badges at some places."""
    line = straight(Point(0, 10), Point(100, 10))
    pieces = solid_at_badges(LIGHT.relations[relation], line, [Point(place, 10) for place in places])
    return [(round(piece[0].x, 1), round(piece[-1].x, 1)) for piece in pieces]


def test_a_line_with_dashes_is_whole_on_both_sides_of_a_badge() -> None:
    reach = BADGE_RADIUS + ATTACK.dashes[0]
    assert at_badges(Relation.ATTACK, 50) == [(50 - reach, 50 + reach)]
    assert at_badges(Relation.ATTACK, 15, 85) == [(0, 15 + reach), (85 - reach, 100)], "up to an end that is near"
    assert at_badges(Relation.SUPPORT, 50) == at_badges(Relation.UNDERCUT, 50) == []


lengths = st.floats(0, 60).map(lambda length: round(length, 1))


@given(st.lists(st.tuples(lengths, lengths), max_size=4), st.floats(0, 5000), st.booleans())
def test_whatever_the_dashes_of_a_theme_are_they_are_hardly_changed(
    pairs: list[tuple[float, float]], way: float, joins: bool
) -> None:
    style = replace(ATTACK, dashes=tuple(length for pair in pairs for length in pair))
    dashes, phase = fitted_dashes(style, way, joins=joins)
    assert len(dashes) == len(style.dashes)
    assert all(
        0.7 * before <= after + 1e-9 <= 1.41 * before + 1e-6 for before, after in zip(style.dashes, dashes, strict=True)
    )
    assert 0 <= phase <= sum(style.dashes)


@pytest.mark.parametrize(
    ("phase", "reaches"),
    [(0.0, 0.0), (2.0, 0.0), (3.5, 2.0 + 3.5), (6.0, 3.0)],
    ids=["a dash", "most of a dash", "a crumb and the gap after it", "the rest of a gap"],
)
def test_a_line_with_dashes_begins_on_its_card_with_no_crumb_of_one(phase: float, reaches: float) -> None:
    assert ATTACK.dashes == (5.5, 3.5)
    solid = solid_beginning(ATTACK, ATTACK.dashes, phase)
    assert solid == 0.0 if reaches == 0.0 else reaches < solid < reaches + 1.0


def test_dots_and_whole_lines_begin_as_they_are() -> None:
    for relation in (Relation.SUPPORT, Relation.UNDERCUT):
        style = LIGHT.relations[relation]
        assert solid_beginning(style, style.dashes, 1.0) == 0.0


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
