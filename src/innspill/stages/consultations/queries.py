"""The only way others read hearings: rows and definitions as values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from innspill.shared import public_side
from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations.core.deadline import end_of_day, start_of_day
from innspill.stages.consultations.core.definition import Definition, Status, Text
from innspill.stages.consultations.core.phases import PHASES, may_be_set, phase_at
from innspill.stages.consultations.models import (
    Body,
    Consultation,
    Edition,
    Extension,
)


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One hearing in a list. `deadline_at` is the first instant that is too late, in UTC."""

    id: int
    slug: str
    case_number: str
    title: Text
    owner: str
    status: str
    opens_at: datetime | None
    deadline_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether a response that comes `now` is in time. Late ones are taken all the same."""
        started = self.opens_at is None or self.opens_at <= now
        return self.status == "open" and started and not self.is_past(now)

    def is_past(self, now: datetime) -> bool:
        """Whether the deadline has passed."""
        return self.deadline_at is not None and now >= self.deadline_at


@dataclass(frozen=True, slots=True)
class ConsultationShown(ConsultationRow):
    """One hearing with everything that it was defined with."""

    definition: Definition
    owner_id: int


@dataclass(frozen=True, slots=True)
class Edited:
    """One hearing as somebody edits it. `definition` is what was saved last, announced or not."""

    hearing: ConsultationShown
    definition: Definition
    revision: int
    unannounced: bool
    publish_at: datetime | None


@dataclass(frozen=True, slots=True)
class EditionShown:
    """The definition as the public has seen it from `at` on, and what it was told about the change.

    `before` is what stood until then; None for the first one.
    """

    number: int
    at: datetime
    note: Text
    definition: Definition
    before: Definition | None
    by: str


@dataclass(frozen=True, slots=True)
class ExtensionShown:
    """A word on one body's deadline: the last day, or None where it was refused."""

    body_id: int
    body: str
    last_day: date | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Taker:
    """A published hearing as mails are sorted by: its case number and the address it names."""

    slug: str
    case_number: str
    submit_email: str
    status: str


def takers() -> list[Taker]:
    """The published hearings, the newest first."""
    rows = Consultation.objects.exclude(status="draft").order_by("-pk")
    return [
        Taker(slug, case_number, address or "", status)
        for slug, case_number, address, status in rows.values_list(
            "slug", "case_number", "definition__submit_email", "status"
        )
    ]


def listed() -> list[ConsultationRow]:
    """The hearings that the public sees: open ones by deadline, then the rest, newest first."""
    rows = Consultation.objects.exclude(status="draft").select_related("owner").only(*_OF_A_ROW)
    return _in_order([_row(row) for row in rows])


def listed_for(owners: Collection[Owner]) -> list[ConsultationRow]:
    """The hearings of these owners, drafts too."""
    rows = Consultation.objects.filter(owner__in=owners).select_related("owner").only(*_OF_A_ROW)
    return _in_order([_row(row) for row in rows])


def of_others(owners: Collection[Owner]) -> list[int]:
    """The row numbers of the hearings that do not belong to these owners, drafts too."""
    return list(Consultation.objects.exclude(owner__in=owners).values_list("pk", flat=True))


def shown(slug: str) -> ConsultationShown | None:
    """One hearing as the public sees it; None where there is none, or a draft."""
    row = Consultation.objects.exclude(status="draft").select_related("owner")
    found = row.filter(slug=slug).first()
    return _shown(found) if found else None


def shown_to(slug: str, owners: Collection[Owner]) -> ConsultationShown | None:
    """One hearing of these owners, a draft too."""
    row = Consultation.objects.filter(owner__in=owners, slug=slug).select_related("owner").first()
    return _shown(row) if row else None


def by_id(consultation_id: int) -> ConsultationShown:
    """One hearing for the later stages. Raises DoesNotExist where there is none."""
    return _shown(Consultation.objects.select_related("owner").get(pk=consultation_id))


def id_of(slug: str) -> int | None:
    """The row number of a hearing that takes responses (no draft), or None."""
    found = Consultation.objects.exclude(status="draft").filter(slug=slug)
    return found.values_list("pk", flat=True).first()


