"""What the figures of a report say, and that they add up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from reports_material import (
    REPORTS,
    answer,
    full_report,
    report,
    response,
    sender,
)

from innspill.stages.analysis.core.shares import percentage
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.values import Figures, ReportInput, Tally

LEGELAGET = sender("Legelaget", "Foreninger", "Legelaget", "invited")
FORBUND = sender("Kommunenes forbund", "Kommuner", "Kommunenes forbund", "invited")
LITEN = sender("Liten kommune", "Kommuner", "Landets kommuner", "member")
STOR = sender("Stor kommune", "Kommuner", "Landets kommuner", "member")


def adds_up(tally: Tally) -> bool:
    said = sum(number for _, number in tally.choices)
    rest = tally.unclear + tally.no_comment + tally.text_only + tally.silent
    return tally.respondents == said + rest


def total_of(figures: Figures, question: int = 0) -> dict[str, int]:
    total = figures.questions[question].total
    return {
        **dict(total.choices),
        "unclear": total.unclear,
        "no_comment": total.no_comment,
        "text_only": total.text_only,
        "silent": total.silent,
    }


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_every_sum_holds_whatever_came_in(made: ReportInput) -> None:
    figures = count(made)
    current = {each.public.reference for each in made.responses if _stands(each)}
    assert figures.respondents == len(figures.answered) == len(current)
    invited_from = figures.from_invited + figures.from_members + figures.not_invited
    assert figures.respondents == invited_from
    assert figures.respondents == figures.on_time + figures.late + figures.lateness_unknown
    assert figures.invited == figures.invited_answered + figures.invited_silent == 4
    assert figures.invited_answered == sum(bool(body.responses) for body in figures.bodies)
    for group in figures.groups:
        assert group.invited == group.answered + group.silent
        assert group.through_members <= group.answered
    for question in figures.questions:
        assert all(adds_up(tally) for tally in (*question.groups, question.total))
        assert sum(row.respondents for row in question.groups) == figures.respondents
        assert question.total.respondents == figures.respondents
        assert sum(row.silent for row in question.groups) == question.total.silent


def _stands(each: object) -> bool:
    return each.public.standing == "current"  # type: ignore[attr-defined]


def test_two_ticks_that_nobody_settled_are_unclear_and_no_choice() -> None:
    figures = count(report(response(1, LEGELAGET, answers=[answer("1", "yes", "no")])))
    assert total_of(figures) == {
        "yes": 0, "no": 0, "none": 0, "unclear": 1, "no_comment": 0, "text_only": 0, "silent": 0,
    }  # fmt: skip


def test_two_ticks_that_a_person_settled_count_as_settled() -> None:
    settled = answer("1", "yes", "no", choice="no")
    assert total_of(count(report(response(1, LEGELAGET, answers=[settled]))))["no"] == 1


def test_a_superseded_response_is_not_counted() -> None:
    figures = count(
        report(
            response(1, LEGELAGET, standing="superseded", answers=[answer("1", "no")]),
            response(2, LEGELAGET, answers=[answer("1", "yes")]),
        )
    )
    assert (figures.respondents, figures.invited_answered) == (1, 1)
    assert (total_of(figures)["yes"], total_of(figures)["no"]) == (1, 0)


def test_a_body_that_answered_twice_is_answered_once() -> None:
    figures = count(report(response(1, LEGELAGET), response(2, LEGELAGET)))
    assert (figures.respondents, figures.invited_answered) == (2, 1)


def test_a_collective_line_is_one_line_answered_by_n_of_its_members() -> None:
    figures = count(report(response(1, LITEN), response(2, STOR), response(3, STOR)))
    line = next(body for body in figures.bodies if body.collective)
    assert line.members == ("Liten kommune", "Stor kommune")
    assert len(line.responses) == 3
    group = figures.groups[0]
    assert (group.invited, group.answered, group.through_members) == (2, 1, 1)
    assert (group.member_responses, figures.from_members, figures.from_invited) == (3, 3, 0)


def test_members_are_counted_in_their_group_but_apart() -> None:
    rows = count(report(response(1, LITEN), response(2, FORBUND))).questions[0].groups
    assert [(row.group, row.kind, row.respondents) for row in rows] == [
        ("Kommuner", "group", 1),
        ("Kommuner: medlemmer", "members", 1),
        ("Foreninger", "group", 0),
        ("Ikke invitert", "not-invited", 0),
    ]


def test_a_joint_response_is_one_response_with_several_senders() -> None:
    figures = count(report(response(1, LITEN, STOR, answers=[answer("1", "yes")])))
    assert (figures.respondents, figures.joint, total_of(figures)["yes"]) == (1, 1, 1)
    assert figures.answered[0].senders == ("Liten kommune", "Stor kommune")


def test_a_joint_response_across_groups_has_a_row_of_its_own_and_ticks_off_both_lines() -> None:
    figures = count(report(response(1, LEGELAGET, FORBUND)))
    assert figures.invited_answered == 2
    rows = figures.questions[0].groups
    assert [row.respondents for row in rows if row.kind == "joint"] == [1]
    assert sum(row.respondents for row in rows) == 1


def test_what_waits_is_counted_but_never_quoted() -> None:
    figures = count(full_report())
    assert total_of(figures)["no"] == 2
    assert "24/17-4" in [row.reference for row in figures.answered]
    assert [row.text for row in figures.proposals] == ["Vi foreslår at nødnettet prøves hvert år."]
    assert figures.questions[0].comments == 2


def test_a_private_person_whose_response_waits_is_not_named() -> None:
    kari = sender("Kari Nordmann", None, None, "open")
    row = count(report(response(1, kari, private=True, state="waiting"))).answered[0]
    assert (row.name, row.senders) == ("Privatperson", ("Privatperson",))


def test_a_reason_given_for_a_comment_stands_beside_its_proposal() -> None:
    row = count(full_report()).proposals[0]
    assert (row.outcome, row.reason) == ("followed", "Prøves fra 2025.")


def test_without_the_registers_senders_names_are_held_against_the_list() -> None:
    known = response(1, sender("DNL", "Foreninger", "Legelaget", "invited"))
    figures = count(report(type(known)(known.public, "published")))
    assert [body.name for body in figures.bodies if body.responses] == ["Legelaget"]


@pytest.mark.parametrize(("language", "name"), [("nn", "Ikkje invitert"), ("en", "Not invited")])
def test_rows_are_named_in_the_language_of_the_report(language: str, name: str) -> None:
    rows = count(full_report(language)).questions[0].groups
    assert rows[-1].group == name
    assert rows[2].group == {"nn": "Foreiningar", "en": "Associations"}[language]


def test_references_come_in_the_order_that_people_count_in() -> None:
    figures = count(report(response(10, LEGELAGET), response(9, FORBUND)))
    assert [row.reference for row in figures.answered] == ["24/17-9", "24/17-10"]


def test_percentages_stand_only_where_the_denominator_is_twenty_or_more() -> None:
    assert percentage(5, 19) is None
    assert [percentage(number, 20) for number in (0, 5, 20)] == [0, 25, 100]
    assert percentage(1, 8 * 25) == 1


def test_the_time_of_making_is_told_in_the_hearings_own_time_zone() -> None:
    assert count(full_report()).made_at == "2024-06-04T00:30+02:00"
