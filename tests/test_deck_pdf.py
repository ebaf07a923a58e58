"""A deck as PDF: every slide a page that reads, links and looks as the deck says; and its handout."""

import builtins
import io
import math
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageFilter, ImageStat

from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.deck.sheet import PATH_SIZE, sheet_of
from argmap.deck.slides import Crumb, Deck, Kind, Slide
from argmap.drawing import Drawing
from argmap.geometry import Rect
from argmap.model import ArgumentMap
from argmap.outputs.options import OutputError
from argmap.outputs.typst.bookmarks import levels
from argmap.outputs.typst.deck_pdf import deck_to_pdf
from argmap.outputs.typst.handout_pdf import paper_theme
from argmap.outputs.typst.outline_list import outline_list
from argmap.outputs.typst.slide_way import shortened, way
from argmap.outputs.typst.slide_words import slide_title
from argmap.outputs.typst.title_slide import title_slide
from argmap.reader import read
from argmap.scenes import Look
from argmap.shapes import Box, Shape, Text, TextLine
from argmap.svg import to_svg
from argmap.theme import LIGHT
from tests.fonts import dejavu
from tests.maps_drawn import REAL, loaded, real_deck
from tests.pdf_files import Link, bookmarks, elements, links_on, places_of_words, reader_of, root_of, standards_in
from tests.programs import program
from tests.random_maps import random_sample

LECTURE = """\
title: Whether the lecture has moved
author: A. Teacher
language: en-GB
thesis: moved
note: Ask first who has been there.
sources:
  notice: {title: Notice of 3 May, author: Registry, date: 2021-05-03, url: "https://example.org/notice?a=b&c=(d)"}
  memo: {title: A memo that nobody has put anywhere}
claims:
  moved: {text: The lecture has moved to room 12., because: [[says, reliable], seen], but: locked}
  says: {text: The notice says so., source: notice para 2, because: printed, note: It hangs at the door.}
  reliable: {text: The notice is reliable.}
  seen: {text: Students were seen there., url: "https://example.org/seen", but: others}
  locked: {text: Room 12 is locked., but: {text: It is unlocked at noon., unless: The porter is ill today.}}
  printed: {text: It is printed in large letters., because: {text: One can read it from the street., because: The street is near.}}
  others: {text: They came for something else.}
"""
HEBREW = """\
title: החתול והשטיח
language: he
thesis: t
sources: {s: {title: ספר החתולים, author: כהן, url: "https://example.org/a"}}
claims:
  t: {text: החתול ישן על השטיח כבר שלוש שעות (אולי 4)., because: a, but: c}
  a: {text: הוא לא זז מאז שעות הבוקר., source: s 3, because: d}
  c: {text: הכלב "רקס" שומר עליו., but: רקס ישן.}
  d: {text: ראיתי אותו., because: הייתי שם.}
"""
RUSSIAN = """\
title: Смертен ли Сократ?
language: ru
thesis: t
claims:
  t: {text: Сократ смертен., because: [[a, b]]}
  a: {text: Сократ — человек., because: Он говорит и смеётся.}
  b: {text: Все люди смертны.}
"""


@cache
def argument_in(text: str) -> ArgumentMap:
    argument = read(text, "map.yaml").map
    assert argument
    return argument


SHORT_SLIDES = 36.0
"""A size of text that no slide reaches: every inference has one of its own."""


@cache
def deck_in(text: str, slide: str = "16:9", theme: str = "light", *, steps: bool = False, font: str = "") -> Deck:
    bold = dejavu("DejaVuSans-Bold") if font else None
    look = Look(theme=theme, font=font or None, bold_font=bold)
    plan = Plan(sheet_of(slide), min_size=SHORT_SLIDES, steps=steps, paged=steps)
    return deck_of(argument_in(text), look, plan)


@cache
def pdf_of(
    text: str, slide: str = "16:9", theme: str = "light", *, steps: bool = False, handout: bool = False
) -> bytes:
    return deck_to_pdf(deck_in(text, slide, theme, steps=steps), handout=handout)


def pages_of(deck: Deck) -> list[tuple[Slide, int, Drawing | None]]:
    """Return for each page its slide, its number and its drawing."""
    found: list[tuple[Slide, int, Drawing | None]] = []
    for slide in deck.slides:
        shown = slide.pages if deck.paged else slide.pages[-1:]
        drawings = [page.drawing for page in shown] if shown else [None]
        found += [(slide, slide.number + count, drawing) for count, drawing in enumerate(drawings)]
    return found


