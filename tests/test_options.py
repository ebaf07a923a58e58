"""Whatever options are taken together, a drawing has no fault: no text outside its card, nothing on anything else."""

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.api import draw
from argmap.captions import Sources
from argmap.coloring import ColorBy
from argmap.model import ArgumentMap, View
from argmap.scenes import place
from argmap.svg import to_svg
from argmap.theme import THEMES
from argmap.views import part_of
from tests import drawing_checks, geometry_checks
from tests.drawing_checks import Picture
from tests.geometry_checks import Scene
from tests.random_maps import small_views
from tests.test_captions import with_sources

LOOKS = st.fixed_dictionaries(
    {
        "theme": st.sampled_from(sorted(THEMES)),
        "color_by": st.sampled_from([way.value for way in ColorBy]),
        "numbers": st.booleans(),
        "sources": st.sampled_from([how.value for how in Sources]),
    }
)
PLACES = st.one_of(
    st.fixed_dictionaries({"layout": st.sampled_from(["auto", "packed", "layered"])}),
    st.just({"direction": "left"}),
    st.sampled_from([90.0, 150.0, 400.0]).map(lambda width: {"wrap": width}),
)
FRAMES = st.fixed_dictionaries(
    {
        "slide": st.sampled_from(["16:9", "4:3", "A4", "300x900", "none"]),
        "words": st.sampled_from(["auto", "full", "label"]),
    }
)


def combined(*parts: dict[str, Any]) -> dict[str, Any]:
    """Return several choices of options as one."""
    return {name: value for part in parts for name, value in part.items()}


@given(small_views(), st.randoms(use_true_random=False), st.builds(combined, LOOKS, PLACES, FRAMES))
@settings(max_examples=60)
def test_no_combination_of_options_spoils_a_drawing(
    drawn: tuple[ArgumentMap, View], words: Random, options: dict[str, Any]
) -> None:
    argument, view = drawn
    drawing = draw(with_sources(argument, words), view, **options)
    assert drawing_checks.faults(Picture(to_svg(drawing))) == []


@given(small_views(), st.builds(combined, PLACES, FRAMES))
@settings(max_examples=60)
def test_no_combination_of_options_spoils_a_placement(drawn: tuple[ArgumentMap, View], options: dict[str, Any]) -> None:
    part = part_of(*drawn)
    assert geometry_checks.faults(Scene(part.map, place(part, **options).placement)) == []
