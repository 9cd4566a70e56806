"""Subscribing by mail, through a real SMTP server: from the form to the leaving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from innspill.pipeline import telling, work
from innspill.pipeline.steps import STEPS
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions as publishing
from innspill.stages.publication.models import Rendition, Subscription
from innspill.stages.publication.subscribing import actions as subscribing
from innspill.stages.register import actions as registering
from innspill.stages.register import queries as register
from tests import mail_server
from tests.interfaces import scene
from tests.mail_server import MailServer
from tests.stages.conftest import NOW, Staff

ADDRESS = "kari@avisa.example"
BASE = "https://horing.example"
DAY = timedelta(days=1)


@pytest.fixture
def post(settings: Settings) -> Iterator[MailServer]:
    with mail_server.running() as smtp:
        settings.SMTP, settings.MAIL_FROM = smtp.url, "innspill@vann.example"
        settings.PUBLIC_ADDRESS = BASE
        yield smtp


def at(moment: datetime) -> override_settings:
    return override_settings(NOW=moment.isoformat())


def ask(client: Client, hearing: ConsultationShown, address: str = ADDRESS) -> str:
    place = f"/horinger/{hearing.slug}/abonner/?lang=nb"
    answer = client.post(place, {"email": address}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def link_in(mail: EmailMessage) -> str:
    found = re.search(rf"{BASE}(/abonnement/[\w-]{{43}}/)", mail.get_content())
    assert found
    return found.group(1)


def confirmed(client: Client, hearing: ConsultationShown, post: MailServer) -> str:
    ask(client, hearing)
    work.run_until_idle()
    link = link_in(post.does.taken[-1])
    client.post(link)
    return link


def kept_anywhere(words: str) -> list[str]:
    return [
        f"{model.__name__} {row}"
        for model in apps.get_models()
        if model._meta.managed
        for row in model.objects.values()
        if words in str(row)
    ]


def test_from_the_form_to_the_leaving(
    client: Client, published: ConsultationShown, post: MailServer
) -> None:
    assert "/abonner/" in client.get(f"/horinger/{published.slug}/").content.decode()
    ask(client, published)
    work.run_until_idle()
    (mail,) = post.does.taken
    assert mail["To"] == ADDRESS
    link = link_in(mail)
    assert "Ja, send meg e-post" in client.get(link).content.decode()
    assert not Subscription.objects.get().confirmed_at  # looking at it is no yes
    assert "Du abonnerer." in client.post(link, follow=True).content.decode()
    work.run_until_idle()
    assert len(post.does.taken) == 1
    later = NOW + timedelta(hours=2)
    with at(later):
        scene.hand_in(published, "svar.txt", b"Planen er god.\n", sender="Granmo kommune", days=1)
        work.run_until_idle()
        assert len(post.does.taken) == 2
        work.run_until_idle()
    told = post.does.taken[1]
    assert "Granmo kommune" in told.get_content()
    pages = re.findall(r"https://\S+", told.get_content())
    assert all(page.endswith("/?lang=nb") for page in pages), "in the language of the mail"
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    with at(later + timedelta(hours=5)):
        scene.hand_in(published, "to.txt", b"Planen er fin.\n", sender="Fjordvik kommune", days=2)
        work.run_until_idle()
        assert len(post.does.taken) == 2  # one a day
    with at(later + DAY):
        work.run_until_idle()
        work.run_until_idle()
    assert len(post.does.taken) == 3
    assert "Fjordvik kommune" in post.does.taken[2].get_content()
    assert "Granmo kommune" not in post.does.taken[2].get_content()
    leave = told["List-Unsubscribe"].strip("<>").removeprefix(BASE)
    strict = Client(enforce_csrf_checks=True)
    done = strict.post(leave, {"List-Unsubscribe": "One-Click"})
    assert "Adressen din er slettet." in done.content.decode()
    assert f'href="/horinger/{published.slug}/"' in done.content.decode()  # which one it was
    assert not Subscription.objects.exists()
    assert kept_anywhere(ADDRESS) == []
    assert kept_anywhere(link.split("/")[2]) == []
    assert "ikke noe abonnement" in client.get(link).content.decode()
    assert strict.post(leave).status_code == 200  # a second time does no harm


def test_nobody_finds_out_who_subscribes_and_nobody_is_flooded(
    client: Client, published: ConsultationShown, post: MailServer
) -> None:
    confirmed(client, published, post)
    pages, mails = [], []
    with at(NOW + DAY):
        for address in (ADDRESS.upper(), "ny@avisa.example"):
            pages.append(ask(client, published, address))
            assert ask(client, published, address) == pages[-1]  # and no second mail
            work.run_until_idle()
            mails.append(post.does.taken[-1])
    assert pages[0] == pages[1]
    assert len(post.does.taken) == 3
    assert [mail["Subject"] for mail in mails] == [mails[0]["Subject"]] * 2
    first, second = (re.sub(r"/abonnement/\S+", "", mail.get_content()) for mail in mails)
    assert first == second
    journal = "".join(str(row) for row in JournalEntry.objects.values("subject", "detail"))
    assert "avisa" not in journal.casefold()


def test_the_token_is_kept_as_a_digest_and_no_address_is_taken_for_another(
    client: Client, published: ConsultationShown, post: MailServer
) -> None:
    link = confirmed(client, published, post)
    row = Subscription.objects.get()
    assert link.split("/")[2] not in str(Subscription.objects.values().get())
    assert "ikke noe abonnement" in client.get(f"/abonnement/{row.key}/").content.decode()
    assert "ikke noe abonnement" in client.get("/abonnement/x/").content.decode()
    client.post("/abonnement/x/slutt/")
    assert Subscription.objects.count() == 1
    for wrong in ("", "kari", "a@b", "a@b.no\nBcc: c@d.no"):
        assert (
            client.post(f"/horinger/{published.slug}/abonner/", {"email": wrong}).status_code == 422
        )


def test_addresses_are_forgotten_in_time(
    client: Client, published: ConsultationShown, post: MailServer
) -> None:
    link = confirmed(client, published, post)
    ask(client, published, "glemt@avisa.example")
    work.run_until_idle()
    with at(NOW + timedelta(days=8)):
        work.run_until_idle()
    assert kept_anywhere("glemt@avisa.example") == []
    assert Subscription.objects.count() == 1
    Consultation.objects.filter(pk=published.id).update(status="finished")
    with at(NOW + timedelta(days=80)):
        work.run_until_idle()
        assert "Du abonnerer." in client.get(link).content.decode()
    with at(NOW + timedelta(days=100)):
        work.run_until_idle()
    assert kept_anywhere(ADDRESS) == []


def test_what_is_told_is_public_at_that_moment_and_names_no_private_person(
    client: Client, published: ConsultationShown, post: MailServer, staff: Staff
) -> None:
    confirmed(client, published, post)
    scene.hand_in(published, scene.PRIVATE)
    work.run_until_idle()
    row = register.of_consultation(published.id)[-1]
    name = "Torbjørn Aksnesvik"
    registering.settle_sender(row.id, names=[name], kind="person", by=staff.caseworker, now=NOW)
    work.run_until_idle()
    publishing.approve(row.id, by=staff.lead, now=NOW)
    work.run_until_idle()
    shown = list(Rendition.objects.filter(replaced_at=None, standing="current").order_by("number"))
    publishing.withhold(shown[0].response_id, reason="offl. § 13", by=staff.lead, now=NOW)
    subscription = Subscription.objects.get()
    Subscription.objects.update(told_until=NOW - DAY, told_at=None)
    with at(NOW + DAY):
        telling.tell(subscription.pk, now=NOW + DAY)
        work.run_until_idle()
    text = post.does.taken[-1].get_content()
    assert shown[0].name not in text
    assert "Aksnesvik" not in text
    assert "- Privatperson: " in text
    assert len(re.findall("/svar/", text)) == len(shown) - 1


def test_a_moved_deadline_and_a_new_phase_are_told(
    client: Client, open_hearing: ConsultationShown, post: MailServer, staff: Staff
) -> None:
    confirmed(client, open_hearing, post)
    lead = staff.administrator
    scene_owner = Owner.objects.get(name=open_hearing.owner)
    people.give_role(user=lead, owner=scene_owner, role="lead", now=NOW)
    last = open_hearing.definition.deadline
    assert last is not None
    with at(NOW + timedelta(hours=1)):
        consultations.set_deadline(
            open_hearing.id, last + timedelta(days=14),
            note={"nb": "Flere ba om mer tid.", "nn": "Fleire bad om meir tid."},
            by=lead, now=NOW + timedelta(hours=1),
        )  # fmt: skip
        work.run_until_idle()
    assert "Fristen er flyttet til" in post.does.taken[-1].get_content()


def test_where_no_mail_can_be_sent_nothing_is_offered(
    client: Client, published: ConsultationShown
) -> None:
    assert "/abonner/" not in client.get(f"/horinger/{published.slug}/").content.decode()
    assert client.get(f"/horinger/{published.slug}/abonner/").status_code == 404
    assert {"tell", "let-go"} <= {step.name for step in STEPS}


def test_nobody_has_the_house_write_to_any_number_of_strangers(
    post: MailServer, published: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribing, "MOST_IN_AN_HOUR", 3)
    before = Subscription.objects.count()
    told = {ask(Client(), published, f"fremmed{number}@avisa.example") for number in range(6)}
    assert len(told) == 1
    assert Subscription.objects.count() == before + 3
    with at(NOW + timedelta(hours=1, minutes=1)):
        ask(Client(), published, "en-til@avisa.example")
    assert Subscription.objects.count() == before + 4


def test_a_known_address_costs_whoever_asks_neither_more_nor_less_than_a_new_one(
    client: Client, published: ConsultationShown, post: MailServer
) -> None:
    confirmed(client, published, post)
    ask(client, published, "to@avisa.example")
    work.run_until_idle()
    lines, mails = JournalEntry.objects.count(), len(post.does.taken)
    place, asked = f"/horinger/{published.slug}/abonner/", {}
    for address in (ADDRESS, "to@avisa.example", "ny@avisa.example"):
        with CaptureQueriesContext(connection) as done:
            assert client.post(place, {"email": address}).status_code == 302
        said = [query["sql"].split()[0] for query in done.captured_queries]
        asked[address] = [each for each in said if each in {"INSERT", "UPDATE", "DELETE"}]
    # One row is written whoever it is; the mail and the line of the journal come from a step.
    assert [len(each) for each in asked.values()] == [1, 1, 1]
    assert (JournalEntry.objects.count(), len(post.does.taken)) == (lines, mails)
    work.run_until_idle()
    assert [mail["To"] for mail in post.does.taken[mails:]] == ["ny@avisa.example"]
    assert not Subscription.objects.exclude(wanted_at=None).exists()


def test_an_address_that_confirms_none_is_asked_about_few_hearings_in_a_day(
    client: Client, published: ConsultationShown, post: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribing, "MOST_ASKED", 0)
    ask(client, published)
    work.run_until_idle()
    assert post.does.taken == []
    monkeypatch.setattr(subscribing, "MOST_ASKED", 1)
    with at(NOW + DAY):
        ask(client, published)
        work.run_until_idle()
    assert [mail["To"] for mail in post.does.taken] == [ADDRESS]


def test_a_result_is_told_once_though_it_is_published_again(
    client: Client, published: ConsultationShown, post: MailServer, staff: Staff
) -> None:
    confirmed(client, published, post)
    before = len(post.does.taken)
    for day in (1, 3):
        moment = NOW + day * DAY
        publishing.publish_result(
            published.id, content={"nb": {}}, files={}, by=staff.lead, now=moment
        )
        with at(moment + timedelta(hours=1)):
            work.run_until_idle()
            work.run_until_idle()
    told = [mail.get_content() for mail in post.does.taken[before:]]
    assert len(told) == 1
    assert f"{BASE}/horinger/{published.slug}/resultat/" in told[0]
