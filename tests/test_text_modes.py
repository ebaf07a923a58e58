"""Text in the SVG: outlines, with its font, or plain; in fonts that are given; and cards that are links."""

import re
import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fontTools.ttLib import TTFont
from lxml import etree

from argmap import draw, load
from argmap.cli import main
from argmap.drawing import Drawing
from argmap.layout.cards import PADDING_X
from argmap.lettering import STRANGERS
from argmap.shapes import Box, Text
from argmap.svg import to_svg
from argmap.text import default_typeface, typeface_in
from argmap.webfont import WebFontError
from tests.drawing_checks import Picture, faults
from tests.fonts import dejavu, font_file, variable_font
from tests.maps_drawn import REAL, SOCRATES, drawn_once
from tests.scripts import HEBREW, SCRIPTS, drawn, drawn_in

SVG = "{http://www.w3.org/2000/svg}"
FORMS = ["outlines", "font", "plain"]
LINKED = """
thesis: moved
sources:
  notice: {title: Notice of 3 May, url: "https://example.org/notice?day=3&month=5"}
  paper: {title: The paper}
claims:
  moved: {text: The lecture has moved., url: "mailto:registry@example.org", source: notice, because: [[a, b], c]}
  a: {text: The notice says so., source: notice para 2}
  b: {text: The notice is reliable., source: [paper p. 1, notice]}
  c: Anna saw the class there.
"""

each_form = pytest.mark.parametrize("form", FORMS)
real_text = pytest.mark.parametrize("form", ["font", "plain"])


