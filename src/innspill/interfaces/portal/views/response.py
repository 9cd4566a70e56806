"""One published response, and all answers to one question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.as_data import table_of_answers
from innspill.interfaces.portal.views.hearing import ON_A_PAGE, filter_of, found_in, hearing_or_404
from innspill.interfaces.ui import prose, public_response
from innspill.interfaces.ui.kept_pages import kept
from innspill.interfaces.ui.paging import page_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import open_data, searching
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.publication.queries import PublicShown


@dataclass(frozen=True, slots=True)
class EntryShown:
    """What one respondent answered to the question that the page is about."""

    shown: PublicShown
    answer: PublicAnswer
    text: SafeString | None


@require_safe
@kept
def response(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The public copy of one response, and nothing else of it; where it went, that it is gone."""
    hearing = hearing_or_404(slug)
    found = publication.public_response(slug, number)
    if found is None:
        return taken_down(request, hearing, number)
    public = found.response
    feeds = [
        (name, reverse("api:feed-of-body", args=[open_data.address_name(name)]))
        for name in open_data.named(public.senders)
        if public.standing == "current"
    ]
    points = publication.decided_on(slug, number) if public.standing == "current" else []
    shown = public_response.context_of(hearing, found, _whole_address(request), points)
    answer = render(request, "portal/response.html", {**shown, "feeds": feeds})
    return _left_alone(answer) if public.private else answer


def taken_down(request: HttpRequest, hearing: ConsultationShown, number: int) -> HttpResponse:
    """Where something of a response was public once: that it is gone. Raises Http404 elsewhere."""
    if not publication.is_taken_down(hearing.id, number):
        raise Http404
    return render(request, "portal/taken_down.html", {"hearing": hearing}, status=410)


def _whole_address(request: HttpRequest) -> str:
    """Where this page stays, as one cites it."""
    base = str(settings.PUBLIC_ADDRESS) or request.build_absolute_uri("/").rstrip("/")
    return f"{base}{request.path}"


def _left_alone(response: HttpResponse) -> HttpResponse:
    """A page that search engines are told not to keep: a private person wrote what is on it."""
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@kept
def question(request: HttpRequest, slug: str, question_id: str) -> HttpResponse:
    """All published answers to one question, on one page."""
    hearing = hearing_or_404(slug)
    questions = hearing.definition.questions
    at = next((i for i, one in enumerate(questions) if one.id == question_id), None)
    if at is None:
        raise Http404
    asked = filter_of(request, hearing.definition)
    among, unavailable = found_in(hearing.id, asked.words, question_id)
    limited = replace(asked.asked, question=None, standing=None)
    page = page_of(request, searching.answering(slug, question_id, limited, among=among), ON_A_PAGE)
    entries = [entry for one in page for entry in _entries(slug, one, question_id)]
    private = any(entry.shown.response.private for entry in entries)
    answer = render(
        request,
        "portal/question.html",
        {
            "hearing": hearing,
            "private": private,
            "question": questions[at],
            "before": questions[at - 1] if at else None,
            "after": questions[at + 1] if at + 1 < len(questions) else None,
            "filter": asked,
            "page": page,
            "entries": entries,
            "table": table_of_answers(slug, question_id, limited, asked.words),
            "search_unavailable": unavailable,
        },
    )
    return _left_alone(answer) if private else answer


def _entries(slug: str, shown: PublicShown, question_id: str) -> list[EntryShown]:
    response = shown.response
    address = reverse("portal:response", args=[slug, shown.number])
    notes = prose.Notes((mark for mark, _ in response.footnotes), address=address)
    return [
        EntryShown(shown, answer, prose.written(answer.text, notes))
        for answer in _answers_to(response, question_id)
        if public_response.says_something(answer)
    ]


def _answers_to(response: PublicResponse, question_id: str) -> list[PublicAnswer]:
    return [answer for answer in response.answers if answer.question == question_id]
