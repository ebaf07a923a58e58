"""The tree of a file, and the places of what is in it."""

import time

import pytest

from argmap.decoding import decode
from argmap.problems import Place
from argmap.source import DEPTH_LIMIT, NODE_LIMIT, REPAIR_LIMIT, Document, parse
from argmap.tree import Mapping, Node, Scalar, Sequence

Plain = str | list["Plain"] | dict[str, "Plain"]


def tree(text: bytes | str) -> Node:
    document = parse(text, "map.yaml")
    assert document.problems == ()
    assert document.root is not None
    return document.root


def plain(node: Node) -> Plain:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.value: plain(entry.value) for entry in node.entries}


def places(node: Node) -> dict[str, Place]:
    """Return the place of every text and key by what it says."""
    if isinstance(node, Scalar):
        return {node.value: node.place}
    if isinstance(node, Sequence):
        return {text: place for item in node.items for text, place in places(item).items()}
    found = {}
    for entry in node.entries:
        found[entry.key.value] = entry.key.place
        found |= places(entry.value)
    return found


def found(text: bytes | str) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in parse(text, "map.yaml").problems]


def test_a_mapping_keeps_the_order_of_the_file() -> None:
    root = tree("thesis: a\nbut: b\nbecause: c\n")
    assert isinstance(root, Mapping)
    assert [entry.key.value for entry in root.entries] == ["thesis", "but", "because"]
    assert list(root.by_key) == ["thesis", "but", "because"]


@pytest.mark.parametrize("word", ["No", "1984", "2022-01", "~", "null", "1.0", "0x1F", "true", "12:30:45"])
def test_every_scalar_is_text(word: str) -> None:
    assert plain(tree(f"text: {word}")) == {"text": word}


def test_only_what_is_not_written_is_empty() -> None:
    root = tree("a:\nb: ''\nc: ~\n")
    assert isinstance(root, Mapping)
    values = [entry.value for entry in root.entries]
    assert [isinstance(value, Scalar) and value.empty for value in values] == [True, False, False]


def test_places_are_lines_and_columns_from_one() -> None:
    where = places(tree("thesis: moved\nclaims:\n  moved: {text: It moved., by: [Anna, Ben]}\n"))
    assert where["thesis"] == Place(1, 1)
    assert where["moved"] == Place(3, 3)
    assert where["text"] == Place(3, 11)
    assert where["Ben"] == Place(3, 39)


def test_columns_count_characters_after_emoji_and_accents() -> None:
    where = places(tree('thesis: {text: "😀😀 été", because: b}\n'))
    assert where["because"] == Place(1, 26)
    assert where["b"] == Place(1, 35)


