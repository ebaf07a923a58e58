"""The judge: which placement wins, what stands on the cards, where the legend goes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import pytest

from argmap.geometry import Curve, Point, Rect, straight
from argmap.layout.cards import TEXT_SIZE, Card, Wording
from argmap.layout.crossings import crossings
from argmap.layout.fit import LEGIBLE, Fitted, Place, Words, fit
from argmap.layout.frame import MAX_TEXT, Frame, frame_of
from argmap.layout.placement import MARGIN, Candidate, NoRouteError, PlacedCard, Placement, Route
from argmap.layout.pockets import CLEARANCE
from argmap.layout.rails import rounded
from argmap.text import Paragraph
from argmap.views import Part
from tests.random_maps import Sample, because, sample

LABELLED = sample("labelled", {"a": [because("b")]}).part
UNLABELLED = Sample("unlabelled", "thesis: All men are mortal.\n").part
LEGENDS = ((60.0, 30.0), (140.0, 15.0))


def placement(width: float, height: float, cards: Iterable[Rect] = (), lines: Iterable[Curve] = ()) -> Placement:
    placed = tuple(PlacedCard(Card("a", Paragraph((), 0.0), rect.width, rect.height), rect) for rect in cards)
    return Placement(width, height, placed, (), tuple(Route("a.because.1", line) for line in lines))


def candidate(made: Placement) -> Candidate:
    return Candidate(made.width, made.height, lambda: made)


def hopeless(width: float, height: float) -> Candidate:
    """Return what could be made, as it seems, and cannot."""

    def make() -> Placement:
        raise NoRouteError

    return Candidate(width, height, make)


def way(full: Sequence[Candidate], label: Sequence[Candidate] = ()) -> Place:
    return lambda wording: full if wording is Wording.FULL else label


def best(*placements: Placement, legends: Sequence[tuple[float, float]] = ()) -> Fitted:
    return fit(LABELLED, [way([candidate(p) for p in placements])], legends, words=Words.FULL)


def worded(part: Part, full: float, label: float) -> Fitted:
    """Fit a part whose sentences and labels reach a text size on the slide, in points."""
    sizes = (candidate(placement(928 * 12 / size, 100)) for size in (full, label))
    sentences, labels = ([size] for size in sizes)
    return fit(part, [way(sentences, labels)])


# which placement


def test_the_placement_with_the_largest_text_wins() -> None:
    small, large = placement(2000, 900), placement(1000, 500)
    assert best(small, large).placement is large


def test_the_slide_has_room_for_its_text_between_the_margins() -> None:
    assert best(placement(1856, 508)).text_size == pytest.approx(6)
    assert best(placement(928, 1016)).text_size == pytest.approx(6)


def test_text_is_never_larger_than_32_points() -> None:
    assert best(placement(20, 20)).text_size == MAX_TEXT


def test_of_texts_about_as_large_the_one_with_fewer_crossings_wins() -> None:
    across = [straight(Point(0, 0), Point(130, 100)), straight(Point(100, 0), Point(0, 100))]
    beside = [straight(Point(0, 0), Point(0, 300)), straight(Point(100, 0), Point(100, 300))]
    assert best(placement(1000, 500, lines=across), placement(1020, 500, lines=beside)).placement.width == 1020
    assert best(placement(1000, 500, lines=across), placement(1040, 500, lines=beside)).placement.width == 1000


@pytest.mark.parametrize(("other", "width"), [(1010, 1010), (1030, 1000)])
def test_what_has_a_handicap_wins_only_with_much_larger_text(other: float, width: float) -> None:
    hampered = Candidate(1000, 500, lambda: placement(1000, 500), handicap=0.02)
    fitted = fit(LABELLED, [way([hampered, candidate(placement(other, 500))])], words=Words.FULL)
    assert fitted.placement.width == width


def tangled(width: float, lines: int, *others: Candidate) -> Candidate:
    """Return a candidate in which one line crosses some others, and what differs from it in one part."""
    across = straight(Point(-1, 5), Point(10 * lines, 6))
    upright = [straight(Point(10 * number, 0), Point(10 * number, 10)) for number in range(lines)]
    made = placement(width, 500, lines=[across, *upright])
    return Candidate(width, 500, lambda: made, lambda _: iter(others))


def led(round_about: float) -> Fitted:
    """Return what wins: a line that goes round and crosses nothing or, led more directly, one that crosses another."""
    other = straight(Point(40, 0), Point(40, 100))
    lengths = {130: round_about, 50: 100}
    long, short = (
        placement(1000, 500, lines=[other, straight(Point(0, y), Point(length, y))]) for y, length in lengths.items()
    )
    made = Candidate(1000, 500, lambda: long, direct=lambda: short)
    return fit(LABELLED, [way([made])], (), words=Words.FULL)


def test_a_long_way_round_gives_way_to_a_crossing() -> None:
    assert crossings(led(940).placement) == 1
    assert crossings(led(880).placement) == 0


def test_a_way_round_that_is_hardly_too_long_stays() -> None:
    assert crossings(led(910).placement) == 0


def test_where_more_direct_lines_have_no_way_the_others_stay() -> None:
    def direct() -> Placement:
        raise NoRouteError

    made = placement(1000, 500)
    tried = Candidate(1000, 500, lambda: made, direct=direct)
    assert fit(LABELLED, [way([tried])], (), words=Words.FULL).placement == made


def test_where_lines_cross_a_part_is_composed_in_another_way() -> None:
    once = tangled(1020, 1, tangled(1010, 0))
    fitted = fit(LABELLED, [way([tangled(1000, 3, tangled(1010, 4), once)])], words=Words.FULL)
    assert fitted.placement.width == 1010
    assert crossings(fitted.placement) == 0


def winding(width: float, beyond: float, *others: Candidate) -> Candidate:
    """Return a candidate with a line that goes so far beyond its end, and back, and what differs from it in a part."""
    corners = (Point(0, 0), Point(0, 50 + beyond), Point(200, 50 + beyond), Point(200, 50))
    made = placement(width, 500, lines=[rounded(corners)])
    return Candidate(width, 500, lambda: made, lambda _: iter(others))


def test_where_a_line_goes_far_round_a_part_is_composed_in_another_way() -> None:
    shorter = [winding(1010, 40), winding(1010, 20)]
    assert fit(LABELLED, [way([winding(1000, 60, *shorter)])], words=Words.FULL).placement.width == 1010
    assert fit(LABELLED, [way([winding(1000, 45, *shorter)])], words=Words.FULL).placement.width == 1000


def test_no_line_is_made_to_cross_another_only_to_be_shorter() -> None:
    fitted = fit(LABELLED, [way([winding(1000, 400, tangled(1000, 1))])], words=Words.FULL)
    assert fitted.placement.width == 1000
    assert crossings(fitted.placement) == 0


def test_text_is_not_made_much_smaller_for_the_sake_of_crossings() -> None:
    fitted = fit(LABELLED, [way([tangled(1000, 3, tangled(1025, 2, tangled(1060, 0)))])], words=Words.FULL)
    assert fitted.placement.width == 1025


@pytest.mark.parametrize(("crossings_left", "width"), [(3, 1000), (2, 1040)])
def test_text_is_made_a_little_smaller_where_half_as_many_lines_cross(crossings_left: int, width: int) -> None:
    fitted = fit(LABELLED, [way([tangled(1000, 4, tangled(1040, crossings_left))])], words=Words.FULL)
    assert fitted.placement.width == width


def test_what_is_untangled_step_by_step_is_measured_against_where_it_began() -> None:
    steps = tangled(1029, 3, tangled(1045, 2, tangled(1010, 2)))
    assert fit(LABELLED, [way([tangled(1000, 4, steps)])], words=Words.FULL).placement.width == 1010


def test_sentences_are_not_made_illegible_for_the_sake_of_crossings() -> None:
    width = 928 * TEXT_SIZE / LEGIBLE - 10
    fitted = fit(LABELLED, [way([tangled(width, 4, tangled(width * 1.04, 0))])], words=Words.FULL)
    assert fitted.placement.width == width
    assert fitted.text_size >= LEGIBLE


def test_what_would_make_text_much_smaller_is_not_made() -> None:
    fitted = fit(LABELLED, [way([tangled(1000, 3, hopeless(1040, 500), tangled(1025, 2))])], words=Words.FULL)
    assert fitted.placement.width == 1025


def test_of_two_ways_to_fewer_crossings_the_second_is_taken_where_the_first_leads_nowhere() -> None:
    detour = tangled(1005, 3, tangled(1010, 2))
    fitted = fit(LABELLED, [way([tangled(1000, 3, detour, hopeless(1000, 500))])], words=Words.FULL)
    assert fitted.placement.width == 1010


def test_only_a_few_others_are_made() -> None:
    endless = tangled(1000, 3)
    asked: list[int] = []

    def others(_: Placement) -> Iterator[Candidate]:
        for number in count():
            asked.append(number)
            yield endless

    first = Candidate(1000, 500, endless.make, others)
    assert crossings(fit(LABELLED, [way([first])], words=Words.FULL).placement) == 3
    assert len(asked) < 20


def test_of_as_few_crossings_and_as_large_a_text_the_shorter_lines_win() -> None:
    long, short = ([straight(Point(0, 0), Point(0, length))] for length in (300, 100))
    assert best(placement(1000, 500, lines=long), placement(1004, 500, lines=short)).placement.width == 1004


def test_what_cannot_win_is_not_made() -> None:
    fitted = fit(LABELLED, [way([candidate(placement(1000, 500)), hopeless(2000, 500)])], words=Words.FULL)
    assert fitted.placement.width == 1000


def test_what_cannot_be_made_gives_way_to_the_next() -> None:
    fitted = fit(LABELLED, [way([hopeless(500, 300), candidate(placement(1000, 500))])], words=Words.FULL)
    assert fitted.placement.width == 1000


def test_where_nothing_can_be_made_the_spare_way_is_taken() -> None:
    spare = way([candidate(placement(3000, 500))])
    fitted = fit(LABELLED, [way([hopeless(500, 300)])], spare=spare, words=Words.FULL)
    assert fitted.placement.width == 3000


# which words


def test_sentences_stand_on_the_cards_while_they_are_legible() -> None:
    assert worded(LABELLED, full=LEGIBLE, label=30).wording is Wording.FULL


def test_sentences_too_small_to_read_give_way_to_labels() -> None:
    assert worded(LABELLED, full=LEGIBLE - 0.5, label=LEGIBLE + 4).wording is Wording.LABEL


def test_labels_that_gain_nothing_leave_the_sentences() -> None:
    assert worded(LABELLED, full=10, label=9).wording is Wording.FULL


def test_without_labels_there_are_sentences_of_any_size() -> None:
    assert worded(UNLABELLED, full=5, label=30).wording is Wording.FULL


@pytest.mark.parametrize("words", [Words.FULL, Words.LABEL])
def test_words_that_are_asked_for_are_taken(words: Words) -> None:
    ways = [way([candidate(placement(3000, 500))], [candidate(placement(1000, 500))])]
    assert fit(LABELLED, ways, words=words).wording.value == words.value


# the legend


def test_a_legend_stands_in_a_free_corner_at_no_cost() -> None:
    card = Rect(MARGIN, MARGIN, 300, 100)
    fitted = best(placement(900, 500, [card]), legends=LEGENDS)
    legend = fitted.placement.legend
    assert legend is not None
    assert (fitted.placement.width, fitted.placement.height) == (900, 500)
    assert not legend.grown(CLEARANCE).overlaps(card)
    assert (legend.x, legend.bottom) == (MARGIN, 500 - MARGIN)


def test_a_line_through_a_corner_keeps_the_legend_out_of_it() -> None:
    line = straight(Point(899, 0), Point(0, 499))
    legend = best(placement(900, 500, [Rect(3, 3, 100, 50)], [line]), legends=LEGENDS).placement.legend
    assert legend is not None
    assert (legend.right, legend.bottom) == (900 - MARGIN, 500 - MARGIN)


def test_where_all_corners_are_taken_the_legend_stands_below() -> None:
    card = Rect(MARGIN, MARGIN, 900 - 2 * MARGIN, 500 - 2 * MARGIN)
    fitted = best(placement(900, 500, [card]), legends=LEGENDS)
    legend = fitted.placement.legend
    assert legend is not None
    assert legend.y >= fitted.placement.cards[0].rect.bottom + CLEARANCE
    assert fitted.placement.height == pytest.approx(legend.bottom + MARGIN)


def test_the_legend_takes_the_form_and_the_side_that_cost_least() -> None:
    wide = best(placement(1504, 304, [Rect(MARGIN, MARGIN, 1500, 300)]), legends=LEGENDS).placement
    high = best(placement(134, 304, [Rect(MARGIN, MARGIN, 130, 300)]), legends=LEGENDS).placement
    assert (wide.width, wide.legend and wide.legend.y > 300) == (1504, True)
    assert (high.height, high.legend and high.legend.x > 130) == (304, True)


def test_a_legend_stands_in_a_pocket_along_the_border() -> None:
    cards = [Rect(MARGIN, MARGIN, 896, 400), Rect(MARGIN, 410, 100, 88), Rect(400, 410, 498, 88)]
    fitted = best(placement(900, 500, cards), legends=LEGENDS)
    assert (fitted.placement.width, fitted.placement.height) == (900, 500)
    assert fitted.placement.legend is not None
    assert 110 <= fitted.placement.legend.x <= fitted.placement.legend.right <= 392


# the slide


@pytest.mark.parametrize("name", ["16:9", "4:3", "A4", "none", "1280x720"])
def test_a_slide_has_a_name_or_a_size(name: str) -> None:
    assert frame_of(name).name == name


def test_the_name_of_a_slide_may_be_written_in_any_case() -> None:
    assert frame_of("a4") == frame_of("A4")
    assert frame_of("None") == frame_of("none")
    assert frame_of("1280X720").width == 1280


@pytest.mark.parametrize("name", ["", "16x9", "5:4", "960x", "x540", "960×540", "-960x540", "1e3x1e3", "960x540x2"])
def test_what_is_no_slide_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name 16:9, 4:3, A4, none, or a size"):
        frame_of(name)


def test_without_a_slide_nothing_is_scaled() -> None:
    frame = frame_of("none")
    assert {frame.scale(*size) for size in ((10, 10), (5000, 9000))} == {1.0}
    assert frame.ratio == Frame().ratio