def corner(deck: Deck, drawing: Drawing) -> tuple[float, float]:
    """Return where the upper left corner of a drawing stands: it is in the middle of its room."""
    room = deck.sheet.picture
    wide, high = drawing.width * drawing.scale, drawing.height * drawing.scale
    return room.x + (room.width - wide) / 2, room.y + (room.height - high) / 2


def words(text: str) -> str:
    return " ".join(text.split())


def figures(written: bytes) -> list[str]:
    tree = root_of(written)["/StructTreeRoot"]
    return [str(element["/Alt"]) for element in elements(tree) if element.get("/S") == "/Figure"]


def lines_of(shapes: Any) -> list[TextLine]:
    return [line for shape in shapes if isinstance(shape, Text) for line in shape.lines]


decks = pytest.mark.parametrize(
    ("text", "slide", "steps"),
    [(LECTURE, "16:9", False), (LECTURE, "4:3", True), (RUSSIAN, "16:9", True)],
    ids=["slides", "steps", "russian"],
)


# pages


@decks
def test_every_slide_or_step_is_a_page_of_the_sheets_size(text: str, slide: str, steps: bool) -> None:
    deck = deck_in(text, slide, steps=steps)
    reader = reader_of(pdf_of(text, slide, steps=steps))
    assert len(reader.pages) == len(pages_of(deck))
    for page in reader.pages:
        assert float(page.mediabox.width) == pytest.approx(deck.sheet.width, abs=0.01)
        assert float(page.mediabox.height) == pytest.approx(deck.sheet.height, abs=0.01)


@decks
def test_the_number_of_a_page_is_the_one_that_cards_lead_to(text: str, slide: str, steps: bool) -> None:
    deck = deck_in(text, slide, steps=steps)
    written = pdf_of(text, slide, steps=steps)
    assert reader_of(written).page_labels == [str(number) for _, number, _ in pages_of(deck)]
    room = deck.sheet.number
    for (_, number, _), places in zip(pages_of(deck), places_of_words(written), strict=True):
        assert any(box[2] == pytest.approx(room.right, abs=0.1) and box[1] > room.y - 4 for box in places[str(number)])


@decks
def test_every_line_of_a_drawing_stands_where_the_sheet_puts_it(text: str, slide: str, steps: bool) -> None:
    deck = deck_in(text, slide, steps=steps)
    for (_, _, drawing), places in zip(pages_of(deck), places_of_words(pdf_of(text, slide, steps=steps)), strict=True):
        for line in drawing.lines if drawing else ():
            x, y = corner(deck, drawing)  # type: ignore[arg-type]
            left, baseline = x + line.start.x * drawing.scale, y + line.start.y * drawing.scale  # type: ignore[union-attr]
            boxes = places[line.line.text.split()[0]]
            assert min(abs(box[0] - left) for box in boxes if box[1] < baseline < box[3]) < 0.05, line.line.text


@decks
def test_claims_have_the_size_that_the_drawing_promises(text: str, slide: str, steps: bool) -> None:
    deck = deck_in(text, slide, steps=steps)
    pages = reader_of(pdf_of(text, slide, steps=steps)).pages
    for (_, _, drawing), page in zip(pages_of(deck), pages, strict=True):
        if drawing:
            assert any(abs(size - drawing.text_size) < 0.1 for size in sizes_on(page)), drawing.text_size


def sizes_on(page: Any) -> set[float]:
    """Return the sizes of text on a page, in points."""
    sizes = set()

    def visit(text: str, *how: Any) -> None:
        around, matrix, _, size = how
        if text.strip():
            sizes.add(round(size * math.hypot(*matrix[:2]) * math.hypot(*around[:2]), 1))

    page.extract_text(visitor_text=visit)
    return sizes


def test_titles_ways_and_claims_can_be_read_and_searched() -> None:
    deck = deck_in(LECTURE)
    for (slide, _, drawing), page in zip(pages_of(deck), reader_of(pdf_of(LECTURE)).pages, strict=True):
        text = words(page.extract_text())
        assert slide.title in text
        assert all(crumb.text in text for crumb in slide.path)
        assert all(paragraph.text in text for paragraph in slide.paragraphs)
        for claim in drawing.claims if drawing else ():
            assert words(" ".join(line.line.text for line in lines_of(claim.shapes))) in text


