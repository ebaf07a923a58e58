"""What pydantic finds wrong with a tree, told in the author's words and at its place."""

from itertools import pairwise

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from argmap.authored import (
    MODELS,
    RESERVED,
    AuthoredClaim,
    AuthoredInference,
    AuthoredMap,
    AuthoredSource,
    AuthoredView,
    ClaimInPlace,
    SoleClaim,
)
from argmap.names import is_id, nearest
from argmap.problems import Place, Problem, error
from argmap.slips import KEYS, key_hint, quoted
from argmap.synonyms import own_word
from argmap.tree import Mapping, Node, Scalar, Sequence

Steps = tuple[str | int, ...]
"""The way from the root of the tree to a node: keys (see :func:`marked`), and numbers of items from 0."""

KEY = "[key]"
"""How pydantic marks a fault of a key rather than of its value."""
_MARKS = ("<", "[", "\\")

_EXPECTED = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a smaller whole number",
    "greater_than_equal": "a whole number, 0 or more",
    "literal_error": "1, the version of the format that this argmap reads",
    "string_pattern_mismatch": "a language tag such as en, de or pt-BR",
}
_NOUNS: dict[type[BaseModel], str] = {
    AuthoredMap: "of a map",
    AuthoredView: "of a view",
    AuthoredClaim: "of a claim",
    ClaimInPlace: "of a claim among co-premises",
    SoleClaim: "of a claim",
    AuthoredInference: "of an inference",
    AuthoredSource: "of a source",
}
_WRITTEN = {
    "thesis": "a map has one thesis; write its id, its sentence, or {text: its sentence}",
    "claims": "write each claim as an id, a colon and its sentence",
    "sources": "write each source as a key, a colon and its title",
    "views": "write each view as a name, a colon and its keys",
}
"""How the parts of a map are written, for those who wrote them otherwise."""
OF_CLAIMS = ("thesis", "because", "but", "unless", "premises")
_MOST_KEYS = 20
"""Among how many keys one is looked for that is half a sentence; no claim or source has more."""
_OWN_CODES = ("empty-text", "wrong-type")


def marked(key: str) -> str:
    """Return a key as it stands in a way, where it cannot be taken for a tag or a mark of pydantic's."""
    return f"\\{key}" if key.startswith(_MARKS) else key


def unmarked(step: str | int) -> str:
    """Return a key as it is written."""
    return str(step).removeprefix("\\")


def look_up(root: Mapping, way: Steps) -> tuple[Node | None, Place]:
    """Follow a way as far as it goes; return the node (if it is there) and the place to point at."""
    node: Node = root
    place = root.place
    for step in way:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step == KEY:
                break
            if unmarked(step) not in node.by_key:
                return None, place
            entry = node.by_key[unmarked(step)]
            node, place = entry.value, entry.key.place
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            place = node.place
    return node, place


def problem_of(details: ErrorDetails, way: Steps, root: Mapping, file: str) -> Problem:
    """Say in the author's words what pydantic found."""
    kind = details["type"]
    node, place = look_up(root, way)
    if kind == "extra_forbidden":
        return _unknown_key(details, way, root, file)
    if kind == "missing":
        return error("missing-text", file, place, "this claim has no text", _hint_for_text(way, root))
    if way[-1] == KEY:
        return _bad_id(unmarked(way[-2]), place, file)
    if isinstance(node, Sequence | Mapping) or (isinstance(node, Scalar) and not node.empty):
        place = node.place
    if kind == "bad-id" and isinstance(node, Scalar):
        return _bad_id(node.value, place, file)
    if kind in _OWN_CODES:
        hint = "write the claim as a sentence" if kind == "empty-text" else "name a claim, or write one"
        return error(kind, file, place, details["msg"], hint)
    return _wrong_type(kind, way, node, place, file)


def _hint_for_text(way: Steps, root: Mapping) -> str:
    """Return what to write where a claim has no text; an item without may be about the one above."""
    node, _ = look_up(root, way[:-1])
    item = way[-2] if len(way) > 1 else None
    keys = list(node.by_key) if isinstance(node, Mapping) else []
    if item and isinstance(item, int) and keys and {*keys} <= {"unless", "scheme"}:
        key = keys[0]
        return (
            f'if "{key}" is about the item above, write that as "text: " and its sentence, with "{key}" below the text'
        )
    return 'add "text: " and the sentence'


def _bad_id(name: str, place: Place, file: str) -> Problem:
    if name in RESERVED:
        hint = "if it belongs to the claim above, indent it below the text of that; else choose another id"
        return error("bad-id", file, place, f"{quoted(name)} is a word of the format, and no id", hint)
    hints = {":": "put a space after the colon", ",": "to give several, write a list: [one, another]"}
    hint = next(
        (hint for sign, hint in hints.items() if sign in name), "an id is a letter, then letters, digits, - and _"
    )
    return error("bad-id", file, place, f"{quoted(name)} cannot be an id", hint)


def _wrong_type(kind: str, way: Steps, node: Node | None, place: Place, file: str) -> Problem:
    is_text = way[-1] == "text" or (way[0] == "claims" and len(way) == 2)
    if is_text and isinstance(node, Scalar) and node.empty:
        return error("empty-text", file, place, "there is no text here", "write the claim as a sentence")
    field = next((unmarked(step) for step in reversed(way) if isinstance(step, str)), "map")
    noun = "an item of " if isinstance(way[-1], int) else ""
    expected = "an id, a sentence or a claim" if field in OF_CLAIMS else _EXPECTED.get(kind, "written otherwise")
    message = f"{noun}{quoted(field)} must be {expected}, not {_found(node)}"
    return error("wrong-type", file, place, message, _WRITTEN.get(field))


