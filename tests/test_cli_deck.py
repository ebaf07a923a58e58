"""``argmap deck``: what a lecturer types, what it prints, and every way to mistype it."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.slides import FEW_PIXELS
from tests.test_cli import argmap
from tests.test_flagship import MAP, ROOT

SOCRATES = ROOT / "maps" / "socrates.yaml"
LECTURE = """
title: Why the lecture moved
thesis: {id: moved, text: The lecture has moved to room 12.}
note: Ask first who has been there.
sources: {notice: {title: Notice of 3 May, author: Registry, date: 2021-05-03, url: "https://example.org/notice"}}
because:
  - - {id: says, text: The notice says so., source: notice para 2, because: It is printed in large letters.}
    - The notice is reliable.
  - {text: Students were seen there., but: They came for something else.}
but: {id: locked, text: Room 12 is locked., but: {text: It is unlocked at noon., unless: The porter is ill today.}}
views:
  main-line: {title: The main line, depth: 1}
  narrative: {title: What the notice says, focus: says}
  locked: {title: The door, focus: locked}
"""
KINDS = ("pptx", "pdf", "html")


@pytest.fixture
def lecture(tmp_path: Path) -> Path:
    """A map with views, in a folder where it is alone."""
    path = tmp_path / "maps" / "lecture.yaml"
    path.parent.mkdir()
    path.write_text(LECTURE, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", KINDS)
def test_a_deck_is_written_and_told_of(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"lecture.{suffix}"
    done = argmap("deck", SOCRATES, "-o", target)
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"{target}: 2 slides; text is at least ")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.stat().st_size > 5_000


def test_without_a_name_it_is_a_presentation_beside_the_map(tmp_path: Path) -> None:
    beside = tmp_path / "socrates.yaml"
    beside.write_bytes(SOCRATES.read_bytes())
    assert argmap("deck", beside).exit_code == 0
    assert (tmp_path / "socrates.pptx").exists()


def test_steps_are_counted_where_they_are_pages(tmp_path: Path) -> None:
    done = argmap("deck", SOCRATES, "--steps", "-o", tmp_path / "a.pdf")
    assert "2 slides, 5 with all steps; text is at least " in done.output


def test_all_stands_for_every_view(lecture: Path, tmp_path: Path) -> None:
    pages = {}
    for views in ("all", "main-line,narrative,locked", "main-line,narrative"):
        assert argmap("deck", lecture, "--views", views, "-o", tmp_path / "a.html").exit_code == 0
        pages[views] = (tmp_path / "a.html").read_bytes()
    assert pages["all"] == pages["main-line,narrative,locked"]
    assert len(pages["all"]) > len(pages["main-line,narrative"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "a.svg"], '"a.svg" should end in .pptx, .pdf or .html'),
        (["-o", "a.pdf", "--native"], "--native is for PowerPoint; leave it out with PDF"),
        (["-o", "a.html", "--handout"], "--handout is for PDF; leave it out with HTML"),
        (["-o", "a.pdf", "--dim"], "--dim goes with --steps"),
        (["-o", "a.html", "--steps", "--dim"], "--dim is for slides in PPTX and PDF"),
        (["--views", ""], 'no view is called ""'),
        (["--min-size", "big"], '"big" is no size of text'),
        (["--min-size", "60"], "text on slides has 1 to 32 points, and 60 is beyond that"),
        (["--slide", "none"], '"none" is no slide for a deck'),
        (["--slide", "5:4"], '"5:4" is no slide'),
        (["--views", "narative"], 'did you mean "narrative"?'),
        (["--theme", "drak"], "drak"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(tmp_path: Path, words: list[str], said: str) -> None:
    words = [str(tmp_path / word) if word.startswith("a.") else word for word in words]
    done = argmap("deck", MAP, *words)
    assert done.exit_code == 2
    assert said.replace('"a.svg"', f'"{tmp_path / "a.svg"}"') in done.output
    assert not list(tmp_path.iterdir())
    assert not MAP.with_suffix(".pptx").exists()


def test_views_may_be_named_one_by_one(lecture: Path, tmp_path: Path) -> None:
    words = ["--views", "main-line", "--views", "narrative"]
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    assert argmap("deck", lecture, *words, "-o", one).exit_code == 0
    assert argmap("deck", lecture, "--views", "main-line, narrative", "-o", other).exit_code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_handout_has_a_name_of_its_own(tmp_path: Path) -> None:
    beside = tmp_path / "socrates.yaml"
    beside.write_bytes(SOCRATES.read_bytes())
    assert argmap("deck", beside, "--handout").exit_code == 0
    assert (tmp_path / "socrates.handout.pdf").exists()


def test_a_handout_of_a_deck_with_steps_has_its_numbers(tmp_path: Path) -> None:
    for name, words in {"slides": [], "handout": ["--handout"]}.items():
        done = argmap("deck", MAP, "--views", "main-line,narrative", "--steps", *words, "-o", tmp_path / f"{name}.pdf")
        assert done.exit_code == 0
    slides, handout = (PdfReader(tmp_path / f"{name}.pdf") for name in ("slides", "handout"))
    last = len(slides.pages)
    assert last > 20 > len(handout.pages)
    assert any(re.search(rf"\b{last}\b", page.extract_text()) for page in handout.pages), "the sources are last"


def test_the_notes_of_the_speaker_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "note: Begin slowly.\nthesis: t\nclaims: {t: {text: T is., note: Ask Ada., because: B is.}}\n", encoding="utf-8"
    )
    for name, words in {"with": [], "without": ["--no-notes"]}.items():
        assert argmap("deck", path, *words, "-o", tmp_path / f"{name}.html").exit_code == 0
    assert "Ask Ada" in (tmp_path / "with.html").read_text(encoding="utf-8")
    assert not re.search("Ask Ada|Begin slowly", (tmp_path / "without.html").read_text(encoding="utf-8"))


def test_a_map_without_views_has_none_to_make_slides_of(tmp_path: Path) -> None:
    done = argmap("deck", SOCRATES, "--views", "all", "-o", tmp_path / "a.pptx")
    assert done.exit_code == 2
    assert "the map has no views" in done.output


def test_of_a_map_with_errors_no_slides_are_made(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("thesis: moved\n", encoding="utf-8")
    done = argmap("deck", broken)
    assert done.exit_code == 1
    assert f"{broken}: no slides made, for it has errors" in done.output
    assert not (tmp_path / "broken.pptx").exists()


def test_a_deck_never_replaces_the_map(tmp_path: Path) -> None:
    disguised = tmp_path / "map.html"
    disguised.write_bytes(SOCRATES.read_bytes())
    done = argmap("deck", disguised, "-o", disguised)
    assert done.exit_code == 1
    assert "leads to the map itself" in done.output
    assert disguised.read_bytes() == SOCRATES.read_bytes()


def test_an_inference_too_large_for_a_slide_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(f"thesis: T is.\nbecause: ['{'It goes on and on. ' * 120}']\n", encoding="utf-8")
    done = argmap("deck", path, "-o", tmp_path / "a.html")
    assert done.exit_code == 0
    assert '"t-is.because.1" does not fit on a slide at 18 pt; slide 2 shows it at ' in done.output


def test_a_bar_is_shown_on_a_terminal_and_nothing_otherwise(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "argmap", "deck", str(SOCRATES), "--steps", "-o", str(tmp_path / "a.pptx")]
    quiet = subprocess.run(command, capture_output=True, check=True)
    assert quiet.stderr == b""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        told = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # how Linux tells that nobody writes any more
                break
            if not piece:
                break
            told += piece
        assert running.wait() == 0
    os.close(ours)
    assert b"slides" in told
    assert b"100%" in told


def test_the_commands_of_the_page_about_decks_run(
    lecture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a small map of the name that the page has: the decks of the real one are tried where their slides are."""
    lecture.rename(lecture.with_name(MAP.name))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("argmap.outputs.pptx.picture.PIXELS", FEW_PIXELS)
    page = (ROOT / "docs" / "decks.md").read_text(encoding="utf-8")
    commands = [
        line.split() for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) for line in block.splitlines()
    ]
    assert len(commands) >= 5
    for program, *words in commands:
        assert program == "argmap"
        done = argmap(*words)
        assert done.exit_code == 0, done.output
        if "--steps" not in words:
            assert Path(words[words.index("-o") + 1]).exists()
