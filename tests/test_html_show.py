"""A deck as a page of HTML, in a real browser: keys are pressed, cards are clicked, paper is printed."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from pypdf import PdfReader

from argmap import load
from argmap.deck.slides import Deck, Kind, Slide
from argmap.outputs.html.document import to_html
from tests.browser import open_browser
from tests.maps_drawn import SOCRATES, real_deck
from tests.random_maps import random_sample
from tests.screen_reader import accessibility_tree
from tests.scripts import RUSSIAN
from tests.test_html import decked, drawn_names, real_page
from tests.test_reader import argument

pytestmark = pytest.mark.slow

WRITTEN = 1.0
"""Seconds after which Chromium has certainly handed what a window keeps to the process that keeps it.

It does so beside the page, and a page that is loaded again within milliseconds can be ahead of it."""
PATIENCE = 6.0
"""How many seconds something is waited for."""
UNTIL = """(async () => {
  for (const end = performance.now() + %d; !(%s); await new Promise(next => setTimeout(next)))
    if (performance.now() > end) return false;
  return true;
})()"""
"""Looks in the page, again and again, whether something is so."""
USUAL: ViewportSize = {"width": 1280, "height": 720}
SIZES = {"16:9": (1920, 1080), "4:3": (1024, 768), "phone": (390, 844), "4K": (3840, 2160)}
HOSTILE = """</script><script>document.title='run'</script><img src=x onerror="document.title='run'">"onload="x"""


class Show:
    """A page in a window, and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text))
        page.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))

    def press(self, *keys: str) -> "Show":
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def arrive(self, slide: str) -> None:
        """Wait until a slide is shown: the page hears of a new address a moment later."""
        self.wait(f"[...document.querySelectorAll('.leaf')].find(leaf => leaf.checkVisibility()).id === '{slide}'")

    @property
    def at(self) -> str:
        """The slide that is shown, with its step: ``3.2``; all others are hidden."""
        shown, told = self.page.evaluate(
            "[[...document.querySelectorAll('.leaf')].filter(leaf => leaf.checkVisibility()).map(leaf => leaf.id),"
            " document.querySelector('#position').textContent]"
        )
        assert len(shown) == 1
        assert told.startswith(f"{shown[0]} / ")
        step = re.search(r" · (\d+)/", told)
        return f"{shown[0]}.{step[1]}" if step else str(shown[0])

    def goto(self, place: str) -> None:
        self.page.evaluate(f"location.hash = '#{place}'")
        self.wait(f"document.querySelector('.leaf.now').id === '{place.partition('.')[0]}'")

    def wait(self, condition: str) -> None:
        """Wait until something is so; Playwright's own way of waiting would need what the page's policy forbids."""
        assert self.page.evaluate(UNTIL % (1000 * PATIENCE, condition)), condition

    def cards(self) -> dict[str, list[float]]:
        """Where every card of the slide stands, shown or not."""
        return dict(
            self.page.evaluate(
                "[...document.querySelectorAll('.now g.claim')].map(g => {"
                " const r = g.querySelector('rect.card').getBoundingClientRect();"
                " return [g.dataset.id, [r.x, r.y, r.width, r.height]]; })"
            )
        )

    def seen(self) -> set[str]:
        """The claims and inferences that are to be seen."""
        return set(
            self.page.evaluate(
                "[...document.querySelectorAll('.now g[data-id]')]"
                ".filter(g => getComputedStyle(g).visibility === 'visible').map(g => g.dataset.id)"
            )
        )

    def width(self) -> float:
        """The width of the slide that is shown, in pixels."""
        return float(self.page.evaluate("document.querySelector('.now .slide').getBoundingClientRect().width"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as started:
        yield started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("show") / "lecture.html"
    path.write_bytes(real_page())
    return path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=USUAL, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=USUAL, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def window(tab: Page) -> Iterator[Page]:
    """The tab in which most shows are: a new one for each would take longer than all that is done in it.

    What a tab keeps is forgotten after each show; all else goes with the page.
    """
    yield tab
    tab.evaluate("sessionStorage.clear()")
    tab.set_viewport_size(USUAL)
    tab.mouse.move(0, 0)
    for other in tab.context.pages:
        if other is not tab:
            other.close()


@pytest.fixture
def show(window: Page, file: Path) -> Iterator[Show]:
    found = Show(window)
    found.page.goto(file.as_uri())
    yield found
    assert not found.wrong
    assert {url.partition("#")[0] for url in found.requests} <= {file.as_uri(), "about:blank"}


def first_part() -> Slide:
    """The first slide of the real deck that builds up."""
    return next(slide for slide in real_deck().slides if slide.kind is Kind.PART and len(slide.pages) > 2)


def opened(page: Page, folder: Path, deck: Deck) -> Show:
    """Show another deck."""
    path = folder / "deck.html"
    path.write_bytes(real_page() if deck is real_deck() else to_html(deck))
    found = Show(page)
    found.page.goto(path.as_uri())
    return found


@cache
def random_deck(claims: int, seed: int, slide: str) -> Deck:
    return decked(random_sample(claims, seed).map, slide=slide)


# stepping


@pytest.mark.parametrize(
    ("on", "back"),
    [("ArrowRight", "ArrowLeft"), ("ArrowDown", "ArrowUp"), ("PageDown", "PageUp"), ("Space", "Shift+Space")],
)
def test_keys_go_through_every_step_of_every_slide_and_back(window: Page, tmp_path: Path, on: str, back: str) -> None:
    way = []
    deck = real_deck() if on == "ArrowRight" else decked(load(SOCRATES))
    show = opened(window, tmp_path, deck)
    for slide in deck.slides:
        steps = len(slide.pages)
        way += [f"{slide.number}.{n}" for n in range(1, steps + 1)] if steps > 1 else [str(slide.number)]
    assert show.at == way[0]
    for place in way[1:]:
        assert show.press(on).at == place
    assert show.press(on).at == way[-1], "after the last there is nothing"
    for place in reversed(way[:-1]):
        assert show.press(back).at == place
    assert show.press(back).at == way[0]


def test_nothing_moves_from_step_to_step_and_each_shows_what_the_deck_says(show: Show) -> None:
    for slide in real_deck().slides:
        if len(slide.pages) < 2:
            continue
        show.goto(f"{slide.number}.1")
        places = show.cards()
        assert len(places) == len(slide.pages[-1].drawing.claims)
        for step, page in enumerate(slide.pages, 1):
            assert show.at == f"{slide.number}.{step}"
            assert show.cards() == places
            assert show.seen() == set(drawn_names(page.drawing))
            show.press("ArrowRight")


def test_a_deck_without_steps_shows_every_slide_whole(window: Page, tmp_path: Path) -> None:
    deck = decked(load(SOCRATES), steps=False)
    show = opened(window, tmp_path, deck)
    for slide in deck.slides:
        assert show.at == str(slide.number)
        if slide.drawing:
            assert show.seen() == set(drawn_names(slide.drawing))
        show.press("PageDown")


def test_a_click_steps_on_and_at_the_left_edge_back(show: Show) -> None:
    part = first_part().number
    show.goto(f"{part}.1")
    show.page.mouse.click(800, 400)
    assert show.at == f"{part}.2"
    show.page.mouse.click(60, 400)
    assert show.at == f"{part}.1"
    show.page.mouse.move(800, 640)
    show.page.mouse.down()
    show.page.mouse.move(808, 642, steps=2)
    show.page.mouse.up()
    assert show.at == f"{part}.2", "a hand that is not quite still clicks all the same"


def test_words_can_be_selected_without_a_step(show: Show) -> None:
    part = first_part().number
    show.goto(f"{part}.999")
    place = show.at
    box = show.page.locator(".now g.claim:not(.thesis) g.text text").first.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    show.page.mouse.move(box["x"] + 1, middle)
    show.page.mouse.down()
    show.page.mouse.move(box["x"] + box["width"] - 1, middle, steps=5)
    show.page.mouse.up()
    assert len(show.page.evaluate("String(getSelection())")) > 5
    assert show.at == place


def test_a_click_on_a_card_with_a_source_steps_on_and_with_control_opens_it(window: Page, tmp_path: Path) -> None:
    found = argument("thesis: {text: T is so., url: 'https://example.org/t'}\nbecause: [A is so., B is so.]\n")
    show = opened(window, tmp_path, decked(found))
    show.goto("2.1")
    assert show.page.locator(".now a.link").get_attribute("href") == "https://example.org/t"
    card = show.page.locator(".now g.claim.thesis rect.card")
    box = card.bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert middle[0] > 320
    show.page.mouse.click(*middle)
    assert show.at == "2.2"
    with window.context.expect_page():
        card.click(modifiers=["Control"])
    assert show.at == "2.2"
    show.page.locator(".now a.link").focus()
    with window.context.expect_page():
        show.press("Enter")


def test_swiping_steps(browser: Browser, file: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    show = Show(context.new_page())
    show.page.goto(file.as_uri())
    session = context.new_cdp_session(show.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        found = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": found})

    def swipe(start: float, end: float) -> None:
        touch("touchStart", (start, 300))
        for part in (0.3, 0.6, 1):
            touch("touchMove", (start + (end - start) * part, 305))
        touch("touchEnd")

    swipe(300, 100)
    assert show.at == "2"
    swipe(100, 300)
    assert show.at == "1"
    width = show.width()
    touch("touchStart", (150, 400), (240, 440))
    touch("touchMove", (100, 380), (290, 460))
    touch("touchEnd")
    assert show.width() > width * 1.5, "two fingers make it larger"
    assert show.at == "1"
    swipe(300, 100)
    assert show.at == "1", "what is larger is moved, not left"
    assert not show.wrong
    context.close()


# jumping


def test_digits_and_enter_jump_to_a_slide(show: Show) -> None:
    last = real_deck().slides[-1].number
    assert show.press(*str(last), "Enter").at == str(last)
    assert show.press("Home").at == "1"
    assert show.press("End").at == str(last)
    assert show.press("9", "9", "9", "Enter").at == str(last), "there is no such slide"
    assert show.press("2", "Escape", "Enter").at == str(last), "it was not meant"


def test_one_comes_back_to_where_one_jumped_from(show: Show) -> None:
    part = first_part().number
    show.press(*str(part), "Enter").press("ArrowRight", "ArrowRight")
    assert show.at == f"{part}.3"
    show.page.locator(".now .inset").click()
    show.arrive("2")
    assert show.at == "2"
    show.press("Backspace")
    show.arrive(str(part))
    assert show.at == f"{part}.3"
    show.page.go_forward()
    show.arrive("2")
    assert show.at == "2"


def test_a_slide_is_shown_again_as_it_was_left(show: Show) -> None:
    part = first_part().number
    show.goto(str(part))
    assert show.at == f"{part}.1"
    show.press("ArrowRight")
    show.goto("2")
    show.goto(str(part))
    assert show.at == f"{part}.2"


def test_a_reload_keeps_the_place_and_the_look(show: Show) -> None:
    part = first_part().number
    show.goto(f"{part}.1")
    show.press("ArrowRight", "d")
    ground = show.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    sleep(WRITTEN)
    show.page.reload()
    assert show.at == f"{part}.2"
    assert show.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground


def test_links_lead_where_the_argument_goes_on_and_back_along_the_path(show: Show) -> None:
    met = 0
    for slide in real_deck().slides:
        for number in range(len(slide.path)):
            show.goto(str(slide.number))
            show.page.locator(".now .path a").nth(number).click()
            show.wait(f"document.querySelector('.leaf.now').id === '{slide.path[number].slide}'")
            met += 1
        show.goto(f"{slide.number}.999")
        for number in range(show.page.locator(".now .way").count()):
            show.goto(f"{slide.number}.999")
            link = show.page.locator(".now .way").nth(number)
            target = link.get_attribute("href")
            link.click()
            show.wait(f"`#${{document.querySelector('.leaf.now').id}}` === '{target}'")
            met += 1
    assert met > 8


def test_a_card_of_the_overview_leads_to_its_slide(show: Show) -> None:
    show.goto("2")
    link = show.page.locator(".now a.link").nth(1)
    target = link.get_attribute("href")
    link.click()
    show.wait(f"`#${{document.querySelector('.leaf.now').id}}` === '{target}'")


def test_the_list_of_slides_leads_to_each(show: Show) -> None:
    slides = real_deck().slides
    assert not show.page.locator("#contents").is_visible()
    show.press("l")
    assert show.page.locator("#contents a").count() == len(slides)
    show.page.locator("#contents a").nth(3).click()
    show.wait(f"document.querySelector('.leaf.now').id === '{slides[3].number}'")
    assert not show.page.locator("#contents").is_visible()
    show.press("l", "Escape")
    assert not show.page.locator("#contents").is_visible()
    place = show.at
    assert show.press("Space").at != place, "the keys are the show's again"


# looking


@pytest.mark.parametrize(("name", "slide"), [*((name, "16:9") for name in SIZES), (next(iter(SIZES)), "4:3")])
def test_a_slide_fills_any_window_and_leaves_none(window: Page, tmp_path: Path, name: str, slide: str) -> None:
    width, height = SIZES[name]
    deck = random_deck(25, 3, slide)
    show = opened(window, tmp_path, deck)
    show.page.set_viewport_size({"width": width, "height": height})
    share = min(width / deck.sheet.width, height / deck.sheet.height)
    for shown in deck.slides:
        show.goto(f"{shown.number}.999")
        assert show.width() == pytest.approx(deck.sheet.width * share, rel=1e-3)
        for x, y, w, h in show.cards().values():
            assert x > 0
            assert y > 0
            assert x + w < width
            assert y + h < height
        if drawing := shown.drawing:
            box = show.page.locator(".now .picture > svg").bounding_box()
            assert box
            assert box["width"] == pytest.approx(drawing.width * drawing.scale * share, rel=1e-3)
    assert not show.wrong


def test_words_stay_in_their_rooms(window: Page, tmp_path: Path) -> None:
    long = "The Registry of the University moved the lecture to another room in the other building " * 4
    maps = [
        argument(f"title: {long}\nthesis: {long}\nbecause: [{{text: A is so., because: {long} B.}}]\n"),
        argument(RUSSIAN),
    ]
    for deck in (real_deck(), *map(decked, maps)):
        show = opened(window, tmp_path, deck)
        for slide in deck.slides:
            show.goto(str(slide.number))
            found = show.page.evaluate(
                "[...document.querySelectorAll('.now .heading, .now .words')].map(e => {"
                " const r = document.createRange(); r.selectNodeContents(e);"
                " const [a, b] = [r.getBoundingClientRect(), document.querySelector('.now .slide').getBoundingClientRect()];"
                " return [a.left - b.left, a.top - b.top, b.right - a.right, b.bottom - a.bottom]; })"
            )
            assert all(side >= 0 for sides in found for side in sides), slide.title
            room = show.page.evaluate("document.querySelector('.now .heading').getBoundingClientRect().height")
            text = show.page.evaluate(
                "(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('.now .heading'));"
                " return r.getBoundingClientRect().height; })()"
            )
            assert text <= room * 1.1, slide.title


def test_zoom_keeps_what_is_under_the_pointer_and_never_loses_the_slide(show: Show) -> None:
    show.goto(f"{first_part().number}.999")
    width, before = show.width(), show.cards()
    name, (x, y, w, h) = next(iter(before.items()))
    show.page.mouse.move(x + w / 2, y + h / 2)
    show.page.mouse.wheel(0, -600)
    nx, ny, nw, nh = show.cards()[name]
    assert show.width() > 2 * width
    if nx > 0 and ny > 0:
        assert (nx + nw / 2, ny + nh / 2) == pytest.approx((x + w / 2, y + h / 2), abs=40)
    for _ in range(6):
        show.page.mouse.move(1270, 710)
        show.page.mouse.down()
        show.page.mouse.move(5, 5, steps=4)
        show.page.mouse.up()
    box = show.page.locator(".now .slide").bounding_box()
    assert box
    assert box["x"] + box["width"] == pytest.approx(1280, abs=1)
    assert box["y"] + box["height"] == pytest.approx(720, abs=1)
    show.press("0")
    assert show.cards() == before
    show.press("+", "+")
    assert show.width() == pytest.approx(width * 1.25**2, rel=1e-3)
    show.press("-", "-")
    assert show.width() == pytest.approx(width, rel=1e-3)


def test_dragging_what_is_larger_moves_it_and_takes_no_step(show: Show) -> None:
    show.goto(f"{first_part().number}.2")
    place = show.at
    show.press("+", "+", "+")
    before = next(iter(show.cards().values()))
    show.page.mouse.move(700, 400)
    show.page.mouse.down()
    show.page.mouse.move(650, 380, steps=3)
    show.page.mouse.up()
    after = next(iter(show.cards().values()))
    assert after[:2] == pytest.approx([before[0] - 50, before[1] - 20], abs=1)
    assert show.at == place


def test_dark_and_light_change_the_drawing_and_the_page_alike(show: Show) -> None:
    show.goto(f"{first_part().number}.999")
    read = (
        "[getComputedStyle(document.documentElement).backgroundColor,"
        " getComputedStyle(document.querySelector('.now .ground')).fill,"
        " getComputedStyle(document.querySelector('.now .heading')).color,"
        " getComputedStyle(document.querySelector('.now .claim:not(.thesis) text')).fill,"
        " getComputedStyle(document.querySelector('.now .claim.thesis rect.card')).fill]"
    )
    light = show.page.evaluate(read)
    assert light == [
        "rgb(255, 255, 255)",
        "rgb(255, 255, 255)",
        "rgb(26, 26, 26)",
        "rgb(26, 26, 26)",
        "rgb(26, 26, 26)",
    ]
    places = show.cards()
    dark = show.press("d").page.evaluate(read)
    assert dark == ["rgb(18, 20, 23)", "rgb(18, 20, 23)", *["rgb(242, 242, 242)"] * 3]
    assert show.cards() == places
    assert show.press("d").page.evaluate(read) == light


@pytest.mark.parametrize(
    ("theme", "wanted", "dark"),
    [("light", "light", False), ("light", "dark", True), ("dark", "light", True), ("classic", "dark", False)],
)
def test_the_first_look_is_the_deck_s_own_and_the_usual_one_follows_the_machine(
    browser: Browser, tmp_path: Path, theme: str, wanted: str, dark: bool
) -> None:
    context = browser.new_context(color_scheme=wanted)  # type: ignore[arg-type]
    show = opened(context.new_page(), tmp_path, decked(argument("thesis: T is so.\nbecause: A is so.\n"), theme=theme))
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert (show.page.evaluate(ground) == "rgb(18, 20, 23)") is dark
    show.press("d")
    assert (show.page.evaluate(ground) == "rgb(18, 20, 23)") is not dark
    context.close()


def test_full_screen_and_black_screen(show: Show) -> None:
    for key in ("f", "F5"):
        show.press(key)
        show.wait("document.fullscreenElement !== null")
        show.press(key)
        show.wait("document.fullscreenElement === null")
    place = show.press("b").at
    assert show.page.evaluate("document.documentElement.classList.contains('black')")
    assert show.press("b").at == place
    assert not show.page.evaluate("document.documentElement.classList.contains('black')")


# what goes with it


def test_notes_are_those_of_the_step(show: Show) -> None:
    slide = first_part()
    show.goto(f"{slide.number}.1")
    place = show.cards()
    show.press("s")
    for step, page in enumerate(slide.pages, 1):
        assert show.at == f"{slide.number}.{step}"
        assert show.page.locator(".now .notes").inner_text().strip() == page.notes.strip()
        show.press("ArrowRight")
    bottom = show.page.locator(".now .notes").bounding_box()
    shown = show.page.locator(".now .slide").bounding_box()
    assert bottom
    assert shown
    assert shown["y"] + shown["height"] <= bottom["y"] + 1, "they cover nothing"
    show.goto(f"{slide.number}.1")
    assert show.press("s").cards() == place


def test_the_speaker_s_window_follows_and_leads(show: Show) -> None:
    slide = first_part()
    show.goto(f"{slide.number}.1")
    with show.page.expect_popup() as popup:
        show.press("Shift+S")
    speaker = popup.value
    assert slide.pages[0].notes.splitlines()[0] in speaker.inner_text("body")
    show.press("ArrowRight")
    assert slide.pages[1].notes.splitlines()[0] in speaker.inner_text("body")
    speaker.keyboard.press("PageDown")
    assert show.at == f"{slide.number}.3"
    assert slide.pages[2].notes.splitlines()[0] in speaker.inner_text("body")


def test_help_names_the_keys_and_closes(show: Show) -> None:
    place = show.press("?").at
    dialog = show.page.get_by_role("dialog", name="Help")
    assert dialog.is_visible()
    assert show.press("ArrowRight").at == place, "the show waits"
    show.press("Escape")
    assert not dialog.is_visible()


def test_the_bar_comes_with_the_pointer_and_goes(show: Show) -> None:
    opacity = "getComputedStyle(document.querySelector('#bar')).opacity"
    show.page.mouse.move(600, 715)
    show.page.mouse.move(620, 715)
    assert show.page.evaluate(opacity) == "1"
    bar = show.page.locator("#bar").bounding_box()
    assert bar
    show.page.mouse.move(620, bar["y"] + 5, steps=5)
    assert show.page.evaluate(opacity) == "1", "while it is pointed at, it stays"
    show.page.mouse.move(620, 200)
    assert show.page.evaluate(opacity) == "0"
    show.page.mouse.move(620, bar["y"] + 5, steps=5)
    assert show.page.evaluate(opacity) == "0", "it lies on nothing that is pointed at"
    show.page.mouse.move(620, 715)
    assert show.page.evaluate(opacity) == "1"
    show.wait(f"{opacity} === '0'")


def test_every_button_has_a_name_is_reached_by_the_tab_key_and_can_be_seen_then(show: Show) -> None:
    names = show.page.locator("#bar button:visible").evaluate_all(
        "found => found.map(b => b.getAttribute('aria-label'))"
    )
    assert len(names) == len(set(names)) == 10
    met = []
    for _ in range(60):
        show.press("Tab")
        name = show.page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return e.closest('#bar') && s.outlineStyle !== 'none' && getComputedStyle(e.closest('#bar')).opacity === '1'"
            " ? e.getAttribute('aria-label') : null; })()"
        )
        met += [name] if name else []
        if len(met) == len(names):
            break
    assert met == names
    show.page.get_by_role("button", name="Next step", exact=True).focus()
    assert show.press("Enter").at == "2"
    show.page.locator("#next").click()
    assert show.press("ArrowLeft").at == "2"


def test_a_button_that_was_clicked_leaves_the_space_bar_to_the_show(show: Show) -> None:
    show.page.locator("#look").click()
    ground = show.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert show.press("Space").at == "2"
    assert show.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground


@pytest.mark.parametrize(("motion", "lasts"), [("reduce", "0s"), ("no-preference", "0.3s")])
def test_what_is_new_fades_in_unless_motion_is_unwanted(browser: Browser, file: Path, motion: str, lasts: str) -> None:
    context = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
    show = Show(context.new_page())
    show.page.goto(file.as_uri())
    show.goto(f"{first_part().number}.2")
    assert show.page.evaluate("getComputedStyle(document.querySelector('.now g.claim')).transitionDuration") == lasts
    context.close()


# those who can't see it


def test_a_screen_reader_meets_what_is_shown_and_is_told_where_it_is(show: Show) -> None:
    slide = first_part()
    for step in (1, 2, len(slide.pages)):
        show.goto(f"{slide.number}.{step}")
        shown = slide.pages[step - 1].drawing
        nodes = accessibility_tree(show.page)
        claims = {node.name: node.description for node in nodes if node.role == "graphics-object"}
        assert claims == {claim.title: claim.description for claim in shown.claims}
        (document,) = (node for node in nodes if node.role == "graphics-document")
        assert " ".join(document.description.split()) == " ".join(shown.description.split())
        assert [node.name for node in nodes if node.role == "heading"] == [slide.title]
        assert {"main", "toolbar", "status"} <= {node.role for node in nodes}
        told = show.page.inner_text("#status")
        assert f"slide {slide.number} of " in told
        assert f"step {step} of {len(slide.pages)}" in told


def test_after_a_jump_reading_goes_on_at_the_slide_that_it_led_to(show: Show) -> None:
    slide = next(slide for slide in real_deck().slides if slide.path)
    show.goto(str(slide.number))
    show.page.locator(".now .path a").first.focus()
    show.press("Enter")
    target = str(slide.path[0].slide)
    show.wait(f"document.activeElement.id === '{target}'")


# without the script, and on paper


def test_without_the_script_all_slides_are_read_one_under_another(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.goto(file.as_uri())
    bottom = 0.0
    for slide in real_deck().slides:
        box = page.locator(f"[id='{slide.number}'] .slide").bounding_box()
        assert box
        assert box["y"] >= bottom
        bottom = box["y"] + box["height"]
        assert page.locator(f"#title-{slide.number}").is_visible()
        if slide.drawing:
            cards = page.locator(f"#picture-{slide.number} g.claim")
            assert cards.count() == len(slide.drawing.claims)
            assert cards.last.is_visible()
    assert not page.locator("#bar").is_visible()
    page.locator("#contents a").last.click()
    assert page.locator(f"[id='{real_deck().slides[-1].number}'] .slide").bounding_box()["y"] < 768  # type: ignore[index]
    page.locator("details.notes summary").first.click()
    assert page.locator("details.notes .said").first.is_visible()
    context.close()


@pytest.mark.parametrize("slide", ["16:9", "4:3"])
def test_on_paper_every_slide_is_a_page_whole_and_light(context: BrowserContext, tmp_path: Path, slide: str) -> None:
    deck = random_deck(40, 5, slide)
    show = opened(context.new_page(), tmp_path, deck)
    show.press("d", "s", "+", "ArrowRight", "ArrowRight")
    pages = PdfReader(BytesIO(show.page.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(pages) == len(deck.slides)
    for page, shown in zip(pages, deck.slides, strict=True):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            (deck.sheet.width, deck.sheet.height), abs=1
        )
        words = " ".join(page.extract_text().split())
        for line in shown.drawing.lines if shown.drawing else ():
            assert line.line.text in words
    show.page.emulate_media(media="print")
    assert show.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert not show.page.locator("#bar").is_visible()


# hostile maps


def test_nothing_in_a_map_is_run(context: BrowserContext, tmp_path: Path) -> None:
    found = argument(
        f"title: |\n  {HOSTILE}\nauthor: |\n  {HOSTILE}\nnote: |\n  {HOSTILE}\nthesis: |\n  {HOSTILE}\n"
        f"sources:\n  s:\n    title: |\n      {HOSTILE}\n    url: \"javascript:document.title='run'\"\n"
        f"because:\n  - text: |\n      {HOSTILE} too\n    note: |\n      {HOSTILE}\n    source: s\n"
    )
    deck = decked(found)
    show = opened(context.new_page(), tmp_path, deck)
    for _ in range(8):
        show.press("ArrowRight")
    show.press("s", "l", "Escape", "?", "Escape", "Shift+S")
    assert show.page.title() != "run"
    assert not show.page.locator("img, [onerror], [onload], a[href^='javascript:']").count()
    assert not show.wrong
    assert len([url for url in show.requests if not url.startswith("about:")]) == 1
