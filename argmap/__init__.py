"""Draw an argument written in YAML as a diagram fit for a slide, and check it line by line.

>>> import argmap
>>> argmap.__version__
'0.1.0'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.api import MapError, check, draw, load

__version__ = "0.1.0"
__all__ = ["MapError", "check", "draw", "load"]


def __getattr__(name: str) -> Any:
    """Load the public functions when they are first asked for, so that starting stays fast."""
    if name in __all__:
        from argmap import api

        return getattr(api, name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")
