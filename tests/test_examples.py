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


def shown(page: Page) -> set[tuple[int, str]]:
    """Return the fragments of this slide that can be seen, by what the browser computed of their style."""
    return {(index, name) for index, name in page.evaluate(SHOWN)}


@pytest.mark.parametrize(("name", "before"), [("reveal.html", 1), ("talk.html", 2)])
def test_in_reveal_js_every_press_of_a_key_shows_one_step_more(built: Path, page: Page, name: str, before: int) -> None:
    page.goto((built / name).as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.add_style_tag(content="* { transition: none !important }")
    for _ in range(before):
        page.keyboard.press("ArrowRight")
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
