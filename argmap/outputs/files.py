"""Write a file whole or not at all, and name it."""

import os
from pathlib import Path

SUFFIXES = (".svg",)
"""The formats that can be written."""


def default_output(source: Path, view: str = "", folder: Path | None = None) -> Path:
    """Return where the drawing of a map goes: beside it, or into a folder, under its name and that of the view."""
    name = f"{source.stem}.{view}" if view else source.stem
    return (folder or source.parent) / f"{name}.svg"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that there is the old one or the new one, whole, at every moment.

    The new content goes to a temporary file beside it, always of the same name, so that what a killed run leaves behind
    is overwritten by the next.

    Raises
    ------
    OSError
        The file cannot be written; the old one is as it was.
    """
    temporary = path.with_name(f".{path.name}.argmap-tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
