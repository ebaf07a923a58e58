"""A part of a map: what leads to a focus, within a depth, with or without tags."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.graph import depths
from argmap.model import ArgumentMap, Inference, View
from argmap.order import in_order


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map as a map of its own, whose thesis is the focus.

    ``left_out`` counts, for each claim that is still there, the inferences on it that are not.
    """

    map: ArgumentMap
    name: str = ""
    left_out: dict[str, int] = field(default_factory=dict)


def part_of(argument: ArgumentMap, view: View | None = None) -> Part:
    """Return the part of a map that a view shows; without a view, all that leads to the thesis.

    Tags are looked at first, then what leads to the focus, then the depth. An inference that would lose a premise, or
    the inference that it undercuts, goes whole.
    """
    view = view or View(name="")
    focus = view.focus or argument.thesis
    shown = _by_tag(argument, view, focus)
    inferences = _whole(argument.inferences, shown)
    reduced = argument.replaced(thesis=focus, inferences=inferences)
    reached = depths(reduced)
    limit = view.depth if view.depth is not None else len(reached)
    kept = _whole((i for i in inferences if reached.get(i.id, limit + 1) <= limit), shown)
    claims = {focus: argument.claim[focus]}
    claims.update((premise, argument.claim[premise]) for inference in kept for premise in inference.premises)
    ordered_claims, ordered = in_order(focus, claims.values(), kept)
    part = reduced.replaced(claims=ordered_claims, inferences=ordered)
    return Part(part, view.name, _left_out(argument, part))


def _by_tag(argument: ArgumentMap, view: View, focus: str) -> set[str]:
    """Return the claims that the tags of a view let through; the focus always is."""
    only, exclude = set(view.only), set(view.exclude)
    return {
        claim.id
        for claim in argument.claims
        if claim.id == focus or ((not only or only.intersection(claim.tags)) and not exclude.intersection(claim.tags))
    }


def _whole(inferences: Iterable[Inference], shown: set[str]) -> tuple[Inference, ...]:
    """Keep the inferences whose premises and targets are there; undercutters come after what they undercut."""
    there = set(shown)
    kept = []
    for inference in inferences:
        if inference.target in there and shown.issuperset(inference.premises):
            there.add(inference.id)
            kept.append(inference)
    return tuple(kept)


def _left_out(argument: ArgumentMap, part: ArgumentMap) -> dict[str, int]:
    """Count what is missing on each claim that is there.

    A missing undercutter counts for the last premise of the inference that it bears on, where it would have stood.
    """
    missing: Counter[str] = Counter()
    for inference in argument.inferences:
        if inference.id in part.inference:
            continue
        if inference.target in part.claim:
            missing[inference.target] += 1
        elif undercut := part.inference.get(inference.target):
            missing[undercut.premises[-1]] += 1
    return dict(missing)
