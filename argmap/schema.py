"""The map format as a JSON Schema (2020-12), by which an editor completes, explains and underlines.

Keys and what they mean are those of :mod:`argmap.authored`. How their values may be written is said here: pydantic's
own schema would show what is left once a single item has been put into a list and an empty key taken out. The document
is seen as YAML 1.2 reads it, so text may arrive as a number or as true. What a schema cannot say, the checks do.
"""

from inspect import getdoc
from typing import Any, get_type_hints

from pydantic import BaseModel

from argmap.authored import (
    RESERVED,
    AuthoredClaim,
    AuthoredInference,
    AuthoredMap,
    AuthoredSource,
    AuthoredView,
    ClaimId,
    ClaimInPlace,
    Ids,
    Items,
    Premises,
    Sentence,
    SoleClaim,
    Text,
    Words,
)
from argmap.checks.catalogue import CHECKS, page_of
from argmap.schemes import SCHEMES

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NO_ID = r"\u0000-,./:-@\[-^`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f"
_NO_LETTER = r"\-0-9_\u00b2\u00b3\u00b9\u00bc-\u00be"
ID_PATTERN = f"^[^{_NO_ID}{_NO_LETTER}][^{_NO_ID}]*$"
r"""Matches every id and, where there are only Latin-1 and general punctuation, nothing else.

ECMAScript's name for a letter of any script is ``\p{L}``, Python's is ``[^\W\d_]``, and neither knows the other's. A
pattern for both has to name what is no letter instead, and does not go through all of Unicode for that.
"""
_ID_RULE = "an id is a letter, then letters, digits, - and _"
_LANGUAGE = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_TEXT = ["string", "number", "boolean"]
_TRUE_OR_FALSE = ("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n")
"""What pydantic takes for true or false, in small letters and capitals, besides 0 and 1."""


def map_schema() -> Schema:
    """Return the JSON Schema of a map file."""
    whole = _mapping(AuthoredMap, "Argument map")
    return {"$schema": _DRAFT, **whole, "required": ["thesis"], "$defs": _definitions()}


def _definitions() -> dict[str, Schema]:
    """Return the parts of the schema by the names under which they are referred to."""
    together = "Claims that only bear together on the target: one linked inference."
    return {
        "text": {"type": [*_TEXT, "null"]},
        "name": {"title": "Id", "type": ["string", "boolean"], **_like(ID_PATTERN, _ID_RULE)},
        "claim-id": {"allOf": [_ref("name"), {"not": {"enum": list(RESERVED)}}]},
        "check": _choice({check.code: _summary(check.code) for check in CHECKS}),
        "scheme": _choice({name: scheme.meaning for name, scheme in SCHEMES.items()}),
        "sentence": _sentence("Sentence", "A claim as one declarative sentence."),
        "mention": _sentence("Id or sentence", "The id of a claim, or a claim as one declarative sentence."),
        "claim": _mapping(AuthoredClaim, "Claim"),
        "claim-in-place": _mapping(ClaimInPlace, "Claim in place"),
        "sole-claim": _mapping(SoleClaim, "Claim in place"),
        "premise": _PREMISE,
        "co-premises": _list(_ref("premise"), "Co-premises", together, minItems=1),
        "inference": _mapping(AuthoredInference, "Inference, long form"),
        "item": {"anyOf": [*_ALONE, _ref("co-premises")]},
        "source": _mapping(AuthoredSource, "Source"),
        "view": _mapping(AuthoredView, "View"),
    }


