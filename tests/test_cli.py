"""What a teacher types, and what comes back."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

MAPS = Path(__file__).parent.parent / "maps"
REAL = MAPS / "putin-on-two-fronts.yaml"
SOCRATES = MAPS / "socrates.yaml"
BROKEN = "thesis: friendly\nclaims:\n  friendly: {text: The cat is friendly., because: purs}\n  purrs: The cat purrs.\n"


CATS = """
thesis: {id: purrs, text: The cat purrs.}
because: [{text: It was fed., because: The bowl is empty.}]
views: {near: {depth: 1}}
"""


def argmap(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def cats(tmp_path: Path) -> Path:
    path = tmp_path / "cats.yaml"
    path.write_text(CATS, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_checking_a_sound_map_counts_what_it_holds() -> None:
    result = argmap("check", SOCRATES)
    assert result.exit_code == 0
    assert result.output == f"{SOCRATES}: 5 claims, 3 inferences; no problems\n"


def test_checking_a_broken_map_points_at_the_place_and_says_what_to_do(broken: Path) -> None:
    result = argmap("check", broken)
    assert result.exit_code == 1
    head, line, mark, hint, summary = result.output.splitlines()
    assert head == f'{broken}:3:51: error[unknown-claim]: no claim is called "purs"'
    assert line[mark.index("^") :] == "purs}"
    assert hint.strip() == 'did you mean "purrs" (line 4)?'
    assert summary.endswith("; 1 error; some checks wait until the errors are mended")


def test_a_map_with_warnings_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("thesis: a\nclaims: {a: The cat purrs., b: The dog barks.}\n", encoding="utf-8")
    result = argmap("check", path)
    assert result.exit_code == 0
    assert "warning[unconnected]" in result.output
    assert result.output.splitlines()[-1].endswith("1 warning")


def test_rendering_says_how_large_the_text_is(tmp_path: Path) -> None:
    target = tmp_path / "socrates.svg"
    result = argmap("render", SOCRATES, "-o", target)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{target}: 5 claims, in full; text is ")
    assert result.stdout.endswith(" pt on a 16:9 slide\n")
    assert target.read_text(encoding="utf-8").startswith("<?xml")


def test_without_a_name_the_drawing_goes_beside_the_map(cats: Path) -> None:
    assert argmap("render", cats).exit_code == 0
    assert argmap("render", cats, "--view", "near").exit_code == 0
    assert {path.name for path in cats.parent.iterdir()} == {"cats.yaml", "cats.svg", "cats.near.svg"}


def test_several_maps_go_into_a_folder(cats: Path, tmp_path: Path) -> None:
    result = argmap("render", cats, SOCRATES, "--to", tmp_path / "build")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == ["cats.svg", "socrates.svg"]


@pytest.mark.parametrize(
    ("name", "beginning"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-1.7"), ("dot", b"digraph ")]
)
def test_a_format_is_chosen_by_name_where_no_file_is(name: str, beginning: bytes, cats: Path, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    assert argmap("render", cats, SOCRATES, "--to", folder, "--format", name).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == [f"cats.{name}", f"socrates.{name}"]
    shutil.copy(SOCRATES, tmp_path / "map.yaml")
    assert argmap("render", tmp_path / "map.yaml", "--format", name).exit_code == 0
    written = argmap("render", SOCRATES, "-o", "-", "--format", name).stdout_bytes
    assert written.startswith(beginning)
    assert written == (folder / f"socrates.{name}").read_bytes() == (tmp_path / f"map.{name}").read_bytes()


def test_a_dash_writes_to_standard_output_and_nothing_else_goes_there() -> None:
    result = argmap("render", SOCRATES, "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("<?xml")
    assert result.stdout.rstrip().endswith("</svg>")
    assert "text is" in result.stderr


def test_with_errors_nothing_is_drawn_and_the_earlier_drawing_stays(broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "broken.svg"
    target.write_text("the earlier one", encoding="utf-8")
    result = argmap("render", broken)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "unknown-claim" in result.stderr
    assert target.read_text(encoding="utf-8") == "the earlier one"


def test_one_broken_map_does_not_keep_the_others_from_being_drawn(broken: Path, tmp_path: Path) -> None:
    result = argmap("render", broken, SOCRATES, "--to", tmp_path / "build")
    assert result.exit_code == 1
    assert (tmp_path / "build" / "socrates.svg").exists()
    assert not (tmp_path / "build" / "broken.svg").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["render", str(REAL), "--view", "ukrane"], 'did you mean "ukraine"?'),
        (["render", str(SOCRATES), "--view", "main"], "the map has no views"),
        (["render", str(SOCRATES), "-o", "map.yaml"], "should end in .svg"),
        (["render", str(SOCRATES), "-o", "map"], "should end in .svg"),
        (["render", str(SOCRATES), "-o", "map.jpg"], "should end in .svg, .png, .pdf or .dot"),
        (["render", str(SOCRATES), "-o", "map.png", "--format", "pdf"], '"map.png" does not end in .pdf'),
        (["render", str(SOCRATES), "--format", "jpg"], "--format"),
        (["render", str(SOCRATES), "-o", "map.svg", "--scale", "3"], "--scale is for pixels, and SVG has none"),
        (["render", str(SOCRATES), "-o", "map.png", "--scale", "0"], "--scale"),
        (["render", str(SOCRATES), "-o", "map.png", "--text", "plain"], "--text is for SVG"),
        (["render", str(SOCRATES), str(REAL), "-o", "map.svg"], "--to DIR"),
        (["render", str(SOCRATES), "-o", "a.svg", "--to", "b"], "either -o or --to"),
        (["render", str(SOCRATES), str(SOCRATES), "--to", "b"], 'two maps are called "socrates"'),
        (["render", str(SOCRATES), "--to", "map.png"], 'to write the file "map.png", use -o'),
        (["render", "no-such-map.yaml"], "no-such-map.yaml"),
        (["render", str(SOCRATES.with_suffix(""))], f'Did you mean "{SOCRATES}"?'),
        (["check", str(SOCRATES.with_name("socrate.yaml"))], f'Did you mean "{SOCRATES}"?'),
        (["render", str(SOCRATES), "--direction", "down"], "--direction"),
        (["render", str(REAL), "--all-views", "-o", "map.svg"], "use --to DIR"),
        (["render", str(REAL), "--all-views", "--view", "ukraine"], "either --all-views or --view"),
        (["render", str(REAL), "--focus", "thread"], 'no claim is called "thread"; did you mean "threat"?'),
        (["render", str(REAL), "--focus", "reckoning"], '"reckoning" is an inference'),
        (["render", str(REAL), "--focus", "zebra"], "argmap outline --numbers lists the claims"),
        (["render", str(REAL), "--focus", "99"], "the map has 45 claims"),
        (["render", str(REAL), "--view", "ukraine", "--focus", "soviet-cases"], "does not show the claim"),
        (["render", str(REAL), "--only", "ukrane"], 'did you mean "ukraine"?'),
        (["outline", str(REAL), "--without", "zebra"], "the tags are kazakhstan, ukraine"),
        (["render", str(SOCRATES), "--only", "zebra"], "the map has no tags"),
        (["render", str(REAL), "--depth", "-1"], "--depth"),
        (["render", str(SOCRATES), "--prefix", "7 a"], "cannot begin an id"),
        (["render", str(SOCRATES), str(REAL), "--prefix", "a", "--to", "b"], "--prefix is for one map"),
        (["draw", str(SOCRATES)], "No such command"),
    ],
)
def test_wrong_usage_is_said_and_exits_with_2(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = argmap(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.rglob("*.svg"))


def test_what_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    result = argmap("render", SOCRATES, "-o", tmp_path / "folder.svg")
    assert result.exit_code == 1
    assert result.stderr.startswith("cannot write")
    assert not [path for path in tmp_path.iterdir() if path.name != "folder.svg"]


def test_the_outline_is_the_argument_in_words() -> None:
    result = argmap("outline", SOCRATES)
    assert result.exit_code == 0
    assert result.output == (
        "Socrates is mortal. (thesis)\n"
        "  - because: Socrates is a man.\n"
        "    and: All men are mortal.\n"
        "  - but: Socrates is spoken of to this day.\n"
        "    - unless: To be remembered is not to be alive.\n"
    )


def test_a_view_has_an_outline_too() -> None:
    result = argmap("outline", REAL, "--view", "main-line")
    assert result.exit_code == 0
    assert "hawks" not in result.output


def test_an_alternative_text_is_a_sentence_and_a_long_one() -> None:
    result = argmap("outline", SOCRATES, "--alt")
    assert result.exit_code == 0
    sentence, empty, *long = result.output.splitlines()
    assert sentence == ("Argument map “Is Socrates mortal?”; thesis: “Socrates is mortal”; 1 reason and 2 objections.")
    assert empty == ""
    assert long[0] == "Socrates is mortal. (thesis)"


def test_a_part_is_chosen_alike_for_outlines_and_drawings(tmp_path: Path) -> None:
    chosen = ["--view", "ukraine", "--focus", "threat", "--depth", "1", "--without", "hindsight"]
    told = argmap("outline", REAL, *chosen)
    assert told.exit_code == 0
    result = argmap("render", REAL, *chosen, "--to", tmp_path)
    assert result.exit_code == 0
    (target,) = tmp_path.iterdir()
    assert target.name == "putin-on-two-fronts.ukraine.threat.depth-1.without-hindsight.svg"
    svg = target.read_text(encoding="utf-8")
    assert told.output.splitlines()[1] in svg
    assert 'id="argmap-putin-on-two-fronts-ukraine-threat-depth-1-without-hindsight-claim-threat"' in svg
    assert ">Putin is a standing threat to his neighbours.</title>" in svg


def test_numbers_are_the_same_in_every_part_and_name_a_focus(tmp_path: Path) -> None:
    whole = argmap("outline", REAL, "--numbers").output
    number = next(line.split(": ")[1].split(".")[0] for line in whole.splitlines() if "standing threat" in line)
    part = argmap("outline", REAL, "--numbers", "--focus", number)
    assert part.output.startswith(f"{number}. Putin is a standing threat to his neighbours.")
    assert argmap("render", REAL, "--focus", number, "--numbers", "--to", tmp_path).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["putin-on-two-fronts.threat.svg"]


def test_all_views_of_several_maps_are_drawn(tmp_path: Path) -> None:
    result = argmap("render", REAL, SOCRATES, "--all-views", "--to", tmp_path)
    assert result.exit_code == 0
    views = ["hindsight", "invasion", "january", "kazakhstan", "main-line", "narrative", "ukraine"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"putin-on-two-fronts.{view}.svg" for view in views]
    assert f"{SOCRATES}: not drawn, for it has no views" in result.stderr


def test_ids_begin_with_a_prefix_that_is_asked_for(tmp_path: Path) -> None:
    assert argmap("render", SOCRATES, "--prefix", "left", "-o", tmp_path / "a.svg").exit_code == 0
    assert 'id="left-claim-' in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_words_wrap_and_direction_can_be_chosen(tmp_path: Path) -> None:
    sizes = {}
    for name, options in {
        "full": ["--words", "full"],
        "label": ["--words", "label"],
        "narrow": ["--words", "full", "--wrap", "90"],
        "left": ["--direction", "left"],
    }.items():
        target = tmp_path / f"{name}.svg"
        assert argmap("render", REAL, "--view", "kazakhstan", "-o", target, *options).exit_code == 0
        sizes[name] = target.read_bytes()
    assert len(set(sizes.values())) == 4


def test_small_text_is_a_warning_that_names_the_ways_out(tmp_path: Path) -> None:
    result = argmap("render", REAL, "--words", "full", "-o", tmp_path / "a.svg")
    assert result.exit_code == 0
    assert "--words label" in result.stderr
    assert "--view" in result.stderr
    assert "--focus" in result.stderr


def test_a_closed_pipe_is_no_traceback() -> None:
    command = f'"{sys.executable}" -m argmap render "{SOCRATES}" -o - | head -c 10'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_it_runs_as_a_module_with_an_empty_path() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "check", str(SOCRATES)],
        env={key: value for key, value in os.environ.items() if key != "PATH"} | {"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "no problems" in done.stdout
