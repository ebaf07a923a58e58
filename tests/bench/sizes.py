"""How long every step takes, and how much memory all of it, for arguments of 25 to 3,000 claims.

The layered placement is measured at one width of the cards. Every size runs in a process of its own, whose imports are
not counted. Run with a number of claims, this module measures one size and prints what it found as JSON.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import TypeVar
from unittest import mock

from tests.bench.table import milliseconds, table

SIZES = (25, 100, 300, 1_000, 3_000)
SEED = 1
WRAP = 180.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that the steps took; ``graphviz`` is part of ``layout``. Memory at its peak is in bytes."""

    read: float
    check: float
    layout: float
    graphviz: float
    draw: float
    memory: int
    memory_of_graphviz: int

    @property
    def total(self) -> float:
        """All steps."""
        return self.read + self.check + self.layout + self.draw

    @property
    def own(self) -> float:
        """All but Graphviz."""
        return self.total - self.graphviz


HEAD = (
    "claims",
    "read",
    "check",
    "layout",
    "(Graphviz)",
    "draw",
    "total",
    "without Graphviz",
    "µs a claim",
    "MB",
    "MB of Graphviz",
)


def sizes() -> Iterator[str]:
    """Yield the table under its heading."""
    yield "One layered placement, in milliseconds:"
    yield table(HEAD, [_row(claims, _measured_apart(claims)) for claims in SIZES])


def _row(claims: int, times: Times) -> tuple[str, ...]:
    steps = (times.read, times.check, times.layout, times.graphviz, times.draw, times.total, times.own)
    memory = (times.memory, times.memory_of_graphviz)
    return (
        f"{claims:,}",
        *map(milliseconds, steps),
        f"{times.own / claims * 1e6:,.0f}",
        *(f"{size / 1e6:,.0f}" if size else "–" for size in memory),
    )


def _measured_apart(claims: int) -> Times:
    """Measure a size in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, str(claims)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return Times(**json.loads(done.stdout))


def measured(claims: int) -> Times:
    """Measure a size here."""
    from argmap.checks import problems_of
    from argmap.coloring import coloring_of
    from argmap.layout import layered
    from argmap.layout.cards import make_cards
    from argmap.layout.fit import Words, fit
    from argmap.legend import legend_sizes
    from argmap.painting import paint
    from argmap.reader import read
    from argmap.scenes import Scene
    from argmap.svg import to_svg
    from argmap.text import default_typeface
    from argmap.theme import LIGHT
    from argmap.views import part_of
    from tests.random_maps import random_sample

    text = random_sample(claims, SEED).yaml
    laid_out: list[float] = []
    from argmap.engine import lay_out

    def timed_lay_out(*arguments: object) -> object:
        seconds, coordinates = timed(lambda: lay_out(*arguments))  # type: ignore[arg-type]
        laid_out.append(seconds)
        return coordinates

    reading_time, reading = timed(lambda: read(text, "bench.yaml"))
    check_time, _ = timed(lambda: problems_of(reading))
    assert reading.map is not None
    argument = reading.map
    with mock.patch.object(layered, "lay_out", timed_lay_out):
        part_time, part = timed(lambda: part_of(argument))
        ways = [lambda wording: [layered.candidate(part.map, make_cards(part, wording, WRAP))]]
        fit_time, fitted = timed(lambda: fit(part, ways, legend_sizes(part), words=Words.FULL))
    draw_time, _ = timed(lambda: to_svg(paint(Scene(part, fitted, coloring_of(part, LIGHT), default_typeface()))))
    return Times(
        reading_time, check_time, part_time + fit_time, sum(laid_out), draw_time,
        _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN),
    )  # fmt: skip


def timed(step: Callable[[], T]) -> tuple[float, T]:
    """Run a step; return the seconds that it took, and what it returned."""
    start = perf_counter()
    result = step()
    return perf_counter() - start, result


def _peak(who: int) -> int:
    """Return the largest memory of this process or of its children so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss * unit


if __name__ == "__main__":
    print(json.dumps(asdict(measured(int(sys.argv[1])))))
