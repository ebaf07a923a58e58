"""A view shows its focus alone.

Something bears on the focus, and the view leaves all of it out: by a depth of 0, or by its tags. An inference is shown
with all its premises or not at all, so one premise without the tag is enough to lose it.

Fails::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., tags: [written]}
        - The notice is reliable.
    views:
      papers: {only: [written]}

Passes::

    thesis: The lecture has moved.
    because:
      - - {text: The notice says so., tags: [written]}
        - {text: The notice is reliable., tags: [written]}
    views:
      papers: {only: [written]}
"""

from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.model import ArgumentMap, Inference, View
from argmap.slips import quoted
from argmap.views import part_of

_WORK = 100_000
"""How much is looked at for all views together, at most: a warning is not worth a wait."""
_ONE_VIEW = 10
"""What a view costs besides the premises on its focus, counted in premises."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every view that leaves out all that bears on its focus."""
    looked = 0
    for view in subject.map.views:
        focus = view.focus or subject.map.thesis
        bearing = subject.map.on[focus]
        looked += _ONE_VIEW + sum(len(inference.premises) for inference in bearing)
        if looked > _WORK:
            return
        if bearing and not part_of(_around(subject.map, focus, bearing), view).map.inferences:
            place = subject.positions.of(f"view {view.name}", "depth" if view.depth == 0 else "")
            message = f'the view {quoted(view.name)} shows nothing but its focus, "{focus}"'
            yield Finding(place, message, _hint(view), focus)


def _around(argument: ArgumentMap, focus: str, bearing: tuple[Inference, ...]) -> ArgumentMap:
    """Return a claim with what bears on it directly: where a view shows none of that, it shows nothing else."""
    names = dict.fromkeys((focus, *(premise for inference in bearing for premise in inference.premises)))
    return ArgumentMap(thesis=focus, claims=tuple(argument.claim[name] for name in names), inferences=bearing)


def _hint(view: View) -> str:
    if view.depth == 0:
        return "a depth of 1 shows what bears on the focus directly"
    tags = ['a tag that "only" lists'] * bool(view.only) + ['no tag that "exclude" lists'] * bool(view.exclude)
    return f"give all premises of an inference on it {' and '.join(tags)}"
