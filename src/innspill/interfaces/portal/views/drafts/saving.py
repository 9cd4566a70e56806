"""Saving what a page of the form holds: by a button, or by the script while somebody types."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from innspill.interfaces.portal import asked, uploads
from innspill.interfaces.portal.asked import Asked, StepShown
from innspill.interfaces.portal.sender_form import WISHES, SenderForm
from innspill.interfaces.portal.sent import Sent, sent
from innspill.interfaces.portal.views.drafts.door import WRITERS, At, at_the_draft
from innspill.interfaces.ui.templatetags.innspill import choice_text
from innspill.pipeline import wiring
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries
from innspill.stages.drafting.core.steps import step_with
from innspill.stages.drafting.core.values import Saved
from innspill.stages.drafting.queries import DraftShown


def save_step(request: HttpRequest, at: At, shown: StepShown) -> None:
    """Saves every answer that was changed, and takes in the files that came with them."""
    if not at.may_write:
        return
    untick = request.POST.get("do", "").partition("untick:")[2]
    for one in shown.asked:
        typed = sent(request.POST, one.question, one.key)
        if typed is not None:
            ticks = () if untick == one.key else typed.ticks
            saved = _save(at, one, typed, ticks)
            if saved is not None and saved.collided:
                messages.warning(request, _collided(one), extra_tags="warning")
        uploads.take_in(
            request, at.draft.id, f"{one.key}-file", question=one.question.id, kind="attachment"
        )


def has_news(request: HttpRequest, shown: StepShown) -> bool:
    """Whether the page holds an answer that is not the one that stands."""
    pairs = ((one, sent(request.POST, one.question, one.key)) for one in shown.asked)
    return any(typed is not None and not _is_same(one, typed, typed.ticks) for one, typed in pairs)


def save_about(at: At, form: SenderForm) -> Saved:
    """Saves who answers. What is not filled in rightly stays as it was."""
    form.is_valid()
    given = form.cleaned_data
    draft = at.draft
    first = form.senders if "name" in given and "number" in given else draft.about.senders
    return drafting.save_about(
        draft.id,
        senders=first,
        contact=given.get("contact", draft.about.contact),
        email=given.get("email", draft.about.email),
        supports=given.get("supports", draft.about.supports),
        comment=given.get("comment", draft.about.comment),
        wish=given.get("wish") or draft.about.wish,
        based_on=given.get("based_on") or 0,
        by=at.by,
        now=wiring.clock().now(),
    )


def drop_file(at: At, file_id: int) -> str:
    """Takes an attached file away. Returns the place on the page that it stood at."""
    found = next((file for file in at.draft.files if file.id == file_id), None)
    if found is None or not at.may_write:
        return ""
    drafting.remove_file(at.draft.id, file_id, now=wiring.clock().now())
    return asked.key_of(at.definition, found.question)


@require_POST
@at_the_draft(WRITERS)
def autosave(request: HttpRequest, at: At) -> HttpResponse:
    """Saves one answer while it is written, and says in JSON what became of it."""
    if not at.may_write:
        return JsonResponse({"state": "closed"}, status=409)
    question_id = request.POST.get("question", "")
    if not question_id:
        form = SenderForm(request.POST, draft=at.draft)
        return _told(save_about(at, form), at, "")
    step = step_with(at.steps, question_id)
    if step is None:
        return JsonResponse({"state": "unknown"}, status=404)
    everything = asked.shown(at.definition, at.draft, at.steps)
    one = next(o for each in everything for o in each.asked if o.question.id == question_id)
    typed = sent(request.POST, one.question, one.key)
    if typed is None:
        return JsonResponse({"state": "unknown"}, status=400)
    saved = _save(at, one, typed, typed.ticks)
    if saved is None:
        return _told(Saved(one.revision, collided=False))
    return _told(saved, at, question_id)


def _save(at: At, one: Asked, typed: Sent, ticks: tuple[str, ...]) -> Saved | None:
    """Saves one answer; None where it is as it was."""
    if _is_same(one, typed, ticks):
        return None
    return drafting.save_answer(
        at.draft.id,
        one.question.id,
        ticks=ticks,
        text=typed.text,
        measures=typed.measures,
        based_on=typed.based_on,
        by=at.by,
        now=wiring.clock().now(),
    )


def _is_same(one: Asked, typed: Sent, ticks: tuple[str, ...]) -> bool:
    return (
        ticks == tuple(choice.id for choice in one.ticked)
        and typed.text == one.text
        and typed.measures == one.measures
    )


def _told(saved: Saved, at: At | None = None, question_id: str = "") -> JsonResponse:
    now = timezone.localtime(wiring.clock().now())
    told: dict[str, object] = {
        "state": "collided" if saved.collided else "saved",
        "revision": saved.revision,
        "at": f"{now:%H.%M}",
    }
    if at is not None and (saved.collided or not question_id):
        draft = queries.shown(at.draft.id)
        told["theirs"] = _theirs(at, draft, question_id) if question_id else _about(draft)
        told["fields"] = {} if question_id else _filled_in(draft)
    return JsonResponse(told)


def _theirs(at: At, draft: DraftShown, question_id: str) -> dict[str, object]:
    """What stands now, which somebody else wrote: by whom, and in lines."""
    answer = draft.answers[question_id]
    question = at.definition.question(question_id)
    ticked = ", ".join(choice_text(question, tick) for tick in answer.ticks)
    cells = [
        " · ".join(filter(None, (row.name, row.responsible, row.relevant_for, row.description)))
        for row in answer.measures
    ]
    lines = [gettext("Krysset av for %(choices)s") % {"choices": ticked}] if ticked else []
    return {"by": answer.by or gettext("Noen andre"), "lines": [*lines, *cells, answer.text]}


def _about(draft: DraftShown) -> dict[str, object]:
    """Who answers as it stands now, in lines."""
    about = draft.about
    said = (
        (gettext("Avsender"), ", ".join(sender.name for sender in about.senders)),
        (gettext("Kontaktperson"), about.contact),
        (gettext("E-post"), about.email),
        (gettext("Vi støtter svaret fra"), about.supports),
        (gettext("Kommentar"), about.comment),
        (gettext("Slik blir svaret publisert"), str(WISHES[about.wish])),
    )
    lines = [f"{name}: {text}" for name, text in said if text]
    return {"by": gettext("Noen andre"), "lines": lines}


def _filled_in(draft: DraftShown) -> dict[str, str]:
    """Who answers, by field: what somebody else filled in meanwhile is shown where it is empty."""
    about = draft.about
    first = about.senders[0] if about.senders else None
    return {
        "name": first.name if first else "",
        "number": first.number if first else "",
        "contact": about.contact,
        "email": about.email,
        "supports": about.supports,
        "comment": about.comment,
    }


def _collided(one: Asked) -> str:
    sentence = gettext(
        "Spørsmål %(id)s: noen andre endret svaret mens du skrev. Det du skrev, er ikke borte:"
        " det ligger som et forslag under spørsmålet."
    )
    return sentence % {"id": one.question.id}
