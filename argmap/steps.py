"""The order of the reveal: what is shown at which step."""

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.model import ArgumentMap


def steps_of(argument: ArgumentMap) -> dict[str, int]:
    """Return the step, from 1, at which each claim and inference of a map is shown.

    The map's own steps come first. A claim brings the inference by which it bears on what is shown, with its
    co-premises. What no step names follows in the order of the argument, an inference with its premises at a time.
    An inference is shown as soon as its premises and its target are, and never before.
    """
    reveal = _Reveal(argument)
    for group in (*argument.steps, (argument.thesis,), *((inference.id,) for inference in argument.inferences)):
        reveal.show(group)
    return reveal.shown


def grounded(argument: ArgumentMap) -> ArgumentMap:
    """Return a map whose steps name nothing before what it bears on; what did comes in the order of the argument."""
    while argument.steps:
        steps = steps_of(argument)
        early = {
            name
            for name in (name for group in argument.steps for name in group if name in argument.claim)
            if argument.uses[name] and all(steps[use.target] > steps[name] for use in argument.uses[name])
        }
        if not early:
            break
        groups = (tuple(name for name in group if name not in early) for group in argument.steps)
        argument = argument.replaced(steps=tuple(group for group in groups if group))
    return argument


class _Reveal:
    """Shows a map group by group, counting what every inference still lacks."""

    def __init__(self, argument: ArgumentMap) -> None:
        self.argument = argument
        self.shown: dict[str, int] = {}
        self.step = 0
        self.lacking = Counter(
            {inference.id: len({*inference.premises, inference.target}) for inference in argument.inferences}
        )

    def show(self, group: Iterable[str]) -> None:
        """Show what a group names with what has to come along; a group that names nothing new is no step."""
        new = dict.fromkeys(claim for claim in self._claims(tuple(group)) if claim not in self.shown)
        if not new:
            return
        self.step += 1
        waiting = list(new)
        for name in waiting:
            self.shown[name] = self.step
            waiting += self._completed(name)

    def _claims(self, group: tuple[str, ...]) -> Iterator[str]:
        """Yield the claims that a group names, and those that have to come along."""
        argument, named = self.argument, set(group)
        for name in dict.fromkeys(group):
            if inference := argument.inference.get(name):
                yield from inference.premises
            elif name in argument.claim and name not in self.shown:
                yield name
                uses = (use for use in argument.uses[name] if use.target in self.shown or use.target in named)
                if bearing := next(uses, None):
                    yield from bearing.premises

    def _completed(self, name: str) -> Iterator[str]:
        """Count something as shown, and yield the inferences that now lack nothing."""
        around = (*self.argument.uses.get(name, ()), *self.argument.on.get(name, ()))
        for inference in dict.fromkeys(inference.id for inference in around):
            self.lacking[inference] -= 1
            if not self.lacking[inference]:
                yield inference
