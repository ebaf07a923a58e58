"""Slides as LibreOffice Impress shows them, by way of a PDF."""

import subprocess
from pathlib import Path

import pypdf

from tests.programs import program


def printed(slides: Path, folder: Path, form: str = "pdf") -> Path:
    """Let Impress open slides and write them again in another format."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(slides)]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return folder / f"{slides.stem}.{form}"


def pictures_on_pages(path: Path) -> list[int]:
    """Return how many pictures are painted on each page of a PDF."""
    contents = [page.get_contents() for page in pypdf.PdfReader(path).pages]
    return [0 if content is None else content.get_data().count(b" Do") for content in contents]
