"""How long placing takes the packed way, beside one layout by Graphviz of the same argument.

Every size runs in a process of its own, warmed up on another argument first: the font is open and the modules are
there. Run with a number of claims, this module measures one size and prints what it found as JSON.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from statistics import median
from unittest import mock

from tests.bench.sizes import timed
from tests.bench.table import milliseconds, table

SIZES = (25, 100, 300, 1_000, 3_000, 10_000)
SEED = 1
WRAP = 180.0
HEAD = ("claims", "cards", "packed", "µs a claim", "Graphviz", "ratio", "whole drawing", "ratio", "MB")
PATIENCE = 900.0
"""How many seconds Graphviz is given here: at 10,000 claims it needs more than argmap gives it."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that the steps took: sizing the cards, packing them, Graphviz's layout, all from text to SVG.

    Where Graphviz was stopped, its time is the time that it was given, :data:`PATIENCE`.
    """

    cards: float
    packed: float
    graphviz: float
    whole: float
    memory: int


def packed() -> Iterator[str]:
    """Yield the table under its heading."""
    yield "Packing beside one layout by Graphviz, in milliseconds."
    yield "Aims: packed at 20 times Graphviz at 25 claims, 3 at 1,000; at 10,000 a whole drawing at 0.25 times, and 500 MB."
    yield table(HEAD, (_row(claims, _measured_apart(claims)) for claims in SIZES))


def _row(claims: int, times: Times) -> tuple[str, ...]:
    return (
        f"{claims:,}",
        milliseconds(times.cards),
        milliseconds(times.packed),
        f"{times.packed / claims * 1e6:,.0f}",
        milliseconds(times.graphviz),
        f"{times.packed / times.graphviz:.1f}",
        milliseconds(times.whole),
        f"{times.whole / times.graphviz:.2f}",
        f"{times.memory / 1e6:,.0f}",
    )


def _measured_apart(claims: int) -> Times:
    """Measure a size in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, str(claims)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return Times(**json.loads(done.stdout))


def measured(claims: int) -> Times:
    """Measure a size here; small ones several times."""
    from argmap import engine
    from argmap.api import draw
    from argmap.layout import layered
    from argmap.layout import packed as packed_way
    from argmap.layout.cards import Wording, make_card_choices, make_cards
    from argmap.layout.frame import Frame
    from argmap.outputs.formats import content
    from argmap.reader import read
    from tests.random_maps import random_sample

    content(draw(random_sample(20, 0).map), "svg")
    sample = random_sample(claims, SEED)

    def whole() -> bytes:
        argument = read(sample.yaml, "bench.yaml").map
        assert argument is not None
        return content(draw(argument, layout="packed", words="full"), "svg")

    whole_time, _ = timed(whole)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    part = sample.part
    card_time, cards = timed(lambda: make_card_choices(part, Wording.FULL))
    repeats = 9 if claims <= 300 else 1
    packing = [timed(lambda: packed_way.place(part.map, cards, Frame().ratio))[0] for _ in range(repeats)]
    laid_out: list[float] = []

    def timed_lay_out(*arguments: object) -> object:
        seconds, coordinates = timed(lambda: engine.lay_out(*arguments))  # type: ignore[arg-type]
        laid_out.append(seconds)
        return coordinates

    patient = mock.patch.object(engine, "TIME_LIMIT", PATIENCE)
    with patient, mock.patch.object(layered, "lay_out", timed_lay_out):
        for _ in range(repeats):
            with suppress(engine.EngineError):  # Graphviz takes longer than it is given
                layered.place(part.map, make_cards(part, Wording.FULL, WRAP))
    graphviz = median(laid_out) if laid_out else PATIENCE
    return Times(card_time, median(packing), graphviz, whole_time, memory)


if __name__ == "__main__":
    print(json.dumps(asdict(measured(int(sys.argv[1])))))