@pytest.fixture(scope="module")
def real() -> Drawing:
    return drawn_once(REAL)


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def argmap(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def skeleton(svg: str) -> list[tuple[str, dict[str, str]]]:
    """Return all elements but the root and the letters, with what they say."""
    return [
        (element.tag, dict(element.attrib))
        for element in list(parsed(svg).iter())[1:]
        if element.tag in {f"{SVG}{name}" for name in ("title", "desc", "g", "rect", "path", "a")}
        and element.getparent().tag != f"{SVG}defs"
        and set(element.attrib) != {"fill"}  # the group of a line of outlines
    ]


def embedded(svg: str) -> dict[str, TTFont]:
    """Return the fonts in a drawing by family."""
    rules = re.findall(
        r'@font-face\{font-family:"([\w-]+)";font-weight:\d+;src:url\(data:font/woff2;base64,([^)]+)', svg
    )
    return {family: TTFont(BytesIO(b64decode(content))) for family, content in rules}


# the shape of the SVG


@real_text
def test_the_shape_is_the_same_however_text_is_written(form: str, real: Drawing) -> None:
    assert skeleton(to_svg(real, form)) == skeleton(to_svg(real))


@real_text
def test_words_stand_in_reading_order_within_their_claims(form: str, real: Drawing) -> None:
    argument = load(REAL)
    claims = [
        group for group in parsed(to_svg(real, form)).iter(f"{SVG}g") if "claim" in group.get("class", "").split()
    ]
    assert len(claims) == len(argument.claims)
    for group, claim in zip(claims, argument.claims, strict=True):
        (words,) = (part for part in group.iter(f"{SVG}g") if part.get("class") == "text")
        assert " ".join(text.text for text in words.iter(f"{SVG}text")) == (claim.label or claim.text)


@each_form
def test_nothing_is_fetched_or_scripted(form: str, real: Drawing) -> None:
    root = parsed(to_svg(real, form))
    names = {etree.QName(element).localname for element in root.iter()}
    letters = {"outlines": {"defs", "use"}, "font": {"text", "style"}, "plain": {"text"}}
    assert names == {"svg", "title", "desc", "g", "path", "rect"} | letters[form]
    assert set(re.findall(r"url\((\w+):", to_svg(real, form))) == ({"data"} if form == "font" else set())


@real_text
def test_every_line_says_how_wide_it_is(form: str, real: Drawing) -> None:
    texts = list(parsed(to_svg(real, form)).iter(f"{SVG}text"))
    assert len(texts) == len(list(real.lines)) > 50
    for text, line in zip(texts, real.lines, strict=True):
        assert float(text.get("textLength")) == pytest.approx(line.line.width * line.size, abs=0.01)
        assert text.get("lengthAdjust") == "spacingAndGlyphs"
        assert float(text.get("x")) == pytest.approx(line.start.x, abs=0.01)
        assert float(text.get("font-size")) == pytest.approx(line.size * (STRANGERS if form == "plain" else 1))


def test_plain_text_names_common_fonts_and_weights(real: Drawing) -> None:
    root = parsed(to_svg(real, "plain"))
    families = root.get("font-family")
    assert families.startswith("'Source Sans Pro', ")
    assert families.endswith(", sans-serif")
    assert {text.get("font-weight") for text in root.iter(f"{SVG}text")} == {None, "600"}


def test_plain_text_stays_in_its_card_in_arial_even_where_its_width_is_not_heeded() -> None:
    """Liberation Sans has the widths of Arial."""
    face = typeface_in(font_file("LiberationSans-Regular"), font_file("LiberationSans-Bold"))
    for words in ("full", "label"):
        for group in draw(load(REAL), words=words).claims:
            (card,) = (shape for shape in group.shapes if isinstance(shape, Box) and shape.role == "card")
            for text in (shape for shape in group.shapes if isinstance(shape, Text)):
                for line in text.lines:
                    width = face.of(line.weight).line(line.line.text).width * line.size * STRANGERS
                    assert line.start.x + width < card.rect.right - PADDING_X / 2


# the font in the file


def test_the_font_has_what_the_drawing_needs_and_no_more(real: Drawing) -> None:
    needed = {
        weight: {c for line in real.lines if line.weight == weight for c in line.line.text}
        for weight in ("", "Semibold")
    }
    fonts = embedded(to_svg(real, "font"))
    found = sorted(({chr(number) for number in font.getBestCmap()} for font in fonts.values()), key=len)
    assert found == sorted(needed.values(), key=len)
    assert len(to_svg(real, "font")) < 0.5 * len(to_svg(real))


def test_a_family_is_called_after_what_is_in_it(real: Drawing) -> None:
    view = drawn_once(REAL, "kazakhstan")
    one, other = (embedded(to_svg(drawing, "font")) for drawing in (real, view))
    assert len(one) == len(other) == 2
    assert set(one).isdisjoint(other)
    assert to_svg(view, "font") == to_svg(draw(load(REAL), "kazakhstan"), "font")


def test_a_font_of_one_weight_stands_in_the_file_once(tmp_path: Path) -> None:
    svg = to_svg(drawn("thesis: It is so.\nbecause: So it is.\n", tmp_path, font=dejavu()), "font")
    assert svg.count("@font-face") == len(embedded(svg)) == 1


def test_a_variable_font_stands_in_the_file_at_its_weights(tmp_path: Path) -> None:
    path = variable_font(tmp_path / "bars.ttf")
    drawing = drawn("thesis: A a.\nbecause: B b c.\n", tmp_path, font=path)
    fonts = embedded(to_svg(drawing, "font"))
    assert all("fvar" not in font for font in fonts.values())
    widths = sorted(font["hmtx"][min(font.getBestCmap().values())][0] for font in fonts.values())
    assert widths == [367, 433]


def test_without_the_packages_for_the_web_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, real: Drawing, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(WebFontError, match=r'pip install "argmap\[web\]"$'):
        to_svg(real, "font")
    result = argmap("render", SOCRATES, "--text", "font", "-o", tmp_path / "a.svg")
    assert result.exit_code == 1
    assert "fonttools and brotli" in result.stderr
    assert not (tmp_path / "a.svg").exists()


@each_form
def test_the_bytes_are_the_same_in_every_run(form: str, real: Drawing) -> None:
    code = f"import sys; from argmap.__main__ import run; sys.argv[1:] = ['render', {str(REAL)!r}, '-o', '-', '--text', {form!r}]; run()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.decode() == to_svg(real, form)


# scripts


@pytest.mark.parametrize("script", SCRIPTS)
def test_maps_in_other_scripts_are_drawn_without_faults(script: str, tmp_path: Path) -> None:
    drawing = drawn_in(script, tmp_path)
    assert not [line for line in drawing.lines if 0 in line.line.numbers]
    assert faults(Picture(to_svg(drawing))) == []


@pytest.mark.parametrize("script", ["hebrew", "arabic"])
def test_right_to_left_sentences_stand_at_the_right_of_their_cards(script: str, tmp_path: Path) -> None:
    for group in drawn_in(script, tmp_path).claims:
        card, text, *_ = group.shapes
        assert isinstance(card, Box)
        assert isinstance(text, Text)
        for line in text.lines:
            if line.line.rtl:
                assert line.start.x + line.line.width * line.size == pytest.approx(card.rect.right - PADDING_X)
            else:
                assert line.start.x == pytest.approx(card.rect.x + PADDING_X)


@real_text
def test_right_to_left_text_is_written_in_logical_order(form: str, tmp_path: Path) -> None:
    drawing = drawn_in("hebrew", tmp_path)
    texts = list(parsed(to_svg(drawing, form)).iter(f"{SVG}text"))
    written = [(text.text or "").removeprefix("\u202b").removesuffix("\u202c") for text in texts]
    assert "האולם הישן קטן מדי לכל מי שרוצה לבוא." in " ".join(written)
    for text, line in zip(texts, drawing.lines, strict=True):
        assert (text.get("direction") == "rtl") == line.line.rtl
        assert text.get("text-anchor") == ("middle" if line.line.rtl else None)
    assert parsed(to_svg(drawing, form)).get("direction") == "ltr", "whatever the page around it says"


@pytest.mark.parametrize(
    ("language", "said"),
    {
        "en": "because",
        "de": "denn",
        "fr": "car",
        "es": "porque",
        "it": "perché",
        "nl": "want",
        "pl": "ponieważ",
        "ru": "потому что",
        "uk": "тому що",
    }.items(),
)
def test_tabs_and_legend_speak_the_language_of_the_map(language: str, said: str, tmp_path: Path) -> None:
    drawing = drawn(f"language: {language}\nthesis: A is so.\nbecause: [[B is so., C is so.]]\n", tmp_path)
    tabs = [
        line.line.text
        for group in drawing.inferences
        for shape in group.shapes
        if isinstance(shape, Text)
        for line in shape.lines
    ]
    legend = [line.line.text for shape in drawing.legend if isinstance(shape, Text) for line in shape.lines]
    assert tabs == [said]
    assert ("supports" in legend) == (language == "en")
    assert not [line for line in drawing.lines if 0 in line.line.numbers]


# fonts that are given


def test_a_font_that_is_given_sets_and_measures_everything(tmp_path: Path) -> None:
    usual = draw(load(SOCRATES), words="full")
    given = draw(load(SOCRATES), words="full", font=dejavu(), bold_font=dejavu("DejaVuSans-Bold"))
    assert usual.typeface == default_typeface("en")
    assert given.typeface.regular.family == "DejaVu Sans"
    for line in given.lines:
        assert line.line == given.typeface.of(line.weight).line(line.line.text)
    assert faults(Picture(to_svg(given))) == []


@pytest.mark.parametrize("words", ["full", "label"])
def test_a_variable_font_draws_the_thesis_heavier(words: str, tmp_path: Path) -> None:
    drawing = draw(load(SOCRATES), words=words, font=variable_font(tmp_path / "bars.ttf"))
    thesis = drawing.claims[0].shapes[1]
    assert isinstance(thesis, Text)
    assert {line.weight for line in thesis.lines} == {"Semibold"}
    assert drawing.typeface.bold.setting == 600


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"wOF2", "packed for the web"), (b"no font", "is not a font"), (None, "No such file")],
    ids=["woff", "text", "missing"],
)
def test_what_is_no_font_ends_the_run_with_one_sentence(content: bytes | None, said: str, tmp_path: Path) -> None:
    font = tmp_path / "font.ttf"
    if content is not None:
        font.write_bytes(content)
    result = argmap("render", SOCRATES, "--font", font, "-o", tmp_path / "a.svg")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert said in line
    assert str(font) in line
    assert not line.endswith(".")
    assert not (tmp_path / "a.svg").exists()


