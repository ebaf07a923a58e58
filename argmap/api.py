"""argmap as a library: read a map, check it, draw it."""

from pathlib import Path

from argmap.checks import problems_of
from argmap.drawing import Drawing
from argmap.drawing import draw as draw_placed
from argmap.engine import Engine
from argmap.layout.blocks import Direction
from argmap.layout.cards import Cards, Wording
from argmap.layout.fit import Frame, Words, fit
from argmap.layout.layered import place
from argmap.layout.placement import Placement
from argmap.legend import legend_sizes
from argmap.model import ArgumentMap, View
from argmap.problems import Problem, has_errors
from argmap.reader import Reading, read_file
from argmap.views import part_of


class MapError(Exception):
    """A map has errors; ``problems`` lists them in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        first = next(problem for problem in problems if problem.severity == "error")
        super().__init__(f"{first.file}:{first.line}:{first.column}: {first.message}")


def load(path: str | Path) -> ArgumentMap:
    """Read a map file.

    Raises
    ------
    OSError
        The file cannot be read.
    MapError
        The map has errors.
    """
    reading = read_file(Path(path))
    problems = problems_of(reading)
    if reading.map is None or has_errors(problems):
        raise MapError(problems)
    return reading.map


def check(path: str | Path) -> tuple[Problem, ...]:
    """Return the problems of a map file, in the order of the file.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    return problems_of(read_file(Path(path)))


def draw(
    argument: ArgumentMap,
    view: str | View | None = None,
    *,
    words: str = "auto",
    wrap: float | None = None,
    direction: str = "up",
    engine: str = "builtin",
) -> Drawing:
    """Draw a map, or a view of it.

    Parameters
    ----------
    view
        The name of one of the map's views, or a view made on the spot.
    words
        ``full`` sentences, ``label``, or ``auto``: sentences while they are legible on a slide.
    wrap
        The width of the text of a card in points, where text is 12 points; the best of several if not given.
    direction
        Where arrows point: ``up`` or ``left``.
    engine
        ``builtin`` Graphviz, or the ``system``'s.

    Raises
    ------
    KeyError
        The map has no view of that name.
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    if isinstance(view, str):
        view = {known.name: known for known in argument.views}[view]
    part = part_of(argument, view)

    def placed(cards: Cards) -> Placement:
        return place(part.map, cards, Direction(direction), Engine(engine))

    fitted = fit(part, placed, legend_sizes(part.map), words=Words(words), wrap=wrap, frame=Frame())
    return draw_placed(part, fitted)


__all__ = ["Drawing", "MapError", "Reading", "Wording", "check", "draw", "load"]
