"""A comma cuts a sentence in two.

In square brackets, a comma parts one item from the next, so that a sentence with a comma in it becomes two claims. Put
the sentence in quotes, or write each item on a line of its own.

Fails::

    thesis: Socrates is mortal.
    because: [Like the wise men of Athens, even Socrates will die one day.]

Passes::

    thesis: Socrates is mortal.
    because: ["Like the wise men of Athens, even Socrates will die one day."]
"""

from collections.abc import Iterator
from itertools import pairwise

from argmap.checks.subject import Finding, Subject
from argmap.slips import quoted
from argmap.tree import Scalar

_ENDS = (".", "!", "?", "…")


def check(subject: Subject) -> Iterator[Finding]:
    """Report every item in square brackets that goes on as the one before it had not ended."""
    known = {claim.id for claim in subject.claims}
    for items in (one.items for one in subject.lists if one.flow):
        for first, second in pairwise(items):
            if isinstance(first, Scalar) and isinstance(second, Scalar) and _goes_on(first, second, known):
                message = f"the comma parts {quoted(first.value)} from {quoted(second.value)}"
                yield Finding(second.place, message, "if this is one sentence, put it in quotes")


def _goes_on(first: Scalar, second: Scalar, known: set[str]) -> bool:
    """Tell whether two items look like one sentence: it begins with a capital, has no end, and goes on without one."""
    begun = first.plain and first.value[:1].isupper() and not first.value.endswith(_ENDS)
    return begun and second.plain and second.value[:1].islower() and second.value not in known
