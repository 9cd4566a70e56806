"""Handing reports on to the public."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import actions as publication_actions
from innspill.stages.reports import queries
from innspill.stages.reports.core.final import Final, checked, final_name
from innspill.stages.reports.queries import ReportShown


@transaction.atomic
def publish_report(
    consultation_id: int, *, decision: str = "", kind: str = "", final: Final | None = None,
    by: User, now: datetime, store: ByteStore | None = None,
) -> None:  # fmt: skip
    """Hands the newest report of each language to publication, as frozen values; where one of them
    is whole, only those that are.

    `decision` says in plain text what was decided in the case, `final` where the decision and the
    final text are; a file needs the `store`. One kind of report is shown: that of the last one made
    where `kind` names none.
    Raises NotAllowed, and BadInput where no report has been made, a link or file cannot be shown,
    or one of the reports rests on a response that is not public any more as it was.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    reports = queries.to_publish(consultation_id, kind or queries.newest_kind(consultation_id))
    if not reports:
        raise BadInput("no report is made", where=hearing.slug, todo="Make one first.")
    copies = _fit_for_the_public(reports.values())
    final = checked(final or Final())
    added = {}
    if final.file and store is not None:
        added = {final_name(final): str(store.put(final.data))}
    told = {
        "decision": decision.strip(),
        "final": {
            "address": final.address, "file": next(iter(added), ""), "called": final.file,
            "as_is": final.as_is,
        },
    }  # fmt: skip
    publication_actions.publish_result(
        consultation_id,
        content={
            language: {
                **report.figures,
                **told,
                "kind": report.kind,
                "partial": list(report.partial),
            }
            for language, report in reports.items()
        },
        files={language: {**report.files, **added} for language, report in reports.items()},
        by=by,
        now=now,
        rests_on=copies,
    )


def _fit_for_the_public(reports: Iterable[ReportShown]) -> set[str]:
    """The digests of the copies that the reports were made from. Raises BadInput where one of them
    was made before that was noted, or quotes in a person's words what is public no more.
    """
    copies: set[str] = set()
    for report in reports:
        if report.copies is None:
            raise BadInput("a response was changed since the report was made")
        if report.quotes_gone:
            raise BadInput(
                f"the part quotes what is not public: {report.quotes_gone[0]}",
                todo="Take it out of the part, and make the report anew.",
            )
        copies.update(report.copies)
    return copies
