"""One response divided into the points it makes: ends moved, pieces split, joined and marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.places import question_name
from innspill.interfaces.desk.views.analysis.rows import Room, Shown
from innspill.interfaces.desk.views.analysis.saying import PART
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.analysis import actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.analysis.queries import (
    AnswerStanceRow,
    CommentFilter,
    CommentRow,
    Cut,
    Piece,
    PlaceShown,
)
from innspill.stages.consultations.core.definition import Question


@dataclass(frozen=True, slots=True)
class PieceShown:
    """A piece of a place: its sentences, so that it can be cut between them, and its labels."""

    piece: Piece
    sentences: tuple[tuple[int, str], ...]
    """(where it begins in the piece, its words): the first one begins at 0."""
    shown: Shown | None
    """The comment with what is said of it; None for marked remainder."""
    next: int | None
    """The piece after it in the same place."""


@dataclass(frozen=True, slots=True)
class DividedPlace:
    """A place of the response as the page shows it."""

    place: PlaceShown
    name: str
    anchor: str
    pieces: tuple[PieceShown, ...]
    question: Question | None
    answer: AnswerStanceRow | None
    """The stance on the question that it answers, as the matrix counts it."""

    @property
    def unconfirmed(self) -> int:
        """How many of its comments wait for a person's word."""
        return sum(not one.piece.remainder and not one.piece.confirmed for one in self.pieces)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def response(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A response with its places divided; POST does what the button or the script asks."""
    room = Room(desk, slug)
    rows = analysis.comments(slug, desk.owners, CommentFilter(number=number, remarks=False))
    if not rows:
        raise Http404
    if request.method == "POST":
        return _done(request, room, rows[0])
    places = _places(room, rows)
    finished = analysis.finished_responses(slug, desk.owners)
    unconfirmed = sum(place.unconfirmed for place in places)
    context = room.context("divide") | {
        "response": rows[0],
        "places": places,
        "unconfirmed": unconfirmed,
        "remarks": sum(row.is_remark for row in rows),
        "finished": rows[0].rendition_id in finished,
        "next": _next(room, number),
        "remainders": list(words.TABLES["remainder"].items()),
    }
    return render(request, "desk/analysis/divide.html", context)


def anchor_of(place: str) -> str:
    """The name of a place in the page's address."""
    return "sted-" + "".join(sign if sign.isalnum() else "-" for sign in place)


def _places(room: Room, rows: Sequence[CommentRow]) -> list[DividedPlace]:
    shown = {row.id: row for row in rows}
    questions = {one.id: one for one in room.hearing.definition.questions}
    stances = analysis.answer_stances(room.hearing.id, rows[0].number)
    answers = {each.question: each for each in stances}
    return [
        DividedPlace(
            place,
            question_name(place.question, room.hearing.definition),
            anchor_of(place.place),
            tuple(_pieces(room, place, shown)),
            questions.get(place.question),
            answers.get(place.question),
        )
        for place in analysis.answer_places(rows[0].rendition_id, room.desk.owners)
    ]


def _pieces(room: Room, place: PlaceShown, rows: Mapping[int, CommentRow]) -> Iterator[PieceShown]:
    after = [piece.comment_id for piece in place.pieces[1:]]
    for piece, follower in zip(place.pieces, [*after, None], strict=True):
        inside = [at - piece.start for at in place.breaks if piece.start < at < piece.end]
        ends = [*inside, len(piece.text)]
        sentences = tuple(
            (start, piece.text[start:end]) for start, end in zip([0, *inside], ends, strict=True)
        )
        row = rows.get(piece.comment_id)
        shown = room.shown([row])[0] if row is not None and row.is_remark else None
        yield PieceShown(piece, sentences, shown, follower)


def _next(room: Room, number: int) -> int | None:
    """The next response that has comments nobody has confirmed; the first one after the last."""
    wanted = CommentFilter(unconfirmed=True)
    counted = analysis.page(room.hearing.slug, room.desk.owners, wanted, size=1).counted
    left = sorted(int(each) for each in counted["number"] if int(each) != number)
    return next((each for each in left if each > number), left[0] if left else None)


def _done(request: HttpRequest, room: Room, row: CommentRow) -> HttpResponse:
    if "go_on" in request.POST:
        return _finish_and_go_on(request, room, row)
    for name, act in _VERBS.items():
        if name in request.POST:
            act(request, room, row)
            break
    else:
        raise BadInput("there is nothing here that can be judged")
    here = reverse("desk:divide", args=[room.hearing.slug, row.number])
    place = request.POST.get("place", "")
    if request.headers.get(PART):
        return _one_place(request, room, row.number, place)
    return redirect(f"{here}#{anchor_of(place)}" if place else here)


def _one_place(request: HttpRequest, room: Room, number: int, name: str) -> HttpResponse:
    """The place alone as it stands now, for the script that asked."""
    wanted = CommentFilter(number=number, remarks=False)
    rows = analysis.comments(room.hearing.slug, room.desk.owners, wanted)
    for place in _places(room, rows):
        if place.place.place == name:
            context = room.context("divide") | {
                "response": rows[0],
                "one": place,
                "remainders": list(words.TABLES["remainder"].items()),
            }
            return render(request, "desk/analysis/parts/place.html", context)
    raise BadInput("there is no such place")


def _split(request: HttpRequest, room: Room, row: CommentRow) -> None:
    comment = _piece(request, row)
    actions.split(comment, whole(request.POST["split"]), by=room.desk.user, now=_now())


def _join(request: HttpRequest, room: Room, row: CommentRow) -> None:
    both = [_piece(request, row), whole(request.POST["join"])]
    _own(both, row)
    actions.join(both, by=room.desk.user, now=_now())


def _mark(request: HttpRequest, room: Room, row: CommentRow) -> None:
    comment = _piece(request, row)
    actions.mark(comment, _kind(request.POST.get("kind", "")), by=room.desk.user, now=_now())


def _divide(request: HttpRequest, room: Room, row: CommentRow) -> None:
    actions.divide(
        row.rendition_id, place=request.POST.get("place", ""), cuts=_cuts(request.POST["cuts"]),
        by=room.desk.user, now=_now(),
    )  # fmt: skip


def _confirm(request: HttpRequest, room: Room, row: CommentRow) -> None:
    """Keeps the machine's word on every comment of one place."""
    place = request.POST.get("place", "")
    wanted = CommentFilter(number=row.number, unconfirmed=True)
    rows = analysis.comments(room.hearing.slug, room.desk.owners, wanted)
    chosen = [each.id for each in rows if each.place == place]
    if chosen:
        actions.confirm(chosen, by=room.desk.user, now=_now())


def _answer(request: HttpRequest, room: Room, row: CommentRow) -> None:
    """A person's word on the stance of a whole answer: the tick and the text together."""
    question = request.POST.get("place", "").removeprefix("q:")
    stances = analysis.answer_stances(room.hearing.id, row.number)
    said = next((each for each in stances if each.question == question), None)
    if said is None:
        raise BadInput("there is nothing here that can be judged")
    actions.label(
        consultation_id=room.hearing.id, target=said.suggestion.target, kind="stance",
        value=request.POST["answer_stance"], by=room.desk.user, now=_now(),
    )  # fmt: skip


def _finish(request: HttpRequest, room: Room, row: CommentRow) -> None:
    actions.finish(row.rendition_id, by=room.desk.user, now=_now())
    messages.success(request, gettext("Svaret er gått gjennom."))


def _finish_and_go_on(request: HttpRequest, room: Room, row: CommentRow) -> HttpResponse:
    """Keeps the machine's word on what nobody has said anything about, and opens the next response."""
    wanted = CommentFilter(number=row.number, unconfirmed=True)
    left = [each.id for each in analysis.comments(room.hearing.slug, room.desk.owners, wanted)]
    if left:
        actions.confirm(left, by=room.desk.user, now=_now())
    _finish(request, room, row)
    onward = _next_to_go_through(room, row.number)
    if onward is None:
        return redirect(f"{reverse('desk:analysis', args=[room.hearing.slug])}#svar")
    return redirect(reverse("desk:divide", args=[room.hearing.slug, onward]))


def _next_to_go_through(room: Room, number: int) -> int | None:
    """The next response that nobody has gone through; the first one after the last."""
    found = analysis.lights(room.hearing.id)
    finished = analysis.gone_through(room.hearing.id, found)
    left = sorted({one.number for one in found if one.rendition not in finished})
    return next((each for each in left if each > number), left[0] if left else None)


def _open_again(request: HttpRequest, room: Room, row: CommentRow) -> None:
    actions.open_again(row.rendition_id, by=room.desk.user, now=_now())
    messages.success(request, gettext("Svaret er åpnet igjen."))


_VERBS: Mapping[str, Callable[[HttpRequest, Room, CommentRow], None]] = {
    "split": _split,
    "join": _join,
    "mark": _mark,
    "cuts": _divide,
    "confirm_place": _confirm,
    "answer_stance": _answer,
    "finish": _finish,
    "open_again": _open_again,
}
"""What a form may ask for, by the name of its button."""


def _piece(request: HttpRequest, row: CommentRow) -> int:
    comment = whole(request.POST.get("piece", ""))
    _own([comment], row)
    return comment


def _own(comments: Sequence[int], row: CommentRow) -> None:
    """Raises BadInput where they are not pieces of this response."""
    found = analysis.comments_by_id(comments)
    if len(found) != len(set(comments)) or {one.rendition_id for one in found} != {
        row.rendition_id
    }:
        raise BadInput("some of these comments are not there any more")


def _cuts(written: str) -> list[Cut]:
    """What the script wrote, "0-52:,53-80:greeting", as cuts. Raises BadInput."""
    found = []
    for part in written.split(","):
        span, _, kind = part.partition(":")
        start, _, end = span.partition("-")
        if not (start.isdigit() and end.isdigit()):
            raise BadInput("there is no such place")
        found.append(Cut(whole(start), whole(end), _kind(kind)))
    return found


def _kind(given: str) -> Remainder:
    for kind in get_args(Remainder):
        if kind == given:
            return kind  # type: ignore[no-any-return]
    raise BadInput(f"{given!r} is no kind of remainder")


def _now() -> datetime:
    return wiring.clock().now()
