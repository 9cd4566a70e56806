"""The only code that writes reports."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

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
from innspill.stages.reports.core.charts import web_charts
from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.placing import group_name
from innspill.stages.reports.core.values import Decided, Figures, ReportInput
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
        figures=_content(figures, material),
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


def publish_report(consultation_id: int, *, decision: str = "", by: User, now: datetime) -> None:
    """Hands the newest report of each language to publication, as frozen values.

    `decision` says in plain text what was decided in the case, where that is to be shown.
    Raises NotAllowed, and BadInput where no report has been made.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    reports = queries.latest(consultation_id)
    if not reports:
        raise BadInput("no report is made", where=hearing.slug, todo="Make one first.")
    publication_actions.publish_result(
        consultation_id,
        content={
            language: {**report.figures, "decision": decision.strip()}
            for language, report in reports.items()
        },
        files={language: report.files for language, report in reports.items()},
        by=by,
        now=now,
    )


def _content(figures: Figures, material: ReportInput) -> dict[str, Any]:
    """Figures, charts and decided points as the result page shows them, as plain JSON."""
    groups = [group_name(group, material.language) for group in material.definition.bodies]
    content = {
        **asdict(figures),
        "charts": web_charts(figures, groups),
        "decided": [_decided(word, material) for word in material.decided],
        "remarks": sum(comment.is_remark for comment in material.analysis.comments),
    }
    return dict(json.loads(json.dumps(content)))


def _decided(word: Decided, material: ReportInput) -> dict[str, Any]:
    comment = material.analysis.comments[word.comment]
    names = {each.public.reference: each.public.name for each in material.responses}
    return {
        "reference": comment.response,
        "number": int(comment.response.rpartition("-")[2]),
        "name": names.get(comment.response, ""),
        "question": comment.question or "",
        "text": comment.text,
        "outcome": word.outcome,
        "reason": word.reason,
    }


def _known(consultation_id: int, language: str, made_from: str) -> ReportShown | None:
    row = Report.objects.filter(
        consultation=consultation_id, language=language, made_from=made_from
    ).first()
    return queries.by_id(row.pk) if row else None
