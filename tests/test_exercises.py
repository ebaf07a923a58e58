"""Exercises: the same drawing with blanks to fill in, which gives no answer away, and its key."""

import io
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import astuple
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from argmap.api import draw, load
from argmap.blanks import BlankError, blanks_of
from argmap.captions import captioned
from argmap.colors import contrast
from argmap.drawing import ClaimGroup, Drawing, InferenceGroup
from argmap.geometry import Point
from argmap.hiding import LINE, answered, hidden
from argmap.layout.cards import TEXT_SIZE
from argmap.lettering import Outlines
from argmap.model import ArgumentMap, Relation, View
from argmap.outline import outline
from argmap.outputs.formats import content
from argmap.outputs.options import Options
from argmap.scenes import Look, part_named, scene_of
from argmap.scheme_words import PHRASES
from argmap.shapes import Box, Text, TextLine
from argmap.shapes import Path as Line
from argmap.stages import stages
from argmap.steps import steps_of
from argmap.svg import to_svg
from argmap.theme import THEMES
from argmap.views import part_of, view_made
from argmap.words import WORDS
from tests.drawing_checks import Picture, faults
from tests.fonts import dejavu
from tests.maps_drawn import drawn_once, loaded
from tests.random_maps import Sample, small_samples, small_views
from tests.scripts import HEBREW
from tests.test_cli import argmap
from tests.test_flagship import MAP
from tests.test_reader import argument

MAPS = MAP.parent
WHOLE = loaded(MAP)
SOCRATES = load(MAPS / "socrates.yaml")
SVG = "{http://www.w3.org/2000/svg}"
SECRETIVE = argument(
    """
title: Why the lecture moved
thesis: The lecture has moved.
sources: {registry: {title: Zephyr gazette, url: "https://example.org/zephyr"}}
because:
  - premises:
      - {text: Quokkas gnawed the benches., label: Quokkas again, id: quokka-bench, source: registry page 7,
         by: a zoologist, url: "https://example.org/quokkas", tags: [marsupial], note: Quokkas are small.}
      - The old room is closed.
    id: gnawed-benches
    unless: {text: Benches can be mended., because: Carpenters are near.}
  - {id: benches-elsewhere, text: There is a better room.}
but:
  - premises: [quokka-bench]
    scheme: analogy
views: {gnawed: {title: What the quokkas did, focus: quokka-bench}}
steps: [quokka-bench]
"""
)
SECRETS = ("quokka", "gnawed", "zephyr", "zoolog", "marsup", "benches")
FORMS: dict[str, Callable[[Drawing], bytes]] = {
    "outlines": lambda drawing: to_svg(drawing).encode(),
    "font": lambda drawing: to_svg(drawing, "font").encode(),
    "plain": lambda drawing: to_svg(drawing, "plain").encode(),
    "fragments": lambda drawing: to_svg(drawing, fragments=True).encode(),
    "png": lambda drawing: without_pixels(content(drawing, "png", Options(scale=1.0))),
    "pdf": lambda drawing: readable(content(drawing, "pdf")),
    "dot": lambda drawing: content(drawing, "dot"),
}
"""Every way to write a drawing, in bytes that hold its words as they are."""


def chosen(of: ArgumentMap, *wanted: str, view: View | None = None) -> dict[str, int]:
    return blanks_of(part_of(of, view), wanted)


def group(drawing: Drawing, claim: str) -> ClaimGroup:
    return next(group for group in drawing.claims if group.id == claim)


def blanks(drawing: Drawing) -> list[ClaimGroup]:
    return [group for group in drawing.claims if "blank" in group.classes]


def said(claim: ClaimGroup, role: str) -> list[str]:
    return [
        t.line.text for shape in claim.shapes if isinstance(shape, Text) and shape.role == role for t in shape.lines
    ]


def places(drawing: Drawing) -> list[object]:
    """Return the frame and the numbers of every card, box, stub and line, in the order of the argument."""
    found: list[object] = [(drawing.width, drawing.height, drawing.scale, drawing.wording)]
    groups: tuple[ClaimGroup | InferenceGroup, ...] = (*drawing.inferences, *drawing.claims)
    for part in groups:
        found.append(part.step)
        for shape in part.shapes:
            if isinstance(shape, Box) and shape.role != "badge":
                found.append((shape.role, shape.rect, shape.dashes))
            elif isinstance(shape, Line):
                found.append((shape.role, shape.curve, shape.corners))
    return [*found, drawing.legend]


