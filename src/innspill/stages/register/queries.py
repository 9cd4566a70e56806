"""The only way others read the register: responses with their senders and standing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.shared.ports import UnitRegister
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.reading import queries as reading
from innspill.stages.register import clues
from innspill.stages.register.core.candidates import Candidate
from innspill.stages.register.core.kinds import KindCounts, counted, main_kind
from innspill.stages.register.core.kinds import from_json as kinds_from_json
from innspill.stages.register.core.lateness import is_late
from innspill.stages.register.core.values import Arrival, KindFound, Match, Registered
from innspill.stages.register.models import LatenessWord, Response, ResponseSender


@dataclass(frozen=True, slots=True)
class SenderShown:
    """One sender of a response, with the grounds for believing so."""

    name: str
    kind: str
    body: str | None
    group: str | None
    via: str
    certainty: str
    grounds: tuple[str, ...]
    settled_by: str | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One response in the register. `version` grows with sender and standing."""

    id: int
    number: int
    reference: str
    consultation_id: int
    consultation_slug: str
    owner_id: int
    reading_id: int
    delivery_number: int
    kind: str
    senders: tuple[SenderShown, ...]
    received_at: datetime
    late: bool
    standing: str
    superseded_by: str | None
    supports: str
    flags: tuple[str, ...]
    version: int
    open_flags: int
    thread: int | None = None
    answered_at: datetime | None = None
    kinds: tuple[KindFound, ...] = ()
    adds_to: str | None = None
    """The response that it is an addition to."""

    @property
    def superseded_by_number(self) -> int | None:
        """The number of the response that took its place."""
        return int(self.superseded_by.rpartition("-")[2]) if self.superseded_by else None

    @property
    def main_kind(self) -> str:
        """The kind that it is counted under."""
        return main_kind(kind.code for kind in self.kinds)

    @property
    def name(self) -> str:
        """The senders' names as one heading; empty where nobody knows."""
        return ", ".join(sender.name for sender in self.senders if sender.name)

    @property
    def group(self) -> str | None:
        """The group of invited bodies of the first sender."""
        return self.senders[0].group if self.senders else None

    @property
    def sender_is_sure(self) -> bool:
        """Whether every sender is known well enough to be shown to the public."""
        return bool(self.senders) and all(
            sender.kind != "unknown" and sender.certainty != Certainty.UNSURE
            for sender in self.senders
        )


@dataclass(frozen=True, slots=True)
class Answered:
    """Who sent a current response: the invited line it counts under, if any, and the name."""

    body_id: int | None
    name: str
    no_remarks: bool
    notice: bool = False
    """Whether it only says that an answer will come."""


def responses(
    slug: str, owners: Collection[Owner], *, standing: str | None = None
) -> list[ResponseRow]:
    """The responses of one hearing, in order of number."""
    rows = _rows().filter(consultation__slug=slug, consultation__owner__in=owners)
    if standing is not None:
        rows = rows.filter(standing=standing)
    return [_row(row) for row in rows]


def responses_of(owners: Collection[Owner], *, slug: str | None = None) -> list[ResponseRow]:
    """The responses of all hearings of these owners, or of the one hearing `slug`."""
    rows = _rows().filter(consultation__owner__in=owners)
    if slug is not None:
        rows = rows.filter(consultation__slug=slug)
    return [_row(row) for row in rows.order_by("consultation", "number")]


def response(slug: str, number: int, owners: Collection[Owner]) -> ResponseRow | None:
    """One response; None where there is none that these owners may see."""
    found = _rows().filter(
        consultation__slug=slug, consultation__owner__in=owners, number=number
    )  # fmt: skip
    row = found.first()
    return _row(row) if row else None


def response_of_reading(reading_id: int, owners: Collection[Owner]) -> ResponseRow | None:
    """The response that a reading became; None while it is not registered."""
    row = _rows().filter(consultation__owner__in=owners, reading=reading_id).first()
    return _row(row) if row else None


def by_id(response_id: int) -> ResponseRow:
    """One response for the later stages. Raises DoesNotExist where there is none."""
    return _row(_rows().get(pk=response_id))


def where(asked: Q) -> list[ResponseRow]:
    """The responses that `asked` holds for, in order of number; for `pointing`."""
    return [_row(row) for row in _rows().filter(asked)]


def of_consultation(consultation_id: int) -> list[ResponseRow]:
    """The responses of one hearing for the later stages, in order of number."""
    return [_row(row) for row in _rows().filter(consultation=consultation_id)]


