"""A deck as one page of HTML that works by itself: a show with the script, all slides one under another without.

Nothing is fetched and nothing else is run: the policy in the page allows one style and one script, by their hashes,
and fonts out of the page itself. Drawings are whole; the script hides what comes later, so that nothing can move.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from argmap.deck.sheet import NUMBER_SIZE, PATH_SIZE
from argmap.deck.slides import Deck, Kind
from argmap.geometry import Rect
from argmap.markup import element, number, tag
from argmap.outputs.html.colors import Palette, is_dark
from argmap.outputs.html.fonts import PageLettering, lettering_of
from argmap.outputs.html.sizes import list_size, margin, opening_sizes, title_size
from argmap.outputs.html.slides import SlideWriter
from argmap.outputs.html.words import PageWords, page_words
from argmap.theme import LIGHT

_FOLDER = Path(__file__).with_name("static")
_SCRIPTS = ("place.js", "view.js", "controls.js")


def to_html(deck: Deck, *, done: Callable[[], None] = lambda: None) -> bytes:
    """Return a deck as a page; ``done`` is called after every slide. The same deck gives the same bytes.

    Raises
    ------
    argmap.outputs.options.OutputError
        A font cannot be embedded.
    """
    words, palette = page_words(deck.language), Palette(deck.theme)
    lettering = lettering_of(deck, (*asdict(words).values(), "·›→…←↑↓−"))
    writer, sections = SlideWriter(deck, palette, lettering, words), []
    for slide in deck.slides:
        sections.append(writer.slide(slide))
        done()
    style, script = _style(deck, palette, lettering), _script()
    said = {name: escape(text) for name, text in asdict(words).items() if name != "language"}
    page = Template(_read("deck.html")).substitute(
        said,
        language=escape(deck.language),
        follows=" data-follows" if deck.theme == LIGHT else "",
        words_language=words.language,
        title=escape(deck.title),
        author=tag("meta", {"name": "author", "content": deck.author}) + "\n" if deck.author else "",
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        contents="\n".join(_contents(deck)),
        sections="\n".join(sections),
        keys="\n".join(_keys(words)),
    )
    return page.encode()


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _script() -> str:
    """Return the script, which shares no name with other scripts."""
    parts = "\n".join(map(_read, _SCRIPTS))
    return f'(() => {{\n"use strict";\n{parts}}})();'


def _hash(content: str) -> str:
    """Return by what a Content Security Policy knows a style or script (CSP 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _style(deck: Deck, palette: Palette, lettering: PageLettering) -> str:
    """Return the style: the fonts, the colours of both kinds, the places on the sheet, the sizes on every slide."""
    sheet, rules = deck.sheet, [lettering.style()]
    lengths = f"--sheet-width:{number(sheet.width)};--sheet-height:{number(sheet.height)};"
    own, other = palette.variables(), palette.variables(other=True)
    rules.append(f":root{{{lengths}--opening:{number(margin(sheet))};{own}}}")
    rules.append(f':root[data-look="other"]{{{other}}}')
    if deck.theme == LIGHT:
        rules.append(f"@media (prefers-color-scheme:dark){{:root:not([data-look]){{{other}}}}}")
    rules.append(_read("deck.css"))
    rules += _places(deck)
    light = other if is_dark(deck.theme) else own
    paper = f"@page{{size:{number(sheet.width)}pt {number(sheet.height)}pt;margin:0}}"
    rules.append(f"{paper}@media print{{:root:root:root{{{light}}}}}")
    return "\n".join(rules)


def _places(deck: Deck) -> Iterator[str]:
    """Yield the rules for where things stand on the sheet, and how large they are on each slide."""
    sheet, typeface = deck.sheet, deck.typeface
    rooms = {"path": sheet.path, "heading": sheet.title, "inset": sheet.inset, "number": sheet.number}
    for name, room in (rooms | {"picture": sheet.picture, "words": sheet.picture}).items():
        yield f".slide>.{name}{{{_room(room)}}}"
    yield f".slide>.path{{font-size:{_points(PATH_SIZE)}}}.slide>.number{{font-size:{_points(NUMBER_SIZE)}}}"
    for slide in deck.slides:
        if slide.kind is Kind.TITLE:
            sizes = opening_sizes(slide, sheet, typeface)
            yield f"#title-{slide.number}{{font-size:{_points(sizes.pop('title'))}}}"
            yield from (f".leaf.title .{role}{{font-size:{_points(size)}}}" for role, size in sizes.items())
            continue
        size = title_size(slide.title, typeface.bold, sheet.title)
        yield f"#title-{slide.number}{{font-size:{_points(size)}}}"
        if drawing := slide.drawing:
            width, height = _points(drawing.width * drawing.scale), _points(drawing.height * drawing.scale)
            yield f"#picture-{slide.number}>svg{{width:{width};height:{height}}}"
        if slide.paragraphs:
            yield f"#title-{slide.number}~.words{{font-size:{_points(list_size(slide, sheet, typeface))}}}"


def _room(room: Rect) -> str:
    """Return the declarations that give something its room."""
    sides = {"left": room.x, "top": room.y, "width": room.width, "height": room.height}
    return ";".join(f"{side}:{_points(length)}" for side, length in sides.items())


def _points(length: float) -> str:
    """Return a length on the sheet."""
    return f"calc({number(length, 2)}*var(--pt))"


def _contents(deck: Deck) -> Iterator[str]:
    """Yield the list of the slides."""
    for slide in deck.slides:
        at = element("span", str(slide.number), {"class": "at"})
        called = element("span", slide.title, {"dir": "auto"})
        yield f'<li><a href="#{slide.number}">{at}{called}</a></li>'


def _keys(words: PageWords) -> Iterator[str]:
    """Yield the help's list of keys and what they do."""
    table = (
        ("→ Space PageDown", words.next),
        ("← PageUp", words.previous),
        ("n p", words.to_slide),
        ("Home End", words.ends),
        ("1…9 Enter", words.jump),
        ("Backspace", words.back),
        ("l", words.slides),
        ("+ −", f"{words.zoom_in}, {words.zoom_out}"),
        ("0", words.whole),
        ("f F5", words.full),
        ("d", words.look),
        ("s", words.notes),
        ("Shift+S", words.window),
        ("b", words.black),
        ("?", words.help),
    )
    for keys, meaning in table:
        named = " ".join(element("kbd", key) for key in keys.split())
        yield f"<dt>{named}</dt>{element('dd', meaning)}"
