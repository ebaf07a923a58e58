"""Theme files: what they change, and every fault at its line; broken ones have their problems beside them."""

import re
import string
from dataclasses import fields
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from argmap import draw, load
from argmap.authored_theme import AuthoredTheme, AuthoredWords
from argmap.checks.catalogue import EXPLAINED, THEMES, page_of
from argmap.cli import main
from argmap.graph import Side
from argmap.legibility import too_faint
from argmap.model import Relation
from argmap.problems import Severity, has_errors
from argmap.reports.text import problem_text
from argmap.theme import DARK, LIGHT, Hue, Theme
from argmap.theme import THEMES as BUILT_IN
from argmap.theme_file import ThemeError, ThemeReading, is_theme_file, read_theme, read_theme_file, theme_of
from tests.pictures import first_sample

ROOT = Path(__file__).parent.parent
BAD = Path(__file__).parent / "themes" / "bad"
FILES = sorted(BAD.glob("*.yaml"))
SOCRATES = ROOT / "maps" / "socrates.yaml"

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def read(text: str) -> ThemeReading:
    return read_theme(text, "mine.yaml")


def good(text: str) -> Theme:
    reading = read(text)
    assert reading.theme is not None, reading.problems
    return reading.theme


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text).problems]


# what is wrong


@each_file
def test_a_bad_theme_has_exactly_its_problems(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    problems = read_theme_file(path).problems
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in problems] == expected


@each_file
def test_a_bad_theme_is_named_for_one_of_its_problems(path: Path) -> None:
    found = {problem.code for problem in read_theme_file(path).problems}
    assert found <= set(EXPLAINED)
    assert any(path.stem == code or path.stem.startswith(f"{code}-") for code in found)


@each_file
def test_a_problem_of_a_theme_is_one_sentence_and_is_shown_as_those_of_maps_are(path: Path) -> None:
    reading = read_theme_file(path)
    for problem in reading.problems:
        for text in (problem.message, problem.hint if problem.hint is not None else "a hint"):
            assert text == " ".join(text.split()) != ""
            assert not text.endswith((".", ";", ":"))
        head = problem_text(problem, reading.document).splitlines()[0]
        assert head == f"{path}:{problem.line}:{problem.column}: {problem.severity}[{problem.code}]: {problem.message}"


@each_file
def test_a_theme_with_errors_is_no_theme(path: Path) -> None:
    reading = read_theme_file(path)
    assert (reading.theme is None) == has_errors(reading.problems)


def test_every_kind_of_problem_of_themes_has_a_bad_theme() -> None:
    found = {problem.code for path in FILES for problem in read_theme_file(path).problems}
    assert set(THEMES) <= found
    assert {path.stem for path in BAD.glob("*.expected")} == {path.stem for path in FILES}


@pytest.mark.parametrize("code", THEMES)
def test_the_manual_page_of_a_problem_of_themes_says_what_fails_and_what_passes(code: str) -> None:
    def samples(heading: str) -> list[str]:
        blocks = re.findall(rf"^{heading}::\n\n((?:(?: {{4}}.*)?\n?)+)", page_of(code), re.MULTILINE)
        return [dedent(block).strip("\n") + "\n" for block in blocks]

    assert samples("Fails")
    assert samples("Passes")
    for text in samples("Fails"):
        assert set(codes(text)) == {code}
        assert {problem.severity for problem in read(text).problems} == {THEMES[code]}
    for text in samples("Passes"):
        assert codes(text) == []


def test_a_colour_without_quotes_is_a_comment_and_the_hint_says_so() -> None:
    (problem,) = read("extends: dark\nground: #000\n").problems
    assert (problem.line, problem.column, problem.code) == (2, 1, "wrong-type")
    assert problem.hint == "put the colour in quotes, for # begins a comment"


def test_all_faults_are_told_in_one_run() -> None:
    assert codes('grund: "#FFF"\ntext: black\nsupport: {widht: 2}\nwords: {becuase: as}\n') == [
        "unknown-key",
        "wrong-type",
        "unknown-key",
        "unknown-key",
    ]