def registered(row: ResponseRow, shown: reading.ReadingShown | None = None) -> Registered:
    """The response as the cores take it: what was read, by whom, whether it stands."""
    found = shown or reading.by_id(row.reading_id)
    return Registered(
        reference=row.reference,
        read=found.read,
        arrival=Arrival(
            received_at=row.received_at,
            thread=row.thread,
            delivery=row.delivery_number,
            answered_at=row.answered_at,
        ),
        senders=tuple(_match(sender) for sender in row.senders),
        standing=row.standing,  # type: ignore[arg-type]
        late=row.late,
        superseded_by=row.superseded_by,
        supports=row.supports or None,
        flags=row.flags,
        kinds=row.kinds,
        adds_to=row.adds_to,
    )


def all_registered(consultation_id: int) -> list[tuple[ResponseRow, Registered]]:
    """Every response of one hearing, as a row and as the cores take it."""
    rows = of_consultation(consultation_id)
    read = reading.by_ids([row.reading_id for row in rows])
    return [(row, registered(row, read[row.reading_id])) for row in rows]


def answered(consultation_id: int) -> list[Answered]:
    """Each sender of a current response, for those who ask who of the invited has answered."""
    rows = ResponseSender.objects.filter(
        response__consultation=consultation_id, response__standing="current", replaced_at=None
    )
    fields = ("respondent__body", "respondent__name", "name", "response__kinds",
              "response__reading__result__flags")  # fmt: skip
    found = []
    for body, known, said, kinds, flags in rows.values_list(*fields):
        codes = {kind["code"] for kind in kinds}
        nothing = "no-remarks" in codes or "no-remarks" in (flags or ())
        found.append(Answered(body, known or said, nothing, notice="will-come" in codes))
    return found


def kind_counts(consultation_id: int) -> KindCounts:
    """The kinds of the current responses of one hearing, counted so that they add up."""
    rows = Response.objects.filter(
        consultation=consultation_id, standing=Response.Standing.CURRENT
    ).values_list("kinds", flat=True)
    return counted([kind["code"] for kind in kinds] for kinds in rows)


def candidates(response_id: int, units: UnitRegister | None = None) -> tuple[Candidate, ...]:
    """All who may have sent a response, the likeliest first, each with the grounds.

    `units` is the local copy of Enhetsregisteret, where one is loaded.
    """
    row = by_id(response_id)
    return clues.candidates_for(
        row.consultation_id, row.delivery_number, row.reading_id,
        senders=tuple(_match(sender) for sender in row.senders), units=units,
    )  # fmt: skip


def unsure(owners: Collection[Owner], *, slug: str | None = None) -> list[ResponseRow]:
    """The responses that stand and whose sender nobody is sure of, in order of receipt."""
    rows = _rows().filter(consultation__owner__in=owners, standing=Response.Standing.CURRENT)
    if slug is not None:
        rows = rows.filter(consultation__slug=slug)
    doubt = Q(respondent__kind="unknown") | Q(certainty=Certainty.UNSURE)
    doubtful = ResponseSender.objects.filter(doubt, replaced_at=None).values("response")
    found = [_row(row) for row in rows.filter(pk__in=doubtful)]
    return sorted(found, key=lambda row: (row.received_at, row.id))


def states(consultation_id: int | None = None) -> dict[int, tuple[int, str]]:
    """Of every response of one hearing, or of all (None), its state and standing.

    The state grows with all that a public copy must follow: the response's version plus the
    settlements of its reading.
    """
    rows = Response.objects.annotate(words=Count("reading__flags__settlements"))
    if consultation_id is not None:
        rows = rows.filter(consultation=consultation_id)
    found = rows.order_by("number").values_list("pk", "version", "words", "standing")
    return {pk: (version + words, standing) for pk, version, words, standing in found}


def standings(consultation_id: int | None = None) -> dict[int, str]:
    """Of every response of one hearing, or of all (None), its standing alone."""
    rows = Response.objects.all()
    if consultation_id is not None:
        rows = rows.filter(consultation=consultation_id)
    return dict(rows.order_by("number").values_list("pk", "standing"))


def hearings_of_each() -> dict[int, int]:
    """Of every response the row number of its hearing."""
    return dict(Response.objects.values_list("pk", "consultation"))


def taken_back() -> list[int]:
    """The responses whose delivery the sender took back, or a person set aside as no response,
    and which are not withdrawn yet.
    """
    gone = Q(reading__delivery__taken_back__isnull=False)
    rows = Response.objects.filter(gone | Q(reading__delivery__set_aside__isnull=False))
    standing = rows.exclude(standing=Response.Standing.WITHDRAWN)
    return list(standing.order_by("pk").values_list("pk", flat=True))


