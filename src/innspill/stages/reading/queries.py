"""The only way others read what was read: readings, answers, and flags with their settlements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.reading.core.result import blocks_from_json, from_json
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.reading.models import Flag, Reading, Settlement

AS_IS = "as-is"
"""The value of a settlement that leaves the thing as it stands."""


@dataclass(frozen=True, slots=True)
class SettlementShown:
    """A person's word on a flag."""

    value: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FlagRow:
    """Something doubtful; `settled` is the word that stands, None while it is open.

    `question` is empty where the flag concerns the whole response. `choices` are the ticks that
    a person may choose between.
    """

    id: int
    code: str
    question: str
    choices: tuple[str, ...]
    answer_text: str
    grounds: str
    reading_id: int
    file: str
    delivery_number: int
    received_at: datetime
    consultation_slug: str
    owner_id: int
    response_number: int | None
    settled: SettlementShown | None


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """One response document as it was read, with the text it points into."""

    id: int
    delivery_id: int
    delivery_number: int
    item_position: int
    position: int
    file: str
    kind: str
    language: str
    problem: str
    read_at: datetime
    read: ResponseRead
    """With the settled choices filled in."""
    result: Mapping[str, Any]
    """The object of `innspill read`, as the reader gave it."""
    flags: tuple[FlagRow, ...]


def readings_of(delivery_number: int, owners: Collection[Owner]) -> list[ReadingShown]:
    """The readings of one delivery, in order."""
    rows = _rows().filter(_seen_by(owners), delivery__number=delivery_number)
    return [_shown(row) for row in rows]


def reading_of(reading_id: int, owners: Collection[Owner]) -> ReadingShown | None:
    """One reading; None where there is none that these owners may see."""
    row = _rows().filter(_seen_by(owners), pk=reading_id).first()
    return _shown(row) if row else None


def by_id(reading_id: int) -> ReadingShown:
    """One reading for the later stages. Raises DoesNotExist where there is none."""
    return _shown(_rows().get(pk=reading_id))


def by_ids(reading_ids: Collection[int]) -> dict[int, ReadingShown]:
    """Many readings for the later stages, by row number."""
    return {row.pk: _shown(row) for row in _rows().filter(pk__in=reading_ids)}


def of_delivery(delivery_id: int) -> list[ReadingShown]:
    """The readings of one delivery for the later stages, in order."""
    return [_shown(row) for row in _rows().filter(delivery=delivery_id)]


def open_flags(owners: Collection[Owner], *, slug: str | None = None) -> list[FlagRow]:
    """The flags that nobody has settled, in the order that they came."""
    rows = _flags().filter(reading__delivery__consultation__owner__in=owners, settlements=None)
    if slug is not None:
        rows = rows.filter(reading__delivery__consultation__slug=slug)
    return [_flag(row) for row in rows.order_by("reading__delivery__number", "id")]


def flag(flag_id: int, owners: Collection[Owner]) -> FlagRow | None:
    """One flag; None where there is none that these owners may see."""
    found = _flags().filter(reading__delivery__consultation__owner__in=owners, pk=flag_id)
    row = found.first()
    return _flag(row) if row else None


def _rows() -> QuerySet[Reading]:
    return Reading.objects.select_related("delivery", "item").prefetch_related(
        Prefetch("flags", queryset=_flags())
    )


def _flags() -> QuerySet[Flag]:
    rows = Flag.objects.select_related(
        "answer", "reading__delivery__consultation", "reading__response"
    )
    # A list of flags needs neither the whole reading nor the whole hearing.
    lean = rows.defer(
        "reading__result", "reading__blocks", "reading__delivery__consultation__definition"
    )
    return lean.prefetch_related(
        Prefetch("settlements", queryset=Settlement.objects.select_related("by"))
    )  # fmt: skip


def _seen_by(owners: Collection[Owner]) -> Q:
    return Q(delivery__consultation__owner__in=owners)


def _flag(row: Flag) -> FlagRow:
    delivery = row.reading.delivery
    hearing = delivery.consultation
    words = list(row.settlements.all())
    last = words[-1] if words else None
    response = getattr(row.reading, "response", None)
    return FlagRow(
        id=row.pk,
        code=row.code,
        question=row.answer.question if row.answer else "",
        choices=tuple(row.answer.ticks) if row.answer else (),
        answer_text=row.answer.text if row.answer else "",
        grounds=row.grounds,
        reading_id=row.reading_id,
        file=row.reading.file,
        delivery_number=delivery.number,
        received_at=delivery.received_at,
        consultation_slug=hearing.slug if hearing else "",
        owner_id=hearing.owner_id if hearing else 0,
        response_number=response.number if response else None,
        settled=SettlementShown(last.value, last.note, name_of(last.by), last.at) if last else None,
    )


def _shown(row: Reading) -> ReadingShown:
    flags = tuple(_flag(flag) for flag in row.flags.all())
    read = from_json(row.result, blocks_from_json(row.blocks))
    return ReadingShown(
        id=row.pk,
        delivery_id=row.delivery_id,
        delivery_number=row.delivery.number,
        item_position=row.item.position,
        position=row.position,
        file=row.file,
        kind=row.kind,
        language=row.language,
        problem=row.problem,
        read_at=row.read_at,
        read=_settled(read, flags),
        result=row.result,
        flags=flags,
    )


def _settled(read: ResponseRead, flags: tuple[FlagRow, ...]) -> ResponseRead:
    """The response with the choices that people settled; what the reader saw stays in `ticks`."""
    chosen = {
        flag.question: flag.settled.value
        for flag in flags
        if flag.settled and flag.settled.value in flag.choices
    }
    if not chosen:
        return read
    answers = tuple(
        replace(answer, choice=chosen[answer.question], flags=(*answer.flags, "settled"))
        if answer.question in chosen
        else answer
        for answer in read.answers
    )
    return replace(read, answers=answers)
