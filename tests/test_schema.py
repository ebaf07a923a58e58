"""The JSON Schema of the map format says of every document what argmap says, as far as a schema can."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from argmap.authored import AuthoredMap
from argmap.checks import problems_of
from argmap.checks.catalogue import CHECKS, CODES, page_of
from argmap.cli import main
from argmap.names import is_id
from argmap.reader import read
from argmap.schema import ID_PATTERN, map_schema
from argmap.schemes import SCHEMES
from tests.random_maps import Sample, small_samples
from tests.test_checks import samples
from tests.test_reader_properties import KEYS, TEXTS, Node, arguments, flat, nested

ROOT = Path(__file__).parent.parent
BAD = sorted((ROOT / "tests" / "maps" / "bad").glob("*.yaml"))
GOOD = [*sorted((ROOT / "maps").glob("*.yaml")), *sorted((ROOT / "argmap").glob("*.yaml"))]
PAGES = [ROOT / "README.md", ROOT / "docs" / "format.md"]

SCHEMA = map_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

STRUCTURAL = {
    "unknown-key", "wrong-type", "missing-text", "empty-text", "bad-id", "no-thesis", "unknown-scheme", "unknown-check",
}  # fmt: skip
"""What a schema can see. All other codes tell of names, of arguments or of wording, which it cannot."""
UNREADABLE = {"not-text", "yaml-syntax", "too-large", "duplicate-key"}
"""What is wrong before there is anything to hold against a schema; the editor's own YAML reader says most of it."""


# documents as YAML 1.2 reads them

RESOLVED = (
    (re.compile(r"(null|Null|NULL|~|)"), lambda _: None),
    (re.compile(r"(true|True|TRUE|false|False|FALSE)"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float(text.replace(".", ""))),
)
"""What a scalar without quotes means in the core schema (YAML 1.2.2, section 10.3.2); all others are strings."""


def core(text: str) -> Any:
    """Return a YAML document as values of the core schema; keys stay as they are written."""
    return _value(YAML(typ="safe", pure=True).compose(text))


def _value(node: object) -> Any:
    match node:
        case None:
            return None
        case ScalarNode(style=None):
            return next((made(node.value) for pattern, made in RESOLVED if pattern.fullmatch(node.value)), node.value)
        case ScalarNode():
            return node.value
        case SequenceNode():
            return [_value(item) for item in node.value]
        case MappingNode():
            return {key.value: _value(value) for key, value in node.value}
    raise TypeError(node)


def test_a_document_is_read_as_yaml_1_2_reads_it() -> None:
    text = "a: No\nb: 1984\nc: 2021-05-03\nd: true\ne:\nf: '1'\ng: 0o17\nh: 1_0\n<<: 1e3\n1: [~, yes]\n"
    assert core(text) == {
        "a": "No", "b": 1984, "c": "2021-05-03", "d": True, "e": None, "f": "1", "g": 15, "h": "1_0", "<<": 1000.0,
        "1": [None, "yes"],
    }  # fmt: skip


def faults(text: str) -> list[str]:
    """Return what the schema has against a document."""
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(core(text))]


def codes(content: str | bytes) -> set[str]:
    """Return the codes of what argmap has against it."""
    return {problem.code for problem in problems_of(read(content, "map.yaml"))}


# good maps and bad maps


def yaml_blocks(page: Path) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_map_passes(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_maps_of_the_docs_pass(page: Path) -> None:
    assert yaml_blocks(page)
    for block in yaml_blocks(page):
        assert faults(block) == []


@pytest.mark.parametrize("code", CODES)
def test_a_map_that_a_manual_page_calls_good_passes(code: str) -> None:
    for text in samples(code, "Passes"):
        assert faults(text) == []


@pytest.mark.parametrize("code", sorted(set(CODES) - UNREADABLE))
def test_a_map_that_a_manual_page_calls_bad_fails_if_a_schema_can_see_why(code: str) -> None:
    for text in samples(code, "Fails"):
        assert bool(faults(text)) == (code in STRUCTURAL), faults(text)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_map_fails_if_a_schema_can_see_why(path: Path) -> None:
    content = path.read_bytes()
    found = codes(content)
    if not found & UNREADABLE:
        text = content.decode()
        assert bool(faults(text)) == bool(found & STRUCTURAL), faults(text)


def test_every_code_that_a_schema_can_see_is_one() -> None:
    assert set(CODES) > STRUCTURAL | UNREADABLE
    assert not STRUCTURAL & UNREADABLE


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("thesis: It moved.\nbecause: {text: A is., premises: b}\n", "$.because"),
        ("thesis: It moved.\nbecause: [{premises: [a, [b, c]]}]\n", "$.because"),
        ("thesis: {text: It moved., scheme: sign}\n", "$.thesis"),
        ("thesis: It moved.\nclaims: {a: {text: A is., unless: b}}\n", "$.claims.a"),
        ("thesis: It moved.\nclaims: {a: {text: A is., id: b}}\n", "$.claims.a"),
        ("thesis: It moved.\nclaims: {2nd: A is.}\n", "$.claims"),
        ("thesis: It moved.\nclaims: {a: {text: A is., implicit: perhaps}}\n", "$.claims.a"),
        ("thesis: It moved.\nviews: {v: {depth: 1.5}}\n", "$.views.v.depth"),
        ("thesis: It moved.\nlanguage: English please\n", "$.language"),
        ("thesis: ' '\n", "$.thesis"),
    ],
)
def test_a_fault_is_shown_where_it_is(text: str, where: str) -> None:
    assert codes(text) & STRUCTURAL
    (fault,) = faults(text)
    assert fault.startswith(f"{where}: ")


