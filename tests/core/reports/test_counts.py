"""The desk's counts: every number is the responses behind it, all add up, and reports say the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from reports_material import DEFINITION, REPORTS, answer, full_report, response, sender

from innspill.stages.analysis.core.counts import STANCES, Counts, RowCounts, counts_of
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.values import ReportInput

HELD = st.dictionaries(
    st.tuples(st.integers(1, 30).map("24/17-{}".format), st.sampled_from(["1", "2"])),
    st.sampled_from([*STANCES, "nonsense"]),
)
COPIES = st.lists(
    st.lists(st.integers(1, 30).map("24/17-{}".format), min_size=2, max_size=5), max_size=4
)


def _adds_up(row: RowCounts) -> None:
    parts = [*row.ticked, *row.unclear, *row.no_comment, *row.text_only, *row.silent]
    assert sorted(parts) == sorted(row.responses)
    held = [one for stance in row.stances.values() for one in stance]
    assert sorted([*held, *row.without_stance]) == sorted(row.answered)
    assert set(row.late) | set(row.joint) <= set(row.responses)


@given(REPORTS, HELD, COPIES, st.booleans())
@settings(max_examples=120, deadline=None)
def test_every_sum_holds_whatever_came_in(
    made: ReportInput, held: dict[tuple[str, str], str], copies: list[list[str]], once: bool
) -> None:
    counted = counts_of(made.responses, made.definition, held, copies, once=once)
    assert len(counted.lines) == len(counted.answered_lines) + len(counted.silent_lines) == 4
    ways = [*counted.from_invited, *counted.from_members, *counted.not_invited]
    assert sorted(ways) == sorted(counted.responses)
    for question in counted.questions:
        _adds_up(question.total)
        assert question.total.responses == counted.responses
        for row in question.rows:
            _adds_up(row)
        in_rows = [one for row in question.rows for one in row.responses]
        assert sorted(in_rows) == sorted(counted.responses)
        for stance in STANCES:
            by_row = [one for row in question.rows for one in row.stances[stance]]
            assert sorted(by_row) == sorted(question.total.stances[stance])


@given(REPORTS, COPIES)
@settings(max_examples=60, deadline=None)
def test_the_desk_and_the_reports_count_the_same(
    made: ReportInput, copies: list[list[str]]
) -> None:
    figures = count(made)
    counted = counts_of(made.responses, made.definition, {}, copies)
    assert len(counted.responses) == figures.respondents
    assert len(counted.answered_lines) == figures.invited_answered
    assert len(counted.late) == figures.late
    assert len(counted.joint) >= figures.joint  # a private sender whose response waits has no name
    for ours, theirs in zip(counted.questions, figures.questions, strict=True):
        for row, tally in zip(
            (*ours.rows, ours.total), (*theirs.groups, theirs.total), strict=True
        ):
            assert len(row.responses) == tally.respondents
            assert [(one, len(refs)) for one, refs in row.choices.items()] == list(tally.choices)
            sizes = [len(part) for part in (row.unclear, row.no_comment, row.text_only, row.silent)]
            assert sizes == [tally.unclear, tally.no_comment, tally.text_only, tally.silent]


def _campaign(*, once: bool) -> Counts:
    named = [sender(f"Innbygger {number}", None, None, "open") for number in range(1, 5)]
    letters = [
        response(number, one, answers=[answer("1", "no")]) for number, one in enumerate(named, 1)
    ]
    held = {(each.public.reference, "1"): "opposes" for each in letters}
    return counts_of(letters, DEFINITION, held, [["24/17-1", "24/17-2", "24/17-4"]], once=once)


def test_a_campaign_counts_with_its_senders_or_as_one_argument() -> None:
    everybody, once = _campaign(once=False), _campaign(once=True)
    assert len(everybody.questions[0].total.stances["opposes"]) == 4
    assert once.questions[0].total.stances["opposes"] == ("24/17-1", "24/17-3")
    assert everybody.copies == once.copies == ("24/17-2", "24/17-4")


@given(REPORTS, COPIES)
@settings(max_examples=60, deadline=None)
def test_whoever_is_invited_has_answered_with_a_copy_too(
    made: ReportInput, copies: list[list[str]]
) -> None:
    everybody, once = (
        counts_of(made.responses, made.definition, {}, copies, once=each) for each in (False, True)
    )
    assert once.lines == everybody.lines
    assert len(once.responses) == len(everybody.responses) - len(once.copies)


def test_a_number_names_the_responses_behind_it_and_late_and_joint_stand_apart() -> None:
    made = full_report()
    counted = counts_of(made.responses, made.definition, {("24/17-3", "1"): "opposes"})
    total = counted.questions[0].total
    assert total.choices["no"] == ("24/17-3", "24/17-4")
    assert total.unclear == counted.late == total.late == counted.joint == ("24/17-2",)
    assert counted.lateness_unknown == ("24/17-6",)
    assert total.stances["opposes"] == ("24/17-3",)
    assert "24/17-5" not in counted.responses
