"""Links: which addresses may become links, and what is wrong with the others.

An address is checked as it is written, for programs that open links are forgiving: browsers take white space out of
an address before they look at how it begins, so that only what has none is what it seems to be.
"""

import re

_BEGINNING = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_WITH_HOST = re.compile(
    r"https?://(?:[^/?#\\]*@)?(?:\[[0-9a-f:.]+\]|\w[^/?#\\@:\[\]]*)(?::[0-9]*)?(?:[/?#].*)?"
    r"|mailto:[^?#@]+@\w[^?#]*(?:\?.*)?",
    re.IGNORECASE,
)
"""An address with a host (RFC 3986, section 3.2) or, of a mail, with one address at least (RFC 6068)."""


def is_safe_link(url: str) -> bool:
    """Tell whether an address may become a link: it begins with https, http or mailto, and leads to a host.

    >>> is_safe_link("https://example.org/notice"), is_safe_link("javascript:alert(1)"), is_safe_link("https://")
    (True, False, False)
    """
    return link_fault(url) is None


def link_fault(url: str) -> str | None:
    """Return what keeps an address from being a link, as the end of a sentence; nothing if it may be one.

    >>> link_fault("ftp://example.org")
    'it begins with neither https, http nor mailto'
    """
    if " " in url or not url.isprintable():
        return "it holds a space or a character that nobody sees"
    if not _BEGINNING.match(url):
        return "it begins with neither https, http nor mailto"
    if not _WITH_HOST.fullmatch(url):
        return "it names no host"
    return None
