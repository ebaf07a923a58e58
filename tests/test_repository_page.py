"""What the page on maps in a repository tells the reader to write and to type works."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from argmap.checks import problems_of
from argmap.reader import read

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "in-a-repository.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
SOUND = (ROOT / "argmap" / "starter.yaml").read_text(encoding="utf-8")
QUESTIONABLE = (
    "thesis: Should lectures be shorter?\nbecause: [[Listeners tire after an hour., Lectures take longer.]]\n"
)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def block(language: str, word: str) -> str:
    """Return the one block in which a word stands."""
    (found,) = (text for text in blocks(language) if word in text)
    return found


def workflow() -> dict[str, str]:
    """Return what the steps of the workflow run, by the format of its report or the program that it begins with."""
    steps = yaml.safe_load(block("yaml", "runs-on"))["jobs"]["check"]["steps"]
    return {
        re.sub(r".*--format (\w+).*|(\w+).*", r"\1\2", step["run"]): step["run"].replace("ADDRESS", "address")
        for step in steps
        if "run" in step
    }


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the page as a shell does."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a folder with one sound map."""
    folder = tmp_path / "repository"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps" / "sound.yaml").write_text(SOUND, encoding="utf-8")
    return folder


def add_a_questionable_map(repository: Path) -> None:
    (repository / "maps" / "questionable.yaml").write_text(QUESTIONABLE, encoding="utf-8")


def test_the_command_passes_sound_maps_and_fails_on_a_warning(repository: Path) -> None:
    command = block("sh", "argmap check")
    assert run(command, repository).returncode == 0
    add_a_questionable_map(repository)
    done = run(command, repository)
    assert done.returncode == 1
    assert "warning[question]" in done.stdout


def test_the_target_of_the_makefile_does_the_same(repository: Path) -> None:
    (repository / "Makefile").write_text(block("make", "check:"), encoding="utf-8")
    assert run("make check", repository).returncode == 0
    add_a_questionable_map(repository)
    assert run("make check", repository).returncode != 0


def test_the_workflow_marks_lines_and_writes_what_is_uploaded(repository: Path) -> None:
    add_a_questionable_map(repository)
    steps = workflow()
    marked = run(steps["github"], repository)
    assert marked.returncode == 1
    assert marked.stdout.startswith("::warning file=maps/questionable.yaml,line=1,")
    run(steps["sarif"], repository)
    uploaded = yaml.safe_load(block("yaml", "runs-on"))["jobs"]["check"]["steps"][-1]["with"]["sarif_file"]
    log = json.loads((repository / uploaded).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["question"]


def test_the_steps_after_a_failing_one_run_all_the_same() -> None:
    steps = yaml.safe_load(block("yaml", "runs-on"))["jobs"]["check"]["steps"]
    after = steps[[("github" in step.get("run", "")) for step in steps].index(True) + 1 :]
    assert after
    assert all(step["if"] == "always()" for step in after)


def test_the_editor_finds_the_schema_that_the_command_writes(repository: Path) -> None:
    assert run(block("sh", "argmap schema"), repository).returncode == 0
    schema = repository / "argmap.schema.json"
    assert "because" in json.loads(schema.read_text(encoding="utf-8"))["properties"]
    ((named, maps),) = json.loads(block("json", "yaml.schemas"))["yaml.schemas"].items()
    assert repository / named == schema
    assert [path.name for path in repository.glob(maps)] == ["sound.yaml"]
    modeline = block("yaml", "yaml-language-server")
    (seen_from_the_map,) = re.findall(r"\$schema=(\S+)", modeline)
    assert (repository / "maps" / seen_from_the_map).resolve() == schema
    (repository / "maps" / "sound.yaml").write_text(modeline + SOUND, encoding="utf-8")
    assert run("argmap check --strict maps/sound.yaml", repository).returncode == 0


def test_what_the_page_silences_would_be_said_otherwise() -> None:
    text = block("yaml", "ignore:")
    assert problems_of(read(text, "map.yaml")) == ()
    silenced = re.findall(r"ignore: (\S+)", text)
    loud = re.sub(r" *ignore: .*\n", "", text)
    assert sorted(problem.code for problem in problems_of(read(loud, "map.yaml"))) == sorted(silenced)
    for code in silenced:
        assert code in PAGE


def test_a_code_is_silenced_for_one_run_and_explained(repository: Path) -> None:
    add_a_questionable_map(repository)
    for command in re.findall(r"`(argmap (?:check --ignore|explain) \w+)`", PAGE):
        maps = "--strict maps/*.yaml" if "check" in command else ""
        assert run(f"{command} {maps}", repository).returncode == 0, command


def test_every_command_of_the_page_is_tried_here() -> None:
    tried = ["argmap check --strict", "pre-commit install", "argmap schema >"]
    commands = [line for text in blocks("sh") for line in text.splitlines()]
    assert [text.splitlines()[0].startswith(start) for text, start in zip(blocks("sh"), tried, strict=True)] == [
        True
    ] * 3
    assert len(commands) == 4
    assert set(workflow()) == {"pip", "github", "sarif"}


@pytest.mark.slow
def test_the_hook_installs_from_its_address_and_lets_only_sound_maps_through(repository: Path, tmp_path: Path) -> None:
    address = tmp_path / "argmap"
    address.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, address)
    shutil.copytree(ROOT / "argmap", address / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    who = {f"GIT_{role}_{part}": "tester@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull, "PIP_NO_COMPILE": "1"}
    commit = "git init -q -b main && git add . && git commit -q --no-verify -m Begin"
    for folder in (address, repository):
        assert run(commit, folder, **who, **home).returncode == 0
    config = block("yaml", "argmap-check").replace("ADDRESS", address.as_uri())
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (repository / "other.yaml").write_text("no: map\n", encoding="utf-8")
    assert run("git add .", repository).returncode == 0

    done = run(block("sh", "pre-commit"), repository, **who, **home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "argmap check" in done.stdout
    assert "Passed" in done.stdout
    assert run("git commit -m Sound", repository, **who, **home).returncode == 0

    add_a_questionable_map(repository)
    done = run("git add . && git commit -m Questionable", repository, **who, **home)
    assert done.returncode == 1
    assert "warning[question]" in done.stdout + done.stderr
