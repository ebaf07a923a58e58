"""Hiding: a part of a map that tells nothing of what its blanks say, and the key that tells it.

Ids are made from sentences, titles quote them, and whoever looks into a file finds both. So an id or a title that holds
a word of a blanked sentence, and one that no other sentence gives away, is replaced as well.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from argmap.model import ArgumentMap, Claim, Inference
from argmap.names import unused
from argmap.views import Captions, Part

BLANK, ANSWERS = "blank", "answers"
"""What the names of an exercise and of its key end with."""
LINE = "{}. ____________________"
"""How a blank is written where there is no card to write on."""

_WORD = re.compile(r"[^\W_]{3,}")
Value = TypeVar("Value")


def hidden(part: Part, blanks: dict[str, int], form: str) -> Part:
    """Return a part of a map in which the blanked claims say no more than their numbers.

    Claims and inferences stand in the same order as before. Blanked claims are called ``blank-N``; they keep their
    place in the argument, and whether they are implicit.

    Parameters
    ----------
    form
        What a blanked claim says, with ``{}`` in the place of its number.
    """
    return _Hiding(part, blanks, form).part()


def answered(part: Part, blanks: dict[str, int]) -> Part:
    """Return a part of a map as the key of an exercise: all of it, the answers with their numbers."""
    captions = replace(part.captions, numbers=part.captions.numbers or blanks)
    return replace(part, name=_joined(part.name, ANSWERS), captions=captions, answers=blanks)


def new_names(before: ArgumentMap, after: ArgumentMap) -> dict[str, str]:
    """Return what the claims and inferences of a map are called once it is hidden."""
    claims = zip(before.claim, after.claim, strict=True)
    return dict((*claims, *zip(before.inference, after.inference, strict=True)))


@dataclass(frozen=True)
class _Hiding:
    """What is to be hidden, and how."""

    source: Part
    blanks: dict[str, int]
    form: str

    def part(self) -> Part:
        """Return the part with nothing left of what is hidden."""
        part, names = self.source, self.names
        captions = part.captions
        return replace(
            part,
            map=self._map(),
            name=_joined(*filter(None, map(self._view_name, part.name.split("."))), BLANK),
            left_out=_renamed(part.left_out, names),
            continued=_renamed(part.continued, names),
            title=self._title(part.title),
            captions=Captions(self._kept(captions.numbers), self._kept(captions.holders), self._kept(captions.sources)),
            blanks=_renamed(self.blanks, names),
        )

    @cached_property
    def secret(self) -> frozenset[str]:
        """The words that only blanked sentences hold."""
        shown = (claim.text for claim in self.source.map.claims if claim.id not in self.blanks)
        return frozenset(_words(self.answers)) - frozenset(_words(shown))

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """What the blanked claims say, in full and in short."""
        blanked = [claim for claim in self.source.map.claims if claim.id in self.blanks]
        return tuple(text for claim in blanked for text in (claim.text, claim.label) if text)

    @cached_property
    def names(self) -> dict[str, str]:
        """What every claim and inference is called; only where that tells something, not as before."""
        argument = self.source.map
        names = {c.id: c.id for c in argument.claims if c.id not in self.blanks and not self._tells(c.id)}
        taken = set(names)

        def give(name: str, wanted: str) -> None:
            names[name] = unused(wanted, taken)
            taken.add(names[name])

        for number, claim in enumerate(argument.claims, 1):
            if claim.id not in names:
                blank = self.blanks.get(claim.id)
                give(claim.id, f"blank-{blank}" if blank else f"claim-{number}")
        for number, inference in enumerate(argument.inferences, 1):
            give(inference.id, self._inference_name(inference, number, names))
        return names

    def _inference_name(self, inference: Inference, number: int, names: dict[str, str]) -> str:
        """Name an inference as before, after its target where it was called after it, or by its number."""
        target = inference.target
        rest = inference.id.removeprefix(f"{target}.")
        if rest != inference.id:
            return f"{names.get(target, target)}.{rest}"
        return f"inference-{number}" if self._tells(inference.id) else inference.id

    def _map(self) -> ArgumentMap:
        argument, names = self.source.map, self.names
        return argument.replaced(
            title=self._title(argument.title),
            thesis=names[argument.thesis],
            claims=tuple(map(self._claim, argument.claims)),
            inferences=tuple(map(self._inference, argument.inferences)),
            steps=tuple(tuple(names[name] for name in step if name in names) for step in argument.steps),
        )

    def _claim(self, claim: Claim) -> Claim:
        name = self.names[claim.id]
        if claim.id in self.blanks:
            return Claim(id=name, text=self.form.format(self.blanks[claim.id]), implicit=claim.implicit)
        return claim.model_copy(update={"id": name})

    def _inference(self, inference: Inference) -> Inference:
        names = self.names
        premises = tuple(names[premise] for premise in inference.premises)
        changes = {"id": names[inference.id], "premises": premises, "target": names[inference.target]}
        return inference.model_copy(update=changes)

    def _title(self, title: str) -> str:
        return "" if self._tells(title) or any(answer in title for answer in self.answers) else title

    def _view_name(self, name: str) -> str:
        """Return the name of a view or, where it tells something, its number; of one made on the spot, nothing."""
        if not self._tells(name) and name not in self.blanks:
            return name
        known = [view.name for view in self.source.map.views]
        return f"view-{known.index(name) + 1}" if name in known else ""

    def _kept(self, captions: dict[str, Value]) -> dict[str, Value]:
        """Return the captions of what is not blanked."""
        kept = {claim: caption for claim, caption in captions.items() if claim not in self.blanks}
        return _renamed(kept, self.names)

    def _tells(self, text: str) -> bool:
        return not self.secret.isdisjoint(_words((text,)))


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts that say something: those of three and more letters."""
    for text in texts:
        yield from _WORD.findall(text.casefold())


def _renamed(by_id: dict[str, Value], names: dict[str, str]) -> dict[str, Value]:
    return {names[name]: value for name, value in by_id.items() if name in names}


def _joined(*names: str) -> str:
    return ".".join(filter(None, names))
