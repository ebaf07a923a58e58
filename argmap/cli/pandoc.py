"""``argmap pandoc``: a filter that puts drawings into pandoc's documents."""

import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.attributes import Wanted, faults_within, wanted
from argmap.cli.fonts import refuse_bad_fonts, selection_for, text_options
from argmap.cli.shared import show
from argmap.cli.themes import theme_in, theme_options

if TYPE_CHECKING:
    from argmap.drawing import Drawing
    from argmap.model import ArgumentMap
    from argmap.pandoc.document import Request
    from argmap.pandoc.targets import Target
    from argmap.pandoc.words import Element
    from argmap.scenes import Scene


@click.command()
@click.argument("form", metavar="[FORMAT]", default="html")
@theme_options
@text_options
def pandoc(form: str, *, theme: str, **defaults: Any) -> None:
    """Put drawings into a document: a filter for pandoc and Quarto.

    Write "pandoc --filter argmap-pandoc", or pipe: pandoc -t json talk.md | argmap pandoc revealjs | pandoc -f json -t
    revealjs. A code block of the class argmap holds a map; a picture that ends in .yaml names one. Their attributes are
    the options of "argmap render". FORMAT is what pandoc is going to write.
    """
    from argmap.pandoc.document import DocumentError, document_in
    from argmap.pandoc.targets import target_of

    if sys.stdin.isatty():
        raise click.UsageError("this is a filter, and reads from a pipe; try: pandoc --filter argmap-pandoc")
    refuse_bad_fonts(str(defaults["font"]), str(defaults["bold_font"]))
    look = theme_in(theme)
    if look is None:
        sys.exit(1)
    try:
        document = document_in(sys.stdin.buffer.read())
        made = _Maker(target_of(form), {**defaults, "theme": look}, knows_figures=document.knows_figures)
        content = document.drawn(made.elements, _warn)
    except DocumentError as fault:
        raise click.ClickException(str(fault)) from None
    if made.failed:
        sys.exit(1)
    click.echo(content.encode(), nl=False)


