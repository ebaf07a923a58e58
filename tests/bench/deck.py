"""How long a deck takes beside one drawing of the same map, both as whole processes that write SVG only.

The deck is that of all views, step by step, as HTML: PowerPoint files are mostly pictures made of pixels for programs
that know no SVG, and PDFs are Typst's work.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.sizes import timed
from tests.bench.table import milliseconds, table

MAP = "maps/putin-on-two-fronts.yaml"
REPEATS = 5
DECKS = {
    "whole map, HTML": ("lecture.html",),
    "all views, steps, HTML": ("lecture.html", "--views", "all", "--steps"),
    "all views, steps, PDF": ("lecture.pdf", "--views", "all", "--steps"),
    "all views, steps, PPTX": ("lecture.pptx", "--views", "all", "--steps"),
}


def deck() -> Iterator[str]:
    """Yield the table under its heading."""
    yield "Decks beside one drawing of the map, whole processes, in milliseconds. Aim: 10 for all views and steps in SVG."
    with TemporaryDirectory() as folder:
        drawing = _seconds("render", MAP, "-o", str(Path(folder, "whole.svg")))
        rows = [("one drawing", milliseconds(drawing), "1.0")]
        for name, (file, *words) in DECKS.items():
            seconds = _seconds("deck", MAP, "-o", str(Path(folder, file)), *words, repeats=2)
            rows.append((name, milliseconds(seconds), f"{seconds / drawing:.1f}"))
    yield table(("what", "time", "ratio"), rows)


def _seconds(*words: str, repeats: int = REPEATS) -> float:
    """Return how long a command takes, as the median of several runs."""
    command = [sys.executable, "-m", "argmap", *words]
    return median(timed(lambda: subprocess.run(command, check=True, capture_output=True))[0] for _ in range(repeats))
