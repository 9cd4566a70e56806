"""Handing reports on to the public."""

from __future__ import annotations

from datetime import datetime

from innspill.shared.errors import BadInput
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import actions as publication_actions
from innspill.stages.reports import queries


def publish_report(
    consultation_id: int, *, decision: str = "", kind: str = "", by: User, now: datetime
) -> None:
    """Hands the newest report of each language to publication, as frozen values.

    `decision` says in plain text what was decided in the case, where that is to be shown. With
    `kind` only reports of that kind are looked at. Raises NotAllowed, and BadInput where no
    report has been made.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    reports = queries.latest(consultation_id, kind)
    if not reports:
        raise BadInput("no report is made", where=hearing.slug, todo="Make one first.")
    publication_actions.publish_result(
        consultation_id,
        content={
            language: {
                **report.figures,
                "decision": decision.strip(),
                "kind": report.kind,
                "partial": list(report.partial),
            }
            for language, report in reports.items()
        },
        files={language: report.files for language, report in reports.items()},
        by=by,
        now=now,
    )