def test_a_folder_is_no_font(tmp_path: Path) -> None:
    result = argmap("render", SOCRATES, "--font", tmp_path, "-o", "-")
    assert result.exit_code == 1
    assert result.stderr == f"Error: cannot read {tmp_path}: Is a directory\n"


def test_a_bold_font_by_itself_is_wrong_usage(tmp_path: Path) -> None:
    result = argmap("render", SOCRATES, "--bold-font", "b.ttf", "-o", tmp_path / "a.svg")
    assert result.exit_code == 2
    assert "add --font FILE" in result.stderr


def test_a_script_that_the_font_lacks_is_told_with_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(HEBREW, encoding="utf-8")
    usual = argmap("render", path)
    assert "[no-glyph]" in usual.stderr
    assert "--font" in usual.stderr
    given = argmap("render", path, "--font", dejavu())
    assert given.exit_code == 0
    assert "no-glyph" not in given.stderr
    assert "empty box" not in given.stderr


def test_what_the_font_that_is_given_lacks_is_told_too(tmp_path: Path) -> None:
    result = argmap("render", SOCRATES, "--font", variable_font(tmp_path / "bars.ttf"), "-o", tmp_path / "a.svg")
    assert "empty box" not in result.stderr
    path = tmp_path / "map.yaml"
    path.write_text("thesis: Über allen Gipfeln ist Ruh.\n", encoding="utf-8")
    result = argmap("render", path, "--font", tmp_path / "bars.ttf")
    assert result.exit_code == 0
    assert f'{path}: warning: the font has no "Ü" (U+00DC), and shows an empty box for each' in result.stderr


