"""How lines are dashed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lines import fitted_dashes
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
