"""``argmap new``: a map to start from, which never takes the place of anything."""

import os
import re
import shlex
import threading
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap import draw
from argmap.checks import Selection, problems_of
from argmap.cli import main
from argmap.model import ArgumentMap, Relation
from argmap.outputs.files import create_whole
from argmap.reader import read
from tests.wheel import wheel

__all__ = ["wheel"]

ROOT = Path(__file__).parent.parent
STARTER = files("argmap").joinpath("starter.yaml").read_bytes()


def new(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, words)])


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def starter() -> ArgumentMap:
    found = read(STARTER, "starter.yaml").map
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# the map


def test_the_starter_has_no_problem_and_needs_no_advice() -> None:
    assert problems_of(read(STARTER, "starter.yaml"), Selection(advice=True)) == ()


def test_the_starter_is_drawn_in_whole_sentences_as_large_as_slides_should_have_them() -> None:
    drawing = draw(starter())
    assert drawing.wording == "full"
    assert drawing.text_size > 18, "the aim for slides"


def test_the_starter_shows_whatever_a_map_is_made_of() -> None:
    found = starter()
    assert {inference.relation for inference in found.inferences} == set(Relation)
    assert any(inference.linked for inference in found.inferences)
    assert len([i for i in found.on[found.thesis] if i.relation is Relation.SUPPORT]) > 1, "convergent reasons"
    assert any(inference.scheme for inference in found.inferences)
    attacks = [inference for inference in found.inferences if inference.relation is Relation.ATTACK]
    assert {i.target for i in attacks} & {premise for i in attacks for premise in i.premises}, "a rebuttal"
    assert any(claim.implicit for claim in found.claims)
    assert any(claim.citations for claim in found.claims)
    assert any(claim.label for claim in found.claims)
    assert found.sources


def test_the_comments_of_the_starter_teach_the_words() -> None:
    comments = "\n".join(re.findall(r"#(.*)", STARTER.decode()))
    for word in (
        "because",
        "but",
        "unless",
        "thesis",
        "claim",
        "co-premises",
        "objection",
        "rebuttal",
        "scheme",
        "ids",
    ):
        assert re.search(rf"\b{word}\b", comments), word


# the file


def test_what_was_written_and_what_to_type_next_is_said(folder: Path) -> None:
    result = new("lecture.yaml")
    assert result.exit_code == 0
    assert result.output.startswith("lecture.yaml: ")
    assert (folder / "lecture.yaml").read_bytes() == STARTER
    assert names(folder) == ["lecture.yaml"]


@pytest.mark.parametrize("name", ["lecture.yaml", "my lecture.yml", "it's $HOME.yaml"])
def test_what_to_type_next_can_be_typed(name: str) -> None:
    _, *commands = new(name).output.splitlines()
    assert [shlex.split(command)[1] for command in commands] == ["check", "render"]
    for command in commands:
        program, *words = shlex.split(command)
        assert program == "argmap"
        assert CliRunner().invoke(main, words).exit_code == 0


def test_a_name_without_an_ending_gets_one(folder: Path) -> None:
    assert new("lecture").output.startswith("lecture.yaml: ")
    assert (folder / "lecture.yaml").exists()


@pytest.mark.parametrize("name", ["lecture.svg", "lecture.txt", "week.3"])
def test_the_name_of_something_else_is_wrong_usage_and_a_better_one_is_named(name: str, folder: Path) -> None:
    result = new(name)
    assert result.exit_code == 2
    assert f'you could call it "{Path(name).with_suffix(".yaml")}"' in result.stderr
    assert names(folder) == []


def test_a_dash_writes_to_standard_output_and_nothing_else_goes_there(folder: Path) -> None:
    result = new("-")
    assert result.exit_code == 0
    assert result.stdout_bytes == STARTER
    assert names(folder) == []


# what is there already


@pytest.mark.parametrize("name", ["lecture", "lecture.yaml"])
def test_a_file_that_is_there_is_left_as_it_is(name: str, folder: Path) -> None:
    (folder / "lecture.yaml").write_text("thesis: Mine.\n", encoding="utf-8")
    result = new(name)
    assert result.exit_code == 1
    assert result.stderr == "Error: lecture.yaml is already there, and was left as it is\n"
    assert (folder / "lecture.yaml").read_text(encoding="utf-8") == "thesis: Mine.\n"
    assert names(folder) == ["lecture.yaml"]


def test_a_link_is_left_as_it_is_wherever_it_leads(folder: Path) -> None:
    (folder / "lecture.yaml").symlink_to("nowhere.yaml")
    assert new("lecture.yaml").exit_code == 1
    assert names(folder) == ["lecture.yaml"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("maps", '"maps" is a folder; give the name of a file in it'),
        ("maps/", '"maps/" is a folder; give the name of a file in it'),
        ("none/", '"none/" is a folder; give the name of a file in it'),
        (".", '"." is a folder; give the name of a file in it'),
        ("none/lecture.yaml", f"cannot write {Path('none/lecture.yaml')}: there is no folder none"),
        ("file/lecture.yaml", f"cannot write {Path('file/lecture.yaml')}: Not a directory"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_written_is_one_sentence(name: str, said: str, folder: Path) -> None:
    (folder / "maps").mkdir()
    (folder / "file").touch()
    result = new(name)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in folder.rglob("*")) == ["file", "maps"]


def test_of_runs_at_the_same_time_only_one_writes(folder: Path) -> None:
    written: list[int] = []
    ready = threading.Barrier(8)

    def run(number: int) -> None:
        ready.wait()
        try:
            create_whole(folder / "lecture.yaml", b"%d" % number)
        except FileExistsError:
            return
        written.append(number)

    for _ in range(30):
        written.clear()
        threads = [threading.Thread(target=run, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [(folder / "lecture.yaml").read_bytes()] == [b"%d" % number for number in written]
        assert names(folder) == ["lecture.yaml"]
        (folder / "lecture.yaml").unlink()


def test_nothing_is_overwritten_where_there_are_no_links_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    create_whole(folder / "lecture.yaml", b"mine")
    with pytest.raises(FileExistsError):
        create_whole(folder / "lecture.yaml", b"other")
    assert (folder / "lecture.yaml").read_bytes() == b"mine"
    assert names(folder) == ["lecture.yaml"]


@pytest.mark.slow
def test_the_starter_is_part_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("argmap/starter.yaml") == STARTER
