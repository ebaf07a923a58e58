"""Native shapes of a deck for PowerPoint: what can be moved, typed into and recoloured, and looks like the drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import resvg_py
from font_source_sans_pro import font_files_ttf
from PIL import Image, ImageChops, ImageFilter, ImageStat

from argmap.api import load
from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.deck.sheet import sheet_of
from argmap.deck.slides import Deck
from argmap.drawing import ClaimGroup, Drawing
from argmap.geometry import Point, Rect
from argmap.outputs.pptx.elements import Palette
from argmap.outputs.pptx.presentation import to_pptx
from argmap.scenes import Look
from argmap.shapes import Box, Text, TextLine
from argmap.shapes import Path as Line
from argmap.svg import to_svg
from argmap.theme import LIGHT
from tests.browser import only_fonts
from tests.fonts import dejavu
from tests.slides import by_impress, files_in, found, leaves_of, opened, pages_of, words_of

MAPS = Path(__file__).parent.parent / "maps"
REAL = MAPS / "putin-on-two-fronts.yaml"
EMU = 12_700


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide with what it shows: its drawing, and where that stands."""

    slide: Any
    drawing: Drawing
    corner: Point

    def rect(self, rect: Rect) -> tuple[float, float, float, float]:
        """Return where a rectangle of the drawing is on the slide: left, top, right, bottom, in points."""
        left, top = self.at(Point(rect.x, rect.y))
        right, bottom = self.at(Point(rect.right, rect.bottom))
        return left, top, right, bottom

    def at(self, point: Point) -> tuple[float, float]:
        scale = self.drawing.scale
        return self.corner.x + point.x * scale, self.corner.y + point.y * scale

    def cards(self) -> Iterator[tuple[ClaimGroup, Any]]:
        cards = [shape for shape in self.slide.shapes if shape.name.startswith("claim: ")]
        return zip(self.drawing.claims, cards, strict=True)


@pytest.fixture(scope="module")
def deck() -> Deck:
    return deck_of(load(REAL), Look(numbers=True), Plan(sheet_of("16:9")))


@pytest.fixture(scope="module")
def written(deck: Deck) -> bytes:
    return to_pptx(deck, native=True)


@pytest.fixture(scope="module")
def shown(deck: Deck, written: bytes) -> list[Shown]:
    return list(shown_in(deck, written))


def shown_in(deck: Deck, written: bytes) -> Iterator[Shown]:
    for slide, (_, page) in zip(opened(written).slides, leaves_of(deck), strict=True):
        if page:
            drawing, room = page.drawing, deck.sheet.picture
            width, height = drawing.width * drawing.scale, drawing.height * drawing.scale
            yield Shown(slide, drawing, Point(room.center.x - width / 2, room.center.y - height / 2))


def place_of(shape: Any) -> tuple[float, float, float, float]:
    left, top = shape.left / EMU, shape.top / EMU
    return left, top, left + shape.width / EMU, top + shape.height / EMU


def said_on(group: ClaimGroup) -> tuple[list[TextLine], list[TextLine]]:
    """Return the lines of a card's sentence, and the small ones below."""
    lines = [line for shape in group.shapes if isinstance(shape, Text) and shape.role == "text" for line in shape.lines]
    notes = [line for shape in group.shapes if isinstance(shape, Text) and shape.role == "note" for line in shape.lines]
    large = [line for line in lines if line.size == lines[0].size]
    return large, [line for line in lines if line not in large] + notes


