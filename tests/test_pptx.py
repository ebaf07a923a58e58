"""A deck for PowerPoint is what PowerPoint takes for slides, pictures, titles, links and notes."""

import builtins
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import resvg_py
from lxml import etree
from PIL import Image, ImageChops, ImageFilter, ImageStat
from pptx.util import Pt

from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.deck.sheet import NUMBER_SIZE, PATH_SIZE, TITLE_SIZE, sheet_of
from argmap.deck.slides import Crumb, Deck, Kind, Page, Paragraph, Slide
from argmap.drawing import Drawing
from argmap.geometry import Rect
from argmap.outputs.options import OutputError
from argmap.outputs.pptx.presentation import to_pptx
from argmap.scenes import Look
from argmap.shapes import Box
from argmap.svg import to_svg
from tests.fonts import dejavu
from tests.maps_drawn import MAPS, REAL, SOCRATES, loaded, real_deck
from tests.scripts import SCRIPTS
from tests.slides import (
    EMBED,
    FEW_PIXELS,
    LINKED,
    by_impress,
    files_in,
    found,
    leaves_of,
    opened,
    pages_of,
    relationships,
)
from tests.test_reader import argument

EMU = 12_700
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
MARKUP = "<b>&amp; \"quoted\" 'so' ]]> _x0041_ {%s}\\"
HOSTILE = "<b>&amp; \"quoted\" 'so' ]]> \x07\x1b\ufffe _x0041_ {%s}\\"
SAYABLE = "<b>&amp; \"quoted\" 'so' ]]>  _x0041_ {%s}\\"


@cache
def deck_in(name: str, *, paged: bool = True, theme: str = "light", slide: str = "16:9") -> Deck:
    plan = Plan(sheet_of(slide), steps=paged, paged=paged)
    return deck_of(loaded(MAPS / f"{name}.yaml"), Look(theme=theme), plan)


