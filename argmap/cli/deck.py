"""``argmap deck``: make slides of a map."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.captions import caption_options
from argmap.cli.fonts import font_options, refuse_bad_fonts, selection_for
from argmap.cli.progress import progress
from argmap.cli.shared import MAP, argument_in
from argmap.cli.themes import theme_in, theme_options
from argmap.cli.views import view_named
from argmap.cli.writing import write
from argmap.outputs.decks import DECK_FORMATS, DeckOptions, deck_format_of

if TYPE_CHECKING:
    from argmap.deck.plan import Plan
    from argmap.deck.slides import Deck
    from argmap.model import ArgumentMap
    from argmap.scenes import Look

ALL = "all"
"""What stands for every view of the map."""


@click.command()
@click.argument("map_file", type=MAP, metavar="MAP")
@click.option("-o", "--output", metavar="FILE", help="Write here: .pptx, .pdf or .html. [default: MAP.pptx]")
@click.option("--views", metavar="NAME,...", multiple=True, help="Make slides of these views, or of all. Repeatable.")
@click.option("--min-size", metavar="PT", default="18pt", help="The least size of text on every slide. [18pt]")
@click.option("--steps", is_flag=True, help="Build every slide up step by step.")
@click.option("--dim", is_flag=True, help="With --steps, PPTX and PDF: what came before is paler.")
@click.option("--slide", metavar="SIZE", default="16:9", help="16:9, 4:3, A4, or WxH in points. [16:9]")
@click.option("--native", is_flag=True, help="PPTX: draw shapes and connectors that can be moved, not pictures.")
@click.option("--handout", is_flag=True, help="PDF: for paper, each slide with its outline and notes.")
@click.option("--no-notes", is_flag=True, help="Leave out the notes of claims and inferences, which are the speaker's.")
@caption_options
@theme_options
@font_options
def deck(
    map_file: Path,
    output: str | None,
    *,
    views: tuple[str, ...],
    min_size: str,
    slide: str,
    steps: bool,
    dim: bool,
    native: bool,
    handout: bool,
    no_notes: bool,
    theme: str,
    **options: Any,
) -> None:
    """Make slides of a map: an overview, then part by part, all legible.

    Each part is a slide of its own with whole sentences; cards tell on which slide the argument goes on.
    """
    target = Path(output or f"{map_file.with_suffix('')}{'.handout.pdf' if handout else '.pptx'}")
    format_name = _format_of(target)
    _refuse_bad_options(format_name, steps=steps, dim=dim, native=native, handout=handout)
    refuse_bad_fonts(str(options["font"]), str(options["bold_font"]))
    plan = _plan(slide, min_size, steps=steps, paged=DECK_FORMATS[format_name].paged)
    options["theme"] = theme_in(theme)
    argument = argument_in(map_file, selection_for(str(options["font"]))) if options["theme"] else None
    if argument is None:
        click.echo(f"{map_file}: no slides made, for it has errors", err=True)
        sys.exit(1)
    from argmap.scenes import Look

    plan = replace(plan, views=_views(argument, views), dim=dim, notes=not no_notes)
    made = _made(map_file, argument, Look(**options), plan)
    done = made is not None and _written(made, map_file, target, format_name, DeckOptions(native, handout))
    sys.exit(0 if done else 1)


def _format_of(target: Path) -> str:
    """Return the format that the name of a file stands for."""
    if name := deck_format_of(target):
        return name
    *others, last = (f".{known}" for known in DECK_FORMATS)
    raise click.UsageError(f'"{target}" should end in {", ".join(others)} or {last}; that is what a deck can be')


def _refuse_bad_options(format_name: str, *, steps: bool, dim: bool, native: bool, handout: bool) -> None:
    """Refuse options that the format does not have, or that exclude each other."""
    if native and format_name != "pptx":
        raise click.UsageError(f"--native is for PowerPoint; leave it out with {format_name.upper()}")
    if handout and format_name != "pdf":
        raise click.UsageError(f"--handout is for PDF; leave it out with {format_name.upper()}")
    if dim and not steps:
        raise click.UsageError("--dim goes with --steps")
    if dim and (handout or format_name == "html"):
        raise click.UsageError("--dim is for slides in PPTX and PDF; leave it out")


def _plan(slide: str, min_size: str, *, steps: bool, paged: bool) -> "Plan":
    """Return what the deck is to be like."""
    from argmap.deck.plan import Plan
    from argmap.deck.sheet import sheet_of
    from argmap.layout.frame import MAX_TEXT

    size = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:pt)?\s*", min_size)
    if not size:
        raise click.UsageError(f'"{min_size}" is no size of text; give points, such as 18pt')
    if not 1 <= float(size[1]) <= MAX_TEXT:
        raise click.UsageError(f"text on slides has 1 to {MAX_TEXT:.0f} points, and {min_size} is beyond that")
    try:
        return Plan(sheet_of(slide), min_size=float(size[1]), steps=steps, paged=paged)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None


def _views(argument: "ArgumentMap", lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return the views that are named, each once, or all of them."""
    known = tuple(view.name for view in argument.views)
    names = [name.strip() for names in lists for name in names.split(",")]
    if ALL in names and ALL not in known:
        if not known:
            raise click.UsageError("the map has no views; leave out --views")
        return known
    return tuple(dict.fromkeys(view_named(argument, name).name for name in names))


def _made(path: Path, argument: "ArgumentMap", look: "Look", plan: "Plan") -> "Deck | None":
    """Return the deck of a map, telling of what does not fit on a slide; nothing if it cannot be made."""
    from argmap.deck.compose import deck_of
    from argmap.engine import EngineError

    try:
        made = deck_of(argument, look, plan)
    except EngineError as fault:
        click.echo(f"{path}: {fault}", err=True)
        return None
    for large in made.too_large:
        message = f'"{large.inference}" does not fit on a slide at {plan.min_size:g} pt'
        hint = (
            f"slide {large.slide} shows it at {large.size:.1f} pt; shorten its sentences or take a smaller --min-size"
        )
        click.echo(f"{path}: warning: {message}; {hint}", err=True)
    return made


def _written(made: "Deck", path: Path, target: Path, format_name: str, options: DeckOptions) -> bool:
    """Write a deck and say what is in it; tell whether it could be done."""
    from argmap.outputs.decks import deck_content
    from argmap.outputs.options import OutputError
    from argmap.reports import counted

    pages = sum(max(1, len(slide.pages)) if made.paged else 1 for slide in made.slides)
    try:
        with progress("slides", pages) as done:
            content = deck_content(made, format_name, replace(options, done=done))
    except OutputError as fault:
        click.echo(f"{path}: {fault}", err=True)
        return False
    if not write(target, content, path):
        return False
    steps = f", {pages} with all steps" if made.paged else ""
    click.echo(f"{target}: {counted(len(made.slides), 'slide')}{steps}; text is at least {made.text_size:.1f} pt")
    return True
