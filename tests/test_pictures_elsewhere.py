"""The same picture everywhere: browsers, GNOME, office programs, on a machine that has hardly a font.

What is compared is the mean difference of two pictures over all pixels and colours, where 1 is from black to white. A
picture that lies one pixel aside differs by 0.019 and more from itself.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from argmap import draw
from argmap.drawing import Drawing
from argmap.svg import to_svg
from tests.browser import inline, only_fonts, open_browser, open_page
from tests.elsewhere import by_chromium, by_impress, by_librsvg, by_resvg
from tests.fonts import dejavu
from tests.maps_drawn import REAL, loaded
from tests.scripts import SCRIPTS, drawn_in

pytestmark = pytest.mark.slow

PAINTED = ("label", *SCRIPTS)
"""The drawings whose pictures are compared: the real map with its labels, and a map in each script."""
RIGHT_TO_LEFT = ("hebrew", "arabic")
TO_THE_PIXEL = 0.004
"""Measured: 0.0012 to 0.0021 in Chromium, 0.0015 to 0.0030 in librsvg."""
AS_LETTERS = 0.015
"""Measured: up to 0.0105. Browsers paint letters a little darker than other shapes."""
THROUGH_IMPRESS = 0.025
"""Measured: 0.012 to 0.019. Impress keeps lengths in hundredths of a millimetre, and a PDF is painted by Poppler."""
AIR = 0.5
"""How far text stays from the border of its card at least, in points."""
MEASURE = """
() => {
const found = [...document.querySelectorAll("svg.argmap text")].map(text => {
  const group = text.closest("g.claim, g.inference");
  const before = rect => rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
  const rects = group ? [...group.querySelectorAll("rect")].filter(before) : [];
  const around = (rects.at(-1) || text.ownerSVGElement.querySelector("rect.ground")).getBBox();
  const box = text.getBBox();
  return {
    text, words: text.textContent, asked: text.textLength.baseVal.value, width: text.getComputedTextLength(),
    air: Math.min(box.x - around.x, box.y - around.y, around.x + around.width - box.x - box.width,
                  around.y + around.height - box.y - box.height),
  };
});
found.forEach(({text}) => text.removeAttribute("textLength"));
return found.map(({text, ...line}) => ({...line, natural: text.getComputedTextLength()}));
}
"""
"""Reads all lengths before it takes away what sets them, for the browser lays the drawing out anew after each change."""


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which there is only DejaVu Sans."""
    return only_fonts([dejavu(), dejavu("DejaVuSans-Bold")], tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def browser(env: dict[str, str]) -> Iterator[Browser]:
    with open_browser(env) as started:
        yield started


@pytest.fixture(scope="module")
def impress(env: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """What Impress, started once, paints of every drawing that tests ask for."""
    plain = {name: svg_of(name, "plain") for name in RIGHT_TO_LEFT}
    svgs = {name: svg_of(name, "outlines") for name in PAINTED}
    svgs |= {f"{name}, plain": svg for name, svg in plain.items()}
    svgs |= {f"{name}, not embedded": re.sub("[\u202b\u202c]", "", svg) for name, svg in plain.items()}
    return by_impress(svgs, env, tmp_path_factory.mktemp("impress"))


@cache
def drawing_of(name: str) -> Drawing:
    """Return a drawing: of a script, or of the real map with these words."""
    if name in SCRIPTS:
        with TemporaryDirectory() as folder:
            return drawn_in(name, Path(folder))
    return draw(loaded(REAL), words=name)


@cache
def svg_of(name: str, form: str) -> str:
    return to_svg(drawing_of(name), form)


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3 / 255


def assert_the_same(picture: Image.Image, svg: str, bound: float) -> None:
    """See that a picture is that of resvg, and not one that is moved by a pixel in any direction."""
    right = by_resvg(svg)
    found = difference(picture, right)
    moved = [difference(ImageChops.offset(picture, x, y), right) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    assert found < bound
    assert found < 0.6 * min(moved)


each_drawing = pytest.mark.parametrize("name", PAINTED)


@pytest.mark.parametrize("as_image", [True, False], ids=["img", "inline"])
@each_drawing
def test_outlines_are_right_to_the_pixel_in_chromium(name: str, as_image: bool, browser: Browser) -> None:
    svg = svg_of(name, "outlines")
    assert_the_same(by_chromium(svg, browser, as_image=as_image), svg, TO_THE_PIXEL)


@each_drawing
def test_outlines_are_right_to_the_pixel_in_librsvg(name: str, env: dict[str, str]) -> None:
    svg = svg_of(name, "outlines")
    assert_the_same(by_librsvg(svg, env), svg, TO_THE_PIXEL)


@each_drawing
def test_outlines_are_right_on_a_slide_of_impress(name: str, impress: dict[str, Image.Image]) -> None:
    assert_the_same(impress[name], svg_of(name, "outlines"), THROUGH_IMPRESS)


@pytest.mark.parametrize("as_image", [True, False], ids=["img", "inline"])
@each_drawing
def test_text_with_its_font_looks_like_outlines(name: str, as_image: bool, browser: Browser) -> None:
    outlines, text = svg_of(name, "outlines"), svg_of(name, "font")
    assert_the_same(by_chromium(text, browser, as_image=as_image), outlines, AS_LETTERS)


def measured(svg: str, browser: Browser, style: str = "") -> list[dict[str, Any]]:
    """Measure all lines of a drawing in a page."""
    with open_page(browser, f"<!doctype html><body style='{style}'>{inline(svg)}") as page:
        found: list[dict[str, Any]] = page.evaluate(MEASURE)
    assert len(found) > 10
    return found


@pytest.mark.parametrize("form", ["font", "plain"])
@pytest.mark.parametrize("name", ["full", "label", *SCRIPTS])
def test_no_text_leaves_its_card_with_a_strangers_font(name: str, form: str, browser: Browser) -> None:
    for line in measured(svg_of(name, form), browser):
        assert line["air"] > AIR, line
        assert line["width"] == pytest.approx(line["asked"], abs=0.1), line


@pytest.mark.parametrize("name", ["full", *SCRIPTS])
def test_the_font_in_the_file_makes_lines_as_wide_as_they_were_measured(name: str, browser: Browser) -> None:
    for line in measured(svg_of(name, "font"), browser):
        assert line["natural"] == pytest.approx(line["asked"], rel=0.002, abs=0.05), line


def test_a_page_around_does_not_change_how_text_is_set(browser: Browser) -> None:
    style = "direction:rtl; text-align:right; font:italic bold 40px serif; letter-spacing:5px; word-spacing:9px"
    for name in ("label", "hebrew"):
        svg = svg_of(name, "font")
        assert measured(svg, browser, style) == measured(svg, browser)


def test_plain_text_is_squeezed_by_a_sixth_at_most_where_there_is_only_dejavu(browser: Browser) -> None:
    lines = measured(svg_of("full", "plain"), browser)
    assert 1.05 < max(line["natural"] / line["asked"] for line in lines) < 1.21


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_impress_puts_plain_right_to_left_text_in_order(name: str, impress: dict[str, Image.Image]) -> None:
    """It knows no ``direction``, and goes by the characters for embedding."""
    right = by_resvg(svg_of(name, "outlines"))
    assert difference(impress[f"{name}, plain"], right) < difference(impress[f"{name}, not embedded"], right)


def test_text_with_its_font_can_be_selected_in_reading_order(browser: Browser) -> None:
    with open_page(browser, f"<!doctype html>{inline(svg_of('label', 'font'))}") as page:
        page.keyboard.press("Control+A")
        selected = " ".join(page.evaluate("getSelection().toString()").split())
    argument = loaded(REAL)
    places = [selected.index(claim.label or claim.text) for claim in argument.claims]
    assert places == sorted(places)


def test_two_drawings_in_one_page_share_neither_id_nor_font(browser: Browser) -> None:
    svgs = [svg_of("label", "font"), svg_of("russian", "font")]
    with open_page(browser, f"<!doctype html>{''.join(map(inline, svgs))}") as page:
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
        fonts = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    assert len(ids) == len(set(ids)) > 50
    assert len(fonts) == len({family for family, _ in fonts}) == 4
    assert {status for _, status in fonts} == {"loaded"}
