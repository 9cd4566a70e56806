"""Question × group × stance, with its denominators named and the responses behind each number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.places import question_name
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.interfaces.ui import words
from innspill.interfaces.ui.templatetags.innspill import group_word
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.counted import BodyFigures
from innspill.stages.analysis.core.counts import STANCES, Counts, QuestionCounts, RowCounts
from innspill.stages.analysis.core.shares import percentage, weight

References = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number that leads to the responses behind it."""

    count: int
    address: str
    name: str
    """What is counted, for who hears the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    name: str
    address: str
    cells: tuple[Cell, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A stance in words: how many of those that answered, with per cent where that may be said."""

    stance: str
    count: int
    of: int
    word: str
    per_cent: int | None


@dataclass(frozen=True, slots=True)
class Behind:
    """One response behind a number."""

    number: int
    reference: str
    name: str


_OF_ROW: Mapping[str, Callable[[RowCounts], References]] = {
    "responses": lambda row: row.responses,
    "answered": lambda row: row.answered,
    "ticked": lambda row: row.ticked,
    **{
        stance: (lambda row, stance=stance: row.stances.get(stance, ()))  # type: ignore[misc]
        for stance in STANCES
    },
    "without": lambda row: row.without_stance,
    "two-ticks": lambda row: row.unclear,
    "no-remarks": lambda row: row.no_comment,
    "text-only": lambda row: row.text_only,
    "silent": lambda row: row.silent,
    "late": lambda row: row.late,
    "joint": lambda row: row.joint,
}
"""What is counted in a row, by its name in the address."""
_OF_ALL: Mapping[str, Callable[[Counts], References]] = {
    "responses": lambda all_: all_.responses,
    "invited": lambda all_: all_.from_invited,
    "members": lambda all_: all_.from_members,
    "not-invited": lambda all_: all_.not_invited,
    "late": lambda all_: all_.late,
    "lateness-unknown": lambda all_: all_.lateness_unknown,
    "joint": lambda all_: all_.joint,
}
_OF_COPIES: Mapping[str, Callable[[Counts], References]] = {"copies": lambda all_: all_.copies}
_OF_LINES: Mapping[str, Callable[[Counts], Sequence[BodyFigures]]] = {
    "lines": lambda all_: all_.lines,
    "lines-answered": lambda all_: all_.answered_lines,
    "lines-silent": lambda all_: all_.silent_lines,
}
"""The list of invited bodies: its lines, not responses."""
TICKS = ("responses", "ticked", "two-ticks", "no-remarks", "text-only", "silent")
"""How a question was ticked: the first is the sum of the others."""
SHOWN = ("responses", "answered", *STANCES, "without", "silent")
"""The columns of the tables. answered = the stances + without; responses = answered + silent."""