# the document


def test_title_author_and_language_are_said_and_nothing_of_when() -> None:
    written = pdf_of(LECTURE)
    assert reader_of(written).metadata == {
        "/Title": "Whether the lecture has moved",
        "/Author": "A. Teacher",
        "/Creator": ANY,
    }
    assert root_of(written)["/Lang"] == "en-GB"
    assert b"/CreationDate" not in written


@pytest.mark.parametrize("handout", [False, True], ids=["slides", "handout"])
def test_it_keeps_to_the_standard_for_accessible_pdf(handout: bool) -> None:
    assert re.search(r"pdfuaid:part(>|=\")1", standards_in(pdf_of(LECTURE, handout=handout)))
    assert root_of(pdf_of(LECTURE, handout=handout))["/MarkInfo"]["/Marked"]


def test_a_sign_that_the_font_lacks_costs_the_standard_and_no_more() -> None:
    written = pdf_of("thesis: A cat 猫 sleeps.\nbecause: It is tired.\n")
    assert "pdfuaid" not in standards_in(written)
    assert "sleeps." in reader_of(written).pages[0].extract_text()


def test_every_drawing_is_told_in_words_and_the_whole_in_little_only_named() -> None:
    deck, written = deck_in(LECTURE, steps=True), pdf_of(LECTURE, steps=True)
    expected = []
    for slide, _, drawing in pages_of(deck):
        expected += [f"{drawing.title}\n{drawing.description}"] if drawing else []
        expected += [f"Overview: {slide.inset.title}"] if slide.inset else []
    assert figures(written) == expected


def test_titles_are_headings_and_ways_and_sources_paragraphs_for_screen_readers() -> None:
    deck = deck_in(LECTURE)
    kinds = [str(element.get("/S")) for element in elements(root_of(pdf_of(LECTURE))["/StructTreeRoot"])]
    headings = [f"/H{level}" for level in levels(deck.slides)]
    assert [kind for kind in kinds if re.fullmatch(r"/H\d", kind)] == headings
    ways = sum(bool(slide.path) for slide in deck.slides)
    assert kinds.count("/P") == sum(len(slide.paragraphs) for slide in deck.slides) + ways


@pytest.mark.parametrize("handout", [False, True], ids=["slides", "handout"])
def test_the_bytes_repeat(handout: bool, tmp_path: Path) -> None:
    source = tmp_path / "map.yaml"
    source.write_text(LECTURE, encoding="utf-8")
    code = (
        "import sys; from argmap import load; from argmap.scenes import Look\n"
        "from argmap.deck.compose import deck_of; from argmap.deck.plan import Plan\n"
        "from argmap.outputs.typst.deck_pdf import deck_to_pdf\n"
        f"deck = deck_of(load({str(source)!r}), Look(), Plan(min_size={SHORT_SLIDES}))\n"
        f"sys.stdout.buffer.write(deck_to_pdf(deck, handout={handout}))"
    )
    command = [sys.executable, "-c", code]
    elsewhere = subprocess.run(command, check=True, capture_output=True, cwd=tmp_path).stdout
    assert elsewhere == pdf_of(LECTURE, handout=handout)


# bookmarks


@pytest.mark.parametrize("steps", [False, True], ids=["slides", "steps"])
def test_every_slide_has_one_bookmark_to_its_first_page(steps: bool) -> None:
    deck = deck_in(LECTURE, steps=steps)
    found = list(bookmarks(reader_of(pdf_of(LECTURE, steps=steps))))
    assert [(mark.title, mark.page) for mark in found] == [(slide.title, slide.number) for slide in deck.slides]
    assert [mark.depth for mark in found] == list(levels(deck.slides))


def test_a_bookmark_stands_under_that_of_the_slide_it_bears_on() -> None:
    thesis = Crumb("Thesis", "", 3)
    shown = [
        Slide(Kind.TITLE, 1, "Thesis (1/2)"),
        Slide(Kind.OVERVIEW, 2, "Overview"),
        Slide(Kind.PART, 3, "Thesis (2/2)"),
        Slide(Kind.PART, 4, "First", (thesis,)),
        Slide(Kind.PART, 5, "Under the first", (thesis, Crumb("First", "because", 3))),
        Slide(Kind.PART, 6, "Second", (thesis,)),
        Slide(Kind.SOURCES, 7, "Sources"),
    ]
    assert list(levels(shown)) == [1, 1, 1, 2, 3, 2, 1]


