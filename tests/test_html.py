"""A deck as a page of HTML: what stands in the file."""

import re
import sys
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from lxml import html

from argmap import load
from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.deck.sheet import sheet_of
from argmap.deck.slides import Deck, Kind
from argmap.drawing import Drawing
from argmap.model import ArgumentMap
from argmap.outputs.html.colors import Palette, counterpart
from argmap.outputs.html.document import to_html
from argmap.outputs.html.sizes import LEADING, title_size
from argmap.outputs.html.words import PAGE_WORDS
from argmap.outputs.options import OutputError
from argmap.scenes import Look
from argmap.svg import to_svg
from argmap.text import Font
from argmap.theme import CLASSIC, DARK, LIGHT, PRINT
from argmap.webfont import WebFontError
from argmap.words import WORDS
from argmap.wrapping import wrap
from tests.maps_drawn import SOCRATES, painted, real_deck
from tests.random_maps import random_sample
from tests.test_reader import argument


def decked(found: ArgumentMap, *, slide: str = "16:9", theme: str = "light", steps: bool = True) -> Deck:
    """Return the deck of a map as a page shows it."""
    return deck_of(found, Look(theme=theme), Plan(sheet_of(slide), steps=steps, paged=False))


@cache
def real_page() -> bytes:
    return to_html(real_deck())


def parsed(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page)


def drawn_names(drawing: Drawing) -> list[str]:
    """Return the inferences and claims of a drawing, in the order in which they are drawn."""
    return [*(group.id for group in drawing.inferences), *(group.id for group in drawing.claims)]


# one file, by itself


def test_the_page_of_the_real_map_can_be_mailed() -> None:
    assert len(real_page()) < 1_000_000


def test_the_same_deck_gives_the_same_page() -> None:
    assert to_html(decked(load(SOCRATES))) == to_html(decked(load(SOCRATES)))


def test_every_slide_is_reported_when_it_is_written() -> None:
    count = 0

    def done() -> None:
        nonlocal count
        count += 1

    to_html(real_deck(), done=done)
    assert count == len(real_deck().slides)


def test_a_page_needs_no_package_for_web_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("fontTools", "fontTools.ttLib", "brotli"):
        monkeypatch.setitem(sys.modules, name, None)
    assert to_html(real_deck()) == real_page()


def test_a_font_that_cannot_be_embedded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def undivided(font: Font, characters: set[str]) -> bytes:
        raise WebFontError

    monkeypatch.setattr("argmap.webfont._subset", undivided)
    with pytest.raises(OutputError, match=r"SourceSansPro.* cannot be put into a page; give another --font"):
        to_html(real_deck())


