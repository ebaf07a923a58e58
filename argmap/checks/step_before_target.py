"""A step shows a claim before anything that it bears on.

The reveal shows it as a card that hangs in the air: its line comes only with the claim or inference that it bears on.
A claim brings the inference by which it bears on what is shown, with its co-premises, and an inference its premises.

Fails::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: notice}
      notice: {text: The notice says so., because: There is a notice at the door.}
    steps: [moved, there-is-a-notice-at-the-door, notice]

Passes::

    thesis: moved
    claims:
      moved: {text: The lecture has moved., because: notice}
      notice: {text: The notice says so., because: There is a notice at the door.}
    steps: [moved, notice, there-is-a-notice-at-the-door]
"""

from collections.abc import Iterator
from itertools import chain

from argmap.checks.subject import Finding, Subject
from argmap.graph import leading_to
from argmap.model import ArgumentMap
from argmap.steps import steps_of

_WORK = 1_000_000
"""How much is looked at to find the order of the reveal, at most: a warning is not worth a wait."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report everything that a step names and that bears on nothing shown by then."""
    argument = subject.map
    if not argument.steps or _work(argument) > _WORK:
        return
    steps = steps_of(argument)
    drawn = leading_to(subject.graph, argument.thesis) - {argument.thesis}
    told: set[str] = set()
    by_then = 0
    for group in argument.steps:
        claims = {name: (name,) if name in argument.claim else argument.inference[name].premises for name in group}
        by_then = max([by_then, *(steps[claim] for claim in chain.from_iterable(claims.values()))])
        for name, named in claims.items():
            targets = [target for target in _targets(argument, name) if target in steps]  # no loose target is shown
            if name in drawn - told and all(steps[target] > by_then for target in targets):
                message = f'this step shows "{name}" before anything that it bears on'
                hint = f'put it after "{targets[0]}", or into one step with it'
                yield Finding(subject.positions.of(f"step {name}"), message, hint, named[0])
            told |= {name, *named}


def _targets(argument: ArgumentMap, name: str) -> list[str]:
    """Return what a claim bears on, or the inference itself."""
    inferences = argument.uses[name] if name in argument.claim else (argument.inference[name],)
    return [inference.target for inference in inferences]


def _work(argument: ArgumentMap) -> int:
    """Return how much is looked at: the uses of each claim at every mention, the premises whenever one is shown."""
    mentions = sum(len(argument.uses.get(name, ())) for step in argument.steps for name in step)
    return mentions + sum((len(inference.premises) + 1) ** 2 for inference in argument.inferences)
