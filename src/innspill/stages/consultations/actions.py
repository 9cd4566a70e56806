"""The only code that writes hearings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from innspill.shared.errors import Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.actions import found_owner
from innspill.shared.people.models import Owner
from innspill.stages.consultations import queries
from innspill.stages.consultations.core.deadline import end_of_day, start_of_day
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.models import (
    Body,
    BodyGroup,
    Choice,
    Consultation,
    Paper,
    Question,
)
from innspill.stages.consultations.queries import ConsultationShown


@transaction.atomic
def load(definition: Definition, *, now: datetime) -> ConsultationShown:
    """Stores a hearing with its papers, questions and bodies, and gives it its address.

    Loading the same definition again changes nothing. Raises Conflict where the owner has a
    hearing with this case number and another definition: what people answered to stays.
    """
    owner = found_owner(name=definition.owner)
    content = definition.model_dump(mode="json", by_alias=True)
    known = Consultation.objects.filter(owner=owner, case_number=definition.case_number).first()
    if known is not None:
        if known.definition != content:
            raise Conflict(f"{definition.case_number} is loaded already, with other content")
        return queries.by_id(known.pk)
    row = _stored(definition, owner, content, now)
    _store_papers(row, definition)
    _store_questions(row, definition)
    _store_bodies(row, definition)
    detail = {"case_number": definition.case_number, "owner": owner.pk}
    journal.write(
        "consultation-loaded", f"consultation {row.pk}", actor=journal.SYSTEM, detail=detail, at=now
    )
    return queries.by_id(row.pk)


def _stored(
    definition: Definition, owner: Owner, content: dict[str, Any], now: datetime
) -> Consultation:
    opens, deadline, zone = definition.opens, definition.deadline, definition.timezone
    return Consultation.objects.create(
        owner=owner,
        slug=_free_slug(definition, owner),
        case_number=definition.case_number,
        title=definition.title,
        status=definition.status,
        opens_at=start_of_day(opens, zone) if opens else None,
        deadline_at=end_of_day(deadline, zone) if deadline else None,
        definition=content,
        loaded_at=now,
    )


def _free_slug(definition: Definition, owner: Owner) -> str:
    """Made of the case number, which people know; two owners may have the same one."""
    slug = slugify(definition.case_number.replace("/", "-"))[:60] or "horing"
    if Consultation.objects.filter(slug=slug).exists():
        return f"{slug}-{slugify(owner.name)[:15]}-{owner.pk}"
    return slug


def _store_papers(row: Consultation, definition: Definition) -> None:
    for position, paper in enumerate(definition.papers):
        Paper.objects.create(
            consultation=row,
            key=paper.id[:40],
            position=position,
            title=paper.title,
            chapters=[chapter.model_dump(mode="json") for chapter in paper.chapters],
        )


def _store_questions(row: Consultation, definition: Definition) -> None:
    for position, asked in enumerate(definition.questions):
        question = Question.objects.create(
            consultation=row, key=asked.id[:40], position=position, text=asked.text
        )
        for place, choice in enumerate(asked.choices):
            Choice.objects.create(
                question=question,
                key=choice.id[:40],
                position=place,
                text=choice.text,
                effect=choice.effect,
            )


def _store_bodies(row: Consultation, definition: Definition) -> None:
    for position, named in enumerate(definition.bodies):
        group = BodyGroup.objects.create(consultation=row, position=position, name=named.name)
        for place, member in enumerate(named.members):
            Body.objects.create(
                group=group, position=place, name=member.name, collective=member.collective
            )
