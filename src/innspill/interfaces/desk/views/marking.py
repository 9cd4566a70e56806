"""One response on its way to the public: its texts in full, and what a person says about places."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.publishing_forms import (
    GROUNDS,
    KINDS,
    DecisionForm,
    MarkForm,
    SpanForm,
    WishForm,
)
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.intake import queries as intake
from innspill.stages.publication import actions
from innspill.stages.publication.core.grounds import LAW
from innspill.stages.publication.core.marks import Spot
from innspill.stages.publication.looking import LookedAt, TextShown, looked_at
from innspill.stages.publication.waiting import waiting

_LONG = 110
"""So much of a question is enough to know it by."""
_TELLING = 3
"""Shorter words than this stand everywhere."""


@require_safe
@at_the_desk
def response(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """All texts of a response, with what is withheld marked in place, and what may be decided."""
    return page(request, desk, looked_at_or_404(desk, slug, number))


@require_POST
@at_the_desk
def mark(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A person's word on a place: on words that they name, or on a span that is withheld."""
    looked = looked_at_or_404(desk, slug, number)
    now, state = wiring.clock().now(), request.POST.get("state", "")
    if "word" in request.POST:
        return _on_a_span(request, desk, looked, state)
    form = _mark_form(desk, looked, request.POST)
    if not form.is_valid():
        return page(request, desk, looked, form=form)
    given = form.cleaned_data
    actions.mark(
        looked.publication.response.id, form.spots, word="withhold", kind=given["kind"],
        ground=given["ground"], reason=given["reason"], state=state, by=desk.user, now=now,
    )  # fmt: skip
    messages.success(request, gettext("Holdt tilbake. Det står i loggen hvem som gjorde det."))
    _tell_where_else(request, desk, looked_at_or_404(desk, slug, number), given["words"])
    return redirect(f"{_address(looked)}#{place_id(given['place'])}")


