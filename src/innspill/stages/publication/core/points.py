"""What was decided on single points, out of a result as it is handed over for the public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Point:
    """A point of a public response, what was decided on it, and why."""

    number: int
    question: str
    text: str
    outcome: str
    reason: str


def points_of(content: Mapping[str, Mapping[str, Any]]) -> Iterator[Point]:
    """The decided points of a result by language; they are the same in each, so one is taken."""
    first = next(iter(content.values()), {})
    for row in first.get("decided", ()):
        number = row.get("number") or int(row["reference"].rpartition("-")[2])
        yield Point(number, row["question"] or "", row["text"], row["outcome"], row["reason"])
