"""Colours as numbers: what two make when mixed, and how far one stands out from another."""

_LINEAR_UP_TO = 0.04045
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05
"""The light that a screen throws back, which WCAG adds to both sides."""


def mixed(color: str, ground: str, share: float) -> str:
    """Return the colour that ``color`` makes on ``ground`` when it is so opaque, as a share from 0 to 1.

    Shares are mixed in sRGB, as an SVG viewer does with ``fill-opacity``.
    """
    channels = (a * share + b * (1 - share) for a, b in zip(_channels(color), _channels(ground), strict=True))
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21: the contrast ratio of WCAG 2.2, by relative luminance."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + _FLARE) / (dark + _FLARE)


def _luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2.2: 0 for black, 1 for white."""
    linear = (c / 12.92 if c <= _LINEAR_UP_TO else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color))
    return sum(weight * channel for weight, channel in zip(_WEIGHTS, linear, strict=True))


def _channels(color: str) -> tuple[float, ...]:
    """Return red, green and blue of ``#RRGGBB``, each from 0 to 1."""
    return tuple(int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
