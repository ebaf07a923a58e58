"""Names for drafts: written ids first, then ids made from sentences, all in one name space."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from argmap.drafts import ClaimDraft, Drafts, InferenceDraft
from argmap.names import slug
from argmap.problems import Place, Problem, error
from argmap.tree import Mapping
from argmap.validation import stand_in_at


@dataclass(slots=True)
class Names:
    """Which claim and which inference has which id, and where everything named is written.

    Inferences that have no written id are not in it.
    """

    file: str
    claims: dict[str, ClaimDraft] = field(default_factory=dict)
    ids: dict[ClaimDraft | InferenceDraft, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def take(self, name: str, place: Place, draft: ClaimDraft | InferenceDraft) -> None:
        """Enter a name that is not taken yet."""
        self.ids[draft] = name
        self.places[name] = place
        if isinstance(draft, ClaimDraft):
            self.claims[name] = draft

    def unused(self, wanted: str) -> str:
        """Return a name that is not taken: the one wanted, or that with ``-2``, ``-3``, ... behind it."""
        name, number = wanted, self._numbers.get(wanted, 1)
        while name in self.places:
            number += 1
            name = f"{wanted}-{number}"
        self._numbers[wanted] = number
        return name

    def stand_in(self, wanted: str, place: Place) -> str:
        """Enter a claim that stands for one that is not there, and return its name; it is like no other claim."""
        node = stand_in_at(place)
        name = self.unused(wanted)
        self.take(name, place, ClaimDraft(node.value, place, node))
        return name


def name_drafts(drafts: Drafts, file: str) -> Names:
    """Give every claim its id.

    A bare sentence that is written out elsewhere as a claim is that claim. Claims without an id get the slug of their
    label or text, in the order of the file.
    """
    names = Names(file)
    _take_written(names, drafts)
    written = {draft.text: draft for draft in reversed(drafts.claims) if draft.authored or draft.id}
    bare = []
    for draft in drafts.claims:
        if draft.authored is None and not draft.id and draft.text in written:
            bare.append(draft)
        elif not draft.id:
            label = draft.authored.label if draft.authored else ""
            names.take(names.unused(slug(label or draft.text)), draft.place, draft)
    for draft in bare:
        names.ids[draft] = names.ids[written[draft.text]]
    return names


def _take_written(names: Names, drafts: Drafts) -> None:
    """Enter the ids that are written; where two things share one, a claim keeps it."""
    every: Iterator[ClaimDraft | InferenceDraft] = chain(drafts.claims, all_inferences(drafts))
    placed = sorted(((_id_place(draft), draft) for draft in every if draft.id), key=lambda item: item[0])
    firsts: dict[str, Place] = {}
    for place, draft in placed:
        if (first := firsts.setdefault(draft.id, place)) is not place:
            hint = f"the first is in line {first.line}; give one of them another id"
            names.problems.append(error("duplicate-id", names.file, place, f'two things are called "{draft.id}"', hint))
    second = []
    for place, draft in sorted(placed, key=lambda item: isinstance(item[1], InferenceDraft)):
        if draft.id in names.places:
            second.append((place, draft))
        else:
            names.take(draft.id, place, draft)
    for place, draft in second:
        names.take(names.unused(draft.id), place, draft)


def all_inferences(drafts: Drafts) -> Iterator[InferenceDraft]:
    """Yield every inference with its undercutters."""
    yield from _with_undercutters(drafts.bearing_on_thesis)
    for claim in drafts.claims:
        yield from _with_undercutters(claim.bearing)


def _with_undercutters(inferences: Iterable[InferenceDraft]) -> Iterator[InferenceDraft]:
    for inference in inferences:
        yield inference
        yield from _with_undercutters(inference.unless)


def _id_place(draft: ClaimDraft | InferenceDraft) -> Place:
    """Return the place where an id is written."""
    if isinstance(draft.node, Mapping) and "id" in draft.node.by_key:
        return draft.node.by_key["id"].value.place
    return draft.place
