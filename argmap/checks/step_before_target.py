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
    for name in dict.fromkeys(chain.from_iterable(argument.steps)):
        ways = [way for way in _ways(argument, name) if way[1] in steps]  # a loose target is never shown
        if name in drawn and all(steps[part] > steps[name] for way in ways for part in way if part != name):
            message = f'this step shows "{name}" before anything that it bears on'
            hint = f'put it after "{ways[0][1]}", or into one step with it'
            about = name if name in argument.claim else argument.inference[name].premises[0]
            yield Finding(subject.positions.of(f"step {name}"), message, hint, about)


def _ways(argument: ArgumentMap, name: str) -> list[tuple[str, str]]:
    """Return the inferences by which a claim bears on something, or the inference itself, each with its target."""
    inferences = argument.uses[name] if name in argument.claim else (argument.inference[name],)
    return [(inference.id, inference.target) for inference in inferences]


def _work(argument: ArgumentMap) -> int:
    """Return how much is looked at: the uses of each claim at every mention, the premises whenever one is shown."""
    mentions = sum(len(argument.uses.get(name, ())) for step in argument.steps for name in step)
    return mentions + sum((len(inference.premises) + 1) ** 2 for inference in argument.inferences)
