"""Problems in the formats for programs: each is valid by its own schema, whatever the map."""

import json
import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator, Draft202012Validator

from argmap.checks import Selection, problems_of
from argmap.checks.catalogue import page_of, severity_of
from argmap.cli import main
from argmap.problems import Problem, Severity
from argmap.reader import read
from argmap.reports import Checked, github, sarif
from argmap.reports import json as json_report

ROOT = Path(__file__).parent.parent
BAD = sorted((ROOT / "tests" / "maps" / "bad").glob("*.yaml"))

PROBLEMS = json.loads((ROOT / "docs" / "problems.schema.json").read_text(encoding="utf-8"))
# OASIS publishes the schema of SARIF; linceo carries it as it was published.
SARIF = json.loads((files("linceo.data") / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))

SOUND = "thesis: It moved.\nbecause: [[Anna saw it move., Anna sees well.]]\n"


def checked(content: str | bytes, file: str = "map.yaml") -> Checked:
    reading = read(content, file)
    return Checked(reading, problems_of(reading, Selection(advice=True)))


def with_problem(message: str, severity: Severity = Severity.ERROR, hint: str | None = None) -> Checked:
    found = Problem("wrong-type", severity, "map.yaml", 2, 5, message, hint)
    return Checked(read(SOUND, "map.yaml"), (found,))


@pytest.fixture(scope="module")
def every_bad_map() -> list[Checked]:
    return [checked(path.read_bytes(), path.relative_to(ROOT).as_posix()) for path in BAD]


# JSON


def as_json(*maps: Checked) -> Any:
    document = json.loads(json_report.report(maps))
    Draft202012Validator(PROBLEMS).validate(document)
    return document


def test_the_schema_of_the_json_document_is_one_and_explains_every_key() -> None:
    Draft202012Validator.check_schema(PROBLEMS)
    for part in (PROBLEMS, *PROBLEMS["$defs"].values()):
        assert part["additionalProperties"] is False
        assert set(part["required"]) == part["properties"].keys()
        assert all(key["description"] for key in part["properties"].values())


def test_every_bad_map_is_valid_json(every_bad_map: list[Checked]) -> None:
    document = as_json(*every_bad_map)
    assert len(document["maps"]) == len(BAD)
    assert len(document["problems"]) == sum(len(one.problems) for one in every_bad_map)


def test_a_problem_in_json_says_all_that_is_known_of_it() -> None:
    found = as_json(checked("thesis: moved\nclaims: {move: It moved.}\n", "maps/a b.yaml"))["problems"][0]
    assert found == {
        "code": "unknown-claim",
        "severity": "error",
        "file": "maps/a b.yaml",
        "line": 1,
        "column": 9,
        "message": 'no claim is called "moved"',
        "hint": 'did you mean "move" (line 2)?',
    }


def test_what_a_map_holds_is_counted() -> None:
    severities = [Severity.WARNING, Severity.ADVICE, Severity.ERROR, Severity.WARNING]
    found = tuple(Problem("no-source", severity, "two.yaml", 1, 1, "this is odd") for severity in severities)
    cited = "thesis: {text: It moved., source: board p. 2}\nsources: {board: The board}\n"
    one, two = as_json(Checked(read(SOUND, "one.yaml"), ()), Checked(read(cited, "two.yaml"), found))["maps"]
    assert (one["file"], one["claims"], one["inferences"], one["sources"]) == ("one.yaml", 3, 1, 0)
    assert (one["errors"], one["warnings"], one["advice"]) == (0, 0, 0)
    assert (two["file"], two["claims"], two["inferences"], two["sources"]) == ("two.yaml", 1, 0, 1)
    assert (two["errors"], two["warnings"], two["advice"]) == (1, 2, 1)


def test_nothing_is_counted_where_no_argument_could_be_read() -> None:
    (found,) = as_json(checked("- a\n"))["maps"]
    assert found["claims"] is found["inferences"] is found["sources"] is None
    assert found["errors"] == 1


def test_no_map_at_all_is_valid_json() -> None:
    assert as_json() == {"version": 1, "maps": [], "problems": []}


def test_json_is_ascii_so_that_no_terminal_can_spoil_it() -> None:
    text = json_report.report([with_problem("«тезис» is no claim")])
    assert text.isascii()
    assert json.loads(text)["problems"][0]["message"] == "«тезис» is no claim"


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::\S.*")


def test_every_problem_is_one_command_of_a_workflow(every_bad_map: list[Checked]) -> None:
    lines = github.report(every_bad_map).splitlines()
    assert len(lines) == sum(len(one.problems) for one in every_bad_map)
    assert [line for line in lines if not COMMAND.fullmatch(line)] == []


def test_a_command_tells_place_code_message_and_hint() -> None:
    text = "thesis: moved\nclaims: {move: It moved.}\n"
    assert github.report([checked(text, "maps/a.yaml")]).splitlines()[0] == (
        "::error file=maps/a.yaml,line=1,col=9,title=unknown-claim::"
        'no claim is called "moved"%0Adid you mean "move" (line 2)?'
    )


def test_a_map_without_problems_gives_no_command() -> None:
    assert github.report([with_problem("this is wrong"), Checked(read(SOUND, "map.yaml"), ())]).count("\n") == 1
    assert github.report([Checked(read(SOUND, "map.yaml"), ())]) == ""


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "notice")]
)
def test_every_severity_has_its_command(severity: Severity, command: str) -> None:
    assert github.report([with_problem("this is wrong", severity)]).startswith(f"::{command} file=")


