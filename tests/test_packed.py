"""The packed layout: what stands where, and that a change in one place moves nothing past another."""

from collections.abc import Iterator
from dataclasses import replace
from inspect import unwrap
from itertools import pairwise, permutations
from pathlib import Path
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.api import load
from argmap.captions import captioned
from argmap.geometry import Rect, bounds
from argmap.layout import packed
from argmap.layout.blocks import BOX_PADDING
from argmap.layout.cards import CardChoices, Wording, make_card_choices
from argmap.layout.crossings import crossings
from argmap.layout.evenness import siblings_of
from argmap.layout.frame import Frame
from argmap.layout.homes import homes_of
from argmap.layout.landings import HEAD_LENGTH
from argmap.layout.parts import APART, LONE
from argmap.layout.placement import Candidate, Placement
from argmap.layout.rails import CORNER
from argmap.layout.sheet import INSET
from argmap.model import ArgumentMap, Relation, View
from argmap.scenes import place
from argmap.views import Part, part_of
from tests.bench.plain import plain_graphviz
from tests.line_checks import corners
from tests.random_maps import TANGLED, TREES, Odds, because, but, random_sample, sample, sentence

SIZES = (8, 12, 20, 30, 60)
REAL = load(Path(__file__).parent.parent / "maps" / "putin-on-two-fronts.yaml")
BUSY_TREES = Odds(linked=0.5, attack=0.4, undercut=0.3, shared=0.0)
UNEVEN = [
    *(part_of(REAL, view) for view in (None, *REAL.views)),
    *(random_sample(size, seed).part for size in (8, 12, 20, 30) for seed in range(8)),
]
"""Parts of maps in some of which a card would be much taller than its siblings if the least room were all."""


def placed(argument: ArgumentMap) -> Placement:
    part = part_of(argument)
    return packed.place(part.map, make_card_choices(part, Wording.FULL), Frame().ratio)


def bodies(argument: ArgumentMap, placement: Placement) -> dict[str, Rect]:
    """Return the box of every linked inference, the card of every other."""
    cards = {placed.card.claim: placed.rect for placed in placement.cards if not placed.stub}
    boxes = {box.inference: box.rect for box in placement.boxes}
    return {i.id: boxes.get(i.id) or cards[i.premises[0]] for i in argument.inferences}


def siblings_out_of_order(argument: ArgumentMap, placement: Placement) -> Iterator[str]:
    """What bears on one claim comes in the order of the file: each is further right or further down than the last."""
    rects = bodies(argument, placement)
    for claim in argument.claim:
        for before, after in pairwise(argument.on[claim]):
            one, other = rects[before.id], rects[after.id]
            if other.x < one.right and other.y < one.bottom:
                yield f"{after.id} stands neither right of nor below {before.id}"


def too_tall(argument: ArgumentMap, placement: Placement) -> set[str]:
    """Return the claims whose card is three times as tall as that of a sibling, or taller."""
    heights = {card.card.claim: card.rect.height for card in placement.cards if not card.stub}
    pairs = [pair for group in siblings_of(argument, homes_of(argument)) for pair in permutations(group, 2)]
    return {one for one, other in pairs if heights[one] >= 3 * heights[other]}