def test_a_slide_that_comes_long_after_stands_under_none_that_it_does_not_bear_on() -> None:
    thesis = Crumb("Thesis", "", 1)
    shown = [
        Slide(Kind.PART, 1, "Thesis"),
        Slide(Kind.PART, 2, "First", (thesis,)),
        Slide(Kind.PART, 3, "Second", (thesis,)),
        Slide(Kind.PART, 4, "Under the first", (thesis, Crumb("First", "because", 1))),
        Slide(Kind.PART, 5, "Deep", (thesis, Crumb("First", "but", 1), Crumb("Under the first", "because", 2))),
    ]
    assert list(levels(shown)) == [1, 2, 2, 2, 3]


def test_no_bookmark_is_deeper_than_headings_are_known() -> None:
    names = [f"claim {number}" for number in range(12)]
    chain = [
        Slide(Kind.PART, number, name, tuple(Crumb(other, "", 1) for other in names[:number]))
        for number, name in enumerate(names)
    ]
    assert list(levels(chain)) == [1, 2, 3, 4, 5, *[6] * 7]


# links


@pytest.mark.parametrize("steps", [False, True], ids=["slides", "steps"])
def test_a_card_leads_from_all_of_it_to_the_slide_where_the_argument_goes_on(steps: bool) -> None:
    deck = deck_in(LECTURE, steps=steps)
    reader = reader_of(pdf_of(LECTURE, steps=steps))
    seen = 0
    for _, number, drawing in pages_of(deck):
        for claim in drawing.claims if drawing else ():
            if drawing and claim.continued:
                card = next(shape.rect for shape in claim.shapes if isinstance(shape, Box))
                assert_link(links_on(reader, number), deck, drawing, card, claim.continued[0])
                seen += 1
    assert seen >= 2


def assert_link(links: list[Link], deck: Deck, drawing: Drawing, card: Rect, page: int) -> None:
    """Exactly one link has the room of a card, and it leads to a page."""
    x, y = corner(deck, drawing)
    left, top, wide, high = (value * drawing.scale for value in (card.x, card.y, card.width, card.height))
    room = pytest.approx((x + left, y + top, wide, high), abs=0.1)
    (found,) = (link for link in links if (link.rect.x, link.rect.y, link.rect.width, link.rect.height) == room)
    assert found.page == page


def test_a_card_without_a_number_leads_to_no_slide() -> None:
    deck = deck_in(LECTURE)
    reader = reader_of(pdf_of(LECTURE))
    for slide, number, drawing in pages_of(deck):
        cards = sum(bool(claim.continued) for claim in drawing.claims) if drawing else 0
        inner = [link for link in links_on(reader, number) if link.page]
        assert len(inner) == cards + len(slide.path) + bool(slide.inset)


def test_the_way_leads_back_and_the_whole_in_little_to_the_overview() -> None:
    deck = deck_in(LECTURE)
    reader = reader_of(pdf_of(LECTURE))
    (overview,) = (slide.number for slide in deck.slides if slide.kind is Kind.OVERVIEW)
    for slide, number, _ in pages_of(deck):
        links = links_on(reader, number)
        room = deck.sheet.path.grown(2)
        back = [link for link in links if room.y <= link.rect.y and link.rect.bottom <= room.bottom and link.page]
        assert [link.page for link in back if link.rect.right <= room.right] == [crumb.slide for crumb in slide.path]
        if slide.inset:
            beside = [link for link in links if link.rect.x >= deck.sheet.inset.x - 0.1 and link.rect.y < 60]
            assert [link.page for link in beside] == [overview]


def test_sources_lead_to_their_addresses() -> None:
    deck = deck_in(LECTURE)
    reader = reader_of(pdf_of(LECTURE))
    for number in (1, deck.slides[-1].number):
        assert {link.url for link in links_on(reader, number)} == {"https://example.org/notice?a=b&c=(d)"}


def with_drawing(deck: Deck, **changes: Any) -> Deck:
    """Return a deck of the title and one slide, whose drawing is changed."""
    title, shown = deck.slides[0], next(slide for slide in deck.slides if slide.drawing)
    page = replace(shown.pages[-1], drawing=replace(shown.pages[-1].drawing, **changes))
    return replace(deck, slides=(title, replace(shown, number=2, pages=(page,), notes="")))


