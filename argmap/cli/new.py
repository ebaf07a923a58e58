"""``argmap new``: a map to start from."""

import shlex
from pathlib import Path

import click


@click.command()
@click.argument("file", metavar="FILE")
def new(file: str) -> None:
    """Write a small map to start from, with comments that say how it works.

    A name without an ending gets .yaml, and - writes to standard output. What is there already is never overwritten.
    """
    from importlib.resources import files

    from argmap.outputs.files import create_whole

    content = files("argmap").joinpath("starter.yaml").read_bytes()
    if file == "-":
        click.echo(content, nl=False)
        return
    path = Path(file)
    try:
        if path.is_dir() or file.endswith(("/", "\\")):
            raise click.ClickException(f'"{file}" is a folder; give the name of a file in it')
        path = _named(path)
        create_whole(path, content)
    except FileExistsError:
        raise click.ClickException(f"{path} is already there, and was left as it is") from None
    except FileNotFoundError:
        raise click.ClickException(f"cannot write {path}: there is no folder {path.parent}") from None
    except OSError as fault:
        raise click.ClickException(f"cannot write {path}: {fault.strerror}") from None
    name = shlex.quote(str(path))
    click.echo(f"{path}: a map to start from; change it, then type\n  argmap check {name}\n  argmap render {name}")


def _named(path: Path) -> Path:
    """Return the name of the map that is meant; what has another ending is not meant to be a map."""
    from argmap.outputs.files import MAP_SUFFIXES

    if not path.suffix:
        return path.with_name(f"{path.name}.yaml")
    if path.suffix.lower() not in MAP_SUFFIXES:
        better = path.with_suffix(".yaml")
        raise click.UsageError(f'the name of a map ends in {" or ".join(MAP_SUFFIXES)}; you could call it "{better}"')
    return path
