"""Search in everything that is published, in all hearings at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.forms import SearchForm
from innspill.interfaces.portal.views.hearing import hearing_or_404, public_now
from innspill.interfaces.ui.kept_pages import kept, once
from innspill.interfaces.ui.paging import page_of
from innspill.interfaces.ui.templatetags.innspill import group_name, plain
from innspill.pipeline import wiring
from innspill.shared.errors import SearchUnavailable
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationRow, ConsultationShown
from innspill.stages.publication import searching
from innspill.stages.publication.core.searching.asking import Where, asked_for

ON_A_PAGE = 10
"""How many hits a page shows."""


@require_safe
@kept
def search(request: HttpRequest) -> HttpResponse:
    """The search page, with what was found where something is asked for."""
    rows, named = _hearings()
    chosen = next((row for row in rows if row.slug == request.GET.get("horing")), None)
    within = hearing_or_404(chosen.slug) if chosen else None
    now = wiring.clock().now()
    opened = [row.deadline_at.year for row in rows if row.deadline_at]
    form = SearchForm(
        request.GET,
        hearings=named,
        years=range(now.year, min([*opened, now.year]) - 2, -1),
        groups=_groups(within),
        questions=_questions(within),
    )
    return render(request, "portal/search.html", {
        "at": "search", "form": form, "within": within, **_found(request, form, within),
    })  # fmt: skip


@once
def _hearings() -> tuple[list[ConsultationRow], list[tuple[str, str]]]:
    """The hearings that one may search in, and the choices among them."""
    rows = consultations.listed()
    return rows, [(row.slug, Truncator(plain(row.title)).chars(90)) for row in rows]


def _found(
    request: HttpRequest, form: SearchForm, within: ConsultationShown | None
) -> dict[str, Any]:
    limits = form.asked
    asked = asked_for(form.words, Where(
        hearing=within.id if within else None,
        question=limits.question, group=limits.group, remarks=limits.remarks,
        late=limits.late, joint=limits.joint, standing=limits.standing, year=form.year,
    ))  # fmt: skip
    if not asked.wanted:
        return {"only_unwanted": bool(asked.unwanted or form.words)}
    index = wiring.search_index()
    if index is None:
        return {"search_unavailable": True}
    try:
        hits = searching.search(index, asked, now=wiring.clock().now(), public=public_now)
        page = page_of(request, hits, ON_A_PAGE)
        shown = list(page)
    except SearchUnavailable:
        return {"search_unavailable": True}
    taken = sorted({word for hit in shown for word in hit.taken_for})
    return {"page": page, "hits": shown, "behind": hits.behind, "taken_for": taken[:6]}


def _groups(within: ConsultationShown | None) -> list[tuple[str, str]]:
    if within is None:
        return []
    return [(group.name, group_name(group)) for group in within.definition.bodies]


def _questions(within: ConsultationShown | None) -> list[tuple[str, str]]:
    if within is None:
        return []
    return [
        (one.id, Truncator(f"{one.id}. {plain(one.text)}").chars(90))
        for one in within.definition.questions
    ]
