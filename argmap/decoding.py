"""The bytes of a file to text, or what they are instead."""

import re

_BINARY = (
    (b"PK\x03\x04", "a zip archive, as the documents of Word and LibreOffice are"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files begin that were renamed or taken by mistake (the signatures of their formats)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_OTHER_LETTERS = 0.3
"""The share of letters outside ASCII from which a text is not in a language for which Windows-1252 was made."""
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(content: bytes, errors: str = "strict") -> str:
    """Turn the bytes of a file into text: UTF-8, or UTF-16 with a byte-order mark; ``errors`` as for bytes.

    Raises
    ------
    UnicodeDecodeError
        The bytes are not text in either encoding.
    """
    encoding = "utf-16" if content.startswith(_MARKS_OF_UTF_16) else "utf-8"
    return content.decode(encoding, errors).removeprefix("\ufeff")


def foreign(content: bytes) -> tuple[str, str] | None:
    """Return what is wrong and what to do, for a file that is no plain text at all, or is text in UTF-16 unmarked."""
    for beginning, kind in _BINARY:
        if content.startswith(beginning):
            return f"the file is not plain text but {kind}", "save it as plain text in UTF-8, or name another file"
    unmarked = not content.startswith(_MARKS_OF_UTF_16)
    nulls = max(content[0::2].count(0), content[1::2].count(0))
    if unmarked and len(content) > 3 and nulls * 4 > len(content):
        return "the file looks like text in UTF-16 without its byte-order mark", "save it as UTF-8"
    return None


def undecodable(content: bytes, fault: UnicodeDecodeError) -> tuple[str, str]:
    """Return what is wrong and what to do, for bytes that are not UTF-8 and may be Windows-1252."""
    encoding = fault.encoding.upper()[:6].rstrip("-")
    message = f"the file is not text in {encoding}: byte {fault.start + 1} is not part of a character"
    guess = content.decode("cp1252", "replace")
    letters = [character for character in guess if character.isalpha()]
    other = sum(not letter.isascii() for letter in letters)
    if "\ufffd" in guess or _CONTROL.search(guess) or other > _OTHER_LETTERS * len(letters):
        return message, "save it as UTF-8"
    meant = content[fault.start : fault.start + 1].decode("cp1252")
    return f'{message}, and would be "{meant}" in Windows-1252', "it looks like Windows-1252; save it as UTF-8"
