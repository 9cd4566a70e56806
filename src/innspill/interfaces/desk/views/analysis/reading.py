"""Comments read: filtered, searched, and one of them with all that is said about it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.reading_forms import ManyForm, ReadFilter
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.interfaces.ui.forms import whole
from innspill.shared.values import Origin
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register

LENGTH = 40
"""Comments on a page: each has its own buttons."""


@require_safe
@at_the_desk
def comments(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments that a filter keeps, each with what is said of it and keys to say more."""
    return page(request, Room(desk, slug))


def page(request: HttpRequest, room: Room, form: ManyForm | None = None) -> HttpResponse:
    """The list, with the form for many where it was refused."""
    hearing, desk = room.hearing, room.desk
    asked = ReadFilter(
        request.GET, definition=hearing.definition, themes=room.themes, senders=room.senders
    )
    wanted = asked.wanted
    found = analysis.page(
        hearing.slug, desk.owners, wanted, page=whole(request.GET.get("side", "1")), size=LENGTH
    )
    asked.count(found.counted)
    context = room.context("read") | {
        "filter": asked,
        "rows": room.shown(found.rows, wanted.words),
        "total": found.total,
        "page": Paginator(range(found.total), LENGTH).get_page(found.page),
        "form": form
        or ManyForm(
            comments=[row.id for row in found.rows],
            themes=room.themes,
            definition=hearing.definition,
        ),
        "chosen": set(request.POST.getlist("mange-comments")),
    }
    return render(request, "desk/analysis/read.html", context, status=422 if form else 200)


@require_safe
@at_the_desk
def source(_request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """Leads to the place in the original that a comment was read from."""
    row = Room(desk, slug).comment_or_404(comment_id)
    response = register.response(slug, row.number, desk.owners)
    shown = reading.reading_of(response.reading_id, desk.owners) if response else None
    if response is None or shown is None:
        return redirect(reverse("desk:hearing", args=[slug]))
    address = reverse("desk:delivery", args=[response.delivery_number])
    block = _block(row, shown)
    place = f"avsnitt-{shown.position}-{block}" if block else f"dokument-{shown.position}"
    return redirect(f"{address}#{place}")


def _block(row: CommentRow, shown: reading.ReadingShown) -> str:
    """The block of the file that the comment begins in; "" where it cannot be told.

    What is withheld from the public copy may stand before it: the block is sought by the words,
    and only where they are not found whole by the beginning of the answer.
    """
    words = " ".join(row.text.split())[:60]
    pieces = [
        origin
        for answer in shown.read.answers
        if answer.question == row.question
        for origin in answer.origin
    ]
    named = {origin.block for origin in pieces}
    for block in shown.read.blocks:
        is_near = not row.question or block.id in named
        if is_near and words in " ".join(block.text.split()):
            return block.id
    return _first(pieces)


def _first(pieces: list[Origin]) -> str:
    return pieces[0].block if pieces else ""
