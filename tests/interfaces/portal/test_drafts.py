"""A draft behind its secret address: who may do what, and that nothing typed is lost."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from docx.oxml.ns import qn
from pytest_django.fixtures import Settings

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import queries as drafting

from .test_web_form import begin, draft_of, fields_of, say_who

pytestmark = pytest.mark.django_db


def first_step(client: Client, base: str) -> str:
    page = client.get(base + "oversikt/").content.decode()
    return re.findall(r'href="(/utkast/[^"]+/steg/[^"]+)"', page)[0]


def write(client: Client, address: str, text: str, **fields: str) -> str:
    """Writes at the first question of a step, and returns where the button leads."""
    page = client.get(address).content.decode()
    sent = {**fields_of(page), "q1-text": text, "do": "here", **fields}
    answer = client.post(address, sent)
    assert answer.status_code == 302
    return str(answer["Location"])


def words_of(docx: bytes) -> str:
    """The text of a Word file."""
    root = Document(io.BytesIO(docx)).element
    return "".join(part.text or "" for part in root.iter(qn("w:t")))


def base_of(client: Client, hearing: ConsultationShown) -> str:
    who = begin(client, hearing)
    say_who(client, who)
    return who.removesuffix("avsender/")


def link_for(base: str, role: drafting.Role) -> str:
    return f"/utkast/{drafting.link_token(draft_of(base).id, role)}/"


def test_a_foreign_or_damaged_link_is_told_in_words(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    for wrong in ("/utkast/1-owner-abc.def/", base[:-3] + "/", "/utkast/%00/", "/invitasjon/7.x/"):
        answer = client.get(wrong)
        assert answer.status_code == 404
        assert "Lenken virker ikke" in answer.content.decode()


def test_a_link_that_was_replaced_is_gone_and_says_so(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    client.post(base + "samarbeid/", {"do": "new-links"})
    answer = client.get(base)
    assert answer.status_code == 410
    assert "Lenken er byttet ut med en ny." in answer.content.decode()


def test_switching_language_saves_what_was_typed(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    to = write(client, step, "Ikke mist dette.", do="lang:nn")
    page = client.get(to).content.decode()
    assert '<html lang="nn"' in page
    assert "Ikke mist dette." in page
    assert draft_of(base).language == "nn"


def test_the_first_step_keeps_what_is_wrong_when_language_is_switched(
    client: Client, open_hearing: ConsultationShown
) -> None:
    who = begin(client, open_hearing)
    hidden = fields_of(client.get(who).content.decode())
    sent = {**hidden, "kind": "organisation", "name": "", "email": "ikke en adresse"}
    answer = client.post(who, {**sent, "do": "lang:en"})
    page = answer.content.decode()
    assert '<html lang="en"' in page
    assert 'value="ikke en adresse"' in page


def test_a_wrong_organisation_number_is_pointed_out_and_kept(
    client: Client, open_hearing: ConsultationShown
) -> None:
    who = begin(client, open_hearing)
    hidden = fields_of(client.get(who).content.decode())
    sent = {**hidden, "kind": "organisation", "name": "Vår forening", "number": "974 760 674"}
    answer = client.post(who, {**sent, "do": "next"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "«974760674» kan ikke være riktig" in page
    assert 'value="974 760 674"' in page
    assert 'href="#id_number"' in page


def test_a_colleague_says_their_name_and_may_comment_but_not_change(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    write(client, step, "Vårt svar.")
    theirs = Client()
    link = link_for(base, "commenter")
    assert theirs.get(link)["Location"].endswith("/navn/")
    theirs.post(link + "navn/", {"name": "Ola"})
    place = step.split("/steg/")[1]
    page = theirs.get(f"{link}steg/{place}").content.decode()
    assert "Vårt svar." in page
    assert 'name="q1-text"' not in page
    sent = {"q1-note": "Skriv heller dette.", "q1-note-kind": "proposal", "do": "note:q1",
            "q1-text": "Overskrevet", "q1-revision": "1"}  # fmt: skip
    theirs.post(f"{link}steg/{place}", sent)
    draft = draft_of(base)
    assert draft.answers["1"].text == "Vårt svar."
    assert [(note.by, note.kind) for note in draft.notes] == [("Ola", "proposal")]
    shared = client.get(base + "samarbeid/").content.decode()
    assert "Skriv heller dette." in shared
    client.post(base + "samarbeid/", {"do": f"take:{draft.notes[0].id}"})
    assert draft_of(base).answers["1"].text == "Skriv heller dette."
    history = client.get(base + "historikk/1/").content.decode()
    assert "Vårt svar." in history


def test_only_the_owner_hands_in_and_sees_the_receipt(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    theirs = Client()
    link = link_for(base, "editor")
    theirs.post(link + "navn/", {"name": "Kari"})
    review = theirs.get(link + "se-over/").content.decode()
    assert "Send inn svaret" not in review
    theirs.post(link + "se-over/", fields_of(review))
    assert not draft_of(base).receipts
    assert theirs.get(link + "kvittering/").status_code == 403
    assert theirs.get(link + "trekk/").status_code == 403


def test_two_who_write_at_once_both_keep_their_text(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    write(client, step, "Felles utgangspunkt.")
    page = client.get(step).content.decode()
    write(client, step, "Den ene skrev dette.")
    stale = {**fields_of(page), "q1-text": "Den andre skrev noe helt annet.", "do": "next"}
    after = client.get(client.post(step, stale)["Location"]).content.decode()
    assert "Det du skrev, er ikke borte" in after
    draft = draft_of(base)
    assert draft.answers["1"].text == "Den ene skrev dette."
    assert [note.text for note in draft.notes] == ["Den andre skrev noe helt annet."]


def test_two_who_say_who_answers_at_once_both_keep_what_they_wrote(
    client: Client, open_hearing: ConsultationShown
) -> None:
    who = begin(client, open_hearing)
    stale = fields_of(client.get(who).content.decode())
    say_who(client, who)
    sent = {**stale, "kind": "organisation", "name": "Et helt annet navn", "do": "next"}
    page = client.get(client.post(who, sent)["Location"]).content.decode()
    assert draft_of(who).about.senders[0].name == "Skoleledernes samarbeidsforum"
    assert "Et helt annet navn" in page
    client.post(who, {**fields_of(page), "kind": "organisation", "do": f"take:{draft_of(who).notes[0].id}",
                      "name": "Skoleledernes samarbeidsforum"})  # fmt: skip
    assert draft_of(who).about.senders[0].name == "Et helt annet navn"


def test_the_script_saves_and_is_told_what_the_other_one_wrote(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    said = {"question": "1", "q1-revision": "0", "q1-text": "Først."}
    first = client.post(base + "lagre/", said).json()
    assert first["state"] == "saved"
    client.post(base + "lagre/", {**said, "q1-revision": first["revision"], "q1-text": "Så."})
    stale = client.post(base + "lagre/", {**said, "q1-revision": "1", "q1-text": "Noe annet"})
    assert stale.json()["state"] == "collided"
    assert stale.json()["theirs"]["lines"] == ["Så."]
    assert client.post(base + "lagre/", {"question": "finnes ikke"}).status_code == 404


def test_an_attachment_with_a_script_inside_is_never_run_in_place(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    page = client.get(step).content.decode()
    sent = {**fields_of(page), "q1-text": "Se vedlegget.", "do": "upload:q1",
            "q1-file": [SimpleUploadedFile("tegning.svg", drawing),
                        SimpleUploadedFile("notat.pdf", b"%PDF-1.7 /JavaScript (app.alert(1))"),
                        SimpleUploadedFile("tom.docx", b"")]}  # fmt: skip
    after = client.get(client.post(step, sent)["Location"].partition("#")[0]).content.decode()
    assert "«tom.docx» er tom" in after
    draft = draft_of(base)
    assert draft.answers["1"].text == "Se vedlegget."
    assert "notat.pdf" in [file.name for file in draft.files]
    for file in draft.files:
        answer = client.get(f"{base}fil/{file.id}/")
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(f"{base}fil/999999/").status_code == 404


def test_a_response_is_changed_handed_in_again_and_taken_back(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    for text in ("Første utgave.", "Andre utgave."):
        write(client, step, text)
        review = client.get(base + "se-over/").content.decode()
        asked = len(open_hearing.definition.questions)
        assert f"1 av {asked} besvart" in review
        client.post(base + "se-over/", fields_of(review))
    draft = draft_of(base)
    assert len(draft.receipts) == 2
    receipt = client.get(base + "kvittering/").content.decode()
    assert "Alle versjoner" in receipt
    client.post(base + "trekk/")
    assert draft_of(base).state == "taken-back"
    client.post(base + "kvittering/", {"do": "change"})
    assert draft_of(base).state == "open"


def test_what_was_handed_in_is_taken_home_as_pdf_word_and_receipt(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    write(client, step, "Dette ble sendt inn.")
    client.post(base + "se-over/", fields_of(client.get(base + "se-over/").content.decode()))
    write(client, step, "Dette ble skrevet etterpå.")
    number = draft_of(base).receipts[0]["number"]
    pdf = client.get(f"{base}kvittering/{number}.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf["Content-Disposition"].startswith("attachment")
    text = words_of(client.get(f"{base}kvittering/{number}.docx").content)
    assert "Dette ble sendt inn." in text
    assert "etterpå" not in text
    assert client.get(f"{base}kvittering/{number}.json").json()["number"] == number
    assert client.get(f"{base}kvittering/{number + 1}.pdf").status_code == 404
    assert "etterpå" in words_of(client.get(f"{base}utkast.docx").content)
    assert client.get(f"{base}utkast.pdf").content.startswith(b"%PDF-")
    assert client.get(f"{base}utkast.exe").status_code == 404


def test_a_decision_that_came_later_is_attached_and_all_is_handed_in_again(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    write(client, first_step(client, base), "Vårt svar.")
    client.post(base + "se-over/", fields_of(client.get(base + "se-over/").content.decode()))
    decision = SimpleUploadedFile("vedtak.pdf", b"%PDF-1.7 vedtatt")
    client.post(base + "kvittering/", {"do": "decision", "decision": decision})
    draft = draft_of(base)
    assert [file.kind for file in draft.files] == ["decision"]
    assert [file["name"] for file in draft.receipts[-1]["files"]] == ["svar.json", "vedtak.pdf"]


def test_no_remarks_is_one_click_and_a_confirmation(
    client: Client, open_hearing: ConsultationShown
) -> None:
    who = begin(client, open_hearing, do="no-remarks")
    assert "Vi har ingen merknader" in client.get(who).content.decode()
    say_who(client, who)
    base = who.removesuffix("avsender/")
    review = client.get(base + "se-over/").content.decode()
    assert "Bekreft: ingen merknader" in review
    client.post(base + "se-over/", fields_of(review))
    assert len(draft_of(base).receipts) == 1


def test_supporting_another_response_is_kept_as_such(
    client: Client, open_hearing: ConsultationShown
) -> None:
    address = f"/horinger/{open_hearing.slug}/svar-inn/"
    lacking = client.post(address, {"do": "supports", "supports": " "})
    assert lacking.status_code == 422
    assert "Hvem dere støtter: skriv navnet" in lacking.content.decode()
    who = begin(client, open_hearing, do="supports", supports="Ungdommens bevegelsesråd")
    assert draft_of(who).about.supports == "Ungdommens bevegelsesråd"
    say_who(client, who, supports="Ungdommens bevegelsesråd")
    review = client.get(who.replace("avsender", "se-over")).content.decode()
    assert "Ungdommens bevegelsesråd" in review


def test_after_the_deadline_what_was_begun_is_taken_and_what_is_in_stands(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    begun, sent = base_of(client, open_hearing), base_of(client, open_hearing)
    for base in (begun, sent):
        write(client, first_step(client, base), "I tide.")
    client.post(sent + "se-over/", fields_of(client.get(sent + "se-over/").content.decode()))
    settings.NOW = "2027-11-02T10:00:00+00:00"
    review = client.get(begun + "se-over/").content.decode()
    assert "merket som sent" in review
    client.post(begun + "se-over/", fields_of(review))
    assert len(draft_of(begun).receipts) == 1
    step = client.get(first_step(client, sent)).content.decode()
    assert "ikke endres lenger" in step
    assert client.get(sent + "trekk/").status_code == 302


def test_a_page_that_stood_open_for_days_can_still_be_sent(
    open_hearing: ConsultationShown,
) -> None:
    strict = Client(enforce_csrf_checks=True)
    base = base_of(Client(), open_hearing)
    step = first_step(strict, base)
    assert write(strict, step, "Skrevet for tre dager siden.")
    assert draft_of(base).answers["1"].text == "Skrevet for tre dager siden."


def test_a_form_that_was_too_old_shows_what_was_typed(open_hearing: ConsultationShown) -> None:
    strict = Client(enforce_csrf_checks=True)
    sent = {"sender": "Foreldrenes lekeplassnettverk", "key": "hemmelig-nøkkel"}
    answer = strict.post(f"/horinger/{open_hearing.slug}/svar-inn/filer/", sent)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Foreldrenes lekeplassnettverk" in page
    assert "hemmelig-nøkkel" not in page


def test_a_text_beyond_all_measure_is_answered_in_words(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    answer = client.post(step, {"q1-revision": "0", "q1-text": "x" * 6_000_000})
    assert answer.status_code == 413
    assert "Legg den lange teksten ved som fil" in answer.content.decode()