def test_a_byte_order_mark_shifts_no_column() -> None:
    for content in ("\ufeffthesis: a", b"\xef\xbb\xbfthesis: a"):
        assert places(tree(content)) == {"thesis": Place(1, 1), "a": Place(1, 9)}
        assert parse(content, "map.yaml").lines == ("thesis: a",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_line_ends_of_every_system_count_once(end: str) -> None:
    text = end.join(["thesis: a", "", "because:", "  - b", "foo: bar: baz"])
    document = parse(text, "map.yaml")
    assert found(text) == [(5, 9, "yaml-syntax")]
    assert document.lines[4] == "foo: bar: baz"
    assert places(tree(end.join(["thesis: a", "because:", "  - b"])))["b"] == Place(3, 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_utf_8_and_in_utf_16_with_a_mark(encoding: str) -> None:
    text = "thesis: Il fait déjà nuit 😀\n"
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    content = (mark + text).encode(encoding)
    assert decode(content).removeprefix("\ufeff") == text
    assert plain(tree(content)) == {"thesis": "Il fait déjà nuit 😀"}


@pytest.mark.parametrize("content", [b"thesis: caf\xe9", b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\x80"])
def test_bytes_that_are_no_text_are_one_problem(content: bytes) -> None:
    document = parse(content, "map.yaml")
    assert [problem.code for problem in document.problems] == ["not-text"]
    assert document.root is None


def test_a_problem_of_bytes_says_which_byte() -> None:
    assert "byte 12 is" in parse(b"thesis: caf\xe9", "map.yaml").problems[0].message


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ufffe", "\ud800"])
def test_a_character_that_yaml_forbids_is_a_problem_at_its_place(character: str) -> None:
    assert found(f"thesis: a\nbecause: b{character}c\n") == [(2, 11, "yaml-syntax")]


def test_a_forbidden_character_cannot_come_in_by_an_escape() -> None:
    document = parse('thesis: "The bell \\e[31m rings."\n', "map.yaml")
    assert [(problem.column, problem.code) for problem in document.problems] == [(9, "yaml-syntax")]
    assert document.root is not None
    assert "\x1b" not in str(plain(document.root))


def test_an_empty_file_has_no_tree_and_no_problem() -> None:
    for text in ("", "\n\n", "# nothing yet\n", "\ufeff"):
        assert parse(text, "map.yaml").root is None
        assert parse(text, "map.yaml").problems == ()


def test_of_equal_keys_the_first_wins_and_the_second_is_a_problem() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    assert found(text) == [(3, 1, "duplicate-key")]
    document = parse(text, "map.yaml")
    assert document.root is not None
    assert plain(document.root) == {"a": "1", "b": "2"}


def test_keys_are_equal_however_their_letters_are_composed() -> None:
    assert found("caf\u00e9: 1\ncafe\u0301: 2\n' caf\u00e9 ': 3\n") == [
        (2, 1, "duplicate-key"),
        (3, 1, "duplicate-key"),
    ]


def test_a_key_is_a_word() -> None:
    assert found("? [a, b]\n: c\nthesis: a\n") == [(1, 3, "wrong-type")]


def test_an_alias_is_what_it_stands_for() -> None:
    root = tree("a: &x [1, 2]\nb: *x\n")
    assert plain(root) == {"a": ["1", "2"], "b": ["1", "2"]}
    assert isinstance(root, Mapping)
    assert root.entries[0].value is root.entries[1].value


def test_an_alias_of_what_holds_it_is_a_problem() -> None:
    assert found("a: &x [1, *x]\n") == [(1, 11, "yaml-syntax")]


def test_a_name_that_nothing_refers_to_is_the_beginning_of_a_sentence() -> None:
    assert found("a: &Sons traded.\n") == [(1, 4, "yaml-syntax")]
    assert found("a: &Sons traded.\nb: *Sons\n") == []
    assert found("a: &list [b, c]\n") == [], "a list has lost no words"


def test_a_tag_is_the_beginning_of_a_sentence() -> None:
    assert found("- !Nobody passed.\n- ! passed\n- !list [a]\n- !!map {}\n") == [
        (1, 3, "yaml-syntax"),
        (2, 3, "yaml-syntax"),
        (3, 3, "yaml-syntax"),
        (4, 3, "yaml-syntax"),
    ]


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_nesting_ends_at_a_depth() -> None:
    assert found(nested(DEPTH_LIMIT)) == []
    assert found(nested(DEPTH_LIMIT + 1)) == [(1, DEPTH_LIMIT + 1, "too-large")]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_a_hundred_thousand_open_brackets_are_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    assert [code for _, _, code in found(text)] == ["too-large"]
    assert time.perf_counter() - start < 2


def test_an_alias_does_not_get_round_the_depth() -> None:
    half = DEPTH_LIMIT // 2 + 1
    text = f"- &a {nested(half)}\n- {'[' * half}*a{']' * half}\n"
    assert found(text) == [(2, 3 + half, "too-large")]


def bomb(levels: int) -> str:
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


def test_aliases_count_as_what_they_stand_for() -> None:
    assert 10**5 < NODE_LIMIT < 10**6
    assert found(bomb(5)) == []
    assert found(bomb(6)) == [(6, 3, "too-large")]
    assert found(bomb(60)) == [(6, 3, "too-large")]


def test_a_fault_that_cannot_be_mended_ends_the_reading_and_keeps_what_was_found_before() -> None:
    document = parse("a: {b: 1, b: 2}\nc: [d, e\n", "map.yaml")
    assert document.root is None
    assert [(problem.line, problem.code) for problem in document.problems] == [(1, "duplicate-key"), (2, "yaml-syntax")]


def test_a_second_document_is_refused_where_it_begins() -> None:
    assert found("thesis: a\n---\nthesis: b\n") == [(2, 1, "yaml-syntax")]
    assert found("--- \nthesis: a\n...\n") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a:\n  - "b\n  - c\n', (2, 5)),
        ("a: [b, c\nd: e\n", (1, 4)),
        ("a: [b, c\n", (1, 4)),
        ("a: {b: c\n\n\n", (1, 4)),
        ("a: [b,\n  c\n", (1, 4)),
        ('a: [\n  b,\n  "c" d,\n  e\n]\n', (3, 7)),
        ("a: [b, \"c\" d]\n", (1, 12)),
        ("a: [\n", (1, 5)),
        ("a: *b* c\n", (1, 4)),
        ("%a b\n", (1, 1)),
        ("a: > b\n", (1, 4)),
        ("a\nb: c\n", (1, 1)),
        ("a:\n  b\n    c: d\n", (2, 3)),
        ("a:b\nc: d\n", (1, 3)),
        ("z: z\na:b\nc: d\n", (2, 3)),
        ("z:\n  a:b c\n  d: e\n", (2, 5)),
        ("z: y\n\n  c: d\n", (3, 4)),
        ("url:https://example.org\nb: c\n", (1, 5)),
        ("a:\n  - https://example.org\n    b: c\n", (3, 6)),
        ("a: b\n\tc: d\n", (2, 1)),
    ],
)  # fmt: skip
def test_a_slip_is_reported_where_it_was_made(text: str, place: tuple[int, int]) -> None:
    assert found(text) == [(*place, "yaml-syntax")]


def test_the_lines_of_a_file_are_kept_for_reports() -> None:
    document: Document = parse("thesis: a\r\n\r\nbecause: b", "map.yaml")
    assert document.lines == ("thesis: a", "", "because: b")
    assert document.file == "map.yaml"


def test_reading_goes_on_behind_a_line_that_can_be_mended() -> None:
    document = parse("a: He said: all\nb:c\nd\ne: %f\n", "map.yaml")
    assert [(problem.line, problem.code) for problem in document.problems] == [
        (1, "yaml-syntax"),
        (2, "yaml-syntax"),
        (3, "yaml-syntax"),
        (4, "yaml-syntax"),
    ]
    assert isinstance(document.root, Mapping)
    values = {key: entry.value.value for key, entry in document.root.by_key.items() if isinstance(entry.value, Scalar)}
    assert values == {"a": "He said: all", "b": "c", "d": "", "e": "%f"}


def test_a_sentence_that_goes_on_behind_its_line_is_mended_as_a_whole() -> None:
    text = "thesis: He said: all\n  of it\nbecause: x: y\n"
    assert found(text) == [(1, 16, "yaml-syntax"), (3, 11, "yaml-syntax")]


def test_reading_ends_after_many_unreadable_lines() -> None:
    assert len(found("a:\n" + "  - b: c: d\n" * 50)) == REPAIR_LIMIT


def test_a_bracket_that_spans_lines_is_not_mended() -> None:
    document = parse("a: [\n  b: c: d,\n]\n", "map.yaml")
    assert document.root is None
