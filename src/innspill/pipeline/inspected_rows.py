"""What arrived and what was registered, row by row, held to the lines of the journal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from innspill.shared.journal.canonical import instant
from innspill.shared.journal.keys import is_note
from innspill.shared.journal.verifying import SAID, Fault, check_receipt, salted
from innspill.shared.journal.walking import CHECKPOINT, STAMPED, Line, Walked, counters
from innspill.stages.intake import kept as intake
from innspill.stages.intake.core.kept import ASIDE, ENVELOPE
from innspill.stages.intake.kept import Kept
from innspill.stages.register import queries as register

VERBS = frozenset({
    "received", "set-aside", "moved", "taken-back", "registered", CHECKPOINT, STAMPED,
})  # fmt: skip
"""The verbs of the lines that rows are held to."""


def row_faults(walked: Walked, deliveries: Sequence[Kept]) -> Iterator[str]:
    """What does not fit, in sentences. `walked` has the lines of VERBS."""
    received = _by_subject(walked.lines["received"])
    last = counters()
    yield from _numbers(deliveries, received, last.get("delivery", 0))
    lines = {subject: each[0] for subject, each in received.items()}
    for row in deliveries:
        line = lines.get(f"delivery {row.number}")
        if line is not None:
            yield from _delivery(row, line, walked.keys.at(line.number))
    yield from intake.loose_rows()
    yield from _set_aside(walked, deliveries)
    yield from _taken_back(walked.lines["taken-back"], deliveries)
    yield from _responses(walked.lines["registered"], deliveries, last)


def _numbers(
    deliveries: Sequence[Kept], received: Mapping[str, list[Line]], last: int
) -> Iterator[str]:
    kept = {f"delivery {row.number}" for row in deliveries}
    yield from (f"{subject} is gone" for subject in sorted(received.keys() - kept))
    yield from (f"{subject}: no line tells of it" for subject in sorted(kept - received.keys()))
    for subject, lines in received.items():
        if len(lines) > 1:
            yield f"{subject}: {len(lines)} lines say that it was received"
    numbers = [row.number for row in deliveries]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the numbers of deliveries have gaps"
    if last != (numbers[-1] if numbers else 0):
        yield f"the counter of deliveries says {last}"


def _delivery(row: Kept, line: Line, key: str) -> Iterator[str]:
    named = f"delivery {row.number}"
    detail = line.detail
    if row.positions != tuple(range(len(row.positions))):
        yield f"{named}: its files have other places"
    # Lines of the first schema say less: what they say is held to the receipt below.
    if "sent" in detail and detail["sent"] != salted(row.said, SAID):
        yield f"{named}: when it came, how, for which hearing, or its files were changed"
    if "envelope" in detail and detail["envelope"] != salted(row.envelope, ENVELOPE):
        yield f"{named}: who sent it, or what it goes with, was changed"
    if detail.get("consultation") != row.consultation_id:
        yield f"{named}: it was for another hearing"
    if row.receipt != _receipt_of(row, line, key):
        yield f"{named}: its receipt was changed"
    else:
        try:
            check_receipt(row.receipt, key)
        except Fault as fault:
            yield f"{named}: its receipt does not hold, {fault}"


def _receipt_of(row: Kept, line: Line, key: str) -> dict[str, Any]:
    """What the receipt must be, but for its proof, of which only one holds."""
    given = row.receipt if isinstance(row.receipt, dict) else {}
    content = row.said
    if "sent" not in line.detail:
        fields = ("number", "received_at", "files")
        content = {"schema": "innspill/receipt/1", **{field: row.said[field] for field in fields}}
    else:
        note = given.get("checkpoint")
        is_signed = is_note(note, key, line.number, line.root)
        content = {**content, "checkpoint": note if is_signed else "", "key": key}
    return {
        **content,
        "journal_position": line.number,
        "leaf": line.leaf_data.decode(),
        "proof": given.get("proof"),
        "tree_size": line.number,
        "root": line.root.hex(),
    }


def _set_aside(walked: Walked, deliveries: Sequence[Kept]) -> Iterator[str]:
    told = {subject: each[-1] for subject, each in _by_subject(walked.lines["set-aside"]).items()}
    moved = {subject: each[-1] for subject, each in _by_subject(walked.lines["moved"]).items()}
    for row in deliveries:
        named = f"delivery {row.number}"
        line, word = told.get(named), row.aside
        if (line is None) != (word is None):
            yield f"{named}: why it was set aside is " + ("gone" if line else "told by no line")
        elif line is not None and word is not None:
            yield from _word(named, line, word)
        went_to = moved[named].detail.get("to") if named in moved else None
        if row.moved_to != went_to:
            yield f"{named}: what it went on as was changed"


def _word(named: str, line: Line, word: Mapping[str, Any]) -> Iterator[str]:
    said = line.detail.get("said")
    as_told = (line.detail.get("reason"), instant(line.at)) == (word["reason"], word["at"])
    if not as_told or (said is not None and said != salted(word, ASIDE)):
        yield f"{named}: why it was set aside was changed"


def _taken_back(lines: Sequence[Line], deliveries: Sequence[Kept]) -> Iterator[str]:
    told = {number: line.at for line in lines for number in _numbers_in(line)}
    kept: dict[int, datetime] = {
        row.number: row.taken_back_at for row in deliveries if row.taken_back_at is not None
    }
    for number in sorted(told.keys() | kept.keys()):
        if told.get(number) != kept.get(number):
            yield f"delivery {number}: that it was taken back, or when, was changed"


def _responses(
    lines: Sequence[Line], deliveries: Sequence[Kept], last: Mapping[str, int]
) -> Iterator[str]:
    came = {row.number: row for row in deliveries}
    kept = register.kept_rows()
    told: Counter[tuple[Any, int]] = Counter(
        (line.detail.get("delivery"), _number(line)) for line in lines
    )
    here: Counter[tuple[Any, int]] = Counter((row.delivery_number, row.number) for row in kept)
    for delivery, number in sorted((told - here).keys(), key=str):
        yield f"response {number} of delivery {delivery} is gone"
    for delivery, number in sorted((here - told).keys(), key=str):
        yield f"response {number} of delivery {delivery}: no line tells of it"
    numbers: dict[int, int] = defaultdict(int)
    for row in kept:
        numbers[row.consultation_id] = max(numbers[row.consultation_id], row.number)
        delivery_row = came.get(row.delivery_number)
        if delivery_row is None:
            continue
        if (row.received_at, row.consultation_id) != (
            delivery_row.received_at, delivery_row.consultation_id,
        ):  # fmt: skip
            yield f"response {row.number} of delivery {row.delivery_number}: when it came was changed"
    for consultation, number in sorted(numbers.items()):
        said = last.get(f"response {consultation}", 0)
        if said != number:
            yield f"the counter of responses of hearing {consultation} says {said}"


def _number(line: Line) -> int:
    """The last part of "response 22/448-7": the number that it got, whatever the case is called."""
    last = line.subject.rpartition("-")[2]
    return int(last) if last.isdecimal() else 0


def _numbers_in(line: Line) -> list[int]:
    numbers = line.detail.get("deliveries")
    return [each for each in numbers if isinstance(each, int)] if isinstance(numbers, list) else []


def _by_subject(lines: Sequence[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.subject].append(line)
    return found
