"""The argument map: claims, inferences, sources and views, frozen.

However a map was spelt in its file, nested or flat, the same argument is an equal :class:`ArgumentMap`. Places in the
file are not part of it; the reader keeps them beside it.
"""

from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict


class Relation(StrEnum):
    """How an inference bears on its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"

    @property
    def key(self) -> str:
        """The key that writes this relation in a map."""
        return {"support": "because", "attack": "but", "undercut": "unless"}[self.value]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Frozen):
    """A work in which claims are made."""

    key: str
    title: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    note: str = ""


class Citation(_Frozen):
    """Where a claim is made: the key of a source, and the place in it."""

    source: str
    locator: str = ""


class Claim(_Frozen):
    """One declarative sentence that can be true or false.

    Parameters
    ----------
    text
        The full sentence.
    label
        A short form for crowded drawings; empty if there is none.
    by
        Who holds the claim, where that is not the author of the map.
    implicit
        Whether nobody states the claim and the curator supplied it.
    note
        What the speaker wants to remember.
    ignore
        Codes of checks that say nothing about this claim.
    """

    id: str
    text: str
    label: str = ""
    citations: tuple[Citation, ...] = ()
    by: str = ""
    implicit: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    url: str = ""
    ignore: tuple[str, ...] = ()


class Inference(_Frozen):
    """One or more premises that bear together on one target.

    The target is the id of a claim or, for an undercut, of the inference that is undercut.
    """

    id: str
    relation: Relation
    premises: tuple[str, ...]
    target: str
    scheme: str = ""
    note: str = ""

    @property
    def linked(self) -> bool:
        """Whether the premises are co-premises."""
        return len(self.premises) > 1


class View(_Frozen):
    """A named part of a map; an empty focus means the thesis, no depth means all."""

    name: str
    title: str = ""
    focus: str = ""
    depth: int | None = None
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class ArgumentMap(_Frozen):
    """A whole argument; claims and inferences stand in the order of the argument.

    That order begins with the thesis; every inference brings its premises, then what bears on each of them, then its
    undercutters. What does not lead to the thesis comes last.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    note: str = ""
    language: str = "en"
    thesis: str
    claims: tuple[Claim, ...]
    inferences: tuple[Inference, ...] = ()
    sources: tuple[Source, ...] = ()
    views: tuple[View, ...] = ()
    steps: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[str, ...] = ()

    def replaced(self, **changes: Any) -> "ArgumentMap":
        """Return a map with some fields changed."""
        fields = {name: getattr(self, name) for name in ArgumentMap.model_fields}
        return ArgumentMap(**{**fields, **changes})

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def inference(self) -> dict[str, Inference]:
        """The inferences by id."""
        return {inference.id: inference for inference in self.inferences}

    @cached_property
    def on(self) -> dict[str, tuple[Inference, ...]]:
        """The inferences that bear on each claim or inference, in order."""
        found: dict[str, list[Inference]] = {name: [] for name in (*self.claim, *self.inference)}
        for inference in self.inferences:
            found[inference.target].append(inference)
        return {target: tuple(inferences) for target, inferences in found.items()}

    @cached_property
    def uses(self) -> dict[str, tuple[Inference, ...]]:
        """The inferences in which each claim is a premise, in order."""
        found: dict[str, list[Inference]] = {name: [] for name in self.claim}
        for inference in self.inferences:
            for premise in inference.premises:
                found[premise].append(inference)
        return {claim: tuple(inferences) for claim, inferences in found.items()}
