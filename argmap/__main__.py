"""Run the command line: ``argmap``, or ``python -m argmap``."""

import gc


def run() -> None:
    """Run the command line in a process of its own.

    Such a process ends in a moment, and looking for garbage in cycles would take a sixth of it.
    """
    gc.disable()
    from argmap.cli import main
    from argmap.cli.streams import guarded

    with guarded():
        main()


def run_pandoc() -> None:
    """Run ``argmap pandoc`` as a program of its own: pandoc and Quarto name a filter by one word."""
    gc.disable()
    from argmap.cli.pandoc import pandoc
    from argmap.cli.streams import guarded

    with guarded():
        pandoc()


if __name__ == "__main__":
    run()
