"""A report as people make it at the desk: its outline, its parts, Word and Excel files back."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph
from lxml import html as lxml_html
from openpyxl import load_workbook

from innspill.interfaces.desk.views.report import sheet
from innspill.pipeline import wiring
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.reports import actions as reports
from innspill.stages.reports import queries as report_queries
from innspill.stages.reports.core.edited.sheet import SheetRead, SheetRow
from innspill.stages.reports.core.edited.values import PartOf
from innspill.stages.reports.texts import queries as texts
from innspill.stages.reports.texts.machine import machine_parts
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn


@pytest.fixture
def client(staff: Staff, signed_in: SignIn) -> Client:
    return signed_in(staff.caseworker)


def _pages(hearing: ConsultationShown) -> str:
    return f"/saksbehandling/horinger/{hearing.slug}"


def _key(hearing: ConsultationShown) -> str:
    """The first part with a paragraph in it."""
    parts = machine_parts(hearing.id, "summary", "nb")
    return next(
        part.key
        for part in parts
        if any(type(each).__name__ == "Paragraph" for each in part.blocks)
    )


def _form(client: Client, address: str, button: str) -> dict[str, Any]:
    """The fields of the form that has a button, as a browser would send them."""
    page = lxml_html.fromstring(client.get(address).content.decode())
    form = next(each for each in page.forms if each.xpath(f".//button[@value='{button}']"))
    return {**dict(form.form_values()), "gjor": button}


def _said(answer: Any) -> str:
    return " ".join(str(lxml_html.fromstring(answer.content.decode()).text_content()).split())


def test_a_part_is_written_at_the_desk_and_stands_in_the_report(
    arrived: ConsultationShown, client: Client
) -> None:
    key = _key(arrived)
    address = f"{_pages(arrived)}/rapport/del/summary/nb/{key}/"
    form = _form(client, address, "lagre")
    form["tekst"] += "\n\nDette har vi skrevet selv."
    answer = client.post(address, form, follow=True)
    assert "Teksten er lagret." in _said(answer)
    report = reports.make_report(arrived.id, now=NOW, store=wiring.store())
    word = Document(io.BytesIO(wiring.store().get(report.files["report.docx"])))
    assert "Dette har vi skrevet selv." in "\n".join(_lines(word))
    outline = _said(client.get(f"{_pages(arrived)}/rapport/oppbygging/summary/nb/"))
    assert "Skrevet av" in outline


def _lines(document: Any) -> list[str]:
    return [DocxParagraph(each, None).text for each in document.element.body.iter(qn("w:p"))]


def test_two_who_write_at_once_are_told_and_both_texts_are_shown(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    key = _key(arrived)
    address = f"{_pages(arrived)}/rapport/del/summary/nb/{key}/"
    one, other = signed_in(staff.caseworker), signed_in(staff.lead)
    first, second = _form(one, address, "lagre"), _form(other, address, "lagre")
    one.post(address, first | {"tekst": "# Overskrift\n\nDen første teksten."})
    page = other.post(
        address, second | {"tekst": "# Overskrift\n\nDen andre teksten."}, follow=True
    )
    assert "Noen andre skrev i denne delen samtidig." in _said(page)
    assert "andre" in _said(page)
    other.post(address, _form(other, address, "bruk"))
    stands = texts.standing(arrived.id, "summary", "nb")[key]
    assert "Den andre teksten." in str(stands.blocks)
    assert not texts.unsettled(arrived.id, "summary", "nb")


def test_what_cannot_be_read_is_said_and_what_was_typed_stays(
    arrived: ConsultationShown, client: Client
) -> None:
    address = f"{_pages(arrived)}/rapport/del/summary/nb/{_key(arrived)}/"
    form = _form(client, address, "lagre") | {"tekst": "Min lange tekst.\n\n[[Tabell 99: Borte]]"}
    answer = client.post(address, form)
    assert answer.status_code == 422
    assert "Det finnes ingen slik tabell eller figur" in _said(answer)
    assert "Min lange tekst." in answer.content.decode()


def test_parts_are_moved_left_out_and_added(arrived: ConsultationShown, client: Client) -> None:
    address = f"{_pages(arrived)}/rapport/oppbygging/summary/nb/"
    first, second, *_ = [part.key for part in machine_parts(arrived.id, "summary", "nb")]
    client.post(address, {"gjor": "ned", "del": first, "sett": "0"})
    outline = texts.outline_of(arrived.id, "summary")
    assert [each.key for each in outline.places][:2] == [second, first]
    client.post(address, {"gjor": "ut", "del": second, "sett": outline.id})
    outline = texts.outline_of(arrived.id, "summary")
    client.post(
        address, {"gjor": "ny", "overskrift": "Tilråding", "etter": first, "sett": outline.id}
    )
    parts = texts.with_human_parts(
        arrived.id, "summary", "nb", machine_parts(arrived.id, "summary", "nb")
    )
    assert [part.heading for part in parts if part.key.startswith("own:")] == ["Tilråding"]
    assert second not in {part.key for part in parts}
    stale = client.post(
        address, {"gjor": "ned", "del": first, "sett": "0", "tilbake": address}, follow=True
    )
    assert "Noen andre endret dette først." in _said(stale)


def _word(hearing: ConsultationShown) -> bytes:
    report = reports.make_report(hearing.id, now=NOW, store=wiring.store())
    return wiring.store().get(report.files["report.docx"])


def _edited(data: bytes, words: str) -> tuple[bytes, str]:
    """The file with a paragraph of its first part changed, and what stood there."""
    document = Document(io.BytesIO(data))
    control = next(document.element.body.iter(qn("w:sdt")))
    found = next(
        each
        for each in (DocxParagraph(one, None) for one in control.iter(qn("w:p")))
        if each.text and "Heading" not in str(each._p.style)
    )
    before = found.text
    found.runs[0].text = words
    for run in found.runs[1:]:
        run._r.getparent().remove(run._r)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue(), before


def _upload(client: Client, address: str, data: bytes, name: str) -> Any:
    return client.post(address, {"gjor": "se", "file": SimpleUploadedFile(name, data)})


def _sent(answer: Any) -> dict[str, Any]:
    """The form that takes in what was found."""
    page = lxml_html.fromstring(answer.content.decode())
    form = next(each for each in page.forms if each.xpath(".//input[@name='funnet']"))
    sent: dict[str, Any] = {"gjor": "ta-inn"}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent


def test_a_word_file_is_taken_in_by_a_click_and_a_conflict_keeps_both(
    arrived: ConsultationShown, client: Client
) -> None:
    address = f"{_pages(arrived)}/rapport/fra-word/"
    data, _ = _edited(_word(arrived), "Skrevet i Word.")
    answer = _upload(client, address, data, "min rapport.docx")
    assert "Disse delene er endret" in _said(answer)
    assert not texts.standing(arrived.id, "summary", "nb")
    told = _said(client.post(address, _sent(answer), follow=True))
    assert "Én del er tatt inn fra Word." in told
    (key,) = texts.standing(arrived.id, "summary", "nb")
    assert texts.history(arrived.id, PartOf("summary", "nb", key))[0].way == "word"
    again, _ = _edited(data, "Skrevet i Word av en annen.")
    told = _said(
        client.post(address, _sent(_upload(client, address, again, "b.docx")), follow=True)
    )
    assert "Begge tekstene er tatt vare på" in told
    (beside,) = texts.unsettled(arrived.id, "summary", "nb")
    assert "Skrevet i Word av en annen." in str(beside.blocks)


def test_a_file_from_somewhere_else_is_refused_in_one_sentence(
    arrived: ConsultationShown, client: Client
) -> None:
    address = f"{_pages(arrived)}/rapport/fra-word/"
    held = io.BytesIO()
    Document().save(held)
    answer = _upload(client, address, held.getvalue(), "annet.docx")
    assert answer.status_code == 422
    assert "Filen er ikke en rapport fra denne høringen." in _said(answer)
    answer = _upload(client, address, b"%PDF", "rapport.pdf")
    assert "Filen kan ikke leses som Word." in _said(answer)


def _sheet(hearing: ConsultationShown) -> Any:
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    report = report_queries.latest(hearing.id)["nb"]
    return load_workbook(io.BytesIO(wiring.store().get(report.files["report.xlsx"])))


def _bytes(workbook: Any) -> bytes:
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()


def test_a_workbook_is_taken_in_row_by_row_and_faults_name_their_cells(
    arrived: ConsultationShown, client: Client
) -> None:
    address = f"{_pages(arrived)}/vurdering/fra-excel/"
    workbook = _sheet(arrived)
    sheet = next(each for each in workbook.worksheets if each["A1"].value == "Id")
    columns = {cell.value: cell.column_letter for cell in sheet[1]}
    outcome, reason = columns["Vurdering"], columns["Begrunnelse"]
    assert sheet.max_row >= 4
    sheet[f"{outcome}2"], sheet[f"{reason}2"] = "tas til følge", "=Vi er enige."
    sheet[f"{outcome}3"], sheet[f"{reason}3"] = "Kanskje", "Usikkert."
    sheet[f"{outcome}4"] = "Tas ikke til følge"
    answer = _upload(client, address, _bytes(workbook), "vurdert.xlsx")
    said = _said(answer)
    assert f"{outcome}3: «Kanskje» er ikke en vurdering." in said
    assert f"{reason}4: Begrunnelsen mangler." in said
    told = _said(client.post(address, _sent(answer), follow=True))
    assert "Én vurdering er tatt inn fra Excel." in told
    words = [row.disposition for row in deciding.all_decided(arrived.id) if row.disposition]
    assert [(word.outcome, word.reason) for word in words] == [("followed", "=Vi er enige.")]
    # The same file again changes nothing; another word on the same row is kept beside.
    assert "Ingen rader er endret." in _said(_upload(client, address, _bytes(workbook), "x.xlsx"))
    sheet[f"{reason}2"] = "Noe annet."
    answer = _upload(client, address, _bytes(workbook), "x.xlsx")
    told = _said(client.post(address, _sent(answer), follow=True))
    assert "Deres vurdering står, og din er tatt vare på" in told
    assert [row.lost for row in deciding.all_decided(arrived.id) if row.disposition] == [True]


def test_a_workbook_of_another_hearing_is_refused(
    arrived: ConsultationShown, client: Client
) -> None:
    workbook = _sheet(arrived)
    sheet = next(each for each in workbook.worksheets if each["A1"].value == "Id")
    for row in range(2, sheet.max_row + 1):
        sheet[f"A{row}"] = f"ukjent-{row}"
    address = f"{_pages(arrived)}/vurdering/fra-excel/"
    answer = _upload(client, address, _bytes(workbook), "annen.xlsx")
    assert answer.status_code == 422
    assert "Ingen av radene hører til denne høringen." in _said(answer)
    sheet["A1"] = "Noe annet"
    answer = _upload(client, address, _bytes(workbook), "annen.xlsx")
    assert "Filen har ikke arket med merknader." in _said(answer)
    assert re.search(r"\S", answer.content.decode())


def test_what_a_page_carries_is_for_its_own_part_and_hearing_alone(
    arrived: ConsultationShown, client: Client
) -> None:
    parts = [each.key for each in machine_parts(arrived.id, "summary", "nb")]
    first, other = (f"{_pages(arrived)}/rapport/del/summary/nb/{key}/" for key in parts[:2])
    form = _form(client, first, "lagre") | {"tekst": "Skrevet for den første delen."}
    answer = client.post(other, form)
    assert answer.status_code == 422
    assert "Skrevet for den første delen." in answer.content.decode()
    assert not texts.history(arrived.id, PartOf("summary", "nb", parts[1]))
    comment = deciding.all_decided(arrived.id)[0].comment
    row = SheetRow(2, comment.fingerprint, outcome="Tas til følge", reason="Fra en annen høring.")
    elsewhere = sheet._sealed(arrived.id + 1, [row], SheetRead((row,), {"id": "A"}))
    sent = {"gjor": "ta-inn", "funnet": elsewhere}
    client.post(f"{_pages(arrived)}/vurdering/fra-excel/", sent)
    assert not [row for row in deciding.all_decided(arrived.id) if row.disposition]
