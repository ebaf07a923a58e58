"""``argmap outline``: the argument in words."""

import sys
from pathlib import Path

import click

from argmap.cli.exercises import Exercise, exercise_options
from argmap.cli.shared import MAP, argument_in
from argmap.cli.views import Choice, view_options, views_of


@click.command()
@click.argument("map_file", type=MAP, metavar="MAP")
@view_options
@click.option("--numbers", is_flag=True, help="Give every claim its number, the same in every view.")
@exercise_options
@click.option("--alt", is_flag=True, help="Print an alternative text for the drawing: a sentence, then a long one.")
def outline(map_file: Path, *, choice: Choice, numbers: bool, exercise: Exercise, alt: bool) -> None:
    """Print an argument as indented words."""
    from argmap.alternative import long_alternative, short_alternative
    from argmap.captions import captioned
    from argmap.outline import outline as in_words
    from argmap.views import part_of

    argument = argument_in(map_file)
    if argument is None:
        sys.exit(1)
    part = captioned(part_of(argument, *views_of(argument, choice)), argument, numbers=numbers)
    part = exercise.outlined(argument, part, spoken=alt)
    told = f"{short_alternative(part)}\n\n{long_alternative(part)}" if alt else in_words(part)
    click.echo(told, nl=False)