def test_no_sentence_can_end_a_command_or_begin_another() -> None:
    line = github.report([with_problem('"100%, really: 5%0A"\r\n::error::x', hint="so: b, c")])
    assert line == (
        '::error file=map.yaml,line=2,col=5,title=wrong-type::"100%25, really: 5%250A"%0D%0A::error::x%0Aso: b, c\n'
    )


def test_no_file_name_can_end_a_property() -> None:
    found = Problem("wrong-type", Severity.ERROR, "a,line=9:b%\n.yaml", 1, 1, "this is wrong")
    line = github.report([Checked(read(SOUND, "map.yaml"), (found,))])
    assert line == "::error file=a%2Cline=9%3Ab%25%0A.yaml,line=1,col=1,title=wrong-type::this is wrong\n"


# SARIF


def as_sarif(*maps: Checked) -> Any:
    document = json.loads(sarif.report(maps))
    Draft4Validator(SARIF).validate(document)
    (run,) = document["runs"]
    return run


def uri_of(file: str) -> str:
    (result,) = as_sarif(checked("- a\n", file))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(file:///)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert isinstance(uri, str)
    return uri


def test_the_schema_of_sarif_is_the_standard_that_is_named() -> None:
    Draft4Validator.check_schema(SARIF)
    assert json.loads(sarif.report([]))["$schema"] == SARIF["id"]


def test_every_bad_map_is_valid_sarif(every_bad_map: list[Checked]) -> None:
    run = as_sarif(*every_bad_map)
    assert len(run["results"]) == sum(len(one.problems) for one in every_bad_map)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_rules_are_the_codes_that_occur_with_their_manual_pages(every_bad_map: list[Checked]) -> None:
    run = as_sarif(*every_bad_map)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for rule in rules:
        assert rule["shortDescription"]["text"] == page_of(rule["id"]).splitlines()[0]
        assert rule["fullDescription"]["text"].endswith(".")
        assert "\n" not in rule["fullDescription"]["text"]
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert "``" not in rule["help"]["markdown"]
        assert "::\n" not in rule["help"]["markdown"]
        level = {"error": "error", "warning": "warning", "advice": "note"}[severity_of(rule["id"])]
        assert rule["defaultConfiguration"]["level"] == level


def test_a_run_says_which_argmap_it_was_and_how_it_counts() -> None:
    run = as_sarif(checked(SOUND))
    version = CliRunner().invoke(main, ["--version"]).output.split()[-1]
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("argmap", version)
    assert "informationUri" not in run["tool"]["driver"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert "\u2028" in run["newlineSequences"]


def test_a_result_tells_place_message_and_hint() -> None:
    result = as_sarif(checked("thesis: moved\nclaims: {move: It moved.}\n", "maps/a.yaml"))["results"][0]
    assert (result["ruleId"], result["level"]) == ("unknown-claim", "error")
    assert result["message"] == {"text": 'no claim is called "moved"\ndid you mean "move" (line 2)?'}
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "maps/a.yaml"},
        "region": {"startLine": 1, "startColumn": 9},
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")]
)
def test_every_severity_has_its_level(severity: Severity, level: str) -> None:
    (result,) = as_sarif(with_problem("this is wrong", severity))["results"]
    assert result["level"] == level


def test_a_file_that_is_no_text_has_a_place_all_the_same() -> None:
    (result,) = as_sarif(checked(b"thesis: caf\xe9\n"))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 12}


def test_a_path_becomes_a_uri_relative_to_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert uri_of("maps/a.yaml") == uri_of("./maps/a.yaml") == uri_of(str(tmp_path / "maps" / "a.yaml"))
    assert uri_of("../a b.yaml") == "../a%20b.yaml"
    assert uri_of("a:b,%20#?.yaml") == "a%3Ab%2C%2520%23%3F.yaml"
    assert unquote(uri_of("été/名.yaml")) == "été/名.yaml"
    assert uri_of(str(tmp_path.parent / "b c.yaml")).startswith("file:///")
    assert uri_of(str(tmp_path.parent / "b c.yaml")).endswith("/b%20c.yaml")


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_becomes_a_uri_of_its_bytes() -> None:
    assert uri_of(os.fsdecode(b"caf\xe9.yaml")) == "caf%E9.yaml"


def test_no_sentence_is_taken_for_a_link_or_a_placeholder() -> None:
    (result,) = as_sarif(with_problem('"[see](1) {0} {x} [a]" is odd'))["results"]
    assert result["message"]["text"] == '"[see\\](1) {{0}} {x} [a]" is odd'


# the command


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_the_command_prints_the_report_and_nothing_else(form: str, tmp_path: Path) -> None:
    sound, broken = tmp_path / "sound.yaml", tmp_path / "broken.yaml"
    sound.write_text("thesis: It moved.\n", encoding="utf-8")
    broken.write_text("thesis: [\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(sound), str(broken), "--format", form])
    assert result.exit_code == 1
    assert result.stderr == ""
    report = {"json": json_report, "github": github, "sarif": sarif}[form].report
    read_again = [checked(path.read_bytes(), str(path)) for path in (sound, broken)]
    usual = [Checked(one.reading, problems_of(one.reading)) for one in read_again]
    assert result.stdout == report(usual)
    assert CliRunner().invoke(main, ["check", str(sound), "--format", form]).exit_code == 0
