"""A claim comes from nowhere, in a map that cites sources.

Nothing supports it, no source states it, and it is not marked as the curator's own. Where other claims can be looked
up, a reader takes this one for a claim of the sources as well. The thesis needs no source, nor does a claim with a
link. A map that cites sources for less than half of such claims is left in peace: its curator cites now and then.

Fails::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., source: notice para 2}
        - The notice is reliable.
    sources: {notice: Notice of 3 May}

Passes::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., source: notice para 2}
        - {text: The notice is reliable., implicit: true}
    sources: {notice: Notice of 3 May}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.model import Relation


def check(subject: Subject) -> Iterator[Finding]:
    """Report every claim that nothing supports and that is said to be from nowhere."""
    argument = subject.map
    supported = {i.target for i in argument.inferences if i.relation is Relation.SUPPORT} | {argument.thesis}
    leaves = [claim for claim in subject.claims if claim.id not in supported and not claim.implicit]
    unsourced = [claim for claim in leaves if not claim.citations and not claim.url]
    if len(unsourced) * 2 > len(leaves):
        return
    for claim in unsourced:
        message = f"nothing supports {subject.named(claim.id)}, and it cites no source"
        hint = 'cite where it is made, give a reason for it, or mark it "implicit: true" if it is your own'
        yield Finding(subject.positions.of(claim.id), message, hint, claim.id)
