"""The page of one hearing: what is asked, by when, and what has been answered so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from innspill.interfaces.portal import edited, outline
from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.forms import FilterForm
from innspill.interfaces.portal.phases import phases
from innspill.interfaces.portal.sender_form import invited
from innspill.interfaces.ui.paging import page_of
from innspill.interfaces.ui.templatetags.innspill import group_name, plain
from innspill.pipeline import wiring
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import public_sums
from innspill.stages.publication import queries as publication
from innspill.stages.publication.queries import PublishedRow

ON_A_PAGE = 25
"""How many published responses the page lists at a time."""
CLOSED_TO_ALL = ("assessment", "finished")


def hearing_or_404(slug: str) -> ConsultationShown:
    """The hearing that the public may see under this address. Raises Http404."""
    found = consultations.shown(slug)
    if found is None:
        raise Http404
    return found


def takes_responses(hearing: ConsultationShown, deadline: Deadline) -> bool:
    """Whether the page offers to take a response: also a late one, until the work is done."""
    return deadline.is_open or (deadline.is_past and hearing.status not in CLOSED_TO_ALL)


def filter_of(request: HttpRequest, definition: Definition) -> FilterForm:
    """The filter that the address asks for."""
    groups = [(group.name, group_name(group)) for group in definition.bodies]
    questions = [
        (q.id, Truncator(f"{q.id}. {plain(q.text)}").chars(90)) for q in definition.questions
    ]
    return FilterForm(request.GET, groups=groups, questions=questions)


@require_safe
def hearing(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one hearing, with its published responses filtered as asked."""
    return render(request, "portal/hearing.html", page_of_hearing(request, hearing_or_404(slug)))


def page_of_hearing(request: HttpRequest, shown: ConsultationShown) -> dict[str, Any]:
    """What the page of a hearing is rendered with; the desk's preview renders the same."""
    slug = shown.slug
    deadline = Deadline.of(shown, wiring.clock().now())
    asked = filter_of(request, shown.definition)
    rows, current = _published(slug, asked)
    return {
        "hearing": shown,
        "definition": shown.definition,
        "deadline": deadline,
        "can_answer": takes_responses(shown, deadline),
        "phases": phases(shown, deadline),
        "editions": edited.told(slug),
        "suggestions": invited(shown.definition),
        "sections": outline.sections(shown.definition),
        "papers": outline.papers(shown.definition),
        "page_questions": outline.page_questions(shown.definition),
        "filter": asked,
        "count": len(rows),
        "rows": page_of(request, rows, ON_A_PAGE),
        "current": current,
        "ledger": public_sums.ledger(shown.id),
        "has_result": publication.has_result(slug),
    }


def _published(slug: str, asked: FilterForm) -> tuple[Sequence[PublishedRow], int]:
    """The published responses that were asked for, and how many of them stand.

    Only where a question is asked for must all of them be read.
    """
    if asked.question is None:
        listed = publication.listed(slug, group=asked.group)
        return listed, listed.current
    rows = publication.published(slug, group=asked.group, question=asked.question)
    return rows, sum(row.standing == "current" for row in rows)
