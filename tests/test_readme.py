"""The README and the docs show what works today."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main
from tests.pictures import PICTURES, pictures

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> list[tuple[str, str]]:
    """Return the commands of the README with what it says they print."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    found = []
    for block in blocks:
        for part in block.split("$ ")[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed))
    return found


@pytest.mark.parametrize(("command", "printed"), commands())
def test_every_command_of_the_readme_prints_what_it_shows(
    command: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    shutil.copytree(ROOT / "tests" / "maps", tmp_path / "tests" / "maps")
    monkeypatch.chdir(tmp_path)
    program, *words = command.split()
    assert program == "argmap"
    done = CliRunner().invoke(main, words)
    assert done.stdout + done.stderr == printed


def test_the_first_map_of_the_readme_is_the_one_in_maps() -> None:
    (first, *_) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert first == (ROOT / "maps" / "socrates.yaml").read_text(encoding="utf-8")


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.endswith(" pt\n")


def test_the_pictures_are_those_that_argmap_draws_today(tmp_path: Path) -> None:
    for name, svg in pictures(tmp_path).items():
        assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == svg, f"{name}: run make pictures"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = re.sub(
        r"^(````?)\w*\n.*?^\1$|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target
