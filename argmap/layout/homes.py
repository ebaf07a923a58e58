"""Where each card stands: a claim that is used more than once has one home."""

from collections.abc import Iterator
from itertools import chain

from argmap.graph import depths
from argmap.model import ArgumentMap, Inference


def homes_of(argument: ArgumentMap) -> dict[str, str]:
    """Return, for every claim but the thesis, the inference at which its card stands.

    That is the use nearest the thesis and, of those equally near, the first. So the way from home to home always leads
    to the thesis, and the homes make a tree.
    """
    depth = depths(argument)
    rank = {inference.id: number for number, inference in enumerate(argument.inferences)}
    return {
        claim: min((use.id for use in uses), key=lambda name: (depth[name], rank[name]))
        for claim, uses in argument.uses.items()
        if claim != argument.thesis and uses
    }


def outward(argument: ArgumentMap, homes: dict[str, str]) -> Iterator[Inference]:
    """Yield the inferences from the thesis outwards, each after what it bears on."""
    stack: list[Iterator[Inference]] = [iter(argument.on[argument.thesis])]
    while stack:
        inference = next(stack[-1], None)
        if inference is None:
            stack.pop()
            continue
        yield inference
        housed = [premise for premise in inference.premises if homes.get(premise) == inference.id]
        stack.append(chain.from_iterable(argument.on[name] for name in (*housed, inference.id)))
