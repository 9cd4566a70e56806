"""The board: comments gathered in six ways, with what was decided and what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.deciding_forms import LEFT
from innspill.interfaces.desk.places import place_word, question_name
from innspill.interfaces.desk.views.deciding.room import DecidingRoom
from innspill.interfaces.ui import words
from innspill.interfaces.ui.paging import page_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.board import NONE, Row
from innspill.stages.deciding.queries import OUTCOMES, Board, BoardRow

LENGTH = 50
BY = {
    "tema": "theme", "sporsmal": "question", "sted": "place", "like": "like",
    "forslag": "proposal", "avsender": "respondent",
}  # fmt: skip
"""What the address calls each way to gather."""
_FIELD = {"theme": "tema", "question": "sporsmal", "place": "sted", "respondent": "svar"}
"""The field of the filter that keeps the comments of one row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of the board, and the list that it counts."""

    count: int
    label: str
    name: str
    """The label with the name of its row."""
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the board as the page shows it."""

    name: str
    address: str
    """Where its comments are listed, or it is decided on as a whole."""
    whole: str
    """Where it is decided on as a whole; empty where only its comments are."""
    counts: Row
    cells: tuple[Cell, ...]
    left: Cell
    word: str
    """The outcome that stands for the whole of it; empty where there is none."""


@require_safe
@at_the_desk
def board(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments of a hearing gathered, each number leading to the comments that it counts."""
    room = DecidingRoom(desk, slug)
    by = BY.get(request.GET.get("etter", ""), "theme")
    found = deciding.board(slug, desk.owners, by)
    rows = in_order(room, by, found)
    page = page_of(request, rows, LENGTH)
    context = room.context("board") | {
        "by": by,
        "room_may": room.may,
        "ways": [(address, words.TABLES["gathered"][way], way) for address, way in BY.items()],
        "lines": _lines(room, by, list(page)),
        "page": page,
        "all": found.all,
        "outcomes_named": [words.OUTCOME[outcome] for outcome in OUTCOMES],
        "total": _line(room, by, BoardRow(found.all), "", ""),
    }
    return render(request, "desk/deciding/board.html", context)


def in_order(room: DecidingRoom, by: str, found: Board) -> list[BoardRow]:
    """The rows as the board has them from the top."""
    return sorted(found.rows, key=_order(room, by))


def where_named(slug: str, by: str, counts: Row) -> str:
    """Where a theme, or a group of comments, is decided on as a whole."""
    if by == "theme":
        return reverse("desk:decide-theme", args=[slug, int(counts.key)])
    kind = "decide-like" if counts.comments > 1 or by == "like" else "decide-comment"
    return reverse(f"desk:{kind}", args=[slug, counts.first])


def _order(room: DecidingRoom, by: str) -> Callable[[BoardRow], tuple[object, ...]]:
    """Themes, groups and proposals by how many say it; the others as the hearing has them."""
    definition = room.hearing.definition
    places = {"question": [each.id for each in definition.questions]}
    places["place"] = [
        f"{each.kind} {each.id}" for paper in definition.papers for each in paper.chapters
    ]
    known = {key: at for at, key in enumerate(places.get(by, ()))}

    def order(row: BoardRow) -> tuple[object, ...]:
        counts = row.counts
        if by in {"theme", "like", "proposal"}:
            return counts.key == NONE, -counts.comments, counts.first
        if by == "respondent":
            return (int(counts.key),)
        return counts.key == NONE, known.get(counts.key, len(known)), counts.key

    return order


def _lines(room: DecidingRoom, by: str, rows: Sequence[BoardRow]) -> list[Line]:
    first = {}
    if by in {"like", "proposal"}:
        wanted = [row.counts.first for row in rows]
        first = {each.id: each for each in analysis.comments_by_id(wanted)}
    return [_line(room, by, row, *_named(room, by, row.counts, first)) for row in rows]


def _line(room: DecidingRoom, by: str, row: BoardRow, name: str, whole: str) -> Line:
    counts = row.counts
    field = _FIELD.get(by) if counts.key else None
    listed = reverse("desk:deciding-list", args=[room.hearing.slug])
    own = [(field, counts.key)] if field else []
    is_listed = bool(field) or not counts.key

    def cell(outcome: str, count: int) -> Cell:
        address = f"{listed}?{urlencode([*own, ('utfall', outcome)])}" if is_listed else ""
        said = gettext("Gjenstår") if outcome == LEFT else words.word(outcome, "outcome")
        return Cell(count, said, f"{name}, {said}" if name else said, address)

    return Line(
        name=name,
        address=f"{listed}?{urlencode(own)}" if is_listed else whole,
        whole=whole,
        counts=counts,
        cells=tuple(cell(outcome, counts.outcomes[outcome]) for outcome in OUTCOMES),
        left=cell(LEFT, counts.left),
        word=row.word.outcome if row.word and row.word.outcome in OUTCOMES else "",
    )


def _named(
    room: DecidingRoom, by: str, counts: Row, first: dict[int, CommentRow]
) -> tuple[str, str]:
    """What a row is called, and where it is decided on as a whole."""
    slug, definition, key = room.hearing.slug, room.hearing.definition, counts.key
    if by == "theme":
        if key == NONE:
            return gettext("Uten tema"), ""
        name = room.themes.get(int(key), key)
        return name, where_named(slug, by, counts)
    if by == "question":
        return question_name("" if key == NONE else key, definition), ""
    if by == "place":
        return (gettext("Uten sted") if key == NONE else place_word(key, definition)), ""
    if by == "respondent":
        return room.senders.get(int(key), key), ""
    comment = first[counts.first]
    said = _proposal(comment) if by == "proposal" else comment.text
    return Truncator(" ".join(said.split())).chars(160), where_named(slug, by, counts)


def _proposal(comment: CommentRow) -> str:
    """The words of the first proposal that stands in a comment."""
    first = next(iter(comment.asked_for), None)
    return comment.text[first.span.start : first.span.end] if first else comment.text
