"""``argmap check``: what is wrong with maps, line by line."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared import MAP, read

if TYPE_CHECKING:
    from argmap.checks import Selection
    from argmap.reports import Checked

FORMATS = ("text", "json", "github", "sarif")


@click.command()
@click.argument("maps", nargs=-1, required=True, type=MAP, metavar="MAP...")
@click.option("--advice", is_flag=True, help="Say also what might be better; it never counts as a fault.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--select", multiple=True, metavar="CODE,...", help="Run only these checks.")
@click.option("--ignore", multiple=True, metavar="CODE,...", help="Do not run these checks.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to tell of problems. [text]")
def check(
    maps: tuple[Path, ...], *, advice: bool, strict: bool, select: tuple[str, ...], ignore: tuple[str, ...], form: str
) -> None:
    """Say what is wrong with maps, line by line.

    What reading finds is always told. "argmap explain CODE" says more about a check.
    """
    from argmap.checks import Selection
    from argmap.problems import Severity

    selection = Selection(_codes(select, "--select"), _codes(ignore, "--ignore"), advice)
    checked = []
    unread = 0
    for path in maps:
        try:
            checked.append(_checked(path, selection, tell=form == "text"))
        except click.ClickException as fault:
            unread += 1
            fault.show()
    if form == "text" and len(maps) > 1:
        _tell_total(checked)
    elif form != "text":
        click.echo(_report(checked, form), nl=False)
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    failed = any(one.count(severity) for one in checked for severity in failing)
    sys.exit(1 if failed or unread else 0)


def _codes(given: Iterable[str], option: str) -> frozenset[str]:
    """Return the codes that an option names; one that no check has is wrong usage."""
    from argmap.checks.catalogue import CHECKS, READING
    from argmap.names import did_you_mean

    codes = [code.strip() for codes in given for code in codes.split(",") if code.strip()]
    known = [check.code for check in CHECKS]
    for code in codes:
        if code in READING:
            raise click.UsageError(f"{option} {code}: what reading finds is always told")
        if code not in known:
            hint = did_you_mean(code, known) or "argmap explain lists the checks"
            raise click.UsageError(f'no check is called "{code}"; {hint}')
    return frozenset(codes)


def _checked(path: Path, selection: "Selection", *, tell: bool) -> "Checked":
    """Check one map, and tell of it at once where that is asked for."""
    from argmap.reports import Checked

    reading, problems = read(path, selection)
    checked = Checked(reading, problems)
    if tell:
        from argmap.reports.text import problem_text, summary

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for problem in problems:
            click.echo(problem_text(problem, reading.document, colour=colour), color=colour)
        click.echo(summary(checked))
    return checked


def _tell_total(checked: "list[Checked]") -> None:
    from argmap.reports.text import total

    click.echo(total(checked))


def _report(checked: "list[Checked]", form: str) -> str:
    """Return what was found in a format for programs."""
    if form == "json":
        from argmap.reports.json import report
    elif form == "github":
        from argmap.reports.github import report
    else:
        from argmap.reports.sarif import report
    return report(checked)
