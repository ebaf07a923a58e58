"""A bar on a terminal for work that takes a while, and nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(label: str, pieces: int) -> Iterator[Callable[[], None]]:
    """Show how many pieces of work are done; what is given is to be called after each."""
    if pieces < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=pieces, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
