"""The register taken home: all three views in a workbook, or the measures as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.closing_forms import FollowUpFilter
from innspill.interfaces.desk.views.closing.measures import today_of
from innspill.interfaces.ui import words
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.shared.cells import csv_text
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.measures import SetBy
from innspill.stages.deciding.core.measures import roles as roles_of
from innspill.stages.deciding.core.register_sheets import Cell, RegisterSheet, write_register
from innspill.stages.deciding.core.values import MeasureShown

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@at_the_desk
def as_csv(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The measures that the filter keeps, for a spreadsheet or a program."""
    hearing, kept = _asked(request, desk, slug)
    rows = [[_text(cell) for cell in row] for row in _measures(hearing, kept).rows]
    data = csv_text(_head(), rows).encode()
    return attachment(data, f"oppfolging-{slug}.csv", "text/csv; charset=utf-8")


@require_safe
@at_the_desk
def as_excel(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The measures that the filter keeps, requirements and who sets them, roles and contacts."""
    hearing, kept = _asked(request, desk, slug)
    today = today_of(hearing)
    setters = deciding.requirements(slug, desk.owners, today=today)
    sheets = [_measures(hearing, kept), _requirements(kept, setters), _roles(hearing, kept)]
    title = gettext("Oppfølging av tiltak: %(title)s") % {"title": plain(hearing.definition.title)}
    data = write_register(sheets, title=title, author=hearing.owner, made=today)
    return attachment(data, f"oppfolging-{slug}.xlsx", EXCEL)


def _asked(
    request: HttpRequest, desk: Desk, slug: str
) -> tuple[ConsultationShown, list[MeasureShown]]:
    hearing = desk.hearing_or_404(slug)
    today = today_of(hearing)
    everything = deciding.measures(slug, desk.owners, today=today)
    asked = FollowUpFilter(request.GET, measures=everything).wanted
    return hearing, [each for each in everything if asked.keeps(each, today)]


def _head() -> list[str]:
    return [
        gettext("Tiltak"), gettext("Ansvarlig"), gettext("Kontakt"), gettext("Relevant for"),
        gettext("Beskrivelse"), gettext("Krav"), gettext("Hvem stiller kravet"), gettext("Frist"),
        gettext("Status"), gettext("Over fristen"), gettext("Kommer fra"),
    ]  # fmt: skip


def _measures(hearing: ConsultationShown, kept: Sequence[MeasureShown]) -> RegisterSheet:
    wanted = {print_ for each in kept for print_ in each.comments}
    names = deciding.comment_names(hearing.id, wanted) if wanted else {}
    today = today_of(hearing)
    rows: list[tuple[Cell, ...]] = [
        (
            each.name, each.responsible, each.contact, each.relevant_for, each.description,
            each.requirement, each.required_by, each.due,
            words.word(each.status, "measure_status"),
            gettext("Ja") if each.is_overdue(today) else "",
            "; ".join(dict.fromkeys(names[at].sender for at in each.comments if at in names)),
        )
        for each in kept
    ]  # fmt: skip
    widths = (38, 24, 24, 24, 52, 34, 24, 12, 14, 12, 34)
    return RegisterSheet(pgettext("flere", "Tiltak"), tuple(_head()), widths, tuple(rows))


def _requirements(kept: Sequence[MeasureShown], setters: Sequence[SetBy]) -> RegisterSheet:
    names = {each.id: each.name for each in kept}
    rows: list[tuple[Cell, ...]] = [
        (
            one.name or gettext("Ikke oppgitt"), each.text,
            names.get(each.measure or 0, "") if each.measure else "",
            gettext("Oppfølgingen") if each.measure else gettext("Høringssvar"),
        )
        for one in setters
        for each in one.requirements
        if each.measure is None or each.measure in names
    ]  # fmt: skip
    head = (
        gettext("Hvem stiller kravet"), gettext("Krav"), gettext("Tiltak"), gettext("Står i")
    )  # fmt: skip
    return RegisterSheet(pgettext("flere", "Krav"), head, (34, 70, 38, 18), tuple(rows))


def _roles(hearing: ConsultationShown, kept: Sequence[MeasureShown]) -> RegisterSheet:
    rows: list[tuple[Cell, ...]] = [
        (
            one.name or gettext("Ingen ansvarlig"), "; ".join(one.contacts),
            "; ".join(one.relevant_for), len(one.measures), one.open, one.overdue,
        )
        for one in roles_of(kept, today_of(hearing))
    ]  # fmt: skip
    head = (
        gettext("Ansvarlig"), gettext("Kontakt"), gettext("Relevant for"), gettext("Tiltak"),
        gettext("Ikke ferdige"), gettext("Over fristen"),
    )  # fmt: skip
    return RegisterSheet(
        gettext("Roller og kontakter"), head, (38, 38, 44, 10, 14, 14), tuple(rows)
    )


def _text(cell: Cell) -> str:
    return "" if cell is None else cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