def test_nothing_in_the_page_is_fetched() -> None:
    page = parsed(real_page())
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //script[@src] | //*[@style]")
    assert set(re.findall(r"url\((\w+:)", real_page().decode())) == {"data:"}
    assert b"@import" not in real_page()


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    page = parsed(real_page())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for kind in ("script", "style"):
        (content,) = page.xpath(f"//{kind}/text()")
        known = b64encode(sha256(content.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{known}'"
    assert "unsafe" not in policy


# the shape of the page


class _Nesting(HTMLParser):
    """Follows the elements of HTML, and of SVG within, and knows which end tag is missing."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        assert "svg" in self.open, f"{tag} is closed by itself outside of a drawing"

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


@pytest.mark.parametrize("seed", range(3))
def test_every_element_ends_and_no_two_have_one_id(seed: int) -> None:
    page = real_page() if seed == 0 else to_html(decked(random_sample(60, seed).map))
    nesting = _Nesting()
    nesting.feed(page.decode())
    assert not nesting.open
    ids = parsed(page).xpath("//@id")
    assert len(ids) == len(set(ids)) > 100


def test_every_reference_leads_to_something_in_the_page() -> None:
    page = parsed(real_page())
    ids = set(page.xpath("//@id"))
    assert {href.removeprefix("#") for href in page.xpath("//a/@href") if href.startswith("#")} <= ids
    for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
        assert {part for value in page.xpath(f"//@{name}") for part in value.split()} <= ids
    assert {of for of in page.xpath("//@data-of") if "claim" in of} <= ids


def test_each_slide_is_there_once_with_its_title_and_its_drawing_whole() -> None:
    sections = parsed(real_page()).xpath("//section")
    slides = real_deck().slides
    assert [(s.get("id"), s.xpath("string(.//h1 | .//h2)")) for s in sections] == [
        (str(slide.number), slide.title) for slide in slides
    ]
    for section, slide in zip(sections, slides, strict=True):
        groups = section.xpath(".//*[local-name()='g'][@data-id]/@data-id")
        drawing = slide.drawing
        assert groups == (drawn_names(drawing) if drawing else [])
        assert int(section.get("data-steps")) == max(1, len(slide.pages))


def test_every_step_says_its_notes_and_the_slide_all_of_them() -> None:
    for section, slide in zip(parsed(real_page()).xpath("//section"), real_deck().slides, strict=True):
        said = {s.get("data-step", ""): s.text or "" for s in section.xpath(".//div[contains(@class, 'said')]")}
        steps = {str(n): page.notes for n, page in enumerate(slide.pages, 1)} if len(slide.pages) > 1 else {}
        if slide.notes or any(steps.values()):
            assert said == {"": slide.notes} | steps


def test_a_card_that_goes_on_leads_to_each_slide_that_it_names() -> None:
    page = parsed(real_page())
    met = 0
    for section, slide in zip(page.xpath("//section"), real_deck().slides, strict=True):
        ways = section.xpath(".//*[@class='way']/@href")
        continued = [number for claim in (slide.drawing.claims if slide.drawing else ()) for number in claim.continued]
        assert {int(way[1:]) for way in ways} <= set(continued)
        met += len(ways)
        if continued:
            assert ways
    assert met > 5


def test_a_card_of_the_overview_leads_to_the_slide_about_its_claim() -> None:
    (overview,) = parsed(real_page()).xpath("//section[contains(@class, 'overview')]")
    parts = {str(s.number): s.drawing for s in real_deck().slides if s.kind is Kind.PART and s.drawing}
    links = overview.xpath(".//*[local-name()='g'][contains(@class, 'claim')][.//@href]")
    assert len(links) > 5
    for group in links:
        (at,) = group.xpath("./*[local-name()='a']/@href")
        assert group.get("data-id") in {claim.id for claim in parts[at[1:]].claims}


def test_the_script_stands_in_the_page_once_whatever_the_map_says() -> None:
    hostile = '</script><script>alert(1)</script>"onload="alert(2)" <img src=x onerror=alert(3)> ${title} $title'
    found = argument(f"title: '{hostile}'\nthesis: '{hostile}'\nbecause: {{text: '{hostile} B', note: '{hostile}'}}\n")
    page = parsed(to_html(decked(found)))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //*[@onload] | //*[@onerror]")
    assert page.xpath("string(//title)") == hostile


# sizes


@pytest.mark.parametrize("slide", ["16:9", "4:3"])
@pytest.mark.parametrize("length", [1, 12, 30, 60])
def test_a_title_of_any_length_fits_its_room(length: int, slide: str) -> None:
    sheet, face = sheet_of(slide), real_deck().typeface
    title = "Neighbours " * length
    size = title_size(title, face.bold, sheet.title)
    lines = wrap(title, face.bold, sheet.title.width / size).lines
    assert len(lines) * size * LEADING <= sheet.title.height
    assert size > 6


# colours


def resolved(drawing: Drawing, colors: dict[str, str]) -> str:
    return re.sub(r"var\(--([\w-]+)\)", lambda match: colors[match[1]], to_svg(drawing, "plain"))


@pytest.mark.parametrize("color_by", ["relation", "side", "tag"])
@pytest.mark.parametrize(("own", "other"), [("light", "dark"), ("dark", "light"), ("classic", "dark")])
def test_a_drawing_with_named_colours_is_the_drawing_in_either_theme(own: str, other: str, color_by: str) -> None:
    theme = {"light": LIGHT, "dark": DARK, "classic": CLASSIC}[own]
    palette = Palette(theme)
    named = palette.named(painted(theme=own, color_by=color_by))
    assert not re.search('"#[0-9A-F]{6}"', to_svg(named, "plain"))
    assert resolved(named, palette.own_colors) == to_svg(painted(theme=own, color_by=color_by), "plain")
    assert resolved(named, palette.other_colors) == to_svg(painted(theme=other, color_by=color_by), "plain")


def test_what_is_black_and_white_stays_so_in_the_dark() -> None:
    other = counterpart(PRINT)
    assert other.ground == DARK.ground
    assert {style.color for style in other.relations.values()} == {DARK.text}


def test_every_theme_names_its_colours_like_its_counterpart() -> None:
    for theme in (LIGHT, DARK, CLASSIC, PRINT):
        palette = Palette(theme)
        assert palette.own_colors.keys() == palette.other_colors.keys()


# words


def test_the_page_speaks_the_languages_of_the_drawings() -> None:
    assert PAGE_WORDS.keys() == WORDS.keys()
    for words in PAGE_WORDS.values():
        assert words.slide_at.count("{}") == words.step_at.count("{}") == 2
