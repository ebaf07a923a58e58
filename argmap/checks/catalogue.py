"""The catalogue: every kind of problem, by its code.

Most are found by a check: a module with one generator of findings. What reading finds has a manual page too, and so has
what is found in theme files. The page is the docstring of the module that is called like the code; no other place knows
them all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc

from argmap.checks import (
    both_ways,
    cut_by_comma,
    cut_by_comment,
    empty_view,
    implicit_with_source,
    leans_on_context,
    lone_premise,
    long_label,
    near_id,
    no_glyph,
    no_shared_term,
    no_source,
    not_a_sentence,
    one_sided,
    question,
    reasoning_inside,
    repeated_inference,
    repeated_premise,
    same_text,
    self_premise,
    several_sentences,
    step_before_target,
    support_cycle,
    swallowed_item,
    too_long,
    two_thoughts,
    unanswered_objection,
    unconnected,
    unknown_check,
    unsafe_link,
    unused_source,
    wordy,
)
from argmap.checks.subject import Finding, Subject
from argmap.problems import Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A check in the table.

    ``whole`` marks a check that is silent when there are errors in reading, for what it would say follows from them;
    ``english`` one that knows only English, and is silent about a map in another language.
    """

    code: str
    severity: Severity
    run: Callable[[Subject], Iterable[Finding]]
    whole: bool = False
    english: bool = False


CHECKS = (
    Check("self-premise", Severity.ERROR, self_premise.check),
    Check("support-cycle", Severity.ERROR, support_cycle.check),
    Check("repeated-premise", Severity.ERROR, repeated_premise.check),
    Check("both-ways", Severity.ERROR, both_ways.check),
    Check("unknown-check", Severity.ERROR, unknown_check.check),
    Check("unsafe-link", Severity.ERROR, unsafe_link.check),
    Check("near-id", Severity.WARNING, near_id.check),
    Check("cut-by-comment", Severity.WARNING, cut_by_comment.check),
    Check("cut-by-comma", Severity.WARNING, cut_by_comma.check),
    Check("swallowed-item", Severity.WARNING, swallowed_item.check),
    Check("unconnected", Severity.WARNING, unconnected.check, whole=True),
    Check("same-text", Severity.WARNING, same_text.check),
    Check("repeated-inference", Severity.WARNING, repeated_inference.check),
    Check("unused-source", Severity.WARNING, unused_source.check, whole=True),
    Check("implicit-with-source", Severity.WARNING, implicit_with_source.check),
    Check("no-source", Severity.WARNING, no_source.check, whole=True),
    Check("no-glyph", Severity.WARNING, no_glyph.check),
    Check("empty-view", Severity.WARNING, empty_view.check, whole=True),
    Check("step-before-target", Severity.WARNING, step_before_target.check, whole=True),
    Check("question", Severity.WARNING, question.check),
    Check("several-sentences", Severity.WARNING, several_sentences.check, english=True),
    Check("reasoning-inside", Severity.WARNING, reasoning_inside.check, english=True),
    Check("leans-on-context", Severity.WARNING, leans_on_context.check, english=True),
    Check("too-long", Severity.WARNING, too_long.check),
    Check("not-a-sentence", Severity.WARNING, not_a_sentence.check, whole=True, english=True),
    Check("long-label", Severity.WARNING, long_label.check),
    Check("lone-premise", Severity.ADVICE, lone_premise.check, whole=True),
    Check("unanswered-objection", Severity.ADVICE, unanswered_objection.check, whole=True),
    Check("one-sided", Severity.ADVICE, one_sided.check, whole=True),
    Check("wordy", Severity.ADVICE, wordy.check),
    Check("two-thoughts", Severity.ADVICE, two_thoughts.check, english=True),
    Check("no-shared-term", Severity.ADVICE, no_shared_term.check, english=True),
)

READING = (
    "not-text", "yaml-syntax", "too-large", "duplicate-key", "unknown-key", "wrong-type", "missing-text", "empty-text",
    "bad-id", "duplicate-id", "no-thesis", "unknown-claim", "unknown-source", "unknown-scheme", "unknown-view-target",
    "unknown-tag", "unknown-step",
)  # fmt: skip
"""What reading finds: always errors, and never ignored."""

THEMES = {"unknown-theme": Severity.ERROR, "low-contrast": Severity.WARNING}
"""What is found in theme files, besides what reading finds in every file."""

CODES = (*READING, *(check.code for check in CHECKS))
"""What may be wrong with a map."""

EXPLAINED = (*CODES, *THEMES)
"""Everything that has a manual page."""


def page_of(code: str) -> str:
    """Return the manual page of a code: a sentence, then why, what fails and what passes."""
    package = f"argmap.checks{'.reading' if code in READING else '.themes' if code in THEMES else ''}"
    return getdoc(import_module(f"{package}.{code.replace('-', '_')}")) or ""


def severity_of(code: str) -> Severity:
    """Return how much a kind of problem matters."""
    known = {**THEMES, **{check.code: check.severity for check in CHECKS}}
    return known.get(code, Severity.ERROR)
