"""``argmap schema``: the map format for an editor."""

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the map format, for editors.

    By it, an editor completes and explains the keys of a map, and underlines what cannot be right. For VS Code with its
    YAML extension, keep it in a file, and begin a map with the line "# yaml-language-server: $schema=FILE".
    """
    import json

    from argmap.schema import map_schema

    click.echo(json.dumps(map_schema(), indent=2))
