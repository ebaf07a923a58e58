"""The order of the reveal: what is shown at which step."""

from collections.abc import Iterable, Iterator

from argmap.model import ArgumentMap, Inference


def steps_of(argument: ArgumentMap) -> dict[str, int]:
    """Return the step, from 1, at which each claim and inference of a map is shown.

    The map's own steps come first. A claim brings the inference by which it bears on what is shown, with its
    co-premises. What no step names follows in the order of the argument, an inference with its premises at a time.
    """
    shown: dict[str, int] = {}
    number = 0
    for group in (*argument.steps, (argument.thesis,), *((inference.id,) for inference in argument.inferences)):
        new = [name for name in _with_company(argument, group, shown) if name not in shown]
        if new:
            number += 1
            shown.update(dict.fromkeys(new, number))
            # an inference whose premises and target have all been shown needs no step of its own
            shown.update(dict.fromkeys(_completed(argument, new, shown), number))
    return shown


def _with_company(argument: ArgumentMap, group: Iterable[str], shown: dict[str, int]) -> Iterator[str]:
    """Yield what a group names with what has to come along."""
    named = set(group)
    for name in group:
        if inference := argument.inference.get(name):
            yield from (inference.id, *inference.premises)
        elif name in argument.claim:
            yield name
            bearing = next((use for use in argument.uses[name] if use.target in shown or use.target in named), None)
            if bearing and name not in shown:
                yield from (bearing.id, *bearing.premises)


def _completed(argument: ArgumentMap, new: Iterable[str], shown: dict[str, int]) -> Iterator[str]:
    """Yield the inferences all of whose claims are there since something new was shown."""
    for name in new:
        around: tuple[Inference, ...] = (*argument.uses.get(name, ()), *argument.on.get(name, ()))
        for inference in around:
            if inference.id not in shown and all(part in shown for part in (*inference.premises, inference.target)):
                yield inference.id
