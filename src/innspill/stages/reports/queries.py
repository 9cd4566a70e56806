"""The only way others read reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.reports.models import Report

FILES = {"pdf": "report.pdf", "word": "report.docx", "excel": "report.xlsx", "matrix": "matrix.csv"}


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One report as it was made: its figures, and the digest of each file by its name."""

    id: int
    language: str
    made_at: datetime
    figures: dict[str, Any]
    files: dict[str, Sha256]


def reports(slug: str, owners: Collection[Owner]) -> list[ReportShown]:
    """The reports of one hearing, the newest first."""
    rows = Report.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.order_by("-id")]


def report_file(
    report_id: int, name: str, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """File name and bytes of "pdf", "word", "excel" or "matrix" of one report, for the desk."""
    found = Report.objects.filter(pk=report_id, consultation__owner__in=owners).first()
    if found is None or name not in FILES or not _digest(found, name):
        return None
    return FILES[name], store.get(_digest(found, name))


def by_id(report_id: int) -> ReportShown:
    """One report for the later stages. Raises DoesNotExist where there is none."""
    return _shown(Report.objects.get(pk=report_id))


def latest(consultation_id: int) -> dict[str, ReportShown]:
    """The newest report of one hearing in each language."""
    rows = Report.objects.filter(consultation=consultation_id)
    return {row.language: _shown(row) for row in rows.order_by("id")}


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file of a report."""
    columns = [f"{kind}_sha256" for kind in FILES]
    rows = Report.objects.values_list(*columns).iterator()
    return (each for row in rows for each in row if each)


def _shown(row: Report) -> ReportShown:
    return ReportShown(
        id=row.pk,
        language=row.language,
        made_at=row.made_at,
        figures=row.figures,
        files={name: _digest(row, kind) for kind, name in FILES.items() if _digest(row, kind)},
    )


def _digest(row: Report, kind: str) -> Sha256:
    return Sha256(getattr(row, f"{kind}_sha256"))
