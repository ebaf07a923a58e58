"""How large the text gets on a slide, beside plain Graphviz."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from argmap.api import load
from argmap.captions import captioned
from argmap.layout.cards import TEXT_SIZE
from argmap.layout.crossings import crossings
from argmap.layout.frame import Frame
from argmap.layout.placement import Placement
from argmap.scenes import place
from argmap.views import Part, part_of
from tests.bench.plain import plain_graphviz
from tests.bench.table import table
from tests.random_maps import random_sample

SIZES = (8, 12, 16, 20, 30, 40, 60)
SEEDS = range(30)
REAL = Path(__file__).parents[2] / "maps" / "putin-on-two-fronts.yaml"
HEAD = ("claims", "text", "plain", "ratio", "least", "crossings", "plain", "cards cover", "plain")


@dataclass(frozen=True, slots=True)
class Compared:
    """One argument, drawn by argmap and by plain Graphviz: text sizes, crossings, shares of the slide."""

    text: float
    plain_text: float
    crossed: int
    plain_crossed: int
    covered: float
    plain_covered: float


def slide() -> Iterator[str]:
    """Yield the lines of the comparison."""
    yield f"Full sentences on a 16:9 slide, medians of {len(SEEDS)} random maps; argmap's legend counts."
    yield table(HEAD, [_row(str(n), [_compared(random_sample(n, seed).part) for seed in SEEDS]) for n in SIZES])
    argument = load(REAL)
    parts = {"the whole": part_of(argument), **{view.name: part_of(argument, view) for view in argument.views}}
    views = {name: captioned(part, argument) for name, part in parts.items()}
    yield "The real map and its views:"
    yield table(HEAD, [_row(name, [_compared(part)]) for name, part in views.items()])


def _compared(part: Part) -> Compared:
    frame = Frame()
    plain = plain_graphviz(part, frame)
    scale = frame.scale(plain.width, plain.height)
    fitted = place(part, words="full")
    return Compared(
        fitted.text_size,
        TEXT_SIZE * scale,
        crossings(fitted.placement),
        crossings(plain),
        _covered(fitted.placement, fitted.scale, frame),
        _covered(plain, scale, frame),
    )


def _covered(placement: Placement, scale: float, frame: Frame) -> float:
    """Return the share of the slide that cards cover."""
    area = sum(card.rect.width * card.rect.height for card in placement.cards)
    return area * scale * scale / (frame.width * frame.height)


def _row(name: str, found: list[Compared]) -> tuple[str, ...]:
    ratios = [one.text / one.plain_text for one in found]
    return (
        name,
        f"{median(one.text for one in found):.1f} pt",
        f"{median(one.plain_text for one in found):.1f} pt",
        f"{median(ratios):.2f}",
        f"{min(ratios):.2f}",
        f"{median(one.crossed for one in found):.0f}",
        f"{median(one.plain_crossed for one in found):.0f}",
        f"{median(one.covered for one in found):.0%}",
        f"{median(one.plain_covered for one in found):.0%}",
    )
