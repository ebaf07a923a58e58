"""Write numbers, tags and elements as SVG has them."""

from html import escape


def number(value: float, digits: int = 1) -> str:
    """Write a number as short as it can be: rounded, without needless zeros.

    >>> number(12.04), number(-0.01), number(1.256, 2)
    ('12', '0', '1.26')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text


def tag(name: str, attributes: dict[str, str], *, close: bool = True) -> str:
    """Write a tag; a closed one is an element without content.

    >>> tag("a", {"href": "https://example.org/?a&b"}, close=False)
    '<a href="https://example.org/?a&amp;b">'
    """
    written = "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{written}{'/' if close else ''}>"


def element(name: str, content: str, attributes: dict[str, str] | None = None) -> str:
    """Write an element that holds text.

    >>> element("title", "A & B", {"id": "t"})
    '<title id="t">A &amp; B</title>'
    """
    return f"{tag(name, attributes or {}, close=False)}{escape(content, quote=False)}</{name}>"


def _quoted(value: str) -> str:
    """Write what may stand between double quotes."""
    return escape(value, quote=False).replace('"', "&quot;")
