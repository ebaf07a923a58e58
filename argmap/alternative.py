"""An alternative text for those who can't see the drawing: one sentence, and the argument at length."""

from argmap.graph import depths
from argmap.model import Relation, View
from argmap.outline import outline
from argmap.views import Part, narrowed

LONGEST = 4000
"""How many characters the long text has at most, if leaving out what lies deepest can bring it there."""


def short_alternative(part: Part) -> str:
    """Say in one sentence what a part of a map is, what its thesis is, and how many reasons and objections it gives.

    Attacks and undercuts both count as objections; co-premises are one reason.
    """
    argument, words = part.map, part.words
    title = part.title or argument.title
    thesis = argument.claim[argument.thesis].text.rstrip(".。")
    reasons = sum(inference.relation is Relation.SUPPORT for inference in argument.inferences)
    objections = len(argument.inferences) - reasons
    counts = [counted(words.reasons, reasons, words.language)] if reasons else []
    counts += [counted(words.objections, objections, words.language)] if objections else []
    said = [f"{words.argument_map} “{title}”" if title and title.rstrip(".。") != thesis else words.argument_map]
    said += [f"{words.thesis}: “{thesis}”", f" {words.conjoin} ".join(counts)]
    return "; ".join(filter(None, said)) + "."


def long_alternative(part: Part) -> str:
    """Return the outline; where it is longer than :data:`LONGEST`, only so deep that it is not, if that can be."""
    told = outline(part)
    deepest = max(depths(part.map).values())
    for depth in range(deepest - 1, 0, -1):
        if len(told) <= LONGEST:
            break
        told = outline(narrowed(part, View(name="", depth=depth)))
    return told


def counted(forms: str, number: int, language: str) -> str:
    """Return a number with its noun, whose forms (for one, a few, many) are parted by ``|``.

    The rules are those of the Unicode Common Locale Data Repository for whole numbers.

    >>> counted("reason|reasons", 1, "en"), counted("довод|довода|доводов", 22, "ru")
    ('1 reason', '22 довода')
    """
    known = forms.split("|")
    return f"{number} {known[min(_form(number, language), len(known) - 1)]}"


def _form(number: int, language: str) -> int:
    """Return which form a number takes: 0 for one, 1 for a few, 2 for many."""
    if language == "fr":
        return int(number > 1)
    if language not in ("pl", "ru", "uk"):
        return int(number != 1)
    if number == 1 or (language != "pl" and number % 10 == 1 and number % 100 != 11):  # 21, 31, ... are as one
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2