def test_a_faint_colour_is_a_warning_with_the_figures_and_the_theme_is_there() -> None:
    reading = read('quiet: "#999"\n')
    (problem,) = reading.problems
    assert (problem.line, problem.column, problem.code, problem.severity) == (1, 8, "low-contrast", Severity.WARNING)
    assert re.search(r"#999999 on #[0-9A-F]{6} has a contrast of 2\.\d:1$", problem.message)
    assert problem.hint == "text needs 4.5:1, by WCAG 2.2"
    assert reading.theme is not None


def test_a_line_needs_less_contrast_than_text() -> None:
    said = [problem.hint for problem in read('neutral: "#999"\n').problems]
    assert said == ["a line needs 3:1, by WCAG 2.2"]
    assert codes('neutral: "#888"\n') == []


def test_what_is_faint_in_the_theme_that_is_extended_is_not_told() -> None:
    assert [meeting for theme in BUILT_IN.values() for meeting in too_faint(theme)] == []
    assert codes("radius: 0\n") == []


# what it changes


def test_an_empty_file_is_the_light_theme() -> None:
    for text in ("", "# nothing yet\n", "{}\n"):
        theme = good(text)
        assert (theme.ground, theme.relations, theme.tags) == (LIGHT.ground, LIGHT.relations, LIGHT.tags)


def test_what_is_not_written_stays_as_in_the_theme_that_is_extended() -> None:
    theme = good('extends: dark\nground: "#000"\nbox-border: 2.5\n')
    assert theme.ground == "#000000"
    assert theme.box_border == 2.5
    assert (theme.text, theme.relations) == (DARK.text, DARK.relations)
    assert theme.name == "mine"


def test_a_relation_may_have_a_colour_a_width_and_dashes() -> None:
    theme = good('support: {color: "#0a5"}\nattack: {width: 3, dashes: [6, 2, 1]}\n')
    support, attack = theme.relations[Relation.SUPPORT], theme.relations[Relation.ATTACK]
    assert (support.color, support.head) == ("#00AA55", LIGHT.relations[Relation.SUPPORT].head)
    assert (attack.color, attack.width) == (LIGHT.relations[Relation.ATTACK].color, 3.0)
    assert attack.dashes == (6.0, 2.0, 1.0, 6.0, 2.0, 1.0), "an odd number of dashes repeats as SVG repeats it"


def test_a_side_has_the_colour_of_its_relation_until_it_has_its_own() -> None:
    theme = good('support: {color: "#0A5"}\nsides: {against: "#A05", both: {color: "#505", fill: "#EEE"}}\n')
    assert theme.side(Side.FOR).color == "#00AA55"
    assert theme.side(Side.AGAINST).color == "#AA0055"
    assert theme.side(Side.BOTH) == Hue("#550055", "#EEEEEE")
    assert theme.side(Side.AGAINST).fill not in ("", theme.card, "#AA0055"), "faint, but there"


def test_tags_take_colours_in_the_order_of_the_file() -> None:
    assert [hue.color for hue in good('tags: ["#505", {color: "#050"}]\n').tags] == ["#550055", "#005500"]