@pytest.mark.parametrize(
    ("part", "inference"),
    [(random_sample(14, 0).part, "c2.because.1"), (random_sample(16, 3).part, "c7.because.1")],
    ids=["a box", "a card"],
)
def test_what_stands_alone_below_a_card_leads_straight_to_it_where_the_slide_has_room(
    part: Part, inference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text_and_corners() -> tuple[float, int]:
        fitted = unwrap(place)(part)  # which knows again nothing that was placed otherwise
        curve = next(route.curve for route in fitted.placement.routes if route.inference == inference)
        return fitted.text_size, len(corners(curve))

    text, ends = text_and_corners()
    assert ends == 2
    monkeypatch.setattr(packed, "_MOST_STRAIGHT", 0)
    hanging_text, hanging_corners = text_and_corners()
    assert hanging_corners == 3
    assert text > 0.99 * hanging_text


def test_a_badge_on_a_box_stands_well_apart_from_a_head_on_a_card_in_it_where_a_line_bends() -> None:
    placement = place(random_sample(20, 276).part, words="full", layout="packed").placement
    tips = {route.inference: route.curve[-1] for route in placement.routes}
    assert tips["c4.but.1"].distance(tips["c2.because.1.unless.1"]) > 1.9 * APART


def test_a_line_whose_best_way_leaves_no_room_for_its_head_ends_elsewhere() -> None:
    placement = place(random_sample(16, 705).part).placement
    ends = (corners(route.curve)[-2:] for route in placement.routes if not route.stub)
    assert all(before.distance(tip) > HEAD_LENGTH for before, tip in ends)


@pytest.mark.parametrize("seed", [22, 29, 38])
def test_a_badge_on_a_box_stands_well_apart_from_the_heads_on_the_premises_in_it(seed: int) -> None:
    argument = random_sample(40, seed).map
    tips = {route.inference: route.curve[-1] for route in placed(argument).routes if not route.stub}
    badges = [undercutter for box in argument.inferences if box.linked for undercutter in argument.on[box.id]]
    assert badges
    for badge in badges:
        heads = [head for premise in argument.inference[badge.target].premises for head in argument.on[premise]]
        assert all(tips[badge.id].distance(tips[head.id]) > 1.9 * APART for head in heads)


def test_what_stands_straight_below_a_box_in_a_column_is_no_equal_of_those_in_the_column() -> None:
    placement = place(random_sample(14, 304).part).placement
    left = {card.card.claim: card.rect.x for card in placement.cards}
    column = {left["c7"], left["c8"] - BOX_PADDING, left["c11"]}  # the reasons for one claim
    assert len(column) == 1
    assert left["c12"] > max(column) + 10, "which bears on a premise in one of them"


@pytest.mark.parametrize("seed", [0, 1, 8])
def test_a_box_reaches_no_farther_than_its_premises_and_its_tab(seed: int) -> None:
    argument = random_sample(60, seed).map  # in these, what bears on the last premise of a box is wider than its card
    placement = placed(argument)
    for box in placement.boxes:
        if not argument.on[box.inference]:  # what undercuts a box may hang on its right
            last = max(card.rect.right for card in placement.cards if card.box == box.inference)
            assert box.rect.right == pytest.approx(max(last, box.tab_rect.right) + BOX_PADDING, abs=0.5)


def frame_height(candidate: Candidate) -> float:
    """Return how high the least frame of the slide's proportions is that holds what is to be placed."""
    return max(candidate.width / Frame().ratio, candidate.height)


def with_lower(choices: CardChoices, claim: str, height: float) -> CardChoices | None:
    """Return the choices of which those of a card as high as a height, or higher, are gone; none if all are."""
    lower = tuple(card for card in choices.cards[claim] if card.height < height)
    return replace(choices, cards=choices.cards | {claim: lower}) if lower else None


def reworded(argument: ArgumentMap, claim: str, text: str) -> ArgumentMap:
    """Return an argument with another sentence for one claim."""
    claims = tuple(known.model_copy(update={"text": text}) if known.id == claim else known for known in argument.claims)
    return argument.model_copy(update={"claims": claims})


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(6))
def test_siblings_follow_each_other_to_the_right_or_downwards(size: int, seed: int) -> None:
    argument = random_sample(size, seed, TREES).map
    assert not list(siblings_out_of_order(argument, placed(argument)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    size=st.sampled_from(SIZES),
    seed=st.integers(0, 50),
    which=st.integers(0, 59),
    words=st.randoms(use_true_random=False),
)
def test_other_words_in_one_claim_move_no_sibling_past_another(size: int, seed: int, which: int, words: Random) -> None:
    argument = random_sample(size, seed, TREES).map
    claim = argument.claims[which % len(argument.claims)].id
    for text in ("No.", sentence(words), f"{sentence(words)} {sentence(words)}"):
        changed = reworded(argument, claim, text)
        assert not list(siblings_out_of_order(changed, placed(changed)))


@pytest.mark.parametrize("part", UNEVEN, ids=lambda part: part.map.title)
def test_no_sentence_of_several_lines_can_be_narrower_than_about_fourteen_characters(part: Part) -> None:
    choices = make_card_choices(part, Wording.FULL).cards.values()
    wrapped = [card.paragraph.lines for cards in choices for card in cards if len(card.paragraph.lines) > 1]
    assert wrapped
    assert min(max(len(line.text) for line in lines) for lines in wrapped) >= 12


@pytest.mark.parametrize("part", UNEVEN, ids=lambda part: part.map.title)
def test_no_card_is_three_times_as_tall_as_its_sibling_where_the_slide_has_room(part: Part) -> None:
    choices = make_card_choices(part, Wording.FULL)
    candidate = next(packed.candidates(part.map, choices, Frame().ratio))
    placement = candidate.make()
    tall = too_tall(part.map, placement)
    heights = {card.card.claim: card.rect.height for card in placement.cards if not card.stub}
    for claim in tall:
        if lower := with_lower(choices, claim, heights[claim]):
            other = next(packed.candidates(part.map, lower, Frame().ratio))
            fits = frame_height(other) <= frame_height(candidate)
            assert not fits or len(too_tall(part.map, other.make())) >= len(tall)


@pytest.mark.parametrize("part", UNEVEN, ids=lambda part: part.map.title)
def test_siblings_are_evened_within_the_frame_of_the_largest_text(part: Part) -> None:
    candidate = next(packed.candidates(part.map, make_card_choices(part, Wording.FULL), Frame().ratio))
    placement = candidate.make()
    around = bounds([card.rect for card in placement.cards] + [box.rect for box in placement.boxes], ())
    assert max(around.width / Frame().ratio, around.height) <= frame_height(candidate) + 1e-6


def test_what_bears_alike_on_one_claim_from_afar_joins_what_stands_there() -> None:
    argument = random_sample(30, 308).part.map
    ends = {route.inference: route.curve[-1] for route in placed(argument).routes if not route.stub}
    alike = [inference.id for inference in argument.on["c20"] if inference.relation is Relation.SUPPORT]
    assert len(alike) == 3
    assert len({ends[inference] for inference in alike}) == 1


def test_the_same_argument_is_packed_the_same_way_again() -> None:
    assert placed(random_sample(30, 1).map) == placed(random_sample(30, 1).map)


@pytest.mark.parametrize("part", UNEVEN, ids=lambda part: part.map.title)
def test_the_whole_is_balanced_on_the_slide(part: Part) -> None:
    """It has nearly the shape of the slide, and the middle of all its cards is about that of the slide."""
    placement = place(part, words="full").placement
    shape = placement.width / placement.height / Frame().ratio
    assert 0.9 < shape < 1 / 0.9
    areas = {card.rect.center: card.rect.width * card.rect.height for card in placement.cards}
    across, down = (sum(center[axis] * area for center, area in areas.items()) for axis in (0, 1))
    assert abs(across / sum(areas.values()) / placement.width - 0.5) < 0.1
    assert abs(down / sum(areas.values()) / placement.height - 0.5) < 0.1


def test_no_line_of_the_real_map_passes_its_end_and_hooks_back_to_it() -> None:
    for route in place(part_of(REAL), words="label").placement.routes:
        line = corners(route.curve)
        for a, b, c, d in zip(line[-4:], line[-3:], line[-2:], line[-1:], strict=False):
            turns_back = (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) < 0
            assert not (turns_back and b.distance(c) < 2 * CORNER)


@pytest.mark.parametrize("view", [None, *REAL.views], ids=lambda view: view.name if view else "whole")
def test_the_real_map_and_its_views_cross_no_more_than_in_plain_graphviz(view: View | None) -> None:
    part = captioned(part_of(REAL, view) if view else part_of(REAL), REAL)
    assert crossings(place(part, words="full").placement) <= crossings(plain_graphviz(part, Frame()))


@settings(max_examples=60, deadline=None)
@given(size=st.integers(2, 40), seed=st.integers(0, 10_000), odds=st.sampled_from([TREES, BUSY_TREES]))
def test_no_lines_of_a_tree_cross(size: int, seed: int, odds: Odds) -> None:
    assert crossings(placed(random_sample(size, seed, odds).map)) == 0


@pytest.mark.parametrize("seed", range(4))
def test_what_is_composed_otherwise_are_other_drawings_of_the_whole_argument(seed: int) -> None:
    part = random_sample(16, seed, TANGLED).part
    first = next(packed.candidates(part.map, make_card_choices(part, Wording.FULL), Frame().ratio))
    drawn = first.make()
    assert first.others
    others = [other.make() for other in first.others(drawn)]
    assert len([other for other in others if bodies(part.map, other) != bodies(part.map, drawn)]) > 2
    for other in others:
        assert {route.inference for route in other.routes} == set(part.map.inference)


def test_thousands_of_claims_find_a_way_for_every_line() -> None:
    part = random_sample(3_000, 1).part
    placement = packed.place(part.map, make_card_choices(part, Wording.FULL), Frame().ratio)
    assert {route.inference for route in placement.routes} == set(part.map.inference)


@pytest.mark.parametrize("claims", [8, 16, 30])
def test_random_arguments_get_larger_text_and_no_more_crossings_than_plain_graphviz_gives_them(claims: int) -> None:
    frame, ratios, crossed, crossed_plain = Frame(), [], [], []
    for seed in range(1, 9):
        part = random_sample(claims, seed).part
        plain, fitted = plain_graphviz(part, frame), place(part, words="full")
        crossed.append(crossings(fitted.placement))
        crossed_plain.append(crossings(plain))
        ratios.append(fitted.scale / frame.scale(plain.width, plain.height))
    assert min(ratios) >= 1.0
    assert median(ratios) >= 1.25
    assert sum(crossed) <= sum(crossed_plain) / 2
    assert all(number <= other for number, other in zip(crossed, crossed_plain, strict=True))


def test_the_line_of_a_box_with_a_stub_leaves_it_high_where_it_does_not_run_straight() -> None:
    placement = place(random_sample(12, 14).part, words="full").placement
    (stub,) = (card for card in placement.cards if card.stub)
    box = next(box.rect for box in placement.boxes if box.inference == stub.box)
    own = next(route.curve for route in placement.routes if route.inference == stub.box and not route.stub)
    assert own[0].x == box.x
    assert own[0].y < stub.rect.y


@pytest.mark.parametrize(("claims", "seed"), [(8, 13), (12, 14), (20, 8), (20, 14)])
def test_a_line_to_a_stub_comes_in_below_that_of_its_box_or_goes_round_where_plain_graphviz_crosses_none(
    claims: int, seed: int
) -> None:
    part = random_sample(claims, seed).part
    plain = plain_graphviz(part, Frame())
    assert crossings(place(part, words="full").placement) <= crossings(plain)


def test_what_stands_alone_below_its_target_is_near_it_and_has_a_straight_line() -> None:
    argument = sample("a case of one line", {"a": [because("b")], "b": [because("c", "d")], "d": [but("e")]}).part
    placement = place(argument, slide="300x900").placement
    for route, (name, target) in zip(placement.routes, (("b", "a"), ("c", "b"), ("e", "d")), strict=True):
        start, end = corners(route.curve)
        assert start.x == end.x
        rects = {card.card.claim: card.rect for card in placement.cards} | {"c": placement.boxes[0].rect}
        assert start.y - end.y == LONE + (BOX_PADDING if target == "d" else 0.0)
        assert (start.y, end.y) == (rects[name].y, rects[target].bottom)


@pytest.mark.parametrize("seed", range(8))
def test_a_straight_line_that_is_alone_at_its_side_ends_in_the_middle_half_of_it_if_it_can(seed: int) -> None:
    argument = random_sample(20, seed, TREES).map
    placement = place(part_of(argument), words="full").placement
    rects = bodies(argument, placement) | {card.card.claim: card.rect for card in placement.cards}
    ends = {route.inference: corners(route.curve) for route in placement.routes}
    looked_at = 0
    for inference in argument.inferences:
        a, b = ends[inference.id][0], ends[inference.id][-1]
        others = [ends[other.id][-1] for other in argument.on[inference.target] if other.id != inference.id]
        if len(ends[inference.id]) > 2 or any(b.x == other.x or b.y == other.y for other in others):
            continue
        source, target = rects[inference.id], rects[inference.target]
        at, *sides = (b.y, target.y, target.bottom, source.y, source.bottom)
        if a.x == b.x:
            at, *sides = (b.x, target.x, target.right, source.x, source.right)
        low, high, least, most = sides
        quarter = (high - low) / 4
        if least + INSET < high - quarter and low + quarter < most - INSET and inference.relation != Relation.UNDERCUT:
            looked_at += 1
            assert low + quarter <= at <= high - quarter
    assert looked_at


def test_a_line_turns_in_the_middle_of_its_room_and_not_by_the_card_that_it_leaves() -> None:
    argument = random_sample(40, 10).part
    placement = place(argument).placement
    line = corners(next(route.curve for route in placement.routes if route.inference == "c6.but.1"))
    box = next(box.rect for box in placement.boxes if box.inference == "c1.because.2")
    assert len(line) == 4
    assert line[0].x - line[1].x > 20
    assert line[1].x - box.right > 20
