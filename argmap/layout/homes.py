"""Where each card stands: a claim that is used more than once has one home."""

from argmap.graph import depths
from argmap.model import ArgumentMap


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