def is_consequence(details: ErrorDetails, way: Steps, root: Mapping) -> bool:
    """Tell whether a fault follows from another one in its mapping, which is reported itself.

    A claim has no text where an unknown key holds its sentence, or is part of it; and where a claim has premises, none
    of a claim's keys is known.
    """
    node, _ = look_up(root, way[:-1])
    if not isinstance(node, Mapping):
        return False
    if details["type"] == "missing":
        unknown = node.by_key.keys() - SoleClaim.model_fields.keys()
        return any(not is_id(key) or nearest(key, SoleClaim.model_fields) in (None, "text") for key in unknown)
    is_inference = details["type"] == "extra_forbidden" and details["loc"][-2:-1] == ("<inference>",)
    return is_inference and way[-1] != "text" and "text" in node.by_key and way[-1] in SoleClaim.model_fields


def meant_key(details: ErrorDetails, way: Steps, root: Mapping) -> str | None:
    """Return the key that was probably meant by an unknown one: a misspelt one, or argmap's word for the same."""
    if details["type"] != "extra_forbidden":
        return None
    key, known = unmarked(way[-1]), _known_keys(_model(details, way))
    holder, _ = look_up(root, way[:-1])
    meant = (nearest(key, known) or own_word(key, known)) if is_id(key) and key not in known else None
    return meant if isinstance(holder, Mapping) and meant not in holder.by_key else None


def _model(details: ErrorDetails, way: Steps) -> type[BaseModel]:
    """Return the model of the mapping in which a key is unknown."""
    tags = [step for step in details["loc"] if isinstance(step, str) and step in MODELS]
    return MODELS[tags[-1]] if tags else AuthoredView if way[0] == "views" and len(way) > 2 else AuthoredMap


def _known_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys of a mapping; where a claim stands alone, an inference may stand as well."""
    return [*model.model_fields, *(["premises"] if model is SoleClaim else [])]


def _unknown_key(details: ErrorDetails, way: Steps, root: Mapping, file: str) -> Problem:
    model = _model(details, way)
    key, place = unmarked(way[-1]), look_up(root, way)[1]
    if "premises" in model.model_fields and key == "text":
        message = 'a mapping with "premises" is an inference and one with "text" a claim; this one has both'
        return error("unknown-key", file, place, message, "put the claim into the list of premises")
    noun = "of a claim" if way[0] == "thesis" and len(way) == 2 else _NOUNS[model]
    hint = _hint_for_comma(way, root) or _hint_for_key(key, model) or _hint_for_place(key, model, way, root)
    return error("unknown-key", file, place, f"{quoted(key)} is not a key {noun}", hint)


def _hint_for_comma(way: Steps, root: Mapping) -> str | None:
    """Return how to write a value whose second half, behind a comma in braces, was taken for a key."""
    holder, _ = look_up(root, way[:-1])
    entries = holder.entries[:_MOST_KEYS] if isinstance(holder, Mapping) else ()
    for before, entry in pairwise(entries):
        half, rest, key = before.value, entry.value, entry.key
        if key.value != unmarked(way[-1]) or key.place.line != before.key.place.line:
            continue
        if isinstance(half, Scalar) and isinstance(rest, Scalar) and rest.empty:
            whole = quoted(f"{half.value}, {key.value}")
            return f"if it goes on what stands before the comma, put both in quotes: {before.key.value}: {whole}"
    return None


def _hint_for_key(key: str, model: type[BaseModel]) -> str | None:
    """Return what to write instead of a key, where it is a slip, a word of the field's, or part of a sentence."""
    known = _known_keys(model)
    if key in known:
        return 'it is a key of an inference: write that out, with "premises:"'
    if is_id(key) and (near := nearest(key, known)):
        return f'did you mean "{near}"?'
    if own := own_word(key, known):
        return f'argmap\'s word for it is "{own}"'
    return key_hint(key)


def _hint_for_place(key: str, model: type[BaseModel], way: Steps, root: Mapping) -> str:
    """Return where a key belongs that does not belong here, or how its mapping is written."""
    claims = root.by_key.get("claims")
    if len(way) == 1 and claims and isinstance(claims.value, Scalar) and claims.value.empty:
        return 'indent what belongs to "claims"'
    if model is AuthoredInference and key in ("because", "but"):
        return 'an inference is undercut, by "unless"; "because" and "but" stand at a claim'
    if key in ("scheme", "unless"):
        return 'it belongs to an inference, not to a claim; write the inference out with "premises:"'
    if key == "and":
        return "premises that only bear together are a list: [one, another]"
    if model in (ClaimInPlace, SoleClaim) and is_id(key) and key not in KEYS:
        return f'to give a claim an id, write "id: {key}" and "text:" with its sentence'
    return f"the keys {_NOUNS[model]} are {', '.join(model.model_fields)}"


def _found(node: Node | None) -> str:
    """Name what stands in the file."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar(value=value) if value:
            return quoted(value)
    return "nothing"
