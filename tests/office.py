"""Slides as LibreOffice Impress shows them, by way of a PDF."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pypdf

from tests.programs import program


def printed(slides: Path, folder: Path, form: str = "pdf") -> Path:
    """Let Impress open slides and write them again in another format."""
    (written,) = printed_together([slides], folder, form)
    return written


def printed_together(
    slides: Sequence[Path], folder: Path, form: str = "pdf", env: Mapping[str, str] | None = None
) -> list[Path]:
    """Let Impress, started once, write several files again in another format, in an environment."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", form, "--outdir", str(folder), *map(str, slides)]
    subprocess.run([program("soffice"), profile, *convert], env=env, capture_output=True, timeout=300, check=True)
    return [folder / f"{path.stem}.{form}" for path in slides]


def pictures_on_pages(path: Path) -> list[int]:
    """Return how many pictures are painted on each page of a PDF."""
    contents = [page.get_contents() for page in pypdf.PdfReader(path).pages]
    return [0 if content is None else content.get_data().count(b" Do") for content in contents]
