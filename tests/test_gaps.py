"""The gaps at crossings: which line is interrupted, and how far."""

import pytest

from argmap.gaps import gaps
from argmap.geometry import Point, straight
from argmap.layout.placement import Placement, Route
from argmap.model import Relation
from argmap.shapes import Path
from argmap.theme import LIGHT

LEVEL = Route("level", straight(Point(10, 50), Point(90, 50)))
UPRIGHT = Route("upright", straight(Point(50, 10), Point(50, 90)))


def gap(under: Relation) -> tuple[str, Path]:
    """Return the only gap, and whose line makes it, where the upright line is painted over the level one."""
    styles = {"level": LIGHT.relations[under], "upright": LIGHT.relations[Relation.SUPPORT]}
    (found,) = gaps(Placement(100, 100, (), (), (LEVEL, UPRIGHT)), (LEVEL, UPRIGHT), styles, LIGHT)
    return found


def test_the_line_that_is_painted_first_is_interrupted() -> None:
    name, path = gap(Relation.SUPPORT)
    assert name == "upright"
    assert path.curve[0].x == path.curve[-1].x == 50


@pytest.mark.parametrize("under", [Relation.ATTACK, Relation.UNDERCUT])
def test_a_gap_is_wider_than_that_between_two_dashes(under: Relation) -> None:
    _, path = gap(under)
    style = LIGHT.relations[under]
    on_each_side = (path.width - LIGHT.relations[Relation.SUPPORT].width) / 2
    assert on_each_side > 0.8 * style.dashes[1]
    assert path.width > 2 * style.dashes[1]
