"""Pictures beside a document: named by their content, so that what an earlier run left there is never wrong."""

from hashlib import sha256
from pathlib import Path

from argmap.outputs.files import write_whole

FOLDER = Path("argmap-media")
"""Where they go, seen from the folder in which the document is made."""


def store(content: bytes, stem: str, suffix: str) -> str:
    """Keep a picture, and return its path as a document names it; what is there already stays untouched.

    Raises
    ------
    OSError
        It cannot be written.
    """
    path = FOLDER / f"{_plain(stem)}-{sha256(content).hexdigest()[:12]}.{suffix}"
    if not (path.exists() and path.read_bytes() == content):
        FOLDER.mkdir(exist_ok=True)
        write_whole(path, content)
    return path.as_posix()


def _plain(stem: str) -> str:
    """Return a name in letters that every program takes in the name of a file, LaTeX included.

    >>> _plain("argmap-довод_1")
    'argmap-1'
    """
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in stem)
    return "-".join(filter(None, kept.split("-")))
