"""What stands on cards besides the sentences: numbers to talk about, who holds a claim, where it is made."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from argmap.model import ArgumentMap, Claim
from argmap.views import Captions, Part


class Sources(StrEnum):
    """How much of a claim's sources stands under its sentence."""

    NONE = "none"
    LOCATOR = "locator"
    FULL = "full"


def captioned(part: Part, whole: ArgumentMap, *, numbers: bool = False, sources: Sources = Sources.NONE) -> Part:
    """Return a part of a map with its captions.

    Parameters
    ----------
    whole
        The map of which it is a part. A claim's number is its place in the order of that map's argument, from 1, and so
        the same in every view.
    """
    numbered = {claim.id: number for number, claim in enumerate(whole.claims, 1)} if numbers else {}
    holders = {claim.id: f"— {claim.by}" for claim in part.map.claims if claim.by}
    cited = [claim for claim in part.map.claims if claim.citations and sources is not Sources.NONE]
    return replace(
        part,
        captions=Captions(numbered, holders, {claim.id: "; ".join(_cited(whole, claim, sources)) for claim in cited}),
    )


def _cited(argument: ArgumentMap, claim: Claim, sources: Sources) -> Iterator[str]:
    """Yield each work in which a claim is made, once, with the places in it."""
    places: dict[str, list[str]] = {}
    for citation in claim.citations:
        places.setdefault(citation.source, []).extend([citation.locator] if citation.locator else [])
    for source in argument.sources:
        if source.key in places:
            locators = ", ".join(places[source.key])
            if sources is Sources.FULL:
                known = (source.author, source.title or source.key, source.date, locators)
                yield ", ".join(part for part in known if part)
            elif len(argument.sources) == 1:
                yield locators or source.key
            else:
                yield f"{source.key} {locators}".rstrip()