# links


@each_form
def test_a_card_leads_to_its_claims_address_or_that_of_the_first_work_cited(form: str, tmp_path: Path) -> None:
    root = parsed(to_svg(drawn(LINKED, tmp_path), form))
    found = {}
    for link in root.iter(f"{SVG}a"):
        group = link.getparent()
        assert "claim" in group.get("class").split()
        assert link.get("href") == link.get("{http://www.w3.org/1999/xlink}href")
        assert "target" not in link.attrib
        assert [child.get("class") for child in link] == ["card", "text"]
        found[group.get("data-id")] = (link.get("href"), link.get("aria-label"))
    assert found == {
        "moved": ("mailto:registry@example.org", "mailto:registry@example.org"),
        "a": ("https://example.org/notice?day=3&month=5", "Notice of 3 May para 2"),
    }, "of the works that b cites, the first has no address"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://example.org", "https://"])
def test_an_address_that_is_not_safe_makes_no_link(url: str) -> None:
    argument = load(SOCRATES)
    claims = tuple(claim.model_copy(update={"url": url}) for claim in argument.claims)
    drawing = draw(argument.replaced(claims=claims))
    assert {group.url for group in drawing.claims} == {""}
    assert "<a " not in to_svg(drawing)


def test_the_address_of_a_claim_stands_in_the_drawing(tmp_path: Path) -> None:
    links = {group.id: (group.url, group.link_label) for group in drawn(LINKED, tmp_path).claims}
    assert links["a"] == ("https://example.org/notice?day=3&month=5", "Notice of 3 May para 2")
    assert links["b"] == ("", "")
