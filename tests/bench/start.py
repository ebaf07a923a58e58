"""How long drawing the real map takes as a whole process, beside a process that only imports the packages used."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.table import milliseconds

REAL = Path(__file__).parents[2] / "maps" / "putin-on-two-fronts.yaml"
IMPORTS = "import click, pydantic, networkx, yaml, graphviz, pygraphviz, uharfbuzz"
RUNS = 7
AIM = 2.0


def start() -> Iterator[str]:
    """Yield the lines of the comparison; both processes run alternately, their modules compiled as when installed."""
    with tempfile.TemporaryDirectory() as folder:
        whole = [sys.executable, "-m", "argmap", "render", str(REAL), "-o", str(Path(folder, "drawing.svg"))]
        layered, view = [*whole, "--layout", "layered"], [*whole, "--view", "main-line"]
        _seconds(whole)  # compiles what is not compiled yet
        imports = [sys.executable, "-c", IMPORTS]
        runs = [tuple(_seconds(command) for command in (imports, whole, layered, view)) for _ in range(RUNS)]
    importing, *rendering = (median(times) for times in zip(*runs, strict=True))
    yield f"Whole processes, medians of {RUNS}; only importing the packages used takes {milliseconds(importing)} ms."
    for name, seconds in zip(("the real map", "the same in layers", "a view of it"), rendering, strict=True):
        yield f"Drawing {name}: {milliseconds(seconds)} ms; ratio {seconds / importing:.2f} (aim: at most {AIM:.0f})."


def _seconds(command: Sequence[str]) -> float:
    begin = perf_counter()
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, capture_output=True, check=True, env=compiled)
    return perf_counter() - begin