@require_safe
@at_the_desk
def matrix(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """All questions in total, and one of them by group."""
    room, once = Room(desk, slug), "en" in request.GET
    counts = _counts(room, once)
    chosen = next(
        (each for each in counts.questions if each.question == request.GET.get("sporsmal")),
        counts.questions[0] if counts.questions else None,
    )
    context = room.context("matrix") | {
        "counts": counts,
        "once": once,
        "columns": [_column(name) for name in SHOWN],
        "lines": _denominators(room, counts, _OF_LINES),
        "denominators": _denominators(room, counts, _OF_ALL),
        "copies": _denominators(room, counts, _OF_COPIES)[0][1],
        "questions": [_question(room, each, once) for each in counts.questions],
        "chosen": chosen,
        "chosen_name": question_name(chosen.question, room.hearing.definition) if chosen else "",
        "ticks": _ticks(room, chosen, once) if chosen else [],
        "groups": list(_groups(room, chosen, once)) if chosen else [],
        "said": list(_said(chosen)) if chosen else [],
    }
    return render(request, "desk/analysis/matrix.html", context)


@require_safe
@at_the_desk
def behind(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The responses behind one number of the matrix."""
    room, once = Room(desk, slug), "en" in request.GET
    question, row = (request.GET.get(name, "") for name in ("sporsmal", "rad"))
    what = request.GET.get("hva") or "responses"
    counts = _counts(room, once)
    lines = _OF_LINES[what](counts) if what in _OF_LINES else ()
    found = () if what in _OF_LINES else _references(counts, question, row, what)
    context = room.context("matrix") | {
        "rows": _responses(room, found),
        "lines": [(line.name, _responses(room, line.responses)) for line in lines],
        "of_lines": what in _OF_LINES,
        "count": len(found or lines),
        "question": question,
        "question_name": question_name(question, room.hearing.definition) if question else "",
        "group": _row_name(room, *_row_of(row)) if row else "",
        "what": _column(what) if question else _denominator(what),
        "stance": what if what in STANCES else "",
        "once": once,
    }
    return render(request, "desk/analysis/behind.html", context)


def _responses(room: Room, references: References) -> list[Behind]:
    names = room.senders
    numbered = ((int(one.rpartition("-")[2]), one) for one in references)
    return [Behind(number, one, names.get(number, one)) for number, one in numbered]


def _counts(room: Room, once: bool) -> Counts:
    counts = analysis.counts(room.hearing.slug, room.desk.owners, once=once)
    if counts is None:
        raise Http404
    return counts


def _references(counts: Counts, question: str, row: str, what: str) -> References:
    """The responses that an address of the matrix asks for. Raises Http404."""
    of_all = {**_OF_ALL, **_OF_COPIES}
    if not question and what in of_all:
        return of_all[what](counts)
    asked = next((each for each in counts.questions if each.question == question), None)
    if asked is None or what not in _OF_ROW:
        raise Http404
    for each in (asked.total, *asked.rows):
        if row == _row_id(each) or (not row and each is asked.total):
            return _OF_ROW[what](each)
    raise Http404


def _question(room: Room, each: QuestionCounts, once: bool) -> Line:
    name = question_name(each.question, room.hearing.definition)
    asked = {"sporsmal": each.question} | ({"en": "1"} if once else {})
    return Line(name, f"?{urlencode(asked)}#grupper", _cells(room, each, each.total, name, once))


def _groups(room: Room, each: QuestionCounts, once: bool) -> Iterator[Line]:
    for row in each.rows:
        name = _row_name(room, row.kind, row.group or "")
        yield Line(name, "", _cells(room, each, row, name, once))
    total = _row_name(room, "total", "")
    yield Line(total, "", _cells(room, each, each.total, total, once), is_total=True)


def _cells(
    room: Room, question: QuestionCounts, row: RowCounts, name: str, once: bool
) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            len(_OF_ROW[what](row)),
            _behind(room, once, question.question, _row_id(row), what),
            f"{name}: {_column(what)}",
        )
        for what in SHOWN
    )


def _denominators(
    room: Room, counts: Counts, named: Mapping[str, Callable[[Counts], Sequence[object]]]
) -> list[tuple[str, Cell]]:
    return [
        (name, Cell(len(of(counts)), _behind(room, counts.once, "", "", name), _denominator(name)))
        for name, of in named.items()
    ]


def _ticks(room: Room, each: QuestionCounts, once: bool) -> list[Cell]:
    """How the question was ticked; nothing where there is nothing to tick."""
    if not each.total.choices:
        return []
    row = _row_id(each.total)
    return [
        Cell(
            len(_OF_ROW[what](each.total)),
            _behind(room, once, each.question, row, what),
            _column(what),
        )
        for what in TICKS
    ]


def _said(each: QuestionCounts) -> Iterator[Said]:
    of = len(each.total.answered)
    for stance, who in each.total.stances.items():
        if who:
            word = weight(len(who), of)
            yield Said(
                words.word(stance, "stance"), len(who), of,
                words.word(word, "weight") if word else "", percentage(len(who), of),
            )  # fmt: skip


def _behind(room: Room, once: bool, question: str, row: str, what: str) -> str:
    asked = {"sporsmal": question, "rad": row, "hva": what, "en": "1" if once else ""}
    kept = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('desk:matrix-behind', args=[room.hearing.slug])}?{kept}"


def _row_id(row: RowCounts) -> str:
    return f"{row.kind}:{row.group or ''}"


def _row_of(written: str) -> tuple[str, str]:
    kind, _, group = written.partition(":")
    return kind, group


def _row_name(room: Room, kind: str, group: str) -> str:
    if kind == "group":
        return group_word(group, room.hearing.definition)
    if kind == "members":
        named = group_word(group, room.hearing.definition)
        return gettext("Medlemmer av: %(group)s") % {"group": named}
    return {
        "joint": gettext("Felles svar"),
        "not-invited": gettext("Ikke på høringslisten"),
        "total": gettext("Alle svar"),
    }.get(kind, group)


def _column(what: str) -> str:
    if what in STANCES:
        return words.word(what, "stance")
    return {
        "responses": gettext("Svarte på høringen"),
        "answered": gettext("Svarte på spørsmålet"),
        "ticked": gettext("Ett gyldig kryss"),
        "without": gettext("Holdning ikke funnet"),
        "two-ticks": gettext("Uklart kryss"),
        "no-remarks": gettext("Har ingen merknad"),
        "text-only": gettext("Bare tekst, ikke kryss"),
        "silent": gettext("Svarte ikke på spørsmålet"),
        "late": gettext("Etter fristen"),
        "joint": gettext("Felles svar"),
    }.get(what, what)


def _denominator(what: str) -> str:
    return {
        "lines": gettext("linjer på høringslisten"),
        "lines-answered": gettext("med svar"),
        "lines-silent": gettext("uten svar"),
        "responses": gettext("svar i alt"),
        "invited": gettext("fra inviterte"),
        "members": gettext("fra medlemmer av inviterte"),
        "not-invited": gettext("fra andre enn de inviterte"),
        "late": gettext("etter fristen"),
        "lateness-unknown": gettext("uten kjent tid"),
        "joint": gettext("felles svar"),
        "copies": gettext("kopier av et annet svar"),
    }.get(what, what)
