"""The map ignores a check that there is not.

``ignore``, of the map or of a claim, lists checks that are to say nothing about it. A name that no check has silences
nothing, and would hide that the check goes on speaking, or that it was renamed.

Fails::

    thesis: {text: Could the lecture have moved?, ignore: [question, wordie]}

Passes::

    thesis: {text: Could the lecture have moved?, ignore: [question, wordy]}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.names import did_you_mean
from argmap.slips import quoted


def check(subject: Subject) -> Iterator[Finding]:
    """Report every name under ``ignore`` that is not the code of a check."""
    listed = {"": subject.map.ignore, **{claim.id: claim.ignore for claim in subject.map.claims}}
    for owner, codes in listed.items():
        for number, code in enumerate(codes):
            if code not in subject.codes:
                hint = did_you_mean(code, subject.codes) or "argmap explain lists the checks"
                place = subject.positions.of(owner, "ignore", number)
                yield Finding(place, f"there is no check {quoted(code)} to ignore", hint, owner)
