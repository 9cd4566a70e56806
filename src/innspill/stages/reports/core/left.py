"""What is left when a report is made: while anything is, the report is partial and says so."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.reports.core.paper_words.wording import LeftKey, PaperWords
from innspill.stages.reports.core.quoting import quoted_comments
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.words import number


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left, and how much of it."""

    key: LeftKey
    count: int = 1


def left_of(report: ReportInput, *, undivided: int = 0) -> tuple[Left, ...]:
    """What is left, in the order of the journey. `undivided` responses nobody has gone through."""
    undecided = sum(quoted.outcome is None for quoted in quoted_comments(report))
    counted: tuple[tuple[LeftKey, int], ...] = (
        ("open", int(report.definition.status in ("draft", "open"))),
        ("unprocessed", report.ledger.unprocessed),
        ("waiting", report.ledger.waiting),
        ("undivided", undivided),
        ("undecided", undecided),
    )
    return tuple(Left(key, count) for key, count in counted if count)


def left_in_words(left: tuple[Left, ...], words: PaperWords, language: str) -> tuple[str, ...]:
    """Each of them as a sentence."""
    return tuple(
        words.left[each.key][each.count != 1].format(count=number(each.count, language))
        for each in left
    )
