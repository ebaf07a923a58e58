"""The slides of docs/examples, built and shown by the programs that they are for."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from argmap.api import load
from argmap.steps import steps_of
from argmap.views import part_of
from tests.browser import open_browser
from tests.office import pictures_on_pages, printed
from tests.once import once
from tests.programs import program

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
BIN = Path(sys.executable).parent
MAP = load(ROOT / "maps" / "putin-on-two-fronts.yaml")

pytestmark = pytest.mark.slow


def number_of_steps(view: str) -> int:
    (named,) = (known for known in MAP.views if known.name == view)
    return max(steps_of(part_of(MAP, named).map).values())


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a target of the examples."""
    return subprocess.run(
        [program("make"), "-C", str(EXAMPLES), "--no-print-directory", f"BIN={BIN}", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path) -> None:
    """Build all examples into a folder; packages are fetched once for all runs."""
    for name in ("npm", "chromium", "pandoc", "pdflatex", "soffice"):
        program(name)
    fetched = make("packages")
    assert fetched.returncode == 0, fetched.stderr
    (folder / "node_modules").symlink_to(ROOT / "build" / "examples" / "node_modules")
    done = make(f"OUT={folder}", CHROME_NO_SANDBOX="1")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return once("examples", build, tmp_path_factory, worker_id)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that has neither a network nor errors."""
    opened = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("requestfailed", lambda request: faults.append(request.url))
    yield opened
    opened.close()
    assert faults == []


SHOWN = """() => [...document.querySelectorAll("section.present .fragment")].filter(group => {
  const style = getComputedStyle(group);
  return style.visibility === "visible" && Number(style.opacity) === 1;
}).map(group => [Number(group.dataset.fragmentIndex), group.id])"""
PLACES = """() => [...document.querySelectorAll("section.present g.claim rect.card")].map(card => {
  const box = card.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom].map(Math.round);
})"""


WORDS = """() => [...document.querySelectorAll("section.present .fragment")].filter(
  group => getComputedStyle(group).visibility === "visible"
).map(group => group.matches("li") ? group.textContent : group.matches(".claim") ? group.querySelector("title").textContent : "")
"""


def open_reveal(page: Page, path: Path, before: int) -> None:
    """Show a page of reveal.js after some presses of a key, with nothing that moves."""
    page.goto(path.as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.add_style_tag(content="* { transition: none !important }")
    for _ in range(before):
        page.keyboard.press("ArrowRight")


def shown(page: Page) -> set[tuple[int, str]]:
    """Return the fragments of this slide that can be seen, by what the browser computed of their style."""
    return {(index, name) for index, name in page.evaluate(SHOWN)}


TITLED = 1 + number_of_steps("narrative") + 1
"""How many presses of a key lead to the slide in reveal.html that has a title and a drawing."""


@pytest.mark.parametrize(("name", "before"), [("reveal.html", 1), ("reveal.html", TITLED), ("talk.html", 2)])
def test_in_reveal_js_every_press_of_a_key_shows_one_step_more(built: Path, page: Page, name: str, before: int) -> None:
    open_reveal(page, built / name, before)
    assert shown(page) == set()
    places = page.evaluate(PLACES)
    for left, top, right, bottom in places:
        assert 0 <= left < right <= 1280
        assert 0 <= top < bottom <= 720
    steps = number_of_steps("narrative")
    seen: set[tuple[int, str]] = set()
    for step in range(steps):
        page.keyboard.press("ArrowRight")
        now = shown(page)
        assert seen < now
        assert {index for index, _ in now - seen} == {step}
        seen = now
    assert len([name for _, name in seen if "-claim-" in name]) == len(places)
    assert page.evaluate(PLACES) == places, "nothing jumps"
    page.keyboard.press("ArrowLeft")
    assert {index for index, _ in seen - shown(page)} == {steps - 1}


DRAWN = """() => ["h2", "svg.argmap"].flatMap(name => {
  const found = document.querySelector(`section.present ${name}`);
  if (!found) return [];
  const box = found.getBoundingClientRect();
  return [[box.left, box.top, box.right, box.bottom]];
})"""


def test_in_reveal_js_a_drawing_has_the_room_that_is_left_below_a_title(built: Path, page: Page) -> None:
    open_reveal(page, built / "reveal.html", TITLED)
    title, drawing = page.evaluate(DRAWN)
    assert 0 <= title[1] < title[3] <= drawing[1], "the title is whole, and above"
    assert drawing[3] <= 720
    assert 0 <= drawing[0] < drawing[2] <= 1280
    assert drawing[3] - drawing[1] > 500, "and nearly all the room is used"


def test_in_reveal_js_the_slide_begins_with_the_legend_alone(built: Path, page: Page) -> None:
    open_reveal(page, built / "reveal.html", 1)
    assert page.locator("section.present svg.argmap .legend").is_visible()
    assert shown(page) == set()
    page.keyboard.press("ArrowRight")
    assert [name for _, name in shown(page) if "-claim-" in name] == [
        "argmap-putin-on-two-fronts-narrative-claim-defensive-opportunist"
    ]


def test_two_arguments_on_one_slide_are_told_one_after_the_other(built: Path, page: Page, tmp_path: Path) -> None:
    maps = [
        f"``` {{.argmap steps=true}}\nthesis: {name} move.\nbecause: {name} live.\n```\n" for name in ("Cats", "Dogs")
    ]
    bullets = "::: incremental\n- So do birds.\n:::\n"
    text = "\n".join(["---", "title: T", "---", "", "## Before", "", maps[0], "## Both", "", *maps, bullets])
    (tmp_path / "node_modules").symlink_to(built / "node_modules")
    to_reveal = ["-t", "revealjs", "-V", "revealjs-url=node_modules/reveal.js-5", "-o", "two.html"]
    subprocess.run(
        [program("pandoc"), "--standalone", "--filter", "argmap-pandoc", *to_reveal],
        input=text,
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        text=True,
        check=True,
    )
    open_reveal(page, tmp_path / "two.html", 1 + 2 + 1)
    seen: list[str] = []
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        now = page.evaluate(WORDS)
        seen.append(" ".join(word for word in now if word not in " ".join(seen)))
    assert seen == ["Cats move.", "Cats live.", "Dogs move.", "Dogs live.", "So do birds."]


def test_marp_shows_a_picture_for_every_step_in_one_place(built: Path, page: Page) -> None:
    places = set()
    for step in range(1, number_of_steps("main-line") + 1):
        page.goto(f"{(built / 'marp.html').as_uri()}#{step + 1}")
        page.reload()
        picture = page.get_by_role("img", name=f"The main line, step {step} of")
        picture.wait_for(state="visible")
        assert picture.evaluate("picture => picture.complete && picture.naturalWidth") > 900
        box = picture.bounding_box()
        assert box
        places.add(tuple(round(box[side]) for side in ("x", "y", "width", "height")))
    ((x, y, width, height),) = places
    assert 0 <= x < x + width <= 1280
    assert 0 <= y < y + height <= 720
    assert width > 900


def test_marp_prints_more_of_the_argument_on_every_page(built: Path, tmp_path: Path) -> None:
    pages = len(pypdf.PdfReader(built / "marp.pdf").pages)
    assert pages == 1 + number_of_steps("main-line")
    command = [program("pdftoppm"), "-r", "30", "-gray", str(built / "marp.pdf"), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    inked = []
    for path in sorted(tmp_path.glob("page-*.pgm"))[1:]:
        with Image.open(path) as image:
            inked.append(sum(image.histogram()[:200]))
    assert all(before < after for before, after in pairwise(inked))


def test_one_talk_becomes_slides_for_beamer_and_powerpoint(built: Path, tmp_path: Path) -> None:
    assert len(pypdf.PdfReader(built / "talk.pdf").pages) == 1 + 1 + number_of_steps("narrative") + 1
    assert pictures_on_pages(printed(built / "talk.pptx", tmp_path)) == [0, 1, 1, 1]


def test_impress_has_a_slide_for_every_step_of_a_deck(built: Path, tmp_path: Path) -> None:
    shown = pictures_on_pages(printed(built / "lecture.odp", tmp_path))
    assert sum(map(bool, shown)) >= number_of_steps("main-line")


@pytest.mark.parametrize(
    ("target", "missing"),
    [("talk.html", "pandoc"), ("talk.pdf", "pdflatex"), ("marp.pdf", "chromium"), ("lecture.odp", "soffice")],
)
def test_a_missing_program_is_told_of_in_a_sentence(target: str, missing: str, built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out, symlinks=True)
    (out / target).unlink()
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "cp", "mkdir", "touch", "sed", "pandoc", "npm", "pdflatex", "chromium", "soffice"):
        if name != missing:
            (tools / name).symlink_to(program(name))
    done = make(f"OUT={out}", f"BIN={tools}", f"{out}/{target}", PATH=str(tools))
    assert done.returncode != 0
    first, *rest = done.stderr.splitlines()
    assert re.match(rf"{target} needs {missing}, which is not installed; \w", first)
    assert all(line.startswith("make") for line in rest)
