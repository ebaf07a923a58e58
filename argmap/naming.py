"""Names for drafts: written ids first, then ids made from sentences, all in one name space."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.drafts import ClaimDraft, Drafts, InferenceDraft
from argmap.names import nearest, slug, unused
from argmap.problems import Place, Problem, error, warning
from argmap.source import Mapping, Node

_NEAR_ID_WORDS = 6
_NEAR_ID_ALIKE = 0.85


@dataclass(slots=True)
class Names:
    """Which claim has which id, and where everything named is written."""

    file: str
    claims: dict[str, ClaimDraft] = field(default_factory=dict)
    ids: dict[ClaimDraft, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, name: str, place: Place, draft: ClaimDraft | None = None) -> None:
        """Enter a name; a name that is taken already is reported, and keeps its first owner."""
        if draft:
            self.ids[draft] = name
        if first := self.places.get(name):
            hint = f"the first is in line {first.line}; give one of them another id"
            self.problems.append(error("duplicate-id", self.file, place, f'two things are called "{name}"', hint))
            return
        self.places[name] = place
        if draft:
            self.claims[name] = draft


def name_drafts(drafts: Drafts, file: str) -> Names:
    """Give every claim its id.

    A bare sentence that is written out elsewhere as a claim is that claim. Claims without an id get the slug of their
    label or text, in the order of the file.
    """
    names = Names(file)
    for draft in drafts.claims:
        if draft.id:
            names.take(draft.id, _id_place(draft.node, draft.place), draft)
    for inference in all_inferences(drafts):
        if inference.id:
            names.take(inference.id, _id_place(inference.node, inference.place))
    written = {draft.text: draft for draft in reversed(drafts.claims) if draft.authored or draft.id}
    bare = []
    for draft in drafts.claims:
        if draft.authored is None and not draft.id and draft.text in written:
            bare.append(draft)
        elif not draft.id:
            label = draft.authored.label if draft.authored else ""
            names.take(unused(slug(label or draft.text), names.places), draft.place, draft)
    for draft in bare:
        names.ids[draft] = names.ids[written[draft.text]]
    names.problems += _near_ids(drafts, file)
    return names


def all_inferences(drafts: Drafts) -> Iterator[InferenceDraft]:
    """Yield every inference with its undercutters."""
    yield from _with_undercutters(drafts.bearing_on_thesis)
    for claim in drafts.claims:
        yield from _with_undercutters(claim.bearing)


def _with_undercutters(inferences: Iterable[InferenceDraft]) -> Iterator[InferenceDraft]:
    for inference in inferences:
        yield inference
        yield from _with_undercutters(inference.unless)


def _id_place(node: Node, place: Place) -> Place:
    """Return the place where an id is written."""
    if isinstance(node, Mapping) and "id" in node.by_key:
        return node.by_key["id"].value.place
    return place


def _near_ids(drafts: Drafts, file: str) -> Iterator[Problem]:
    """Warn of sentences that look like misspelt ids."""
    written = [draft.id for draft in drafts.claims if draft.id]
    for text, draft in drafts.bare.items():
        if len(text.split()) > _NEAR_ID_WORDS or text[-1] in ".!?":
            continue
        if near := nearest(slug(text), written, _NEAR_ID_ALIKE):
            message = f'"{text}" is read as a sentence, and looks like the id "{near}"'
            hint = f'write "{near}", or end the sentence with a full stop'
            yield warning("near-id", file, draft.place, message, hint)
