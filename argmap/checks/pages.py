"""The manual pages of the checks, for the terminal and as one page of Markdown."""

from collections.abc import Iterator

from argmap.checks.catalogue import CHECKS, EXPLAINED, READING, THEMES, page_of, severity_of
from argmap.problems import Severity

_TITLES = {
    Severity.ERROR: ("Errors", "The map means nothing definite: nothing is drawn, and `argmap check` fails."),
    Severity.WARNING: ("Warnings", "Nearly always a slip: the map is drawn, and `argmap check --strict` fails."),
    Severity.ADVICE: ("Advice", "What might be better: shown by `argmap check --advice`, never counted."),
}

_OF_THEMES = ("Themes", "Of a theme file (`--theme FILE`), besides what reading finds in every file.")

_ENGLISH = "It knows English only, and is silent about a map in another language."
_IGNORED = frozenset(check.code for check in CHECKS)
_KNOW_ENGLISH = frozenset(check.code for check in CHECKS if check.english)
_HEAD = """\
# The checks

Every problem that `argmap check` tells of has a code. `argmap explain CODE` prints what stands here. `ignore: CODE`, of
the map or of a claim, silences a check, and so does `argmap check --ignore CODE`. What reading finds cannot be ignored.
"""


def listing() -> str:
    """Return every code with the first sentence of its page, errors first."""
    width = max(map(len, EXPLAINED))
    lines = []
    for title, _, codes in _sections():
        lines += [title.lower(), *(f"  {code:<{width}}  {_summary(code)}" for code in codes), ""]
    return "\n".join([*lines, "argmap explain CODE says more.", ""])


def page(code: str) -> str:
    """Return a manual page as text for a terminal."""
    silence = f"\n\nTo silence it: ignore: {code}, for the map or for a claim." if code in _IGNORED else ""
    only = f"\n\n{_ENGLISH}" if code in _KNOW_ENGLISH else ""
    text = page_of(code).strip().replace("::\n", ":\n").replace("``", "`")
    return f"{code} ({severity_of(code)})\n\n{text}{only}{silence}\n"


def document() -> str:
    """Return all pages as a page of Markdown."""
    parts = [_HEAD.strip()]
    for title, meaning, codes in _sections():
        parts += [f"## {title}", meaning]
        for code in codes:
            only = f"\n\n{_ENGLISH}" if code in _KNOW_ENGLISH else ""
            parts.append(f"### {code}\n\n{_as_markdown(page_of(code).strip())}{only}")
    return "\n\n".join(parts) + "\n"


def _sections() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the sections of the manual: a title, what is common to the codes, and those."""
    yield from ((title, meaning, _codes(severity)) for severity, (title, meaning) in _TITLES.items())
    yield (*_OF_THEMES, list(THEMES))


def _codes(severity: Severity) -> list[str]:
    found = [*READING] if severity is Severity.ERROR else []
    return [*found, *(check.code for check in CHECKS if check.severity is severity)]


def _summary(code: str) -> str:
    return page_of(code).partition("\n")[0]


def _as_markdown(text: str) -> str:
    """Turn the samples of a page into blocks of YAML, and what is marked as code into Markdown's code."""
    blocks: list[str] = []
    for block in text.replace("``", "`").split("\n\n"):
        if blocks and blocks[-1].endswith("::") and block.startswith("    "):
            blocks[-1] = blocks[-1][:-1]
            sample = "\n".join(line[4:] for line in block.splitlines())
            blocks.append(f"```yaml\n{sample}\n```")
        else:
            blocks.append(block)
    return "\n\n".join(blocks)