def test_the_words_of_a_theme_stand_in_the_drawing(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("words: {because: since, but: yet, together: linked, supports: backs}\n", encoding="utf-8")
    drawing = draw(load(SOCRATES), theme=path)
    said = {line.line.text for line in drawing.lines}
    assert {"since", "linked", "backs"} <= said
    assert not {"because", "premises that work together", "supports"} & said
    assert "- since:" in drawing.description
    assert any(": backs" in f": {group.description}" for group in drawing.claims)


def test_a_theme_is_named_or_a_file_or_given(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("extends: dark\n", encoding="utf-8")
    assert theme_of("dark") is theme_of(DARK) is DARK
    assert theme_of(path) == theme_of(str(path))
    assert theme_of(path).ground == DARK.ground
    with pytest.raises(ThemeError, match='did you mean "classic"'):
        theme_of("clasic")
    path.write_text("extends: drak\n", encoding="utf-8")
    with pytest.raises(ThemeError, match=r"mine\.yaml:1:10: no theme is called"):
        theme_of(path)
    with pytest.raises(OSError, match="No such file"):
        theme_of(tmp_path / "none.yaml")


def test_a_file_ends_in_yaml_or_has_a_folder() -> None:
    assert all(map(is_theme_file, ("a.yaml", "a.YML", "themes/a", "./dark")))
    assert not any(map(is_theme_file, ("dark", "drak", "a")))


# on the command line


def rendered(tmp_path: Path, *options: str) -> tuple[int, str, Path]:
    target = tmp_path / "out.svg"
    result = CliRunner().invoke(main, ["render", str(SOCRATES), "-o", str(target), *options])
    return result.exit_code, result.output, target


def test_a_theme_file_is_drawn_with_and_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text('ground: "#F4F0E6"\nquiet: "#999"\n', encoding="utf-8")
    code, output, target = rendered(tmp_path, "--theme", str(path))
    assert code == 0
    assert f"{path}:2:8: warning[low-contrast]" in output
    assert 'fill="#F4F0E6"' in target.read_text(encoding="utf-8")


def test_words_that_the_font_lacks_are_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("words: {because: 因为}\n", encoding="utf-8")
    code, output, _ = rendered(tmp_path, "--theme", str(path))
    assert code == 0
    assert 'the font has no "因"' in output


def test_with_errors_in_a_theme_nothing_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text('grund: "#F4F0E6"\n', encoding="utf-8")
    code, output, target = rendered(tmp_path, "--theme", str(path))
    assert code == 1
    assert f"{path}:1:1: error[unknown-key]" in output
    assert 'did you mean "ground"?' in output
    assert not target.exists()


def test_a_theme_that_there_is_not_is_wrong_usage_and_a_file_that_there_is_not_is_said(tmp_path: Path) -> None:
    code, output, _ = rendered(tmp_path, "--theme", "drak")
    assert (code, 'did you mean "dark"?' in output) == (2, True)
    code, output, _ = rendered(tmp_path, "--theme", str(tmp_path / "none.yaml"))
    assert (code, "cannot read" in output) == (1, True)


def test_colour_is_spelt_either_way(tmp_path: Path) -> None:
    drawn = []
    for option in ("--color-by", "--colour-by"):
        code, _, target = rendered(tmp_path, option, "side")
        assert code == 0
        drawn.append(target.read_bytes())
    assert drawn[0] == drawn[1]


# whatever stands in it

_KEYS = ("extends", "ground", "text", "tint", "radius", "stub-dashes", "support", "sides", "for", "fill", "color",
         "width", "dashes", "tags", "words", "because", "more", "colour", "<x>", "", "0")  # fmt: skip
_LEAVES = st.sampled_from(
    ("dark", "light", "#FFF", "#12345", "#a1B2c3", "1.5", "-1", "1e999", "nan", "٣", "{}", "{0}", "since", "", "~")
) | st.text(string.printable, max_size=8)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=12,
)


@given(_TREES)
def test_any_tree_gives_a_theme_or_problems(tree: object) -> None:
    import json

    reading = read(json.dumps(tree, ensure_ascii=False))
    assert (reading.theme is None) == has_errors(reading.problems)
    if reading.theme:
        colors = [getattr(reading.theme, field.name) for field in fields(Theme) if field.type == "str"]
        assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in colors if color != reading.theme.name)
        assert reading.theme.words.get("more", "{}").format(3)


@given(st.binary(max_size=80) | st.text(max_size=80))
def test_any_file_gives_a_theme_or_problems(content: bytes | str) -> None:
    reading = read_theme(content, "mine.yaml")
    assert (reading.theme is None) == has_errors(reading.problems)


# the page


def test_the_theme_of_the_page_has_no_problem_and_words_of_its_own() -> None:
    reading = read(first_sample("themes.md"))
    assert reading.problems == ()
    assert reading.theme is not None
    assert reading.theme.words["because"] == "since"


def test_the_page_names_every_key_and_every_word() -> None:
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    keys = [field.alias for field in AuthoredTheme.model_fields.values()]
    words = [field.alias for field in AuthoredWords.model_fields.values()]
    assert [key for key in (*keys, *words) if f"`{key}`" not in page] == []


def test_the_page_names_every_theme() -> None:
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    assert all(f"**{name}**" in page and f"pictures/theme-{name}.svg" in page for name in BUILT_IN)