def timezone_of(slug: str) -> str:
    """The time zone that a hearing is held in. Raises DoesNotExist where there is none."""
    zone: str = Consultation.objects.values_list("definition__timezone", flat=True).get(slug=slug)
    return zone


def letting_out(consultation_id: int | None = None) -> dict[int, str]:
    """Of one hearing, or of each (None), what it lets out before a person has looked: "never",
    "clean" or "masked"; "none" where it publishes no responses at all.
    """
    rows = Consultation.objects.all()
    if consultation_id is not None:
        rows = rows.filter(pk=consultation_id)
    said = rows.values_list("pk", "definition__published", "definition__publish_without_a_person")
    return {pk: "none" if what == "none" else alone or "never" for pk, what, alone in said}


def body_id(consultation_id: int, group: str | None, name: str | None) -> int | None:
    """The row number of an invited line."""
    if name is None:
        return None
    lines = Body.objects.filter(group__consultation=consultation_id, name=name)
    if group is not None:
        lines = lines.filter(group__name=group)
    return lines.values_list("pk", flat=True).first()


def as_shown(row: Consultation) -> ConsultationShown:
    """A hearing that another stage's row points to, without asking for it anew."""
    return _shown(row)


def edition_of(consultation_id: int) -> int:
    """The number of the latest edition that was published; 1 where none is kept."""
    numbers = Edition.objects.filter(consultation=consultation_id).order_by("-number")
    return numbers.values_list("number", flat=True).first() or 1


def edited_at(slug: str) -> datetime | None:
    """When the public was last shown another definition of a hearing; None where none is kept."""
    times = Edition.objects.filter(consultation__slug=slug).order_by("-number")
    return times.values_list("at", flat=True).first()


def line_of(body_id: int) -> tuple[str, str]:
    """An invited line: its group's name and its own. Raises DoesNotExist where there is none."""
    return Body.objects.values_list("group__name", "name").get(pk=body_id)


def has_body(consultation_id: int | None, body_id: int) -> bool:
    """Whether an invited line belongs to this hearing."""
    return Body.objects.filter(pk=body_id, group__consultation=consultation_id).exists()


def edited(slug: str, owners: Collection[Owner]) -> Edited | None:
    """One hearing of these owners with what waits to be announced."""
    row = Consultation.objects.filter(owner__in=owners, slug=slug).select_related("owner").first()
    if row is None:
        return None
    shown = _shown(row)
    working = row.working
    return Edited(
        hearing=shown,
        definition=shown.definition if working is None else Definition.model_validate(working),
        revision=row.revision,
        unannounced=working is not None,
        publish_at=row.publish_at,
    )


def editions(slug: str) -> list[EditionShown]:
    """What the public has seen of a hearing and been told about its changes, oldest first."""
    rows = Edition.objects.filter(consultation__slug=slug).order_by("number")
    if not public_side.is_reading():
        # Who changed it is no matter of the public's, whose connection does not know them.
        rows = rows.select_related("by")
    told: list[EditionShown] = []
    for row in rows:
        told.append(
            EditionShown(
                number=row.number,
                at=row.at,
                note=row.note,
                definition=Definition.model_validate(row.definition),
                before=told[-1].definition if told else None,
                by=name_of(row.by),
            )
        )
    return told


def extensions(slug: str) -> list[ExtensionShown]:
    """Every word on a deadline of its own for a body, oldest first. The latest for a body stands."""
    rows = Extension.objects.filter(body__group__consultation__slug=slug)
    return [
        ExtensionShown(
            body_id=row.body_id,
            body=row.body.name,
            last_day=row.last_day,
            reason=row.reason,
            by=name_of(row.by),
            at=row.at,
        )
        for row in rows.select_related("body", "by").order_by("pk")
    ]


def extended_to(body_id: int) -> date | None:
    """The last day that this body was granted for itself, where that word stands."""
    days = Extension.objects.filter(body=body_id).order_by("-pk")
    return days.values_list("last_day", flat=True).first()


def deadline_for(consultation_id: int, body_id: int | None) -> datetime | None:
    """The first instant that is too late for this body: everybody's, or its own where later."""
    found = Consultation.objects.filter(pk=consultation_id)
    deadline_at, zone = found.values_list("deadline_at", "definition__timezone").get()
    own = extended_to(body_id) if body_id is not None else None
    if deadline_at is None or own is None:
        return deadline_at
    return max(deadline_at, end_of_day(own, zone))