def readable(pdf: bytes) -> bytes:
    """Return all that a PDF says: its pages' words, its properties, its alternative text, all its streams."""
    reader = PdfReader(io.BytesIO(pdf))
    told = [page.extract_text() for page in reader.pages] + [str(reader.metadata), str(reader.xmp_metadata)]
    told += [str(obj.get_object()) for obj in _objects(reader)]
    streams = (re.sub(rb"^\r?\n", b"", part) for part in re.findall(rb"stream(.*?)endstream", pdf, re.DOTALL))
    return "\n".join(told).encode("utf-8", "replace") + b"\n".join(map(_inflated, streams))


def _objects(reader: PdfReader) -> Iterator[Any]:
    for number in range(1, reader.trailer["/Size"]):  # type: ignore[call-overload]
        if (found := reader.get_object(number)) is not None:
            yield found


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def without_pixels(picture: bytes) -> bytes:
    """Return a PNG without its pixels, which hold words of three letters by chance."""
    kept, at = picture[:8], 8
    while at < len(picture):
        (size,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] != b"IDAT":
            kept += picture[at : at + 12 + size]
        at += 12 + size
    return kept


def vocabulary(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{3,}", text.casefold()))


def told_away(written: bytes, full: ArgumentMap, blanked: set[str], own: set[str]) -> set[str]:
    """Return the words of blanked sentences that a file holds, and that nothing else in it has a reason to say."""
    shut = {word for name in blanked for word in vocabulary(f"{full.claim[name].text} {full.claim[name].label}")}
    shown = {c.id: f"{c.text} {c.label}" for c in full.claims if c.id not in blanked}
    schemes = " ".join(PHRASES["en"][inference.scheme] for inference in full.inferences if inference.scheme)
    drawn = " ".join((*shown.values(), schemes, *astuple(WORDS["en"])))
    return (shut - vocabulary(drawn) - own) & vocabulary(written.decode("utf-8", "ignore"))


# what is blanked


def test_implicit_claims_are_blanked_together() -> None:
    assert set(chosen(WHOLE, "implicit")) == {claim.id for claim in part_of(WHOLE).map.claims if claim.implicit}


def test_objections_are_the_premises_of_attacks_rebuttals_and_undercuts() -> None:
    found = chosen(SECRETIVE, "objections")
    assert {SECRETIVE.claim[name].text for name in found} == {"Quokkas gnawed the benches.", "Benches can be mended."}
    premises = {p for i in WHOLE.inferences if i.relation is not Relation.SUPPORT for p in i.premises}
    assert set(chosen(WHOLE, "objections")) == premises - {WHOLE.thesis}


@pytest.mark.parametrize(("share", "count"), [("1%", 1), ("10%", 4), ("50%", 22), ("100%", 44)])
def test_a_share_is_that_of_the_claims_but_the_thesis(share: str, count: int) -> None:
    found = chosen(WHOLE, share)
    assert len(found) == count
    assert WHOLE.thesis not in found
    assert found == chosen(WHOLE, share)


@given(small_samples(), st.integers(1, 100))
def test_a_share_is_spread_over_the_argument(sample: Sample, share: int) -> None:
    of = sample.map
    others = [claim for claim in of.claim if claim != of.thesis]
    if not others:
        with pytest.raises(BlankError, match="only the thesis"):
            chosen(of, f"{share}%")
        return
    ranks = [others.index(name) for name in chosen(of, f"{share}%")]
    assert abs(len(ranks) - share * len(others) / 100) <= 0.5 or len(ranks) == 1
    gaps = [after - before for before, after in pairwise(ranks)]
    assert not gaps or max(gaps) - min(gaps) <= 1


def test_kinds_and_ids_mix_and_numbers_count_in_the_order_of_the_argument() -> None:
    mixed = chosen(WHOLE, "threat", "implicit", "10%", "defensive-opportunist")
    assert set(mixed) == {"threat", "defensive-opportunist", *chosen(WHOLE, "implicit"), *chosen(WHOLE, "10%")}
    assert list(mixed) == [name for name in WHOLE.claim if name in mixed]
    assert list(mixed.values()) == list(range(1, len(mixed) + 1))


def test_only_its_id_blanks_the_thesis() -> None:
    doubted = argument("thesis: {id: a, text: A is., implicit: true}\nbut: {id: b, text: B is., but: a}\n")
    assert set(chosen(doubted, "objections", "100%")) == {"b"}
    with pytest.raises(BlankError, match="implicit"):
        chosen(doubted, "implicit")
    assert set(chosen(doubted, "a")) == {"a"}


def test_where_claims_are_numbered_a_blank_has_the_number_of_its_claim() -> None:
    part = captioned(part_of(WHOLE), WHOLE, numbers=True)
    assert blanks_of(part, ["threat"]) == {"threat": list(WHOLE.claim).index("threat") + 1}
    drawing = draw(WHOLE, numbers=True, blank=["threat"], layout="layered", wrap=160)
    (blank,) = blanks(drawing)
    number = str(list(WHOLE.claim).index("threat") + 1)
    assert said(blank, "text") == [number]
    assert said(blank, "number") == []
    assert blank.title == f"{number}: to be filled in"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("implicit", "no premise that is drawn is implicit, so there is nothing to blank"),
        ("socrates-is-a-men", 'did you mean "socrates-is-a-man"?'),
        ("0%", "from 1% to 100%"),
        ("101%", "from 1% to 100%"),
        ("half%", "from 1% to 100%"),
    ],
)
def test_what_cannot_be_blanked_is_said_in_a_sentence(wanted: str, message: str) -> None:
    with pytest.raises(BlankError) as caught:
        draw(SOCRATES, blank=[wanted])
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_answers_are_those_of_an_exercise() -> None:
    with pytest.raises(ValueError, match="say what is blank"):
        draw(SOCRATES, answers=True)


