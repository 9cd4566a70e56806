"""A body's own Word template: taken in when it has been looked through, and taken out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.reports import queries
from innspill.stages.reports.core.word.template_check import TemplateChecked
from innspill.stages.reports.models import ReportTemplate


def take_in_template(
    owner_id: int,
    *,
    name: str,
    data: bytes,
    checked: TemplateChecked,
    by: User,
    now: datetime,
    store: ByteStore,
) -> None:
    """The reports of an owner's hearings are written in this template from now on.

    `checked` is what `template_check.check` found in `data`. Raises NotAllowed, and BadInput for
    each thing that is wrong with it, by the name of what is wrong.
    """
    require(by, owner_id, Role.LEAD)
    if checked.faults:
        first = checked.faults[0]
        raise BadInput(f"the template is refused: {first.kind} «{first.what}»", where=name)
    _added(owner_id, name=name[:200], sha256=store.put(data), gone=False, by=by, now=now)


def take_out_template(owner_id: int, *, by: User, now: datetime) -> None:
    """The reports are written in our own look again. Raises NotAllowed, and BadInput for none."""
    require(by, owner_id, Role.LEAD)
    held = queries.template_of(owner_id)
    if held is None:
        raise BadInput("there is no template to take out")
    _added(owner_id, name=held.name, sha256=held.sha256, gone=True, by=by, now=now)


@transaction.atomic
def _added(owner_id: int, *, name: str, sha256: str, gone: bool, by: User, now: datetime) -> None:
    ReportTemplate.objects.create(
        owner_id=owner_id, name=name, sha256=sha256, gone=gone, by=by, at=now
    )
    journal.write(
        "template-taken-out" if gone else "template-taken-in",
        f"owner {owner_id}",
        actor=by.get_username(),
        detail={"sha256": sha256},
        at=now,
    )
