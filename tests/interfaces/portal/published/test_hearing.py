"""The page of one hearing."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.test import Client
from docx import Document
from docx.oxml.ns import qn

from innspill.pipeline import wiring
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions
from innspill.stages.consultations.core.definition import (
    Contact,
    PaperFile,
    TargetGroup,
    Term,
)
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff


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
    assert "<dd>25/1734</dd>" in page
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
    assert "4 svar, 3 av dem gjeldende." in everybody
    research = page_of(client, published, "?gruppe=Forskning+og+utdanning")
    table = research.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "Universitetet i Nordvest" in table
    assert "Tindvang" not in table
    nobody = page_of(client, published, "?gruppe=-&sporsmal=12")
    assert "Ingen publiserte svar passer med det du valgte." in nobody


def test_only_a_hearing_that_takes_responses_says_that_it_is_open_to_all(
    client: Client, hearing: ConsultationShown, open_hearing: ConsultationShown
) -> None:
    for shown, is_open in ((hearing, False), (open_hearing, True)):
        page = page_of(client, shown)
        assert ("Alle som vil" in page) is is_open
        assert ("Disse var invitert til å svare." in page) is not is_open


def test_a_filter_that_nobody_made_is_ignored(client: Client, published: ConsultationShown) -> None:
    page = page_of(client, published, "?gruppe=%00<script>&sporsmal=99")
    assert "4 svar" in page


def test_the_public_account_adds_up(client: Client, published: ConsultationShown) -> None:
    page = page_of(client, published)
    account = page.partition('class="ledger"')[2].partition("</ul>")[0]
    numbers = [int(part.partition("<")[0]) for part in account.split("<strong>")[1:]]
    assert numbers[0] == sum(numbers[1:]) == 4
    assert "Erstattet av et nyere svar" in page


def test_questions_as_plain_text_and_the_package_can_be_taken_home(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = f"/horinger/{open_hearing.slug}/"
    text = client.get(base + "svarskjema.txt").content.decode()
    assert "Er rådene lette å forstå?" in text
    package = zipfile.ZipFile(io.BytesIO(client.get(base + "intern-horing.zip").content))
    endings = {name.rpartition(".")[2] for name in package.namelist()}
    assert {"docx", "pdf", "md"} <= endings


@pytest.mark.django_db
def test_only_files_that_the_definition_names_are_given_out(client: Client) -> None:
    store = wiring.store()
    named, other = store.put(b"%PDF-1.7 heard"), store.put(b"a response that nobody has cleared")
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    file = PaperFile(name="Utkast til råd.pdf", sha256=named, size=14, language="nb")
    paper = definition.papers[0].model_copy(update={"files": (file,)})
    changed = {"papers": (paper,), "case_number": "26/78"}
    hearing = actions.load(definition.model_copy(update=changed), now=NOW)
    page = page_of(client, hearing)
    assert "Utkast til råd.pdf" in page
    answer = client.get(f"/horinger/{hearing.slug}/dokument/{named}/")
    assert answer.content == b"%PDF-1.7 heard"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/horinger/{hearing.slug}/dokument/{other}/").status_code == 404


@pytest.mark.django_db
def test_the_page_says_where_the_matter_stands_and_explains_its_words(client: Client) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    changed = {
        "case_number": "26/79", "assessment_from": date(2027, 10, 30), "finishes": date(2027, 12, 1),
        "phases": {"assessment": {"nb": "To fagfolk leser hvert svar."}},
        "short_reason": {"nb": "Rådene skal brukes alt i vår."},
        "glossary": (Term(word="underlag", explanation={"nb": "Det en lander på."}),),
        "target_groups": (TargetGroup(id="barn", name={"nb": "Barn og unge"}),),
        "opens": None,
    }  # fmt: skip
    hearing = actions.load(definition.model_copy(update=changed), now=NOW)
    page = page_of(client, hearing)
    phases = page.partition('class="phases"')[2].partition("</section>")[0]
    assert phases.index("På høring") < phases.index("Under behandling")
    assert "To fagfolk leser hvert svar." in phases
    assert "etter planen 1. desember 2027" in phases
    assert page.index('aria-current="step"') < page.index("Under behandling")
    assert "Rådene skal brukes alt i vår." in page
    assert '<a class="term" href="#ord-1">underlag</a>' in page
    assert "Det en lander på." in page
    assert "Barn og unge" in page


def test_changes_after_the_opening_are_told(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    owner = Owner.objects.get(pk=open_hearing.owner_id)
    people.give_role(user=staff.lead, owner=owner, role="lead", now=NOW)
    assert open_hearing.definition.deadline is not None
    later = open_hearing.definition.deadline + timedelta(days=7)
    actions.set_deadline(
        open_hearing.id, later, note={"nb": "Vi har fått flere spørsmål."}, by=staff.lead, now=NOW
    )  # fmt: skip
    page = page_of(client, open_hearing)
    told = page.partition('id="endringer"')[2].partition("</section>")[0]
    assert "Høringsfristen er flyttet fra 29. oktober 2027 til 5. november 2027." in told
    assert "Vi har fått flere spørsmål." in told
