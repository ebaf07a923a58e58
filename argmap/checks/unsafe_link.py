"""A link leads to no page or mail address.

Links of claims and sources begin with ``https:``, ``http:`` or ``mailto:``, name a host, and hold no white space. A
file of one's own opens for nobody else, and what begins with ``javascript:`` or ``data:`` could run a program. Such
an address never becomes a link, whether or not this check is silenced.

Fails::

    thesis: The lecture has moved.
    because: {text: The notice says so., url: "file:///C:/notices/3-may.pdf"}

Passes::

    thesis: The lecture has moved.
    because: {text: The notice says so., url: "https://example.org/notices/3-may.pdf"}
"""

import re
from collections.abc import Iterator

from argmap.checks.subject import Finding, Subject
from argmap.links import link_fault
from argmap.slips import quoted

_BARE = re.compile(r"(?!mailto)[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#]\S*)?")
"""An address as it is spoken, without its beginning: ``www.example.org/notice``."""


def check(subject: Subject) -> Iterator[Finding]:
    """Report every address that may not become a link."""
    owners = [(claim.id, claim.id, claim.url) for claim in subject.map.claims]
    owners += [(f"source {source.key}", "", source.url) for source in subject.map.sources]
    for owner, about, url in owners:
        if url and (fault := link_fault(url)):
            shown = "".join(character if character.isprintable() else "\ufffd" for character in url)
            message = f"{quoted(shown)} cannot be a link: {fault}"
            yield Finding(subject.positions.of(owner, "url"), message, _hint(url), about)


def _hint(url: str) -> str:
    if _BARE.fullmatch(url):
        return 'write "https://" in front of it'
    if any(character.isspace() for character in url):
        return "write a space inside an address as %20"
    return "give the whole address of a page, such as https://example.org/page, or take it out"