def everything_in(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from everything_in(shape.shapes)


# cards


def test_a_card_is_a_rounded_rectangle_in_its_place(shown: list[Shown]) -> None:
    for page in shown:
        for group, card in page.cards():
            box = next(shape for shape in group.shapes if isinstance(shape, Box))
            assert found(card._element, "p:spPr/a:prstGeom/@prst") == ["roundRect"]
            assert place_of(card) == pytest.approx(page.rect(box.rect), abs=0.01)


def test_a_card_holds_its_whole_sentence_as_one_paragraph_that_wraps(shown: list[Shown]) -> None:
    for page in shown:
        for group, card in page.cards():
            sentence, small = said_on(group)
            first, *others = card.text_frame.paragraphs
            assert "".join(first.text.split("\t")[-1].split()) == "".join(
                "".join(t.line.text for t in sentence).split()
            )
            assert card.text_frame.word_wrap
            said = " ".join(" ".join(paragraph.text.split()) for paragraph in others)
            assert sorted(said.split()) == sorted(" ".join(line.line.text for line in small).split())


def test_words_have_the_size_and_the_weight_of_the_drawing(shown: list[Shown]) -> None:
    for page in shown:
        for group, card in page.cards():
            run = card.text_frame.paragraphs[0].runs[-1]
            assert run.font.size.pt == pytest.approx(page.drawing.text_size, abs=0.01)
            assert run.font.bold is ("thesis" in group.classes)


def test_a_name_says_what_a_shape_is(shown: list[Shown]) -> None:
    for page in shown:
        for group, card in page.cards():
            sentence = " ".join(card.text_frame.paragraphs[0].text.split("\t")[-1].split())
            assert card.name == f"claim: {sentence}"[:80]
            assert card._element.nvSpPr.cNvPr.get("descr", "") == group.description
        names = {shape.name.partition(":")[0] for shape in everything_in(page.slide.shapes)}
        assert names <= {"title", "path", "inset", "slide number", "claim", "reason", "stub", "legend", "sample", "sign",
                         "support", "attack", "undercut", "support line", "attack line", "undercut line", "sample line"}  # fmt: skip


def test_implicit_claims_have_a_dashed_border(shown: list[Shown]) -> None:
    seen = 0
    for page in shown:
        for group, card in page.cards():
            dashed = found(card._element, "p:spPr/a:ln/a:custDash")
            assert bool(dashed) is ("implicit" in group.classes)
            seen += len(dashed)
    assert seen


def test_a_card_where_the_argument_goes_on_leads_there(deck: Deck, shown: list[Shown]) -> None:
    slides = list(shown[0].slide.part.package.presentation_part.presentation.slides)
    seen = 0
    for page in shown:
        for group, card in page.cards():
            target = card.click_action.target_slide
            assert (target is not None) is bool(group.continued)
            if target is not None:
                assert slides.index(target) + 1 == group.continued[0]
                seen += 1
    assert seen > 5


def test_colours_of_the_theme_are_named_by_it(deck: Deck, shown: list[Shown]) -> None:
    fills = {
        value
        for page in shown
        for _, card in page.cards()
        for value in found(card._element, "p:spPr//a:schemeClr/@val")
    }
    assert {"tx1", "bg1", "accent4"} >= fills > {"tx1"}


# boxes and lines


def test_a_reason_box_lies_behind_its_cards_and_holds_its_tab(shown: list[Shown]) -> None:
    seen = 0
    for page in shown:
        names = [shape.name for shape in page.slide.shapes]
        first_card = next(number for number, name in enumerate(names) if name.startswith("claim: "))
        drawn = [shape for inference in page.drawing.inferences for shape in inference.shapes]
        boxes = [shape for shape in drawn if isinstance(shape, Box) and shape.role == "reason"]
        tabs = [shape.lines[0].line.text for shape in drawn if isinstance(shape, Text) and shape.role == "tab"]
        made = [shape for shape in page.slide.shapes if shape.name.startswith("reason: ")]
        assert [shape.text_frame.text for shape in made] == tabs
        for box, shape in zip(boxes, made, strict=True):
            assert names.index(shape.name) < first_card
            assert place_of(shape) == pytest.approx(page.rect(box.rect), abs=0.01)
            seen += 1
    assert seen > 3


def test_every_line_is_there_and_ends_as_its_relation_asks(shown: list[Shown]) -> None:
    heads = {"support": ["triangle"], "attack": ["arrow"], "undercut": []}
    for page in shown:
        made = [s for s in everything_in(page.slide.shapes) if s.name.partition(":")[0] in heads]
        drawn = [
            inference.relation
            for inference in page.drawing.inferences
            for shape in inference.shapes
            if isinstance(shape, Line) and shape.role == "edge"
        ]
        lines = [shape for shape in made if found(shape._element, "p:spPr/a:ln/a:headEnd") or "undercut" in shape.name]
        assert sorted(shape.name.partition(":")[0] for shape in lines) == sorted(drawn)
        for shape in lines:
            relation = shape.name.partition(":")[0]
            assert found(shape._element, "p:spPr/a:ln/a:headEnd/@type") == heads[relation]
            assert bool(found(shape._element, "p:spPr/a:ln/a:custDash")) is (relation != "support")


def test_connectors_are_glued_where_they_begin_or_end(shown: list[Shown]) -> None:
    seen = 0
    for page in shown:
        places = {shape.shape_id: place_of(shape) for shape in page.slide.shapes}
        for element in found(page.slide._element, "//p:cxnSp"):
            sites = found(element, ".//a:stCxn | .//a:endCxn")
            assert sites
            connector = next(s for s in page.slide.shapes if s._element is element)
            ends = {"stCxn": (connector.begin_x, connector.begin_y), "endCxn": (connector.end_x, connector.end_y)}
            for site in sites:
                left, top, right, bottom = places[int(site.get("id"))]
                across, along = (left + right) / 2, (top + bottom) / 2
                at = [(across, top), (left, along), (across, bottom), (right, along)][int(site.get("idx"))]
                if not found(element, "p:spPr/a:xfrm/@rot"):  # where one is turned, python-pptx does not tell its ends
                    x, y = (length / EMU for length in ends[site.tag.rpartition("}")[2]])
                    assert (x, y) == pytest.approx(at, abs=1.1)
                seen += 1
    assert seen > 10


def test_no_pictures_are_left_but_the_inset(written: bytes, shown: list[Shown]) -> None:
    for page in shown:
        assert {s.name for s in page.slide.shapes if found(s._element, "self::p:pic")} <= {"inset"}
    assert any(name.endswith(".svg") for name in files_in(written))


# what it looks like

LIKE_THE_DRAWING = 9.0
"""How much a slide may differ on average from the drawing, of 255, both smoothed. Measured: 0.9 to 6.2.

Lines of text do not break everywhere alike, and stand a little closer.
"""


def picture_of(drawing: Drawing) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=to_svg(drawing), dpi=144, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(png))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    smooth = [image.filter(ImageFilter.BoxBlur(28)) for image in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*smooth)).mean)


