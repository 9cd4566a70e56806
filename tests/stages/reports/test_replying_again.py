"""Taken up again after the letters: who was told something else is told anew, once, and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from innspill.pipeline import work
from innspill.shared.errors import BadInput
from innspill.shared.post.models import Mail
from innspill.stages.deciding import actions as deciding
from innspill.stages.deciding import queries as decided
from innspill.stages.deciding.core.values import Target
from innspill.stages.publication import replies
from innspill.stages.register import queries as register
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import actions, queries
from tests.stages.conftest import NOW, home_at, undone
from tests.stages.reports import finished
from tests.stages.reports.finished import BASE, Finished

LATER = NOW + timedelta(days=40)
OTHER = "Etter ny vurdering går det ikke inn i planen."


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Finished]:
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        case = finished.build()
        finished.decide_all(case)
        finished.publish(case)
        with override_settings(PUBLIC_ADDRESS=BASE):
            actions.order(case.hearing.id, base=BASE, by=case.staff.lead, now=NOW)
            work.run_until_idle()
        yield case


@pytest.fixture
def case(built: Finished, db: None) -> Iterator[Finished]:
    with override_settings(PUBLIC_ADDRESS=BASE):
        yield built


def _decide_again(case: Finished, name: str | None) -> None:
    """The deciding is opened, one comment of this sender decided otherwise, and finished."""
    by, hearing = case.staff.lead, case.hearing.id
    deciding.open_again(hearing, reason="Ny opplysning.", by=by, now=LATER)
    if name:
        row = next(row for row in case.comments if row.name == name)
        target = Target("comment", row.fingerprint)
        deciding.decide(
            hearing, decided.seen(hearing, [target]), outcome="not-followed", reason=OTHER, by=by,
            now=LATER,
        )  # fmt: skip
    deciding.finish(hearing, by=by, now=LATER)


def _order(case: Finished) -> int:
    count = actions.order(
        case.hearing.id, base=BASE, by=case.staff.lead, now=LATER + timedelta(hours=1)
    )
    work.run_until_idle()
    return count


def _seen(case: Finished) -> queries.Overview:
    found = queries.overview(case.hearing.slug, [case.owner], LATER + timedelta(hours=2))
    assert found is not None
    return found


def _number(case: Finished, name: str) -> int:
    rows = register.of_consultation(case.hearing.id)
    return next(row.number for row in rows if row.name == name)


def test_where_nothing_was_decided_otherwise_nobody_is_written_to_again(case: Finished) -> None:
    _decide_again(case, None)
    assert (_seen(case).changed, _seen(case).due) == (0, 0)
    with pytest.raises(BadInput, match="everybody has been written to"):
        _order(case)


def test_while_the_deciding_is_open_nobody_is_written_to_again(case: Finished) -> None:
    deciding.open_again(case.hearing.id, reason="Ny opplysning.", by=case.staff.lead, now=LATER)
    assert _seen(case).changed == 0
    with pytest.raises(BadInput, match="when the hearing is finished"):
        _order(case)


def test_whose_point_was_decided_otherwise_and_who_adheres_to_them_get_one_letter_more(
    case: Finished,
) -> None:
    _decide_again(case, "Tindvang kommune")
    before = _seen(case)
    changed = {row.name for row in before.letters if row.state == "changed"}
    assert changed == {"Tindvang kommune", "Fjelldal kommune"}
    assert (before.changed, before.due, len(before.letters)) == (2, 2, 4)
    assert _order(case) == 2
    mails = Counter(Mail.objects.filter(about__startswith="reply ").values_list("to", flat=True))
    assert mails == {
        "post@tindvang.example": 2, "post@fjelldal.example": 2, "kari@privat.example": 1,
    }  # fmt: skip
    after = _seen(case)
    assert (after.changed, after.due, len(after.letters), len(after.replaced)) == (0, 0, 4, 2)
    assert after.responses + after.further == sum(after.ways.values()) == 4
    with pytest.raises(BadInput, match="everybody has been written to"):
        _order(case)


def test_the_letter_says_what_it_replaces_and_both_links_lead_to_what_holds_now(
    case: Finished, client: Client
) -> None:
    number = _number(case, "Tindvang kommune")
    first = replies.page_token(case.hearing.id, number)
    _decide_again(case, "Tindvang kommune")
    shown = queries.preview(case.hearing.slug, number, 0, [case.owner], base=BASE, now=LATER)
    assert shown is not None
    assert shown[0].state == "changed"
    _order(case)
    mail = Mail.objects.filter(about__startswith="reply ", to="post@tindvang.example").last()
    assert mail is not None
    assert mail.subject.startswith("Endra tilbakemelding på høyringssvaret")  # their language
    assert shown[2].subject == mail.subject
    assert "Dette erstattar det vi skreiv" in mail.text
    second = replies.page_token(case.hearing.id, number)
    assert first != second
    for token in (first, second):
        page = client.get(f"/tilbakemelding/{token}/").content.decode()
        assert OTHER in page
        assert "Det erstatter det som ble meldt" in page


def test_a_letter_that_lay_to_be_printed_gives_way_to_the_one_that_replaces_it(
    case: Finished, client: Client
) -> None:
    name = "Universitetet i Nordvest"
    number = _number(case, name)
    assert [row.name for row in _seen(case).to_print] == [name]
    _decide_again(case, name)
    assert _order(case) == 1
    rows = Reply.objects.filter(number=number).order_by("turn")
    assert [(row.turn, row.unsent) for row in rows] == [(1, "replaced"), (2, "")]
    seen = _seen(case)
    assert [row.id for row in seen.to_print] == [rows[1].pk]
    client.force_login(case.staff.lead)
    page = client.get(reverse("desk:replies", args=[case.hearing.slug])).content.decode()
    assert f"{name}: Det lå til utskrift da et nyere brev tok plassen." in page
