"""The packed layout: what stands where, and that a change in one place moves nothing past another."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.geometry import Rect
from argmap.layout import packed
from argmap.layout.cards import Wording, make_card_choices
from argmap.layout.fit import Frame
from argmap.layout.placement import Placement
from argmap.model import ArgumentMap
from argmap.views import part_of
from tests.random_maps import TREES, random_sample, sentence

SIZES = (8, 12, 20, 30, 60)


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


def test_the_same_argument_is_packed_the_same_way_again() -> None:
    assert placed(random_sample(30, 1).map) == placed(random_sample(30, 1).map)
