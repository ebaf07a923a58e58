"""Where the parts of a cut hang in the argument, and where it goes on."""

from collections.abc import Iterable, Sequence

from argmap.deck.cut import Cut
from argmap.deck.slides import Crumb
from argmap.layout.homes import homes_of
from argmap.model import ArgumentMap
from argmap.order import in_order
from argmap.views import Part
from argmap.words import Words


class Ways:
    """The slides on which each inference of an argument is shown, and the ways between them."""

    def __init__(self, argument: ArgumentMap, cuts: Sequence[Cut], numbers: Sequence[int]) -> None:
        self.argument = argument
        self.homes = homes_of(argument)
        self.first = numbers[0]
        self.slides: dict[str, list[int]] = {inference.id: [] for inference in argument.inferences}
        for cut, number in zip(cuts, numbers, strict=True):
            for inference in cut.inferences:
                self.slides[inference].append(number)

    def continued(self, shown: ArgumentMap) -> dict[str, tuple[int, ...]]:
        """Return for each claim of a part the slides of the inferences that bear on it there and are not in the part.

        An undercutter that is elsewhere counts for the last premise of what it undercuts, where it would have stood.
        """
        found: dict[str, set[int]] = {}
        for target in (*shown.claim, *shown.inference):
            missing = [i for i in self.argument.on[target] if i.id not in shown.inference]
            card = target if target in shown.claim else shown.inference[target].premises[-1]
            for inference in missing:
                found.setdefault(card, set()).update(self.slides[inference.id][:1])
        return {claim: tuple(sorted(slides)) for claim, slides in found.items() if slides}

    def path(self, head: str, words: Words) -> tuple[Crumb, ...]:
        """Return the claims from the thesis to a claim, which is the last of them."""
        crumbs: list[Crumb] = []
        claim, use = head, self.homes.get(head)
        while use:
            inference = self.argument.inference[use]
            crumbs.append(Crumb(titled(self.argument, claim), words.tab(inference.relation.key), self.slides[use][0]))
            if undercut := self.argument.inference.get(inference.target):
                claim, use = undercut.premises[0], undercut.id
            else:
                claim, use = inference.target, self.homes.get(inference.target)
        return (Crumb(titled(self.argument, claim), "", self.first), *reversed(crumbs))


def part_of_cut(part: Part, cut: Cut, number: int) -> Part:
    """Return a cut as a part of a map of its own, whose thesis is its head."""
    argument = part.map
    inferences = [argument.inference[name] for name in cut.inferences]
    claims = {cut.head: argument.claim[cut.head]}
    claims.update((premise, argument.claim[premise]) for i in inferences for premise in i.premises)
    ordered_claims, ordered = in_order(cut.head, claims.values(), inferences)
    steps = ((cut.head,), *argument.steps)
    shown = argument.replaced(thesis=cut.head, claims=ordered_claims, inferences=ordered, steps=steps)
    return Part(shown, f"slide-{number}", title=titled(argument, cut.head), own_words=part.own_words)


def titled(argument: ArgumentMap, claim: str) -> str:
    """Return what a slide about a claim is called."""
    known = argument.claim[claim]
    return known.label or known.text


def unique(titles: Iterable[str]) -> list[str]:
    """Return titles that differ: of those that are alike, each says which it is."""
    given = list(titles)
    seen: dict[str, int] = {}
    found = []
    for title in given:
        seen[title] = seen.get(title, 0) + 1
        found.append(f"{title} ({seen[title]}/{given.count(title)})" if given.count(title) > 1 else title)
    return found
