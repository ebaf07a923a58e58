"""Shape curves against what trying every size gives."""

from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.curves import Front, Size, best_of, shared, side_by_side, stacked

GAP = 3.0
LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True)


def front(widths: Iterable[int], heights: Iterable[int]) -> Front:
    """Return a front of some widths and heights, as many as there are of both."""
    sizes = list(zip(sorted(widths), sorted(heights, reverse=True), strict=False))
    return Front(*(list(map(float, lengths)) for lengths in zip(*sizes, strict=True)))


def unbeaten(sizes: Iterable[Size]) -> list[Size]:
    """Return the sizes that no other beats, by growing width."""
    kept: list[Size] = []
    for size in sorted(sizes):
        if not kept or size.height < kept[-1].height:
            kept.append(size)
    return kept


def trials(fronts: Sequence[Front]) -> Iterable[tuple[Size, ...]]:
    """Return every choice of a size for each part."""
    return product(*(list(one.sizes()) for one in fronts))


FRONTS = st.lists(st.builds(front, LENGTHS, LENGTHS), min_size=1, max_size=4)


@given(FRONTS)
def test_side_by_side_widths_add_up(fronts: list[Front]) -> None:
    gaps = GAP * (len(fronts) - 1)
    tried = [Size(sum(s.width for s in sizes) + gaps, max(s.height for s in sizes)) for sizes in trials(fronts)]
    assert list(side_by_side(fronts, GAP).sizes()) == unbeaten(tried)


@given(FRONTS)
def test_on_top_of_each_other_heights_add_up(fronts: list[Front]) -> None:
    gaps = GAP * (len(fronts) - 1)
    tried = [Size(max(s.width for s in sizes), sum(s.height for s in sizes) + gaps) for sizes in trials(fronts)]
    assert list(stacked(fronts, GAP).sizes()) == unbeaten(tried)


@given(FRONTS, st.integers(1, 160))
def test_parts_that_share_a_width_are_as_low_as_can_be_and_none_lower_than_need_be(
    fronts: list[Front], width: int
) -> None:
    sizes = shared(fronts, width, GAP)
    room = max(float(width), side_by_side(fronts, GAP).widths[0]) - GAP * (len(fronts) - 1)
    fitting = [choice for choice in trials(fronts) if sum(size.width for size in choice) <= room]
    lowest = min(max(size.height for size in choice) for choice in fitting)
    assert max(size.height for size in sizes) == lowest
    assert sizes == [one.within(lowest) for one in fronts]


@given(FRONTS)
def test_the_best_of_several_fronts_tells_where_each_size_is_from(fronts: list[Front]) -> None:
    best, origins = best_of(fronts, 100)
    assert list(best.sizes()) == unbeaten(size for one in fronts for size in one.sizes())
    assert all(size in fronts[number].sizes() for size, number in zip(best.sizes(), origins, strict=True))


def test_a_front_is_thinned_and_keeps_its_ends() -> None:
    best, origins = best_of([front(range(1, 31), range(1, 31))], 5)
    assert (len(best.widths), best.widths[0], best.widths[-1]) == (5, 1, 30)
    assert len(origins) == 5


@pytest.mark.parametrize(("width", "size"), [(0.5, Size(2, 9)), (4.9, Size(2, 9)), (5, Size(5, 4)), (99, Size(7, 1))])
def test_the_lowest_size_that_fits_a_width_is_taken(width: float, size: Size) -> None:
    assert front((2, 5, 7), (9, 4, 1)).at_width(width) == size


def test_a_front_grows_and_has_a_least_width() -> None:
    assert list(front((2, 5), (9, 4)).grown(1.0, 2.0, 4.0).sizes()) == [Size(4, 11), Size(6, 6)]
