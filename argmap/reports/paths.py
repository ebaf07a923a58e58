"""Paths as hosts of repositories want them: from the working folder, with forward slashes."""

from pathlib import Path


def from_here(file: str) -> str:
    """Return a path from the working folder; what lies elsewhere keeps its own.

    >>> from_here("./maps/socrates.yaml")
    'maps/socrates.yaml'
    """
    path = Path(file)
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