def _mapping(model: type[BaseModel], title: str) -> Schema:
    """Return the schema of a mapping: the keys of a model, and no others."""
    types = get_type_hints(model, include_extras=True)
    keys = {}
    for name, field in model.model_fields.items():
        shape = _OWN_SHAPES.get(name) or _SHAPES[types[name]]
        keys[name] = {"title": name.capitalize(), **_explained(shape, field.description or "")}
    return {
        "title": title,
        "description": (getdoc(model) or "").replace("``", ""),
        "type": "object",
        "properties": keys,
        "required": [name for name, field in model.model_fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _explained(shape: Schema, meaning: str) -> Schema:
    """Return the shape of a key's value with the meaning of the key.

    It is repeated for every way of writing the value: editors show the description of the way that was taken, so that
    those of the ways themselves are seen only in lists, where no key stands before them.
    """
    ways = [{**way, "description": meaning} for way in shape.get("anyOf", ())]
    return {"description": meaning, **shape, **({"anyOf": ways} if ways else {})}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _sentence(title: str, description: str) -> Schema:
    return {"title": title, "description": description, "type": _TEXT, **_like(r"\S", "there is no text here")}


def _like(pattern: str, otherwise: str) -> Schema:
    """Return a pattern with what editors say where it does not match; JSON Schema itself has no word for that."""
    return {"pattern": pattern, "patternErrorMessage": otherwise}


def _list(item: Schema, title: str, description: str, **more: int) -> Schema:
    return {"title": title, "description": description, "type": "array", "items": item, **more}


def _one_or_several(item: Schema) -> Schema:
    """Let one item stand without a list."""
    return {"anyOf": [item, {"type": "array", "items": item}, _NOTHING]}


def _choice(meanings: dict[str, str]) -> Schema:
    """Return an enumeration in which every word has its meaning."""
    return {"anyOf": [{"const": word, "description": meaning} for word, meaning in meanings.items()]}


def _by_id(item: Schema, name: str = "name") -> Schema:
    return {"type": ["object", "null"], "propertyNames": _ref(name), "additionalProperties": item}


def _any_case(words: tuple[str, ...]) -> str:
    """Return a pattern for words in small letters and capitals; a schema has no flag for that."""
    either = ("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in words)
    return "|".join(either)


def _summary(code: str) -> str:
    """Return the first sentence of the manual page of a check."""
    return page_of(code).partition("\n")[0]


_NOTHING: Schema = {"title": "Nothing", "type": "null"}
_PREMISE: Schema = {"anyOf": [_ref("claim-in-place"), _ref("mention")]}
_ALONE = [_ref("sole-claim"), _ref("inference"), _ref("mention")]
"""How an inference may be written; of the ways that fail, editors complain about the first."""

_SHAPES: dict[object, Schema] = {
    Text: _ref("text"),
    Sentence: _ref("sentence"),
    ClaimId: {"anyOf": [_ref("claim-id"), _NOTHING]},
    Ids: _one_or_several(_ref("name")),
    Words: _one_or_several({"type": _TEXT}),
    Premises: {"anyOf": [*_PREMISE["anyOf"], _ref("co-premises")]},
    Items: {"anyOf": [*_ALONE, {"title": "Inferences", "type": "array", "items": _ref("item")}, _NOTHING]},
}
"""How a value may be written, by its type."""
_OWN_SHAPES: dict[str, Schema] = {
    "argmap": {"enum": [1, "1", None]},
    "language": {"type": ["string", "null"], **_like(_LANGUAGE, "write a language tag such as en, de or pt-BR")},
    "thesis": _PREMISE,
    "sources": _by_id({"anyOf": [_ref("source"), {"title": "Title", "type": _TEXT}]}),
    "claims": _by_id({"anyOf": [_ref("claim"), _ref("sentence")]}, "claim-id"),
    "views": _by_id(_ref("view")),
    "steps": _one_or_several({"anyOf": [{"type": _TEXT}, _list({"type": _TEXT}, "Step", "Shown together.")]}),
    "ignore": _one_or_several(_ref("check")),
    "scheme": {"anyOf": [_ref("scheme"), {**_NOTHING, "type": ["null", "string"], "maxLength": 0}]},
    "implicit": {
        "type": ["boolean", "string", "integer", "null"],
        "minimum": 0,
        "maximum": 1,
        **_like(f"^([01]|{_any_case(_TRUE_OR_FALSE)})$", "write true or false"),
    },
    "depth": {"type": ["integer", "string", "null"], "minimum": 0, **_like("^[0-9]+$", "write a whole number")},
}
"""How the value of a key may be written that is unlike others of its type."""
