"""Standard output and standard error: whatever becomes of them, there is no traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EPIPE
from io import BufferedWriter, BytesIO, RawIOBase, TextIOWrapper
from typing import TextIO

import click


@contextmanager
def guarded() -> Iterator[None]:
    """Run a command so that what it prints is printed, or it is said that it cannot be.

    What a terminal has no letters for is shown by its number. Whoever closes a pipe has seen enough, and is told
    nothing; in this case too the exit code is 1.
    """
    sys.stdout = _opened(sys.stdout)
    sys.stderr = _opened(sys.stderr)
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # when Python itself does, it is too late to say anything
    except OSError as fault:
        if fault.filename is not None:
            raise  # this is about a file, and a command should have told of it
        if fault.errno != EPIPE:
            with suppress(OSError):
                click.echo(f"cannot write to standard output: {fault.strerror}", err=True)
        os._exit(1)  # Python would try once more to write what it could not


def _opened(stream: TextIO | None) -> TextIO:
    """Return a stream that can be written to; one that is closed from the beginning (``>&-``) takes all in silence."""
    if not isinstance(stream, TextIOWrapper):
        return stream or TextIOWrapper(BytesIO())
    if isinstance(stream.buffer, RawIOBase):  # under PYTHONUNBUFFERED, where a write can be cut short without a word
        encoding = stream.encoding
        stream = TextIOWrapper(BufferedWriter(stream.detach()), encoding)
    stream.reconfigure(errors="backslashreplace")
    return stream