@dataclass(slots=True)
class _Maker:
    """Makes the elements for one request after another; one that fails does not keep the next from being looked at."""

    target: "Target"
    defaults: dict[str, Any]
    knows_figures: bool
    failed: bool = False
    prefixes: dict[str, int] = field(default_factory=dict)
    fragments: int = 0

    def elements(self, request: "Request") -> "list[Element]":
        """Return what stands for a request in the document; nothing, with a word about it, if it cannot be drawn."""
        from argmap.engine import EngineError
        from argmap.outputs.options import OutputError

        try:
            made = self._elements(request)
        except click.ClickException as fault:
            return self._fail(request, fault.format_message())
        except (EngineError, OutputError) as fault:
            return self._fail(request, str(fault))
        except OSError as fault:
            return self._fail(request, f"cannot write {fault.filename}: {fault.strerror}")
        return made

    def _fail(self, request: "Request", message: str) -> "list[Element]":
        click.echo(f"{request.place}: {message}", err=True)
        self.failed = True
        return []

    def _elements(self, request: "Request") -> "list[Element]":
        """Return what stands for a request; may raise what is caught in :meth:`elements`."""
        from argmap.pandoc.elements import figure

        chosen = wanted(request.attributes, self._usual())
        for fault in chosen.faults:
            self._fail(request, fault)
        argument = self._argument(request)
        if argument is None or self._misses(argument, chosen, request) or chosen.faults:
            self.failed = True
            return []
        scene = self._scene(argument, chosen, given="slide" in request.attributes)
        request = replace(request, attributes=chosen.rest)
        drawings = self._drawings(scene, chosen)
        contents = [self._content(drawing, chosen, argument.author) for drawing in drawings]
        self._warn_if_small(drawings[-1], request)
        form, content = self._shown(request, scene, drawings, contents)
        if not request.alone:
            return [content]
        return figure(content, request, self.target, form, knows_figures=self.knows_figures)

    def _usual(self) -> dict[str, Any]:
        """Return what attributes need not say, for the command line did."""
        return {name: self.defaults[name] for name in ("color_by", "text")}

    def _argument(self, request: "Request") -> "ArgumentMap | None":
        """Read the map of a request, and tell of its problems; return none if it has errors."""
        from argmap.checks import USUAL, problems_of
        from argmap.problems import has_errors
        from argmap.reader import read

        content = _content_of(request.path) if request.path else request.text
        reading = read(content, request.name)
        problems = problems_of(reading, selection_for(str(self.defaults["font"])) or USUAL)
        show(problems, reading.document, err=True)
        return None if has_errors(problems) else reading.map

    def _misses(self, argument: "ArgumentMap", chosen: Wanted, request: "Request") -> bool:
        """Tell of all that attributes name and a map has not; return whether there is any."""
        faults = list(faults_within(argument, chosen))
        for fault in faults:
            self._fail(request, fault)
        return bool(faults)

    def _scene(self, argument: "ArgumentMap", chosen: Wanted, *, given: bool) -> "Scene":
        """Place what is asked for in the room that there is, unless the author says what slide it is for."""
        from argmap.cli.views import views_of
        from argmap.scenes import Look, part_named, scene_of

        own = {name: self.defaults[name] for name in ("font", "bold_font")}
        own |= {} if given else {"slide": self.target.room}
        own |= {} if chosen.look["theme"] else {"theme": self.defaults["theme"]}
        part = part_named(argument, views_of(argument, chosen.choice))
        own |= {"blank": chosen.exercise.within(argument, part), "answers": chosen.exercise.answers}
        try:
            return scene_of(argument, part, Look(**{**chosen.look, **own}))
        except ValueError as fault:
            raise click.UsageError(str(fault)) from None

    def _drawings(self, scene: "Scene", chosen: Wanted) -> "list[Drawing]":
        """Return the drawing, or one for each step where those are laid over one another."""
        from argmap.painting import paint
        from argmap.stages import stages

        drawings = stages(scene) if chosen.steps and self.target.overlays else (paint(scene),)
        return [replace(drawing, prefix=self._unused(drawing.prefix)) for drawing in drawings]

    def _unused(self, prefix: str) -> str:
        """Return what begins the ids of a drawing, so that no two in a document share one."""
        self.prefixes[prefix] = self.prefixes.get(prefix, 0) + 1
        count = self.prefixes[prefix]
        return prefix if count == 1 or self.target.file else self._unused(f"{prefix}-{count}")

    def _content(self, drawing: "Drawing", chosen: Wanted, author: str) -> bytes:
        """Return a drawing in the format that the document takes."""
        from argmap.outputs.formats import content
        from argmap.outputs.options import Options

        fragments = chosen.steps and self.target.fragments
        options = Options(transparent=chosen.transparent, text=chosen.text, fragments=fragments, author=author)
        return content(drawing, self.target.file or "svg", options)

    def _shown(
        self, request: "Request", scene: "Scene", drawings: "list[Drawing]", contents: list[bytes]
    ) -> "tuple[str, Element]":
        """Return the element that shows drawings, and the language in which it is written if that is not pandoc's."""
        from argmap.alternative import short_alternative
        from argmap.outputs.media import store
        from argmap.pandoc.elements import fragments_after, image, inline_svg, overlays, raw
        from argmap.pandoc.words import plain

        last = drawings[-1]
        if not self.target.file:
            svg, self.fragments = fragments_after(contents[0].decode(), self.fragments)
            svg = inline_svg(svg, request, self.target, last)
            return "html", raw("RawInline", "html", svg)
        paths = [
            store(content, drawing.prefix, self.target.file)
            for drawing, content in zip(drawings, contents, strict=True)
        ]
        if len(paths) > 1:
            return "latex", raw("RawInline", "latex", overlays(paths, request, self.target, last))
        told = list(request.alternative) or plain(short_alternative(scene.part))
        return "", image(paths[0], told, request, self.target, last)

    def _warn_if_small(self, drawing: "Drawing", request: "Request") -> None:
        """Name the ways out where text is too small for a slide."""
        from argmap.layout.fit import LEGIBLE

        if self.target.slides and drawing.text_size < LEGIBLE:
            message = f"text under {LEGIBLE:.0f} pt is hard to read on a slide; draw a part, with view= or focus="
            _warn(request.place, message)


def _warn(place: str, message: str) -> None:
    click.echo(f"{place}: warning: {message}", err=True)


def _content_of(path: str) -> bytes:
    """Return the content of a map that a document names: of a file beside it, never from the network.

    Raises
    ------
    click.ClickException
        It cannot be read.
    """
    from pathlib import Path

    if "://" in path:
        raise click.ClickException("a map is read from a file, not from an address; keep it beside the document")
    file = Path(path) if "%20" not in path or Path(path).exists() else Path(path.replace("%20", " "))
    try:
        return file.read_bytes()
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "there can be no such name"
        raise click.ClickException(f"cannot be read from the folder {Path.cwd().name}: {reason}") from None
