"""``argmap outline``: the argument in words."""

import sys
from pathlib import Path

import click

from argmap.cli.shared import MAP, argument_in, view_of


@click.command()
@click.argument("map_file", type=MAP, metavar="MAP")
@click.option("--view", metavar="NAME", help="Outline this view of the map.")
def outline(map_file: Path, view: str | None) -> None:
    """Print an argument as indented words."""
    from argmap.outline import outline as in_words
    from argmap.views import part_of

    argument = argument_in(map_file)
    if argument is None:
        sys.exit(1)
    part = part_of(argument, view_of(argument, view))
    click.echo(in_words(part.map), nl=False)
