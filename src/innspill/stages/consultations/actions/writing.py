"""A definition is stored, edited and kept apart from what others edit at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people import queries as people
from innspill.shared.people.actions import found_owner
from innspill.shared.people.models import Owner, User
from innspill.stages.consultations import queries
from innspill.stages.consultations.actions.rows import follow, follow_bodies
from innspill.stages.consultations.core.consistency import check
from innspill.stages.consultations.core.deadline import end_of_day, start_of_day
from innspill.stages.consultations.core.definition import Definition, Group, Text
from innspill.stages.consultations.core.opening import too_late
from innspill.stages.consultations.models import Consultation, Edition
from innspill.stages.consultations.queries import ConsultationShown

NOBODY_LOST = "Somebody saved it while you wrote: compare with theirs, and save again."


@transaction.atomic
def load(definition: Definition, *, now: datetime) -> ConsultationShown:
    """Stores a hearing with its papers, questions and bodies, and gives it its address.

    Loading the same definition again changes nothing, also where the hearing has changed since.
    Raises Conflict where the owner has a hearing with this case number and another definition:
    what people answered to stays.
    """
    owner = found_owner(name=definition.owner)
    known = Consultation.objects.filter(owner=owner, case_number=definition.case_number).first()
    if known is not None:
        if not _was(known, definition):
            raise Conflict(f"{definition.case_number} is loaded already, with other content")
        return queries.by_id(known.pk)
    row = _stored(definition, owner, now)
    if definition.status != "draft":
        write_edition(row, definition, note={}, by=None, now=now)
    detail = {"case_number": definition.case_number, "owner": owner.pk}
    journal.write("consultation-loaded", subject(row), actor=journal.SYSTEM, detail=detail, at=now)
    return queries.by_id(row.pk)


@transaction.atomic
def found(definition: Definition, *, owner: Owner, by: User, now: datetime) -> ConsultationShown:
    """Begins a hearing as a draft of `owner`, whatever phase and owner the definition names.

    Raises NotAllowed, and BadInput where its parts do not fit each other or the owner has a
    hearing with this case number.
    """
    people.require(by, owner.pk, "caseworker")
    draft = definition.model_copy(update={"status": "draft", "owner": owner.name})
    check(draft, draft.case_number)
    _refuse_taken(owner, draft)
    row = _stored(draft, owner, now)
    journal.write("consultation-founded", subject(row), actor=by.get_username(),
                  detail={"owner": owner.pk}, at=now)  # fmt: skip
    return queries.by_id(row.pk)


@transaction.atomic
def save(
    consultation_id: int, definition: Definition, *, based_on: int, by: User, now: datetime
) -> int:
    """Saves an edited definition and gives the new revision.

    Of a draft it replaces what stood, and a lead's approval to open it lapses; of a published
    hearing it waits as `working` until it is announced. Raises NotAllowed, Conflict where
    `based_on` is not the latest revision, and BadInput for parts that do not fit each other or
    changes that come too late.
    """
    row = locked(consultation_id, by, "caseworker")
    if row.revision != based_on:
        raise Conflict(NOBODY_LOST)
    kept = definition.model_copy(update={"owner": row.as_defined.owner, "status": row.status})
    check(kept, row.case_number)
    if row.status == Consultation.Status.DRAFT:
        _refuse_taken(row.owner, kept, besides=row.pk)
        row.publish_at = None
        describe(row, kept)
    else:
        late = too_late(row.as_defined, kept)
        if late:
            raise BadInput(
                "; ".join(f"{each.kind} {each.place}".strip() for each in late),
                where=row.case_number,
                todo="People may have answered already: add a question instead.",
            )
        row.working = None if kept == row.as_defined else as_json(kept)
    row.revision += 1
    row.save()
    if row.status == Consultation.Status.DRAFT:
        follow(row, kept)
    journal.write("consultation-saved", subject(row), actor=by.get_username(),
                  detail={"revision": row.revision}, at=now)  # fmt: skip
    return row.revision


@transaction.atomic
def set_bodies(
    consultation_id: int, groups: Sequence[Group], *, based_on: int, by: User, now: datetime
) -> int:
    """Sets the list of invited bodies, at once also where the hearing is open; gives the revision.

    Whom the hearing was sent to is a fact that no announcement should wait for. Raises as `save`.
    """
    row = locked(consultation_id, by, "caseworker")
    if row.revision != based_on:
        raise Conflict(NOBODY_LOST)
    invited = {"bodies": tuple(groups)}
    changed = row.as_defined.model_copy(update=invited)
    check(changed, row.case_number)
    row.definition = as_json(changed)
    if row.working is not None:
        row.working = as_json(Definition.model_validate(row.working).model_copy(update=invited))
    row.revision += 1
    row.save()
    follow_bodies(row, groups)
    detail = {"revision": row.revision, "bodies": sum(len(group.members) for group in groups)}
    journal.write("bodies-set", subject(row), actor=by.get_username(), detail=detail, at=now)
    return row.revision


def locked(consultation_id: int, by: User | None, role: str) -> Consultation:
    """The row, locked until the transaction ends. Raises NotAllowed where `by` lacks the role."""
    row = Consultation.objects.select_for_update(no_key=True).get(pk=consultation_id)
    if by is not None:
        people.require(by, row.owner_id, role)
    return row


def describe(row: Consultation, definition: Definition) -> None:
    """Sets the columns that queries ask for, without saving them."""
    opens, deadline, zone = definition.opens, definition.deadline, definition.timezone
    if row.status == Consultation.Status.DRAFT and row.case_number != definition.case_number:
        row.slug = _free_slug(definition, row.owner, besides=row.pk)
    row.case_number = definition.case_number
    row.title = definition.title
    row.status = definition.status
    row.opens_at = start_of_day(opens, zone) if opens else None
    row.deadline_at = end_of_day(deadline, zone) if deadline else None
    row.definition = as_json(definition)


def write_edition(
    row: Consultation,
    definition: Definition,
    *,
    note: Text,
    by: User | None,
    now: datetime,
) -> Edition:
    """Keeps `definition` as the next edition that the public has seen."""
    return Edition.objects.create(
        consultation=row,
        number=row.editions.count() + 1,
        definition=as_json(definition),
        note=note,
        by=by,
        at=now,
    )


def as_json(definition: Definition) -> dict[str, Any]:
    """The definition as it is stored."""
    return definition.model_dump(mode="json", by_alias=True)


def subject(row: Consultation) -> str:
    """How the journal names a hearing."""
    return f"consultation {row.pk}"


def _stored(definition: Definition, owner: Owner, now: datetime) -> Consultation:
    row = Consultation(
        owner=owner,
        slug=_free_slug(definition, owner),
        case_number=definition.case_number,
        loaded_at=now,
    )
    describe(row, definition)
    row.save()
    follow(row, definition)
    return row


def _was(row: Consultation, definition: Definition) -> bool:
    """Whether `row` is what this definition became: it as it stands, or its first edition."""
    first = row.editions.filter(number=1).values_list("definition", flat=True).first()
    said = definition.model_copy(update={"status": row.status})
    return said == row.as_defined or (
        first is not None and Definition.model_validate(first) == definition
    )


def _refuse_taken(owner: Owner, definition: Definition, besides: int = 0) -> None:
    same = Consultation.objects.filter(owner=owner, case_number=definition.case_number)
    if same.exclude(pk=besides).exists():
        raise BadInput(
            f"there is a hearing with the case number {definition.case_number} already",
            todo="Give this one a number of its own.",
        )


def _free_slug(definition: Definition, owner: Owner, besides: int = 0) -> str:
    """Made of the case number, which people know; two owners may have the same one."""
    slug = slugify(definition.case_number.replace("/", "-"))[:60] or "horing"
    if Consultation.objects.filter(slug=slug).exclude(pk=besides).exists():
        return f"{slug}-{slugify(owner.name)[:15]}-{owner.pk}"
    return slug
