"""Work that several tests look at: done once, by all the processes that run the tests or at least by each."""

import fcntl
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from argmap.layout.fit import Fitted
from argmap.views import Part

_REMEMBERED = 400


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


def remembering(place: Callable[..., Fitted]) -> Callable[..., Fitted]:
    """Return a way of placing that knows again the parts of maps which it placed last in the same way.

    What is placed depends on nothing else; that it is the same in every run is tested from outside.
    """
    known: OrderedDict[tuple[object, ...], tuple[Fitted, dict[str, Any]]] = OrderedDict()

    @wraps(place)
    def placed(part: Part, **how: Any) -> Fitted:
        face = how.get("typeface")
        fonts = (id(face.regular), id(face.bold)) if face else ()
        key = (repr(part), fonts, repr(sorted((name, how[name]) for name in how if name != "typeface")))
        if key not in known:
            known[key] = place(part, **how), how  # with the fonts, whose identity is part of the key
            if len(known) > _REMEMBERED:
                known.popitem(last=False)
        known.move_to_end(key)
        return known[key][0]

    return placed