# where it stands


@pytest.mark.parametrize("view", [None, *(view.name for view in WHOLE.views)])
def test_the_exercise_and_its_key_stand_where_the_drawing_stands(view: str | None) -> None:
    full = drawn_once(MAP, view)
    blank, key = (draw(WHOLE, view, blank=["40%", "objections"], answers=answers) for answers in (False, True))
    assert places(blank) == places(full) == places(key)
    assert len(blanks(blank)) >= 3


@settings(max_examples=30)
@given(small_views(), st.integers(1, 100), st.sampled_from(["relation", "side", "tag"]), st.booleans())
def test_in_no_argument_does_anything_move(
    drawn: tuple[ArgumentMap, View],
    share: int,
    color_by: str,
    numbers: bool,
) -> None:
    of, view = drawn
    part = part_of(of, view)
    wanted = [f"{share}%"] if len(part.map.claims) > 1 else [part.map.thesis]
    full = draw(of, view, color_by=color_by, numbers=numbers)
    blank, key = (
        draw(of, view, color_by=color_by, numbers=numbers, blank=wanted, answers=answers) for answers in (False, True)
    )
    assert places(blank) == places(full) == places(key)
    assert [c.classes for c in key.claims if "answer" in c.classes]
    picture = Picture(to_svg(key))
    assert faults(Picture(to_svg(blank))) == faults(picture) == []
    assert list(badges_on_words(picture)) == []
    hidden_words = told_away(to_svg(blank).encode(), part.map, set(blanks_of(part, wanted)), words_of_every("outlines"))
    assert hidden_words == set()


def badges_on_words(picture: Picture) -> Iterator[str]:
    """Yield the badges that stand on words or leave the frame."""
    view = picture.root.get("viewBox").split()
    words = [(use, picture.extent(use)) for use in picture.root.iter(f"{SVG}use") if "badge" not in role(use)]
    for badge in picture.root.iter(f"{SVG}rect"):
        if badge.get("class") == "badge":
            around = picture.extent(badge).grown(-0.5)
            radius = around.width / 2
            assert around.right <= float(view[2])
            assert min(around.x, around.y) >= 0
            for use, ink in words:
                x = min(max(around.center.x, ink.x), ink.right) - around.center.x
                y = min(max(around.center.y, ink.y), ink.bottom) - around.center.y
                if (x * x + y * y) ** 0.5 < radius:
                    yield f"a badge stands on a letter of {role(use)} at {ink}"


def role(use: etree._Element) -> str:
    parent = use.getparent()
    assert parent is not None
    above = parent.getparent()
    assert above is not None
    return str(above.get("class"))


@pytest.mark.parametrize("view", [None, *(view.name for view in WHOLE.views)])
def test_badges_stand_on_no_words_of_the_real_map(view: str | None) -> None:
    picture = Picture(to_svg(draw(WHOLE, view, blank=["100%", part_of_named(view)], answers=True)))
    assert list(badges_on_words(picture)) == []
    assert faults(picture) == []


