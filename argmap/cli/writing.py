"""Write a file that a command makes of a map, and never over the map itself."""

from pathlib import Path

import click


def write(target: Path, content: bytes, source: Path) -> bool:
    """Write what was made of a map, whole or not at all; tell whether it could be done."""
    from argmap.outputs.files import write_whole

    try:
        if target.exists() and target.samefile(source):
            click.echo(f"cannot write {target}: it leads to the map itself", err=True)
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)
    except OSError as fault:
        click.echo(f"cannot write {target}: {fault.strerror}", err=True)
        return False
    return True
