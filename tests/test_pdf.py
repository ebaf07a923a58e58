"""The PDF is the drawing, with words that can be read, searched and listened to."""

import builtins
import io
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
import resvg_py
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageStat

from argmap import draw, load
from argmap.cli import main
from argmap.drawing import Drawing
from argmap.outputs.formats import content
from argmap.outputs.options import Options, OutputError
from argmap.outputs.typst import pdf, typesetting
from argmap.outputs.typst.pdf import to_pdf
from argmap.scenes import Look, part_named, scene_of
from argmap.shapes import Text
from argmap.stages import stages
from argmap.svg import to_svg
from tests.fonts import dejavu, variable_font
from tests.maps_drawn import REAL, SOCRATES, drawn_once
from tests.pdf_files import elements, places_of_words, reader_of, root_of, standards_in
from tests.programs import program

HOSTILE = """\
title: '#import "@preview/cetz:0.3.0" ] $ // \\" /*'
author: '"); #panic("here") //'
thesis: 'He said "#panic(1)" ] } $x^2$ // no comment \\ `raw` <label> @ref *b* _i_ = h.'
because:
  - - '\\u{41} #read("/etc/passwd") ~ -- --- ... is ''quoted'' twice.'
    - '</text><script>alert(1)</script> & &amp; {{x}} %s \\n \\0'
but: '#include "/etc/passwd" ]) #let x = 1; http://example.org - + / term: text'
"""


@pytest.fixture(scope="module")
def real() -> Drawing:
    return drawn_once(REAL)


@pytest.fixture(scope="module")
def real_pdf(real: Drawing) -> bytes:
    return to_pdf(real)


@pytest.fixture(scope="module")
def socrates() -> Drawing:
    return drawn_once(SOCRATES)


def drawn(tmp_path: Path, text: str, **options: Any) -> Drawing:
    path = tmp_path / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return draw(load(path), **options)


def page_of(written: bytes) -> Any:
    (page,) = reader_of(written).pages
    return page


def words_in(written: bytes) -> str:
    return " ".join(page_of(written).extract_text().split())


def words_of(drawing: Drawing) -> list[str]:
    """Return what stands on the cards, claim for claim."""
    lines = ((line for shape in claim.shapes for line in getattr(shape, "lines", ())) for claim in drawing.claims)
    return [" ".join(line.line.text for line in of_claim) for of_claim in lines]


# words


def test_the_words_are_real_and_in_the_order_of_the_argument(real: Drawing, real_pdf: bytes) -> None:
    text = words_in(real_pdf)
    found = [text.find(words) for words in words_of(real)]
    assert -1 not in found
    assert found == sorted(found), "the thesis comes first, then the claims as the argument goes"


def test_lines_stay_apart_when_copied(real: Drawing, real_pdf: bytes) -> None:
    raw = subprocess.run(
        [program("pdftotext"), "-raw", "-", "-"], input=real_pdf, capture_output=True, check=True
    ).stdout.decode()
    assert all(words in " ".join(raw.split()) for words in words_of(real))


@pytest.mark.parametrize("source", [REAL, SOCRATES], ids=lambda path: path.stem)
def test_every_line_stands_where_the_layout_put_it(source: Path) -> None:
    assert_lines_in_place(drawn_once(source))


def test_other_scripts_and_ligatures_stand_where_the_layout_put_them(tmp_path: Path) -> None:
    text = """\
language: ru
thesis: Сократ смертен, AVATAR To Ty We official fjord fluffy.
because: [Ο Σωκράτης είναι άνθρωπος και θνητός όπως όλοι., "Český řeťazec, žluťoučký kůň, Łódź, İstanbul."]
"""
    assert_lines_in_place(drawn(tmp_path, text))


def assert_lines_in_place(drawing: Drawing) -> None:
    """Compare where lines begin and end with where poppler finds their first and last word."""
    (found,) = places_of_words(to_pdf(drawing))
    lines = list(drawing.lines)
    assert lines
    for line in lines:
        left, baseline = line.start.x * drawing.scale, line.start.y * drawing.scale
        right = left + line.line.width * line.size * drawing.scale
        words = line.line.text.split()
        for word, edge, place in ((words[0], 0, left), (words[-1], 2, right)):
            nearest = min(abs(box[edge] - place) for box in found[word] if box[1] < baseline < box[3])
            assert nearest < 0.05, line.line.text