def with_claims(deck: Deck, **changes: Any) -> Deck:
    """Return a deck of the title and one slide, all of whose claims are changed."""
    drawing = next(slide.drawing for slide in deck.slides if slide.drawing)
    return with_drawing(deck, claims=tuple(replace(claim, **changes) for claim in drawing.claims))


def test_a_claim_leads_to_its_address_unless_its_card_leads_to_a_slide() -> None:
    deck = deck_in(LECTURE)
    to_address = deck_to_pdf(with_claims(deck, url="https://example.org/seen", continued=()))
    assert {link.url for link in links_on(reader_of(to_address), 2)} == {"https://example.org/seen"}
    to_slides = deck_to_pdf(with_claims(deck, url="https://example.org/seen", continued=(1, 2)))
    assert {(link.page, link.url) for link in links_on(reader_of(to_slides), 2)} == {(1, "")}, "the first of two"


def test_to_a_slide_that_is_not_there_nothing_leads() -> None:
    deck = with_claims(deck_in(LECTURE), continued=(999,), url="")
    lost = replace(deck.slides[1], path=(Crumb("A claim", "", 999),), lead="because")
    for handout in (False, True):
        reader = reader_of(deck_to_pdf(replace(deck, slides=(deck.slides[0], lost)), handout=handout))
        assert links_on(reader, 2) == []
        assert "A claim" in reader.pages[1].extract_text()


# the look


MOST_DIFFERENT = 80
"""How much pictures may differ anywhere, of 255, after both are blurred: less than where a letter is missing."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_shows_the_drawing_as_the_svg_does(theme: str, tmp_path: Path) -> None:
    deck = deck_in(LECTURE, theme=theme)
    source = tmp_path / "deck.pdf"
    source.write_bytes(pdf_of(LECTURE, theme=theme))
    subprocess.run([program("pdftoppm"), "-r", "144", "-png", source, tmp_path / "page"], check=True)
    pictures = sorted(tmp_path.glob("page-*.png"))
    assert len(pictures) == len(deck.slides)
    for slide, picture in zip(deck.slides, pictures, strict=True):
        if slide.drawing:
            average, most = difference(deck, slide.drawing, Image.open(picture))
            assert average < 3
            assert most < MOST_DIFFERENT


def difference(deck: Deck, drawing: Drawing, page: Image.Image) -> tuple[float, float]:
    """Return how much a page differs from resvg's picture of its drawing, put where it belongs."""
    expected = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=to_svg(drawing), dpi=144))).convert("RGB")
    x, y = (round(2 * value) for value in corner(deck, drawing))
    shown = page.convert("RGB").crop((x, y, x + expected.width, y + expected.height))
    blurred = [image.filter(ImageFilter.BoxBlur(4)) for image in (shown, expected)]
    statistics = ImageStat.Stat(ImageChops.difference(*blurred))
    return max(statistics.mean), max(most for _, most in statistics.extrema)


def test_all_of_a_dark_deck_is_dark(tmp_path: Path) -> None:
    source = tmp_path / "deck.pdf"
    source.write_bytes(pdf_of(LECTURE, theme="dark"))
    subprocess.run([program("pdftoppm"), "-r", "20", "-png", source, tmp_path / "page"], check=True)
    for picture in tmp_path.glob("page-*.png"):
        image = Image.open(picture).convert("L")
        assert max(image.getpixel(place) for place in ((1, 1), (image.width - 2, image.height - 2))) < 40  # type: ignore[type-var,operator]


LONG = "A title that says at great length what the slide that it stands on is about, and then says it once more " * 2


@pytest.mark.parametrize("title", ["Short", LONG[:100], LONG.strip(), LONG * 3, "Donaudampfschifffahrt" * 12])
@pytest.mark.parametrize("slide", ["16:9", "4:3", "400x300"])
def test_a_title_stays_in_its_room_however_long_it_is(title: str, slide: str) -> None:
    deck = deck_in(LECTURE, slide)
    assert_inside([slide_title(deck, title)], deck.sheet.title)


def test_a_short_title_has_its_usual_size_and_a_longer_one_shrinks() -> None:
    deck = deck_in(LECTURE)
    sizes = [slide_title(deck, title).lines[0].size for title in ("Short", LONG[:100], LONG.strip())]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 22.0
    assert sizes[1] >= 15


