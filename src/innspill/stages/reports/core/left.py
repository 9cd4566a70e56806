"""What is left when a report is made: while anything is, the report is partial and says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.reports.core.paper_words.wording import LeftKey, PaperWords
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.quoting import quoted_comments
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.words import number


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left, and how much of it."""

    key: LeftKey
    count: int = 1


def left_of(
    report: ReportInput, parts: Sequence[ReportPart], *, decides: bool = True
) -> tuple[Left, ...]:
    """What is left, in the order of the journey, the parts that wait for a person's words last.

    Where nothing is decided on (`decides` is false: `innspill analyse`), no decision is missing.
    """
    undecided = sum(quoted.outcome is None for quoted in quoted_comments(report)) if decides else 0
    ledger = report.told.ledger
    counted: tuple[tuple[LeftKey, int], ...] = (
        ("open", int(report.definition.status in ("draft", "open"))),
        ("unprocessed", report.ledger.unprocessed),
        ("waiting", report.ledger.waiting),
        ("undivided", ledger.undivided if ledger else 0),
        ("undecided", undecided),
        ("unread", ledger.waiting if ledger else 0),
        ("unwritten", sum(bool(part.awaits) and not part.blocks for part in parts)),
    )
    return tuple(Left(key, count) for key, count in counted if count)


def left_in_words(left: Sequence[Left], words: PaperWords, language: str) -> tuple[str, ...]:
    """Each of them as a sentence."""
    return tuple(
        words.left[each.key][each.count != 1].format(count=number(each.count, language))
        for each in left
    )
