"""The overview: as much from the top of an argument as fits on a slide, as labels."""

from argmap.deck.cut import Cut
from argmap.deck.fitting import Fitter
from argmap.graph import depths


def overview_of(fitter: Fitter) -> Cut:
    """Return the inferences nearest the thesis, as many as fit on a slide when claims are worded as labels.

    Those as far from the thesis come in the order of the argument; at least one is shown.
    """
    argument = fitter.section.map
    depth = depths(argument)
    rank = {inference.id: number for number, inference in enumerate(argument.inferences)}
    nearest = sorted(rank, key=lambda name: (depth[name], rank[name]))

    def top(count: int) -> Cut:
        return Cut(argument.thesis, tuple(sorted(nearest[:count], key=rank.__getitem__)))

    if fitter.fits(top(len(nearest)), "label"):
        return top(len(nearest))
    most, least = len(nearest), min(1, len(nearest))
    while most - least > 1:
        middle = (least + most) // 2
        if fitter.fits(top(middle), "label"):
            least = middle
        else:
            most = middle
    return top(least)
