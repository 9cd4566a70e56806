"""How the patterns of this package are put together."""

from __future__ import annotations


def any_of(*wordings: str) -> str:
    """The pattern of one of `wordings`, to be a part of others."""
    return f"(?:{'|'.join(wordings)})"
