"""A claim's or an inference's relations in words, for those who can't see the drawing and for the mouse."""

from collections.abc import Iterator

from argmap.model import ArgumentMap, Claim, Inference, Relation
from argmap.views import Part


def claim_title(part: Part, claim: Claim) -> str:
    """Name a claim: its sentence, with its number before it where claims are numbered."""
    number = part.captions.numbers.get(claim.id)
    return f"{number}. {claim.text}" if number else claim.text


def claim_description(part: Part, claim: Claim) -> str:
    """Say what a claim supports, attacks or undercuts, what bears on it, and where it is made."""
    return "; ".join(_parts(part, claim))


def inference_title(part: Part, inference: Inference) -> str:
    """Say a whole inference in one line: its target, how its premises bear, the premises."""
    words = part.words
    premises = f" {words.conjoin} ".join(_quoted(part.map, premise) for premise in inference.premises)
    lead = words.introduce(inference.relation.key, inference.scheme)
    return f"{_target(part, inference)} – {lead}: {premises}"


def _parts(part: Part, claim: Claim) -> Iterator[str]:
    argument, words = part.map, part.words
    verbs = {
        Relation.SUPPORT: words.supports,
        Relation.ATTACK: words.attacks,
        Relation.UNDERCUT: words.undercuts,
    }
    if claim.id == argument.thesis and not part.inner:
        yield words.thesis
    if claim.implicit:
        yield words.implicit
    for use in argument.uses[claim.id]:
        yield f"{verbs[use.relation]}: {_target(part, use)}"
    for relation, verb in ((Relation.SUPPORT, words.supported), (Relation.ATTACK, words.attacked)):
        bearing = [inference for inference in argument.on[claim.id] if inference.relation is relation]
        if bearing:
            said = (
                f" {words.conjoin} ".join(_quoted(argument, p) for p in inference.premises) for inference in bearing
            )
            yield f"{verb}: {', '.join(said)}"
    if missing := part.left_out.get(claim.id):
        yield f"{words.more.format(missing)} ({words.not_shown})"
    for slide in part.continued.get(claim.id, ()):
        yield words.continues.format(slide)
    if claim.by:
        yield f"{words.held_by}: {claim.by}"
    titles = {source.key: source.title or source.key for source in argument.sources}
    for citation in claim.citations:
        yield f"{words.source}: {titles[citation.source]} {citation.locator}".rstrip()


def _target(part: Part, inference: Inference) -> str:
    """Name a target: a claim's sentence or, for an inference, its premises."""
    argument, words = part.map, part.words
    if inference.target in argument.claim:
        return _quoted(argument, inference.target)
    undercut = argument.inference[inference.target]
    premises = f" {words.conjoin} ".join(_quoted(argument, premise) for premise in undercut.premises)
    return f"{words.tab(undercut.relation.key)} {premises}"


def _quoted(argument: ArgumentMap, claim: str) -> str:
    return f"“{argument.claim[claim].text}”"
