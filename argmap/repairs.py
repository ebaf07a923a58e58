"""Lines that YAML cannot read, mended as their author probably meant them, so that reading can go on behind them.

A mended line is still reported, and a map with such a line is never drawn; but the faults of all other lines come to
light in the same run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.names import is_id, nearest
from argmap.problems import Place
from argmap.slips import (
    INFERENCE_KEYS,
    KEYS,
    MAP_KEYS,
    OUT_OF_LINE,
    PLAIN_SPACES,
    SPACES,
    Edits,
    Slip,
    glued_key,
    key_slip,
    other_space,
    quoted,
    unreadable_key,
    with_sign_at_key,
)
from argmap.syntax import Anatomy, Fault, Page, above, anatomy, in_quotes, sign_slip, syntax_slip

_HOLDERS = ("thesis", "because", "but", "unless", "premises")
"""The keys whose value is a claim, and may have keys of its own."""
_ENDS = (".", "!", "?", "…", '"', "'", "”", "»", ")")
_DASH = "-"


def glued_keys(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[Slip]:
    """Yield the slip of every line, of those with the numbers, whose key YAML took for the beginning of a sentence."""
    for number in numbers:
        line = lines[number - 1]
        column = glued_key(line) or 0
        told, mended = key_slip(line, column), with_sign_at_key(line, column)
        if told and mended:
            yield Slip(Place(number, column), *told, {number: (mended,)})


def slip_of(fault: Fault, page: Page) -> Slip:
    """Return what is wrong in the author's words, at the place in the lines as read, and how to read on."""
    if slip := sign_slip(fault, page.lines):
        return slip
    slip = syntax_slip(fault, page.lines)
    number = slip.place.line
    line = page.lines[number - 1] if number <= len(page.lines) else ""
    if line.startswith("\t"):
        bare = line.lstrip("\t")
        return replace(slip, edits={number: ("  " * (len(line) - len(bare)) + bare,)})
    again = with_sign_at_key(line, slip.place.column) if fault.in_one_line else None
    if again is None and (layout := _layout_slip(fault, page)):
        return layout
    if again is None and fault.in_one_line and line and not _value(line).startswith(("[", "{")):
        return replace(slip, edits=in_quotes(page.lines, number))
    return replace(slip, edits={number: (again,)} if again else None)


def _value(line: str) -> str:
    found = anatomy(line)
    return found.value if found else ""


def _layout_slip(fault: Fault, page: Page) -> Slip | None:
    """Return the slip if a line stands in a column where it belongs to nothing, or below what has nothing below it."""
    no_colon = "expected ':'" in fault.problem
    place = fault.start if no_colon else fault.found
    here = anatomy(page.lines[place.line - 1]) if place.line <= len(page.lines) else None
    out_of_line = no_colon or any(words in fault.problem for words in OUT_OF_LINE)
    if here is None or not fault.in_one_line:
        return None
    at_sign = place.column - 1 == here.indent
    if out_of_line and at_sign and here.dashes:
        return _dash_out_of_line(place, here, page)
    if out_of_line and at_sign and not here.key:
        return _stray(place, here, page)
    at_colon = "mapping values" in fault.problem and here.key and ":" not in _before(place, page.lines)
    if here.key and not here.dashes and ((out_of_line and at_sign) or at_colon):
        return _key_below(Place(place.line, here.indent + 1), here, page, fault)
    return None


