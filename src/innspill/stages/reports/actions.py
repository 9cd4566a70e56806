"""The only code that writes reports."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.shared.values import sha256_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.publication import actions as publication_actions
from innspill.stages.reports import queries
from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.final import Final, checked, final_name
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.result import result_of
from innspill.stages.reports.core.word.document import write_word
from innspill.stages.reports.material import report_input
from innspill.stages.reports.models import Report
from innspill.stages.reports.queries import ReportShown

FILES_MADE = "pdf "
"""Part of what a report is made from: with a new kind of file the next one is made anew."""


def make_report(
    consultation_id: int, *, language: str = "nb", now: datetime, store: ByteStore
) -> ReportShown:
    """Counts and writes the report of one hearing, as PDF, Word, Excel and CSV.

    The same state of things gives the report that is there already, and writes nothing. Files
    are written outside the transaction, since charts take their time. Raises BadInput for a
    language that we have not.
    """
    if language not in LANGUAGES:
        raise BadInput(f"{language!r} is no language here", todo=f"Choose {', '.join(LANGUAGES)}.")
    material = report_input(consultation_id, language)
    made_from = sha256_of((FILES_MADE + json.dumps(asdict(material), default=str)).encode())
    known = _known(consultation_id, language, made_from)
    if known is not None:
        return known
    material = replace(material, made_at=now)
    figures = count(material)
    row = Report(
        consultation_id=consultation_id,
        language=language,
        figures=result_of(figures, material),
        word_sha256=store.put(write_word(figures, material)),
        excel_sha256=store.put(write_excel(figures, material)),
        pdf_sha256=store.put(write_pdf(figures, material)),
        matrix_sha256=store.put(matrix_csv(material).encode()),
        made_from=made_from,
        made_at=now,
    )
    with transaction.atomic():
        # Somebody may have made the same one meanwhile; theirs is as good as ours.
        known = _known(consultation_id, language, made_from)
        if known is not None:
            return known
        row.save(force_insert=True)
        journal.write(
            "report-made",
            f"consultation {consultation_id}",
            actor=journal.SYSTEM,
            detail={
                "language": language,
                "pdf": row.pdf_sha256,
                "word": row.word_sha256,
                "excel": row.excel_sha256,
            },
            at=now,
        )
    return queries.by_id(row.pk)


@transaction.atomic
def publish_report(
    consultation_id: int, *, decision: str = "", final: Final | None = None, by: User,
    now: datetime, store: ByteStore | None = None,
) -> None:  # fmt: skip
    """Hands the newest report of each language to publication, as frozen values.

    `decision` says in plain text what was decided in the case, `final` where the decision and the
    final text are; a file needs the `store`. Raises NotAllowed, and BadInput where no report has
    been made or a link or file cannot be shown.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    reports = queries.latest(consultation_id)
    if not reports:
        raise BadInput("no report is made", where=hearing.slug, todo="Make one first.")
    final = checked(final or Final())
    added = {}
    if final.file and store is not None:
        added = {final_name(final): str(store.put(final.data))}
    told = {
        "decision": decision.strip(),
        "final": {"address": final.address, "file": next(iter(added), ""), "called": final.file},
    }
    publication_actions.publish_result(
        consultation_id,
        content={language: {**report.figures, **told} for language, report in reports.items()},
        files={language: {**report.files, **added} for language, report in reports.items()},
        by=by,
        now=now,
    )


def _known(consultation_id: int, language: str, made_from: str) -> ReportShown | None:
    row = Report.objects.filter(
        consultation=consultation_id, language=language, made_from=made_from
    ).first()
    return queries.by_id(row.pk) if row else None
