"""Cut an argument into few parts, each as full as a slide allows.

The argument is a tree of inferences: each hangs at the card of the claim that it bears on, or at the inference that it
undercuts. It is cut from the leaves: what bears on a claim is kept together with it as long as that fits; where it does
not, the largest of what hangs there is cut off, which leaves the most room above it, and what has been cut off and is
small shares a part with its like, below the claim that all of it bears on. (For weights that add up, this
gives the fewest parts: S. Kundu and J. Misra, A linear tree partitioning algorithm, SIAM Journal on Computing 6, 1977.
What fits a slide does not quite add up, so what has been cut off is tried again once there is room.)
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.layout.homes import homes_of, outward
from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Cut:
    """A claim with inferences that bear on it, or on what bears on it, in the order of the argument.

    ``about`` are the claims whose cases it gives, where those are not all that bears on the head.
    """

    head: str
    inferences: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


Fits = Callable[[Cut], bool]
"""Tells whether a part fits on a slide."""


def cuts_of(argument: ArgumentMap, fits: Fits) -> tuple[Cut, ...]:
    """Return the parts of an argument, in its order; each fits, but for single inferences that are too large.

    Co-premises stay together, and an undercutter with the inference that it undercuts: where several of them do not
    fit, the inference is on several parts.
    """
    cutter = _Cutter(argument, fits)
    cutter.cut()
    return tuple(part for _, part in sorted(cutter.parts, key=lambda item: item[0]))


class _Cutter:
    """Cuts one argument; ``open`` is what hangs at a claim and has not been cut off."""

    def __init__(self, argument: ArgumentMap, fits: Fits) -> None:
        self.argument = argument
        self.fits = fits
        self.homes = homes_of(argument)
        self.rank = {inference.id: number for number, inference in enumerate(argument.inferences)}
        self.open: dict[str, tuple[str, ...]] = {}
        self.parts: list[tuple[list[int], Cut]] = []
        """The parts, each with the places in the argument of the inferences that it is there for."""

    def cut(self) -> None:
        """Cut the whole, from the leaves to the thesis."""
        argument = self.argument
        shown = dict.fromkeys([argument.thesis])
        for inference in outward(argument, self.homes):
            shown.update(dict.fromkeys(p for p in inference.premises if self.homes.get(p) == inference.id))
        for claim in reversed(shown):
            if argument.on[claim]:
                self._gather(claim)
        if self.open.get(argument.thesis) or not self.parts:
            self._add(self._part(argument.thesis, self.open.get(argument.thesis, ())))

    def _gather(self, claim: str) -> None:
        """Keep what hangs at a claim together with it, as far as it fits."""
        own = [name for inference in self.argument.on[claim] for name in self._bundle(inference.id)]
        below = self._below(own)
        kept = dict(below)
        if not self._fit(claim, own, kept.values()):
            if not self._fit(claim, own):
                self._divide(claim)
                return
            for premise in sorted(below, key=lambda premise: -len(below[premise])):
                del kept[premise]
                if self._fit(claim, own, kept.values()):
                    break
            kept = self._filled(claim, own, kept, below)
        self.open[claim] = self._joined(own, kept.values())
        self._cut_off(claim, below.keys() - kept.keys())

    def _divide(self, claim: str) -> None:
        """Make several parts of a claim, for what bears on it directly does not fit on one."""
        groups: list[tuple[str, ...]] = []
        for inference in self.argument.on[claim]:
            for piece in self._pieces(claim, (), inference.id):
                joined = (*(groups[-1] if groups else ()), *piece)
                if groups and self._fit(claim, joined):
                    groups[-1] = joined
                else:
                    groups.append(piece)
        waiting = self._below(name for group in groups for name in group)
        seen: set[str] = set()
        for group in groups:
            below = {premise: names for premise, names in self._below(group).items() if premise in waiting}
            kept = self._filled(claim, group, {}, below)
            waiting = {premise: names for premise, names in waiting.items() if premise not in kept}
            self._add(self._part(claim, self._joined(group, kept.values())), seen)
            seen.update(group)
        self._cut_off(claim, waiting)

    def _pieces(self, claim: str, context: tuple[str, ...], inference: str) -> Iterator[tuple[str, ...]]:
        """Yield an inference with what undercuts it: whole if that fits, else with some undercutters at a time."""
        bundle = (*context, *self._bundle(inference))
        undercutters = self.argument.on[inference]
        if not undercutters or self._fit(claim, bundle):
            yield bundle
            return
        alone = (*context, inference)
        group = alone
        for undercutter in undercutters:
            for piece in self._pieces(claim, alone, undercutter.id):
                new = tuple(name for name in piece if name not in group)
                if group == alone or self._fit(claim, [*group, *new]):
                    group = (*group, *new)
                else:
                    yield group
                    group = piece
        yield group

    def _filled(
        self, claim: str, own: Iterable[str], kept: dict[str, tuple[str, ...]], below: dict[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Return what is kept, with as much more of what hangs below as there is room for, the largest first."""
        filled = dict(kept)
        for premise in sorted(
            below.keys() - kept.keys(), key=lambda name: (-len(below[name]), self.rank[below[name][0]])
        ):
            if self._fit(claim, own, [*filled.values(), below[premise]]):
                filled[premise] = below[premise]
        return filled

    def _cut_off(self, claim: str, premises: Collection[str]) -> None:
        """Make parts of what hangs at premises of what bears on a claim, small ones together."""
        shared: list[list[str]] = []
        for premise in sorted(premises, key=lambda premise: self.rank[self.open[premise][0]]):
            room = (part for part in shared if self.fits(self._shared(claim, [*part, premise])))
            if part := next(room, None):
                part.append(premise)
            else:
                shared.append([premise])
        for part in shared:
            opened = {name for premise in part for name in self.open[premise]}
            cut = self._shared(claim, part) if len(part) > 1 else self._part(part[0], opened)
            self._add(cut, set(cut.inferences) - opened)

    def _shared(self, claim: str, premises: Sequence[str]) -> Cut:
        """Return a part that gives the cases of several premises of what bears on a claim."""
        ways = [name for premise in premises for name in self._bundle(self._on_claim(self.homes[premise]))]
        part = self._part(claim, self._joined(ways, (self.open[premise] for premise in premises)))
        return replace(part, about=tuple(premises))

    def _on_claim(self, inference: str) -> str:
        """Return an inference or, if it undercuts others, the one of them that bears on a claim."""
        while (target := self.argument.inference[inference].target) in self.rank:
            inference = target
        return inference

    def _add(self, part: Cut, seen: Collection[str] = ()) -> None:
        """Add a part; those of its inferences that are seen on other parts too only show where it hangs."""
        self.parts.append(([self.rank[name] for name in part.inferences if name not in seen], part))

    def _bundle(self, inference: str) -> Iterator[str]:
        """Yield an inference with what undercuts it, and what undercuts that."""
        stack = [inference]
        while stack:
            name = stack.pop()
            yield name
            stack.extend(undercutter.id for undercutter in reversed(self.argument.on[name]))

    def _below(self, inferences: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return what is open at the premises that have their place in these inferences."""
        return {
            premise: self.open[premise]
            for name in inferences
            for premise in self.argument.inference[name].premises
            if self.homes.get(premise) == name and self.open.get(premise)
        }

    def _fit(self, claim: str, own: Iterable[str], below: Iterable[tuple[str, ...]] = ()) -> bool:
        return self.fits(self._part(claim, self._joined(own, below)))

    def _part(self, claim: str, inferences: Iterable[str]) -> Cut:
        return Cut(claim, tuple(sorted(inferences, key=self.rank.__getitem__)))

    def _joined(self, own: Iterable[str], below: Iterable[tuple[str, ...]] = ()) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*own, *(name for names in below for name in names)]))
