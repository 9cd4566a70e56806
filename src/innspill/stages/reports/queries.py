"""The only way others read reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.models import Report, ReportKind, ReportOrder, ReportTemplate

KINDS = tuple(ReportKind.values)
"""The kinds of report."""
FILES = {
    "pdf": "report.pdf", "word": "report.docx", "html": "report.html", "excel": "report.xlsx",
    "matrix": "matrix.csv", "json": "report.json",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One report as it was made: its figures, and the digest of each file by its name."""

    id: int
    language: str
    made_at: datetime
    figures: dict[str, Any]
    files: dict[str, Sha256]
    kind: str = "summary"
    partial: tuple[dict[str, Any], ...] = ()
    """What was left when it was made: {"key": "undecided", "count": 12} …; empty: it is whole."""
    made_from: str = ""
    copies: tuple[str, ...] | None = None
    """The digests of the public copies that it was made from; None where that is not known."""
    quotes_gone: tuple[str, ...] = ()
    """Headings of parts where a person's words quote or name what was public no more."""


@dataclass(frozen=True, slots=True)
class OrderShown:
    """A report that is being made, or waits for it; `making` is the file that it is at."""

    id: int
    kind: str
    language: str
    making: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class TemplateShown:
    """A body's own template."""

    name: str
    sha256: Sha256
    at: datetime
    by: str


def reports(slug: str, owners: Collection[Owner]) -> list[ReportShown]:
    """The reports of one hearing, the newest first."""
    rows = Report.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.order_by("-id")]


def report_file(
    report_id: int, name: str, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """File name and bytes of one file of a report, by its name in FILES, for the desk.

    The name says kind, language, and where the report is partial:
    "report-letter-nn (førebels).docx".
    """
    found = Report.objects.filter(pk=report_id, consultation__owner__in=owners).first()
    if found is None or name not in FILES or not _digest(found, name):
        return None
    stem, _, ending = FILES[name].rpartition(".")
    stem = f"{stem}-{found.kind}-{found.language}"
    if found.partial:
        stem = f"{stem} ({paper_words_in(found.language).partial})"
    return f"{stem}.{ending}", store.get(_digest(found, name))


def by_id(report_id: int) -> ReportShown:
    """One report for the later stages. Raises DoesNotExist where there is none."""
    return _shown(Report.objects.get(pk=report_id))


def latest(consultation_id: int, kind: str = "") -> dict[str, ReportShown]:
    """The newest report of one hearing in each language, of one kind where it is said."""
    rows = Report.objects.filter(consultation=consultation_id)
    if kind:
        rows = rows.filter(kind=kind)
    return {row.language: _shown(row) for row in rows.order_by("id")}


def to_publish(consultation_id: int, kind: str) -> dict[str, ReportShown]:
    """What of one kind is published: the newest in each language; once one is whole, no preliminary
    one stands beside it.
    """
    found = latest(consultation_id, kind)
    whole = {language: report for language, report in found.items() if not report.partial}
    return whole or found


def newest_kind(consultation_id: int) -> str:
    """The kind of the report of one hearing that was made last; "" where there is none."""
    last = Report.objects.filter(consultation=consultation_id).order_by("id").last()
    return last.kind if last else ""


def unmade() -> list[int]:
    """The orders that wait for their report, the oldest first."""
    rows = ReportOrder.objects.filter(report=None).order_by("id")
    return list(rows.values_list("pk", flat=True))


def orders(slug: str, owners: Collection[Owner]) -> list[OrderShown]:
    """The reports of one hearing that are on their way."""
    rows = ReportOrder.objects.filter(
        consultation__slug=slug, consultation__owner__in=owners, report=None
    ).select_related("by")
    return [
        OrderShown(row.pk, row.kind, row.language, row.making, row.at, name_of(row.by))
        for row in rows.order_by("id")
    ]


def template_of(owner_id: int) -> TemplateShown | None:
    """The Word template that an owner's reports are written in, where it has one."""
    rows = ReportTemplate.objects.filter(owner=owner_id).select_related("by")
    row = rows.order_by("-id").first()
    if row is None or row.gone:
        return None
    return TemplateShown(row.name, Sha256(row.sha256), row.at, name_of(row.by))


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file of a report, and of every template."""
    columns = [f"{kind}_sha256" for kind in FILES]
    rows = Report.objects.values_list(*columns).iterator()
    yield from (each for row in rows for each in row if each)
    yield from ReportTemplate.objects.values_list("sha256", flat=True).iterator()


def _shown(row: Report) -> ReportShown:
    return ReportShown(
        id=row.pk,
        language=row.language,
        made_at=row.made_at,
        figures=row.figures,
        files={name: _digest(row, kind) for kind, name in FILES.items() if _digest(row, kind)},
        kind=row.kind,
        partial=tuple(row.partial),
        made_from=row.made_from,
        copies=tuple(row.copies) if row.copies is not None else None,
        quotes_gone=tuple(row.quotes_gone),
    )


def _digest(row: Report, kind: str) -> Sha256:
    return Sha256(getattr(row, f"{kind}_sha256"))
