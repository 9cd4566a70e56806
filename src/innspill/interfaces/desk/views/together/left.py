"""What is left of a hearing: its own board, and the lists behind its numbers."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.places import question_name
from innspill.interfaces.desk.together_forms import MINE, NOBODY, LeftFilter
from innspill.interfaces.desk.views.together.shared_work import PERSON, UNIT, Counted, SharedWork
from innspill.interfaces.ui.paging import page_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.assigned import tally

LENGTH = 50


@require_safe
@at_the_desk
def left(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """How many comments are decided, left and waiting: in all, mine, each colleague's, by theme, by
    question. Each number leads to the list that it counts.
    """
    shared = SharedWork(desk, slug)
    work = shared.work
    mine = shared.mine()
    loose = frozenset(one.id for one in work.states) - work.given
    context = shared.context("left") | {
        "whole": work.tally,
        "second_reader": work.rules.second_reader,
        "overdue": len(shared.overdue()),
        "loose": tally(work.states, loose),
        "nobody": f"tildeling={NOBODY}",
        "mine": [shared.line(assignment) for assignment in mine],
        "mine_all": Counted("", f"tildeling={MINE}", tally(work.states, work.of(mine))),
        "colleagues": _by_colleague(shared),
        "themes": shared.by_theme(),
        "questions": shared.by_question(),
    }
    return render(request, "desk/together/left.html", context)


def _by_colleague(shared: SharedWork) -> list[tuple[Counted, list[Counted]]]:
    """Each colleague or unit with all that they have, each comment once, and assignment by assignment."""
    assignments: dict[tuple[int | None, str], list[Counted]] = {}
    for assignment in shared.work.assignments:
        assignments.setdefault((assignment.to_id, assignment.to), []).append(
            shared.line(assignment)
        )
    found = []
    for (to_id, name), lines in assignments.items():
        held = shared.work.of(line.assignment for line in lines if line.assignment)
        first = lines[0].assignment
        unit = f"{UNIT}{first.id}" if first else ""
        query = f"tildeling={PERSON}{to_id}" if to_id else f"tildeling={unit}"
        whole = Counted(name, query, tally(shared.work.states, held))
        found.append((whole, lines))
    return sorted(found, key=lambda each: (-each[0].tally.left, each[0].name))


@require_safe
@at_the_desk
def comments(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments behind a number, each with where it stands and a way to its form."""
    shared = SharedWork(desk, slug)
    asked = LeftFilter(
        request.GET,
        definition=shared.hearing.definition,
        themes=shared.themes,
        assignments=shared.assignment_choices(),
    )
    kept = shared.kept(asked)
    page = page_of(request, kept, LENGTH)
    rows = {row.id: row for row in analysis.comments_by_id([one.id for one in page])}
    claims = deciding.claims(shared.hearing.id, shared.now)
    by_print = {target.key: each for target, each in claims.items() if target.scope == "comment"}
    definition = shared.hearing.definition
    context = shared.context("left") | {
        "filter": asked,
        "count": len(kept),
        "page": Paginator(range(len(kept)), LENGTH).get_page(page.number),
        "rows": [
            (one, rows[one.id], question_name(one.question, definition), by_print.get(one.fingerprint))
            for one in page
            if one.id in rows
        ],
    }  # fmt: skip
    return render(request, "desk/together/comments.html", context)
