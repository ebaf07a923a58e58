"""No claim cites the source.

Sources are listed so that claims can cite them. One that none does is a leftover, or a claim misses where it is from.

Fails::

    thesis: The lecture has moved.
    because: {text: The notice says so., source: notice para 2}
    sources:
      notice: Notice of 3 May
      plan: Plan of the building

Passes::

    thesis: The lecture has moved.
    because: {text: The notice says so., source: notice para 2}
    sources:
      notice: Notice of 3 May
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.slips import quoted


def check(subject: Subject) -> Iterator[Finding]:
    """Report every source that is not cited."""
    cited = {citation.source for claim in subject.map.claims for citation in claim.citations}
    for source in subject.map.sources:
        if source.key not in cited:
            place = subject.positions.of(f"source {source.key}")
            hint = 'cite it with "source:" at the claims that are made there, or take it out'
            yield Finding(place, f"no claim cites the source {quoted(source.key)}", hint)
