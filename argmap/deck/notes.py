"""What the speaker says to a slide: its argument in words, with the notes of claims and inferences."""

from collections.abc import Iterator

from argmap.deck.ways import called
from argmap.model import ArgumentMap
from argmap.outline import outline, sentence
from argmap.steps import steps_of
from argmap.views import Part
from argmap.words import Words


def without_notes(argument: ArgumentMap) -> ArgumentMap:
    """Return a map in which nothing is noted, for what goes to others than the speaker."""
    return argument.replaced(
        note="",
        claims=tuple(claim.model_copy(update={"note": ""}) for claim in argument.claims),
        inferences=tuple(inference.model_copy(update={"note": ""}) for inference in argument.inferences),
    )


def notes_of(part: Part) -> str:
    """Return the notes to a whole slide: the outline, then what is noted of claims and inferences."""
    noted = list(_noted(part.map, {*part.map.claim, *part.map.inference}, part.words))
    return "\n".join([outline(part).rstrip("\n"), *([""] if noted else []), *noted])


def notes_by_step(part: Part) -> list[str]:
    """Return the notes to every step of a slide: what is new in it, and what is noted of that."""
    steps, words = steps_of(part.map), part.words
    found = []
    for step in range(1, max(steps.values()) + 1):
        new = {name for name, shown in steps.items() if shown == step}
        begun: set[str] = set()
        leads = {p: i for i in part.map.inferences if i.id in new for p in i.premises}
        lines = []
        for name in (name for name in part.map.claim if name in new):
            said = sentence(part.map.claim[name], words)
            use = leads.pop(name, None)
            lead = use and (words.conjoin if use.id in begun else words.introduce(use.relation.key, use.scheme))
            lines.append(f"{lead}: {said}" if lead else said)
            begun.update({use.id} if use else ())
        found.append("\n".join([*lines, *_noted(part.map, new, words)]))
    return found


def _noted(argument: ArgumentMap, names: set[str], words: Words) -> Iterator[str]:
    """Yield what is noted of claims and inferences, each after what it is about."""
    for claim in argument.claims:
        if claim.id in names and claim.note:
            yield f"{called(argument, claim.id).rstrip('.')}: {claim.note}"
    for inference in argument.inferences:
        if inference.id in names and inference.note:
            lead, premise = words.tab(inference.relation.key), called(argument, inference.premises[0])
            yield f"{lead} {premise.rstrip('.')}: {inference.note}"