def part_of_named(view: str | None) -> str:
    return part_named(WHOLE, view).map.thesis


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_are_large_on_blanks_and_legible_on_badges(theme: str) -> None:
    blank, key = (
        draw(WHOLE, theme=theme, blank=["threat", WHOLE.thesis], answers=a, layout="layered", wrap=160)
        for a in (False, True)
    )
    for card, shown in zip(blanks(blank), (c for c in key.claims if "answer" in c.classes), strict=True):
        (box,) = (shape for shape in card.shapes if isinstance(shape, Box))
        (text,) = (shape for shape in card.shapes if isinstance(shape, Text) and shape.lines)
        (line,) = text.lines
        assert contrast(line.color, box.fill) >= 4.5
        assert line.size > 1.4 * TEXT_SIZE
        assert line.start.x + line.line.width * line.size / 2 == pytest.approx(box.rect.center.x)
        assert box.rect.y < line.start.y < box.rect.bottom
        (badge,) = (shape for shape in shown.shapes if isinstance(shape, Box) and shape.role == "badge")
        (number,) = (shape for shape in shown.shapes if isinstance(shape, Text) and shape.role == "badge-number")
        assert contrast(number.lines[0].color, badge.fill) >= 4.5
        assert number.lines[0].size >= 0.9 * TEXT_SIZE
        assert badge.rect.width == badge.rect.height == 2 * badge.radius
        assert said(shown, "badge-number") == said(card, "text")


def test_from_right_to_left_the_badge_is_on_the_left() -> None:
    fonts = {"font": dejavu(), "bold_font": dejavu("DejaVuSans-Bold")}
    drawing = draw(argument(HEBREW), blank=["implicit"], answers=True, **fonts)  # type: ignore[arg-type]
    (shown,) = (c for c in drawing.claims if "answer" in c.classes)
    card, badge = (shape for shape in shown.shapes if isinstance(shape, Box))
    assert abs(badge.rect.center.x - card.rect.x) < 8
    assert abs(badge.rect.center.y - card.rect.y) < 8


def test_every_step_has_its_blanks_and_badges_in_their_places() -> None:
    part = part_named(WHOLE, "narrative")
    for answers in (False, True):
        made = stages(scene_of(WHOLE, part, Look(blank=("50%",), answers=answers)))
        last = {c.id: c for c in made[-1].claims}
        assert all(last[c.id].shapes == c.shapes for drawing in made for c in drawing.claims)
        assert [c.step for c in made[-1].claims] == [steps_of(part.map)[name] for name in part.map.claim]
    assert sum("answer" in c.classes for c in last.values()) == 7


# what a blank tells


def test_a_blank_is_heard_as_to_be_filled_in_and_the_key_says_its_number() -> None:
    blank, key = (draw(SOCRATES, blank=["all-men-are-mortal"], answers=answers) for answers in (False, True))
    card = group(blank, "blank-1")
    assert card.title == "1: to be filled in"
    assert card.classes == ("blank",)
    assert said(card, "text") == ["1"]
    assert "“1: to be filled in”" in group(blank, "socrates-is-mortal").description
    assert group(key, "all-men-are-mortal").title == "1. All men are mortal."
    assert group(key, "all-men-are-mortal").classes == ("answer",)
    assert "1: to be filled in" in blank.description
    assert "1. All men are mortal." in key.description


@pytest.mark.parametrize("language", sorted(WORDS))
def test_a_blank_is_spoken_of_in_the_language_of_the_map(language: str) -> None:
    drawing = draw(SOCRATES.replaced(language=language), blank=["all-men-are-mortal"])
    assert group(drawing, "blank-1").title == WORDS[language].blank.format(1)


def test_the_drawing_and_its_exercises_can_stand_in_one_page() -> None:
    ways = [draw(SOCRATES), *(draw(SOCRATES, blank=["50%"], answers=answers) for answers in (False, True))]
    ids = [
        element.get("id")
        for way in ways
        for element in etree.fromstring(to_svg(way).encode()).iter()
        if element.get("id")
    ]
    assert len(ids) == len(set(ids))


@cache
def words_of_every(form: str) -> set[str]:
    """Return the words that files of a form have whatever is drawn, if only where claims have numbers."""
    strange = argument("thesis: {id: aa, text: Xyzzy., label: Xy}\nbut: {id: bb, text: Plugh., implicit: true}\n")
    plain = (draw(strange, blank=["implicit"], numbers=numbers) for numbers in (False, True))
    return {word for drawing in plain for word in vocabulary(FORMS[form](drawing).decode("utf-8", "ignore"))}