def assert_inside(shapes: Any, room: Rect) -> None:
    for line in lines_of(shapes):
        assert line.start.x >= room.x - 0.01
        assert line.start.x + line.line.width * line.size <= room.right + 0.01
        assert room.y <= line.start.y - 0.6 * line.size
        assert line.start.y + 0.15 * line.size <= room.bottom


@pytest.mark.parametrize("count", [1, 2, 6, 40])
def test_a_way_stays_on_its_line_however_long_it_is(count: int) -> None:
    deck = deck_in(LECTURE)
    path = tuple(Crumb(f"{number} {LONG[:60]}", "because" if number else "", 3) for number in range(count))
    written = list(way(deck, Slide(Kind.PART, 5, "End", path, "unless")))
    shapes: list[Shape] = [shape for piece in written for shape in piece.shapes]
    assert_inside(shapes, deck.sheet.path)
    said = [line.line.text for line in lines_of(shapes)]
    assert said[0].startswith("0 A"), "it begins at the thesis"
    assert said[-1] == "unless"
    assert sum(piece.slide == 3 for piece in written) == (count if count <= 6 else ANY)
    ends = [(line.start.x, line.start.x + line.line.width * PATH_SIZE) for line in lines_of(shapes)]
    assert all(end < start for (_, end), (start, _) in pairwise(ends)), "nothing is on anything"


def test_what_is_cut_short_says_so() -> None:
    font = deck_in(LECTURE).typeface.regular
    assert shortened("Nobody was told", font, 100).text == "Nobody was told"
    assert shortened("Nobody, was told", font, font.line("Nobody, w").width).text == "Nobody…"
    assert re.fullmatch("N.*…", shortened("Nobody was told", font, 2).text)


def test_the_thesis_stands_on_a_card_as_in_the_drawings() -> None:
    deck = deck_in(LECTURE)
    title, others = title_slide(deck, deck.slides[0])
    card, text = others[0].shapes
    assert isinstance(card, Box)
    assert card.fill == deck.theme.thesis
    assert_inside([text], card.rect)
    assert title.lines[-1].start.y < card.rect.y


@pytest.mark.parametrize("slide", ["16:9", "4:3", "400x300"])
@pytest.mark.parametrize("times", [1, 4, 12])
def test_nothing_on_the_title_slide_runs_into_anything(slide: str, times: int) -> None:
    deck = deck_in(LECTURE, slide)
    first = deck.slides[0]
    longer = tuple(replace(p, text=f"{p.text} " * times) for p in first.paragraphs)
    title, others = title_slide(deck, replace(first, title=LONG[: 30 * times].strip(), paragraphs=longer))
    lines = [*title.lines, *lines_of(shape for written in others for shape in written.shapes)]
    assert all(low.start.y - high.start.y > 0.9 * low.size for high, low in pairwise(lines))
    assert_inside([Text("all", tuple(lines))], Rect(0, 0, deck.sheet.width, deck.sheet.height))


def test_right_to_left_begins_at_the_right() -> None:
    deck = deck_in(HEBREW, font=str(dejavu()))
    written = deck_to_pdf(deck)
    assert "pdfuaid" in standards_in(written)
    for slide in deck.slides:
        (line,) = slide_title(deck, slide.title).lines
        if line.line.rtl:
            assert line.start.x + line.line.width * line.size == pytest.approx(deck.sheet.title.right)
        pieces = [piece for piece in way(deck, slide) if piece.slide]
        starts = [lines_of(piece.shapes)[0].start.x for piece in pieces]
        assert starts == sorted(starts, reverse=True)
    assert deck_to_pdf(deck, handout=True).startswith(b"%PDF-")


# progress and faults


@pytest.mark.parametrize("handout", [False, True], ids=["slides", "handout"])
def test_every_page_is_told_when_it_is_done(handout: bool) -> None:
    deck = deck_in(LECTURE, steps=True)
    told: list[None] = []
    deck_to_pdf(deck, handout=handout, done=lambda: told.append(None))
    assert len(told) == (len(deck.slides) if handout else len(pages_of(deck)))