@pytest.fixture(scope="module")
def with_its_font(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck as Impress prints it where there is the font of the drawings."""
    fonts = [Path(font_files_ttf[f"SourceSansPro{weight}"]) for weight in ("", "Bold")]
    return printed_with(fonts, written, tmp_path_factory.mktemp("its-font"))


@pytest.fixture(scope="module")
def with_another_font(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck as Impress prints it where there is only DejaVu Sans, whose letters are wider."""
    fonts = [dejavu(), dejavu("DejaVuSans-Bold")]
    return printed_with(fonts, written, tmp_path_factory.mktemp("another-font"))


def printed_with(fonts: Sequence[Path], written: bytes, folder: Path) -> Path:
    return by_impress({"deck": written}, folder, only_fonts(fonts, folder / "fonts"))["deck"]


@pytest.mark.slow
def test_impress_shows_native_shapes_like_the_drawing(deck: Deck, written: bytes, with_its_font: Path) -> None:
    pages = pages_of(with_its_font)
    assert len(pages) == len(leaves_of(deck))
    shown = iter(shown_in(deck, written))
    for picture, (_, page) in zip(pages, leaves_of(deck), strict=True):
        if not page:
            continue
        right, here = picture_of(page.drawing), next(shown)
        left, top = (round(2 * length) for length in here.corner)
        part = picture.crop((left, top, left + right.width, top + right.height))
        found_different = difference(part, right)
        assert found_different < LIKE_THE_DRAWING
        less = replace(page.drawing, claims=page.drawing.claims[:-1])
        assert found_different < difference(part, picture_of(less)), "a card that is missing would be seen"


@pytest.mark.slow
@pytest.mark.parametrize("fonts", ["with_its_font", "with_another_font"])
def test_words_stay_on_their_cards_whatever_font_there_is(
    fonts: str, deck: Deck, written: bytes, request: pytest.FixtureRequest
) -> None:
    words = words_of(request.getfixturevalue(fonts))
    for page in shown_in(deck, written):
        number = page.slide.part.package.presentation_part.presentation.slides.index(page.slide)
        for group, _ in page.cards():
            assert_on_card(group, page, words[number])


def assert_on_card(group: ClaimGroup, page: Shown, words: list[tuple[str, tuple[float, float, float, float]]]) -> None:
    """See that all words of a card stand on it: as many as it says have their middle there, and none leaves it."""
    box = next(shape for shape in group.shapes if isinstance(shape, Box))
    left, top, right, bottom = page.rect(box.rect)
    inside = []
    for word, (x, y, x2, y2) in words:
        if left < (x + x2) / 2 < right and top < (y + y2) / 2 < bottom:
            inside.append(word)
            assert left - 0.5 < x < x2 < right + 0.5, word
            letters = (y2 - y) / 6  # the box of a word is that of its font, which is taller than its letters
            assert top - 0.5 < y + letters < y2 - letters < bottom + 0.5, word
    sentence, small = said_on(group)
    asked = "".join(line.line.text for line in (*sentence, *small)).replace(" ", "")
    assert len("".join(inside)) >= len(asked) * 0.95, group.title


def test_a_line_may_have_dashes_of_several_lengths() -> None:
    line = Palette(LIGHT).line("#000000", 2.0, (8.0, 2.0, 1.0, 2.0))
    found = [(int(ds.get("d")), int(ds.get("sp"))) for ds in line.iter("{*}ds")]
    assert found == [(400_000, 100_000), (50_000, 100_000)]
