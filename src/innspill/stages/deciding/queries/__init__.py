"""The only way others read what was decided: the disposition that stands, and what is left."""

from innspill.stages.deciding.queries.standing import (
    OUTCOMES,
    DecidedRow,
    all_decided,
    decided,
    latest_of,
    left,
    shown,
)

__all__ = [
    "OUTCOMES",
    "DecidedRow",
    "all_decided",
    "decided",
    "latest_of",
    "left",
    "shown",
]
