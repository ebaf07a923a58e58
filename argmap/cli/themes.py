"""How the drawing looks: the options, and the theme that they name."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.shared import show

if TYPE_CHECKING:
    from argmap.theme import Theme


def theme_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of themes to a command."""
    by = click.option(
        "--color-by",
        "--colour-by",
        type=click.Choice(["relation", "side", "tag"]),
        default="relation",
        help="What colour tells: relations, sides for and against the thesis, or tags. [relation]",
    )
    theme = click.option(
        "--theme",
        metavar="NAME|FILE",
        default="light",
        help="light, dark, classic, print, or a theme file (see docs/themes.md). [light]",
    )
    return theme(by(command))


def theme_in(name: str) -> "Theme | None":
    """Return the theme of a name or in a file, telling of its problems on standard error; none if it has errors."""
    from argmap.theme import THEMES
    from argmap.theme_file import is_theme_file, read_theme_file, unknown_theme

    if name in THEMES:
        return THEMES[name]
    if not is_theme_file(name):
        raise click.UsageError(unknown_theme(name))
    try:
        reading = read_theme_file(Path(name))
    except OSError as fault:
        raise click.ClickException(f"cannot read {name}: {fault.strerror}") from None
    show(reading.problems, reading.document, err=True)
    if reading.theme is None:
        click.echo(f"{name}: nothing drawn, for the theme has errors", err=True)
    return reading.theme
