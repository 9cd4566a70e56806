"""What a person says of comments: one at a time, by a key or a button, and of many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk, back
from innspill.interfaces.desk.label_forms import AddForm, PlacesForm, ProposalForm
from innspill.interfaces.desk.reading_forms import ManyForm
from innspill.interfaces.desk.views.analysis import one, reading
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people.models import User
from innspill.stages.analysis import actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow, SuggestionShown

PART = "X-Innspill-Part"
"""Set by the page's script: it wants a part of the page back, as it stands now."""


@require_POST
@at_the_desk
def say(request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """A person's word on one comment; back to where they were, or the comment alone."""
    room = Room(desk, slug)
    row = room.comment_or_404(comment_id)
    for name, act in _WORDS.items():
        if name in request.POST:
            refused = act(request, room, row)
            if refused is not None:
                return refused
            break
    else:
        raise BadInput("there is nothing here that can be judged")
    if request.headers.get(PART):
        room = Room(desk, slug)  # anew: it shows what was said just now
        shown = room.shown([room.comment_or_404(row.id)])[0]
        context = room.context("read") | {"one": shown, "tilbake": back(request)}
        return render(request, "desk/analysis/parts/labels.html", context)
    here = reverse("desk:analysis-comment", args=[slug, row.id])
    return redirect(f"{back(request, here)}#merknad-{row.id}")


@require_POST
@at_the_desk
def say_of_many(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The same word on every comment that is chosen."""
    room = Room(desk, slug)
    known = [whole(one) for one in request.POST.getlist("mange-comments")]
    form = ManyForm(
        request.POST, comments=known, themes=room.themes, definition=room.hearing.definition
    )
    if not form.is_valid():
        return reading.page(request, room, form)
    if {row.consultation_slug for row in analysis.comments_by_id(form.chosen)} != {slug}:
        raise BadInput("some of these comments are not there any more")
    chosen = form.chosen
    _say_to(chosen, form, by=desk.user, confirm="bekreft" in request.POST)
    sentence = ngettext(
        "%(count)d merknad er lagret.", "%(count)d merknader er lagret.", len(chosen)
    )
    messages.success(request, sentence % {"count": len(chosen)})
    here = reverse("desk:analysis-read", args=[slug])
    return redirect(back(request, f"{here}?{request.GET.urlencode()}"))


def _say_to(chosen: list[int], form: ManyForm, *, by: User, confirm: bool) -> None:
    now, given = wiring.clock().now(), form.cleaned_data
    for kind in ("stance", "theme", "link"):
        value = given["place" if kind == "link" else kind]
        if value and not confirm:
            actions.label_many(chosen, kind=kind, value=value, note=given["note"], by=by, now=now)
    if confirm:
        actions.confirm(chosen, by=by, now=now)


Refused = HttpResponse | None


def _stance(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    _label(room, row, "stance", request.POST["stance"])
    return None


def _confirm(_request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    actions.confirm([row.id], by=room.desk.user, now=wiring.clock().now())
    return None


def _add_theme(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    wanted = " ".join(request.POST.get("theme_label", "").split()).casefold()
    found = [pk for pk, label in room.themes.items() if label.casefold() == wanted]
    if not found:
        raise BadInput("there is no theme with this name")
    others = [pk for pk in row.themes if pk not in found]
    _label(room, row, "theme", _joined([*others, *found]))
    return None


def _drop_theme(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    gone = whole(request.POST["drop_theme"])
    _label(room, row, "theme", _joined([pk for pk in row.themes if pk != gone]))
    return None


def _places(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    form = PlacesForm(request.POST, definition=room.hearing.definition, row=row)
    if not form.is_valid():
        raise BadInput("there is no such place")
    _label(room, row, "link", "|".join(form.cleaned_data["places"]))
    return None


def _on_span(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    """Yes or no to a proposal or a name, or a proposal with its fields corrected."""
    target, value = request.POST.get("target", ""), request.POST["on_span"]
    said = next((each for each in row.suggestions if each.target == target), None)
    if said is None:
        raise BadInput("there is nothing here that can be judged")
    detail = dict(said.judged.detail) if said.judged else {}
    if value == "changed":
        form = ProposalForm.of(said, request.POST)
        if not form.is_valid():
            raise BadInput("the proposal is too long")
        detail = _where(said) | form.fields_said
    _label(room, row, said.kind, value, target=target, detail=detail)
    return None


def _add(request: HttpRequest, room: Room, row: CommentRow) -> Refused:
    form = AddForm(request.POST, text=row.text)
    if not form.is_valid():
        return one.page(request, room, row, added=form)
    start, end = form.span or (0, 0)
    kind = form.cleaned_data["kind"]
    detail: dict[str, object] = {"start": start, "end": end}
    if kind != "proposal":
        kind, detail = "mention", {**detail, "kind": kind, "name": row.text[start:end]}
    _label(room, row, kind, "added", detail=detail)
    return None


_WORDS: Mapping[str, Callable[[HttpRequest, Room, CommentRow], Refused]] = {
    "stance": _stance,
    "confirm": _confirm,
    "add_theme": _add_theme,
    "drop_theme": _drop_theme,
    "set_places": _places,
    "on_span": _on_span,
    "add": _add,
}
"""What a form may ask for, by the name of its button."""


def _label(
    room: Room, row: CommentRow, kind: str, value: str, *, target: str = "",
    detail: Mapping[str, object] | None = None,
) -> None:  # fmt: skip
    actions.label(
        consultation_id=room.hearing.id, target=target or row.fingerprint, kind=kind, value=value,
        detail=detail, by=room.desk.user, now=wiring.clock().now(),
    )  # fmt: skip


def _where(said: SuggestionShown) -> dict[str, object]:
    return {"start": said.span.start, "end": said.span.end}


def _joined(themes: list[int]) -> str:
    return "|".join(str(pk) for pk in themes)
