"""Who opens a form claims it for some minutes; others see it, and may take it over knowingly."""

from __future__ import annotations

from datetime import timedelta

from innspill.shared.journal.models import JournalEntry
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.actions.claiming import LASTS
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Claim
from tests.stages.conftest import NOW
from tests.stages.deciding_words import decide_on

from .conftest import Shared

MINUTE = timedelta(minutes=1)


def target_of(shared: Shared) -> Target:
    return Target("comment", shared.rows[0].fingerprint)


def test_one_holds_it_at_a_time_and_it_runs_out_by_itself(shared: Shared) -> None:
    target, one, other = target_of(shared), shared.staff.caseworker, shared.staff.lead
    assert actions.claim(shared.hearing.id, target, by=one, now=NOW)
    assert not actions.claim(shared.hearing.id, target, by=other, now=NOW + MINUTE)
    held = queries.claim_on(shared.hearing.id, target, NOW + MINUTE)
    assert held is not None
    assert (held.by_id, held.until) == (one.pk, NOW + LASTS)
    assert actions.claim(shared.hearing.id, target, by=one, now=NOW + 5 * MINUTE)
    later = NOW + LASTS + MINUTE
    assert set(queries.claims(shared.hearing.id, later)) == {target}
    gone = NOW + 5 * MINUTE + LASTS
    assert queries.claim_on(shared.hearing.id, target, gone) is None
    assert actions.claim(shared.hearing.id, target, by=other, now=gone)
    assert Claim.objects.get().by == other


def test_it_is_taken_over_knowingly_and_that_is_a_line_of_the_journal(shared: Shared) -> None:
    target = target_of(shared)
    lines = JournalEntry.objects.count()
    actions.claim(shared.hearing.id, target, by=shared.staff.caseworker, now=NOW)
    assert JournalEntry.objects.count() == lines
    actions.claim(shared.hearing.id, target, take_over=True, by=shared.staff.lead, now=NOW)
    assert Claim.objects.get().by == shared.staff.lead
    assert JournalEntry.objects.latest("pk").verb == "claim-taken-over"


def test_one_lets_go_of_one_s_own_alone(shared: Shared) -> None:
    target = target_of(shared)
    actions.claim(shared.hearing.id, target, by=shared.staff.caseworker, now=NOW)
    assert not actions.release(shared.hearing.id, [target], by=shared.staff.lead, now=NOW)
    assert queries.claim_on(shared.hearing.id, target, NOW) is not None
    assert actions.release(shared.hearing.id, [target], by=shared.staff.caseworker, now=NOW) == 1
    assert queries.claim_on(shared.hearing.id, target, NOW) is None


def test_a_claim_stands_in_nobody_s_way_who_saves(shared: Shared) -> None:
    row = shared.rows[0]
    actions.claim(shared.hearing.id, target_of(shared), by=shared.staff.lead, now=NOW)
    decide_on([row.id], outcome="noted", reason="Sett.", by=shared.staff.caseworker)
    assert queries.work_of(shared.hearing.id).tally.decided >= 1
