"""Cut an argument into parts that fit on slides."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import ArgumentMap, Inference


@dataclass(frozen=True, slots=True)
class Cut:
    """A claim with inferences that bear on it, or on what bears on it; they stand in the order of the argument."""

    head: str
    inferences: tuple[str, ...] = ()


def cuts_of(argument: ArgumentMap) -> list[Cut]:
    """Return the parts."""
    return [
        Cut(claim.id, tuple(i.id for target in argument.on[claim.id] for i in _bundle(argument, target)))
        for claim in argument.claims
        if argument.on[claim.id]
    ] or [Cut(argument.thesis)]


def _bundle(argument: ArgumentMap, inference: Inference) -> Iterator[Inference]:
    yield inference
    for undercutter in argument.on[inference.id]:
        yield from _bundle(argument, undercutter)