@require_POST
@at_the_desk
def undo(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Takes a person's mark back."""
    looked = looked_at_or_404(desk, slug, number)
    mark_id = whole(request.POST.get("mark", ""))
    actions.undo_mark(
        looked.publication.response.id, mark_id, by=desk.user, now=wiring.clock().now()
    )
    messages.success(request, gettext("Angret. Det står som før."))
    return redirect(f"{_address(looked)}#{place_id(request.POST.get('place', ''))}")


def page(
    request: HttpRequest,
    desk: Desk,
    looked: LookedAt,
    *,
    form: MarkForm | None = None,
    decision: DecisionForm | None = None,
    wish: WishForm | None = None,
) -> HttpResponse:
    """The page of one response, with a form that was refused where there is one."""
    row = looked.publication.response
    hearing = desk.hearing_or_404(row.consultation_slug)
    delivery = intake.delivery(row.delivery_number, desk.owners)
    left = [each.response for each in waiting(desk.owners) if each.response.id != row.id]
    after = [each for each in left if (each.consultation_id, each.number) > (row.consultation_id, row.number)]  # fmt: skip
    decisions = {word: DecisionForm(word=word) for word in ("publish", "withhold", "withdraw")}
    if decision is not None:
        decisions[str(decision.prefix)] = decision
    context: dict[str, Any] = {
        "at": "publishing",
        "desk": desk,
        "hearing": hearing,
        "looked": looked,
        "shown": looked.publication,
        "response": row,
        "delivery": delivery,
        "texts": [
            (text, name_of(text, hearing.definition), place_id(text.place))
            for text in looked.texts
            if text.text.strip()
        ],
        "kinds": KINDS,
        "grounds": GROUNDS,
        "laws": [(name, LAW[code], words.word(code, "law_plain")) for code, name in GROUNDS],
        "form": form or _mark_form(desk, looked, None, at=request.GET.get("tekst", "")),
        "decisions": decisions,
        "open_decision": decision.prefix if decision is not None else "",
        "wish_form": wish or WishForm(wish=looked.wish),
        "may": bool(looked.publication.outcome) and desk.may(row.owner_id, "caseworker"),
        "may_decide": desk.may(row.owner_id, "lead"),
        "next": next(iter(after or left), None),
        "left": len(left),
    }
    is_refused = any(each is not None for each in (form, decision, wish))
    return render(request, "desk/publishing_response.html", context, status=422 if is_refused else 200)  # fmt: skip


def looked_at_or_404(desk: Desk, slug: str, number: int) -> LookedAt:
    """A response of these owners. Raises Http404."""
    found = looked_at(slug, number, desk.owners)
    if found is None:
        raise Http404
    return found


def name_of(text: TextShown, definition: Definition) -> str:
    """What a text is called, for a heading and a list to choose from."""
    if text.part == "answer":
        asked = text.which.partition("#")[0]
        wording = next((plain(each.text) for each in definition.questions if each.id == asked), "")
        said = {"id": asked, "wording": Truncator(wording).chars(_LONG)}
        return gettext("Spørsmål %(id)s. %(wording)s") % said
    if text.part == "footnote":
        return gettext("Fotnote %(mark)s") % {"mark": text.which}
    if text.part == "general":
        return gettext("Generelle merknader, avsnitt %(nr)s") % {"nr": int(text.which) + 1}
    return gettext("Støtter svaret fra") if text.part == "supports" else gettext("Avsender")


def place_id(place: str) -> str:
    """The name of a text in the page's address."""
    return "tekst-" + "".join(sign if sign.isalnum() else "-" for sign in place)


def _tell_where_else(request: HttpRequest, desk: Desk, looked: LookedAt, said: str) -> None:
    """Whoever withholds words in one text is told of the others where everybody still reads them."""
    if len(said.strip()) < _TELLING:
        return
    hearing = desk.hearing_or_404(looked.publication.response.consultation_slug)
    named = [name_of(text, hearing.definition) for text in looked.still_shown(said)]
    if named:
        sentence = gettext("De samme ordene vises fortsatt her: %(places)s.")
        messages.warning(request, sentence % {"places": "; ".join(named)}, extra_tags="warning")


def _on_a_span(request: HttpRequest, desk: Desk, looked: LookedAt, state: str) -> HttpResponse:
    form = SpanForm(request.POST)
    if not form.is_valid():
        raise BadInput("there is no such place", where=looked.publication.response.reference)
    given = form.cleaned_data
    is_accepted = given["word"] == "accept"
    actions.mark(
        looked.publication.response.id,
        [Spot(given["place"], given["start"], given["end"])],
        word="show" if given["word"] == "show" else "withhold",
        kind=given["kind"],
        ground=given["ground"],
        reason=gettext("Godtatt som foreslått.") if is_accepted else given["reason"],
        state=state,
        by=desk.user,
        now=wiring.clock().now(),
    )
    if not is_accepted:
        messages.success(request, gettext("Lagret. Det står i loggen hvem som gjorde det."))
    if given["word"] == "withhold":
        row = looked.publication.response
        said = looked.texts_by_place.get(given["place"], "")[given["start"] : given["end"]]
        now_shown = looked_at_or_404(desk, row.consultation_slug, row.number)
        _tell_where_else(request, desk, now_shown, said)
    nr = (given["nr"] or 1) + int(is_accepted)
    return redirect(f"{_address(looked)}#sted-{min(nr, looked.marked)}")


def _mark_form(desk: Desk, looked: LookedAt, data: Any, at: str = "") -> MarkForm:
    hearing = desk.hearing_or_404(looked.publication.response.consultation_slug)
    named = {text.place: name_of(text, hearing.definition) for text in looked.texts if text.text}
    return MarkForm(data, texts=looked.texts_by_place, named=named, at=at)


def _address(looked: LookedAt) -> str:
    row = looked.publication.response
    return reverse("desk:publishing-response", args=[row.consultation_slug, row.number])
