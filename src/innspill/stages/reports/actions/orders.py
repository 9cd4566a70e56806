"""Reports that are asked for at the desk, and made in the background."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.reports.actions.making import checked, make_report
from innspill.stages.reports.core.files import Writer, here
from innspill.stages.reports.models import ReportOrder


@transaction.atomic
def order_report(consultation_id: int, *, kind: str, language: str, by: User, now: datetime) -> int:
    """Asks for a report; gives the number of the order. One that waits already is not doubled.

    Raises NotAllowed, and BadInput for a kind or a language that we have not.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    checked(kind, language)
    waiting = ReportOrder.objects.select_for_update().filter(
        consultation=consultation_id, kind=kind, language=language, report=None, making=""
    )
    if (known := waiting.first()) is not None:
        return known.pk
    row = ReportOrder.objects.create(
        consultation_id=consultation_id, kind=kind, language=language, by=by, at=now
    )
    journal.write(
        "report-ordered",
        f"consultation {consultation_id}",
        actor=by.get_username(),
        detail={"kind": kind, "language": language},
        at=now,
    )
    return row.pk


def make_next(order: int, *, now: datetime, store: ByteStore, writer: Writer = here) -> None:
    """Makes the report that was asked for, once. The order says which file is being made.

    Stopped on its way, it is begun anew: nothing of it stands before all of it does, and with it the
    word that the order is answered.
    """
    row = ReportOrder.objects.get(pk=order)
    if row.report_id is not None:
        return
    make_report(
        row.consultation_id,
        kind=row.kind,  # type: ignore[arg-type]
        language=row.language,
        now=now,
        store=store,
        told=partial(_note, order),
        writer=writer,
        order=order,
    )


def _note(order: int, name: str) -> None:
    ReportOrder.objects.filter(pk=order, report=None).update(making=name)
