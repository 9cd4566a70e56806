"""Answering a hearing: from the form to the receipt."""

from __future__ import annotations

import hashlib
import json
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication


def send(client: Client, hearing: ConsultationShown, **fields: object) -> HttpResponse:
    sent = {
        "documents": SimpleUploadedFile("svar.txt", b"Vi st\xc3\xb8tter r\xc3\xa5dene."),
        "sender": "Foreldrenes lekeplassnettverk",
        "email": "",
        "key": str(uuid4()),
        **fields,
    }
    return client.post(f"/horinger/{hearing.slug}/svar-inn/filer/", sent)


def test_a_response_gives_a_receipt_with_the_fingerprint_of_each_file(
    client: Client, open_hearing: ConsultationShown
) -> None:
    answer = send(client, open_hearing)
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert hashlib.sha256(b"Vi st\xc3\xb8tter r\xc3\xa5dene.").hexdigest() in page
    assert "Svaret er mottatt og lagret." in page
    taken = client.get(answer["Location"] + "kvittering.json")
    assert json.loads(taken.content)["files"][0]["name"] == "svar.txt"
    assert taken["Content-Disposition"].startswith("attachment")


def test_sending_the_same_page_twice_gives_the_same_receipt(
    client: Client, open_hearing: ConsultationShown
) -> None:
    key = str(uuid4())
    first, second = (send(client, open_hearing, key=key) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert publication.ledger(open_hearing.id).deliveries == 1


def test_several_files_are_one_delivery(client: Client, open_hearing: ConsultationShown) -> None:
    files = [SimpleUploadedFile(f"{name}.txt", name.encode()) for name in ("svar", "vedlegg")]
    answer = send(client, open_hearing, documents=files)
    receipt = json.loads(client.get(answer["Location"] + "kvittering.json").content)
    assert [file["name"] for file in receipt["files"]] == ["svar.txt", "vedlegg.txt"]


def test_a_receipt_is_only_for_the_browser_that_sent(
    client: Client, open_hearing: ConsultationShown
) -> None:
    address = send(client, open_hearing)["Location"]
    assert Client().get(address).status_code == 404
    assert Client().get(address + "kvittering.json").status_code == 404


def test_errors_stand_on_top_with_links_and_fields_keep_their_values(
    client: Client, open_hearing: ConsultationShown
) -> None:
    answer = send(client, open_hearing, documents="", email="ikke en adresse")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index("Rett dette før du sender") < page.index("<label")
    assert 'href="#id_documents"' in page
    assert 'href="#id_email"' in page
    assert 'id="id_email_error"' in page
    assert 'value="Foreldrenes lekeplassnettverk"' in page
    assert "<title>Feil:" in page
    assert publication.ledger(open_hearing.id).deliveries == 0


def test_an_empty_file_and_one_over_the_limit_are_refused_in_words(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    empty = send(client, open_hearing, documents=SimpleUploadedFile("tom.docx", b""))
    assert "«tom.docx» er tom" in empty.content.decode()
    settings.UPLOAD_LIMIT = 10
    big = send(client, open_hearing)
    assert "«svar.txt» er for stor" in big.content.decode()
    assert publication.ledger(open_hearing.id).deliveries == 0


def test_a_made_up_key_or_a_missing_name_stores_nothing(
    client: Client, open_hearing: ConsultationShown
) -> None:
    for wrong in ({"key": "x"}, {"key": ""}, {"sender": " "}, {"sender": "x" * 301}):
        assert send(client, open_hearing, **wrong).status_code == 422
    assert publication.ledger(open_hearing.id).deliveries == 0


def test_a_name_is_shown_as_text_whatever_is_in_it(
    client: Client, open_hearing: ConsultationShown
) -> None:
    page = send(client, open_hearing, sender='"><script>alert(1)</script>', documents="").content
    assert b"<script>alert" not in page


def test_a_late_response_is_taken_until_the_work_is_done(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    settings.NOW = "2027-11-02T10:00:00+00:00"
    page = client.get(f"/horinger/{open_hearing.slug}/svar-inn/filer/").content.decode()
    assert "Fristen gikk ut 29. oktober 2027." in page
    assert send(client, open_hearing).status_code == 302


def test_a_finished_hearing_takes_no_response_and_says_whom_to_ask(
    client: Client, hearing: ConsultationShown
) -> None:
    page = client.get(f"/horinger/{hearing.slug}/svar-inn/filer/").content.decode()
    assert "Høringen tar ikke imot svar nå." in page
    assert "Signe Havrevoll" in page
    send(client, hearing)
    assert publication.ledger(hearing.id).deliveries == 0