def roughly(deck: Deck, *, native: bool = False, done: Callable[[], None] = lambda: None) -> bytes:
    """Write a presentation with pictures of few pixels, which take most of the time that it takes to write it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.outputs.pptx.picture.PIXELS", FEW_PIXELS)
        return to_pptx(deck, native=native, done=done)


@pytest.fixture(scope="module")
def deck() -> Deck:
    return real_deck(paged=True)


@pytest.fixture(scope="module")
def written(deck: Deck) -> bytes:
    return roughly(deck)


@pytest.fixture(scope="module")
def shown(written: bytes) -> Any:
    return opened(written)


def named(slide: Any, beginning: str) -> list[Any]:
    """Return the shapes of a slide whose names begin so."""
    return [shape for shape in slide.shapes if shape.name.startswith(beginning)]


def assert_stands(shape: Any, rect: Rect) -> None:
    """See that a shape stands at a place, in points."""
    place = tuple(length / EMU for length in (shape.left, shape.top, shape.width, shape.height))
    assert place == pytest.approx((rect.x, rect.y, rect.width, rect.height), abs=0.01)


def in_the_middle(drawing: Drawing, room: Rect) -> Rect:
    width, height = drawing.width * drawing.scale, drawing.height * drawing.scale
    return Rect(room.center.x - width / 2, room.center.y - height / 2, width, height)


def parts_of(slide: Any, picture: Any) -> tuple[Any, Any]:
    """Return the PNG and the SVG of a picture."""
    (blip,) = found(picture._element, "p:blipFill/a:blip")
    (vector,) = found(blip, 'a:extLst/a:ext[@uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]/asvg:svgBlip')
    return slide.part.related_part(blip.get(EMBED)), slide.part.related_part(vector.get(EMBED))


def target_of(slide: Any, link: Any) -> Any:
    """Return the slide to which a link leads."""
    assert link.get("action") == "ppaction://hlinksldjump"
    return slide.part.related_part(link.get(LINKED)).slide


# the package


def test_every_step_is_a_slide(deck: Deck, shown: Any) -> None:
    assert len(shown.slides) == len(leaves_of(deck)) > len(deck.slides)


def test_without_pages_for_steps_each_slide_is_there_once_and_whole() -> None:
    deck = replace(deck_in(SOCRATES.stem), paged=False)
    stepped = next(slide for slide in deck.slides if len(slide.pages) > 1)
    shown = opened(roughly(deck))
    assert len(shown.slides) == len(deck.slides)
    slide = shown.slides[deck.slides.index(stepped)]
    (picture,) = named(slide, "drawing")
    assert parts_of(slide, picture)[1].blob == to_svg(stepped.pages[-1].drawing).encode()
    assert slide.notes_slide.notes_text_frame.text == stepped.notes
    assert slide.shapes.title.text_frame.text == stepped.title


def test_every_part_has_a_type_and_every_relationship_its_target(written: bytes) -> None:
    files = files_in(written)
    types = etree.fromstring(files["[Content_Types].xml"])
    defaults = {entry.get("Extension"): entry.get("ContentType") for entry in types if entry.get("Extension")}
    own = {entry.get("PartName"): entry.get("ContentType") for entry in types if entry.get("PartName")}
    assert defaults["svg"] == "image/svg+xml"
    for name in files:
        assert name == "[Content_Types].xml" or own.get(f"/{name}") or name.rpartition(".")[2] in defaults, name
    assert {name.lstrip("/") for name in own} <= set(files)
    targets = {target for _, _, target in relationships(files)}
    assert targets <= set(files)
    parts = {name for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert parts == targets, "nothing is in the package that nothing leads to"


def test_every_relationship_that_is_named_is_there(written: bytes) -> None:
    files = files_in(written)
    slides = [name for name in files if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    for name in slides:
        relations = etree.fromstring(files[f"ppt/slides/_rels/{Path(name).name}.rels"])
        known = {relation.get("Id") for relation in relations}
        used = set(found(etree.fromstring(files[name]), "//@r:embed | //@r:id"))
        assert used <= known
        kinds = {relation.get("Type").rpartition("/")[2] for relation in relations if relation.get("Id") not in used}
        assert kinds <= {"slideLayout", "notesSlide"}, "every other relationship is named"


def test_no_two_shapes_of_a_slide_have_one_number(shown: Any) -> None:
    for slide in shown.slides:
        numbers = [element.get("id") for element in found(slide._element, "//p:cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_the_same_deck_gives_the_same_bytes() -> None:
    written = roughly(deck_in(SOCRATES.stem))
    assert roughly(deck_in(SOCRATES.stem)) == written
    with ZipFile(BytesIO(written)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = files_in(written)["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified>" not in core


def test_the_file_says_what_it_is_and_who_made_the_map() -> None:
    told = opened(roughly(replace(deck_in(SOCRATES.stem), author="Ada", language="de"))).core_properties
    assert (told.title, told.author, told.language) == ("Is Socrates mortal?", "Ada", "de")
    assert told.last_modified_by == "Ada"


def test_every_page_is_counted() -> None:
    counted = []
    roughly(deck_in(SOCRATES.stem), done=lambda: counted.append(1))
    assert len(counted) == len(leaves_of(deck_in(SOCRATES.stem)))


def test_without_python_pptx_the_way_to_install_it_is_named(deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *words: Any, **options: Any) -> Any:
        if name == "pptx":
            raise ImportError(name)
        return usual(name, *words, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(
        OutputError, match=r'needs the package python-pptx; install it with pip install "argmap\[pptx\]"'
    ):
        to_pptx(deck)


# the pictures


def test_each_drawing_is_its_svg_with_a_png_behind_it(deck: Deck, shown: Any) -> None:
    for slide, (_, page) in zip(shown.slides, leaves_of(deck), strict=True):
        pictures = named(slide, "drawing")
        assert len(pictures) == (page is not None)
        for picture in pictures:
            assert page
            png, svg = parts_of(slide, picture)
            assert svg.blob == to_svg(page.drawing).encode()
            assert svg.content_type == "image/svg+xml"
            assert svg.partname.endswith(".svg")
            assert png.content_type == "image/png"
            drawing = page.drawing
            asked = tuple(FEW_PIXELS * drawing.scale * length for length in (drawing.width, drawing.height))
            assert Image.open(BytesIO(png.blob)).size == pytest.approx(asked, abs=1)


def test_a_png_has_twice_the_pixels_of_a_slide_at_96_to_the_inch() -> None:
    deck = deck_in(SOCRATES.stem)
    pictures = 0
    for slide, (_, page) in zip(opened(to_pptx(deck)).slides, leaves_of(deck), strict=True):
        for found_picture in named(slide, "drawing"):
            assert page
            drawing = page.drawing
            inches = (drawing.width * drawing.scale / 72, drawing.height * drawing.scale / 72)
            asked = tuple(2 * 96 * length for length in inches)
            png, _ = parts_of(slide, found_picture)
            assert Image.open(BytesIO(png.blob)).size == pytest.approx(asked, abs=1)
            pictures += 1
    assert pictures > 3


def test_pictures_are_images_to_the_package(written: bytes) -> None:
    kinds = {kind for _, kind, target in relationships(files_in(written)) if target.endswith((".svg", ".png"))}
    assert kinds == {IMAGE}


def test_drawings_that_are_alike_are_in_the_file_once(deck: Deck, written: bytes) -> None:
    drawings = [page.drawing for _, page in leaves_of(deck) if page]
    drawings += [slide.inset for slide, _ in leaves_of(deck) if slide.inset]
    different = set(map(to_svg, drawings))
    assert len(different) < len(drawings)
    for suffix in (".svg", ".png"):
        assert sum(name.endswith(suffix) for name in files_in(written)) == len(different)


def test_a_drawing_stands_in_the_middle_of_its_room_in_its_size(deck: Deck, shown: Any) -> None:
    for slide, (source, page) in zip(shown.slides, leaves_of(deck), strict=True):
        if page:
            (picture,) = named(slide, "drawing")
            assert_stands(picture, in_the_middle(page.drawing, deck.sheet.picture))
        if source.inset:
            (inset,) = named(slide, "inset")
            room = deck.sheet.inset
            assert inset.left + inset.width == pytest.approx(Pt(room.right), abs=2)
            assert (inset.top / EMU, (inset.top + inset.height) / EMU) >= (room.y - 0.01, room.y)
            assert parts_of(slide, inset)[1].blob == to_svg(source.inset).encode()


def test_powerpoint_can_read_everything_in_the_svg(written: bytes) -> None:
    """It knows no style sheets, no fonts in the file, no other files, and paints ``transparent`` black."""
    for name, content in files_in(written).items():
        if name.endswith(".svg"):
            tree = etree.fromstring(content)
            tags = {etree.QName(element).localname for element in tree.iter() if isinstance(element.tag, str)}
            assert tags <= {"svg", "title", "desc", "defs", "g", "path", "rect", "use", "a"}
            assert b"transparent" not in content
            assert not re.search(rb'\b(style|filter|mask|clip-path)="', content)


# words


def test_titles_are_titles_and_all_differ(deck: Deck, shown: Any) -> None:
    titles = []
    for slide, (source, page) in zip(shown.slides, leaves_of(deck), strict=True):
        title = slide.shapes.title
        assert title is not None
        assert title.text_frame.text.startswith(source.title)
        if page and len(source.pages) > 1:
            step = source.pages.index(page) + 1
            assert title.text_frame.text == f"{source.title} ({step}/{len(source.pages)})"
        titles.append(title.text_frame.text)
    assert len(titles) == len(set(titles))


def test_pictures_and_links_say_what_they_are(deck: Deck, shown: Any) -> None:
    for slide, (_, page) in zip(shown.slides, leaves_of(deck), strict=True):
        for element in found(slide._element, "//p:pic//p:cNvPr | //p:cNvPr[starts-with(@name, 'link')]"):
            assert element.get("descr")
        for picture in named(slide, "drawing"):
            assert page
            told = picture._element.nvPicPr.cNvPr.get("descr")
            assert told == f"Argument map: {page.drawing.title}\n{page.drawing.description}"


def test_what_is_read_first_comes_first(shown: Any) -> None:
    order = ["title", "path", "drawing", "link", "inset", "slide number"]
    for slide in list(shown.slides)[1:-1]:
        kinds = [next(kind for kind in order if shape.name.startswith(kind)) for shape in slide.shapes]
        assert kinds == sorted(kinds, key=order.index)


def test_the_speaker_has_the_words_of_each_step(deck: Deck, shown: Any) -> None:
    for slide, (source, page) in zip(shown.slides, leaves_of(deck), strict=True):
        notes = page.notes if page and len(source.pages) > 1 else source.notes
        assert slide.has_notes_slide is bool(notes)
        if notes:
            assert slide.notes_slide.notes_text_frame.text == notes


def test_slides_are_numbered_by_a_field(deck: Deck, shown: Any) -> None:
    for number, slide in enumerate(shown.slides, 1):
        fields = found(slide._element, '//a:fld[@type="slidenum"]/a:t')
        assert [found.text for found in fields] == ([] if number == 1 else [str(number)])


def test_the_title_slide_tells_the_thesis_and_the_sources(deck: Deck, shown: Any) -> None:
    words = shown.slides[0].placeholders[1].text_frame
    assert [paragraph.text for paragraph in words.paragraphs] == [said.text for said in deck.slides[0].paragraphs]


def test_sources_lead_to_where_they_are() -> None:
    small = deck_in(SOCRATES.stem, paged=False)
    address = 'https://example.org/?a=1&b="<>'
    told = (Paragraph("Plato, Phaedo.", "source", address), Paragraph("Hearsay.", "source"))
    slide = Slide(Kind.SOURCES, small.slides[-1].number + 1, "Sources", paragraphs=told)
    shown = opened(roughly(replace(small, slides=(*small.slides, slide))))
    runs = [p.runs[0] for p in list(shown.slides)[-1].placeholders[1].text_frame.paragraphs]
    assert [(run.text, run.hyperlink.address) for run in runs] == [(said.text, said.url or None) for said in told]


# ways


def test_the_path_leads_to_the_slides_of_its_claims(deck: Deck, shown: Any) -> None:
    slides = list(shown.slides)
    seen = 0
    for slide, (source, _) in zip(slides, leaves_of(deck), strict=True):
        links = found(slide._element, "//p:txBody//a:rPr/a:hlinkClick[@action]")
        assert [slides.index(target_of(slide, link)) + 1 for link in links] == [crumb.slide for crumb in source.path]
        assert [link.get("tooltip") for link in links] == [crumb.text for crumb in source.path]
        seen += len(links)
    assert seen > len(deck.slides)


def test_the_whole_in_little_leads_to_the_overview(deck: Deck, shown: Any) -> None:
    overview = next(slide for slide in deck.slides if slide.kind is Kind.OVERVIEW)
    insets = [(slide, inset) for slide in shown.slides for inset in named(slide, "inset")]
    assert insets
    for slide, inset in insets:
        (link,) = found(inset._element, "p:nvPicPr/p:cNvPr/a:hlinkClick")
        assert target_of(slide, link) is shown.slides[overview.number - 1]
        assert link.get("tooltip") == "Overview"


def test_a_path_says_how_each_claim_bears_on_the_one_before(deck: Deck, shown: Any) -> None:
    source = max(deck.slides, key=lambda slide: (len(slide.path), -len(slide.path[-1].text) if slide.path else 0))
    slide = shown.slides[source.number - 1]
    (path,) = named(slide, "path")
    first, *others = source.path
    said = [first.text, *(f"{crumb.lead} {crumb.text}" for crumb in others), source.lead]
    assert path.text_frame.text == "  ›  ".join(said)


def test_a_long_path_is_cut_so_that_it_stays_on_one_line() -> None:
    deck = deck_in(SOCRATES.stem, paged=False)
    part = next(slide for slide in deck.slides if slide.kind is Kind.PART)
    crumbs = tuple(Crumb("A claim of many words that go on and on " * 3, "because", part.number) for _ in range(5))
    made = opened(roughly(_with(deck, replace(part, path=(*crumbs, Crumb("Short", "but", part.number))))))
    (path,) = named(made.slides[part.number - 1], "path")
    text = path.text_frame.text
    assert deck.typeface.regular.line(text).width * PATH_SIZE < deck.sheet.path.width
    assert text.count("…") == 5
    assert "but Short" in text


def test_where_the_argument_goes_on_a_click_on_the_card_leads_there(deck: Deck, shown: Any) -> None:
    slides = list(shown.slides)
    seen = 0
    for slide, (_, page) in zip(slides, leaves_of(deck), strict=True):
        going_on = [group for group in page.drawing.claims if group.continued] if page else []
        spots = named(slide, "link")
        assert len(spots) == len(going_on)
        for spot, group in zip(spots, going_on, strict=True):
            assert page
            assert slides.index(spot.click_action.target_slide) + 1 == group.continued[0]
            assert spot._element.nvSpPr.cNvPr.get("descr") == f"{group.title} continues on slide {group.continued[0]}"
            around = in_the_middle(page.drawing, deck.sheet.picture)
            card = next(shape.rect for shape in group.shapes if isinstance(shape, Box))
            scale = page.drawing.scale
            corner = around.x + card.x * scale, around.y + card.y * scale
            assert_stands(spot, Rect(*corner, card.width * scale, card.height * scale))
            assert found(spot._element, "p:spPr/a:solidFill//a:alpha/@val") == ["0"], "filled, or it can't be clicked"
        seen += len(spots)
    assert seen > 5


# the look


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("slide", ["16:9", "4:3"])
def test_the_master_has_the_look_of_the_deck(theme: str, slide: str) -> None:
    deck = deck_in(SOCRATES.stem, paged=False, theme=theme, slide=slide)
    shown = opened(roughly(deck))
    assert (shown.slide_width, shown.slide_height) == (Pt(deck.sheet.width), Pt(deck.sheet.height))
    assert [layout.name for layout in shown.slide_layouts] == ["Title", "Words", "Drawing"]
    part = next(r.target_part for r in shown.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
    tree = etree.fromstring(part.blob)
    for slot, color in (("lt1", deck.theme.ground), ("dk1", deck.theme.text)):
        assert found(tree, f"//a:clrScheme/a:{slot}/a:srgbClr/@val") == [color.removeprefix("#")]
    assert set(found(tree, "//a:fontScheme/*/a:latin/@typeface")) == {"Source Sans Pro"}
    master = {placeholder.placeholder_format.type: placeholder for placeholder in shown.slide_master.placeholders}
    title, _, number = master.values()
    assert_stands(title, deck.sheet.title)
    assert_stands(number, deck.sheet.number)
    style = found(shown.slide_master._element, "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz")
    assert style == [str(int(TITLE_SIZE * 100))]
    assert found(number._element, ".//a:defRPr/@sz") == [str(int(NUMBER_SIZE * 100))]


def test_a_title_that_is_too_long_for_a_line_is_smaller() -> None:
    deck = deck_in(SOCRATES.stem, paged=False)
    part = next(slide for slide in deck.slides if slide.kind is Kind.PART)
    long = "A title that says at great length what the slide is about " * 3

    def sizes(title: str) -> list[str]:
        shown = opened(roughly(_with(deck, replace(part, title=title))))
        return found(shown.slides[part.number - 1].shapes.title._element, ".//a:r[1]/a:rPr/@sz")

    assert sizes("Short") == [], "as the layout has it"
    (size,) = sizes(long)
    lines = deck.typeface.bold.line(long).width * float(size) / 100 / deck.sheet.title.width
    assert lines * 1.2 * float(size) / 100 < deck.sheet.title.height


# what could go wrong


def _with(deck: Deck, changed: Slide) -> Deck:
    """Return a deck with a slide in place of that of its number."""
    return replace(deck, slides=tuple(changed if old.number == changed.number else old for old in deck.slides))


@pytest.mark.parametrize("native", [False, True])
def test_nothing_that_an_author_types_breaks_the_file(native: bool) -> None:
    deck = deck_in(SOCRATES.stem, paged=False)

    def said(drawing: Drawing) -> Drawing:
        claims = tuple(replace(group, title=MARKUP, description=MARKUP) for group in drawing.claims)
        inferences = tuple(replace(group, title=MARKUP) for group in drawing.inferences)
        return replace(drawing, claims=claims, inferences=inferences)

    def hostile(slide: Slide) -> Slide:
        pages = tuple(Page(said(page.drawing), HOSTILE) for page in slide.pages)
        words = (Paragraph(HOSTILE, "source", 'https://example.org/?a=1&b="<'),) if slide.paragraphs else ()
        crumb = (Crumb(HOSTILE, "because", slide.number),) if slide.path else ()
        return replace(slide, title=HOSTILE, pages=pages, paragraphs=words, path=crumb, notes=HOSTILE)

    drawn = roughly(
        replace(deck, title=HOSTILE, author=HOSTILE, slides=tuple(map(hostile, deck.slides))), native=native
    )
    for content in files_in(drawn).values():
        assert not content.startswith(b"<?xml") or etree.fromstring(content) is not None
    shown = opened(drawn)
    assert shown.core_properties.author == SAYABLE
    for slide in shown.slides:
        assert slide.shapes.title.text_frame.text == SAYABLE
        assert slide.notes_slide.notes_text_frame.text == SAYABLE


# what Impress makes of it

THROUGH_IMPRESS = 6.0
"""How much a picture may differ on average, of 255. Measured: 2.8 to 4.4; moved by two points, 10 to 16."""


def smoothed(image: Image.Image) -> Image.Image:
    """Return a picture smoothed, as no two programs smooth edges alike."""
    return image.filter(ImageFilter.BoxBlur(2))


def assert_pictures_are_in_place(deck: Deck, pages: list[Image.Image]) -> None:
    """See that each page has the picture that its SVG gives, where it belongs, and would differ anywhere else."""
    for page, (_, leaf) in zip(pages, leaves_of(deck), strict=True):
        if not leaf:
            continue
        png = resvg_py.svg_to_bytes(svg_string=to_svg(leaf.drawing), dpi=144, skip_system_fonts=True)
        right = Image.open(BytesIO(bytes(png))).convert("RGB")
        rect = in_the_middle(leaf.drawing, deck.sheet.picture)

        shown, right = smoothed(page), smoothed(right)

        def differs(
            dx: int, dy: int, rect: Rect = rect, shown: Image.Image = shown, right: Image.Image = right
        ) -> float:
            """Return how much the picture differs on average, of 255, where it is looked for so far away."""
            left, top = round(2 * rect.x) + dx, round(2 * rect.y) + dy
            there = shown.crop((left, top, left + right.width, top + right.height))
            return max(ImageStat.Stat(ImageChops.difference(there, right)).mean)

        here = differs(0, 0)
        assert here < THROUGH_IMPRESS
        assert here < 0.6 * min(differs(4, 0), differs(-4, 0), differs(0, 4), differs(0, -4))


@cache
def deck_for_impress(name: str) -> Deck:
    """Return a deck that Impress is to show: of the real map, of another one in the dark, of one in Hebrew."""
    if name == "real":
        return deck_in(REAL.stem, paged=False)
    if name == "dark":
        return deck_in(SOCRATES.stem, paged=False, theme="dark", slide="4:3")
    look = Look(font=dejavu(), bold_font=dejavu("DejaVuSans-Bold"))
    return deck_of(argument(SCRIPTS[name]), look, Plan(sheet_of("16:9"), steps=True, paged=True))


@pytest.fixture(scope="module")
def by_impress_together(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The PDFs that Impress, started once, makes of the decks that it is to show."""
    decks = {name: to_pptx(deck_for_impress(name)) for name in ("real", "dark", "hebrew")}
    return by_impress(decks, tmp_path_factory.mktemp("impress"))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["real", "dark"])
def test_impress_opens_it_and_shows_every_drawing_in_its_place(name: str, by_impress_together: dict[str, Path]) -> None:
    deck, pages = deck_for_impress(name), pages_of(by_impress_together[name])
    assert len(pages) == len(leaves_of(deck))
    assert_pictures_are_in_place(deck, pages)
    ground = tuple(bytes.fromhex(deck.theme.ground.removeprefix("#")))
    for page in pages:
        assert page.size == pytest.approx((2 * deck.sheet.width, 2 * deck.sheet.height), abs=2)
        assert page.getpixel((3, page.height - 3)) == ground


@pytest.mark.slow
def test_impress_shows_right_to_left_and_every_step(by_impress_together: dict[str, Path]) -> None:
    deck, printed = deck_for_impress("hebrew"), by_impress_together["hebrew"]
    pages = pages_of(printed)
    assert len(pages) == len(leaves_of(deck))
    assert_pictures_are_in_place(deck, pages)
    title = opened(printed.with_suffix(".pptx").read_bytes()).slides[0].shapes.title
    assert found(title._element, ".//a:pPr/@rtl") == ["1"]
