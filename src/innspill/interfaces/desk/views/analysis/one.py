"""One comment: everything that the machine and people say of it, and what a person may say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.label_forms import AddForm, PlacesForm, ProposalForm
from innspill.interfaces.desk.places import place_word
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.interfaces.ui import words
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow, JudgementShown


@require_safe
@at_the_desk
def comment(request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """A comment with all its labels, who said them, and forms to say otherwise."""
    room = Room(desk, slug)
    return page(request, room, room.comment_or_404(comment_id))


def page(
    request: HttpRequest, room: Room, row: CommentRow, *, added: AddForm | None = None
) -> HttpResponse:
    """The page of one comment, with the form that was refused where there is one."""
    hearing = room.hearing
    said = analysis.history(hearing.slug, room.desk.owners, row.fingerprint)
    context = room.context("read") | {
        "one": room.shown([row])[0],
        "places": PlacesForm(definition=hearing.definition, row=row),
        "proposals": [(each, ProposalForm.of(each)) for each in row.proposals],
        "mentions": [(each, room.answer_of(each)) for each in row.mentions],
        "added": added or AddForm(text=row.text),
        "history": [(each, in_words(each, room)) for each in said],
    }
    return render(request, "desk/analysis/comment.html", context, status=422 if added else 200)


def in_words(said: JudgementShown, room: Room) -> str:
    """What a person said, in words."""
    parts = [part for part in said.value.split("|") if part]
    if said.kind == "stance":
        return words.word(said.value, "stance")
    if said.kind == "theme":
        return ", ".join(room.themes.get(int(one), one) for one in parts if one.isdigit())
    if said.kind == "link":
        return ", ".join(place_word(one, room.hearing.definition) for one in parts)
    return words.word(said.value, "word_on_span")
