"""A deck: few slides, each full and legible; all that is argued is on one, and no inference is torn."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings

from argmap.deck.compose import deck_of
from argmap.deck.cut import Cut, cuts_of
from argmap.deck.fitting import Fitter
from argmap.deck.plan import Plan
from argmap.deck.sheet import sheet_of
from argmap.deck.slides import Deck, Kind, Slide
from argmap.drawing import Drawing
from argmap.model import ArgumentMap
from argmap.scenes import Look
from argmap.shapes import Shape, Text
from argmap.views import part_of
from tests.maps_drawn import REAL, loaded, real_deck
from tests.random_maps import Sample, random_sample, small_samples
from tests.test_reader import argument

WHOLE = loaded(REAL)
RANDOM = {
    f"{claims} claims, seed {seed}": random_sample(claims, seed).map
    for claims, seed in zip(range(40, 121, 9), range(11, 20), strict=True)
}
RANDOM["120 claims, seed 20"] = random_sample(120, 20).map
MAPS = {"Putin on two fronts": WHOLE, **RANDOM}

STEPPED = list(MAPS)[:4]

each_map = pytest.mark.parametrize("name", MAPS)


@cache
def deck(name: str) -> Deck:
    return real_deck() if MAPS[name] is WHOLE else deck_of(MAPS[name], Look(), Plan(steps=name in STEPPED))


def pictured(found: Deck) -> list[tuple[Slide, Drawing]]:
    return [(slide, slide.drawing) for slide in found.slides if slide.drawing]


def parts(found: Deck) -> list[tuple[Slide, Drawing]]:
    return [(slide, drawing) for slide, drawing in pictured(found) if slide.kind is Kind.PART]


def drawn_in(drawing: Drawing) -> dict[str, tuple[Shape, ...]]:
    claims = {group.id: group.shapes for group in drawing.claims}
    return claims | {group.id: group.shapes for group in drawing.inferences}


def shown(drawing: Drawing) -> set[str]:
    return set(drawn_in(drawing))


# every slide is legible, and nothing is lost


@each_map
def test_every_slide_has_text_of_the_size_that_was_asked_for(name: str) -> None:
    for _, drawing in pictured(deck(name)):
        assert drawing.text_size >= 18
        sentences = [shape for claim in drawing.claims for shape in claim.shapes if isinstance(shape, Text)]
        sizes = [text.lines[0].size * drawing.scale for text in sentences if text.role == "text"]
        assert min(sizes) >= 18
    assert not deck(name).too_large


@each_map
def test_every_drawing_keeps_to_its_place_on_the_slide(name: str) -> None:
    room = deck(name).sheet.picture
    for _, drawing in pictured(deck(name)):
        assert drawing.width * drawing.scale <= room.width + 0.01
        assert drawing.height * drawing.scale <= room.height + 0.01


@each_map
def test_every_claim_and_inference_is_on_some_slide_in_full(name: str) -> None:
    found = set().union(*(shown(drawing) for _, drawing in parts(deck(name))))
    assert found == {*MAPS[name].claim, *MAPS[name].inference}
    assert all(drawing.wording == "full" for _, drawing in parts(deck(name)))


@each_map
def test_no_inference_is_torn(name: str) -> None:
    for _, drawing in pictured(deck(name)):
        there = shown(drawing)
        for group in drawing.inferences:
            assert {*group.premises, group.target} <= there
            assert set(group.premises) == set(MAPS[name].inference[group.id].premises)


@each_map
def test_a_card_says_on_which_slide_the_argument_goes_on(name: str) -> None:
    found, argument = deck(name), MAPS[name]
    on_slide = {slide.number: shown(drawing) for slide, drawing in parts(found)}
    for _, drawing in pictured(found):
        there = shown(drawing)
        for claim in drawing.claims:
            missing = {inference.id for inference in argument.on[claim.id]} - there
            for inference in missing:
                assert any(inference in on_slide[number] for number in claim.continued)
            told = [line.line.text for shape in claim.shapes if isinstance(shape, Text) for line in shape.lines]
            said = "→ " + ", ".join(map(str, claim.continued[:3]))
            assert any(line.startswith(said) for line in told) == bool(claim.continued)


@each_map
def test_the_remarks_keep_to_their_cards(name: str) -> None:
    for _, drawing in pictured(deck(name)):
        for claim in drawing.claims:
            card = claim.shapes[0].rect  # type: ignore[union-attr]
            for line in (line for shape in claim.shapes if isinstance(shape, Text) for line in shape.lines):
                assert card.x < line.start.x
                assert line.start.x + line.line.width * line.size < card.right


# few slides, each full


@each_map
def test_the_slides_are_few(name: str) -> None:
    heads = sum(bool(MAPS[name].on[claim]) for claim in MAPS[name].claim)
    assert len(parts(deck(name))) <= 0.6 * heads, "one slide for each claim on which something bears is far more"
    claims = sum(len(drawing.claims) for _, drawing in parts(deck(name)))
    assert claims / len(parts(deck(name))) >= 8


def fitter(whole: ArgumentMap, size: float = 18.0) -> Fitter:
    return Fitter(part_of(whole), whole, Look(slide=Plan().sheet.frame, layout="packed"), size=size, highest=99)


@pytest.mark.parametrize("name", list(MAPS)[:4])
def test_no_part_has_room_for_one_that_was_cut_off(name: str) -> None:
    found = fitter(part_of(MAPS[name]).map)
    cuts = cuts_of(found.section.map, found.fits)
    for above in cuts:
        cards = {premise for name in above.inferences for premise in found.section.map.inference[name].premises}
        for below in cuts:
            if below is not above and below.head in cards and not below.about:
                order = [i for i in found.section.map.inference if i in {*above.inferences, *below.inferences}]
                assert not found.fits(Cut(above.head, tuple(order)))


@given(small_samples(14))
@settings(max_examples=40, deadline=None)
def test_the_parts_of_a_cut_hold_everything_and_each_hangs_together(sample: Sample) -> None:
    whole = part_of(sample.map).map

    def fits(cut: Cut) -> bool:
        return len(cut.inferences) <= 3

    cuts = cuts_of(whole, fits)
    assert {name for cut in cuts for name in cut.inferences} == set(whole.inference)
    assert len(set(cuts)) == len(cuts)
    for cut in cuts:
        reached = {cut.head}
        for name in cut.inferences:
            inference = whole.inference[name]
            assert inference.target in reached
            reached |= {name, *inference.premises}
        if not fits(cut):
            chain = [whole.inference[name] for name in cut.inferences]
            assert all(below.target == above.id for above, below in pairwise(chain)), (
                "only a chain of undercuts is so large"
            )


# where one is


@each_map
def test_the_path_leads_from_the_thesis_to_what_the_slide_is_about(name: str) -> None:
    argument = MAPS[name]
    by_number = {slide.number: shown(drawing) for slide, drawing in parts(deck(name))}
    names = {(claim.label or claim.text): claim.id for claim in argument.claims}
    for slide, drawing in parts(deck(name)):
        head = next(claim for claim in drawing.claims if "thesis" in claim.classes)
        assert bool(slide.path) == (head.id != argument.thesis)
        for crumb in slide.path:
            assert names[crumb.text] in by_number[crumb.slide]
        if slide.path:
            assert names[slide.path[0].text] == argument.thesis
            assert slide.lead in ("because", "but", "unless")


@each_map
def test_the_inset_lights_what_the_slide_shows_and_is_the_same_on_all(name: str) -> None:
    insets = [(slide.inset, drawing) for slide, drawing in parts(deck(name)) if slide.inset]
    assert insets
    for inset, drawing in insets:
        fills = {group.id: group.shapes[0].fill for group in inset.claims}  # type: ignore[union-attr]
        assert fills.keys() == MAPS[name].claim.keys()
        lit = {fills[group.id] for group in drawing.claims}
        assert len(lit) == 1
        assert all((fill in lit) == (claim in shown(drawing)) for claim, fill in fills.items())


@each_map
def test_titles_differ(name: str) -> None:
    titles = [slide.title for slide in deck(name).slides]
    assert len(set(titles)) == len(titles)


# order and numbers


def test_a_deck_is_a_title_an_overview_the_parts_and_the_sources() -> None:
    kinds = [slide.kind for slide in deck("Putin on two fronts").slides]
    assert kinds == [Kind.TITLE, Kind.OVERVIEW, *[Kind.PART] * (len(kinds) - 3), Kind.SOURCES]


def test_slides_are_numbered_one_by_one() -> None:
    found = deck("Putin on two fronts")
    assert [slide.number for slide in found.slides] == list(range(1, len(found.slides) + 1))


def test_where_a_step_is_a_page_the_numbers_count_pages() -> None:
    found = deck_of(random_sample(30, 6).map, Look(), Plan(steps=True, paged=True))
    number = 1
    for slide in found.slides:
        assert slide.number == number
        number += max(1, len(slide.pages))
    assert number > 3 * len(found.slides)


@each_map
def test_a_slide_comes_after_those_on_which_it_hangs(name: str) -> None:
    for slide, _ in parts(deck(name)):
        assert all(crumb.slide < slide.number for crumb in slide.path)


@pytest.mark.parametrize("name", STEPPED)
def test_in_every_step_of_a_slide_everything_has_its_place(name: str) -> None:
    for slide in deck(name).slides:
        if slide.pages:
            whole = drawn_in(slide.pages[-1].drawing)
            assert len({(page.drawing.width, page.drawing.height, page.drawing.scale) for page in slide.pages}) == 1
            for page in slide.pages:
                drawn = drawn_in(page.drawing)
                assert drawn == {name: whole[name] for name in drawn}


# special maps


def test_an_inference_too_large_for_a_slide_is_named_and_drawn_as_large_as_it_fits() -> None:
    long = "This sentence goes on and on and will not come to its end for a good while yet, whatever anyone may say. "
    premises = ", ".join(f'"{number} {long * 4}"' for number in range(6))
    found = argument(f"thesis: T is.\nbecause:\n  - [{premises}]\n")
    made = deck_of(found, Look(), Plan())
    assert [(large.inference, large.slide) for large in made.too_large] == [("t-is.because.1", 2)]
    assert made.too_large[0].size == pytest.approx(made.slides[1].drawing.text_size)  # type: ignore[union-attr]
    assert made.text_size < 18


def test_a_map_that_fits_on_one_slide_has_no_overview() -> None:
    made = deck_of(
        argument("thesis: Socrates is mortal.\nbecause: [[Socrates is a man., All men are mortal.]]\n"), Look(), Plan()
    )
    assert [slide.kind for slide in made.slides] == [Kind.TITLE, Kind.PART]
    assert made.slides[1].inset is None


def test_a_single_claim_makes_a_deck() -> None:
    made = deck_of(argument("thesis: A is.\n"), Look(), Plan(steps=True, paged=True))
    assert [slide.kind for slide in made.slides] == [Kind.TITLE, Kind.PART]


def test_views_are_sections_one_after_the_other() -> None:
    made = deck_of(WHOLE, Look(), Plan(views=("main-line", "narrative")))
    covered = [shown(drawing) for slide, drawing in parts(made)]
    expected = [part_of(WHOLE, view).map for view in WHOLE.views if view.name in ("main-line", "narrative")]
    assert set().union(*covered) == {name for part in expected for name in (*part.claim, *part.inference)}
    assert made.text_size >= 18


def test_a_slide_of_a_view_says_what_the_view_leaves_out() -> None:
    view = part_of(WHOLE, next(view for view in WHOLE.views if view.name == "main-line"))
    made = deck_of(WHOLE, Look(), Plan(views=("main-line",)))
    texts = [line for slide in made.slides if slide.drawing for line in slide.drawing.description.splitlines()]
    for count in set(view.left_out.values()):
        assert any(f"{count} more" in line for line in texts)
    whole = [slide.drawing.description for slide in deck("Putin on two fronts").slides if slide.drawing]
    assert not any(" more" in text for text in whole)


@pytest.mark.parametrize(("slide", "size"), [("4:3", 24.0), ("A4", 14.0), ("1280x720", 18.0)])
def test_any_slide_and_size_will_do(slide: str, size: float) -> None:
    made = deck_of(random_sample(30, 6).map, Look(), Plan(sheet_of(slide), min_size=size))
    assert not made.too_large
    assert made.text_size >= size


def test_decks_are_the_same_in_every_run() -> None:
    name = STEPPED[1]
    assert deck_of(MAPS[name], Look(), Plan(steps=True)).slides == deck(name).slides