# the file


def test_the_page_is_as_large_as_the_drawing_on_the_slide(real: Drawing, real_pdf: bytes) -> None:
    page = page_of(real_pdf)
    assert float(page.mediabox.width) == pytest.approx(real.width * real.scale, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(real.height * real.scale, abs=0.01)


def test_a_drawing_larger_than_any_page_becomes_as_large_as_a_page_can_be(socrates: Drawing) -> None:
    page = page_of(to_pdf(replace(socrates, scale=1000.0)))
    assert max(page.mediabox.width, page.mediabox.height) == pytest.approx(pdf.LARGEST, abs=1)


def test_title_author_and_language_are_said(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, "title: Über die Katze\nlanguage: de-AT\nthesis: Die Katze schläft.\n")
    written = to_pdf(drawing, Options(author="Wer es schrieb"))
    assert reader_of(written).metadata == {
        "/Title": "Über die Katze",
        "/Author": "Wer es schrieb",
        "/Creator": ANY,
    }, "and nothing of when"
    assert root_of(written)["/Lang"] == "de-AT"
    assert root_of(written)["/ViewerPreferences"]["/DisplayDocTitle"]


def test_of_a_map_without_an_author_no_author_is_said(socrates: Drawing) -> None:
    assert "/Author" not in (reader_of(to_pdf(socrates)).metadata or {})


@pytest.mark.parametrize("tag", ["i-klingon", "zh-Hant-TW", "x-private", "sr-Latn", "en-US-posix"])
def test_any_language_tag_is_taken(socrates: Drawing, tag: str) -> None:
    assert root_of(to_pdf(replace(socrates, language=tag)))["/Lang"]


def test_the_fonts_are_embedded_and_are_those_of_the_drawing(real_pdf: bytes) -> None:
    fonts = page_of(real_pdf)["/Resources"]["/Font"]
    names = set()
    for font in fonts.values():
        (descendant,) = font.get_object()["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font.get_object()
        names.add(descriptor["/FontName"].partition("+")[2])
    assert names == {"SourceSansPro-Regular", "SourceSansPro-Semibold"}


def test_it_is_a_tagged_figure_with_the_argument_as_alternative_text(real: Drawing, real_pdf: bytes) -> None:
    root = root_of(real_pdf)
    assert root["/MarkInfo"]["/Marked"]
    figures = [element for element in elements(root["/StructTreeRoot"]) if element.get("/S") == "/Figure"]
    (figure,) = figures
    title, _, outline = figure["/Alt"].partition("\n")
    assert title == real.title
    assert outline == real.description


def test_it_keeps_to_the_standard_for_accessible_pdf(real_pdf: bytes) -> None:
    metadata = standards_in(real_pdf)
    assert re.search(r"pdfuaid:part(>|=\")1", metadata)


def test_a_sign_that_the_font_lacks_costs_the_standard_and_no_more(tmp_path: Path) -> None:
    written = to_pdf(drawn(tmp_path, "thesis: A cat 猫 sleeps.\n"))
    assert "pdfuaid" not in standards_in(written)
    assert "sleeps." in words_in(written)
    assert "/StructTreeRoot" in root_of(written)


def test_the_bytes_repeat(real: Drawing, real_pdf: bytes, tmp_path: Path) -> None:
    assert to_pdf(real) == real_pdf
    target = tmp_path / "map.pdf"
    command = [sys.executable, "-m", "argmap", "render", str(REAL), "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert target.read_bytes() == content(real, "pdf", Options(author=load(REAL).author))


def test_every_step_of_a_reveal_is_a_page_of_one_size() -> None:
    steps = stages(scene_of(load(SOCRATES), part_named(load(SOCRATES), None), Look()))
    reader = reader_of(to_pdf(steps))
    assert len(reader.pages) == len(steps) > 2
    assert len({tuple(page.mediabox) for page in reader.pages}) == 1
    for page, drawing in zip(reader.pages, steps, strict=True):
        text = " ".join(page.extract_text().split())
        assert all((words in text) == (words in words_of(drawing)) for words in words_of(steps[-1]))
    figures = [e for e in elements(root_of(to_pdf(steps))["/StructTreeRoot"]) if e.get("/S") == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [f"{drawing.title}\n{drawing.description}" for drawing in steps]
    assert "pdfuaid" in standards_in(to_pdf(steps))


def test_several_drawings_of_one_are_that_one(socrates: Drawing) -> None:
    assert to_pdf([socrates]) == to_pdf(socrates)


def test_links_lead_where_the_claims_say(tmp_path: Path) -> None:
    text = """\
thesis: {text: The cat sleeps on the mat., url: "https://example.org/a?b=c&d=(e)"}
because: {text: It purrs., url: "mailto:cat@example.org"}
"""
    written = to_pdf(drawn(tmp_path, text))
    page = page_of(written)
    links = {link.get_object()["/A"]["/URI"] for link in page["/Annots"]}
    assert links == {"https://example.org/a?b=c&d=(e)", "mailto:cat@example.org"}
    tagged = [element for element in elements(root_of(written)["/StructTreeRoot"]) if element.get("/S") == "/Link"]
    assert len(tagged) >= 2
    assert "pdfuaid" in standards_in(written)


def test_an_address_that_is_no_link_is_left_out(socrates: Drawing) -> None:
    for url in ("javascript:alert(1)", "https://example.org/" + "a" * 9000, "file:///etc/passwd"):
        claims = tuple(replace(claim, url=url) for claim in socrates.claims)
        assert "/Annots" not in page_of(to_pdf(replace(socrates, claims=claims)))


# the picture

MOST_DIFFERENT = 80
"""How much the two pictures may differ anywhere, of 255: less than where a letter is missing."""


def difference(written: bytes, drawing: Drawing, tmp_path: Path) -> tuple[float, float]:
    """Return how much poppler's picture of a PDF differs from resvg's of a drawing: on average and at most, of 255.

    Both are blurred first, for no two programs smooth edges alike.
    """
    source = tmp_path / "map.pdf"
    source.write_bytes(written)
    subprocess.run([program("pdftoppm"), "-r", "144", "-png", "-singlefile", source, tmp_path / "map"], check=True)
    page = Image.open(tmp_path / "map.png")
    expected = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=to_svg(drawing), dpi=144)))
    assert page.size == pytest.approx(expected.size, abs=1)
    width, height = map(min, page.size, expected.size)
    blurred = [
        image.convert("RGB").crop((0, 0, width, height)).filter(ImageFilter.BoxBlur(4)) for image in (page, expected)
    ]
    differing = ImageChops.difference(*blurred)
    statistics = ImageStat.Stat(differing)
    return max(statistics.mean), max(most for _, most in statistics.extrema)


def assert_alike(drawing: Drawing, tmp_path: Path) -> None:
    on_average, at_most = difference(to_pdf(drawing), drawing, tmp_path)
    assert on_average < 3
    assert at_most < MOST_DIFFERENT


@pytest.mark.parametrize("source", [REAL, SOCRATES], ids=lambda path: path.stem)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_looks_like_the_svg(source: Path, theme: str, tmp_path: Path) -> None:
    assert_alike(drawn_once(source, theme=theme), tmp_path)


def test_a_missing_letter_would_be_seen(socrates: Drawing, tmp_path: Path) -> None:
    *others, claim = socrates.claims
    card, text = claim.shapes
    assert isinstance(text, Text)
    *lines, last = text.lines
    short = replace(last, line=socrates.typeface.regular.line(last.line.text[:-2]))
    shortened = replace(claim, shapes=(card, replace(text, lines=(*lines, short))))
    _, at_most = difference(to_pdf(socrates), replace(socrates, claims=(*others, shortened)), tmp_path)
    assert at_most > MOST_DIFFERENT


def test_the_ground_can_be_left_out(tmp_path: Path) -> None:
    dark = draw(load(SOCRATES), theme="dark")
    on_average, _ = difference(content(dark, "pdf", Options(transparent=True)), dark, tmp_path)
    assert on_average > 50, "paper is white"


def test_right_to_left_looks_like_the_svg(tmp_path: Path) -> None:
    text = """\
language: he
thesis: החתול ישן על השטיח כבר שלוש שעות (אולי 4), והכלב "רקס" שומר עליו.
because: [הוא לא זז מאז שעות הבוקר., يقول القط إنه نائم منذ الصباح في البيت الكبير.]
"""
    drawing = drawn(tmp_path, text, font=dejavu(), bold_font=dejavu("DejaVuSans-Bold"))
    assert_alike(drawing, tmp_path)
    metadata = standards_in(to_pdf(drawing))
    assert "pdfuaid" in metadata


def test_a_variable_font_has_the_weights_of_the_drawing(tmp_path: Path) -> None:
    path = variable_font(tmp_path / "bars.ttf")
    nameless = drawn(tmp_path, "thesis: The cat sleeps.\nbecause: It is tired.\n", font=path)
    with pytest.raises(OutputError, match=r"^Typst cannot read the font; give another --font"):
        to_pdf(nameless)
    font = TTFont(path)
    font["name"].setName("Bars-Regular", 6, 3, 1, 0x409)
    font.save(path)
    named = drawn(tmp_path, "thesis: The cat sleeps.\nbecause: It is tired.\n", font=path)
    assert named.typeface.bold.weight > named.typeface.regular.weight
    assert_lines_in_place(named)


# what could go wrong


def test_nothing_that_an_author_types_is_typst(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, HOSTILE)
    written = to_pdf(drawing, Options(author='"); #panic("here") //'))
    assert reader_of(written).metadata["/Title"] == drawing.title  # type: ignore[index]
    text = words_in(written)
    assert all(words in text for words in words_of(drawing))
    assert "root:" not in text
    assert "pdfuaid" in standards_in(written)
    assert_alike(drawing, tmp_path)


@pytest.mark.parametrize("template", sorted(typesetting.TEMPLATES.glob("*.typ")), ids=lambda path: path.stem)
def test_a_template_reads_no_file_and_no_package(template: Path) -> None:
    code = re.sub(r"//.*", "", template.read_text(encoding="utf-8"))
    assert not re.search(r"\b(include|read|image|plugin|eval|csv|yaml|toml|xml|cbor|bibliography)\b", code)
    assert set(re.findall(r"\bimport\b.*?:", code)) <= {'import "shapes.typ":'}
    name = "fonts" if template.name == "shapes.typ" else "data"
    assert re.findall(r"\bjson\([^)]*\)", code) == [f"json(bytes(sys.inputs.{name})"]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_can_be_drawn(socrates: Drawing, text: str) -> None:
    font = socrates.typeface.regular

    def said(shape: Any) -> Any:
        lines = getattr(shape, "lines", None)
        return replace(shape, lines=tuple(replace(line, line=font.line(text)) for line in lines)) if lines else shape

    claims = tuple(replace(claim, shapes=tuple(map(said, claim.shapes))) for claim in socrates.claims)
    drawing = replace(socrates, claims=claims, title=text, description=text)
    assert to_pdf(drawing, Options(author=text)).startswith(b"%PDF-")


def test_without_typst_the_way_to_install_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without_typst(name: str, *words: Any, **options: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return usual(name, *words, **options)

    monkeypatch.setattr(builtins, "__import__", without_typst)
    target = tmp_path / "map.pdf"
    result = CliRunner().invoke(main, ["render", str(SOCRATES), "-o", str(target)])
    assert result.exit_code == 1
    assert 'pip install "argmap[pdf]"' in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not target.exists()


def test_a_fault_of_typst_is_one_sentence(socrates: Drawing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pdf.typ").write_text("#nothing-of-that-name\n", encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)
    with pytest.raises(OutputError, match=r"^the PDF cannot be made \(unknown variable.*\); write an SVG instead$"):
        to_pdf(socrates)


def test_ten_times_the_claims_take_no_more_than_some_ten_times_as_long(socrates: Drawing) -> None:
    def seconds(times: int) -> float:
        repeated = replace(socrates, claims=socrates.claims * times)
        start = time.perf_counter()
        to_pdf(repeated)
        return time.perf_counter() - start

    assert seconds(400) < 40 * seconds(40)
