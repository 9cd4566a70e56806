"""The only way others read reports."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.reports.models import Report

FILES = {"word": "report.docx", "excel": "report.xlsx", "matrix": "matrix.csv"}


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One report as it was made: its figures, and the digests of its files."""

    id: int
    consultation_id: int
    consultation_slug: str
    owner_id: int
    language: str
    made_at: datetime
    figures: dict[str, Any]
    word_sha256: Sha256
    excel_sha256: Sha256
    matrix_sha256: Sha256
    made_from: str


def reports(slug: str, owners: Collection[Owner]) -> list[ReportShown]:
    """The reports of one hearing, the newest first."""
    rows = Report.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.select_related("consultation").order_by("-id")]


def report_file(
    report_id: int, name: str, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """File name and bytes of "word", "excel" or "matrix" of one report, for the desk."""
    found = Report.objects.filter(pk=report_id, consultation__owner__in=owners).first()
    if found is None or name not in FILES:
        return None
    return FILES[name], store.get(Sha256(getattr(found, f"{name}_sha256")))


def by_id(report_id: int) -> ReportShown:
    """One report for the later stages. Raises DoesNotExist where there is none."""
    return _shown(Report.objects.select_related("consultation").get(pk=report_id))


def latest(consultation_id: int) -> dict[str, ReportShown]:
    """The newest report of one hearing in each language."""
    rows = Report.objects.filter(consultation=consultation_id).select_related("consultation")
    return {row.language: _shown(row) for row in rows.order_by("id")}


def _shown(row: Report) -> ReportShown:
    return ReportShown(
        id=row.pk,
        consultation_id=row.consultation_id,
        consultation_slug=row.consultation.slug,
        owner_id=row.consultation.owner_id,
        language=row.language,
        made_at=row.made_at,
        figures=row.figures,
        word_sha256=Sha256(row.word_sha256),
        excel_sha256=Sha256(row.excel_sha256),
        matrix_sha256=Sha256(row.matrix_sha256),
        made_from=row.made_from,
    )
