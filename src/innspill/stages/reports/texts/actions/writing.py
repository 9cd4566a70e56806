"""Writes what people say in reports, and their outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.reports.core.edited.arranging import Place, fresh_key, places
from innspill.stages.reports.core.edited.stored import as_json, from_json, told
from innspill.stages.reports.core.edited.values import Kept, PartOf, Taken
from innspill.stages.reports.core.parts.values import Block, Kind, ReportPart
from innspill.stages.reports.models import PartText, ReportKind, ReportOutline
from innspill.stages.reports.texts.queries import outline_of, versions

LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class _Pen:
    """Somebody who writes in the reports of one hearing."""

    consultation_id: int
    by: User
    now: datetime

    def noted(self, verb: str, **detail: Any) -> None:
        """Writes the journal's line: before anything is looked up, so that two who write at once
        meet at its lock.
        """
        subject = f"consultation {self.consultation_id}"
        journal.write(verb, subject, actor=self.by.get_username(), detail=detail, at=self.now)

    def outlined(self, kind: Kind, placed: Sequence[Place], *, sources: bool) -> int:
        """Adds an outline."""
        rows = [
            {"key": each.key, "shown": each.shown}
            | ({"heading": each.heading} if each.is_own else {})
            for each in placed
        ]
        row = ReportOutline.objects.create(
            consultation_id=self.consultation_id, kind=kind, parts=rows, sources=sources,
            by=self.by, at=self.now,
        )  # fmt: skip
        return int(row.pk)

    def wrote(self, of: PartOf, taken: Taken, way: str) -> Kept:
        """Adds a version, which stands where nobody wrote after what was seen."""
        known = _known(self.consultation_id, of, taken)
        if known is not None:
            return known
        stands = _would_stand(self.consultation_id, of, taken)
        row = versions(self.consultation_id, of).create(
            consultation_id=self.consultation_id, kind=of.kind, language=of.language,
            part=of.part, blocks=as_json(taken.blocks), machine=as_json(taken.machine),
            stands=stands, way=way, seen=taken.seen, by=self.by, at=self.now,
        )  # fmt: skip
        return Kept(int(row.pk), stands)


@transaction.atomic
def save_outline(
    consultation_id: int, kind: Kind, placed: Sequence[Place], *, seen: int, by: User,
    now: datetime, sources: bool = True,
) -> int:  # fmt: skip
    """Keeps which parts a report of one kind has, and in which order; returns its number.

    Raises NotAllowed; Conflict where somebody else changed it after the outline that was `seen`;
    BadInput for an own part without a heading, or with one that is too long.
    """
    pen = _allowed(consultation_id, PartOf(kind, "nb", ""), by, now)
    for each in placed:
        if each.is_own and not each.heading.strip():
            raise BadInput("the part has no heading", todo="Write what it is about.")
        if len(each.heading) > LONGEST_HEADING:
            raise BadInput("the heading is too long", todo="Make it shorter.")
    pen.noted("outline-set", kind=kind, parts=len(placed))
    if outline_of(consultation_id, kind).id != seen:
        raise Conflict("somebody else changed the outline first")
    return pen.outlined(kind, placed, sources=sources)


@transaction.atomic
def write_part(
    consultation_id: int, of: PartOf, blocks: Sequence[Block], *, machine: Sequence[Block],
    seen: int, by: User, now: datetime,
) -> Kept:  # fmt: skip
    """Keeps a person's words for a part, whole, its heading first.

    `machine` is what the machine says now. `seen` is the newest version that the person had before
    them (0: none): where another one has come since that stands, these words are kept beside it
    and do not stand. Words that stand already are not kept twice. Raises NotAllowed and BadInput.
    """
    pen = _allowed(consultation_id, of, by, now)
    taken = Taken(of.part, tuple(blocks), tuple(machine), seen)
    known = _known(consultation_id, of, taken)
    if known is not None:
        return known
    pen.noted("part-written", kind=of.kind, language=of.language, part=of.part)
    return pen.wrote(of, taken, "desk")


@transaction.atomic
def give_back(consultation_id: int, of: PartOf, *, seen: int, by: User, now: datetime) -> int:
    """Lets the machine write the part again; what people wrote is kept as versions.

    Raises NotAllowed, and Conflict where somebody wrote after what was `seen`.
    """
    pen = _allowed(consultation_id, of, by, now)
    pen.noted("part-given-back", kind=of.kind, language=of.language, part=of.part)
    last = versions(consultation_id, of).last()
    if last is not None and last.pk > seen:
        raise Conflict("somebody else wrote in the part first")
    row = versions(consultation_id, of).create(
        consultation_id=consultation_id, kind=of.kind, language=of.language, part=of.part,
        back=True, seen=seen, by=by, at=now,
    )  # fmt: skip
    return int(row.pk)


@transaction.atomic
def take_in(
    consultation_id: int, kind: Kind, language: str, taken: Sequence[Taken], *,
    parts: Sequence[ReportPart], by: User, now: datetime,
) -> tuple[Kept, ...]:  # fmt: skip
    """Keeps what somebody wrote in a Word file: all parts in one go, new ones in the outline too.

    `parts` are the machine's, in their order. Each part is kept as by `write_part`.
    """
    pen = _allowed(consultation_id, PartOf(kind, language, ""), by, now)
    pen.noted("parts-taken-in", kind=kind, language=language, parts=[each.part for each in taken])
    return tuple(
        pen.wrote(PartOf(kind, language, each.part), each, "word")
        for each in _with_new_parts(pen, kind, taken, parts)
    )


def _with_new_parts(
    pen: _Pen, kind: Kind, taken: Sequence[Taken], parts: Sequence[ReportPart]
) -> list[Taken]:
    """The parts with keys for those that are new, which get a place in the outline."""
    outline = outline_of(pen.consultation_id, kind)
    placed = list(places(parts, outline.places))
    done: list[Taken] = []
    for each in taken:
        if each.after is None:
            done.append(each)
            continue
        key = fresh_key(placed)
        at = next((i + 1 for i, one in enumerate(placed) if one.key == each.after), 0)
        placed.insert(at, Place(key, each.shown, each.heading[:LONGEST_HEADING]))
        done.append(replace(each, part=key))
    if any(each.after is not None for each in taken):
        pen.outlined(kind, placed, sources=outline.sources)
    return done


def _would_stand(consultation_id: int, of: PartOf, taken: Taken) -> bool:
    standing = versions(consultation_id, of).filter(stands=True).last()
    return standing is None or standing.pk <= taken.seen


def _known(consultation_id: int, of: PartOf, taken: Taken) -> Kept | None:
    """The version that says the same of the same words of the machine, where nothing new is seen."""
    rows = versions(consultation_id, of)
    standing = rows.filter(stands=True).last()
    beside = rows.filter(stands=False).last()
    if standing is not None and _says(standing, taken) and taken.seen <= max(
        standing.pk, standing.seen
    ):  # fmt: skip
        return Kept(standing.pk, True)
    is_open = beside is not None and (standing is None or beside.pk > standing.seen)
    if beside is not None and is_open and _says(beside, taken) and taken.seen < beside.pk:
        return Kept(beside.pk, False)
    return None


def _says(row: PartText, taken: Taken) -> bool:
    return (
        not row.back
        and told(from_json(row.blocks)) == told(taken.blocks)
        and told(from_json(row.machine)) == told(taken.machine)
    )


def _allowed(consultation_id: int, of: PartOf, by: User, now: datetime) -> _Pen:
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    if of.kind not in ReportKind.values:
        raise BadInput(f"{of.kind!r} is no kind of report", todo="Choose one of those there are.")
    if of.language not in LANGUAGES:
        raise BadInput(
            f"{of.language!r} is no language here", todo="Choose one of those there are."
        )
    return _Pen(consultation_id, by, now)
