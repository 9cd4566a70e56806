"""What somebody decided in a workbook, held to what stood when it was given out and stands now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from innspill.stages.deciding.core.values import DECIDING
from innspill.stages.reports.core.edited.sheet import SheetRead, SheetRow
from innspill.stages.reports.core.words import words_in

OPEN = "open"
LONGEST_REASON = 10_000
LONGEST_RESPONSIBLE = 200
_LANGUAGES = ("nb", "nn", "en")
_ALSO = {
    "tatt til følge": "followed",
    "delvis tatt til følge": "partly-followed",
    "ikke tatt til følge": "not-followed",
    "tatt til orientering": "noted",
}
"""As the desk says it: people write what they see there."""
FaultCode = Literal[
    "no-id", "unknown-id", "twice", "other-reference", "other-text", "unknown-outcome",
    "no-outcome", "no-reason", "unknown-seen", "too-long",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """What was decided on a comment. All empty: nothing."""

    outcome: str = ""
    reason: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class KnownComment:
    """A comment of the hearing, and the disposition that stands for it (number 0: none)."""

    id: str
    reference: str
    text: str
    disposition: int = 0
    word: Word = Word()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: which cell, what stands there, and why it is not taken in."""

    code: FaultCode
    cell: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class SheetChange:
    """A row that somebody worked on: what stood when they got it, what stands now, what they say.

    Where somebody else has decided since (`is_conflict`), both are kept.
    """

    row: SheetRow
    comment: KnownComment
    before: Word
    word: Word
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """All rows = changes + faults + unchanged (a row has one fault at most)."""

    changes: tuple[SheetChange, ...]
    faults: tuple[Fault, ...]
    unchanged: int


def outcome_words() -> Mapping[str, str]:
    """The outcome that each word means, in every language that reports have."""
    return _ALSO | {
        _folded(word): outcome
        for language in _LANGUAGES
        for outcome, word in words_in(language).outcomes.items()
        if outcome in DECIDING
    }


def changes_of(
    read: SheetRead, comments: Mapping[str, KnownComment], seen: Mapping[int, Word]
) -> SheetChanges:
    """What the rows change. `seen` has the dispositions that rows name, as they were said."""
    changes: list[SheetChange] = []
    faults: list[Fault] = []
    unchanged = 0
    met: set[str] = set()
    words = outcome_words()
    for row in read.rows:
        found = _judged(row, comments, seen, words, met)
        met.add(row.id)
        if isinstance(found, SheetChange):
            changes.append(found)
        elif found is None:
            unchanged += 1
        else:
            code, part, value = found
            faults.append(Fault(code, f"{read.columns.get(part, '')}{row.line}", value))
    return SheetChanges(tuple(changes), tuple(faults), unchanged)


_Fault = tuple[FaultCode, str, str]


def _judged(
    row: SheetRow,
    comments: Mapping[str, KnownComment],
    seen: Mapping[int, Word],
    words: Mapping[str, str],
    met: set[str],
) -> SheetChange | _Fault | None:
    """What a row changes, what is wrong with it (code, column, value), or None: nothing."""
    comment = comments.get(row.id)
    if (fault := _strange(row, comment, met)) is not None or comment is None:
        return fault
    number = int(row.seen) if row.seen.isdecimal() and len(row.seen) < 19 else 0
    if row.seen not in {"", "0"} and number not in seen:
        return ("unknown-seen", "seen", row.seen[:80])
    before = seen.get(number, Word())
    if row.outcome and _folded(row.outcome) not in words:
        return ("unknown-outcome", "outcome", row.outcome[:80])
    word = Word(words.get(_folded(row.outcome), ""), row.reason, row.responsible)
    if _same(word, before):
        return None
    if (fault := _lacking(word)) is not None:
        return fault
    if _same(word, comment.word):
        return None
    if not word.outcome:
        word = Word(OPEN)
    return SheetChange(row, comment, before, word, comment.disposition != number)


def _strange(row: SheetRow, comment: KnownComment | None, met: set[str]) -> _Fault | None:
    """What is wrong with whose row it is: a row moved by half would decide on another's comment."""
    if not row.id:
        return ("no-id", "id", "")
    if comment is None:
        return ("unknown-id", "id", row.id[:80])
    if row.id in met:
        return ("twice", "id", row.id[:80])
    if row.reference and row.reference != comment.reference:
        return ("other-reference", "reference", row.reference[:80])
    own = " ".join(row.text.split())
    if own and own[:500] != " ".join(comment.text.split())[:500]:
        return ("other-text", "text", row.text[:80])
    return None


def _lacking(word: Word) -> _Fault | None:
    if not word.outcome and (word.reason or word.responsible):
        return ("no-outcome", "outcome", "")
    if word.outcome and not word.reason:
        return ("no-reason", "reason", "")
    if len(word.reason) > LONGEST_REASON:
        return ("too-long", "reason", word.reason[:40])
    if len(word.responsible) > LONGEST_RESPONSIBLE:
        return ("too-long", "responsible", word.responsible[:40])
    return None


def _same(one: Word, other: Word) -> bool:
    return _plain(one) == _plain(other)


def _plain(word: Word) -> tuple[str, ...]:
    if word.outcome == OPEN:
        return ("", "", "")
    return (word.outcome, " ".join(word.reason.split()), " ".join(word.responsible.split()))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def rows_seen(rows: Sequence[SheetRow]) -> set[int]:
    """The numbers of the dispositions that rows say were seen."""
    return {int(row.seen) for row in rows if row.seen.isdecimal() and len(row.seen) < 19}