@cache
def exercise_in(view: str | None, *wanted: str) -> Drawing:
    return draw(WHOLE, view, blank=wanted)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("view", [None, "narrative", "kazakhstan"])
def test_no_form_of_the_real_map_gives_an_answer_away(form: str, view: str | None) -> None:
    wanted = ["objections", "30%"] if view == "narrative" else ["objections", "implicit", "30%"]
    part = part_named(WHOLE, view)
    drawing = exercise_in(view, *wanted)
    blanked = set(blanks_of(part, wanted))
    assert told_away(FORMS[form](drawn_once(MAP, view)), part.map, blanked, words_of_every(form)), (
        "else nothing is tested"
    )
    given_away = told_away(FORMS[form](drawing), part.map, blanked, words_of_every(form))
    others = [claim for claim in part.map.claims if claim.id not in blanked]
    cited = {citation.source for claim in others for citation in claim.citations}
    sources = [f"{source.key} {source.title}" for source in WHOLE.sources if source.key in cited]
    besides = [*sources, *(claim.by for claim in others), *(tag for claim in others for tag in claim.tags)]
    assert given_away - vocabulary(" ".join(besides)) == set()


@cache
def secretive(view: str | None, sources: str, *wanted: str) -> Drawing:
    return draw(SECRETIVE, view, blank=wanted, sources=sources)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("view", [None, "gnawed"])
@pytest.mark.parametrize("sources", ["none", "full"])
def test_neither_ids_titles_sources_links_nor_tags_give_an_answer_away(
    form: str, view: str | None, sources: str
) -> None:
    drawing = secretive(view, sources, *["quokka-bench", "benches-can-be-mended"][: 2 if not view else 1])
    written = FORMS[form](drawing).decode("utf-8", "ignore").casefold()
    assert [secret for secret in SECRETS if secret in written] == []
    full = FORMS[form](secretive(view, sources)).decode("utf-8", "ignore").casefold()
    assert "quokka" in full, "else nothing is tested"


def test_a_focus_that_is_blanked_is_told_by_nothing() -> None:
    focus = view_made(SOCRATES, focus="socrates-is-spoken-of-to-this-day")
    drawing = draw(SOCRATES, focus, blank=["socrates-is-spoken-of-to-this-day"])
    assert "spoken" not in to_svg(drawing)
    assert drawing.title != "Socrates is spoken of to this day."


def test_the_outlines_of_letters_that_only_a_blank_has_are_not_in_the_file() -> None:
    odd = argument("thesis: A man.\nbecause: [{id: q, text: Zyxwv qjk., implicit: true}, An ant.]\n")
    full, blank = draw(odd), draw(odd, blank=["q"])
    only = set("Zyxwvqjk") - {letter for line in blank.lines for letter in line.line.text}
    assert {"Z", "q", "j"} <= only
    line = TextLine(full.typeface.regular.line("".join(sorted(only))), Point(0, 0), TEXT_SIZE, "#000000")
    letters = Outlines(full.typeface, "any", [line])
    outlines = outlines_in("".join(letters.definitions()))
    assert len(outlines) == len(only)
    assert outlines <= outlines_in(to_svg(full))
    assert outlines.isdisjoint(outlines_in(to_svg(blank)))


def outlines_in(svg: str) -> set[str]:
    return set(re.findall(r'<path id="[^"]*" d="([^"]*)"', svg))


def test_a_blanked_claim_that_stands_elsewhere_too_is_blank_there_too() -> None:
    twice = argument(
        "thesis: a\nclaims:\n  a: {text: A is., because: [[b, c], [c, d]]}\n"
        "  b: B is.\n  c: Wallabies hop.\n  d: D is.\n"
    )
    drawing = draw(twice, blank=["c"])
    stubs = [
        line.line.text
        for inference in drawing.inferences
        for shape in inference.shapes
        if isinstance(shape, Text) and shape.role == "stub-text"
        for line in shape.lines
    ]
    assert stubs == ["1"]
    assert "allabies" not in to_svg(drawing, "plain")


# in words


def test_the_outline_has_lines_to_write_on_and_a_key() -> None:
    part = part_of(SOCRATES)
    shown = blanks_of(part, ["objections"])
    assert outline(hidden(part, shown, LINE)).splitlines()[3:] == [
        "  - but: 1. ____________________",
        "    - unless: 2. ____________________",
    ]
    assert outline(answered(part, shown)).splitlines()[3:] == [
        "  - but: 1. Socrates is spoken of to this day.",
        "    - unless: 2. To be remembered is not to be alive.",
    ]


