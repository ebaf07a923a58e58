"""The maps of the project, drawn once for all tests that look at a drawing, and not at how it is made."""

from functools import cache
from pathlib import Path

from argmap import draw, load
from argmap.deck.compose import deck_of
from argmap.deck.plan import Plan
from argmap.deck.slides import Deck
from argmap.drawing import Drawing
from argmap.scenes import Look

MAPS = Path(__file__).parent.parent / "maps"
REAL = MAPS / "putin-on-two-fronts.yaml"
SOCRATES = MAPS / "socrates.yaml"

loaded = cache(load)


def drawn_once(path: Path, view: str | None = None, *, theme: str = "light", color_by: str = "relation") -> Drawing:
    """Draw a map, or a view of it."""
    return _drawn(path, view, theme, color_by)


@cache
def _drawn(path: Path, view: str | None, theme: str, color_by: str) -> Drawing:
    return draw(loaded(path), view, theme=theme, color_by=color_by)


@cache
def painted(*, theme: str = "light", color_by: str) -> Drawing:
    """Draw the real map placed in the way that takes the least time, for tests of its colours."""
    return draw(loaded(REAL), theme=theme, color_by=color_by, layout="layered", wrap=160)


@cache
def real_deck(*, paged: bool = False) -> Deck:
    """Make a deck of the real map whose slides build up, each step a page or not."""
    return deck_of(loaded(REAL), Look(), Plan(steps=True, paged=paged))
