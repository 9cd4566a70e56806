"""Decided once for a group or theme, with exceptions; two at once lose nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from innspill.shared.errors import BadInput, Conflict
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.deciding.queries import BoardFilter
from innspill.stages.reports import decided_material
from tests.stages.conftest import NOW

from .conftest import OWN, SAME, Case

CHANGE = ChangeSaid("chapter 5", "Fristen er 2028.", "Fristen er 2030.")


def outcomes(case: Case) -> list[str]:
    return [row.disposition.outcome if row.disposition else "" for row in case.rows()]


def test_one_word_on_a_like_group_is_said_of_all_of_them_but_exceptions(case: Case) -> None:
    one, other = (row for row in case.rows() if SAME in row.comment.text)
    assert one.alike == other.alike == 2
    like = Target("like", one.comment.fingerprint)
    case.decide(like, outcome="not-followed", reason="Kravet står.")
    assert outcomes(case).count("not-followed") == 2
    case.decide(other.target, outcome="partly-followed", reason="Terskel.")
    again = case.row(SAME)
    assert again.disposition is not None
    assert again.disposition.inherited
    apart = next(row for row in case.rows() if row.apart)
    assert apart.comment.fingerprint == other.comment.fingerprint
    # A word by way of the other member is a word on the same group.
    case.decide(Target("like", other.comment.fingerprint), reason="Nytt.")
    assert sorted(outcomes(case)) == ["", "", "", "noted", "partly-followed"]
    case.decide(other.target, outcome="inherits", reason="")
    assert outcomes(case).count("noted") == 2


def test_a_theme_gives_its_word_to_those_under_it_and_one_can_be_left_for_itself(
    case: Case, theme: int
) -> None:
    above = analysis_actions.make_theme(case.id, label="Alt", by=case.staff.lead, now=NOW)
    analysis_actions.put_under(theme, above, by=case.staff.lead, now=NOW)
    case.decide(Target("theme", str(above)), outcome="followed", reason="Ja.")
    assert set(outcomes(case)) == {"followed"}
    row = case.row(OWN[0])
    case.decide(row.target, outcome="open", reason="")
    left = queries.left(case.slug, [case.owner])
    assert [each.comment.id for each in left] == [row.comment.id]
    case.decide(Target("theme", str(above)), outcome="open", reason="")
    assert set(outcomes(case)) == {""}


def test_words_of_ones_own_on_each_comment_cost_no_more_reading_than_one(case: Case) -> None:
    rows = list({row.target: row for row in case.rows()}.values())
    words = [
        actions.OneWord({row.target: row.seen}, "noted", f"Grunn {at}.")
        for at, row in enumerate(rows)
    ]

    def say(some: list[actions.OneWord]) -> int:
        with CaptureQueriesContext(connection) as held:
            actions.decide_each(case.id, some, by=case.staff.caseworker, now=NOW)
        return len(held)

    one = say(words[:1])
    assert say(words[1:]) <= one
    assert [row.disposition.reason for row in case.rows() if row.disposition] == [
        f"Grunn {at}." for row in case.rows() for at, each in enumerate(rows)
        if each.target == row.target
    ]  # fmt: skip
    done = actions.decide_each(
        case.id, [actions.OneWord({rows[0].target: None}, "followed", "For sent.")],
        by=case.staff.lead, now=NOW,
    )  # fmt: skip
    assert done.lost == (rows[0].target,)
    with pytest.raises(BadInput, match="twice"):
        actions.decide_each(case.id, [words[0], words[0]], by=case.staff.lead, now=NOW)


@pytest.mark.parametrize("outcome", ["open", "inherits", "followed"])
def test_no_word_is_longer_than_can_be_read(case: Case, outcome: str) -> None:
    with pytest.raises(BadInput, match="too long"):
        case.decide(case.rows()[0].target, outcome=outcome, reason="x" * 1_000_000)


def test_a_word_on_a_merged_theme_still_reaches_those_that_it_was_said_of_and_no_others(
    case: Case, theme: int
) -> None:
    by, first = case.staff.caseworker, case.row(OWN[0])
    other = analysis_actions.make_theme(case.id, label="Øvelser", by=by, now=NOW)
    analysis_actions.label_many([first.comment.id], kind="theme", value=str(other), by=by, now=NOW)
    case.decide(Target("theme", str(other)), outcome="followed", reason="Ja.")
    analysis_actions.merge_themes([other], theme, by=by, now=NOW)
    assert case.row(OWN[0]).comment.themes == (theme,)
    assert sorted(outcomes(case)) == ["", "", "", "", "followed"]
    assert queries.work_of(case.id).tally.decided == queries.ledger(case.id).decided == 1
    # The latest word stands: one on the whole is one on the merged theme too.
    case.decide(Target("theme", str(theme)), outcome="noted", reason="Samlet.")
    assert set(outcomes(case)) == {"noted"}
    analysis_actions.unmerge_theme(other, by=by, now=NOW)
    assert sorted(outcomes(case)) == ["followed", *["noted"] * 4]


def test_what_is_marked_as_no_comment_afterwards_is_a_decided_point_nowhere(case: Case) -> None:
    for words in OWN[:2]:
        case.decide(case.row(words).target, outcome="followed", reason="Ja.")
    number = case.row(OWN[0]).comment.id
    analysis_actions.mark(number, "greeting", by=case.staff.caseworker, now=NOW)
    rows = queries.all_decided(case.id)
    assert sum(row.disposition is not None for row in rows) == 2
    assert len(decided_material.decided(rows)) == queries.ledger(case.id).decided == 1


def test_who_comes_second_overwrites_nothing_and_loses_nothing(case: Case) -> None:
    row, free = case.row(OWN[0]), case.row(OWN[1])
    case.decide(row.target, outcome="followed", reason="Første.")
    done = case.decide(row.target, free.target, seen=None, outcome="noted", reason="Andre.",
                       by=case.staff.lead, new_change=CHANGE)  # fmt: skip
    assert (done.lost, done.done) == ((row.target,), (free.target,))
    shown = queries.target_shown(case.id, row.target)
    assert shown.word is not None
    assert (shown.word.reason, [each.reason for each in shown.waiting]) == ("Første.", ["Andre."])
    assert case.row(OWN[0]).lost
    lost = queries.page(case.slug, [case.owner], BoardFilter(lost=True))
    assert [each.comment.id for each in lost.rows] == [row.comment.id]
    actions.prefer(shown.waiting[0].id, seen=shown.seen, by=case.staff.lead, now=NOW)
    now = case.row(OWN[0])
    assert now.disposition is not None
    assert (now.disposition.reason, now.lost) == ("Andre.", False)
    assert now.disposition.changes[0].new == CHANGE.new
    history = queries.versions(case.slug, [case.owner], row.target)
    assert [(each.reason, each.stands) for each in history] == [
        ("Andre.", True), ("Andre.", False), ("Første.", True),
    ]  # fmt: skip
    # It was chosen, and waits no more.
    with pytest.raises(BadInput, match="does not wait"):
        actions.prefer(shown.waiting[0].id, seen=None, by=case.staff.lead, now=NOW)


def test_the_other_s_word_can_be_kept(case: Case) -> None:
    row = case.row(OWN[0])
    case.decide(row.target, outcome="followed", reason="Første.")
    case.decide(row.target, seen=None, reason="Andre.", new_change=CHANGE)
    # A change that only a word has which waits is none yet.
    assert queries.text_changes(case.slug, [case.owner]) == []
    waits = queries.target_shown(case.id, row.target).waiting[0]
    actions.let_go(waits.id, by=case.staff.caseworker, now=NOW)
    assert not case.row(OWN[0]).lost
    assert queries.versions(case.slug, [case.owner], row.target)[0].let_go
    with pytest.raises(BadInput):
        actions.let_go(waits.id, by=case.staff.caseworker, now=NOW)


def test_a_form_that_is_sent_twice_says_it_once(case: Case) -> None:
    row = case.row(OWN[0])
    for _ in range(2):
        done = case.decide(row.target, seen=None, reason="En gang.", new_change=CHANGE)
        assert (done.done, done.lost) == ((row.target,), ())
    assert len(queries.versions(case.slug, [case.owner], row.target)) == 1
    assert len(queries.text_changes(case.slug, [case.owner])) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": "  "}, {"outcome": "maybe"}, {"standard_reason": 999}, {"changes": [999]},
        {"reason": "a" * 10_001}, {"new_change": ChangeSaid("", "a", "b")},
        {"new_change": ChangeSaid("chapter 5", "a", "a")},
    ],
)  # fmt: skip
def test_what_is_wrong_stops_all_of_it(case: Case, wrong: dict[str, object]) -> None:
    targets = [row.target for row in case.rows()]
    with pytest.raises(BadInput):
        case.decide(*targets, **wrong)
    assert set(outcomes(case)) == {""}
    assert queries.text_changes(case.slug, [case.owner]) == []


def test_targets_that_are_not_there_are_refused(case: Case, theme: int) -> None:
    alone = Target("like", case.row(OWN[2]).comment.fingerprint)
    for target in (alone, Target("theme", "x"), Target("theme", "9999"), Target("comment", "x")):
        with pytest.raises(BadInput):
            case.decide(target)
    with pytest.raises(BadInput):
        case.decide(Target("theme", str(theme)), outcome="inherits", reason="")
    with pytest.raises(BadInput):
        case.decide()


def test_a_reason_is_reworded_with_its_versions_and_where_it_is_used(case: Case) -> None:
    by = case.staff.caseworker
    pk = actions.make_reason(case.id, title="Rammen", text="Utenfor rammen.", by=by, now=NOW)
    with pytest.raises(BadInput):
        actions.make_reason(case.id, title="rammen", text="x", by=by, now=NOW)
    for own in OWN[:2]:
        case.decide(case.row(own).target, standard_reason=pk, reason="Utenfor rammen.")
    (shown,) = queries.reasons(case.slug, [case.owner])
    assert shown.uses == 2
    seen = shown.now.id
    actions.reword_reason(pk, seen=seen, title="Rammen", text="Ligger utenfor.", by=by, now=NOW)
    with pytest.raises(Conflict):
        actions.reword_reason(pk, seen=seen, title="Rammen", text="Noe.", by=by, now=NOW)
    (shown,) = queries.reasons(case.slug, [case.owner])
    assert [each.text for each in shown.wordings] == ["Ligger utenfor.", "Utenfor rammen."]
    assert {each.reason for each in queries.uses_of(case.slug, [case.owner], pk)} == {
        "Utenfor rammen."
    }
    actions.drop_reason(pk, seen=shown.now.id, by=by, now=NOW)
    (shown,) = queries.reasons(case.slug, [case.owner])
    assert shown.now.gone
    # Decided otherwise since: it is used there no more.
    case.decide(case.row(OWN[0]).target, reason="Annet.")
    assert len(queries.uses_of(case.slug, [case.owner], pk)) == 1


def test_a_change_has_versions_and_what_led_to_it(case: Case) -> None:
    row, by = case.row(OWN[0]), case.staff.caseworker
    case.decide(row.target, outcome="followed", reason="Ja.", new_change=CHANGE)
    (listed,) = queries.text_changes(case.slug, [case.owner])
    assert [each.target for each in listed.said] == [row.target]
    later = ChangeSaid("chapter 5", CHANGE.old, "Fristen er 2031.")
    new = actions.reword_change(listed.change.id, later, by=by, now=NOW)
    with pytest.raises(Conflict):
        actions.reword_change(listed.change.id, CHANGE, by=by, now=NOW)
    (listed,) = queries.text_changes(case.slug, [case.owner])
    assert (listed.change.new, [each.new for each in listed.earlier], len(listed.said)) == (
        "Fristen er 2031.", ["Fristen er 2030."], 1,
    )  # fmt: skip
    now = case.row(OWN[0])
    assert now.disposition is not None
    assert [each.new for each in now.disposition.changes] == ["Fristen er 2031."]
    actions.take_back_change(new, by=by, now=NOW)
    assert queries.text_changes(case.slug, [case.owner]) == []
    now = case.row(OWN[0])
    assert now.disposition is not None
    assert now.disposition.changes == ()


def test_reasons_of_like_comments_are_offered_with_where_they_come_from(case: Case) -> None:
    one, other = (row for row in case.rows() if SAME in row.comment.text)
    assert queries.suggested_for(case.id, other.comment) == []
    case.decide(one.target, outcome="not-followed", reason="Kravet står.")
    (found,) = queries.suggested_for(case.id, other.comment)
    assert (found.said.reason, found.comment_id, found.near) == (
        "Kravet står.", one.comment.id, "like",
    )  # fmt: skip


def test_the_board_counts_what_the_list_shows(case: Case, theme: int) -> None:
    case.decide(case.row(OWN[0]).target, outcome="followed", reason="Ja.")
    one = case.row(SAME)
    case.decide(Target("like", one.comment.fingerprint), outcome="not-followed", reason="Nei.")
    found = queries.board(case.slug, [case.owner], "theme")
    (row,) = (each for each in found.rows if each.counts.key == str(theme))
    assert (row.counts.comments, row.counts.left, row.counts.inherited) == (5, 2, 2)
    for outcome, number in (("left", 2), ("decided", 3), ("followed", 1), ("not-followed", 2)):
        page = queries.page(case.slug, [case.owner], BoardFilter(outcome=outcome))
        assert page.total == number == page.counted["outcome"][outcome]
    like = queries.board(case.slug, [case.owner], "like")
    assert [(each.counts.comments, each.word and each.word.outcome) for each in like.rows] == [
        (2, "not-followed")
    ]
    left = BoardFilter(outcome="left")
    here = case.row(OWN[0]).comment.id
    beside = queries.neighbours(case.slug, [case.owner], here, left)
    assert (beside.place, beside.left) == (0, 2)
    assert beside.next_left in {each.comment.id for each in queries.left(case.slug, [case.owner])}
