"""What stands on cards besides the sentences: the options."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def caption_options(command: _Command) -> _Command:
    """Add the options about numbers and sources to a command."""
    numbers = click.option("--numbers", is_flag=True, help="Give every claim a number, the same in every view.")
    sources = click.option(
        "--sources",
        type=click.Choice(["none", "locator", "full"]),
        default="none",
        help="What stands small under a sentence of where it is made. [none]",
    )
    return numbers(sources(command))
