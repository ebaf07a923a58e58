"""Graphviz: in this process, in a child process, from the system; and what is said when it fails."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from argmap import engine
from argmap.engine import LARGE, Engine, EngineError, lay_out
from argmap.layout import layered
from argmap.layout.blocks import Direction
from argmap.layout.cards import Wording, make_cards
from argmap.layout.homes import homes_of
from argmap.layout.layers import Layers
from argmap.layout.links import links_of
from tests.geometry_checks import Scene, faults
from tests.programs import program
from tests.random_maps import Sample, random_sample

SAMPLE = random_sample(30, 1)
UP = Direction.UP


def dot_of(sample: Sample) -> str:
    """Return what Graphviz gets to see of an argument."""
    cards = make_cards(sample.part, Wording.FULL, 140.0)
    return Layers(links_of(sample.map, homes_of(sample.map), cards, UP), UP).dot()


def put_on_path(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Make a script the only ``dot`` that there is."""
    program = folder / "dot"
    program.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_a_child_process_gives_the_coordinates_that_this_process_gives() -> None:
    dot = dot_of(SAMPLE)
    assert lay_out(dot, nodes=LARGE) == lay_out(dot, nodes=LARGE - 1)


def test_every_node_and_every_line_is_placed() -> None:
    dot = dot_of(SAMPLE)
    coordinates = lay_out(dot, nodes=1)
    assert set(coordinates.nodes) == set(re.findall(r"^\t(n\d+) \[", dot, re.MULTILINE))
    assert set(coordinates.edges) == set(re.findall(r"id=(e\d+)", dot))


def test_the_same_graph_always_gets_the_same_coordinates() -> None:
    dot = dot_of(SAMPLE)
    assert lay_out(dot, nodes=1) == lay_out(dot, nodes=1)


def test_nothing_that_an_author_writes_reaches_graphviz() -> None:
    written = "<script>\\N${PATH}"
    dot = dot_of(Sample("hostile", f"thesis: '{written} one.'\nbecause: ['{written} two.', '{written} three.']\n"))
    assert "script" not in dot
    assert "PATH" not in dot


def test_work_that_takes_too_long_ends_with_an_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "TIME_LIMIT", 0.001)
    with pytest.raises(EngineError, match="draw a part of the map with --view"):
        lay_out(dot_of(SAMPLE), nodes=LARGE)


def test_a_system_without_dot_ends_with_an_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="leave --engine out"):
        lay_out(dot_of(SAMPLE), 1, Engine.SYSTEM)


def test_a_dot_that_fails_has_its_last_word_repeated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put_on_path(monkeypatch, tmp_path, "echo 'first' >&2; echo 'out of luck' >&2; exit 3")
    with pytest.raises(EngineError, match="Graphviz failed: out of luck"):
        lay_out(dot_of(SAMPLE), 1, Engine.SYSTEM)


def test_a_dot_that_answers_nonsense_is_told_from_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put_on_path(monkeypatch, tmp_path, "echo 'no JSON'")
    with pytest.raises(EngineError, match="Graphviz"):
        lay_out(dot_of(SAMPLE), 1, Engine.SYSTEM)


def test_the_system_s_dot_is_asked_like_the_builtin_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put_on_path(monkeypatch, tmp_path, f"exec {sys.executable} -m argmap.engine")
    cards = make_cards(SAMPLE.part, Wording.FULL, 140.0)
    assert layered.place(SAMPLE.map, cards, engine=Engine.SYSTEM) == layered.place(SAMPLE.map, cards)


def test_the_system_s_own_dot_places_as_well() -> None:
    program("dot")
    cards = make_cards(SAMPLE.part, Wording.FULL, 140.0)
    assert not faults(Scene(SAMPLE.map, layered.place(SAMPLE.map, cards, engine=Engine.SYSTEM)))


def test_the_child_process_runs_no_file_of_the_folder_that_it_is_started_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in ("json", "pygraphviz", "argmap"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('a stranger was run')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lay_out(dot_of(SAMPLE), nodes=LARGE).nodes
