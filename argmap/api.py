"""argmap as a library: read a map, check it, draw it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.checks import problems_of
from argmap.drawing import Drawing
from argmap.drawing import draw as draw_placed
from argmap.engine import Engine
from argmap.layout import layered, packed
from argmap.layout.blocks import Direction
from argmap.layout.cards import Wording, make_card_choices, make_cards
from argmap.layout.fit import Fitted, Place, Words, fit, frame_of
from argmap.layout.placement import Candidate
from argmap.legend import legend_sizes
from argmap.model import ArgumentMap, View
from argmap.problems import Problem, has_errors
from argmap.reader import Reading, read_file
from argmap.views import Part, part_of

RIVALS_UP_TO = 100
"""Up to how many claims both ways of placing are tried; of larger arguments, the packed drawing is larger by far."""


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
    layout: str = "auto",
    slide: str = "16:9",
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
    layout
        ``packed`` or ``layered``, or ``auto``: whichever gives the larger text on the slide. An argument that is
        too far from a tree to be packed is drawn in layers all the same.
    slide
        The slide that the drawing has to fit: ``16:9``, ``4:3``, ``A4``, ``none``, or its size in points, ``960x540``.
    direction
        Where arrows point: ``up`` or, in layers, ``left``.
    engine
        ``builtin`` Graphviz, or the ``system``'s.

    Raises
    ------
    KeyError
        The map has no view of that name.
    ValueError
        There is no such slide, or the packed layout is asked for with arrows that point left.
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    if layout == "packed" and direction != "up":
        raise ValueError("in the packed layout arrows point up; leave out the layout or the direction")
    if isinstance(view, str):
        view = {known.name: known for known in argument.views}[view]
    part = part_of(argument, view)

    return draw_placed(
        part, place(part, words=words, wrap=wrap, layout=layout, slide=slide, direction=direction, engine=engine)
    )


def place(
    part: Part,
    *,
    words: str = "auto",
    wrap: float | None = None,
    layout: str = "auto",
    slide: str = "16:9",
    direction: str = "up",
    engine: str = "builtin",
) -> Fitted:
    """Place a part of a map as :func:`draw` does."""
    frame, legends = frame_of(slide), legend_sizes(part)
    ways: list[Place] = []
    if direction == "up" and layout in ("auto", "packed"):
        ways.append(
            lambda wording: packed.candidates(part.map, make_card_choices(part, wording, wrap), frame.ratio, legends)
        )
    widths = (wrap,) if wrap else layered.wraps_for(len(part.map.claims), rivalled=bool(ways))

    def in_layers(wording: Wording) -> Iterator[Candidate]:
        return _layered(part, wording, widths, Direction(direction), Engine(engine))

    if layout == "layered" or not ways or (layout == "auto" and len(part.map.claims) <= RIVALS_UP_TO):
        ways.append(in_layers)
    return fit(part, ways, legends, spare=in_layers, words=Words(words), frame=frame)


def _layered(
    part: Part, wording: Wording, widths: Iterable[float], direction: Direction, engine: Engine
) -> Iterator[Candidate]:
    """Place in layers, at several widths of the cards."""
    for width in widths:
        yield layered.candidate(part.map, make_cards(part, wording, width), direction, engine)


__all__ = ["Drawing", "MapError", "Reading", "Wording", "check", "draw", "load"]