def deadlines_of_their_own(consultation_id: int) -> Mapping[int, datetime]:
    """The bodies of a hearing that may answer longer than the others, and how long."""
    found = Consultation.objects.filter(pk=consultation_id)
    deadline_at, zone = found.values_list("deadline_at", "definition__timezone").get()
    rows = Extension.objects.filter(body__group__consultation=consultation_id).order_by("pk")
    latest = dict(rows.values_list("body", "last_day"))
    ends = {body: end_of_day(day, zone) for body, day in latest.items() if day is not None}
    return {body: at for body, at in ends.items() if deadline_at is None or at > deadline_at}


def bodies_of(consultation_id: int) -> list[tuple[int, str, str]]:
    """The invited lines in order: row number, group and name."""
    lines = Body.objects.filter(group__consultation=consultation_id)
    ordered = lines.order_by("group__position", "position", "pk")
    return list(ordered.values_list("pk", "group__name", "name"))


def by_hand(status: Status) -> tuple[Status, ...]:
    """The phases that a lead may take a hearing to.

    A draft is published, a closed hearing opened by a later deadline, and a hearing finished or
    taken up again where its ledger is looked at: none of it is done here.
    """
    here = () if status == "finished" else PHASES[2:-1]
    return tuple(each for each in here if may_be_set(status, each))


def to_switch(now: datetime) -> list[int]:
    """The hearings whose next phase the clock has reached."""
    rows = Consultation.objects.exclude(status=Consultation.Status.FINISHED).order_by("pk")
    fields = ("status", "publish_at", "deadline_at", "definition__assessment_from")
    found = []
    for pk, zone, status, publish_at, deadline_at, day in rows.values_list(
        "pk", "definition__timezone", *fields
    ):
        begins = start_of_day(date.fromisoformat(day), zone) if day else None
        reached = phase_at(
            status,
            now=now,
            deadline_at=deadline_at,
            assessment_at=begins,
            publish_at=publish_at,
        )
        if reached != status:
            found.append(pk)
    return found


_OF_A_ROW = ("slug", "case_number", "title", "owner__name", "status", "opens_at", "deadline_at")
"""What lists show of a hearing; its definition is long."""


def _row(row: Consultation) -> ConsultationRow:
    return ConsultationRow(
        id=row.pk,
        slug=row.slug,
        case_number=row.case_number,
        title=row.title,
        owner=row.owner.name,
        status=row.status,
        opens_at=row.opens_at,
        deadline_at=row.deadline_at,
    )


def _shown(row: Consultation) -> ConsultationShown:
    return ConsultationShown(
        id=row.pk,
        slug=row.slug,
        case_number=row.case_number,
        title=row.title,
        owner=row.owner.name,
        status=row.status,
        opens_at=row.opens_at,
        deadline_at=row.deadline_at,
        definition=row.as_defined,
        owner_id=row.owner_id,
    )


def _in_order(rows: list[ConsultationRow]) -> list[ConsultationRow]:
    def stamp(row: ConsultationRow) -> float:
        return row.deadline_at.timestamp() if row.deadline_at else 0.0

    open_ones = [row for row in rows if row.status == "open"]
    rest = [row for row in rows if row.status != "open"]
    return sorted(open_ones, key=stamp) + sorted(rest, key=stamp, reverse=True)


def has_case(owner_id: int, case_number: str, *, besides: int = 0) -> bool:
    """Whether the owner has another hearing with this case number."""
    found = Consultation.objects.filter(owner=owner_id, case_number=case_number)
    return found.exclude(pk=besides).exists()


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file of a paper: as it stands, as it is edited, as it ever stood."""
    tables = (
        Consultation.objects.values_list("definition", flat=True),
        Consultation.objects.exclude(working=None).values_list("working", flat=True),
        Edition.objects.values_list("definition", flat=True),
    )
    for definitions in tables:
        for definition in definitions.iterator():
            for paper in Definition.model_validate(definition).papers:
                yield from (file.sha256 for file in paper.files)
