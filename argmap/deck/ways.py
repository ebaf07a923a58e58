"""Where the parts of an argument hang in it, and on which slides it goes on."""

from collections.abc import Mapping, Sequence

from argmap.deck.cut import Cut
from argmap.deck.fitting import missing_on
from argmap.deck.slides import Crumb
from argmap.layout.homes import homes_of
from argmap.model import ArgumentMap
from argmap.words import Words


class Ways:
    """The slides on which the inferences of an argument are shown, and the ways between them."""

    def __init__(self, argument: ArgumentMap, slides: Mapping[str, int], first: int) -> None:
        self.argument = argument
        self.slides = slides
        self.first = first
        self.homes = homes_of(argument)

    def continued(self, shown: ArgumentMap) -> dict[str, tuple[int, ...]]:
        """Return for each claim of a part the slides of what bears on it and is not in the part."""
        return {
            claim: tuple(sorted({self.slides[name] for name in names}))
            for claim, names in missing_on(shown, self.argument).items()
        }

    def path(self, claim: str, words: Words) -> tuple[Crumb, ...]:
        """Return the claims from the thesis to a claim, which is the last of them."""
        crumbs: list[Crumb] = []
        use = self.homes.get(claim)
        while use:
            inference = self.argument.inference[use]
            crumbs.append(Crumb(called(self.argument, claim), words.tab(inference.relation.key), self.slides[use]))
            if undercut := self.argument.inference.get(inference.target):
                claim, use = undercut.premises[0], undercut.id
            else:
                claim, use = inference.target, self.homes.get(inference.target)
        return (Crumb(called(self.argument, claim), "", self.first), *reversed(crumbs))


def slides_of(cuts: Sequence[Cut], numbers: Sequence[int]) -> dict[str, int]:
    """Return for each inference the number of the first slide that shows it."""
    found: dict[str, int] = {}
    for cut, number in zip(cuts, numbers, strict=True):
        for inference in cut.inferences:
            found.setdefault(inference, number)
    return found


def called(argument: ArgumentMap, claim: str) -> str:
    """Return what a claim is called where there is little room."""
    known = argument.claim[claim]
    return known.label or known.text