@pytest.mark.parametrize(
    "text",
    [
        "thesis: 1984\nbecause: true\nclaims: {true: 2.5}\n",
        "argmap: 1\nthesis: a\nbecause:\nbut:\nclaims:\nsources:\nviews:\nsteps:\nignore:\ntitle:\nlanguage:\nargmapp: 1\n",
        "thesis: It moved.\nbecause: {premises: {text: A is., because: []}, unless: [[B is., {text: C is.}], D is.]}\n",
        "thesis: {text: It moved., tags: t, source: s 1, ignore: near-id, id: moved, implicit: Yes, note: }\n",
        "thesis: It moved.\nsteps: a\nviews: {v: {only: t, exclude: [t, u], depth: '2', focus: }}\n",
        "thesis: тезис\nclaims: {тезис: Лекция перенесена., été_2: C'est l'été., 命題: 講義は移った。}\n",
    ],
)
def test_every_way_of_writing_passes(text: str) -> None:
    text = text.replace("argmapp: 1\n", "")
    assert not codes(text) & (STRUCTURAL | UNREADABLE)
    assert faults(text) == []


# any map whatever


class Written(pyyaml.SafeDumper):
    """Writes nothing where there is nothing: argmap reads the word null as a word."""


Written.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))

quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

words = st.sampled_from(TEXTS)
scalars = st.one_of(words, words, words, st.none(), st.booleans(), st.integers(-2, 3))
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)),
    max_leaves=6,
)
ids = st.sampled_from(["a", "b", "c", "a-b", "é", "2x", "a b", "_a", "a_b", "名"])


def mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return what is usual and, now and then, something else."""
    return st.integers(0, 24).flatmap(lambda number: usual if number else anything)


def one_or_several(item: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return mostly(st.one_of(item, st.lists(item, max_size=3), st.none()))


def mapping(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


text = mostly(st.one_of(words, st.none(), st.booleans(), st.integers(0, 9)))
sentence = mostly(st.sampled_from(["a", "b", "A is so.", "1984", "x y"]))
named = {
    "label": text, "source": one_or_several(words), "by": text, "implicit": mostly(st.sampled_from([True, "no", 1, None])),
    "tags": one_or_several(ids), "note": text, "url": text,
    "ignore": one_or_several(st.sampled_from(["near-id", "unconnected", "unconected"])),
}  # fmt: skip
scheme = mostly(st.sampled_from(["analogy", "sign", "", None, "analgy"]))


def bearing(items: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    return {"because": items, "but": items}


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return inferences whose parts are of the inner kind."""
    own = {**named, "id": ids}
    premise = mostly(st.one_of(sentence, mapping({"text": sentence}, {**own, **bearing(inner)})))
    linked = mostly(st.lists(premise, min_size=1, max_size=3))
    sole = mapping({"text": sentence}, {**own, **bearing(inner), "scheme": scheme, "unless": inner})
    long = mapping(
        {"premises": st.one_of(premise, linked)}, {"id": ids, "scheme": scheme, "note": text, "unless": inner}
    )
    return one_or_several(st.one_of(sentence, linked, sole, long))


inferences = st.recursive(one_or_several(sentence), grown, max_leaves=4)
claims = st.one_of(sentence, mapping({"text": sentence}, {**named, **bearing(inferences)}))
works = st.one_of(words, mapping({}, dict.fromkeys(["title", "author", "date", "url", "note"], text)))
views = mapping(
    {},
    {
        "title": text, "focus": text, "depth": mostly(st.sampled_from([0, 1, "2", None])),
        "only": one_or_several(words), "exclude": one_or_several(words),
    },
)  # fmt: skip
maps = mapping(
    {"thesis": mostly(st.one_of(sentence, mapping({"text": sentence}, {**named, **bearing(inferences)})))},
    {
        **bearing(inferences),
        **dict.fromkeys(["title", "author", "date", "note"], text),
        "argmap": mostly(st.sampled_from([1, "1", None])),
        "language": mostly(st.sampled_from(["en", "pt-BR", None, "en_GB"])),
        "ignore": named["ignore"],
        "claims": mostly(st.dictionaries(ids, mostly(claims), max_size=3)),
        "sources": mostly(st.dictionaries(ids, mostly(works), max_size=2)),
        "views": mostly(st.dictionaries(ids, mostly(views), max_size=2)),
        "steps": one_or_several(st.one_of(words, st.lists(words, max_size=2))),
    },
)


