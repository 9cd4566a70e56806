"""Letters go to whom they are for, once, in the language wished for, with a link of their own."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from innspill.pipeline import wiring
from innspill.pipeline.invited import overview
from innspill.shared.errors import BadInput
from innspill.shared.post.models import Mail
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.invitations import actions, queries
from innspill.stages.invitations.core.letters import Facts, Template, template
from innspill.stages.invitations.models import Invitation
from tests.stages.conftest import NOW
from tests.stages.invitations.conftest import BASE, LETTERS, Case


def send(
    case: Case, sending: str = "first", kind: str = "invitation", **more: object
) -> actions.sending.Sent:
    everybody = [each.id for each in queries.of_hearing(case.hearing.id)]
    fields: dict[str, object] = {"letters": LETTERS} | more
    return actions.send(
        case.hearing.id, everybody, kind=kind, sending=sending, base=BASE,
        by=case.staff.caseworker, now=NOW, **fields,
    )  # type: ignore[arg-type]  # fmt: skip


def test_each_gets_a_letter_with_a_link_of_its_own(invited: Case) -> None:
    send(invited)
    mails = {mail.to: mail for mail in Mail.objects.all()}
    assert "Høring: " in mails["post@nito.example"].subject
    assert "Høyring: " in mails["post@vann.example"].subject
    assert "Slik svarer de:" in mails["post@vann.example"].text
    tokens = {
        to: re.search(rf"{BASE}/invitasjon/([^/]+)/", mail.text) for to, mail in mails.items()
    }
    opened = {
        to: queries.recipient_by_token(found[1]).name for to, found in tokens.items() if found
    }
    assert opened == {"post@nito.example": "NITO", "post@vann.example": "Norsk Vann"}


def test_the_links_lead_where_the_portal_has_them(invited: Case) -> None:
    assert queries.PERSONAL.format(token="1.x", language="nn") == (
        reverse("portal:invited", args=["1.x"]) + "?lang=nn"
    )
    assert queries.PAGE.format(slug="22-448", language="nb") == (
        reverse("portal:hearing", args=["22-448"]) + "?lang=nb"
    )


def test_pressed_twice_it_is_sent_once(invited: Case) -> None:
    assert send(invited).queued == 2
    again = send(invited)
    assert (again.queued, again.already) == (0, 2)
    assert send(invited, sending="another").queued == 0
    assert Mail.objects.count() == 2


def test_a_reminder_may_be_sent_again_but_not_by_a_double_click(invited: Case) -> None:
    reminders = {
        language: template("reminder", language, Facts()) for language in ("nb", "nn", "en")
    }
    for sending, queued in (("a", 2), ("a", 0), ("b", 2)):
        assert send(invited, sending, "reminder", letters=reminders).queued == queued


def test_who_was_not_reached_is_invited_again_at_the_right_address(invited: Case) -> None:
    send(invited)
    Mail.objects.filter(to="post@nito.example").update(failed_at=NOW, next_try_at=None)
    assert send(invited, sending="second").queued == 1


def test_without_an_address_nothing_is_sent_and_it_is_said(case: Case) -> None:
    actions.derive(case.hearing.id, by=case.staff.caseworker, now=NOW)
    sent = send(case)
    assert (sent.queued, sent.no_address) == (0, 2)


def test_an_unknown_field_stops_everything(invited: Case) -> None:
    wrong = {**LETTERS, "nn": Template("Hei", "{lenke} {personnummer}")}
    with pytest.raises(BadInput, match="personnummer"):
        send(invited, letters=wrong)
    assert Mail.objects.count() == Invitation.objects.count() == 0


def test_a_body_with_a_deadline_of_its_own_reads_that_one(invited: Case) -> None:
    nito = hearings.body_id(invited.hearing.id, None, "NITO")
    assert nito is not None
    later = invited.hearing.definition.deadline
    assert later is not None
    consultations.extend(
        nito,
        later.replace(year=later.year + 1),
        reason="Ferie.",
        by=invited.staff.caseworker,
        now=NOW,
    )
    send(invited)
    texts = dict(Mail.objects.values_list("to", "text"))
    assert str(later.year + 1) in texts["post@nito.example"]
    assert str(later.year + 1) not in texts["post@vann.example"]


def test_a_test_mail_goes_to_oneself_and_counts_for_nobody(invited: Case) -> None:
    actions.send_test(
        invited.hearing.id, "meg@etat.example", LETTERS["nb"], by=invited.staff.caseworker,
        now=NOW, store=wiring.store(),
    )  # fmt: skip
    assert Mail.objects.get().to == "meg@etat.example"
    shown = overview(invited.again(), now=NOW)
    assert shown.counts.own == {"not-invited": 2}


def test_the_overview_tells_where_each_stands(invited: Case) -> None:
    send(invited)
    assert overview(invited.again(), now=NOW).counts.own == {"queued": 2}
    Mail.objects.update(sent_at=NOW, next_try_at=None)
    nito, vann = queries.of_hearing(invited.hearing.id)
    actions.link_opened(nito.id, NOW)
    shown = overview(invited.again(), now=NOW)
    assert shown.counts.own == {"opened": 1, "silent": 1}
    assert (shown.counts.lines, shown.counts.collective_lines, shown.counts.unexpanded) == (3, 1, 1)
    actions.declined(vann.id, NOW)
    shown = overview(invited.again(), now=NOW)
    assert [each.recipient.name for each in shown.audience("reminder")] == ["NITO"]
    assert [each.recipient.name for each in shown.audience("change")] == ["NITO"]
    assert shown.audience("invitation") == []
