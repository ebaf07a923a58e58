"""The argument as indented words: for a terminal, for speaker notes, for those who can't see the drawing.

Every item of the list is an inference. Its first premise follows the word that says how it bears; co-premises stand
below that. What bears on a premise is indented under it, and what undercuts the inference comes last::

    The lecture has moved. (thesis)
      - because the notice says so.
        and the notice is reliable. (implicit)
          - but ... (an objection to the notice's being reliable)
        - unless ... (an undercutter of the inference)
"""

from collections.abc import Iterator

from argmap.model import Claim
from argmap.views import Part
from argmap.words import Words

_INDENT = "  "
_DEEPEST = 60
"""From which depth on lines are indented no further."""


def outline(part: Part) -> str:
    """Return a part of a map in indented words, ending with a line break.

    It says what the drawing does: the numbers of claims where they are numbered, and how much is left out. Where an
    early step does not show the thesis yet, it lists the claims that are shown.
    """
    words = part.words
    if part.map.thesis not in part.map.claim:
        return "".join(f"{_numbered(part, name, words)}\n" for name in part.map.claim)
    first = _numbered(part, part.map.thesis, words)
    lines = [first if part.inner else f"{first} ({words.thesis})", *_lines(part, words)]
    return "\n".join(lines) + "\n"


def sentence(claim: Claim, words: Words) -> str:
    """Return a claim's sentence with what has to be known of it."""
    remarks = [words.implicit] if claim.implicit else []
    if claim.by:
        remarks.append(f"{words.held_by} {claim.by}")
    remarks += [f"{citation.source} {citation.locator}".strip() for citation in claim.citations]
    return f"{claim.text} [{'; '.join(remarks)}]" if remarks else claim.text


def _numbered(part: Part, name: str, words: Words) -> str:
    """Return a claim's sentence, with its number before it where claims are numbered."""
    number = part.captions.numbers.get(name)
    said = sentence(part.map.claim[name], words)
    return f"{number}. {said}" if number else said


def _lines(part: Part, words: Words) -> Iterator[str]:
    """Yield the lines below the thesis; as no recursion, for chains of any length."""
    expanded = {part.map.thesis}
    stack = [_bearing(part, words, part.map.thesis, 1, expanded)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, str):
            yield item
        else:
            stack.append(_bearing(part, words, *item, expanded))


def _bearing(part: Part, words: Words, target: str, depth: int, expanded: set[str]) -> Iterator[str | tuple[str, int]]:
    """Yield the lines of what bears on a target, and after each the claim or inference whose own lines follow it."""
    indent = _INDENT * min(depth, _DEEPEST)
    for inference in part.map.on[target]:
        new = {premise for premise in inference.premises if premise not in expanded}
        expanded |= new
        for number, premise in enumerate(inference.premises):
            lead = (
                f"- {words.introduce(inference.relation.key, inference.scheme)}:"
                if number == 0
                else f"  {words.conjoin}:"
            )
            remark = "" if premise in new else f" ({words.again})"
            yield f"{indent}{lead} {_numbered(part, premise, words)}{remark}"
            if premise in new:
                yield premise, depth + 2
        yield inference.id, depth + 1
    for slide in part.continued.get(target, ()):
        yield f"{indent}- → {words.continues.format(slide)}"
    if missing := part.left_out.get(target):
        yield f"{indent}- … {words.more.format(missing)}"
