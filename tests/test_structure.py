"""The house: data goes one way, rooms are small, and what is done in one place only is done there."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

import argmap

ROOT = Path(argmap.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

# Every module imports only from those before it. A package is one place; within it, imports make no circle.
PIPELINE = [
    "problems",
    "names", "links", "slips", "decoding", "syntax", "repairs", "tree", "source", "repeats",
    "schemes", "scheme_words", "words",
    "model", "positions",
    "synonyms", "authored", "faults", "validation", "drafts", "naming", "order", "lookup", "selections", "reader",
    "graph",
    "views", "captions", "blanks", "hiding", "steps", "outline", "alternative", "describe",
    "bidi", "font_files", "text", "wrapping",
    "checks", "schema",
    "colors", "theme", "legibility", "authored_theme", "theme_file", "coloring",
    "geometry", "cells", "engine",
    "layout",
    "shapes", "lines", "dashes", "marks", "gaps", "painting_order", "legend", "drawing", "badges", "exercises", "scenes", "painting", "stages", "deck",
    "markup", "webfont", "lettering", "svg", "outputs", "pandoc", "reports",
    "api", "__init__", "cli", "__main__",
]  # fmt: skip
TURNED_BACK = {
    ("argmap.drawing", "argmap.svg"),  # a drawing shows itself in a notebook
}
"""Arrows that turn back all the same. One that is mended has to leave this list."""

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


def name_of(path: Path) -> str:
    """Return the name of a module: ``argmap.layout.cards``; a package is called like its folder."""
    parts = ("argmap", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def place_of(module: str) -> str:
    """Return the entry of the pipeline to which a module belongs."""
    return module.split(".")[1] if "." in module else "__init__"


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a module imports, anywhere in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else node.module


MODULES = {name_of(path) for path in FILES}
USERS = {name_of(path): sorted(set(imported(path))) for path in FILES}


def users_of(package: str) -> set[str]:
    """Return the modules that import a package."""
    return {user for user, used in USERS.items() if any(name.split(".")[0] == package for name in used)}


def calls(path: Path) -> Iterator[str]:
    """Yield the names of everything called, as it is written: ``print``, ``click.echo``."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


# one way through


def test_every_module_has_its_place_in_the_pipeline() -> None:
    assert {place_of(module) for module in MODULES} == set(PIPELINE)
    assert len(set(PIPELINE)) == len(PIPELINE)


@each_file
def test_no_arrow_of_the_pipeline_turns_back(path: Path) -> None:
    here = place_of(name_of(path))
    before = PIPELINE[: PIPELINE.index(here)]
    for used in USERS[name_of(path)]:
        own = used.split(".")[0] == "argmap" and place_of(used) != here
        if own and (name_of(path), used) not in TURNED_BACK:
            assert place_of(used) in before, f"{here} comes before {place_of(used)}"


def test_imports_make_no_circle() -> None:
    arrows = {(user, used) for user, uses in USERS.items() for used in uses if used in MODULES}
    graph: nx.DiGraph[str] = nx.DiGraph(sorted(arrows - TURNED_BACK))
    assert nx.is_directed_acyclic_graph(graph), nx.find_cycle(graph)
    assert arrows >= TURNED_BACK


def test_a_turned_arrow_would_be_seen() -> None:
    before = {later: earlier for earlier, later in pairwise(PIPELINE)}
    assert before["source"] == "tree"
    assert "argmap.reader" in USERS["argmap.checks"]
    assert "argmap.checks.both_ways" in USERS["argmap.checks.catalogue"]
    assert "argmap.outline" in USERS["argmap.cli.outline"], "an import within a function counts"


# what is done in one place


def test_only_the_command_line_prints() -> None:
    printing = {
        place_of(name_of(path))
        for path in FILES
        for call in calls(path)
        if re.fullmatch(r"print|(click\.)?s?echo", call)
    }
    assert printing == {"cli"}


def test_only_the_engine_runs_programs_and_graphviz() -> None:
    for package in ("subprocess", "pygraphviz"):
        assert users_of(package) == {"argmap.engine"}
    assert users_of("multiprocessing") | users_of("concurrent") | users_of("ctypes") <= {"argmap.engine"}


def test_only_the_theme_knows_colours() -> None:
    coloured = {name_of(path) for path in FILES if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))}
    assert coloured == {"argmap.theme"}


def test_only_outputs_write_files() -> None:
    writing = re.compile(r"(.*\.)?(open|fdopen|write_text|write_bytes)|os\.(replace|rename)|tempfile\..*")
    found = {place_of(name_of(path)) for path in FILES for call in calls(path) if writing.fullmatch(call)}
    assert found == {"outputs"}


def test_only_the_source_knows_yaml() -> None:
    assert users_of("yaml") == {"argmap.source"}


def test_nothing_speaks_to_the_network() -> None:
    for package in ("socket", "urllib", "http", "ssl", "requests", "httpx"):
        assert users_of(package) <= ({"argmap.svg"} if package == "urllib" else set())


# small rooms


@each_file
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_file
def test_a_function_fits_on_a_page(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None
            page = node.body[0].end_lineno if documented else node.lineno
            assert node.end_lineno is not None
            assert page is not None
            assert node.end_lineno - page < MOST_LINES_OF_A_FUNCTION, node.name


@each_file
def test_a_module_says_what_it_is_for(path: Path) -> None:
    documented = ast.get_docstring(tree_of(path))
    assert documented
    first, _, rest = documented.partition("\n")
    assert re.fullmatch(r"[A-Z].*[.:]", first) or not rest.startswith("\n")


# a quick start

SLOW = {"networkx", "pydantic", "fontTools", "uharfbuzz", "graphviz", "pygraphviz"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_slow(option: str) -> None:
    code = (
        "import sys\nfrom argmap.cli import main\n"
        f"try:\n    main([{option!r}])\nexcept SystemExit as end:\n    assert end.code == 0, end.code\n"
        "print('LOADED', *sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    shown, _, loaded = run.stdout.partition("LOADED")
    assert shown.strip()
    assert SLOW.isdisjoint(loaded.split())


def test_importing_the_package_loads_nothing_slow() -> None:
    code = "import sys, argmap\nprint(*sys.modules)\nargmap.check\nprint('AFTER', 'networkx' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, _, after = run.stdout.partition("AFTER")
    assert SLOW.isdisjoint(before.split())
    assert after.strip() == "True", "what is needed is loaded when it is asked for"
