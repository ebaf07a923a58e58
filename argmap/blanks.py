"""Blanks: which claims of an argument an exercise leaves to be filled in, and their numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence

from argmap.model import ArgumentMap, Relation
from argmap.names import did_you_mean
from argmap.views import Part

IMPLICIT, OBJECTIONS = "implicit", "objections"
KINDS = (IMPLICIT, OBJECTIONS)
"""Kinds of claims, which are blanked together: implicit ones, and the premises of attacks and undercuts."""

_SHARE = re.compile("([0-9]+)%")


class BlankError(ValueError):
    """What is to be blanked is not there; the message says so in a sentence."""


def is_kind(wanted: str) -> bool:
    """Tell whether a kind or a share of claims is asked for, and no claim by its id.

    >>> is_kind("implicit"), is_kind("30%"), is_kind("moved")
    (True, True, False)
    """
    return wanted in KINDS or "%" in wanted


def blanks_of(part: Part, wanted: Iterable[str]) -> dict[str, int]:
    """Return the claims that are to be blanked, with their numbers, in the order of the argument.

    Parameters
    ----------
    wanted
        Ids of claims, ``implicit``, ``objections`` and shares like ``30%``. The thesis of the part is meant by its id
        only. Where claims are numbered, a blank has the number of its claim; otherwise only the blanks are counted.

    Raises
    ------
    BlankError
        The part does not show a claim, or has none of a kind.
    """
    chosen = {claim for name in wanted for claim in _claims(part.map, name)}
    ordered = [claim for claim in part.map.claim if claim in chosen]
    return {claim: part.captions.numbers.get(claim, count) for count, claim in enumerate(ordered, 1)}


def _claims(argument: ArgumentMap, wanted: str) -> Sequence[str]:
    """Return the claims that an id, a kind or a share stands for."""
    if not is_kind(wanted):
        if wanted not in argument.claim:
            near = did_you_mean(wanted, argument.claim)
            raise BlankError(f'no claim called "{wanted}" is drawn{f"; {near}" if near else ""}')
        return (wanted,)
    if wanted == IMPLICIT:
        found = [claim.id for claim in argument.claims if claim.implicit and claim.id != argument.thesis]
        missing = "no premise that is drawn is implicit"
    elif wanted == OBJECTIONS:
        found, missing = list(_objections(argument)), "nothing that is drawn is an objection"
    else:
        found, missing = _spread(argument, _share(wanted)), "only the thesis is drawn, and no share of it can be taken"
    if not found:
        raise BlankError(f"{missing}, so there is nothing to blank")
    return found


def _objections(argument: ArgumentMap) -> Iterator[str]:
    """Yield the premises of attacks, rebuttals among them, and of undercuts."""
    for inference in argument.inferences:
        if inference.relation is not Relation.SUPPORT:
            yield from (premise for premise in inference.premises if premise != argument.thesis)


def _share(wanted: str) -> int:
    """Return the share that is asked for, in percent."""
    written = _SHARE.fullmatch(wanted)
    if not written or not 0 < int(written[1]) <= 100:
        raise BlankError(f'"{wanted}" is no share; take a whole number from 1% to 100%')
    return int(written[1])


def _spread(argument: ArgumentMap, share: int) -> list[str]:
    """Return a share of the claims but the thesis, as far from each other in the order of the argument as can be.

    The order goes through one part of the argument after the other, so that every part gives its share.
    """
    claims = [claim for claim in argument.claim if claim != argument.thesis]
    count = min(len(claims), max(1, (2 * share * len(claims) + 100) // 200))
    return [claims[(2 * number + 1) * len(claims) // (2 * count)] for number in range(count)]
