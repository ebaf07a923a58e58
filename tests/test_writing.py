"""Writing: a file is there whole or not at all, whatever happens; and what cannot be written is one sentence."""

import os
import random
import re
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from argmap.outputs.files import create_whole, write_whole

ROOT = Path(__file__).parent.parent
SOCRATES = ROOT / "maps" / "socrates.yaml"
REAL = ROOT / "maps" / "putin-on-two-fronts.yaml"
BAD = ROOT / "tests" / "maps" / "bad" / "unknown-claim-misspelt.yaml"
ARGMAP = [sys.executable, "-m", "argmap"]
NAME = f".argmap-{'0a' * 16}.tmp"
"""What a temporary file is called."""

WRITER = """
import sys
from pathlib import Path
from argmap.outputs.files import write_whole
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_whole(Path(sys.argv[1]), letter * 300_000)
"""
WHOLE = (b"a" * 300_000, b"b" * 300_000)

if os.name != "posix":
    pytest.skip("these tests kill processes, fill disks and close pipes as Unix does", allow_module_level=True)


def temporary_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if re.fullmatch(r"\.argmap-[0-9a-f]{32}\.tmp", path.name)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# killed


@pytest.mark.slow
def test_a_hundred_kills_leave_a_whole_file_and_at_most_one_temporary_one(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    mine = users_files(tmp_path)
    write_whole(target, WHOLE[0])
    chance = random.Random(1)
    hits = 0
    for _ in range(100):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
        assert writer.stdout
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.02))
        writer.kill()
        assert writer.wait() == -signal.SIGKILL
        writer.stdout.close()
        assert target.read_bytes() in WHOLE
        left = temporary_files(tmp_path)
        assert len(left) <= 1
        hits += len(left)
    assert hits > 10, "the kills should hit the writing"

    subprocess.run([*ARGMAP, "render", str(SOCRATES), "-o", str(target)], check=True, capture_output=True)
    assert temporary_files(tmp_path) == []
    assert names(tmp_path) == sorted(["map.svg", *mine])
    assert {name: (tmp_path / name).read_bytes() for name in mine} == mine


def users_files(folder: Path) -> dict[str, bytes]:
    """Make files whose names are almost those of temporary ones."""
    almost = [".argmap-notes.tmp", NAME.upper(), f"{NAME}~", NAME[1:], ".map.svg.argmap-tmp", ".map.svg.swp", "map.tmp"]
    for name in almost:
        (folder / name).write_text(name, encoding="utf-8")
    return {name: name.encode() for name in almost}


@pytest.mark.slow
def test_the_command_killed_at_any_moment_leaves_the_old_drawing_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    command = [*ARGMAP, "render", str(SOCRATES), "-o", str(target)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - start
    new = target.read_bytes()
    chance = random.Random(2)
    for _ in range(15):
        target.write_bytes(b"the old one")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.1) * took)
        process.kill()
        process.wait()
        assert target.read_bytes() in (b"the old one", new)
        assert len(temporary_files(tmp_path)) <= 1
    subprocess.run(command, check=True, capture_output=True)
    assert names(tmp_path) == ["map.svg"]


@pytest.mark.parametrize("write", [write_whole, create_whole])
def test_what_a_killed_run_left_behind_goes_with_the_next_run(write: object, tmp_path: Path) -> None:
    assert callable(write)
    (tmp_path / NAME).write_bytes(b"half a draw")
    write(tmp_path / "map.svg", b"a drawing")
    assert names(tmp_path) == ["map.svg"]


def test_only_plain_files_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME.replace("a", "b")).symlink_to("elsewhere")
    before = names(tmp_path)
    write_whole(tmp_path / "map.svg", b"a drawing")
    assert names(tmp_path) == sorted(["map.svg", *before])


def test_the_temporary_file_of_a_run_that_goes_on_is_not_taken_away(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    contents = [bytes([65 + number]) * 100_000 for number in range(6)]
    seen: set[bytes] = set()
    failures: list[OSError] = []

    def write(content: bytes) -> None:
        try:
            for _ in range(15):
                write_whole(target, content)
        except OSError as fault:
            failures.append(fault)

    write_whole(target, contents[0])
    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        seen.add(target.read_bytes())
    for thread in threads:
        thread.join()
    assert failures == []
    assert seen <= set(contents)
    assert names(tmp_path) == ["map.svg"]


# what is replaced


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    target.touch()
    target.chmod(0o640)
    write_whole(target, b"a drawing")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "map.svg", b"a drawing")
    assert (tmp_path / "map.svg").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "map.svg").write_bytes(b"the old one")
    (tmp_path / "map.svg").symlink_to("slides/map.svg")
    write_whole(tmp_path / "map.svg", b"the new one")
    assert (tmp_path / "map.svg").is_symlink()
    assert (tmp_path / "slides" / "map.svg").read_bytes() == b"the new one"


