"""What could not be read, told in the author's words and at the place where the slip was made."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from argmap.problems import Place, Problem
from argmap.slips import OUT_OF_LINE, QUOTES_END, Edits, Slip, glued_key, told, unreadable_key

_ANATOMY = re.compile(r"( *)((?:-(?: +|$))*)(?:([\w-]+) *:(?: +|$))?(.*)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What libyaml says: the fault, what it was doing, where it gave up, and where what it was doing began."""

    problem: str
    context: str
    found: Place
    start: Place

    @property
    def in_one_line(self) -> bool:
        """Whether it is a fault of one line, and not of a bracket or brace that may span many."""
        return "flow" not in self.context


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a file as they are read: mended ones may differ from what is written, and one may have become two.

    ``numbers`` has the number of each line in the file.
    """

    written: tuple[str, ...]
    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines)

    def mended(self, edits: Edits) -> "Page":
        """Return the page with some lines replaced."""
        texts = [edits.get(number, (line,)) for number, line in enumerate(self.lines, 1)]
        numbers = [[number] * len(new) for number, new in zip(self.numbers, texts, strict=True)]
        return Page(self.written, tuple(chain(*texts)), tuple(chain(*numbers)))

    def as_written(self, place: Place) -> Place:
        """Return where in the file stands what was read at a place."""
        if place.line > len(self.lines):
            return place
        line, number = self.lines[place.line - 1], self.numbers[place.line - 1]
        written = self.written[number - 1]
        return Place(number, place.column if line == written else _column(place.column, line, written))


def _column(column: int, line: str, written: str) -> int:
    """Return the column in a line as written of a column in it as read: what the two begin and end with is common."""
    shorter = min(len(line), len(written))
    begin = next((at for at in range(shorter) if line[at] != written[at]), shorter)
    end = next((at for at in range(shorter - begin) if line[-1 - at] != written[-1 - at]), shorter - begin)
    if column - 1 <= begin:
        return column
    return max(begin + 1, column - len(line) + len(written)) if column - 1 >= len(line) - end else begin + 1


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a line is to YAML: its dashes and its key with their columns, counted from 0, and what stands behind them.

    ``column`` is where the line begins behind its dashes, ``after`` where it does behind its key as well.
    """

    indent: int
    dashes: tuple[int, ...]
    column: int
    key: str
    after: int
    value: str

    @property
    def sign(self) -> bool:
        """Whether the line begins with a dash or a key."""
        return bool(self.dashes or self.key)


def anatomy(line: str) -> Anatomy | None:
    """Take a line apart; none if nothing but a comment stands in it."""
    match = _ANATOMY.fullmatch(line)
    if not match or not line.strip() or line.lstrip().startswith("#"):
        return None
    dashes = tuple(match.start(2) + at for at, sign in enumerate(match[2]) if sign == "-")
    value = "" if match[4].startswith("#") else match[4].rstrip()
    return Anatomy(len(match[1]), dashes, match.end(2), match[3] or "", match.start(4), value)


def above(lines: Sequence[str], number: int) -> Iterator[tuple[int, Anatomy]]:
    """Yield the lines above one, which is numbered from 1, with their numbers, from below."""
    for earlier in range(number - 1, 0, -1):
        if found := anatomy(lines[earlier - 1]):
            yield earlier, found


def sign_slip(fault: Fault, lines: Sequence[str]) -> Slip | None:
    """Return the slip if it is one of a quote, a bracket, a backslash or a dash within a line, and its mending."""
    if not fault.in_one_line or fault.found.line > len(lines):
        return None
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        return _escape(fault.found, lines)
    if "block sequence entries" in fault.problem:
        return _list_behind_key(fault.found, lines)
    if any(words in fault.problem for words in OUT_OF_LINE):
        return _open_quote(fault.found, lines) or _bracket(fault.found, lines)
    return None


def _escape(found: Place, lines: Sequence[str]) -> Slip:
    """Take every backslash of a line for a letter, but those before a quote."""
    line = lines[found.line - 1]
    column = line.rfind("\\", 0, found.column) + 1 or found.column
    mended = re.sub(r'\\([\\"])|\\', lambda match: match[0] if match[1] else r"\\", line)
    hint = r"write \\ for it, or use single quotes"
    message = "a backslash in double quotes begins an escape, and this is none"
    return Slip(replace(found, column=column), message, hint, {found.line: (mended,)})


def _list_behind_key(found: Place, lines: Sequence[str]) -> Slip | None:
    """Put a list that begins in the line of its key on the next line, where its other items stand."""
    line = lines[found.line - 1]
    here = anatomy(line)
    if here is None or not here.key or here.after != found.column - 1 or not here.value.startswith("- "):
        return None
    below = next((below for below in map(anatomy, lines[found.line :]) if below), None)
    column = below.indent if below and below.dashes and below.indent >= here.column else here.column + 2
    edits = {found.line: (line[: here.after].rstrip(), " " * column + here.value)}
    return Slip(found, "a list cannot begin in the line of its key", "begin the list on the next line", edits)


