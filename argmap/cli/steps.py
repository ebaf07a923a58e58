"""The options of a step-by-step reveal, and what is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.scenes import Scene

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Reveal:
    """What was asked for: a drawing of every step, or one in which reveal.js shows the steps."""

    steps: bool = False
    dim: bool = False
    fragments: bool = False

    def drawings(self, scene: "Scene") -> "tuple[Drawing, ...]":
        """Return the drawings that this asks for, of a scene."""
        from argmap.painting import paint
        from argmap.stages import stages

        return stages(scene, dim=self.dim) if self.steps else (paint(scene),)


def step_options(command: Command) -> Command:
    """Give a command the options of a :class:`Reveal`, and pass it on as ``reveal``."""

    @wraps(command)
    def chosen(*words: object, steps: bool, dim: bool, fragments: bool, **options: object) -> object:
        return command(*words, reveal=Reveal(steps, dim, fragments), **options)

    options = (
        click.option("--steps", is_flag=True, help="Draw every step of the reveal, all in one frame."),
        click.option("--dim", is_flag=True, help="With --steps: what came before is paler."),
        click.option("--fragments", is_flag=True, help="Let the steps appear one by one in reveal.js (SVG)."),
    )
    for option in reversed(options):
        chosen = option(chosen)
    return chosen


def refuse_bad_reveal(reveal: Reveal, format_name: str, output: str | None) -> None:
    """Refuse a reveal that the format, or the way to write it, does not allow.

    Raises
    ------
    click.UsageError
        Saying which of two options to leave out.
    """
    from argmap.outputs.formats import FORMATS

    if reveal.dim and not reveal.steps:
        raise click.UsageError("--dim goes with --steps")
    if reveal.steps and reveal.fragments:
        raise click.UsageError("use either --steps, a drawing for each step, or --fragments, one for reveal.js")
    if reveal.fragments and format_name != "svg":
        raise click.UsageError(f"--fragments is for SVG; leave it out with {format_name.upper()}")
    if not reveal.steps:
        return
    if not FORMATS[format_name].placed:
        raise click.UsageError(f"{format_name.upper()} has no steps; leave out --steps")
    if output == "-":
        raise click.UsageError("--steps writes several files; use -o FILE or --to DIR instead of -o -")