def test_without_typst_the_way_to_install_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without_typst(name: str, *words: Any, **options: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return usual(name, *words, **options)

    monkeypatch.setattr(builtins, "__import__", without_typst)
    for handout in (False, True):
        with pytest.raises(OutputError, match=r'pip install "argmap\[pdf\]"'):
            deck_to_pdf(deck_in(LECTURE), handout=handout)


@pytest.mark.parametrize("handout", [False, True], ids=["slides", "handout"])
def test_nothing_that_an_author_types_is_typst(handout: bool) -> None:
    text = """\
title: '#import "@preview/cetz:0.3.0" ] $ // \\" /*'
author: '"); #panic("here") //'
note: '#panic("note") $x$ *b* - item'
thesis: 'He said "#panic(1)" ] } $x^2$ // no comment \\ `raw` <label> @ref *b* _i_ = h.'
sources: {s: {title: '#read("/etc/passwd")', author: '= heading', url: "https://example.org/#panic()"}}
claims:
  a: {text: '#include "/etc/passwd" ]) #let x = 1; - + / term: text', source: s, because: '~ -- --- ... \\u{41}', note: '#panic'}
because: a
"""
    written = pdf_of(text, handout=handout)
    found = "".join("".join(page.extract_text() for page in reader_of(written).pages).split())
    for said in ('#import "@preview/cetz:0.3.0" ] $ // \\" /*', '#include "/etc/passwd" ])', "= heading, #read("):
        assert "".join(said.split()) in found
    assert "root:" not in found
    assert "pdfuaid" in standards_in(written)


@pytest.mark.parametrize(("claims", "seed"), [(40, 1), (60, 2)])
def test_random_arguments_are_on_the_pages_whole(claims: int, seed: int) -> None:
    argument = random_sample(claims, seed).map
    deck = deck_of(argument, Look(), Plan(sheet_of("16:9")))
    for handout in (False, True):
        written = deck_to_pdf(deck, handout=handout)
        reader = reader_of(written)
        found = words(" ".join(page.extract_text() for page in reader.pages))
        assert all(claim.text in found for claim in argument.claims)
        assert "pdfuaid" in standards_in(written)
        assert [mark.title for mark in bookmarks(reader)] == [slide.title for slide in deck.slides]


# the handout


def test_a_handout_has_a4_pages_upright_and_begins_each_slide_on_a_new_one() -> None:
    deck = deck_in(LECTURE, steps=True)
    reader = reader_of(pdf_of(LECTURE, steps=True, handout=True))
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((595.28, 841.89), abs=0.01)
    found = list(bookmarks(reader))
    assert [mark.title for mark in found] == [slide.title for slide in deck.slides]
    starts = [mark.page for mark in found]
    assert starts == sorted(set(starts)), "no steps, and no two slides on a page"


def test_a_handout_says_the_argument_and_the_notes_below_each_drawing() -> None:
    deck = deck_in(LECTURE)
    reader = reader_of(pdf_of(LECTURE, handout=True))
    marks = list(bookmarks(reader))
    for slide, mark in zip(deck.slides, marks, strict=True):
        text = words(reader.pages[mark.page - 1].extract_text())
        for line in (slide.drawing.description if slide.drawing else "").splitlines():
            assert line.strip().removeprefix("- ") in text
        for line in slide.notes.splitlines():
            assert line.strip().removeprefix("- ") in text
    assert "Ask first who has been there." in words(reader.pages[0].extract_text())


def test_the_outline_of_a_handout_is_a_list_for_screen_readers_too() -> None:
    kinds = [str(e.get("/S")) for e in elements(root_of(pdf_of(LECTURE, handout=True))["/StructTreeRoot"])]
    assert "/L" in kinds
    assert kinds.count("/LI") >= sum(
        len(slide.drawing.inferences) for slide in deck_in(LECTURE).slides if slide.drawing
    )


def test_a_handout_links_cards_ways_contents_and_sources() -> None:
    deck = deck_in(LECTURE)
    reader = reader_of(pdf_of(LECTURE, handout=True))
    start = {slide.number: mark.page for slide, mark in zip(deck.slides, bookmarks(reader), strict=True)}
    goals = [link.page for link in links_on(reader, 1) if link.page]
    assert set(goals) == set(list(start.values())[1:]), "the contents name every slide but the first"
    for slide in deck.slides[1:]:
        claims = slide.drawing.claims if slide.drawing else ()
        found = {link.page for link in links_on(reader, start[slide.number]) if link.page}
        expected = {start[number] for claim in claims for number in claim.continued}
        assert found == expected | {start[crumb.slide] for crumb in slide.path}
    assert any(link.url for link in links_on(reader, start[deck.slides[-1].number]))


@pytest.mark.parametrize(
    ("shape", "text_size"),
    [((800.0, 300.0), 12.0 * 511.28 / 800), ((400.0, 900.0), 12.0 * 841.89 / 1800), ((300.0, 100.0), 14.0)],
    ids=["as wide as the page", "half as high", "with text that is large enough"],
)
def test_a_drawing_on_a_handout_is_as_large_as(shape: tuple[float, float], text_size: float) -> None:
    deck = with_drawing(deck_in(LECTURE), width=shape[0], height=shape[1], scale=2.0)
    written = deck_to_pdf(deck, handout=True)
    assert any(abs(size - text_size) < 0.1 for size in sizes_on(reader_of(written).pages[1]))


def test_no_word_of_a_handout_stands_on_its_margin() -> None:
    for places in places_of_words(pdf_of(LECTURE, handout=True)):
        for box in (box for boxes in places.values() for box in boxes):
            assert box[0] > 41
            assert box[2] < 595.28 - 41


def test_words_that_are_long_flow_on_and_the_next_slide_begins_a_page() -> None:
    deck = deck_in(LECTURE)
    first, second, *_ = (slide for slide in deck.slides if slide.drawing)
    long = replace(first, notes="\n".join(f"Note {number}: {LONG}" for number in range(60)))
    reader = reader_of(deck_to_pdf(replace(deck, slides=(deck.slides[0], long, second)), handout=True))
    starts = [mark.page for mark in bookmarks(reader)]
    assert starts[:2] == [1, 2]
    assert starts[2] > 3
    assert "Note 59" in reader.pages[starts[2] - 2].extract_text()


def test_the_words_of_a_handout_can_be_read_on_paper_whatever_the_theme() -> None:
    deck = deck_in(LECTURE, theme="dark")
    assert paper_theme(deck.theme) is LIGHT
    assert paper_theme(deck_in(LECTURE).theme) is deck_in(LECTURE).theme


def test_a_dark_drawing_keeps_its_ground_on_white_paper(tmp_path: Path) -> None:
    source = tmp_path / "handout.pdf"
    source.write_bytes(pdf_of(LECTURE, theme="dark", handout=True))
    subprocess.run(
        [program("pdftoppm"), "-r", "72", "-f", "2", "-singlefile", "-png", source, tmp_path / "page"], check=True
    )
    image = Image.open(tmp_path / "page.png").convert("L")
    assert image.getpixel((5, 5)) == 255
    assert sum(image.histogram()[:40]) > 20_000


def test_an_outline_is_taken_apart_as_it_was_put_together() -> None:
    outline = """\
T: the thesis. (thesis)
  - because, by sign: A: one.
      - but: B.
      - → continues on slide 4
    and: C.
    - unless: U.
  - … 2 more
"""
    said, under, remark = outline_list(outline).data({"→ continues on slide 4": 4})
    assert said == {"lead": "", "text": "T: the thesis. (thesis)", "slide": None}
    assert remark["text"] == "… 2 more"
    ((first, objection, goes_on, co_premise, undercut),) = under["items"]
    assert (first["lead"], first["text"]) == ("because, by sign", "A: one.")
    assert objection["items"] == [[{"lead": "but", "text": "B.", "slide": None}]]
    assert goes_on["slide"] == 4
    assert (co_premise["lead"], co_premise["text"]) == ("and", "C.")
    assert undercut["items"] == [[{"lead": "unless", "text": "U.", "slide": None}]]


def test_a_very_deep_outline_stays_on_the_page() -> None:
    lines = ["Thesis."] + [f"{'  ' * (2 * depth + 1)}- because: C{depth}." for depth in range(50)]
    deck = deck_in(LECTURE)
    written = deck_to_pdf(with_drawing(deck, description="\n".join(lines)), handout=True)
    text = " ".join(page.extract_text() for page in reader_of(written).pages)
    assert all(f"C{depth}." in text for depth in range(50))


def test_the_real_deck_has_every_claim_and_every_step() -> None:
    deck = real_deck(paged=True)
    reader = reader_of(deck_to_pdf(deck))
    assert len(reader.pages) == len(pages_of(deck)) > 40
    found = words(" ".join(page.extract_text() for page in reader.pages))
    assert all(claim.text in found for claim in loaded(REAL).claims)
