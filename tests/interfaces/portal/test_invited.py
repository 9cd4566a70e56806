"""The personal link of an invited body."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from docx import Document
from docx.oxml.ns import qn

from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import queries as drafting
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.models import Recipient
from tests.stages.conftest import NOW

from .test_web_form import fields_of

pytestmark = pytest.mark.django_db
NAME = "Ungdommens bevegelsesråd"


@pytest.fixture
def recipient(open_hearing: ConsultationShown) -> int:
    body = consultations.body_id(open_hearing.id, None, NAME)
    assert body is not None
    row = Recipient.objects.create(
        body_id=body, name=NAME, number="974760673", email="post@ungdom.example", added_at=NOW
    )
    return row.pk


@pytest.fixture
def link(recipient: int) -> str:
    return f"/invitasjon/{invitations.link_token(recipient)}/"


def test_the_body_is_greeted_by_name_and_the_opening_is_noted_once(
    client: Client, recipient: int, link: str
) -> None:
    page = client.get(link).content.decode()
    assert f"Hei, {NAME}" in page
    first = Recipient.objects.get(pk=recipient).opened_at
    client.get(link)
    assert first is not None
    assert Recipient.objects.get(pk=recipient).opened_at == first


def test_looking_at_the_head_alone_opens_nothing(client: Client, recipient: int, link: str) -> None:
    client.head(link)
    assert Recipient.objects.get(pk=recipient).opened_at is None


def test_answering_begins_one_response_with_the_sender_filled_in(
    client: Client, recipient: int, link: str
) -> None:
    first = client.post(link, {"do": "answer"})["Location"]
    again = client.post(link, {"do": "answer"})["Location"]
    one, two = (drafting.opened(each.split("/")[2]).draft for each in (first, again))
    assert one.id == two.id
    assert one.about.senders[0].name == NAME
    assert "Noen hos dere har begynt på et svar." in client.get(link).content.decode()


def test_no_remarks_is_one_click_and_a_confirmation(client: Client, link: str) -> None:
    review = client.post(link, {"do": "no-remarks"})["Location"]
    page = client.get(review).content.decode()
    assert NAME in page
    assert "Bekreft: ingen merknader" in page
    receipt = client.post(review, fields_of(page))["Location"]
    assert "Svaret er mottatt og lagret." in client.get(receipt).content.decode()
    told = client.get(link).content.decode()
    assert "Det er alt kommet et svar fra dere." in told


def test_what_others_have_sent_is_told_to_nobody_else(
    client: Client, link: str, open_hearing: ConsultationShown
) -> None:
    review = client.post(link, {"do": "no-remarks"})["Location"]
    client.post(review, fields_of(client.get(review).content.decode()))
    page = Client().get(f"/horinger/{open_hearing.slug}/svar-inn/").content.decode()
    assert "alt kommet" not in page


def test_a_body_that_will_not_answer_says_so_and_may_change_its_mind(
    client: Client, recipient: int, link: str
) -> None:
    client.post(link, {"do": "decline"})
    assert Recipient.objects.get(pk=recipient).declined_at is not None
    page = client.get(link).content.decode()
    assert "Dere kan ombestemme dere" in page
    assert "Begynn på svaret" in page


def test_the_word_form_has_the_sender_and_the_case_number(
    client: Client, link: str, open_hearing: ConsultationShown
) -> None:
    answer = client.get(link + "svarskjema.docx")
    root = Document(io.BytesIO(answer.content)).element
    body = "".join(part.text or "" for part in root.iter(qn("w:t")))
    assert NAME in body
    assert open_hearing.case_number in body


def test_a_recipient_that_was_taken_off_the_list_has_no_link_any_more(
    client: Client, recipient: int, link: str
) -> None:
    Recipient.objects.filter(pk=recipient).update(removed_at=NOW)
    answer = client.get(link)
    assert answer.status_code in {404, 410}
    assert "Lenken virker ikke" in answer.content.decode()
