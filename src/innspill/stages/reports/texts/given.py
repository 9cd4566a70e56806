"""A report as it was given out, and what an edited file of it changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.reports.core.edited.arranging import PersonText, arranged, whole
from innspill.stages.reports.core.edited.stored import from_json, told
from innspill.stages.reports.core.edited.values import PartOf, Taken
from innspill.stages.reports.core.edited.word_changes import PartChange
from innspill.stages.reports.core.parts.values import Block, Kind, ReportPart
from innspill.stages.reports.models import Report
from innspill.stages.reports.texts.queries import outline_of, standing, versions


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A report that was given out: its parts as they were in it, and its Word file."""

    id: int
    kind: Kind
    language: str
    parts: tuple[ReportPart, ...]
    word: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class ToTake:
    """A change of an edited file, ready to be taken in.

    `now` is what stands in the part now where that is something else than the file had, and
    somebody wrote it: both are kept.
    """

    change: PartChange
    taken: Taken
    now: PersonText | None = None


def given_out(consultation_id: int, made_from: str, store: ByteStore) -> GivenOut | None:
    """The report of a hearing that a file says that it is; None where there is no such one."""
    row = Report.objects.filter(
        consultation=consultation_id, made_from=made_from or "-"
    ).exclude(json_sha256="").first()  # fmt: skip
    if row is None:
        return None
    held = json.loads(store.get(Sha256(row.json_sha256)))
    return GivenOut(
        id=row.pk,
        kind=row.kind,  # type: ignore[arg-type] # the choices of the column
        language=row.language,
        parts=tuple(_part(each) for each in held["parts"]),
        word=store.get(Sha256(row.word_sha256)),
        at=row.made_at,
    )


def _part(held: dict[str, Any]) -> ReportPart:
    known = {each.name for each in fields(ReportPart)} - {"blocks"}
    said = {key: value for key, value in held.items() if key in known}
    return ReportPart(**said, blocks=from_json(held["blocks"]))


def to_take(
    consultation_id: int, given: GivenOut, changes: Sequence[PartChange],
    machine: Sequence[ReportPart],
) -> list[ToTake]:  # fmt: skip
    """The changes of a file of that report, held to what stands now; `machine` says its parts now."""
    texts = standing(consultation_id, given.kind, given.language)
    outline = outline_of(consultation_id, given.kind).places
    now = {part.key: whole(part) for part in arranged(machine, outline, texts, left_out=True)}
    given_parts = {part.key: part for part in given.parts}
    found: list[ToTake] = []
    for change in changes:
        if change.after is not None:
            taken = Taken("", change.blocks, after=change.after, heading=change.heading,
                          shown=change.shown)  # fmt: skip
            found.append(ToTake(change, taken))
            continue
        text = texts.get(change.part)
        of = PartOf(given.kind, given.language, change.part)
        is_same = told(now.get(change.part, ())) == told(change.before)
        seen = _seen(consultation_id, of, given_parts[change.part], is_same=is_same)
        base = _machine(given_parts[change.part], text)
        taken = Taken(change.part, change.blocks, base, seen)
        found.append(ToTake(change, taken, None if is_same else text))
    return found


def _seen(consultation_id: int, of: PartOf, part: ReportPart, *, is_same: bool) -> int:
    """The newest version that stands, where it says what the file had; else the newest that did.

    It is known by its words and not by the clock: two things may be done at the same time.
    """
    rows = versions(consultation_id, of).filter(stands=True).order_by("-id")
    had = told(whole(part))
    for row in rows:
        was_there = part.by == "machine" if row.back else told(from_json(row.blocks)) == had
        if is_same or was_there:
            return int(row.pk)
    return 0


def _machine(part: ReportPart, text: PersonText | None) -> tuple[Block, ...]:
    """What the machine said when the file was given out, as far as is known."""
    if part.by == "machine":
        return whole(part)
    return text.machine if text is not None else ()
