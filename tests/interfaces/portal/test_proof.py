"""Proof and control: a receipt looked at, from the upload until it is published and withdrawn."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.interfaces.portal import proof_words
from innspill.pipeline import wiring, work
from innspill.shared.journal import actions as journal
from innspill.shared.journal import signing, verifying
from innspill.shared.journal.append_only import put_up, take_down
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.shared.values import Sha256
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.intake.models import Delivery
from innspill.stages.publication import actions as publication
from innspill.stages.publication import queries
from innspill.stages.register import pointing
from tests.stages.conftest import NOW, Staff

from .test_answering import send
from .test_web_form import begin, fields_of, say_who

STANDS = "Svaret ditt står i registeret, uendret"
LETTER = "Vi støtter rådene.".encode()


def show(client: Client, receipt: Any, **more: Any) -> str:
    """What the page says of a receipt, given as its file."""
    answer = shown(client, receipt, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def shown(client: Client, receipt: Any, **more: Any) -> HttpResponse:
    data = receipt if isinstance(receipt, bytes) else json.dumps(receipt).encode()
    return client.post("/bevis/", {"receipt": SimpleUploadedFile("kvittering.json", data), **more})


def sent(client: Client, hearing: ConsultationShown, **fields: object) -> Any:
    """The receipt that the portal gives for files sent to it."""
    answer = send(client, hearing, **fields)
    return json.loads(client.get(answer["Location"] + "kvittering.json").content)


def handed_in(hearing: ConsultationShown, name: str = "svar.txt", **more: Any) -> dict[str, Any]:
    """The receipt for a file that was handed in, without the portal."""
    told = {"consultation_slug": hearing.slug, "channel": "upload", "claimed_sender": "Ola",
            "files": [(name, LETTER)], "idempotency_key": name, **more}  # fmt: skip
    receipt = intake.receive(**told, now=NOW, store=wiring.store())
    return json.loads(json.dumps(receipt.content))


def test_from_the_upload_to_the_published_page_and_back(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    owner = Owner.objects.get(pk=open_hearing.owner_id)
    people.give_role(user=staff.lead, owner=owner, role="lead", now=NOW)
    doubtful = SimpleUploadedFile("svar.txt", b"Datteren min har diagnosen epilepsi.")
    receipt = sent(client, open_hearing, sender="Kari Nordmann", documents=doubtful)
    page = show(client, receipt)
    assert STANDS in page
    assert "Det er ikke lest ennå." in page

    work.run_until_idle()
    page = show(client, receipt)
    assert STANDS in page
    assert "venter på at en saksbehandler" in page

    (response,) = pointing.of_delivery(receipt["number"])
    publication.approve(response.id, by=staff.lead, now=NOW)
    work.run_until_idle()
    page = show(client, receipt)
    address = f"/horinger/{open_hearing.slug}/svar/{response.number}/"
    assert STANDS in page
    assert "Svaret er publisert." in page
    assert f'href="{address}"' in page
    assert client.get(address).status_code == 200

    publication.withdraw(response.id, reason="", by=staff.lead, now=NOW)
    work.run_until_idle()
    page = show(client, receipt)
    assert STANDS in page
    assert "Svaret er trukket." in page
    assert address not in page


def test_what_was_checked_is_told_and_files_can_be_compared(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = sent(client, open_hearing)
    mine = SimpleUploadedFile("mitt svar.txt", LETTER)
    other = SimpleUploadedFile("annet.txt", b"noe annet")
    page = show(client, receipt, documents=[mine, other])
    assert "Kvitteringen er hel, og signaturen på den er ekte." in page
    assert "Det neste sjekkpunktet vil omfatte den." in page
    assert "regnet ut på nytt nå" in page
    assert "«mitt svar.txt» er den samme filen som «svar.txt»." in page
    assert "«annet.txt» er ikke en av filene i kvitteringen." in page
    journal.checkpoint("hour", NOW)
    page = show(client, receipt)
    assert "Det siste signerte sjekkpunktet, fra 1. april 2026" in page


def test_a_receipt_can_be_pasted_and_nothing_of_it_is_stored(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = handed_in(open_hearing)
    before = JournalEntry.objects.count(), len(list(wiring.store().folder.rglob("*")))  # type: ignore[attr-defined]
    answer = client.post("/bevis/", {"pasted": "\ufeff" + json.dumps(receipt, indent=2)})
    assert STANDS in answer.content.decode()
    after = JournalEntry.objects.count(), len(list(wiring.store().folder.rglob("*")))  # type: ignore[attr-defined]
    assert after == before
    assert not client.session.keys()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"received_at": "2026-01-01T00:00:00.000000Z"}, proof_words.CHANGED),
        ({"files": []}, proof_words.CHANGED),
        ({"hearing": "en-annen"}, proof_words.CHANGED),
        ({"number": 2}, proof_words.CHANGED),
        ({"salt": "0" * 64}, proof_words.CHANGED),
        ({"root": "0" * 64}, proof_words.NO_PROOF),
        ({"proof": ["0" * 64]}, proof_words.NO_PROOF),
        ({"checkpoint": "x"}, proof_words.NOT_WHOLE),
        ({"leaf": None}, proof_words.NOT_WHOLE),
        ({"schema": "noe-annet"}, proof_words.NO_RECEIPT),
    ],
)
def test_an_edited_receipt_is_told_what_does_not_fit(
    client: Client, open_hearing: ConsultationShown, change: dict[str, Any], sentence: str
) -> None:
    page = show(client, {**handed_in(open_hearing), **change})
    assert str(sentence) in _plain(page)
    assert STANDS not in page
    assert "Slik står det nå" not in page


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'"x"', b"[" * 200_000, b"\xff\xfe", b"%PDF-1.7", b"1" * 5000, b"null"]
)
def test_what_is_no_receipt_is_said_to_be_none(client: Client, db: None, data: bytes) -> None:
    assert str(proof_words.NO_RECEIPT) in _plain(show(client, data))


def test_a_receipt_of_another_house_is_said_to_be_that(
    client: Client, open_hearing: ConsultationShown, settings: Settings, tmp_path: Path
) -> None:
    receipt = handed_in(open_hearing)
    lost_from_the_register(receipt)
    settings.HOME = tmp_path / "another"
    signing.put_in_place(signing.made())
    assert signing.public_key() != receipt["key"]
    page = show(client, receipt)
    assert str(proof_words.NOT_FROM_HERE) in _plain(page)
    assert "Noe er galt hos oss" not in page


def test_a_receipt_of_ours_that_is_in_no_register_any_more_is_an_alarm(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = handed_in(open_hearing)
    lost_from_the_register(receipt)
    page = show(client, receipt)
    assert "Noe er galt hos oss" in page
    assert str(proof_words.IS_LOST) in _plain(page)


def test_bytes_that_changed_are_an_alarm(
    client: Client, open_hearing: ConsultationShown, settings: Settings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    receipt = handed_in(open_hearing)
    place = wiring.store()._place(Sha256(receipt["files"][0]["sha256"]))  # type: ignore[attr-defined]
    place.chmod(0o600)
    place.write_bytes(b"Vi er imot.")
    page = show(client, receipt)
    assert "Noe er galt hos oss" in page
    assert "Filen «svar.txt» er ikke lenger slik den kom." in page
    place.unlink()
    assert "Noe er galt hos oss" in show(client, receipt)


@pytest.mark.parametrize("signed_before", [True, False])
def test_a_journal_line_that_changed_is_an_alarm(
    client: Client, open_hearing: ConsultationShown, signed_before: bool
) -> None:
    receipt = handed_in(open_hearing)
    if signed_before:
        journal.checkpoint("hour", NOW)
    position = receipt["journal_position"]
    _unguarded(
        "journal_journalentry",
        lambda: JournalEntry.objects.filter(number=position).update(leaf="0" * 64),
    )
    page = show(client, receipt)
    assert "Noe er galt hos oss" in page
    assert f"Linje {position} i journalen er ikke den samme" in page


def test_nobody_learns_anything_without_the_very_receipt(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = handed_in(open_hearing)
    assert queries.became_of(receipt["number"], receipt) is not None
    for change in ({"salt": "x"}, {"files": []}, {"leaf": "{}"}, {"received_at": ""}):
        assert queries.became_of(receipt["number"], {**receipt, **change}) is None
    for number in (0, -1, 10**30, "1", True, None, 1.0):
        assert queries.became_of(number, {**receipt, "number": number}) is None


def test_what_was_set_aside_moved_taken_back_or_sent_anew_is_told(
    client: Client, open_hearing: ConsultationShown, staff: Staff
) -> None:
    owner = Owner.objects.get(pk=open_hearing.owner_id)
    people.give_role(user=staff.lead, owner=owner, role="caseworker", now=NOW)
    stray = handed_in(open_hearing, "uten.txt", consultation_slug=None, channel="email")
    assert "Vi vet ikke sikkert hvilken høring" in show(client, stray)
    moved = intake.move(
        stray["number"], to_slug=open_hearing.slug, by=staff.lead, now=NOW, store=wiring.store()
    )
    page = show(client, stray)
    assert "En saksbehandler har lagt det i riktig høring." in page
    assert f"Dette gjelder mottak {moved.number}:" in page
    assert "Det er ikke lest ennå." in page

    first = handed_in(open_hearing, "v1.txt", channel="web")
    second = handed_in(open_hearing, "v2.txt", channel="web", replaces=first["number"])
    assert f"ny versjon, mottak {second['number']}" in show(client, first)
    intake.take_back(second["number"], now=NOW)
    assert "Det ble trukket av den som sendte det." in show(client, second)

    aside = handed_in(open_hearing, "virus.txt")
    row = Delivery.objects.get(number=aside["number"])
    intake.set_aside(row.pk, reason="virus", explanation="Eicar-Test", now=NOW)
    page = show(client, aside)
    assert "Det kan være noe skadelig i filene." in page
    assert "Eicar" not in page


def test_every_reason_to_set_aside_and_every_fault_has_words() -> None:
    reasons = Delivery._meta.get_field("set_aside").related_model.Reason.values  # type: ignore[union-attr]
    assert set(reasons) <= set(proof_words.ASIDE)
    tree = ast.parse(Path(verifying.__file__).read_text())
    later = {"check_files", "check_against", "_tree_of"}
    said = [
        ast.unparse(node.args[0]).strip("f'\"")
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and function.name not in later
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Fault" and node.args
    ]
    assert len(said) > 20
    fallback = [one for one in said if proof_words.sentence_for(one) is None]
    assert not fallback


def test_too_large_or_nothing_at_all_is_refused_in_words(client: Client, db: None) -> None:
    nothing = client.post("/bevis/", {})
    assert nothing.status_code == 422
    assert "velg filen, eller lim inn teksten" in nothing.content.decode()
    large = shown(client, b" " * 1_000_001)
    assert large.status_code == 422
    assert "for stor til å være en kvittering" in large.content.decode()


def test_a_form_of_another_site_cannot_send_it(db: None) -> None:
    assert Client(enforce_csrf_checks=True).post("/bevis/", {"pasted": "{}"}).status_code == 403


def test_the_page_before_the_first_checkpoint_and_after_it(
    client: Client, open_hearing: ConsultationShown
) -> None:
    page = client.get("/bevis/").content.decode()
    assert "ikke laget noe sjekkpunkt ennå" in page
    assert client.get("/bevis/sjekkpunkt").status_code == 404
    assert client.get("/bevis/sjekkpunkt.json").status_code == 404
    receipt = handed_in(open_hearing)
    first = journal.checkpoint("hour", NOW)
    handed_in(open_hearing, "et til.txt")
    last = journal.checkpoint("phase", NOW)
    note = client.get("/bevis/sjekkpunkt")
    assert note["Content-Type"] == "text/plain; charset=utf-8"
    assert verifying.opened(note.content.decode(), signing.public_key()).size == last
    lines = client.get("/bevis/sjekkpunkt.json").json()
    assert verifying.check_against(receipt, lines, key=signing.public_key())
    line = client.get(f"/bevis/linje/{receipt['journal_position']}/{last}.json").json()
    assert verifying.check_against(receipt, note.content.decode(), line, signing.public_key())
    earlier = client.get(f"/bevis/sjekkpunkt/{first}").content.decode()
    assert verifying.opened(earlier, signing.public_key()).size == first
    page = client.get("/bevis/").content.decode()
    assert lines["note"].split("\n")[-2].split()[-1] in page
    assert f'href="/bevis/sjekkpunkt/{first}"' in page
    for nowhere in (f"sjekkpunkt/{10**20}", "sjekkpunkt/1", "linje/0/1.json", "linje/2/1.json",
                    f"linje/1/{10**6}.json", f"linje/1/{10**20}.json"):  # fmt: skip
        assert client.get(f"/bevis/{nowhere}").status_code == 404, nowhere


def test_the_verifier_is_the_very_file_that_we_check_with(client: Client, db: None) -> None:
    taken = client.get("/bevis/kontroller.py")
    assert taken.content == Path(verifying.__file__).read_bytes()
    assert taken["Content-Disposition"] == 'attachment; filename="kontroller.py"'


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_receipts_and_pages_lead_to_it_in_each_language(
    client: Client, open_hearing: ConsultationShown, language: str
) -> None:
    location = send(client, open_hearing)["Location"]
    for page in ("/", location, f"/horinger/{open_hearing.slug}/", "/bevis/", "/om/"):
        answer = client.get(page, {"lang": language})
        assert b'href="/bevis/"' in answer.content, page
    paper = client.get(location + "kvittering.pdf", {"lang": language})
    assert paper.content.startswith(b"%PDF-")
    assert paper["Content-Disposition"].startswith("attachment")
    assert Client().get(location + "kvittering.pdf").status_code == 404


def test_a_receipt_says_that_it_came_too_late(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    in_time = client.get(send(client, open_hearing)["Location"]).content.decode()
    assert "Svaret kom etter fristen." not in in_time
    settings.NOW = "2027-11-02T10:00:00+00:00"
    late = client.get(send(client, open_hearing)["Location"]).content.decode()
    assert "Svaret kom etter fristen." in late


@pytest.mark.parametrize("is_late", [False, True])
def test_the_receipt_of_the_web_form_is_a_paper_too_and_says_when_it_is_late(
    client: Client, open_hearing: ConsultationShown, settings: Settings, is_late: bool
) -> None:
    if is_late:
        settings.NOW = "2027-11-02T10:00:00+00:00"
    who = begin(client, open_hearing)
    say_who(client, who)
    base = who.removesuffix("avsender/")
    review = client.get(base + "se-over/").content.decode()
    page = client.get(client.post(base + "se-over/", fields_of(review))["Location"])
    assert ("Svaret kom etter fristen." in page.content.decode()) is is_late
    (address,) = re.findall(r'href="([^"]+/kvittering\.pdf)"', page.content.decode())
    paper = pypdfium2.PdfDocument(client.get(address).content)[0].get_textpage().get_text_range()
    assert ("Svaret kom etter fristen." in paper) is is_late
    assert "Journallinje: " in paper
    assert "http://testserver/bevis/" in paper
    assert client.get(address.replace("/kvittering/", "/kvittering/9")).status_code == 404


def _plain(page: str) -> str:
    return page.replace("&lt;", "<").replace("&gt;", ">")


def lost_from_the_register(receipt: dict[str, Any]) -> None:
    """The register loses a delivery, as an old backup would make it."""
    _unguarded(
        "intake_delivery",
        lambda: Delivery.objects.filter(number=receipt["number"]).update(number=999),
    )


def _unguarded(table: str, change: Any) -> None:
    with connection.cursor() as cursor:
        for statement in take_down(connection.vendor, table):
            cursor.execute(statement)
        change()
        for statement in put_up(connection.vendor, table):
            cursor.execute(statement)
