"""Counting a hearing and writing its report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256, sha256_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.publication import replies as publication_replies
from innspill.stages.reports import queries
from innspill.stages.reports.core.edited.gone import quoting_gone
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.files import Writer, Writing, files_of, here
from innspill.stages.reports.core.left import left_of
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.parts.italics import first_named
from innspill.stages.reports.core.parts.values import Kind
from innspill.stages.reports.core.result import result_of
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.word.document import WordWish
from innspill.stages.reports.letterhead import letterhead
from innspill.stages.reports.material import report_input
from innspill.stages.reports.models import Report, ReportKind, ReportOrder
from innspill.stages.reports.queries import ReportShown
from innspill.stages.reports.texts import queries as texts

FILES_MADE = "parts 1 "
"""Part of what a report is made from: with a new kind of file the next one is made anew."""


def make_report(
    consultation_id: int,
    *,
    kind: Kind = "summary",
    language: str = "nb",
    now: datetime,
    store: ByteStore,
    told: Callable[[str], None] = lambda _name: None,
    writer: Writer = here,
    order: int = 0,
) -> ReportShown:
    """Counts and writes the report of one hearing: Word, PDF, page, Excel, CSV and data.

    The same state of things gives the report that is there already, and writes nothing. Files
    are written by `writer` outside the transaction, since they take their time; `told` hears of
    each. The report stands together with the `order` that it answers, so that an order which is
    taken up twice gets one report, the first. Raises BadInput for a kind or a language that we
    have not.
    """
    checked(kind, language)
    # Before the material: a copy that changes in between is missed by who publishes, and not by us.
    copies = sorted(publication_replies.digests_of(consultation_id).values())
    material = report_input(consultation_id, language)
    outline = texts.outline_of(consultation_id, kind)
    template = queries.template_of(consultations.by_id(consultation_id).owner_id)
    people = texts.state_of(consultation_id, kind, language)
    besides = [template.sha256 if template else "", kind, copies]
    logo = letterhead()
    made_from = _made_from(material, people, *besides, *([logo] if logo else []))
    known = _known(consultation_id, kind, language, made_from)
    if known is not None:
        return _answered(order, known)
    material = replace(material, made_at=now)
    figures = count(material)
    machine = parts_for(kind, figures, material)
    parts = first_named(texts.with_human_parts(consultation_id, kind, language, machine))
    writing = Writing(
        kind, figures, material, parts, left_of(material, parts),
        WordWish(outline.sources, store.get(template.sha256) if template else None, made_from),
        logo,
    )  # fmt: skip
    row = Report(
        consultation_id=consultation_id,
        kind=kind,
        language=language,
        figures=result_of(figures, material),
        partial=[asdict(each) for each in writing.left],
        made_from=made_from,
        copies=copies,
        quotes_gone=list(quoting_gone(parts, material)),
        made_at=now,
    )
    write = writer(writing)
    del material, figures, machine, parts, writing  # a quarter of a gigabyte, for the files
    files = {name: store.put(data) for name, data in files_of(write, told)}
    for name, digest in files.items():
        setattr(row, f"{name}_sha256", digest)
    return _kept(row, files, order)


def _made_from(material: ReportInput, *more: object) -> Sha256:
    """A digest of all that a report is made from."""
    return sha256_of((FILES_MADE + json.dumps((asdict(material), *more), default=str)).encode())


def checked(kind: str, language: str) -> None:
    """Raises BadInput for a kind of report, or a language, that we have not."""
    if language not in LANGUAGES:
        raise BadInput(f"{language!r} is no language here", todo=f"Choose {', '.join(LANGUAGES)}.")
    if kind not in ReportKind.values:
        raise BadInput(
            f"{kind!r} is no kind of report", todo=f"Choose {', '.join(ReportKind.values)}."
        )


@transaction.atomic
def _kept(row: Report, files: dict[str, Sha256], order: int) -> ReportShown:
    # Somebody may have answered the order, or made the same one, meanwhile: theirs stands.
    before = ReportOrder.objects.select_for_update().filter(pk=order).first()
    if before is not None and before.report_id is not None:
        return queries.by_id(before.report_id)
    known = _known(row.consultation_id, row.kind, row.language, row.made_from)
    if known is not None:
        return _answered(order, known)
    row.save(force_insert=True)
    journal.write(
        "report-made",
        f"consultation {row.consultation_id}",
        actor=journal.SYSTEM,
        detail={"kind": row.kind, "language": row.language, **files},
        at=row.made_at,
    )
    return _answered(order, queries.by_id(row.pk))


def _answered(order: int, report: ReportShown) -> ReportShown:
    """The report, which stands as the answer to an order that had none."""
    ReportOrder.objects.filter(pk=order, report=None).update(report=report.id, making="")
    return report


def _known(consultation_id: int, kind: str, language: str, made_from: str) -> ReportShown | None:
    row = Report.objects.filter(
        consultation=consultation_id, kind=kind, language=language, made_from=made_from
    ).first()
    return queries.by_id(row.pk) if row else None