@given(small_views(), st.integers(1, 100), st.randoms(use_true_random=False))
def test_hiding_keeps_the_shape_of_an_argument(drawn: tuple[ArgumentMap, View], share: int, random: Random) -> None:
    of, view = drawn
    part = part_of(of, view)
    shown = blanks_of(part, random.sample(list(part.map.claim), max(1, share * len(part.map.claims) // 100)))
    told = hidden(part, shown, "{}").map
    new = dict(zip((*part.map.claim, *part.map.inference), (*told.claim, *told.inference), strict=True))
    assert len(set(new.values())) == len(new)
    assert told.thesis == new[part.map.thesis]
    for before, after in zip(part.map.inferences, told.inferences, strict=True):
        assert after.relation is before.relation
        assert after.premises == tuple(new[premise] for premise in before.premises)
        assert after.target == new[before.target]
    assert list(steps_of(told).values()) == list(steps_of(part.map).values())


# on the command line


def test_exercise_and_key_go_beside_the_drawing(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        "thesis: A is so.\nbecause: [[B is so., {text: C is so., implicit: true}]]\nviews: {near: {depth: 1}}\n",
        "utf-8",
    )
    for words in (
        [],
        ["--blank", "implicit"],
        ["--blank", "implicit", "--answers"],
        ["--blank", "30%", "--view", "near"],
    ):
        assert argmap("render", tmp_path / "map.yaml", *words).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "map.yaml", "map.svg", "map.blank.svg", "map.answers.svg", "map.near.blank.svg",
    }  # fmt: skip


def test_blanks_are_named_by_id_number_and_kind_together() -> None:
    numbers = list(WHOLE.claim)
    result = argmap(
        "outline", MAP, "--blank", f"threat, {numbers.index('limited') + 1}", "--blank", "implicit", "--answers"
    )
    assert result.exit_code == 0
    found = [line for line in result.output.splitlines() if re.search(r"(?:: |^)\d+\. ", line)]
    assert len(found) == len(chosen(WHOLE, "threat", "limited", "implicit"))
    blank = argmap("outline", MAP, "--blank", "threat", "--numbers")
    assert f"{numbers.index('threat') + 1}. ____" in blank.output


def test_the_alternative_text_of_an_exercise_is_to_be_heard() -> None:
    result = argmap("outline", MAPS / "socrates.yaml", "--alt", "--blank", "objections")
    assert "but: 1: to be filled in" in result.output
    assert "remembered" not in result.output


def test_a_focus_that_is_blanked_is_not_in_the_name_of_the_file(tmp_path: Path) -> None:
    focus = "socrates-is-spoken-of-to-this-day"
    words = ["--focus", focus, "--blank", focus]
    assert argmap("render", MAPS / "socrates.yaml", *words, "--to", tmp_path).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["socrates.focus.blank.svg"]


def test_all_views_are_made_exercises_and_those_without_anything_to_blank_are_told(tmp_path: Path) -> None:
    result = argmap("render", MAP, "--all-views", "--blank", "no-deal", "--to", tmp_path)
    assert result.exit_code == 0
    shown = [view.name for view in WHOLE.views if "no-deal" in part_of(WHOLE, view).map.claim]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{MAP.stem}.{view}.blank.svg" for view in shown)
    assert result.stderr.count("not drawn, for the view has nothing to blank") == len(WHOLE.views) - len(shown)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--blank", "thread"], 'no claim is called "thread"; did you mean "threat"?'),
        (["--blank", "zebra"], "--blank takes a number too"),
        (["--blank", "99"], "the map has 45 claims"),
        (["--blank", "reckoning"], '"reckoning" is an inference; name its premises with --blank'),
        (["--blank", "0%"], "from 1% to 100%"),
        (["--blank", ","], "--blank wants claims"),
        (["--answers"], "say with --blank what was to be filled in"),
        (["--blank", "soviet-cases", "--view", "ukraine"], 'no claim called "soviet-cases" is drawn'),
        (["--blank", "objections", "--focus", "soviet-cases"], "nothing that is drawn is an objection"),
    ],
)
@pytest.mark.parametrize("command", ["render", "outline"])
def test_what_is_wrong_is_said_and_nothing_is_drawn(command: str, words: list[str], told: str, tmp_path: Path) -> None:
    shutil.copy(MAP, tmp_path / "map.yaml")
    result = argmap(command, tmp_path / "map.yaml", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["map.yaml"]
