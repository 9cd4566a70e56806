"""Writing over several days and by several hands: what each page knows when one comes back."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import NOW

from .test_drafts import base_of, first_step
from .test_web_form import begin, draft_of, fields_of

pytestmark = pytest.mark.django_db


def test_the_script_is_told_who_answers_too_where_two_write_at_once(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    draft = draft_of(base)
    name, email = draft.about.senders[0].name, draft.about.email
    said = {"question": "", "kind": "organisation", "name": name, "email": email,
            "based_on": str(draft.about_revision)}  # fmt: skip
    client.post(base + "lagre/", {**said, "contact": "Kari"})
    added = client.post(base + "lagre/", {**said, "supports": "KS"}).json()
    assert (added["state"], added["fields"]["contact"]) == ("saved", "Kari")
    stale = client.post(base + "lagre/", {**said, "name": "Ås kommune"}).json()
    assert stale["state"] == "collided"
    assert f"Avsender: {name}" in stale["theirs"]["lines"]


def test_a_link_is_mailed_to_the_address_that_is_given_when_one_leaves(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = begin(client, open_hearing).removesuffix("avsender/")
    assert client.post(base + "senere/", {"email": "ikke en adresse"}).status_code == 422
    assert client.post(base + "senere/", {"email": "kari@nes.example"}).status_code == 302
    assert draft_of(base).about.email == "kari@nes.example"


def test_links_begin_where_the_public_reaches_the_server(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    base = begin(client, open_hearing).removesuffix("avsender/")
    assert f"https://horing.example{base}" in client.get(base + "senere/").content.decode()


def test_a_hearing_without_questions_has_room_for_an_answer(
    client: Client, open_hearing: ConsultationShown
) -> None:
    bare = open_hearing.definition.model_copy(
        update={"case_number": "26/77", "questions": (), "page_questions": ()}
    )
    loaded = consultations.load(bare, now=NOW)
    who = begin(client, loaded)
    page = client.get(who).content.decode()
    assert "Svaret deres" in page
    sent = {**fields_of(page), "kind": "organisation", "name": "Nes kommune",
            "comment": "Vi mener dette.", "do": "next",
            "about-file": [SimpleUploadedFile("brev.txt", b"Brevet")]}  # fmt: skip
    assert client.post(who, sent)["Location"].endswith("se-over/")
    draft = draft_of(who.removesuffix("avsender/"))
    assert (draft.about.comment, [file.name for file in draft.files]) == (
        "Vi mener dette.", ["brev.txt"],
    )  # fmt: skip


def test_a_step_that_was_opened_from_the_review_leads_back_to_it(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base) + "?fra=se-over"
    page = client.get(step).content.decode()
    assert "Lagre og se over" in page
    stays = client.post(step, {**fields_of(page), "do": "untick:q1"})["Location"]
    assert stays.endswith("?fra=se-over#q1")
    leads = client.post(step, {**fields_of(page), "do": "review"})["Location"]
    assert leads == base + "se-over/"


def test_what_is_written_after_the_hearing_closed_to_all_is_shown_to_copy(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    fields = fields_of(client.get(step).content.decode())
    Consultation.objects.filter(pk=open_hearing.id).update(status="assessment")
    late = client.post(step, {**fields, "q1-text": "For sent skrevet.", "do": "next"})
    assert late.status_code == 409
    assert '<pre class="typed">For sent skrevet.</pre>' in late.content.decode()
    assert client.post(step, {**fields, "do": "next"}).status_code == 302
    who = client.post(base + "avsender/", {"name": "Ås kommune", "do": "next"})
    assert (who.status_code, "Ås kommune" in who.content.decode()) == (409, True)
