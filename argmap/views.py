"""A part of a map: what leads to a focus, within a depth, with or without tags."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.graph import depths
from argmap.model import ArgumentMap, Inference, View
from argmap.order import in_order
from argmap.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Captions:
    """What is said of claims besides their sentences: their numbers, who holds them, and where they are made."""

    numbers: dict[str, int] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def notes(self, claim: str, *, full: bool) -> tuple[str, ...]:
        """Return what stands small below a claim; below a label there is no room for who holds it."""
        holder = self.holders.get(claim) if full else None
        return tuple(note for note in (holder, self.sources.get(claim)) if note)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a map as a map of its own, whose thesis is the focus.

    ``left_out`` counts, for each claim that is still there, the inferences on it that are not; ``continued`` names the
    slides of a deck on which those stand. ``title`` is that of the view; ``inner`` tells that its thesis is but a claim
    of a larger argument that is told with it; ``captions`` stand on the cards besides the sentences; ``own_words``
    replace words of the drawing's. In an exercise, ``blanks`` are the numbers of what is to be filled in; in its key,
    ``answers`` are.
    """

    map: ArgumentMap
    name: str = ""
    left_out: dict[str, int] = field(default_factory=dict)
    continued: dict[str, tuple[int, ...]] = field(default_factory=dict)
    title: str = ""
    inner: bool = False
    captions: Captions = field(default_factory=Captions)
    own_words: Mapping[str, str] = field(default_factory=dict)
    blanks: dict[str, int] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The words of the map's language, with its own in the place of those that are replaced."""
        return words_for(self.map.language, self.own_words)


def part_of(argument: ArgumentMap, *views: View | None) -> Part:
    """Return the part of a map that a view shows; without a view, all that leads to the thesis.

    Tags are looked at first, then what leads to the focus, then the depth. An inference that would lose a premise, or
    the inference that it undercuts, goes whole; one is shown beyond the depth if all that it joins is there, for who
    sees its premise and its target without it would take it that the one does not bear on the other. A further view
    narrows what the one before it shows.

    Raises
    ------
    KeyError
        The focus of a view is not there, or not in what the view before it shows.
    """
    part = Part(argument)
    for view in [view for view in views if view] or [View(name="")]:
        part = narrowed(part, view)
    return replace(part, left_out=_left_out(argument, part.map))


def narrowed(part: Part, view: View) -> Part:
    """Return the part of a part of a map that a view shows; what either leaves out is counted.

    Raises
    ------
    KeyError
        The part does not show the focus of the view.
    """
    found = _narrowed(part.map, view)
    missing = _left_out(part.map, found)
    left_out = {
        claim.id: count
        for claim in found.claims
        if (count := part.left_out.get(claim.id, 0) + missing.get(claim.id, 0))
    }
    name = ".".join(name for name in (part.name, view.name) if name)
    return Part(found, name, left_out, title=view.title or part.title, captions=part.captions)


def view_made(
    argument: ArgumentMap,
    *,
    focus: str = "",
    depth: int | None = None,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
) -> View | None:
    """Return a view made on the spot, whose name tells its parts, or nothing if no part is asked for.

    The name is that of the focus, then ``depth-N``, ``only-TAG`` and ``without-TAG``, joined by dots. A focus that is
    called as one of the map's views is written ``focus-NAME``, so that the two are not taken for each other.
    """
    taken = {view.name for view in argument.views}
    parts = [f"focus-{focus}" if focus in taken else focus] if focus else []
    parts += [f"depth-{depth}"] if depth is not None else []
    parts += [f"only-{tag}" for tag in only] + [f"without-{tag}" for tag in without]
    if not parts:
        return None
    title = argument.claim[focus].text if focus else ""
    return View(name=".".join(parts), title=title, focus=focus, depth=depth, only=tuple(only), exclude=tuple(without))


def _narrowed(argument: ArgumentMap, view: View) -> ArgumentMap:
    """Return the part of a map that a view shows, as a map."""
    focus = view.focus or argument.thesis
    shown = _by_tag(argument, view, focus)
    inferences = _whole(argument.inferences, shown)
    reduced = argument.replaced(thesis=focus, inferences=inferences)
    reached = depths(reduced)
    limit = view.depth if view.depth is not None else len(reached)
    near = {i.id: i.premises for i in inferences if reached.get(i.id, limit + 1) <= limit}
    there = {focus}.union(*near.values())
    kept = _whole((i for i in inferences if i.id in near or there.issuperset(i.premises)), there)
    claims = {focus: argument.claim[focus]}
    claims.update((premise, argument.claim[premise]) for inference in kept for premise in inference.premises)
    ordered_claims, ordered = in_order(focus, claims.values(), kept)
    return reduced.replaced(claims=ordered_claims, inferences=ordered)


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
