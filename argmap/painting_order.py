"""The order in which inferences are painted: what comes later lies on top."""

from collections.abc import Iterator

from argmap.geometry import length
from argmap.layout.placement import Placement
from argmap.model import ArgumentMap, Inference


def painted_in_order(argument: ArgumentMap, placement: Placement) -> list[Inference]:
    """Return the inferences as they are painted: long lines first, for short ones are the worse to read with a gap.

    But what is undercut comes before the badge on it, and boxes before lines from within and to within. (Where that
    cannot all be, boxes give way.)
    """
    box_of = {placed.card.claim: placed.box for placed in placement.cards if placed.box and not placed.stub}
    lengths = {route.inference: length(route.curve) for route in placement.routes if not route.stub}
    waiting = [inference.id for inference in reversed(argument.inferences)]
    waiting.sort(key=lambda name: lengths.get(name, 0.0))
    met, order = set[str](), dict[str, Inference]()
    while waiting:
        inference = argument.inference[waiting[-1]]
        beneath = [inference.target, *map(box_of.get, (inference.target, *inference.premises))]
        first = [name for name in beneath if name in argument.inference and name != inference.id and name not in met]
        if inference.id in met or not first:
            undercut = _undercut_in_turn(argument, waiting.pop())
            order |= {one.id: one for one in reversed(list(undercut)) if one.id not in order}
        else:
            waiting += first
        met.add(inference.id)
    return list(order.values())


def _undercut_in_turn(argument: ArgumentMap, name: str) -> Iterator[Inference]:
    """Yield an inference, the one that it undercuts, the one that that undercuts, and so on."""
    while inference := argument.inference.get(name):
        yield inference
        name = inference.target
