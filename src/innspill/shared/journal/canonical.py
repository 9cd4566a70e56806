"""One way of writing JSON, so that the same thing always has the same bytes and the same hash."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from innspill.shared.journal import verifying


def canonical(value: Mapping[str, Any]) -> bytes:
    """The bytes of a JSON object, as the verifier spells them: sorted keys, no spaces, UTF-8.

    Strings, whole numbers, booleans, lists and objects. Raises TypeError for a float, whose
    spelling differs between languages.
    """
    _refuse_floats(value)
    return verifying.canonical(value)


def instant(at: datetime) -> str:
    """An instant as it stands in the journal: UTC, microseconds, "Z"."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("a journal line holds no fractions")
    if isinstance(value, Mapping):
        for part in value.values():
            _refuse_floats(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _refuse_floats(part)
