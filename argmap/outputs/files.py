"""Write a file whole or not at all, and name it."""

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

MAP_SUFFIXES = (".yaml", ".yml")
"""How the name of a map ends."""

_TEMPORARY = re.compile(r"\.argmap-[0-9a-f]{32}\.tmp")
_AN_HOUR = 3600.0


def default_output(source: Path, view: str = "", folder: Path | None = None, suffix: str = "svg") -> Path:
    """Return where the drawing of a map goes: beside it, or into a folder, under its name and that of the view."""
    name = f"{source.stem}.{view}" if view else source.stem
    return (folder or source.parent) / f"{name}.{suffix}"


def step_output(output: Path, step: int, steps: int) -> Path:
    """Return where the drawing of one step goes; all steps have numbers of as many digits, so that names sort.

    >>> step_output(Path("lecture.svg"), 3, 12).name
    'lecture.step-03.svg'
    """
    digits = max(2, len(str(steps)))
    return output.with_name(f"{output.stem}.step-{step:0{digits}}{output.suffix}")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that there is the old one or the new one, whole, at every moment.

    The new content goes to a temporary file beside it. What a killed run leaves of those, the next run that writes into
    the folder takes away. A link stays a link, and a file that is replaced keeps its permissions.

    Raises
    ------
    OSError
        The file cannot be written; the old one is as it was.
    """
    target = path.resolve() if path.is_symlink() else path
    with _temporary(target.parent, content) as temporary:
        with suppress(OSError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)


def create_whole(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all; of two runs at once, one fails.

    Raises
    ------
    FileExistsError
        Something of that name is there; it is as it was.
    OSError
        The file cannot be written.
    """
    with _temporary(path.parent, content) as temporary:
        try:
            os.link(temporary, path)  # unlike a renaming, never replaces anything
        except FileExistsError:
            raise
        except OSError:  # there are file systems without links
            _create(path, content)


def _create(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, and take it away if that fails midway."""
    with path.open("xb", buffering=0) as file:
        try:
            file.write(content)
        except OSError:
            path.unlink()
            raise


@contextmanager
def _temporary(folder: Path, content: bytes) -> Iterator[Path]:
    """Hold a temporary file with some content, locked, so that no other run takes it for left behind."""
    _remove_left_behind(folder)
    with _opened(folder) as file:
        path = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # Windows renames no open file
            yield path
        finally:
            path.unlink(missing_ok=True)


@contextmanager
def _opened(folder: Path) -> Iterator[BinaryIO]:
    """Open a new temporary file and lock it; once more, if another run took it away between the two."""
    while True:
        path = folder / f".argmap-{uuid4().hex}.tmp"
        with path.open("xb") as file:
            with suppress(OSError):  # where nothing can be locked, nothing is taken away either
                _lock(file, wait=True)
            if path.exists():
                yield file
                return


def _remove_left_behind(folder: Path) -> None:
    """Remove the temporary files of runs that are no more; what cannot be told or done is let be."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove_if_left_behind(Path(entry.path))


def _remove_if_left_behind(path: Path) -> None:
    """Remove a temporary file that no run has locked or, on Windows, that is old.

    Raises
    ------
    OSError
        A run has locked it, or it cannot be removed.
    """
    if sys.platform == "win32":
        if time.time() - path.stat().st_mtime > _AN_HOUR:
            path.unlink()
        return
    with path.open("rb") as file:
        _lock(file, wait=False)
        path.unlink()


def _lock(file: BinaryIO, *, wait: bool) -> None:
    """Lock a file for as long as it is open.

    Raises
    ------
    OSError
        It is locked and there was to be no waiting, or nothing can be locked here.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
