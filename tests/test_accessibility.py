"""What a screen reader meets in a drawing, read off the accessibility tree of a real browser."""

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from argmap import draw
from argmap.alternative import short_alternative
from argmap.drawing import Drawing
from argmap.model import ArgumentMap
from argmap.outline import outline
from argmap.svg import to_svg
from argmap.views import part_of
from tests.browser import inline, open_browser
from tests.maps_drawn import REAL, drawn_once, loaded
from tests.screen_reader import Node, accessibility_tree
from tests.test_reader import argument as read

pytestmark = pytest.mark.slow

LINKED = """
title: Why the lecture moved
thesis: moved
sources:
  notice: {title: Notice of 3 May, url: "https://example.org/notice"}
claims:
  moved: {text: The lecture has moved., because: [[notice-says, reliable], seen], but: {premises: locked, unless: key}}
  notice-says: {text: The notice says so., source: notice para 2, url: "https://example.org/says"}
  reliable: {text: The notice is reliable., implicit: true, because: seen}
  seen: {text: The class was seen there., by: Anna}
  locked: The room is locked.
  key: They have a key.
"""
CLAIMS = [
    "The lecture has moved.",
    "The notice says so.",
    "The notice is reliable.",
    "The class was seen there.",
    "The room is locked.",
    "They have a key.",
]


@pytest.fixture(scope="module")
def real() -> ArgumentMap:
    return loaded(REAL)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as started:
        yield started


@pytest.fixture(scope="module")
def window(browser: Browser) -> Page:
    return browser.new_page(offline=True)


@pytest.fixture
def page(window: Page) -> Page:
    """The window, with nothing in it."""
    window.goto("about:blank")
    return window


def read_inline(page: Page, *drawings: Drawing, text: str = "outlines") -> list[Node]:
    """Return what is read in a page that holds nothing but drawings."""
    page.set_content(
        f"<!doctype html><title>A page</title>{''.join(inline(to_svg(drawing, text)) for drawing in drawings)}"
    )
    return [node for node in accessibility_tree(page) if node.role not in ("RootWebArea", "none", "generic")]


def read_alone(page: Page, drawing: Drawing, folder: Path) -> list[Node]:
    """Return what is read where the drawing is opened by itself."""
    path = folder / "drawing.svg"
    path.write_text(to_svg(drawing), encoding="utf-8")
    page.goto(path.as_uri())
    nodes = accessibility_tree(page)
    assert nodes[0].role == "RootWebArea"
    assert nodes[0].name == drawing.title
    return [node for node in nodes[1:] if node.role not in ("none", "generic")]


@cache
def with_locators(view: str | None) -> Drawing:
    return draw(loaded(REAL), view, sources="locator")


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", ["outlines", "font", "plain"])
@pytest.mark.parametrize("view", [None, "main-line", "narrative"])
def test_a_drawing_in_a_page_reads_as_its_title_then_the_thesis_then_each_claim_once(
    page: Page, real: ArgumentMap, view: str | None, text: str
) -> None:
    drawing = with_locators(view)
    whole, *claims = read_inline(page, drawing, text=text)
    part = part_of(real, next((known for known in real.views if known.name == view), None))
    assert (whole.role, whole.name) == ("graphics-document", drawing.title)
    assert in_one_line(whole.description) == in_one_line(outline(part))
    assert {node.role for node in claims} == {"graphics-object"}, "no glyph, tab or legend is read"
    assert {node.depth for node in claims} == {whole.depth + 1}
    assert [node.name for node in claims] == [claim.text for claim in part.map.claims]
    assert claims[0].name == real.claim[real.thesis].text
    assert all(node.description for node in claims)


def test_a_claim_is_described_by_its_relations(page: Page) -> None:
    _, *claims = (node for node in read_inline(page, draw(read(LINKED))) if node.role != "link")
    described = {node.name: node.description for node in claims}
    assert [node.name for node in claims] == CLAIMS
    assert described["The lecture has moved."] == (
        "thesis; supported by: “The notice says so.” and “The notice is reliable.”, “The class was seen there.”; "
        "attacked by: “The room is locked.”"
    )
    assert described["The notice is reliable."].startswith("implicit; supports: “The lecture has moved.”; supported by")
    assert described["The class was seen there."].endswith("held by: Anna")
    assert described["They have a key."] == "undercuts: but “The room is locked.”"


def test_a_drawing_opened_by_itself_reads_alike(page: Page, real: ArgumentMap, tmp_path: Path) -> None:
    drawing = drawn_once(REAL, "kazakhstan")
    in_page = read_inline(page, drawing)
    alone = read_alone(page, drawing, tmp_path)
    assert [(n.role, n.name, n.description) for n in alone] == [(n.role, n.name, n.description) for n in in_page]


def test_as_a_picture_a_drawing_reads_as_its_alternative_text(page: Page, real: ArgumentMap, tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text(to_svg(drawn_once(REAL)), encoding="utf-8")
    told = short_alternative(part_of(real))
    html = f'<!doctype html><title>A page</title><img src="drawing.svg" alt="{escape(told)}">'
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    nodes = [node for node in accessibility_tree(page) if node.role not in ("RootWebArea", "none", "generic")]
    assert [(node.role, node.name) for node in nodes] == [("image", told)]


def test_a_link_on_a_card_is_read_within_its_claim_which_is_listed_once(page: Page) -> None:
    nodes = read_inline(page, draw(read(LINKED)))
    objects = [node for node in nodes if node.role == "graphics-object"]
    assert [node.name for node in objects] == CLAIMS
    for node in nodes[1:]:
        assert node.role in ("graphics-object", "link")
        if node.role == "link":
            assert node.depth == objects[0].depth + 1
            assert node.name
            assert node.name not in CLAIMS, "the sentence is not read twice"


def test_where_claims_have_numbers_these_are_read_first(page: Page, real: ArgumentMap) -> None:
    _, *claims = read_inline(page, draw(real, "narrative", numbers=True))
    numbers = {claim.text: number for number, claim in enumerate(real.claims, 1)}
    for node in claims:
        number, _, sentence = node.name.partition(". ")
        assert numbers[sentence] == int(number)


def test_what_a_view_leaves_out_is_said(page: Page, real: ArgumentMap) -> None:
    _, thesis, *_ = read_inline(page, drawn_once(REAL, "kazakhstan"))
    assert "5 more (not in this drawing)" in thesis.description


def test_two_drawings_in_one_page_are_read_each_with_its_own_names(page: Page, real: ArgumentMap) -> None:
    drawings = [drawn_once(REAL, "kazakhstan"), draw(real, "kazakhstan", words="label", prefix="second")]
    nodes = read_inline(page, *drawings)
    documents = [node for node in nodes if node.role == "graphics-document"]
    assert [node.name for node in documents] == ["Kazakhstan", "Kazakhstan"]
    assert all(node.description for node in documents)
    half = len(nodes) // 2
    assert [(n.role, n.name) for n in nodes[:half]] == [(n.role, n.name) for n in nodes[half:]]
