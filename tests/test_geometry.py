"""The geometry of placements and of drawings: of the real map, of special shapes, of random arguments."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.api import draw, load
from argmap.layout import layered, packed
from argmap.layout.blocks import Direction
from argmap.layout.cards import Wording, make_card_choices, make_cards
from argmap.layout.frame import Frame
from argmap.layout.placement import NoRouteError, Placement
from argmap.model import ArgumentMap, View
from argmap.scenes import place as placed_by_judge
from argmap.svg import to_svg
from argmap.views import Part, part_of
from tests import drawing_checks, geometry_checks, line_checks, sign_checks
from tests.drawing_checks import Picture
from tests.geometry_checks import Scene
from tests.random_maps import TANGLED, USUAL, Sample, random_sample, small_views
from tests.special_maps import SHAPES

MAPS = Path(__file__).parent.parent / "maps"
REAL, SOCRATES = MAPS / "putin-on-two-fronts.yaml", MAPS / "socrates.yaml"
SIZES = (5, 8, 12, 16, 20, 25, 30, 40, 50, 60, 70, 80)
SIZES_DRAWN = (12, 30, 80)
FAR_FROM_A_TREE = "80 tangled claims"
"""Lines that are many are neither combed nor aired."""
BESET = (
    "real map",
    "real map, january",
    "an undercut line to a premise among others with cases",
    "boxes that share",
    "a line that passes four ranks",
    *(f"{size} claims" for size in (60, 70, 80)),
    *(f"{size} tangled claims" for size in SIZES if size < 80),
)
"""Arguments in which the heads and lines in its way may leave a line a small step, or close by a card."""
FEW = 0.05
"""How many of their lines are so at most, as a share."""
SIGNS_AT_A_LOSS = (
    FAR_FROM_A_TREE,
    "a claim that supports its own co-premise",
    "mutual attacks in boxes",
    "mutual attacks within a box",
    "undercut attacks in a circle",
    "the thesis undercuts",
    "a box of stubs",
    "a premise used five times",
)
"""Arguments with a line that is too short, or too closely beset, for a sign with room around it."""
BESET_SIGNS = ("real map", "real map, january")
"""Arguments that are labelled when drawn: in full sentences a sign may stand as near another line as its own."""
WRAPS = {Wording.FULL: 140.0, Wording.LABEL: 86.0}
THOROUGH = settings(max_examples=100, deadline=None, derandomize=True)

WAYS = ("up", "left", "packed")
"""How an argument is placed: in layers whose arrows point up or left, or packed."""

Case = tuple[str, Wording, str]
Check = Callable[[Scene], Iterator[str]]


@cache
def views() -> dict[str, tuple[ArgumentMap, View | None]]:
    """Return what is placed: all views of the real map, special shapes, random arguments."""
    real = load(REAL)
    found: dict[str, tuple[ArgumentMap, View | None]] = {"real map": (real, None)}
    found |= {f"real map, {view.name}": (real, view) for view in real.views}
    found |= {sample.name: (sample.map, None) for sample in SHAPES}
    for size in SIZES:
        found[f"{size} claims"] = (random_sample(size, size, USUAL).map, None)
        found[f"{size} tangled claims"] = (random_sample(size, size, TANGLED).map, None)
    return found


def cases() -> list[Case]:
    """Return every view placed in every way, the real map also in both wordings, few random arguments turned left."""
    return [
        (name, wording, way)
        for name in views()
        for wording in (Wording if name.startswith("real") else (Wording.FULL,))
        for way in WAYS
        if way != "left" or not is_left_out(name)
    ]


def is_left_out(name: str) -> bool:
    """Tell whether an argument is a random one of a size that is not tried in all that takes long."""
    return name.split(maxsplit=1)[0] in {str(size) for size in SIZES if size not in SIZES_DRAWN}


def cases_drawn() -> list[Case]:
    """Return the same cases, but only some of the random arguments."""
    return [case for case in cases() if not is_left_out(case[0])]


def views_drawn() -> list[str]:
    """Return what of the views is drawn."""
    return list(dict.fromkeys(name for name, *_ in cases_drawn()))


def called(case: Case) -> str:
    return "-".join(case).replace(" ", "-")


@cache
def placed(case: Case) -> Scene:
    name, wording, way = case
    part = part_of(*views()[name])
    return Scene(part.map, place(part, wording, WRAPS[wording], way), direction_of(way))


def place(part: Part, wording: Wording, wrap: float, way: str) -> Placement:
    if way == "packed":
        for candidate in packed.candidates(part.map, make_card_choices(part, wording), Frame().ratio):
            with suppress(NoRouteError):
                return candidate.make()
        raise NoRouteError
    return layered.place(part.map, make_cards(part, wording, wrap), direction_of(way))


def packed_scene(name: str) -> Scene:
    """Return a view packed in the first way in which all its lines can be led, in full sentences."""
    return placed((name, Wording.FULL, "packed"))


def direction_of(way: str) -> Direction:
    return Direction.LEFT if way == "left" else Direction.UP


@cache
def drawn(case: Case) -> Picture:
    name, wording, way = case
    if way == "packed":
        return Picture(to_svg(draw(*views()[name], layout="packed", words=wording)))
    direction = direction_of(way)
    drawing = draw(*views()[name], layout="layered", words=wording, wrap=WRAPS[wording], direction=direction)
    return Picture(to_svg(drawing))


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """Keep what was placed and drawn no longer than the tests of this file: it takes much room."""
    yield
    placed.cache_clear()
    drawn.cache_clear()


@pytest.fixture(params=cases(), ids=called)
def scene(request: pytest.FixtureRequest) -> Scene:
    return placed(request.param)


@pytest.fixture(params=cases_drawn(), ids=called)
def picture(request: pytest.FixtureRequest) -> Picture:
    return drawn(request.param)


def none(faults: Iterator[str]) -> bool:
    """Tell whether nothing is wrong, or fail with all that is."""
    found = list(faults)
    assert not found, "\n".join(found)
    return True


# placements


def test_every_claim_has_a_card_and_every_inference_its_line(scene: Scene) -> None:
    assert none(geometry_checks.what_is_missing(scene))


def test_no_two_cards_overlap(scene: Scene) -> None:
    assert none(geometry_checks.overlapping_cards(scene))


def test_every_card_of_a_reason_box_lies_inside_it(scene: Scene) -> None:
    assert none(geometry_checks.cards_outside_their_box(scene))


def test_boxes_overlap_neither_each_other_nor_cards_of_others(scene: Scene) -> None:
    assert none(geometry_checks.overlapping_boxes(scene))


def test_siblings_stand_in_the_order_of_the_file(scene: Scene) -> None:
    assert none(geometry_checks.siblings_out_of_order(scene))


def test_lines_are_whole_curves(scene: Scene) -> None:
    assert none(geometry_checks.broken_lines(scene))


def test_lines_start_and_end_on_what_they_join(scene: Scene) -> None:
    assert none(geometry_checks.loose_ends(scene))


def test_no_line_runs_through_a_card(scene: Scene) -> None:
    assert none(geometry_checks.lines_through_cards(scene))


def test_no_line_runs_through_the_box_of_others_or_over_a_tab(scene: Scene) -> None:
    assert none(geometry_checks.lines_through_boxes(scene))


def test_no_line_runs_along_a_card_that_it_passes(scene: Scene) -> None:
    assert none(geometry_checks.lines_beside_cards(scene))


@pytest.mark.parametrize("name", views())
def test_heads_of_different_relations_stand_apart(name: str) -> None:
    assert none(geometry_checks.heads_on_heads(packed_scene(name)))


@pytest.mark.parametrize("name", views())
def test_no_line_bends_right_before_its_head(name: str) -> None:
    assert none(geometry_checks.bent_heads(packed_scene(name)))


@pytest.mark.parametrize("name", [name for name in views() if name != FAR_FROM_A_TREE])
def test_no_line_runs_through_the_head_of_another(name: str) -> None:
    assert none(geometry_checks.lines_through_heads(packed_scene(name)))


@pytest.mark.parametrize("name", views())
def test_no_line_crosses_itself_or_turns_back(name: str) -> None:
    assert none(geometry_checks.knotted_lines(packed_scene(name)))
    assert none(geometry_checks.lines_turning_back(packed_scene(name)))


@pytest.mark.parametrize("name", [name for name in views() if name not in (*BESET, FAR_FROM_A_TREE)])
def test_no_line_makes_a_small_step_aside_or_hugs_a_card_while_there_is_room_on_its_other_side(name: str) -> None:
    assert none(line_checks.small_steps(packed_scene(name)))
    assert none(line_checks.hugged_cards(packed_scene(name)))


@pytest.mark.parametrize("name", [name for name in views() if "tangled" not in name])
def test_no_line_lies_on_another_that_leads_elsewhere(name: str) -> None:
    assert none(line_checks.lines_on_lines(packed_scene(name)))


@pytest.mark.parametrize("name", [name for name in views() if "tangled" not in name])
def test_no_line_runs_on_the_border_of_a_box(name: str) -> None:
    assert none(line_checks.lines_on_borders(packed_scene(name)))


def test_a_line_that_lies_on_another_is_told() -> None:
    scene = packed_scene("real map, ukraine")
    first, *others = (route for route in scene.placement.routes if not route.stub)
    doubled = replace(others[-1], curve=first.curve[::-1])
    assert any(line_checks.lines_on_lines(Scene(scene.map, replace(scene.placement, routes=(first, doubled)))))


@pytest.mark.parametrize("check", [line_checks.small_steps, line_checks.hugged_cards, line_checks.lines_on_borders])
def test_where_lines_are_beset_hardly_any_makes_a_small_step_or_hugs_a_card_or_border(check: Check) -> None:
    scenes = [packed_scene(name) for name in BESET]
    lines = sum(len(scene.placement.routes) for scene in scenes)
    assert sum(len(list(check(scene))) for scene in scenes) <= FEW * lines


@pytest.mark.parametrize("ratio", [0.2, 0.7, 3.0, 8.0])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name.replace(" ", "-"))
def test_special_shapes_can_be_packed_into_any_frame(shape: Sample, ratio: float) -> None:
    part, scenes = part_of(shape.map), []
    for candidate in packed.candidates(part.map, make_card_choices(part, Wording.FULL), ratio):
        with suppress(NoRouteError):
            scenes.append(Scene(part.map, candidate.make()))
    assert scenes
    for scene in scenes:
        assert none(geometry_checks.overlapping_cards(scene))
        assert none(geometry_checks.overlapping_boxes(scene))
        assert none(geometry_checks.lines_through_cards(scene))


def test_everything_lies_in_the_frame(scene: Scene) -> None:
    assert none(geometry_checks.outside_the_frame(scene))


# drawings


def test_every_letter_lies_inside_its_card(picture: Picture) -> None:
    assert none(drawing_checks.text_outside_cards(picture))


def test_no_card_covers_the_words_of_a_box(picture: Picture) -> None:
    assert none(drawing_checks.covered_text(picture))


def test_everything_lies_inside_the_view_box(picture: Picture) -> None:
    assert none(drawing_checks.outside_view_box(picture))


def test_the_legend_overlaps_nothing(picture: Picture) -> None:
    assert none(drawing_checks.met_legend(picture))


def test_heads_and_signs_stand_on_no_card(picture: Picture) -> None:
    assert none(drawing_checks.signs_on_cards(picture))
    assert none(drawing_checks.badges_on_cards(picture))


def test_no_border_lies_over_a_head_and_no_badge_under_a_line(picture: Picture) -> None:
    assert none(drawing_checks.covered_badges(picture))
    assert none(drawing_checks.covered_heads(picture))
    assert none(drawing_checks.pointless_beginnings(picture))


@pytest.mark.parametrize("name", [name for name in views_drawn() if name not in SIGNS_AT_A_LOSS])
def test_every_sign_has_paper_around_it_and_is_plainly_of_its_line(name: str) -> None:
    picture = drawn((name, Wording.FULL, "packed"))
    assert none(sign_checks.crowded_signs(picture))
    assert name in BESET_SIGNS or none(sign_checks.doubtful_signs(picture))


# whatever argument there may be


@pytest.mark.parametrize("way", WAYS)
@THOROUGH
@given(view=small_views())
def test_every_small_argument_is_placed_well(way: str, view: tuple[ArgumentMap, View]) -> None:
    part = part_of(*view)
    placement = place(part, Wording.FULL, 110.0, way)
    assert not geometry_checks.faults(Scene(part.map, placement, direction_of(way)))


@pytest.mark.parametrize("layout", ["layered", "packed"])
@THOROUGH
@given(view=small_views(10))
def test_every_small_argument_is_drawn_well(layout: str, view: tuple[ArgumentMap, View]) -> None:
    picture = Picture(to_svg(draw(*view, layout=layout, words="label", wrap=110.0)))
    assert not drawing_checks.faults(picture)


def test_no_line_of_the_whole_real_map_turns_back_or_bends_before_its_head_when_it_shows_labels() -> None:
    argument = load(REAL)
    scene = Scene(argument, placed_by_judge(part_of(argument), words="label").placement)
    assert none(geometry_checks.lines_turning_back(scene))
    assert none(geometry_checks.bent_heads(scene))


def test_the_arrow_that_is_undercut_runs_straight_though_its_cards_are_of_different_heights() -> None:
    argument = load(SOCRATES)
    assert none(line_checks.small_steps(Scene(argument, placed_by_judge(part_of(argument)).placement)))