def misdated() -> list[int]:
    """The responses that are marked late, or in time, against the deadline as it is now."""
    bodies = _bodies()
    ends: dict[int, tuple[datetime | None, Mapping[int, datetime]]] = {}
    found = []
    rows = Response.objects.exclude(standing=Response.Standing.WITHDRAWN).order_by("pk")
    said = dict(LatenessWord.objects.filter(undone_at=None).values_list("response", "late"))
    for pk, hearing, received_at, answered_at, late in rows.values_list(
        "pk", "consultation", "received_at", "answered_at", "late"
    ):
        if hearing not in ends:
            own = consultations.deadlines_of_their_own(hearing)
            ends[hearing] = consultations.deadline_for(hearing, None), own
        general, own = ends[hearing]
        body = bodies.get(pk)
        # Without a deadline for all nobody is late, whatever somebody was granted.
        deadline = general if body is None or general is None else own.get(body, general)
        if said.get(pk, bool(is_late(answered_at or received_at, deadline))) != late:
            found.append(pk)
    return found


def body_of(response_id: int) -> int | None:
    """The invited line of a response's first sender, where it is sure enough; else None."""
    return _bodies(response_id).get(response_id)


def _bodies(response_id: int | None = None) -> dict[int, int | None]:
    rows = ResponseSender.objects.filter(replaced_at=None, position=0)
    if response_id is not None:
        rows = rows.filter(response=response_id)
    sure = rows.exclude(certainty=Certainty.UNSURE)
    return dict(sure.values_list("response", "respondent__body"))


def _match(sender: SenderShown) -> Match:
    return Match(
        name=sender.name,
        kind=sender.kind,  # type: ignore[arg-type]
        body=sender.body,
        group=sender.group,
        via=sender.via,  # type: ignore[arg-type]
        certainty=Certainty(sender.certainty),
        grounds=sender.grounds,
        number=sender.number,
    )


def _rows() -> QuerySet[Response]:
    named = ("respondent__organisation", "respondent__body__group", "settled_by")
    standing_senders = ResponseSender.objects.filter(replaced_at=None).select_related(*named)
    return (
        Response.objects.select_related(
            "consultation", "reading__delivery", "superseded_by", "adds_to"
        )
        .defer("consultation__definition", "reading__result", "reading__blocks")
        .prefetch_related(Prefetch("senders", queryset=standing_senders, to_attr="standing_now"))
        .annotate(
            all_flags=Count("reading__flags", distinct=True),
            settled_flags=Count("reading__flags__settlements__flag", distinct=True),
        )
        .order_by("number")
    )


def _sender(row: ResponseSender) -> SenderShown:
    body, organisation = row.respondent.body, row.respondent.organisation
    return SenderShown(
        name=row.name,
        kind=row.respondent.kind,
        body=body.name if body else None,
        group=body.group.name if body else None,
        via=row.respondent.via,
        certainty=row.certainty,
        grounds=tuple(row.grounds),
        settled_by=name_of(row.settled_by) or None,
        number=organisation.number if organisation else "",
    )


def _row(row: Response) -> ResponseRow:
    return ResponseRow(
        id=row.pk,
        number=row.number,
        reference=row.reference,
        consultation_id=row.consultation_id,
        consultation_slug=row.consultation.slug,
        owner_id=row.consultation.owner_id,
        reading_id=row.reading_id,
        delivery_number=row.reading.delivery.number,
        kind=row.reading.kind,
        senders=tuple(_sender(sender) for sender in row.standing_now),  # type: ignore[attr-defined]
        received_at=row.received_at,
        late=row.late,
        standing=row.standing,
        superseded_by=_reference(row, row.superseded_by),
        supports=row.supports,
        flags=tuple(row.flags),
        version=row.version,
        open_flags=row.all_flags - row.settled_flags,  # type: ignore[attr-defined]
        thread=row.thread,
        answered_at=row.answered_at,
        kinds=kinds_from_json(row.kinds),
        adds_to=_reference(row, row.adds_to),
    )


def _reference(row: Response, other: Response | None) -> str | None:
    return f"{row.consultation.case_number}-{other.number}" if other else None


@dataclass(frozen=True, slots=True)
class KeptRow:
    """What the journal says of a response: its number in a hearing, and what it was read from.

    `delivery_number` is 0 where that is not there.
    """

    consultation_id: int
    number: int
    delivery_number: int
    received_at: datetime


def kept_rows() -> list[KeptRow]:
    """Every response there is, for the look that holds it to the journal."""
    read_from = dict(Response.objects.values_list("pk", "reading__delivery__number"))
    columns = ("pk", "consultation", "number", "received_at")
    rows = Response.objects.order_by("consultation", "number").values_list(*columns)
    return [
        KeptRow(hearing, number, read_from.get(key, 0), at) for key, hearing, number, at in rows
    ]