def _before(place: Place, lines: Sequence[str]) -> str:
    return lines[place.line - 1][: place.column - 1]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A dash or a key that stands open above a line: more may stand in its column, counted from 0."""

    line: int
    column: int
    word: str


def _open_above(lines: Sequence[str], number: int) -> list[_Mark]:
    """Return the dashes and keys that stand open above a line, the innermost first."""
    marks: list[_Mark] = []
    for earlier, line in above(lines, number):
        found = [_Mark(earlier, column, _DASH) for column in line.dashes]
        found += [_Mark(earlier, line.column, line.key)] if line.key else []
        for mark in reversed(found):
            holds_list = marks and marks[-1].word == _DASH != mark.word and marks[-1].column == mark.column
            if not marks or mark.column < marks[-1].column or holds_list:
                marks.append(mark)
        if marks and marks[-1].column == 0 and marks[-1].word != _DASH:
            break
    return marks


def _dash_out_of_line(place: Place, here: Anatomy, page: Page) -> Slip:
    """Line an item up with the list whose column is nearest."""
    dashes = [mark for mark in _open_above(page.lines, place.line) if mark.word == _DASH]
    if not dashes:
        hint = 'begin the list below a key such as "because:", with nothing behind its colon'
        return Slip(place, "this item belongs to no list", hint)
    mark = min(dashes, key=lambda mark: abs(mark.column - here.indent))
    hint = f"line the dash up with that of line {page.numbers[mark.line - 1]}"
    edits = _shifted(page.lines, place.line, mark.column - here.indent)
    return Slip(place, "this item is not in line with the others of its list", hint, edits)


def _stray(place: Place, here: Anatomy, page: Page) -> Slip | None:
    """Make a line with neither dash nor key an item, or let it go on the sentence above."""
    marks = _open_above(page.lines, place.line)
    one_word = is_id(here.value) and not any(mark.word == _DASH and mark.column == here.indent for mark in marks)
    if not marks or one_word or nearest(here.value, KEYS):
        return None
    line = page.lines[place.line - 1]
    if (space := here.value[0]) in SPACES:
        again = line[: len(line) - len(line.lstrip())].translate(PLAIN_SPACES) + line.lstrip()
        return other_space(place, space, {place.line: (again,)})
    if here.value[0] == _DASH:
        again = f"{line[: here.indent]}- {line[here.indent :].lstrip(_DASH)}"
        return Slip(place, "no space follows the dash", "put a space after the dash", {place.line: (again,)})
    ended = next(iter(above(page.lines, place.line)))[1].value.endswith(_ENDS)
    dash = next((mark for mark in marks if mark.word == _DASH), None)
    again = f"{' ' * dash.column}- {here.value}" if dash and ended else f"{' ' * (marks[0].column + 1)}{here.value}"
    sign = "a dash and a space" if dash else "a key and a colon"
    hint = f"begin it with {sign}, or indent it deeper to go on with the sentence above"
    return Slip(place, "this line begins with neither a dash nor a key", hint, {place.line: (again,)})


def _key_below(place: Place, here: Anatomy, page: Page, fault: Fault) -> Slip | None:
    """Tell why a key belongs to nothing: it stands below a sentence or a list, or in no column of a key above."""
    lines = page.lines
    glued = unreadable_key(fault.found, lines) if "mapping values" in fault.problem else None
    holder = next(((number, line) for number, line in above(lines, place.line) if line.sign), None)
    if holder is None:
        return _sentence_without_key(place, here, lines) if glued is None else None
    number, line = holder
    if glued and not (line.dashes and is_id(line.value) and line.value not in KEYS):
        return None
    known = nearest(here.key, KEYS) is not None
    behind_key = bool(line.key) and here.indent > line.column
    if behind_key and line.value and here.indent == line.column + 1 and _peers(here.key, line.key):
        return _key_out_of_line(place, here, page)
    is_claim = behind_key and (line.key in _HOLDERS or line.key not in KEYS)
    of_item = not line.key and (here.indent >= line.dashes[-1] or here.key in INFERENCE_KEYS)
    if known and (is_claim or of_item):
        return _below_claim(place, here, page, number)
    if known or "mapping values" not in fault.problem:
        return _key_out_of_line(place, here, page)
    return None


def _peers(one: str, other: str) -> bool:
    """Tell whether two keys may stand in one mapping: both are the map's, or neither is a word of the format."""
    return (one in MAP_KEYS and other in MAP_KEYS) or (one not in KEYS and other not in KEYS)


def _sentence_without_key(place: Place, here: Anatomy, lines: Sequence[str]) -> Slip | None:
    """Take the sentence with which a file begins for its thesis."""
    numbers = [number for number, _ in above(lines, place.line)]
    if here.key not in MAP_KEYS or here.indent or not numbers:
        return None
    first = Place(numbers[-1], 1)
    word, _, rest = lines[first.line - 1].partition(" ")
    if word in MAP_KEYS and rest.strip() and len(numbers) == 1:
        edits = {first.line: (f"{word}: {rest.lstrip()}",)}
        return Slip(Place(first.line, len(word) + 1), "no colon follows this key", "put a colon after the key", edits)
    edits = {number: (f" {lines[number - 1]}",) for number in numbers[:-1]}
    edits[numbers[-1]] = (f"thesis: {lines[numbers[-1] - 1].lstrip()}",)
    hint = 'if it is the thesis, begin it with "thesis: "'
    return Slip(first, "a sentence without a key stands here", hint, edits)


def _key_out_of_line(place: Place, here: Anatomy, page: Page) -> Slip | None:
    """Line a key up with that of its kind whose column is nearest."""
    known = here.key in KEYS
    keys = [mark for mark in _open_above(page.lines, place.line) if mark.word != _DASH]
    if not keys:
        return None
    mark = min(keys, key=lambda mark: ((mark.word in KEYS) != known, abs(mark.column - here.indent)))
    hint = f"line it up with {quoted(mark.word)} of line {page.numbers[mark.line - 1]}"
    edits = _shifted(page.lines, place.line, mark.column - here.indent)
    return Slip(place, f"{quoted(here.key)} is not in line with the keys that it belongs to", hint, edits)


