"""The slips that YAML makes easy, and what to tell the author about each."""

_QUOTES = "put the sentence in quotes"
_HINTS = (
    ("mapping values are not allowed", f"a colon and a space start a new key; {_QUOTES} or check the indentation"),
    ("cannot start any token", f"a sentence may not begin with @, ` or %, nor a line with a tab; {_QUOTES}"),
    ("tab character", "indent with spaces, not with tabs"),
    ("unexpected end of stream", "a quote that opens here is never closed"),
    ("expected ',' or", f"a bracket or brace is not closed, or a sentence has a comma or a colon; {_QUOTES}"),
    ("expected node content", "a bracket or brace is not closed"),
    ("expected '-' indicator", f"line this up with the items above; if a sentence begins with a quote, {_QUOTES}"),
    ("expected key", f"line this up with the keys above; if a sentence begins with a quote, * or &, {_QUOTES}"),
    ("tag", f"a sentence that begins with ! needs quotes; {_QUOTES}"),
    ("alphabetic or numeric", f"a sentence that begins with * or & needs quotes; {_QUOTES}"),
    ("could not find expected ':'", f"a key is not followed by a colon; if this goes on a sentence, {_QUOTES}"),
)


def syntax_hint(fault: str, line: str) -> str | None:
    """Return what to do about a fault in libyaml's words; ``line`` is the text where it was found."""
    if line.startswith("\t"):
        return "indent with spaces, not with tabs"
    return next((hint for words, hint in _HINTS if words in fault), None)


def key_hint(key: str) -> str | None:
    """Return the hint for an unknown key that is really part of a sentence."""
    if any(character.isspace() for character in key.strip()) or key.endswith((".", "!", "?")):
        return f"if this belongs to a sentence, {_QUOTES}"
    return None
