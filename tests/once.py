"""Work that several tests look at: done once, however many processes run the tests."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


def once(name: str, work: Callable[[Path], None], factory: pytest.TempPathFactory, worker: str) -> Path:
    """Return a folder in which some work has been done; the first process does it, and the others wait."""
    base = factory.getbasetemp()
    shared = base if worker == "master" else base.parent
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir(exist_ok=True)
            work(folder)
            done.touch()
    return folder
