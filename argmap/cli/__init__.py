"""The command line: each command is a readable line of the pipeline."""

import click

from argmap import __version__
from argmap.cli.check import check
from argmap.cli.deck import deck
from argmap.cli.explain import explain
from argmap.cli.new import new
from argmap.cli.outline import outline
from argmap.cli.render import render
from argmap.cli.schema import schema
from argmap.cli.shared import CONTEXT


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="argmap")
def main() -> None:
    """Draw an argument written in YAML as a diagram fit for a slide, and check it line by line.

    Exit codes: 0 all is well, 1 something is wrong with a map or a file, 2 the command was not understood.
    """


for command in (new, check, render, deck, outline, explain, schema):
    main.add_command(command)
