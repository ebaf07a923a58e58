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
    notes = {claim.id: tuple(_notes(whole, claim, sources)) for claim in part.map.claims}
    return replace(part, captions=Captions(numbered, {claim: note for claim, note in notes.items() if note}))


def _notes(argument: ArgumentMap, claim: Claim, sources: Sources) -> Iterator[str]:
    """Yield who holds a claim, and where it is made."""
    if claim.by:
        yield f"— {claim.by}"
    if sources is not Sources.NONE and claim.citations:
        yield "; ".join(_cited(argument, claim, sources))


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
