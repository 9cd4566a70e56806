"""The page of one hearing: what is asked, by when, and what has been answered so far."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from innspill.interfaces.portal import edited, outline
from innspill.interfaces.portal.as_data import table_of_responses
from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.forms import FilterForm
from innspill.interfaces.portal.phases import phases
from innspill.interfaces.portal.sender_form import invited
from innspill.interfaces.ui.kept_pages import kept, once
from innspill.interfaces.ui.paging import page_of
from innspill.interfaces.ui.templatetags.innspill import group_name, plain
from innspill.pipeline import telling, wiring
from innspill.shared.errors import SearchUnavailable
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import public_sums, searching
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.searching.asking import Where, asked_for
from innspill.stages.publication.searching import Tallies

ON_A_PAGE = 25
"""How many published responses the page lists at a time."""
CLOSED_TO_ALL = ("assessment", "finished")


def hearing_or_404(slug: str) -> ConsultationShown:
    """The hearing that the public may see under this address. Raises Http404."""
    found = _shown(slug)
    if found is None:
        raise Http404
    return found


@once
def _shown(slug: str) -> ConsultationShown | None:
    return consultations.shown(slug)


def takes_responses(hearing: ConsultationShown, deadline: Deadline) -> bool:
    """Whether the page offers to take a response: also a late one, until the work is done."""
    return deadline.is_open or (deadline.is_past and hearing.status not in CLOSED_TO_ALL)


def filter_of(
    request: HttpRequest, definition: Definition, tallies: Tallies | None = None
) -> FilterForm:
    """The filter that the address asks for, each choice with how many responses it leaves."""
    groups = [(group.name, group_name(group)) for group in definition.bodies]
    questions = [
        (q.id, Truncator(f"{q.id}. {plain(q.text)}").chars(90)) for q in definition.questions
    ]
    return FilterForm(request.GET, groups=groups, questions=questions, tallies=tallies)


@require_safe
@kept
def hearing(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one hearing, with its published responses filtered as asked."""
    return render(request, "portal/hearing.html", page_of_hearing(request, hearing_or_404(slug)))


def page_of_hearing(request: HttpRequest, shown: ConsultationShown) -> dict[str, Any]:
    """What the page of a hearing is rendered with; the desk's preview renders the same."""
    slug = shown.slug
    deadline = Deadline.of(shown, wiring.clock().now())
    tallies = _tallies(slug)
    asked = filter_of(request, shown.definition, tallies)
    among, unavailable = found_in(shown.id, asked.words)
    rows = searching.listed(slug, asked.asked, sort=asked.sort, among=among)
    return {
        "hearing": shown,
        "definition": shown.definition,
        "deadline": deadline,
        "can_answer": takes_responses(shown, deadline),
        "phases": phases(shown, deadline),
        # Asked where they are shown, in parts of the page that may have been kept.
        "editions": SimpleLazyObject(partial(edited.told, slug)),
        "suggestions": SimpleLazyObject(partial(invited, shown.definition)),
        "sections": SimpleLazyObject(partial(outline.sections, shown.definition)),
        "papers": SimpleLazyObject(partial(outline.papers, shown.definition)),
        "page_questions": SimpleLazyObject(partial(outline.page_questions, shown.definition)),
        "filter": asked,
        "count": len(rows),
        "rows": page_of(request, rows, ON_A_PAGE),
        "current": rows.current,
        "all": tallies.all,
        "table": table_of_responses(slug, asked.asked, asked.words),
        "search_unavailable": unavailable,
        "ledger": public_sums.ledger(shown.id),
        "may_subscribe": telling.is_offered() and shown.status != "draft",
        "has_result": _has_result(slug),
    }


@once
def _tallies(slug: str) -> Tallies:
    return searching.tallies(slug)


@once
def _has_result(slug: str) -> bool:
    return publication.has_result(slug)


@once
def public_now(hearing: int | None) -> Collection[int]:
    """The row numbers of the public copies of a hearing, or of all."""
    return searching.public_now(hearing)


def found_in(
    hearing_id: int, words: str, question: str | None = None
) -> tuple[Collection[int] | None, bool]:
    """The public copies of a hearing with these words, None for all; whether search is down.

    Where the index cannot be asked the whole list is shown, and said to be so.
    """
    asked = asked_for(words, Where(hearing=hearing_id, question=question))
    if not asked.wanted:
        return None, False
    index = wiring.search_index()
    if index is None:
        return None, True
    try:
        hits = searching.search(index, asked, now=wiring.clock().now(), public=public_now)
        return hits.renditions, False
    except SearchUnavailable:
        return None, True
