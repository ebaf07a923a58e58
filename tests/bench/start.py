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
        render = [sys.executable, "-m", "argmap", "render", str(REAL), "-o", str(Path(folder, "drawing.svg"))]
        _seconds(render)  # compiles what is not compiled yet
        runs = [(_seconds(render), _seconds([sys.executable, "-c", IMPORTS])) for _ in range(RUNS)]
    rendering, importing = (median(times) for times in zip(*runs, strict=True))
    yield f"Drawing the real map: {milliseconds(rendering)} ms as a whole process (median of {RUNS})."
    yield f"Only importing the packages that it uses: {milliseconds(importing)} ms."
    yield f"Ratio: {rendering / importing:.2f} (aim: at most {AIM:.0f})."


def _seconds(command: Sequence[str]) -> float:
    begin = perf_counter()
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, capture_output=True, check=True, env=compiled)
    return perf_counter() - begin
