"""The register that is followed up, in its three views, and one measure with its versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.closing_forms import FollowUpFilter, MeasureForm
from innspill.interfaces.desk.places import question_name
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.measures import roles as roles_of
from innspill.stages.deciding.core.values import MeasureShown
from innspill.stages.deciding.queries import CommentNamed, MeasureOpened


@dataclass(frozen=True, slots=True)
class Source:
    """A comment that a measure came from, as it is linked to."""

    comment: CommentNamed
    question: str


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as the register shows it."""

    measure: MeasureShown
    overdue: bool
    sources: tuple[Source, ...]

    @property
    def has_lost(self) -> bool:
        """Whether it came from a comment that does not stand any more: its response was withdrawn."""
        return len(self.sources) < len(self.measure.comments)


def today_of(hearing: ConsultationShown) -> date:
    """The day that it is where the hearing is held."""
    return timezone.localtime(wiring.clock().now(), zone(hearing.definition.timezone)).date()


def context(desk: Desk, hearing: ConsultationShown, view: str) -> dict[str, Any]:
    """What every page of the register is made with."""
    return {
        "at": "hearing", "desk": desk, "hearing": hearing, "view": view,
        "may": desk.may(hearing.owner_id, "caseworker"),
    }  # fmt: skip


@require_safe
@at_the_desk
def measures(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The measures that are followed up: who, what, by when, and where each came from."""
    hearing = desk.hearing_or_404(slug)
    today = today_of(hearing)
    everything = deciding.measures(slug, desk.owners, today=today)
    asked = FollowUpFilter(request.GET, measures=everything)
    kept = [each for each in everything if asked.wanted.keeps(each, today)]
    page = page_of(request, kept)
    shown = context(desk, hearing, "measures") | {
        "filter": asked,
        "rows": _rows(hearing, list(page), today),
        "page": page,
        "count": len(kept),
        "total": len(everything),
        "overdue": sum(each.is_overdue(today) for each in everything),
        "open": sum(each.is_open for each in everything),
        "asked": request.GET.urlencode(),
    }
    return render(request, "desk/closing/measures.html", shown)


@require_safe
@at_the_desk
def requirements(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Requirements, and who sets them: in the register, and as the answers tell of them."""
    hearing = desk.hearing_or_404(slug)
    today = today_of(hearing)
    found = deciding.requirements(slug, desk.owners, today=today)
    names = {each.id: each.name for each in deciding.measures(slug, desk.owners, today=today)}
    shown = context(desk, hearing, "requirements") | {
        "setters": [
            (one, [(each, names.get(each.measure or 0, "")) for each in one.requirements])
            for one in found
        ],
        "count": sum(len(one.requirements) for one in found),
    }
    return render(request, "desk/closing/requirements.html", shown)


@require_safe
@at_the_desk
def roles(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Who is responsible for what, with contacts, and how far they have come."""
    hearing = desk.hearing_or_404(slug)
    today = today_of(hearing)
    rows = deciding.measures(slug, desk.owners, today=today)
    by_number = {each.id: each for each in rows}
    shown = context(desk, hearing, "roles") | {
        "roles": [
            (one, [by_number[number] for number in one.measures]) for one in roles_of(rows, today)
        ],
    }
    return render(request, "desk/closing/roles.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def new(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A measure written by hand."""
    hearing = desk.hearing_or_404(slug)
    form = MeasureForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            number = actions.add_measure(
                hearing.id, form.said, by=desk.user, now=wiring.clock().now()
            )
        except BadInput as error:
            form.add_error("name", in_words(error))
        else:
            messages.success(request, gettext("Tiltaket står i oppfølgingen."))
            return redirect(reverse("desk:measure", args=[slug, number]))
    shown = context(desk, hearing, "measures") | {"form": form}
    status = 422 if form.is_bound else 200
    return render(request, "desk/closing/measure.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def measure(request: HttpRequest, desk: Desk, slug: str, measure_id: int) -> HttpResponse:
    """One measure: changed here, with what it said before and the comments that it came from."""
    hearing = desk.hearing_or_404(slug)
    opened = deciding.measure(measure_id, desk.owners)
    if opened is None or opened.consultation_id != hearing.id:
        raise Http404
    form = MeasureForm.of(opened.now, request.POST if request.method == "POST" else None)
    theirs = None
    if form.is_bound and form.is_valid():
        try:
            actions.change_measure(
                measure_id, form.said, seen=form.cleaned_data["seen"] or 0, by=desk.user,
                now=wiring.clock().now(),
            )  # fmt: skip
        except Conflict:
            theirs = opened.now
            form = _on_top(request, opened)
        except BadInput as error:
            form.add_error("name", in_words(error))
        else:
            messages.success(request, gettext("Lagret."))
            return redirect(reverse("desk:measure", args=[slug, measure_id]))
    shown = context(desk, hearing, "measures") | {
        "form": form,
        "theirs": theirs,
        "measure": opened.now,
        "versions": list(reversed(opened.versions))[1:],
        "row": _rows(hearing, [opened.now], today_of(hearing))[0],
    }
    status = 409 if theirs else 422 if form.is_bound else 200
    return render(request, "desk/closing/measure.html", shown, status=status)


def _on_top(request: HttpRequest, opened: MeasureOpened) -> MeasureForm:
    """The form with what was typed, now based on what the other one wrote: sent again, it stands."""
    data = request.POST.copy()
    data["seen"] = str(opened.now.version)
    again = MeasureForm.of(opened.now, data)
    again.add_error(
        None,
        gettext(
            "%(name)s endret tiltaket mens du skrev. Det du skrev, står fortsatt her. Se hva som er"
            " endret, og lagre på nytt hvis ditt skal gjelde."
        )
        % {"name": opened.now.by},
    )
    return again


def _rows(hearing: ConsultationShown, found: list[MeasureShown], today: date) -> list[Row]:
    wanted = {print_ for each in found for print_ in each.comments}
    names = deciding.comment_names(hearing.id, wanted) if wanted else {}
    return [Row(each, each.is_overdue(today), _sources(hearing, each, names)) for each in found]


def _sources(
    hearing: ConsultationShown, measure: MeasureShown, names: Mapping[str, CommentNamed]
) -> tuple[Source, ...]:
    return tuple(
        Source(names[each], question_name(names[each].question, hearing.definition))
        for each in measure.comments
        if each in names
    )
