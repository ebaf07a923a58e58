"""What a teacher types to have maps checked, and what comes back."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.checks.catalogue import EXPLAINED, page_of
from argmap.cli import main

WARNED = "thesis: The cat purrs all day long.\nclaims: {dog: The dog barks all night long.}\n"
BROKEN = "thesis: cat\nbecause: [[dog, dog]]\nclaims: {cat: The cat purrs., dog: The dog barks.}\n"


def argmap(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    path = tmp_path / "warned.yaml"
    path.write_text(WARNED, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_warnings_fail_only_when_checking_is_strict(warned: Path) -> None:
    assert argmap("check", warned).exit_code == 0
    assert argmap("check", "--strict", warned).exit_code == 1


def test_advice_is_shown_on_request_and_never_counted(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("thesis: The cat purrs all day long.\nbecause: The cat is well fed.\n", encoding="utf-8")
    assert "advice[" not in argmap("check", path).output
    for words in (("--advice",), ("--advice", "--strict"), ("--select", "one-sided")):
        result = argmap("check", *words, path)
        assert "advice[one-sided]" in result.output
        assert result.exit_code == 0
        assert result.output.splitlines()[-1].endswith("; no problems")


def test_a_check_can_be_left_out(warned: Path) -> None:
    result = argmap("check", "--strict", "--ignore", "unconnected", warned)
    assert result.exit_code == 0
    assert result.output == f"{warned}: 2 claims, 0 inferences; no problems\n"


def test_only_the_selected_checks_run(warned: Path, broken: Path) -> None:
    result = argmap("check", "--select", "repeated-premise,unconnected", warned, broken)
    assert [line for line in result.output.splitlines() if "[" in line and "]:" in line] == [
        f'{warned}:2:10: warning[unconnected]: "dog" does not lead to the thesis, and is not drawn',
        f'{broken}:2:17: error[repeated-premise]: "dog" is already a premise of this inference',
    ]
    assert argmap("check", "--select", "unconnected", broken).exit_code == 0


def test_codes_may_come_in_one_option_or_in_several(broken: Path) -> None:
    many = argmap("check", "--ignore", "unconnected", "--ignore", "repeated-premise", broken)
    assert argmap("check", "--ignore", "unconnected, repeated-premise", broken).output == many.output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--select", "unconected"), 'no check is called "unconected"; did you mean "unconnected"?'),
        (("--ignore", "whatever-this-is"), 'no check is called "whatever-this-is"; argmap explain lists the checks'),
        (("--ignore", "yaml-syntax"), "what reading finds is always told"),
        (("--format", "xml"), "'text', 'json', 'github', 'sarif'"),
    ],
)
def test_what_is_not_understood_is_wrong_usage(broken: Path, words: tuple[str, ...], says: str) -> None:
    result = argmap("check", *words, broken)
    assert result.exit_code == 2
    assert says in " ".join(result.output.split())


def test_several_maps_are_summed_up(warned: Path, broken: Path) -> None:
    result = argmap("check", warned, broken)
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "2 maps: 1 error, 1 warning"


def test_a_map_that_cannot_be_read_does_not_hide_the_others(
    warned: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_bytes(path: Path) -> bytes:
        if path == warned:
            raise PermissionError(13, "Permission denied")
        return path.read_text(encoding="utf-8").encode()

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    result = argmap("check", warned, broken)
    assert result.exit_code == 1
    assert f"cannot read {warned}: Permission denied" in result.output
    assert "repeated-premise" in result.output


def on_terminal(*words: str | Path, **environment: str) -> str:
    """Run the command with a terminal as its output, and return what it printed there."""
    leader, follower = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "argmap", *map(str, words)]
    subprocess.run(command, stdout=follower, check=False, env=plain | environment)
    os.close(follower)
    printed = b""
    try:
        while part := os.read(leader, 65536):
            printed += part
    except OSError:  # how Linux says that a terminal has ended
        pass
    os.close(leader)
    return printed.decode()


def test_a_terminal_gets_colour_unless_it_declines(broken: Path) -> None:
    assert "\x1b[" in on_terminal("check", broken, TERM="xterm")
    assert "\x1b[" not in on_terminal("check", broken, TERM="xterm", NO_COLOR="1")


def test_a_file_or_a_pipe_gets_no_colour(broken: Path) -> None:
    command = [sys.executable, "-m", "argmap", "check", str(broken)]
    run = subprocess.run(command, capture_output=True, check=False)
    assert b"repeated-premise" in run.stdout
    assert b"\x1b" not in run.stdout


@pytest.mark.parametrize("code", EXPLAINED)
def test_every_check_is_explained(code: str) -> None:
    result = argmap("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith(f"{code} (")
    assert page_of(code).partition("\n")[0] in result.output
    assert "::" not in result.output.replace("::error", "")


def test_without_a_code_every_check_is_listed() -> None:
    result = argmap("explain")
    listed = [line.split()[0] for line in result.output.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted(EXPLAINED)


def test_a_code_that_there_is_not_is_wrong_usage() -> None:
    result = argmap("explain", "suport-cycle")
    assert result.exit_code == 2
    assert 'did you mean "support-cycle"?' in result.output
