"""What ``argmap render`` offers about files: their format, and what only some formats leave open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.outputs.formats import FORMATS, content, format_of
from argmap.outputs.options import Options

if TYPE_CHECKING:
    from argmap.drawing import Drawing

Command = Callable[..., Any]

DEFAULT = next(iter(FORMATS))


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """What was asked for; without a name, the name of the file decides."""

    name: str | None = None
    scale: float | None = None
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """How drawings are written in a run."""

    format: str
    options: Options

    @property
    def placed(self) -> bool:
        """Whether what is written shows the drawing as it was placed."""
        return FORMATS[self.format].placed

    def content(self, drawing: "Drawing", author: str) -> bytes:
        """Return the content of a file; may raise :class:`argmap.outputs.options.OutputError`."""
        return content(drawing, self.format, replace(self.options, author=author))


def format_options(command: Command) -> Command:
    """Give a command the options of a :class:`FormatChoice`, and pass it on as ``file``."""

    @wraps(command)
    def chosen(
        *words: object, format_name: str | None, scale: float | None, transparent: bool, **options: object
    ) -> object:
        return command(*words, file=FormatChoice(format_name, scale, transparent), **options)

    options = (
        click.option(
            "--format",
            "format_name",
            type=click.Choice(list(FORMATS)),
            help=f"What to write, where no -o FILE tells. [{DEFAULT}]",
        ),
        click.option(
            "--scale",
            metavar="N",
            type=click.FloatRange(0.1, 20),
            help="Pixels of a PNG to a point of the slide. [2: a 16:9 slide is 1920 wide]",
        ),
        click.option("--transparent", is_flag=True, help="Leave the ground out."),
    )
    for option in reversed(options):
        chosen = option(chosen)
    return chosen


def writing_for(output: str | None, choice: FormatChoice, text: str, *, fragments: bool = False) -> Writing:
    """Return how to write what was asked for; ``text`` is how words stand in an SVG, which may have ``fragments``.

    Raises
    ------
    click.UsageError
        The file is called like nothing that can be written, or like another format; or an option is for another format.
    """
    name = _named(output if output != "-" else None, choice.name) or DEFAULT
    if choice.scale is not None and not FORMATS[name].pixels:
        raise click.UsageError(f"--scale is for pixels, and {name.upper()} has none; use it with --format png")
    if text != Options().text and name != "svg":
        raise click.UsageError(f"--text is for SVG; leave it out with {name.upper()}")
    scale = choice.scale or Options().scale
    return Writing(name, Options(scale=scale, transparent=choice.transparent, text=text, fragments=fragments))


def _named(output: str | None, name: str | None) -> str | None:
    """Return the format that the name of a file and ``--format`` both allow."""
    if not output:
        return name
    by_name = format_of(output)
    if not by_name:
        *others, last = (f".{known}" for known in FORMATS)
        raise click.UsageError(f'"{output}" should end in {", ".join(others)} or {last}; that is what argmap can write')
    if name not in (None, by_name):
        raise click.UsageError(f'"{output}" does not end in .{name}; leave out --format, or change the name')
    return by_name
