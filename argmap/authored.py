"""The map file as its author wrote it: one pydantic model for each kind of mapping, with a description of every key.

Whatever may be written in several ways is a union told apart by its shape. The tags of those unions stand in angle
brackets, which no key of the format does, so that the location of an error can be led back to the file.
"""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from argmap.names import is_id, normal


def _checked_id(text: str) -> str:
    if not is_id(text):
        message = "\"{name}\" cannot be an id: an id is a letter, then letters, digits, '-' and '_'"
        raise PydanticCustomError("bad-id", message, {"name": text})
    return text


RESERVED = ("because", "but", "unless", "text", "premises", "label", "implicit")
"""Words of the format that are no ids of claims: under an id's place, they are keys that stand too far left."""


def _free_id(text: str) -> str:
    if text in RESERVED:
        raise PydanticCustomError("bad-id", "a word of the format")
    return text


def _listed(value: Any) -> Any:
    """Let a single item stand without a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _filled(text: str) -> str:
    if not text:
        raise PydanticCustomError("empty-text", "there is no text here")
    return text


Text = Annotated[str, AfterValidator(normal)]
Sentence = Annotated[str, AfterValidator(normal), AfterValidator(_filled)]
Id = Annotated[str, AfterValidator(normal), AfterValidator(_checked_id)]
ClaimId = Annotated[Id, AfterValidator(_free_id)]
Words = Annotated[list[Text], BeforeValidator(_listed)]
Ids = Annotated[list[Id], BeforeValidator(_listed)]


class _Authored(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        """Take a known key without a value as absent."""
        if not isinstance(data, dict):
            return data
        fields = cls.model_fields
        return {
            key: value
            for key, value in data.items()
            if value is not None or key not in fields or fields[key].is_required()
        }


def _mapping_or(other: str, mapping: str) -> Discriminator:
    """Tell a mapping from what may stand in its place."""
    return Discriminator(lambda value: mapping if isinstance(value, dict) else other)


def _item_kind(value: Any) -> str:
    """Tell an inference's spellings apart: a list is linked, ``premises`` makes the long form."""
    if isinstance(value, list):
        return "<linked>"
    if isinstance(value, dict):
        return "<inference>" if "premises" in value else "<sole claim>"
    return "<sentence>"


class _Bearing(_Authored):
    because: "Items" = Field([], description="What supports the claim: each item is an inference.")
    but: "Items" = Field([], description="What attacks the claim: each item is an objection.")


class AuthoredClaim(_Bearing):
    """A claim under its id in ``claims``."""

    text: Sentence = Field(description="The full sentence.")
    label: Text = Field("", description="A short form for crowded drawings, six words at most.")
    source: Words = Field([], description="Where the claim is made: a key of sources, then the place in it.")
    by: Text = Field("", description="Who holds the claim.")
    implicit: bool = Field(default=False, description="Whether nobody states the claim and the curator supplied it.")
    tags: Ids = Field([], description="Words by which views choose claims.")
    note: Text = Field("", description="A note for the speaker; not drawn.")
    url: Text = Field("", description="A link: https, http or mailto.")
    ignore: Words = Field([], description="Codes of checks that say nothing about this claim.")


class ClaimInPlace(AuthoredClaim):
    """A claim written where it is used, together with others."""

    id: ClaimId = Field("", description="The claim's id; made from the label or the text if absent.")


class SoleClaim(ClaimInPlace):
    """A claim written where it is the only premise of its inference."""

    scheme: Text = Field("", description="The pattern of the inference, such as analogy.")
    unless: "Items" = Field([], description="What undercuts the inference.")


Premise = Annotated[
    Annotated[Sentence, Tag("<sentence>")] | Annotated[ClaimInPlace, Tag("<claim in place>")],
    _mapping_or("<sentence>", "<claim in place>"),
]


def _some(premises: list[Any]) -> list[Any]:
    if not premises:
        raise PydanticCustomError("wrong-type", "an inference needs at least one premise")
    return premises


Premises = Annotated[list[Premise], BeforeValidator(_listed), AfterValidator(_some)]


class AuthoredInference(_Authored):
    """An inference in its long form."""

    premises: Premises = Field(description="The claims that bear together on the target.")
    id: ClaimId = Field("", description="The inference's id; made from its target if absent.")
    scheme: Text = Field("", description="The pattern of the inference, such as analogy.")
    note: Text = Field("", description="A note for the speaker; not drawn.")
    unless: "Items" = Field([], description="What undercuts the inference.")


Item = Annotated[
    Annotated[Sentence, Tag("<sentence>")]
    | Annotated[Premises, Tag("<linked>")]
    | Annotated[AuthoredInference, Tag("<inference>")]
    | Annotated[SoleClaim, Tag("<sole claim>")],
    Discriminator(_item_kind),
]
Items = Annotated[list[Item], BeforeValidator(_listed)]


class AuthoredSource(_Authored):
    """A work in which claims are made."""

    title: Text = Field("", description="The work's title.")
    author: Text = Field("", description="Who wrote it.")
    date: Text = Field("", description="When it appeared, as it should be printed.")
    url: Text = Field("", description="A link: https, http or mailto.")
    note: Text = Field("", description="Anything else about the work.")


class AuthoredView(_Authored):
    """A named part of the map."""

    title: Text = Field("", description="The view's title.")
    focus: Text = Field("", description="The claim that the view is about; the thesis if absent.")
    depth: Annotated[int, Field(ge=0)] | None = Field(
        None,
        description="How many inferences from the focus, besides what bears among the claims there; all if absent.",
    )
    only: Words = Field([], description="Tags: claims with none of them are left out.")
    exclude: Words = Field([], description="Tags: claims with one of them are left out.")


NamedClaim = Annotated[
    Annotated[Sentence, Tag("<sentence>")] | Annotated[AuthoredClaim, Tag("<claim>")],
    _mapping_or("<sentence>", "<claim>"),
]
NamedSource = Annotated[
    Annotated[Text, Tag("<title>")] | Annotated[AuthoredSource, Tag("<source>")], _mapping_or("<title>", "<source>")
]
Step = Annotated[
    Annotated[Text, Tag("<id>")] | Annotated[list[Text], Tag("<ids>")],
    Discriminator(lambda value: "<ids>" if isinstance(value, list) else "<id>"),
]


class AuthoredMap(_Bearing):
    """The whole file."""

    argmap: Literal["1"] = Field("1", description="The version of this format.")
    title: Text = Field("", description="The map's title.")
    author: Text = Field("", description="Who curated the map.")
    date: Text = Field("", description="The map's date, as it should be printed.")
    note: Text = Field("", description="A note for the speaker; not drawn.")
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = Field(
        "en", description="The language of the map, as a BCP 47 tag such as en or pt-BR."
    )
    ignore: Words = Field([], description="Codes of checks that say nothing about this map.")
    thesis: Premise | None = Field(None, description="The claim that the map is about: an id, or a claim in place.")
    sources: dict[Id, NamedSource] = Field({}, description="The works in which claims are made.")
    claims: dict[ClaimId, NamedClaim] = Field({}, description="The claims by their ids.")
    views: dict[Id, AuthoredView] = Field({}, description="Named parts of the map.")
    steps: Annotated[list[Step], BeforeValidator(_listed)] = Field([], description="The order of the reveal.")


MODELS: dict[str, type[BaseModel]] = {
    "<claim>": AuthoredClaim,
    "<claim in place>": ClaimInPlace,
    "<sole claim>": SoleClaim,
    "<inference>": AuthoredInference,
    "<source>": AuthoredSource,
}
"""The model behind each tag that stands for a mapping."""