def test_a_link_to_the_map_is_no_place_for_its_drawing(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_bytes(SOCRATES.read_bytes())
    (tmp_path / "map.svg").symlink_to("map.yaml")
    done = argmap("argmap render map.yaml", tmp_path)
    assert (done.returncode, done.stderr) == (1, "cannot write map.svg: it leads to the map itself\n")
    assert (tmp_path / "map.yaml").read_bytes() == SOCRATES.read_bytes()


# what cannot be written


def argmap(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which argmap is called; its exit code is the one that counts."""
    line = f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}; {command}'
    code = "; exit ${PIPESTATUS[0]}"
    return subprocess.run(
        ["bash", "-c", line + code],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def small_files(most: int = 2000) -> None:
    """Let the process write no file larger than this, which fails as a full disk does."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.mark.parametrize("words", [["render", str(SOCRATES), "-o", "map.svg"], ["new", "map.yaml"]])
def test_a_disk_that_is_full_is_one_sentence_and_the_old_file_stays(words: list[str], tmp_path: Path) -> None:
    if words[0] == "render":
        (tmp_path / "map.svg").write_bytes(b"the old one")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = subprocess.run(
        [*ARGMAP, *words], cwd=tmp_path, preexec_fn=small_files, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"(Error: )?cannot write map\.\w+: File too large\n", done.stderr)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    """Return a folder in which nothing can be written, not even by root."""
    folder = Path("/sys") if os.geteuid() == 0 else tmp_path / "unwritable"
    if not folder.exists():
        folder.mkdir(mode=0o555)
    return folder


@pytest.mark.parametrize(
    "words",
    [["render", str(SOCRATES), "-o", "{}/map.svg"], ["render", str(SOCRATES), "--to", "{}"], ["new", "{}/map.yaml"]],
)
def test_a_folder_that_cannot_be_written_is_one_sentence(words: list[str], unwritable: Path, tmp_path: Path) -> None:
    words = [word.format(unwritable) for word in words]
    done = subprocess.run([*ARGMAP, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(rf"(Error: )?cannot write {unwritable}/\w+\.\w+: [A-Z][\w -]+\n", done.stderr)


@pytest.mark.parametrize("target", ["folder.svg", "file/map.svg", f"{'x' * 300}.svg"])
def test_what_cannot_be_a_file_is_one_sentence(target: str, tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "file").touch()
    done = argmap(f"argmap render {SOCRATES} -o {target}", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"cannot write {target}: [A-Z][\w ]+\n", done.stderr)
    assert names(tmp_path) == ["file", "folder.svg"]


# standard output

COMMANDS = [
    f"argmap check {SOCRATES}",
    f"argmap check --format sarif {BAD}",
    f"argmap outline {REAL}",
    f"argmap render {SOCRATES} -o -",
    "argmap explain",
    "argmap new -",
    "argmap --help",
]
each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: re.sub(r"/\S+/", "", command))


@each_command
def test_a_closed_pipe_ends_a_command_in_silence(command: str, tmp_path: Path) -> None:
    done = argmap(f"{command} | true", tmp_path)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "command",
    [f"argmap render {REAL} --view main-line -o - | head -c1", f"argmap check {' '.join([str(BAD)] * 400)} | head -1"],
)
def test_a_pipe_that_is_closed_midway_ends_a_command_in_silence(command: str, unbuffered: str, tmp_path: Path) -> None:
    done = argmap(command, tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@each_command
def test_full_standard_output_is_one_sentence(command: str, tmp_path: Path) -> None:
    done = argmap(f"{command} > /dev/full", tmp_path)
    assert (done.returncode, done.stderr) == (1, "cannot write to standard output: No space left on device\n")
    done = argmap(f"{command} > /dev/full 2> /dev/full", tmp_path)
    assert done.returncode == 1


@each_command
def test_without_standard_output_there_is_no_traceback(command: str, tmp_path: Path) -> None:
    done = argmap(f"{command} >&-", tmp_path)
    assert "Traceback" not in done.stderr
    assert argmap(f"{command} >&- 2>&-", tmp_path).returncode == done.returncode


def test_names_and_words_that_the_terminal_has_no_letters_for_are_no_traceback(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path / "Σ") + b"\xff.yaml"
    Path(os.fsdecode(name)).write_text("thesis: Это верно.\nbecuase: Да.\n", encoding="utf-8")
    for encoding in ("ascii", "cp1252"):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        for command in ("check", "outline"):
            done = subprocess.run([*ARGMAP, command, name], env=environment, capture_output=True, check=False)
            assert done.returncode == 1
            assert b"Traceback" not in done.stderr
            assert b"unknown-key" in done.stdout + done.stderr
