"""What libyaml could not read, told in the author's words and at the place where the slip was made."""

from dataclasses import dataclass

from argmap.problems import Place, Problem, error
from argmap.slips import syntax_slip, unreadable_key


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


def syntax_problem(fault: Fault, file: str, lines: tuple[str, ...]) -> Problem:
    """Say what could not be read, at the place where a reader would look for it."""
    place = _faulty_place(fault, lines)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    message, hint = syntax_slip(f"{fault.problem} {fault.context}".strip(), line)
    return error("yaml-syntax", file, place, message, hint)


def _faulty_place(fault: Fault, lines: tuple[str, ...]) -> Place:
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
    return unreadable_key(found, lines) or found
