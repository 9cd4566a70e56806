"""Where a lead asks for it, what one has decided is finished when another has approved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.people import actions as people
from innspill.shared.people.models import User
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.models import Consultation
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.assigned import waiting_behind
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.deciding.models import Disposition
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW
from tests.stages.deciding_words import decide_on

from .conftest import Shared


def decided(shared: Shared, by: User, at: int = 0, outcome: str = "noted") -> int:
    """The number of a disposition just made on one comment."""
    decide_on([shared.rows[at].id], outcome=outcome, reason="Sett.", by=by)
    return Disposition.objects.latest("pk").pk


def waiting(shared: Shared) -> list[int]:
    return list(waiting_behind(queries.work_of(shared.hearing.id).states))


def turn_on(shared: Shared) -> None:
    actions.set_rules(shared.hearing.id, second_reader=True, by=shared.staff.lead, now=NOW)


def test_nothing_waits_until_a_lead_says_so(shared: Shared) -> None:
    one = decided(shared, shared.staff.caseworker)
    assert waiting(shared) == []
    with pytest.raises(NotAllowed):
        actions.set_rules(
            shared.hearing.id, second_reader=True, by=shared.staff.caseworker, now=NOW
        )
    turn_on(shared)
    assert waiting(shared) == [one]
    actions.set_rules(shared.hearing.id, second_reader=False, by=shared.staff.lead, now=NOW)
    assert waiting(shared) == []


def test_who_decided_cannot_approve_it_and_nothing_of_a_choice_with_it_is_approved(
    shared: Shared,
) -> None:
    turn_on(shared)
    mine = decided(shared, shared.staff.lead, 0)
    theirs = decided(shared, shared.staff.caseworker, 1)
    with pytest.raises(BadInput, match="who decided"):
        actions.approve(shared.hearing.id, [mine, theirs], by=shared.staff.lead, now=NOW)
    with pytest.raises(BadInput, match="who decided"):
        actions.send_back(shared.hearing.id, mine, "Feil", by=shared.staff.lead, now=NOW)
    assert waiting(shared) == [mine, theirs]
    assert actions.approve(shared.hearing.id, [theirs], by=shared.staff.lead, now=NOW) == 1
    assert waiting(shared) == [mine]


def preferred(shared: Shared) -> tuple[int, User]:
    """A word that lost and that a colleague chose before the other; who chose it."""
    target = Target("comment", shared.rows[0].fingerprint)
    third = people.add_user(username="third", password="a long one for tests", now=NOW)
    people.give_role(user=third, owner=shared.owner, role="caseworker", now=NOW)
    for by, reason in ((shared.staff.lead, "Først."), (shared.staff.caseworker, "Så.")):
        actions.decide(
            shared.hearing.id, {target: None}, outcome="noted", reason=reason, by=by, now=NOW
        )
    stands = queries.target_shown(shared.hearing.id, target)
    actions.prefer(stands.waiting[0].id, seen=stands.seen, by=third, now=NOW)
    return Disposition.objects.latest("pk").pk, third


def test_neither_who_wrote_a_text_that_was_chosen_nor_who_chose_it_approves_it(
    shared: Shared,
) -> None:
    turn_on(shared)
    chosen, third = preferred(shared)
    writer = shared.staff.caseworker
    shown = queries.dispositions(shared.hearing.id, {chosen})[chosen]
    assert (shown.reason, shown.by, shown.writer) == ("Så.", "third", "caseworker")
    for by in (writer, third):
        assert chosen in queries.decided_by(shared.hearing.id, by.pk)
        with pytest.raises(BadInput, match="who decided"):
            actions.approve(shared.hearing.id, [chosen], by=by, now=NOW)
        with pytest.raises(BadInput, match="who decided"):
            actions.send_back(shared.hearing.id, chosen, "Nei.", by=by, now=NOW)
    # Who wrote the text that was not chosen may.
    assert actions.approve(shared.hearing.id, [chosen], by=shared.staff.lead, now=NOW) == 1
    assert waiting(shared) == []


def test_who_chooses_the_text_that_they_wrote_themselves_is_its_one_writer(shared: Shared) -> None:
    target = Target("comment", shared.rows[0].fingerprint)
    for by, reason in ((shared.staff.lead, "Først."), (shared.staff.caseworker, "Så.")):
        actions.decide(
            shared.hearing.id, {target: None}, outcome="noted", reason=reason, by=by, now=NOW
        )
    stands = queries.target_shown(shared.hearing.id, target)
    actions.prefer(stands.waiting[0].id, seen=stands.seen, by=shared.staff.caseworker, now=NOW)
    now = Disposition.objects.latest("pk")
    assert (now.by, now.writer) == (shared.staff.caseworker, None)
    turn_on(shared)
    assert actions.approve(shared.hearing.id, [now.pk], by=shared.staff.lead, now=NOW) == 1


def test_a_word_of_another_hearing_is_neither_approved_nor_sent_back_from_this_one(
    shared: Shared,
) -> None:
    turn_on(shared)
    one = decided(shared, shared.staff.caseworker)
    other = consultations.load(load(SAMPLES / "lekeplasser" / "consultation.yaml"), now=NOW)
    Consultation.objects.filter(pk=other.id).update(owner=shared.owner)
    with pytest.raises(BadInput, match="nothing is chosen"):
        actions.approve(other.id, [one], by=shared.staff.lead, now=NOW)
    with pytest.raises(BadInput, match="nothing is chosen"):
        actions.send_back(other.id, one, "Nei.", by=shared.staff.lead, now=NOW)
    assert waiting(shared) == [one]


def test_one_that_is_changed_waits_again_and_the_old_one_is_approved_by_nobody(
    shared: Shared,
) -> None:
    turn_on(shared)
    first = decided(shared, shared.staff.caseworker)
    actions.approve(shared.hearing.id, [first], by=shared.staff.lead, now=NOW)
    assert waiting(shared) == []
    second = redecided(shared, first)
    assert waiting(shared) == [second]
    with pytest.raises(Conflict):
        actions.approve(shared.hearing.id, [first], by=shared.staff.lead, now=NOW)


def test_one_whose_change_of_the_text_is_worded_anew_waits_again(shared: Shared) -> None:
    turn_on(shared)
    by, later = shared.staff.caseworker, NOW + timedelta(minutes=1)
    said = ChangeSaid("chapter 5", "Fristen er 2028.", "Fristen er 2030.")
    change = actions.make_change(shared.hearing.id, said, by=by, now=NOW)
    decide_on([shared.rows[0].id], outcome="followed", reason="Ja.", by=by)
    one = Disposition.objects.latest("pk")
    one.changes.add(change)
    actions.approve(shared.hearing.id, [one.pk], by=shared.staff.lead, now=NOW)
    assert waiting(shared) == []
    actions.reword_change(
        change, replace(said, new="Fristen er 2029."), by=shared.staff.lead, now=later
    )
    assert waiting(shared) == [one.pk]
    assert queries.ledger(shared.hearing.id).waiting == 1
    actions.approve(shared.hearing.id, [one.pk], by=shared.staff.lead, now=later)
    assert waiting(shared) == []


def redecided(shared: Shared, first: int) -> int:
    """Another word on the same comment, by who saw the first."""
    old = Disposition.objects.get(pk=first)
    row = Disposition.objects.create(
        consultation=old.consultation, scope=old.scope, target=old.target, outcome="followed",
        reason="Likevel.", by=old.by, at=NOW,
    )  # fmt: skip
    return row.pk


def test_one_sent_back_waits_with_its_note_until_it_is_changed(shared: Shared) -> None:
    turn_on(shared)
    one = decided(shared, shared.staff.caseworker)
    with pytest.raises(BadInput):
        actions.send_back(shared.hearing.id, one, "  ", by=shared.staff.lead, now=NOW)
    actions.send_back(shared.hearing.id, one, "Vis til § 3.", by=shared.staff.lead, now=NOW)
    behind = waiting_behind(queries.work_of(shared.hearing.id).states)
    (shown,) = queries.to_read(shared.hearing.slug, [shared.owner], behind)
    assert shown.sent_back is not None
    assert shown.sent_back.note == "Vis til § 3."
    again = redecided(shared, one)
    behind = waiting_behind(queries.work_of(shared.hearing.id).states)
    (shown,) = queries.to_read(shared.hearing.slug, [shared.owner], behind)
    assert (shown.disposition.id, shown.sent_back) == (again, None)


def test_what_a_theme_gives_waits_once_for_all_its_comments(shared: Shared) -> None:
    turn_on(shared)
    theme = next(theme for row in shared.rows for theme in row.themes)
    Disposition.objects.create(
        consultation_id=shared.hearing.id, scope="theme", target=str(theme), outcome="noted",
        reason="Sett.", by=shared.staff.caseworker, at=NOW,
    )  # fmt: skip
    states = queries.work_of(shared.hearing.id).states
    inside = tuple(one.id for one in states if theme in one.themes)
    (behind,) = waiting_behind(states).values()
    assert behind == inside
    own = decided(shared, shared.staff.caseworker, [row.id for row in shared.rows].index(inside[0]))
    behind_each = waiting_behind(queries.work_of(shared.hearing.id).states)
    assert behind_each[own] == (inside[0],)
    assert sum(map(len, behind_each.values())) == len(inside)
