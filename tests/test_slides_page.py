"""What the page on slides tells the reader to type and to paste works."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from click.testing import CliRunner
from lxml import etree

from argmap.cli import main
from argmap.theme import THEMES
from tests.once import once
from tests.programs import program
from tests.slides import FEW_PIXELS
from tests.test_examples import built, number_of_steps

__all__ = ["built"]

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "slides.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^(````?)(\w+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
DECKS = re.findall("^argmap deck .*", (ROOT / "docs" / "decks.md").read_text(encoding="utf-8"), re.MULTILINE)
"""The commands that the page on decks has, each of which is tried by the tests of that page."""
NAMED = {
    "pandoc: one talk for every program": "talk.md",
    "Quarto": "argmap.lua",
    "Marp": "marp.md",
    "Beamer": "beamer.tex",
}

pytestmark = pytest.mark.slow


def sections() -> dict[str, str]:
    """Return the sections of the page by their headings; what looks like one in a block is none."""
    bare = FENCED.sub(lambda block: " " * len(block[0]), PAGE)
    starts = [(found[1], found.start(), found.end()) for found in re.finditer(r"^## (.*)$", bare, re.MULTILINE)]
    ends = [start for _, start, _ in starts[1:]] + [len(PAGE)]
    return {title: PAGE[begin:end] for (title, _, begin), end in zip(starts, ends, strict=True)}


SECTIONS = sections()


def blocks(section: str, language: str) -> list[str]:
    return [text for _, written, text in FENCED.findall(SECTIONS[section]) if written == language]


def in_shell(text: str) -> list[str]:
    return [line for _, language, block in FENCED.findall(text) if language == "sh" for line in block.splitlines()]


def commands(section: str) -> list[str]:
    return in_shell(SECTIONS[section])


def run(command: str, folder: Path) -> None:
    """Run a command of the page; argmap in this process, with few pixels, and all others in a shell."""
    first, *words = shlex.split(command)
    if first == "argmap":
        run_argmap(words, folder)
    else:
        run_in_shell(command, folder)


def run_argmap(words: list[str], folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr("argmap.outputs.pptx.picture.PIXELS", FEW_PIXELS)
        done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output


def run_in_shell(command: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(folder), "CHROME_NO_SANDBOX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def follow(folder: Path) -> None:
    """Do what the page says, from top to bottom, in a folder with a map and with every file that the page shows.

    What several recipes say alike is done once, and what the page on decks says is tried there. Marp is the one of the
    examples.
    """
    shutil.copy(ROOT / "maps" / "putin-on-two-fronts.yaml", folder / "map.yaml")
    for section, name in NAMED.items():
        language = {".md": "markdown", ".lua": "lua", ".tex": "latex"}[Path(name).suffix]
        (text,) = blocks(section, language)
        (folder / name).write_text(text, encoding="utf-8")
    for command in dict.fromkeys(
        line for text in (PAGE.partition("\n## ")[0], *SECTIONS.values()) for line in in_shell(text)
    ):
        if command.startswith("npx") or command.replace("map.yaml", "maps/putin-on-two-fronts.yaml") in DECKS:
            continue
        first, *words = shlex.split(command)
        program(first) if first != "argmap" else None
        run(command, folder)
        if "-o" in words:
            out = folder / words[words.index("-o") + 1]
            steps = first == "argmap" and words[0] == "render" and "--steps" in words
            written = list(out.parent.glob(f"{out.stem}.step-*{out.suffix}")) if steps else [out]
            assert len(written) == (number_of_steps("narrative") if steps else 1)
            assert all(path.stat().st_size > 300 for path in written), command


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return once("slides", follow, tmp_path_factory, worker_id)


def test_the_page_has_a_recipe_for_each_program_and_says_whether_it_was_tried() -> None:
    linked = re.findall(r"^\| \[(.*?)\]\(#(.*?)\) ", PAGE, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in SECTIONS]
    assert [anchor for _, anchor in linked] == anchors
    for title, text in SECTIONS.items():
        assert re.search(r"\*[^*]*([Tt]ried|was tried|Not tried)[^*]*\*\s*(```sh[^`]*```)?\s*$", text), title


def test_every_recipe_has_commands_and_they_work(followed: Path) -> None:
    for title in SECTIONS:
        assert commands(title)
    for name in ("narrative.pptx", "narrative.svg", "narrative.odp", "talk.html", "talk.docx", "talk.tex", "README.md"):
        assert (followed / name).exists()


def test_the_recipe_for_reveal_js_is_the_one_that_is_seen_to_fit() -> None:
    example, makefile = ((ROOT / "docs" / "examples" / name).read_text("utf-8") for name in ("reveal.html", "Makefile"))
    lines = [line.strip() for block in blocks("reveal.js", "html") for line in block.splitlines()]
    assert len(lines) == 7
    for line in lines:
        assert line in example
    sizes = [shlex.split(line)[6:8] for line in commands("reveal.js")]
    assert sizes == [["--slide", "1280x580"], ["--slide", "1280x680"]]
    for option, size in sizes:
        assert f"{option} {size}" in makefile


def test_two_drawings_that_are_pasted_into_one_page_share_no_id(followed: Path) -> None:
    below, alone = (
        set(re.findall(r' id="([^"]+)"', (followed / name).read_text("utf-8")))
        for name in ("narrative.svg", "alone.svg")
    )
    assert min(len(below), len(alone)) > 50
    assert not below & alone


def test_the_ground_for_dark_slides_is_that_of_the_theme() -> None:
    (named,) = set(re.findall(r"#[0-9A-F]{6}\b", PAGE))
    assert named == THEMES["dark"].ground


def test_the_talk_has_a_page_of_beamer_for_each_step_and_fragments_in_quarto(followed: Path) -> None:
    assert len(pypdf.PdfReader(followed / "talk.pdf").pages) == 1 + 1 + number_of_steps("narrative")
    html = (followed / "quarto.html").read_text(encoding="utf-8")
    assert html.count('<svg style="') == 2
    fragments = {int(index) for index in re.findall(r'data-fragment-index="(\d+)"', html)}
    assert fragments == set(range(number_of_steps("narrative")))


def test_the_theme_on_the_command_line_of_a_pipe_is_taken(followed: Path, tmp_path: Path) -> None:
    (pipe,) = re.findall(r"`(pandoc -t json .*?)`", PAGE)
    for name in ("talk.md", "map.yaml"):
        shutil.copy(followed / name, tmp_path)
    (tmp_path / "own.yaml").write_text("extends: light\nground: '#FFFDE7'\n", encoding="utf-8")
    run(pipe, tmp_path)
    assert (tmp_path / "talk.html").read_text(encoding="utf-8").count('fill="#FFFDE7"') >= 2


def test_the_page_of_beamer_holds_the_drawing(followed: Path) -> None:
    (text,) = (page.extract_text() for page in pypdf.PdfReader(followed / "beamer.pdf").pages)
    assert "mastermind" in text


def test_marp_makes_a_page_and_a_pdf_of_the_steps(followed: Path, built: Path, tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(built / "node_modules")
    for path in (followed / "marp.md", *followed.glob("narrative.step-*.svg")):
        shutil.copy(path, tmp_path)
    for command in commands("Marp")[1:]:
        assert command.startswith("npx @marp-team/marp-cli ")
        run(command.replace("npx @marp-team/marp-cli", "npx --no-install marp"), tmp_path)
    assert (tmp_path / "marp.html").read_text(encoding="utf-8").count("narrative.step-0") == 2
    assert len(pypdf.PdfReader(tmp_path / "marp.pdf").pages) == 2


def test_every_attribute_that_the_page_names_is_one() -> None:
    from argmap.cli.attributes import wanted

    values = {
        "depth": "1",
        "numbers": "true",
        "transparent": "true",
        "steps": "true",
        "answers": "true",
        "wrap": "200",
        "sources": "full",
    }
    values |= {"color-by": "side", "words": "full", "layout": "packed", "direction": "up", "text": "font"}
    (told,) = re.findall(r"`argmap render`: (.*?)\. `steps", PAGE, re.DOTALL)
    for name in re.findall(r"`([\w-]+)`", told):
        assert wanted({name: values.get(name, "dark" if name == "theme" else "x")}, {}).rest == {}, name


def test_impress_takes_each_step_of_a_deck_into_its_own_format(followed: Path) -> None:
    """That it shows what it takes is seen in the examples, whose deck goes the same way."""
    with ZipFile(followed / "narrative.odp") as package:
        pages = etree.fromstring(package.read("content.xml")).findall(".//{*}page")
    shown = [len(page.findall(".//{*}image")) for page in pages]
    assert len(shown) > number_of_steps("narrative")
    assert sum(map(bool, shown)) >= number_of_steps("narrative")