def _below_claim(place: Place, here: Anatomy, page: Page, number: int) -> Slip | None:
    """Write a sentence, or the premises of an inference, behind a key of its own, so that others may stand below it."""
    lines = page.lines
    number, line = _begin(number, place.line, lines)
    such = f"cannot have keys below it, such as {quoted(here.key)} in line {page.numbers[place.line - 1]}"
    written_out = f'write the inference out: "premises:" and the list, and below it {quoted(f"{here.key}:")}'
    if line.value[:1] in ("*", "|", ">", "&", "!") or line.value.startswith("{"):
        return None
    if here.key in INFERENCE_KEYS and (first := _co_premises(number, line, lines)):
        column = line.dashes[-1]
        begin = lines[first - 1]
        edits = _shifted(lines, place.line, column - here.indent)
        edits |= {first: (f"{begin[:column]}premises:", " " * column + begin[column:])}
        return Slip(Place(first, column + 1), f"a list {such}", written_out, edits)
    if line.value.startswith("["):
        hint = written_out.replace("the list", "the list in brackets")
        return Slip(Place(number, line.after + 1), f"a list {such}", hint, _with_word("premises", number, place, lines))
    sentence = line.value.strip("\"'")
    if is_id(sentence) and number == next(above(lines, place.line))[0]:
        own = here.key in INFERENCE_KEYS
        hint = f'write the inference out: "premises: {sentence}" and below it {quoted(f"{here.key}:")}'
        hint = hint if own else f'give {quoted(sentence)} its keys where it stands under "claims"'
        mended = _with_word("premises", number, place, lines) if own else None
        return Slip(Place(number, line.after + 1), f"an id {such}", hint, mended)
    top = next((mark.word for mark in reversed(_open_above(lines, number)) if mark.word != _DASH), "")
    word = "title" if top == "sources" else "text"
    where = f"begin a line below {quoted(f'{line.key}:')} with" if line.key else "write its sentence as"
    hint = f"to give the claim more keys, {where} {quoted(f'{word}: {sentence}')}"
    return Slip(Place(number, line.after + 1), f"a sentence {such}", hint, _with_word(word, number, place, lines))


def _begin(number: int, end: int, lines: Sequence[str]) -> tuple[int, Anatomy]:
    """Return the line in which the sentence begins that the dash or the key of a line holds."""
    return next((at, line) for at in range(number, end) if (line := anatomy(lines[at - 1])) and line.value)


def _co_premises(number: int, line: Anatomy, lines: Sequence[str]) -> int | None:
    """Return the line where the list of co-premises begins in which an item stands; none if it is in no such list."""
    for earlier, found in ((number, line), *above(lines, number)):
        if line.dashes and line.dashes[-1] in found.dashes[1:]:
            return earlier
        if not line.dashes or found.indent < line.dashes[-1] or not (found.dashes or found.indent > line.dashes[-1]):
            return None
    return None


def _with_word(word: str, number: int, key: Place, lines: Sequence[str]) -> Edits:
    """Write a key before a sentence, and line up with it what stands below."""
    line, text = anatomy(lines[number - 1]), lines[number - 1]
    assert line is not None
    column = key.column - 1 if line.key else line.column
    sentence = f"{word}: {text[line.after :]}"
    edits = _shifted(lines, key.line, column - (key.column - 1))
    for below in range(number + 1, key.line):
        indent = len(lines[below - 1]) - len(lines[below - 1].lstrip())
        edits[below] = (" " * max(0, column + 1 - indent) + lines[below - 1],)
    edits[number] = (
        (text[: line.after].rstrip(), " " * column + sentence) if line.key else (text[: line.after] + sentence,)
    )
    return edits


def _shifted(lines: Sequence[str], number: int, by: int) -> dict[int, tuple[str, ...]]:
    """Move a line to another column, with what belongs to it and what stands below it in the same column."""
    first = anatomy(lines[number - 1])
    edits: dict[int, tuple[str, ...]] = {}
    moving = True
    for below in range(number, len(lines) + 1 if first else 0):
        here = anatomy(lines[below - 1])
        if here is None or first is None:
            continue
        if here.indent < first.indent or (here.indent == first.indent and here.dashes and not first.dashes):
            break
        if here.sign and here.indent in (first.indent, first.indent + by):
            moving = here.indent == first.indent
        if moving:
            edits[below] = (" " * by + lines[below - 1] if by > 0 else lines[below - 1][-by:],)
    return edits
