"""A part of a map, placed: all that painting it needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.blanks import blanks_of
from argmap.captions import Sources, captioned
from argmap.coloring import ColorBy, Coloring, Key, coloring_of, tags_of
from argmap.engine import Engine
from argmap.exercises import exercise
from argmap.hiding import answered
from argmap.layout import layered, packed
from argmap.layout.blocks import Direction
from argmap.layout.cards import Wording, make_card_choices, make_cards
from argmap.layout.fit import Fitted, Place, Words, fit
from argmap.layout.frame import Frame, frame_of
from argmap.layout.placement import Candidate
from argmap.legend import legend_sizes
from argmap.model import ArgumentMap, View
from argmap.text import Typeface, default_typeface, typeface_in
from argmap.theme import Theme
from argmap.theme_file import theme_of
from argmap.views import Part, part_of

RIVALS_UP_TO = 100
"""Up to how many claims both ways of placing are tried; of larger arguments, the packed drawing is larger by far."""


@dataclass(frozen=True, slots=True)
class Look:
    """How drawings are to look; :func:`argmap.api.draw` says what each field means."""

    numbers: bool = False
    sources: str = "none"
    prefix: str = ""
    theme: str | Path | Theme = "light"
    color_by: str = "relation"
    words: str = "auto"
    wrap: float | None = None
    layout: str = "auto"
    slide: str | Frame = "16:9"
    direction: str = "up"
    engine: str = "builtin"
    font: str | Path | None = None
    bold_font: str | Path | None = None
    blank: tuple[str, ...] = ()
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of a map that has been placed, with all that painting it needs.

    ``prefix`` begins every id in the drawing instead of ``argmap`` and the map's title; the name of the part follows.
    """

    part: Part
    fitted: Fitted
    coloring: Coloring
    typeface: Typeface
    prefix: str = ""


def scene_of(argument: ArgumentMap, part: Part, look: Look) -> Scene:
    """Place a part of a map as it is to look; :func:`argmap.api.draw` says what may be raised."""
    if look.layout == "packed" and look.direction != "up":
        raise ValueError("in the packed layout arrows point up; leave out the layout or the direction")
    if look.answers and not look.blank:
        raise ValueError("answers are those of an exercise; say what is blank")
    part = captioned(part, argument, numbers=look.numbers, sources=Sources(look.sources))
    theme, blanks = theme_of(look.theme), blanks_of(part, look.blank)
    part = replace(part, own_words=theme.words)
    coloring = coloring_of(part, theme, ColorBy(look.color_by), tags_of(argument))
    face = typeface_of(argument.language, look)
    fitted = place(
        part,
        words=look.words,
        wrap=look.wrap,
        layout=look.layout,
        slide=look.slide,
        direction=look.direction,
        engine=look.engine,
        typeface=face,
        keys=coloring.keys,
    )
    if look.answers:
        part = answered(part, blanks)
    elif blanks:
        part, fitted, coloring = exercise(part, fitted, coloring, blanks)
    return Scene(part, fitted, coloring, face, look.prefix)


def place(
    part: Part,
    *,
    words: str = "auto",
    wrap: float | None = None,
    layout: str = "auto",
    slide: str | Frame = "16:9",
    direction: str = "up",
    engine: str = "builtin",
    typeface: Typeface | None = None,
    keys: tuple[Key, ...] = (),
) -> Fitted:
    """Place a part of a map as :func:`argmap.api.draw` does."""
    face = typeface or default_typeface(part.map.language)
    frame, legends = slide if isinstance(slide, Frame) else frame_of(slide), legend_sizes(part, face, keys)
    ways: list[Place] = []
    if direction == "up" and layout in ("auto", "packed"):
        ways.append(
            lambda wording: packed.candidates(
                part.map, make_card_choices(part, wording, wrap, face), frame.ratio, legends
            )
        )
    widths = (wrap,) if wrap else layered.wraps_for(len(part.map.claims), rivalled=bool(ways))

    def in_layers(wording: Wording) -> Iterator[Candidate]:
        return _layered(part, wording, widths, Direction(direction), Engine(engine), typeface=face)

    if layout == "layered" or not ways or (layout == "auto" and len(part.map.claims) <= RIVALS_UP_TO):
        ways.append(in_layers)
    return fit(part, ways, legends, spare=in_layers, words=Words(words), frame=frame)


def part_named(argument: ArgumentMap, view: str | View | Iterable[str | View] | None) -> Part:
    """Return the part of a map that views show, which are named or given.

    Raises
    ------
    KeyError
        The map has no view of that name, or no claim that is called as the focus of the view.
    """
    named = {known.name: known for known in argument.views}
    views = [view] if view is None or isinstance(view, str | View) else view
    return part_of(argument, *(named[name] if isinstance(name, str) else name for name in views))


def typeface_of(language: str, look: Look) -> Typeface:
    """Return the typeface of font files, or the usual one."""
    if not look.font:
        return default_typeface(language)
    return typeface_in(Path(look.font), Path(look.bold_font) if look.bold_font else None, language)


def _layered(
    part: Part,
    wording: Wording,
    widths: Iterable[float],
    direction: Direction,
    engine: Engine,
    *,
    typeface: Typeface,
) -> Iterator[Candidate]:
    """Place in layers, at several widths of the cards."""
    for width in widths:
        yield layered.candidate(part.map, make_cards(part, wording, width, typeface), direction, engine)
