"""Directions of writing: which way a sentence runs, and its runs from left to right."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def is_rtl(text: str) -> bool:
    """Tell whether a sentence runs from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    from bidi.algorithm import get_base_level

    return bool(get_base_level(text))


def visual_runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a line from left to right, each in the order of reading, with whether it runs right to left.

    ``rtl`` is the direction of the sentence that the line is part of: the line may begin with a word of another one.
    """
    if not rtl and not _RIGHT_TO_LEFT.search(text):
        yield text, False
        return
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage.update(base_level=int(rtl), base_dir="LR"[rtl])
    algorithm.get_embedding_levels(text, storage)
    for character in storage["chars"]:
        character["type"] = _bidi_type(character["ch"], character["type"])
    for resolve in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
    ):
        resolve(storage, False)  # noqa: FBT003
    for run_level, characters in groupby(storage["chars"], key=lambda character: character["level"]):
        run = "".join(character["ch"] for character in characters)
        yield (run[::-1], True) if run_level % 2 else (run, False)


def _bidi_type(character: str, assigned: str) -> str:
    """Return the type by which a character is put in visual order.

    python-bidi fails on isolates, which are newer than its algorithm, and on what Unicode has not assigned. Isolates
    are ignored like other controls; the rest runs as its block does (Unicode Standard Annex 9, sections 3.1 and 3.2).
    """
    if assigned in ("LRI", "RLI", "FSI", "PDI"):
        return "BN"
    return assigned or ("R" if _RIGHT_TO_LEFT.match(character) else "L")
