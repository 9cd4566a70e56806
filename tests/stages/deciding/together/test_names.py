"""Colleagues are named by their full names, where they have one."""

from __future__ import annotations

from dataclasses import replace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.measures import MeasureSaid
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.reports import actions as reports
from innspill.stages.reports import queries as reported
from tests.stages.conftest import NOW
from tests.stages.deciding_words import decide_on

from .conftest import Shared

KARI = "Kari Moen Aas"


def named(user: User) -> User:
    """The same person with a full name."""
    user.first_name, user.last_name = KARI.split(" ", 1)
    user.save()
    return user


def test_whoever_has_a_full_name_is_called_by_it_and_others_by_their_user_name(
    shared: Shared,
) -> None:
    by, other = named(shared.staff.caseworker), shared.staff.lead
    assert [people.name_of(each) for each in (by, other, None)] == [KARI, "lead", ""]
    wanted = ["caseworker", "lead", "innspill"]
    assert people.names_of(wanted) == {"caseworker": KARI, "lead": "lead"}


def test_what_somebody_said_has_the_full_name_wherever_it_is_read(shared: Shared) -> None:
    by, hearing, owners = named(shared.staff.caseworker), shared.hearing.id, [shared.owner]
    slug, row = shared.hearing.slug, shared.rows[0]
    target = Target("comment", row.fingerprint)
    said = ChangeSaid("chapter 5", "Fristen er 2028.", "Fristen er 2030.")
    change = actions.make_change(hearing, said, by=by, now=NOW)
    actions.reword_change(change, replace(said, new="Nei."), by=by, now=NOW)
    actions.make_reason(hearing, title="Rammen", text="Utenfor.", by=by, now=NOW)
    actions.add_measure(hearing, MeasureSaid("Vakt"), by=by, now=NOW)
    decide_on([row.id], outcome="noted", reason="Sett.", by=by)
    actions.write_note(hearing, target, "Se her.", by=by, now=NOW)
    actions.claim(hearing, target, by=by, now=NOW)
    reports.order_report(hearing, kind="summary", language="nb", by=by, now=NOW)
    names = [
        *(each.by for each in queries.versions(slug, owners, target)),
        *(each.by for each in queries.notes(slug, owners)),
        *(each.by for each in queries.claims(hearing, NOW).values()),
        *(each.by for each in queries.all_text_changes(hearing)),
        *(each.now.by for each in queries.reasons(slug, owners)),
        *(each.by for each in queries.all_measures(hearing)),
        *(each.by for each in reported.orders(slug, owners)),
    ]
    assert set(names) == {KARI}


def test_more_words_of_more_people_are_named_in_as_many_statements(shared: Shared) -> None:
    slug, people_here = shared.hearing.slug, (shared.staff.caseworker, shared.staff.lead)
    target = Target("comment", shared.rows[0].fingerprint)
    counts = []
    for at in range(6):
        actions.write_note(shared.hearing.id, target, f"Se {at}.", by=people_here[at % 2], now=NOW)
        decide_on([shared.rows[0].id], reason=f"Sett {at}.", by=people_here[at % 2])
        with CaptureQueriesContext(connection) as asked:
            queries.notes(slug, [shared.owner])
            queries.versions(slug, [shared.owner], target)
        counts.append(len(asked))
    assert counts[0] == counts[-1]
