"""Comments are given to colleagues by a filter that is kept, and counted from what stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from innspill.pipeline import work as pipeline
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people import actions as people
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.models import Assignment
from tests.stages.conftest import NOW
from tests.stages.deciding_words import decide_on

from .conftest import Shared, hand_in

DUE = date(2026, 4, 20)


def test_an_assignment_holds_what_its_filter_keeps_and_what_comes_later_too(shared: Shared) -> None:
    question = shared.rows[0].question
    (assignment,) = actions.assign(
        shared.hearing.id, [CommentFilter(question=question)], to=shared.staff.caseworker.pk,
        by=shared.staff.lead, now=NOW,
    )  # fmt: skip
    before = {row.id for row in shared.rows if row.question == question}
    assert queries.work_of(shared.hearing.id).held[assignment] == before
    hand_in(shared.hearing.slug, "hoyringssvar_Tindvang_kommune.docx", "Tindvang kommune")
    pipeline.run_until_idle()
    after = {row.id for row in shared.rows if row.question == question}
    assert after > before
    assert queries.work_of(shared.hearing.id).held[assignment] == after


@pytest.mark.parametrize(
    "wanted",
    [
        CommentFilter(),
        CommentFilter(words="kommun"),
        CommentFilter(proposals=True),
        CommentFilter(theme=0),
        CommentFilter(group=""),
        CommentFilter(stance="supports"),
    ],
)
def test_whatever_it_is_given_by_the_assignment_is_what_the_list_of_comments_shows(
    shared: Shared, wanted: CommentFilter
) -> None:
    (assignment,) = actions.assign(
        shared.hearing.id, [wanted], unit="Avdeling for vann", by=shared.staff.lead, now=NOW
    )
    listed = analysis.comments(shared.hearing.slug, [shared.owner], wanted)
    assert queries.work_of(shared.hearing.id).held[assignment] == {row.id for row in listed}


def test_what_is_left_of_an_assignment_is_counted_from_what_stands(shared: Shared) -> None:
    actions.assign(
        shared.hearing.id, [CommentFilter()], to=shared.staff.lead.pk, by=shared.staff.lead, now=NOW
    )
    rows = shared.rows
    decide(shared, [rows[0].id, rows[1].id])
    stands = queries.work_of(shared.hearing.id)
    (assignment,) = stands.assignments
    assert (assignment.tally.comments, assignment.tally.decided, assignment.tally.left) == (
        len(rows), 2, len(rows) - 2,
    )  # fmt: skip
    assert stands.tally == assignment.tally
    assert not frozenset(row.id for row in rows) - stands.given
    left = {row.comment.id for row in queries.left(shared.hearing.slug, [shared.owner])}
    assert {one.id for one in stands.states if one.word is None} == left


def test_many_assignments_are_counted_with_as_many_questions_to_the_database_as_one(
    shared: Shared, django_assert_max_num_queries: object
) -> None:
    filters = [CommentFilter(question=row.question) for row in shared.rows]
    filters += [CommentFilter(words=word) for word in ("vann", "kommune", "staten")]
    actions.assign(shared.hearing.id, filters, unit="Enheten", by=shared.staff.lead, now=NOW)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert len(queries.work_of(shared.hearing.id).assignments) == len(filters)


def test_it_is_given_to_one_who_may_decide_here_and_by_a_day_that_comes(shared: Shared) -> None:
    def give(**said: object) -> None:
        plain = {"to": shared.staff.lead.pk} | said
        actions.assign(shared.hearing.id, [CommentFilter()], by=shared.staff.lead, now=NOW, **plain)  # type: ignore[arg-type]

    for wrong in (
        {"to": None}, {"unit": "Også en enhet"}, {"to": shared.staff.reader.pk},
        {"to": shared.staff.stranger.pk}, {"due": NOW.date() - timedelta(days=1)},
        {"to": None, "unit": "x" * 201}, {"note": "x" * 2001},
    ):  # fmt: skip
        with pytest.raises(BadInput):
            give(**wrong)
    with pytest.raises(BadInput):
        actions.assign(shared.hearing.id, [], unit="A", by=shared.staff.lead, now=NOW)
    for gone in (CommentFilter(theme=9999), CommentFilter(question="finnes ikke")):
        with pytest.raises(BadInput, match=r"hearing|there any more"):
            actions.assign(shared.hearing.id, [gone], unit="A", by=shared.staff.lead, now=NOW)
    assert not Assignment.objects.exists()
    give(due=NOW.date())
    assert Assignment.objects.count() == 1


def test_another_person_or_day_is_reminded_anew_and_another_note_is_not(shared: Shared) -> None:
    (assignment,) = actions.assign(
        shared.hearing.id, [CommentFilter()], unit="Enheten", due=DUE, by=shared.staff.lead, now=NOW
    )
    assert actions.reminded(assignment, "soon", on=NOW.date(), mailed=True, now=NOW)
    assert not actions.reminded(assignment, "soon", on=NOW.date(), mailed=True, now=NOW)

    def change(**said: object) -> date | None:
        plain = {"unit": "Enheten", "due": DUE} | said
        actions.change_assignment(assignment, by=shared.staff.caseworker, now=NOW, **plain)  # type: ignore[arg-type]
        return Assignment.objects.get(pk=assignment).reminded_on

    assert change(note="Skynd dere") == NOW.date()
    assert change(due=DUE + timedelta(days=7)) is None


def test_one_that_has_ended_is_counted_and_changed_no_more(shared: Shared) -> None:
    (assignment,) = actions.assign(
        shared.hearing.id, [CommentFilter()], unit="Enheten", by=shared.staff.lead, now=NOW
    )
    actions.end_assignment(assignment, by=shared.staff.lead, now=NOW)
    assert not queries.work_of(shared.hearing.id).assignments
    for act in (
        lambda: actions.end_assignment(assignment, by=shared.staff.lead, now=NOW),
        lambda: actions.change_assignment(assignment, unit="B", by=shared.staff.lead, now=NOW),
    ):
        with pytest.raises(Conflict):
            act()
    ended = queries.assignment(shared.hearing.slug, [shared.owner], assignment)
    assert ended is not None
    assert ended.ended_at == NOW
    assert not replace(ended, due=date(2020, 1, 1)).is_overdue(NOW.date())


def test_the_journal_says_that_it_was_given_and_not_to_whom(shared: Shared) -> None:
    who = shared.staff.caseworker
    people.set_email(who, "kari@direktorat.example", now=NOW)
    actions.assign(
        shared.hearing.id, [CommentFilter()], to=who.pk, note="Hilsen Ola Nordmann", due=DUE,
        by=shared.staff.lead, now=NOW,
    )  # fmt: skip
    told = " ".join(str(row.detail) for row in JournalEntry.objects.order_by("-pk")[:2])
    assert "2026-04-20" in told
    assert not [word for word in ("Ola", "kari", "Hilsen") if word in told]


def decide(shared: Shared, ids: list[int]) -> None:
    """Two or more comments decided, however `decide` is called."""
    decide_on(ids, outcome="noted", reason="Sett.", by=shared.staff.caseworker)
