"""What was decided on single points, out of a result as it is handed over for the public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BAR = "|"


@dataclass(frozen=True)
class Point:
    """A point of a public response, what was decided on it, and why.

    `themes` are what its themes are called, `changed` the places of the papers that it changed.
    """

    number: int
    question: str
    text: str
    outcome: str
    reason: str
    responsible: str = ""
    themes: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def points_of(content: Mapping[str, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The decided points of a result by language, as columns of their table.

    They are the same in each language, so one is taken.
    """
    for row in first_of(content).get("decided", ()):
        yield {
            "number": row.get("number") or int(row["reference"].rpartition("-")[2]),
            "question": row["question"] or "",
            "text": row["text"],
            "outcome": row["outcome"],
            "reason": row["reason"],
            "responsible": row.get("responsible", ""),
            "themes": barred(row.get("themes", ())),
            "changes": barred(row.get("changes", ())),
        }


def first_of(content: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The result in the first language that it has."""
    return next(iter(content.values()), {})


def barred(numbers: Iterable[int]) -> str:
    """Numbers between bars, so that one is found by "|12|"; nothing for none."""
    held = [str(int(number)) for number in numbers]
    return BAR + BAR.join(held) + BAR if held else ""


def unbarred(text: str) -> tuple[int, ...]:
    """The numbers that `barred` wrote."""
    return tuple(int(each) for each in text.split(BAR) if each)
