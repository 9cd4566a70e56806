"""The list of questions, and one question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.findings import about_question
from innspill.interfaces.desk.setup_forms.question import QuestionForm
from innspill.interfaces.desk.setup_forms.ready import READY
from innspill.interfaces.desk.views.setup.editing import (
    context,
    edit,
    edited_or_404,
    refusals,
    save,
    told_saved,
)
from innspill.interfaces.ui.forms import whole
from innspill.shared.errors import Conflict
from innspill.shared.people import queries as people
from innspill.stages.consultations.core import arranging
from innspill.stages.consultations.core.arranging import OutOfOrder
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import Edited


class Written(QuestionForm):
    """A question that is there."""

    def applied(self) -> Definition:
        """The definition with it as written."""
        return arranging.replaced(self.definition, self.question())


class Added(QuestionForm):
    """A question that is to be added."""

    def applied(self) -> Definition:
        """The definition with it, last."""
        return arranging.added(self.definition, self.question())[0]


@require_safe
@at_the_desk
def questions(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """All questions in order, with buttons that move, copy and remove."""
    edited = edited_or_404(desk, slug)
    shown = context(desk, edited, "questions")
    rows = [
        (question, about_question(shown["findings"], question.id))
        for question in edited.definition.questions
    ]
    ready = [(name, label) for name, (label, _question) in READY.items()]
    return render(request, "desk/setup/questions.html", shown | {"rows": rows, "ready": ready})


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def question(request: HttpRequest, desk: Desk, slug: str, question_id: str) -> HttpResponse:
    """One question."""
    edited = edited_or_404(desk, slug)
    _question_or_404(edited, question_id)

    def more(now: Edited) -> Mapping[str, Any]:
        found = context(desk, now, "questions")["findings"]
        return {
            "question_id": question_id,
            "remarks": about_question(found, question_id),
            "next_question": _after(now, question_id),
        }

    answer = edit(
        request,
        desk,
        slug,
        Written,
        tab="questions",
        template="desk/setup/question.html",
        given=lambda definition: {"stands": definition.question(question_id)},
        more=more,
    )
    if answer.status_code == 302 and "neste" in request.POST:
        following = _after(edited, question_id)
        if following:
            return redirect("desk:setup-question", slug=slug, question_id=following)
        return redirect("desk:setup-questions", slug=slug)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def new_question(request: HttpRequest, desk: Desk, slug: str, ready: str) -> HttpResponse:
    """A ready-made question, to be given its words and added."""
    if ready not in READY:
        raise Http404
    label, stands = READY[ready]
    answer = edit(
        request,
        desk,
        slug,
        Added,
        tab="questions",
        template="desk/setup/question.html",
        given=lambda _definition: {"stands": stands},
        more=lambda _edited: {"ready": label},
    )
    if answer.status_code == 302 and "videre" not in request.POST:
        return redirect("desk:setup-questions", slug=slug)
    return answer


@require_POST
@at_the_desk
def move(request: HttpRequest, desk: Desk, slug: str, question_id: str) -> HttpResponse:
    """Up, down, or to a place. What drags asks for the same, and wants no page back."""

    def moved(definition: Definition) -> Definition:
        if "plass" in request.POST:
            place = request.POST["plass"]
            return arranging.moved(definition, question_id, whole(place))
        by = -1 if request.POST.get("retning") == "opp" else 1
        return arranging.stepped(definition, question_id, by)

    done = _change(request, desk, slug, question_id, moved)
    if request.headers.get("accept", "").startswith("application/json"):
        return JsonResponse({"moved": done}, status=200 if done else 409)
    return redirect(f"{reverse('desk:setup-questions', args=[slug])}#sporsmal")


@require_POST
@at_the_desk
def copy(request: HttpRequest, desk: Desk, slug: str, question_id: str) -> HttpResponse:
    """A copy right after the question."""
    _change(request, desk, slug, question_id, lambda one: arranging.doubled(one, question_id)[0])
    return redirect(f"{reverse('desk:setup-questions', args=[slug])}#sporsmal")


@require_POST
@at_the_desk
def remove(request: HttpRequest, desk: Desk, slug: str, question_id: str) -> HttpResponse:
    """Takes a question away."""
    _change(request, desk, slug, question_id, lambda one: arranging.removed(one, question_id))
    return redirect(f"{reverse('desk:setup-questions', args=[slug])}#sporsmal")


def _change(
    request: HttpRequest,
    desk: Desk,
    slug: str,
    question_id: str,
    change: Callable[[Definition], Definition],
) -> bool:
    """Changes the list as it is now, and says why where it cannot be done."""
    edited = edited_or_404(desk, slug)
    people.require(desk.user, edited.hearing.owner_id, "caseworker")
    _question_or_404(edited, question_id)
    try:
        changed = change(edited.definition)
        refused = refusals(edited, changed)
        if not refused:
            approved = edited.publish_at is not None
            told_saved(request, save(desk, edited, changed), approved=approved)
    except OutOfOrder as error:
        sentence = gettext(
            "Spørsmål %(question)s stilles bare til dem som krysset av i spørsmål %(other)s, og må stå etter det."
        )
        refused = [sentence % {"question": error.question, "other": error.depends_on}]
    except Conflict:
        refused = [gettext("Noen andre lagret samtidig. Prøv en gang til.")]
    for sentence in refused:
        messages.error(request, sentence, extra_tags="danger")
    return not refused


def _after(edited: Edited, question_id: str) -> str:
    """The id of the question after this one, or "" where it is the last."""
    ids = [one.id for one in edited.definition.questions]
    place = ids.index(question_id) + 1
    return ids[place] if place < len(ids) else ""


def _question_or_404(edited: Edited, question_id: str) -> None:
    if all(one.id != question_id for one in edited.definition.questions):
        raise Http404