def _open_quote(found: Place, lines: Sequence[str]) -> Slip | None:
    """Find the quote that opens above a line and that the first quote of this line closes against its author's will."""
    before = lines[found.line - 1][: found.column - 1].rstrip()
    quote = before[-1:]
    if quote not in ("'", '"') or before.count(quote) != 1:
        return None
    number = next((number for number in range(found.line - 1, 0, -1) if quote in lines[number - 1]), 0)
    opening = anatomy(lines[number - 1]) if number else None
    if not opening or not opening.value.startswith(quote) or opening.value.count(quote) != 1:
        return None
    place = Place(number, opening.after + 1)
    between = (anatomy(line) for line in lines[number : found.line])
    if any(line and line.sign for line in between):
        hint = "close it at the end of the sentence"
        closed = lines[number - 1].rstrip() + quote
        return Slip(place, "the quote that opens here is not closed in its line", hint, {number: (closed,)})
    message, hint = QUOTES_END
    return Slip(place, message, hint, in_quotes(lines, number))


def _bracket(found: Place, lines: Sequence[str]) -> Slip | None:
    """Tell of a bracket too many, or of a sentence that begins with a bracket."""
    line = lines[found.line - 1]
    rest = line[found.column - 1 :]
    if rest[:1] in ("]", "}"):
        message = f"there is one {rest[0]} too many" if len(rest.rstrip()) == 1 else f"this {rest[0]} closes nothing"
        return Slip(found, message, "delete it", {found.line: (line[: found.column - 1] + rest[1:],)})
    here = anatomy(line)
    before = line[: found.column - 1].rstrip()
    if here is None or here.value[:1] not in ("[", "{") or before[-1:] not in ("]", "}"):
        return None
    words = before[here.after + 1 : -1]
    if "," in words or ": " in words:
        hint = "begin it on a line of its own, or put the sentence in quotes"
        return Slip(found, f"nothing can follow this {before[-1]} in its line", hint, {found.line: (before,)})
    place = Place(found.line, here.after + 1)
    sign = here.value[0]
    message = f"a sentence without quotes cannot begin with {sign}"
    return Slip(place, message, f"a sentence that begins with {sign} needs quotes", in_quotes(lines, found.line))


def in_quotes(lines: Sequence[str], number: int) -> Edits | None:
    """Put the value or the item of a line in quotes, with the lines on which it goes on."""
    here = anatomy(lines[number - 1])
    if here is None or not here.value:
        return None
    least = here.column + 1 if here.key else here.dashes[-1] + 1 if here.dashes else here.indent
    last = number
    while last < len(lines) and (more := anatomy(lines[last])) and not more.sign and more.indent >= least:
        last += 1
    start = here.after
    texts = [line.rstrip().replace("\\", "\\\\").replace('"', '\\"') for line in lines[number - 1 : last]]
    texts[0] = f'{lines[number - 1][:start]}"{texts[0][start:]}'
    texts[-1] += '"'
    return {number + after: (text,) for after, text in enumerate(texts)}


def ended(problems: Iterable[Problem], lines: tuple[str, ...]) -> tuple[Problem, ...]:
    """Return problems, the last of which says that reading ended there, if more than its line is in the file."""
    *earlier, last = problems
    if not any(line.strip() for number, line in enumerate(lines, 1) if number != last.line):
        return (*earlier, last)
    return (*earlier, replace(last, message=f"{last.message}; nothing else in the file could be checked"))


def syntax_slip(fault: Fault, lines: Sequence[str]) -> Slip:
    """Say what could not be read, at the place where a reader would look for it."""
    place = _faulty_place(fault, lines)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    message, hint = told(f"{fault.problem} {fault.context}".strip(), line, place.column)
    return Slip(place, message, hint)


def _faulty_place(fault: Fault, lines: Sequence[str]) -> Place:
    """Return where a slip was made, which is often before the place where libyaml gave up."""
    found, start, context = fault.found, fault.start, fault.context
    if context.startswith("while scanning") and not context.endswith(("plain scalar", "next token")):
        return unreadable_key(start, lines) or start  # a quote, an alias, a key: the whole of it is unreadable
    at_end = not "".join(lines[found.line - 1 :])[found.column - 1 :].strip()
    if context.startswith("while parsing a flow") and start.line < found.line:
        many_lines = lines[start.line - 1].split(" #")[0].rstrip().endswith((",", "[", "{"))
        if at_end or not many_lines:
            return start  # a bracket that was meant to be closed in its own line
    if at_end:
        number = max((n for n, text in enumerate(lines[: found.line], 1) if text.strip()), default=1)
        return Place(number, len(lines[number - 1].rstrip()) + 1)
    if "mapping values" in fault.problem and (column := glued_key(lines[found.line - 1])):
        return Place(found.line, column)
    return unreadable_key(found, lines) or found
