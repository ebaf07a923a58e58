"""``argmap explain``: the manual page of a check."""

import click


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a check looks for and why, with a map that fails and one that passes.

    Without a code, list every check.
    """
    from argmap.checks.catalogue import EXPLAINED
    from argmap.checks.pages import listing, page

    if code is None:
        click.echo(listing(), nl=False)
    elif code in EXPLAINED:
        click.echo(page(code), nl=False)
    else:
        from argmap.names import did_you_mean

        hint = did_you_mean(code, EXPLAINED) or "argmap explain lists the checks"
        raise click.UsageError(f'no check is called "{code}"; {hint}')
