"""A hearing is finished where nothing is left, locked then, and opened again with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput, Conflict
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import actions, queries
from tests.stages.closing.conftest import ToDecide
from tests.stages.conftest import NOW

EIDSUND = "Høringssvar Eidsund kommune (1).docx"


def note_all(case: ToDecide, seen: str | None = None, question: str | None = None) -> int:
    wanted = CommentFilter(question=question)
    left = queries.mark_of(queries.left_points(case.id, wanted)) if seen is None else seen
    return actions.note_what_is_left(
        case.id,
        wanted,
        seen=left,
        reason="Tatt til orientering.",
        by=case.staff.caseworker,
        now=NOW,
    )


def finish(case: ToDecide) -> None:
    actions.finish(case.id, by=case.staff.lead, now=NOW)


def codes(case: ToDecide) -> dict[str, int]:
    found = queries.completeness_of(case.hearing.slug, [case.owner])
    assert found is not None
    return {gap.code: gap.count for gap in found.gaps}


def test_a_hearing_with_a_gap_is_not_finished_and_each_gap_is_named(case: ToDecide) -> None:
    count = len(case.comments)
    assert codes(case) == {"undivided": 2, "left": count}
    with pytest.raises(BadInput) as refused:
        finish(case)
    assert "2 responses are not gone through" in str(refused.value)
    assert f"{count} comments are not decided on" in str(refused.value)
    assert not queries.is_finished(case.id)
    assert consultations.by_id(case.id).status == "closed"


def test_what_is_left_under_a_filter_is_noted_with_one_reason_and_shown_as_such(
    case: ToDecide, lines: Callable[[str], list[dict[str, object]]]
) -> None:
    rows = case.comments
    first = rows[0]
    case.follow(first)
    under = [row for row in rows if row.question == first.question and row.id != first.id]
    assert note_all(case, question=first.question) == len(under) > 0
    ledger = queries.ledger(case.id)
    assert (ledger.in_bulk, ledger.own, ledger.left) == (
        len(under), len(under) + 1, len(rows) - len(under) - 1
    )  # fmt: skip
    stands = {row.comment.id: row.disposition for row in queries.all_decided(case.id)}
    kept = stands[first.id]
    assert kept is not None
    assert kept.outcome == "followed"
    assert {word.reason for row in under if (word := stands[row.id])} == {"Tatt til orientering."}
    assert lines("left-noted") == [{"comments": len(under)}]
    with pytest.raises(BadInput, match="nothing is left"):
        note_all(case, question=first.question)


def test_what_came_after_the_page_was_opened_is_not_noted_unseen(case: ToDecide) -> None:
    left = queries.left_points(case.id, CommentFilter())
    with pytest.raises(Conflict):
        note_all(case, seen=queries.mark_of(left[1:]))
    assert queries.ledger(case.id).decided == 0


def test_nothing_is_noted_without_a_reason(case: ToDecide) -> None:
    with pytest.raises(BadInput, match="the reason is missing"):
        actions.note_what_is_left(
            case.id, CommentFilter(), seen="", reason=" ", by=case.staff.caseworker, now=NOW
        )


def test_finished_it_is_locked_told_to_all_and_opened_again_with_a_reason(
    case: ToDecide, lines: Callable[[str], list[dict[str, object]]]
) -> None:
    case.go_through()
    note_all(case)
    finish(case)
    assert consultations.by_id(case.id).status == "finished"
    kept = queries.finished_with(case.id)
    assert kept is not None
    assert kept.deciding == queries.ledger(case.id)
    assert kept.deciding.whole
    assert len(lines("deciding-finished")) == 1
    row = case.comments[0]
    for again in (
        lambda: case.follow(row),
        lambda: note_all(case),
        lambda: finish(case),
    ):  # fmt: skip
        with pytest.raises(BadInput, match="is finished"):
            again()
    with pytest.raises(BadInput, match="the reason is missing"):
        actions.open_again(case.id, reason="", by=case.staff.lead, now=NOW)
    actions.open_again(case.id, reason="Et svar kom sent.", by=case.staff.lead, now=NOW)
    assert consultations.by_id(case.id).status == "assessment"
    assert queries.finished_with(case.id) is None
    case.follow(row)
    told = queries.closings(case.hearing.slug, [case.owner])
    assert [(one.again, one.reason) for one in told] == [(True, "Et svar kom sent."), (False, "")]
    with pytest.raises(BadInput, match="is not finished"):
        actions.open_again(case.id, reason="x", by=case.staff.lead, now=NOW)
    finish(case)
    assert consultations.by_id(case.id).status == "finished"


def test_a_late_answer_opens_nothing_but_stands_as_new_since_the_finish(case: ToDecide) -> None:
    case.go_through()
    note_all(case)
    finish(case)
    before = queries.finished_with(case.id)
    case.receive(EIDSUND, "Eidsund kommune")
    assert queries.is_finished(case.id)
    assert queries.finished_with(case.id) == before
    found = queries.completeness_of(case.hearing.slug, [case.owner])
    assert found is not None
    assert before is not None
    assert before.sums is not None
    assert found.sums.deliveries == before.sums.deliveries + 1
    assert found.gaps
