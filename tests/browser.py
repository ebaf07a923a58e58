"""Chromium for tests, driven by Playwright: the one that is installed, if need be with no fonts but some."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.programs import program

OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--hide-scrollbars")

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def only_fonts(fonts: Sequence[Path], folder: Path) -> dict[str, str]:
    """Return an environment in which programs that use fontconfig find these fonts and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for font in fonts:
        shutil.copyfile(font, folder / font.name)
    configuration = folder / "fonts.conf"
    configuration.write_text(_FONTS.format(folder=folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(configuration)}


@contextmanager
def open_browser(env: dict[str, str] | None = None) -> Iterator[Browser]:
    """Start Chromium without a window, in an environment, and end it."""
    path = program("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(OPTIONS), env={**(env or os.environ)})
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Browser, content: str, width: int = 1280, height: int = 720) -> Iterator[Page]:
    """Show a page of HTML in a window of some size in pixels, its fonts loaded; in one window, one after the other."""
    context = browser.contexts[0] if browser.contexts else browser.new_context()
    page = context.pages[0] if context.pages else context.new_page()
    page.goto("about:blank")
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(content)
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page


def inline(svg: str) -> str:
    """Return a drawing as it stands in a page of HTML."""
    return svg.partition("?>")[2]
