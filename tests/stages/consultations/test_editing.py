"""Drafts are edited by several, opened by a lead, and changed in public after that."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations import actions, queries
from innspill.stages.consultations.core.definition import Definition, Group, Member
from innspill.stages.consultations.models import Body, Consultation, Question
from innspill.stages.consultations.queries import Edited
from tests.stages.conftest import NOW, Staff
from tests.stages.consultations.conftest import now_is, save

NOTE = {"nb": "Vi har rettet en feil.", "nn": "Vi har retta ein feil."}


def test_a_draft_is_hidden_from_the_public_and_follows_each_save(
    draft: Edited, staff: Staff
) -> None:
    saved = save(draft, staff, title={"nb": "Ny tittel"}, questions=draft.definition.questions[:2])
    assert queries.shown(draft.hearing.slug) is None
    assert saved.hearing.title == {"nb": "Ny tittel"}
    assert saved.revision == draft.revision + 1
    keys = Question.objects.filter(consultation=draft.hearing.id).values_list("key", flat=True)
    assert list(keys) == [question.id for question in draft.definition.questions[:2]]


def test_who_saves_on_top_of_somebody_else_overwrites_nothing(draft: Edited, staff: Staff) -> None:
    save(draft, staff, title={"nb": "Først"})
    with pytest.raises(Conflict, match="compare"):
        save(draft, staff, title={"nb": "Sist"})
    assert now_is(draft.hearing.id).definition.title == {"nb": "Først"}


def test_a_new_case_number_gives_a_draft_a_new_address(draft: Edited, staff: Staff) -> None:
    assert save(draft, staff, case_number="26/4711").hearing.slug == "26-4711"


def test_two_hearings_of_an_owner_never_share_a_case_number(
    draft: Edited, definition: Definition, staff: Staff
) -> None:
    with pytest.raises(BadInput, match="already"):
        actions.found(
            definition, owner=staff.caseworker.memberships.get().owner,
            by=staff.caseworker, now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"deadline": None}, "deadline"),
        ({"deadline": date(2026, 3, 31)}, "is over"),
        ({"questions": (), "submit_email": None}, "no questions"),
        ({"summary": {"nb": "Bare bokmål"}}, "nynorsk is missing"),
        ({"title": {}}, "no title"),
    ],
)
def test_nothing_opens_before_what_is_missing_is_there(
    draft: Edited, staff: Staff, changes: dict[str, Any], said: str
) -> None:
    saved = save(draft, staff, **changes)
    with pytest.raises(BadInput, match=said):
        actions.publish(saved.hearing.id, at=None, by=staff.lead, now=NOW)
    assert now_is(saved.hearing.id).hearing.status == "draft"


def test_a_body_that_is_not_the_state_may_open_in_one_written_form(
    draft: Edited, staff: Staff
) -> None:
    saved = save(draft, staff, summary={"nb": "Bare bokmål"}, state_body=False)
    actions.publish(saved.hearing.id, at=None, by=staff.lead, now=NOW)
    assert queries.shown(saved.hearing.slug) is not None


def test_an_opened_hearing_has_its_first_edition_from_today(opened: Edited) -> None:
    first = queries.editions(opened.hearing.slug)
    assert [edition.number for edition in first] == [1]
    assert first[0].definition.opens == date(2026, 4, 1)
    assert opened.hearing.is_open(NOW)


def test_an_approved_draft_opens_by_itself_at_its_time(draft: Edited, staff: Staff) -> None:
    later = NOW + timedelta(days=3)
    actions.publish(draft.hearing.id, at=later, by=staff.lead, now=NOW)
    just_before = later - timedelta(microseconds=1)
    assert draft.hearing.id not in queries.to_switch(just_before)
    assert draft.hearing.id in queries.to_switch(later)
    actions.switch_next(draft.hearing.id, now=just_before)
    assert queries.by_id(draft.hearing.id).status == "draft"
    actions.switch_next(draft.hearing.id, now=later)
    assert queries.by_id(draft.hearing.id).definition.opens == date(2026, 4, 4)
    assert draft.hearing.id not in queries.to_switch(later)


def test_an_approval_lapses_when_what_was_approved_is_changed(draft: Edited, staff: Staff) -> None:
    actions.publish(draft.hearing.id, at=NOW + timedelta(days=3), by=staff.lead, now=NOW)
    assert save(now_is(draft.hearing.id), staff, title={"nb": "x", "nn": "x"}).publish_at is None


def test_changes_to_an_open_hearing_wait_until_they_are_announced(
    opened: Edited, staff: Staff
) -> None:
    changed = save(opened, staff, title={"nb": "Rettet", "nn": "Retta"})
    assert changed.unannounced
    seen = queries.shown(opened.hearing.slug)
    assert seen is not None
    assert seen.title == opened.hearing.title
    actions.announce(opened.hearing.id, note=NOTE, by=staff.lead, now=NOW)
    first, second = queries.editions(opened.hearing.slug)
    assert (second.note, second.before) == (NOTE, first.definition)
    assert queries.by_id(opened.hearing.id).title == {"nb": "Rettet", "nn": "Retta"}
    assert not now_is(opened.hearing.id).unannounced


def test_a_state_body_tells_of_changes_in_both_written_forms(opened: Edited, staff: Staff) -> None:
    save(opened, staff, title={"nb": "Rettet", "nn": "Retta"})
    with pytest.raises(BadInput, match="missing in nn"):
        actions.announce(opened.hearing.id, note={"nb": "Rettet."}, by=staff.lead, now=NOW)


def test_changing_back_leaves_nothing_to_announce(opened: Edited, staff: Staff) -> None:
    changed = save(opened, staff, title={"nb": "Rettet", "nn": "Retta"})
    back = save(changed, staff, title=opened.definition.title)
    assert not back.unannounced
    with pytest.raises(BadInput, match="nothing is changed"):
        actions.announce(opened.hearing.id, note=NOTE, by=staff.lead, now=NOW)


def test_questions_that_people_may_have_answered_stay(opened: Edited, staff: Staff) -> None:
    first, second, *rest = opened.definition.questions
    swapped = (
        first.model_copy(update={"text": second.text}),
        second.model_copy(update={"text": first.text}),
        *rest,
    )
    for questions, said in (
        (opened.definition.questions[1:], "question-removed 1"),
        (swapped, "question-renumbered"),
        (
            (first.model_copy(update={"choices": first.choices[1:]}), second, *rest),
            "choice-removed",
        ),
    ):
        with pytest.raises(BadInput, match=said):
            save(opened, staff, questions=questions)
    added = first.model_copy(update={"id": "99", "text": {"nb": "Ny?", "nn": "Ny?"}})
    assert save(opened, staff, questions=(*opened.definition.questions, added)).unannounced


def test_the_same_file_may_be_loaded_again_after_the_hearing_has_gone_on(
    definition: Definition, staff: Staff
) -> None:
    first = actions.load(definition, now=NOW)
    actions.set_phase(first.id, "closed", by=staff.lead, now=NOW)
    assert actions.load(definition, now=NOW).id == first.id
    with pytest.raises(Conflict):
        actions.load(definition.model_copy(update={"title": {"nb": "Annen"}}), now=NOW)
    assert [edition.number for edition in queries.editions(first.slug)] == [1]


def _groups(*named: tuple[str, str]) -> list[Group]:
    names = dict.fromkeys(group for group, _ in named)
    return [
        Group(name=name, members=tuple(Member(name=body) for group, body in named if group == name))
        for name in names
    ]


def test_an_invited_line_keeps_its_number_when_it_is_moved(draft: Edited, staff: Staff) -> None:
    actions.set_bodies(draft.hearing.id, _groups(("Kommuner", "A"), ("Kommuner", "B")),
                       based_on=draft.revision, by=staff.caseworker, now=NOW)  # fmt: skip
    before = {name: pk for pk, _, name in queries.bodies_of(draft.hearing.id)}
    moved = _groups(("Stat", "C"), ("Stat", "A"), ("Kommuner", "B"))
    actions.set_bodies(draft.hearing.id, moved, based_on=draft.revision + 1,
                       by=staff.caseworker, now=NOW)  # fmt: skip
    after = queries.bodies_of(draft.hearing.id)
    assert [(group, name) for _, group, name in after] == [
        ("Stat", "C"), ("Stat", "A"), ("Kommuner", "B"),
    ]  # fmt: skip
    kept = {name: pk for pk, _, name in after}
    assert (kept["A"], kept["B"]) == (before["A"], before["B"])


def test_a_line_that_somebody_refers_to_outlives_the_list(opened: Edited, staff: Staff) -> None:
    body = queries.bodies_of(opened.hearing.id)[0][0]
    actions.extend(body, date(2026, 10, 30), reason="Ferie", by=staff.caseworker, now=NOW)
    actions.set_bodies(
        opened.hearing.id, [], based_on=opened.revision, by=staff.caseworker, now=NOW
    )
    assert list(Body.objects.filter(group__consultation=opened.hearing.id)) == [
        Body.objects.get(pk=body)
    ]


def test_storing_many_bodies_and_questions_takes_as_many_queries_as_few(
    draft: Edited, staff: Staff, django_assert_max_num_queries: Any
) -> None:
    many = _groups(*((f"Gruppe {n % 5}", f"Instans {n}") for n in range(43)))
    one = draft.definition.questions[0]
    questions = tuple(one.model_copy(update={"id": f"q{n}"}) for n in range(40))
    with django_assert_max_num_queries(60):
        save(draft, staff, bodies=tuple(many), questions=questions)


def test_what_was_done_stands_in_the_journal(opened: Edited, staff: Staff) -> None:
    actions.set_deadline(opened.hearing.id, date(2026, 10, 15), note=NOTE, by=staff.lead, now=NOW)
    lines = JournalEntry.objects.filter(subject=f"consultation {opened.hearing.id}")
    assert list(lines.order_by("number").values_list("verb", flat=True)) == [
        "consultation-founded", "consultation-opened", "deadline-moved",
    ]  # fmt: skip
    assert not Consultation.objects.filter(working__isnull=False).exists()


def test_others_edit_nothing(draft: Edited, staff: Staff) -> None:
    for nobody in (staff.reader, staff.stranger, staff.administrator):
        with pytest.raises(NotAllowed):
            actions.save(draft.hearing.id, draft.definition, based_on=1, by=nobody, now=NOW)
