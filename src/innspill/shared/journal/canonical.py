"""One way of writing JSON, so that the same thing always has the same bytes and the same hash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any


def canonical(value: Mapping[str, Any]) -> bytes:
    """The bytes of a JSON object: sorted keys, no spaces, UTF-8, no NaN.

    As RFC 8785 for what we write: strings, whole numbers, booleans, lists and objects. Raises
    TypeError for a float, whose spelling differs between languages.
    """
    _refuse_floats(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


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