@given(maps)
@settings(quick, max_examples=500)
def test_argmap_and_the_schema_agree_on_every_tree(tree: object) -> None:
    written = pyyaml.dump(tree, Dumper=Written, allow_unicode=True, sort_keys=False, default_flow_style=False)
    found = codes(written)
    if read(written, "map.yaml").map is not None:  # else no check ran, and none would tell of an unknown check
        assert bool(faults(written)) == bool(found & STRUCTURAL), (found, faults(written))
    elif found & STRUCTURAL:
        assert faults(written)


@given(arguments())
@settings(quick, max_examples=50)
def test_a_sound_argument_passes_nested_and_flat(drawn: tuple[Node, list[Node]]) -> None:
    assert faults(nested(drawn[0])) == []
    assert faults(flat(*drawn)) == []


@given(small_samples())
@settings(quick, max_examples=50)
def test_a_random_argument_passes(sample: Sample) -> None:
    assert faults(sample.yaml) == []


# ids


@given(st.text(st.characters(max_codepoint=0x24F), min_size=1, max_size=3))
@settings(quick, max_examples=300)
def test_the_pattern_matches_every_id(name: str) -> None:
    if is_id(name):
        assert re.search(ID_PATTERN, name)


def test_the_pattern_matches_only_ids_where_it_knows_all_characters() -> None:
    known = [*map(chr, range(0x100)), *map(chr, range(0x2000, 0x2070))]
    for name in (*known, *(f"a{character}" for character in known if character != "\n")):
        assert bool(re.search(ID_PATTERN, name)) == is_id(name), ascii(name)


def test_the_pattern_takes_the_letters_of_every_script() -> None:
    letters = [character for character in map(chr, range(0x110000)) if character.isalpha()]
    assert [letter for letter in letters if not re.search(ID_PATTERN, letter)] == []


# the schema itself


def parts(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping of the schema."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part with what it refers to."""
    name = part.get("$ref", "").removeprefix("#/$defs/")
    return {**(SCHEMA["$defs"][name] if name else {}), **part}


def test_it_is_a_schema_and_refers_to_nothing_outside() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    for part in parts(SCHEMA):
        assert part.get("$ref", "#/$defs/").startswith("#/$defs/")
        assert resolved(part)
        assert "$id" not in part
    used = {part["$ref"].removeprefix("#/$defs/") for part in parts(SCHEMA) if "$ref" in part}
    assert used == set(SCHEMA["$defs"])


def test_every_key_has_a_title_and_a_description() -> None:
    mappings = [part for part in parts(SCHEMA) if part.get("additionalProperties") is False]
    assert len(mappings) == 7
    assert SCHEMA["properties"].keys() == AuthoredMap.model_fields.keys()
    for part in mappings:
        assert part["title"]
        assert part["description"]
        for key in part["properties"].values():
            assert key["title"]
            assert key["description"].endswith(".")
            assert "`" not in key["description"]


def test_every_way_of_writing_a_claim_or_an_inference_has_a_title_and_a_description() -> None:
    for key in ("because", "but", "thesis"):
        for way in SCHEMA["properties"][key]["anyOf"]:
            assert resolved(way)["title"]
            assert way["description"] == SCHEMA["properties"][key]["description"]
    for name in ("item", "premise"):
        ways = [resolved(way) for way in SCHEMA["$defs"][name]["anyOf"]]
        assert len({way["title"] for way in ways}) == len(ways)
        assert all(way["description"] for way in ways)


def test_schemes_and_checks_are_offered_with_what_they_mean() -> None:
    offered = {way["const"]: way["description"] for way in SCHEMA["$defs"]["scheme"]["anyOf"]}
    assert offered == {name: scheme.meaning for name, scheme in SCHEMES.items()}
    offered = {way["const"]: way["description"] for way in SCHEMA["$defs"]["check"]["anyOf"]}
    assert offered == {check.code: page_of(check.code).splitlines()[0] for check in CHECKS}


def test_the_schema_in_the_docs_is_the_one_that_argmap_prints() -> None:
    printed = CliRunner().invoke(main, ["schema"])
    assert printed.exit_code == 0
    assert json.loads(printed.output) == SCHEMA
    kept = (ROOT / "docs" / "argmap.schema.json").read_text(encoding="utf-8")
    assert kept == printed.output, "run argmap schema > docs/argmap.schema.json"
