"""Letters are shown as they will read, tried, sent once, and followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring, work
from innspill.shared.post.models import Mail
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.models import Invitation
from tests import mail_server
from tests.interfaces.desk.inviting.reading import (
    at,
    hidden,
    letters_on,
    line,
    text_of,
)
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW


def test_letters_are_shown_tried_and_sent_once(
    desk: Client, addressed: ConsultationShown, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    said = text_of(page)
    assert "2 mottakere får brevet" in said
    assert "Høyring: " in said
    assert "/invitasjon/" not in said
    form = letters_on(page) | {"sending": hidden(page, "sending")}
    tried = desk.post(address, form | {"gjor": "test", "to": "meg@etat.example"})
    assert tried.status_code == 200
    assert set(Mail.objects.values_list("to", flat=True)) == {"meg@etat.example"}
    for _ in range(2):
        desk.post(address, form | {"gjor": "send"})
    assert Invitation.objects.count() == 2
    log = text_of(desk.get(at("letter-log", addressed)))
    assert "E-post er ikke satt opp" in log
    assert "post@nito.example" in log
    mail = Mail.objects.get(to="post@vann.example")
    token = re.search(r"https://horing\.example/invitasjon/(\S+)/\?lang=nn", mail.text)
    assert token is not None
    assert invitations.recipient_by_token(token[1]).name == "Norsk Vann"


def test_an_edited_letter_with_an_unknown_field_is_refused_at_its_field(
    desk: Client, addressed: ConsultationShown
) -> None:
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    form = letters_on(page) | {
        "gjor": "send",
        "sending": "x",
        "text_nb": "Hei {passord} {lenke} min tekst",
    }
    answer = desk.post(address, form)
    assert answer.status_code == 422
    assert "{passord} finnes ikke" in text_of(answer)
    assert "min tekst" in text_of(answer)
    assert Mail.objects.count() == 0


def test_a_letter_s_text_is_data(desk: Client, addressed: ConsultationShown, built: Scene) -> None:
    nito = next(r for r in invitations.of_hearing(addressed.id) if r.name == "NITO")
    actions.save_recipient(
        nito.id, Entry("<script>alert(1)</script>{{ 7|add:7 }}", email=nito.email), by=built.staff.caseworker, now=NOW
    )  # fmt: skip
    html = desk.get(at("send-letters", addressed, "invitation")).content.decode()
    assert "<script>alert" not in html
    assert "{{ 7|add:7 }}" in html


def test_a_draft_hearing_invites_nobody(desk: Client, addressed: ConsultationShown) -> None:
    page = desk.get(at("send-letters", addressed, "invitation"))
    from innspill.stages.consultations.models import Consultation

    Consultation.objects.filter(pk=addressed.id).update(status="draft")
    form = letters_on(page) | {"gjor": "send", "sending": "x"}
    desk.post(at("send-letters", addressed, "invitation"), form)
    assert Mail.objects.count() == 0
    assert "når høringen er åpnet" in text_of(desk.get(at("bodies", addressed)))


@pytest.fixture
def server(settings: Settings) -> Iterator[mail_server.MailServer]:
    with mail_server.running() as listening:
        settings.SMTP, settings.MAIL_FROM = listening.url, "horing@etat.example"
        wiring._postman.cache_clear()
        yield listening


def test_what_the_server_said_is_seen_and_the_mail_can_be_sent_again(
    desk: Client, addressed: ConsultationShown, server: mail_server.MailServer
) -> None:
    server.does.replies["post@nito.example"] = ["550 5.1.1 No such user here", "250 OK"]
    address = at("send-letters", addressed, "invitation")
    page = desk.get(address)
    desk.post(address, letters_on(page) | {"gjor": "send", "sending": "x"})
    work.run_until_idle()
    log = desk.get(at("letter-log", addressed))
    assert "550 5.1.1 No such user here" in text_of(log)
    assert "Avvist" in text_of(log)
    assert "E-posten kom ikke fram" in text_of(desk.get(at("bodies", addressed)))
    refused = Mail.objects.get(to="post@nito.example")
    desk.post(at("send-again", addressed, refused.pk))
    work.run_until_idle()
    assert len(server.does.taken) == 2
    assert server.does.taken[0]["From"].addresses[0].display_name == addressed.owner


def test_an_extension_leads_on_to_its_letter(desk: Client, addressed: ConsultationShown) -> None:
    nito = line(addressed, "NITO")
    deadline = addressed.definition.deadline
    assert deadline is not None
    address = at("extend-body", addressed, nito)
    early = desk.post(
        address, {"word": "granted", "day": deadline.isoformat(), "reason": "Styremøte."}
    )
    assert early.status_code == 422
    later = deadline.replace(year=deadline.year + 1)
    given = {"word": "granted", "day": later.isoformat(), "reason": "Styremøte.", "tell": "on"}
    page = desk.post(address, given, follow=True)
    assert "Fristen for NITO er" in text_of(page)
    assert str(later.year) in text_of(page)
    assert "1 mottaker får brevet" in text_of(page)
    assert "Styremøte." in text_of(desk.get(at("body", addressed, nito)))


def test_nobody_is_asked_for_an_answer_that_would_not_be_taken(
    desk: Client, addressed: ConsultationShown
) -> None:
    Consultation.objects.filter(pk=addressed.id).update(status="assessment")
    for kind in ("invitation", "reminder"):
        assert "Ingen skal ha dette brevet nå" in text_of(
            desk.get(at("send-letters", addressed, kind))
        )
    assert "Send invitasjon" not in text_of(desk.get(at("bodies", addressed)))
