"""The page of one hearing."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from docx import Document
from docx.oxml.ns import qn

from innspill.stages.consultations import actions
from innspill.stages.consultations.core.definition import Contact
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW


def page_of(client: Client, hearing: ConsultationShown, query: str = "") -> str:
    answer = client.get(f"/horinger/{hearing.slug}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_deadline_and_status_stand_before_the_text(
    client: Client, hearing: ConsultationShown
) -> None:
    page = page_of(client, hearing)
    assert page.index("Ferdig behandlet") < page.index("<h1>")
    assert page.index("13. mars 2026") < page.index("Nesten all produksjon av drikkevann")


def test_everything_that_the_hearing_is_defined_with_is_on_its_page(
    client: Client, hearing: ConsultationShown
) -> None:
    page = page_of(client, hearing)
    definition = hearing.definition
    names = [member.name for group in definition.bodies for member in group.members]
    names += [group.name for group in definition.bodies]
    texts = [question.text["nb"] for question in definition.questions]
    texts += [question.text["nb"] for question in definition.page_questions]
    texts += [chapter.title["nb"] for paper in definition.papers for chapter in paper.chapters]
    assert not [each for each in (*names, *texts) if each not in page]
    assert page.count("(flere instanser)") == 5
    assert "Merk svaret med saksnummer <strong>25/1734</strong>" in page
    assert "sendes de videre til Beredskaps- og vanndepartementet" in page
    assert "Send ett svar per organisasjon" in page


def test_each_question_of_the_page_says_which_of_the_form_it_became(
    client: Client, hearing: ConsultationShown
) -> None:
    page = page_of(client, hearing)
    assert page.count("I svarskjemaet:") == len(hearing.definition.page_questions)
    assert '<a href="#sporsmal-11">spørsmål 11</a>' in page


@pytest.mark.django_db
def test_a_contact_without_an_address_is_said_to_be_so(client: Client) -> None:
    definition = load(SAMPLES / "trygt-vann" / "consultation.yaml")
    contact = Contact(name="Jan Gunnar Bro", title="seksjonssjef", email=None)
    without = {"contact": contact, "submit_email": None, "case_number": "26/77"}
    hearing = actions.load(definition.model_copy(update=without), now=NOW)
    page = page_of(client, hearing)
    assert "Jan Gunnar Bro, seksjonssjef" in page
    assert "E-postadresse er ikke oppgitt" in page
    assert "mailto:" not in page


def test_the_response_form_can_be_taken_home(
    client: Client, open_hearing: ConsultationShown
) -> None:
    answer = client.get(f"/horinger/{open_hearing.slug}/svarskjema.docx?lang=nn")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    root = Document(io.BytesIO(answer.content)).element
    body = "".join(part.text or "" for part in root.iter(qn("w:t")))
    assert "Er råda lette å forstå?" in body


def test_published_responses_can_be_filtered_by_group_and_question(
    client: Client, published: ConsultationShown
) -> None:
    everybody = page_of(client, published)
    assert "Viser 4 svar, 3 av dem gjeldende." in everybody
    research = page_of(client, published, "?gruppe=Forskning+og+utdanning")
    table = research.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "Universitetet i Nordvest" in table
    assert "Tindvang" not in table
    nobody = page_of(client, published, "?gruppe=-&sporsmal=12")
    assert "Ingen publiserte svar passer med det du valgte." in nobody


def test_a_filter_that_nobody_made_is_ignored(client: Client, published: ConsultationShown) -> None:
    page = page_of(client, published, "?gruppe=%00<script>&sporsmal=99")
    assert "Viser 4 svar" in page


def test_the_public_account_adds_up(client: Client, published: ConsultationShown) -> None:
    page = page_of(client, published)
    account = page.partition('class="ledger"')[2].partition("</ul>")[0]
    numbers = [int(part.partition("<")[0]) for part in account.split("<strong>")[1:]]
    assert numbers[0] == sum(numbers[1:]) == 4
    assert "Erstattet av et nyere svar" in page
