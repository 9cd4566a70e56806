"""The inbox: both sums on top, trays with counts, and pages that cost the same however long it is."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from innspill.pipeline import wiring, work
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.sifting import Verdict
from innspill.stages.intake.models import Delivery, Import, Item, SetAside
from innspill.stages.publication import queries as publication
from tests.interfaces.scene import TINDVANG, Scene, hand_in
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db
INBOX = "/saksbehandling/mottak/"
IMPORTS = f"{INBOX}hent-inn/"


@pytest.fixture
def desk(scene: Scene) -> Client:
    client = Client(headers={"accept-language": "nb"})
    client.force_login(scene.staff.caseworker)
    return client


def page(desk: Client, address: str = INBOX) -> str:
    answer = desk.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def many(scene: Scene, number: int, first: int = 0) -> None:
    """Deliveries of the same bytes, each with a sender of its own; every third is set aside."""
    for place in range(first, first + number):
        receipt = intake.receive(
            consultation_slug=scene.hearing.slug if place % 5 else None, channel="upload",
            files=[("svar.txt", b"Hei")], claimed_sender=f"Nr {place}", idempotency_key=f"n {place}",
            now=NOW, store=wiring.store(),
        )  # fmt: skip
        row = Delivery.objects.get(number=receipt.number)
        verdict = Verdict("spam") if place % 3 == 0 else Verdict(remarks=("list",))
        intake.note_sifted(row.pk, verdict, now=NOW)


def as_many(scene: Scene, number: int) -> None:
    """Rows of deliveries, quicker than they could come in."""
    first = Delivery.objects.count() + 1
    Delivery.objects.bulk_create(
        Delivery(
            number=place, consultation_id=scene.hearing.id, channel="upload", received_at=NOW,
            stored_at=NOW, idempotency_key=f"row {place}", receipt={},
        )
        for place in range(first, first + number)
    )  # fmt: skip
    rows = Delivery.objects.filter(number__gte=first)
    Item.objects.bulk_create(
        Item(delivery=row, position=0, name="svar.txt", sha256="0" * 64, size=3) for row in rows
    )
    SetAside.objects.bulk_create(
        SetAside(delivery=row, reason="spam", at=NOW) for row in rows if row.number % 3 == 0
    )


def asked(desk: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as context:
        page(desk, address)
    return len(context)


def test_an_empty_inbox_says_so(desk: Client) -> None:
    assert "Ingenting har kommet inn ennå" in page(desk)


def test_both_sums_stand_on_top_for_all_and_for_one_hearing(scene: Scene, desk: Client) -> None:
    hand_in(scene.hearing, TINDVANG, sender="Tindvang kommune")
    work.run_until_idle()
    many(scene, 5)
    for address in (INBOX, f"{INBOX}?horing={scene.hearing.slug}"):
        shown = page(desk, address)
        sums = [int(each) for each in re.findall(r"<b>(\d+)</b>", shown)]
        ledger = (
            publication.ledger(scene.hearing.id) if "horing" in address else publication.ledger()
        )
        assert sums[0] == ledger.deliveries == (5 if "horing" in address else 6)
        assert "Begge regnskap går opp" in shown


def test_each_tray_is_a_link_with_its_count_and_shows_what_lies_there(
    scene: Scene, desk: Client
) -> None:
    many(scene, 10)
    shown = page(desk)
    links = re.findall(r'href="(\?[^"]*grunn=[^"]*)"[^>]*>([^<]*)<', shown)
    assert [text for _, text in links] == ["Søppelpost (3)", "Ukjent høring (2)"]
    for address, text in links:
        listed = page(desk, INBOX + address.replace("&amp;", "&"))
        assert f"Viser {text[-2]} leveranser" in listed
        assert 'aria-current="true"' in listed
    assert "Viser 0 leveranser" in page(desk, f"{INBOX}?grunn=virus")


def test_a_thousand_deliveries_cost_as_many_questions_as_a_few_and_no_more_than_a_page(
    scene: Scene, desk: Client
) -> None:
    page(desk)
    many(scene, 30)
    few = {address: asked(desk, address) for address in (INBOX, f"{INBOX}?tilstand=new")}
    as_many(scene, 1_000)
    for address, count in few.items():
        # One more where there is a next page.
        assert asked(desk, address) <= count + 1 < 60
    shown = page(desk, f"{INBOX}?side=2")
    assert "Viser 1030 leveranser" in shown
    assert shown.count('<th scope="row">') == 100


def test_what_waits_for_the_scanner_is_said_where_it_has_waited_long(
    scene: Scene, desk: Client
) -> None:
    hand_in(scene.hearing, "a.txt", b"Hei")
    assert "Virussjekken" not in page(desk)
    with override_settings(CLAMD="unix:/run/ingen", NOW=(NOW + timedelta(minutes=6)).isoformat()):
        assert "Virussjekken er treg eller nede." in page(desk)


def test_what_is_no_response_is_set_aside_and_taken_on_again_from_the_pages(
    scene: Scene, desk: Client
) -> None:
    hand_in(scene.hearing, TINDVANG, sender="Tindvang kommune")
    work.run_until_idle()
    place = f"{INBOX}1/"
    assert f"{place}sett-til-side/" in page(desk, place)
    assert desk.post(f"{place}sett-til-side/", {"reason": "duplicate"}).status_code == 422
    answer = desk.post(f"{place}sett-til-side/", {"reason": "not-a-response", "note": "Feil sak"})
    assert answer.status_code == 302
    shown = page(desk, place)
    assert "Ikke et høringssvar – Feil sak" in shown
    assert "Satt til side av caseworker." in shown
    assert "selected" in page(desk, f"{place}horing/")
    answer = desk.post(f"{place}horing/", {"hearing": scene.hearing.slug})
    assert answer["Location"] == f"{INBOX}2/"
    assert "Hentet fram fra leveranse 1" in page(desk, f"{INBOX}2/")
    work.run_until_idle()
    assert publication.ledger().published == 1


def archive(files: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return buffer.getvalue()


def test_an_archive_is_taken_in_and_each_file_told_of_on_a_page_and_in_a_list(
    scene: Scene, desk: Client
) -> None:
    sent = {"hearing": scene.hearing.slug, "key": str(uuid4())}
    data = archive({"=svar.txt": b"Hei", "tom.txt": b"", "../ut.txt": b"x"})
    one, again = (
        desk.post(IMPORTS, sent | {"archive": SimpleUploadedFile("svar.zip", data)})["Location"]
        for _ in range(2)
    )
    assert one == again
    assert "0 prosent er gjort" in page(desk, one)
    work.run_until_idle()
    shown = page(desk, one)
    assert "Filen er tom" in shown
    assert "Navnet peker ut av arkivet" in shown
    assert 'href="/saksbehandling/mottak/1/"' in shown
    listed = desk.get(f"{one}liste.csv").content.decode()
    assert "'=svar.txt,1,Tatt inn," in listed
    assert "svar.zip" in page(desk, IMPORTS)
    assert Import.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "den er tom"), (b"%PDF-1.7", "verken .zip eller .mbox"), (None, "velg en .zip")],
)
def test_what_is_no_archive_is_refused_in_a_sentence(
    scene: Scene, desk: Client, data: bytes | None, told: str
) -> None:
    sent: dict[str, Any] = {"hearing": scene.hearing.slug, "key": str(uuid4())}
    if data is not None:
        sent["archive"] = SimpleUploadedFile("svar.zip", data)
    answer = desk.post(IMPORTS, sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Import.objects.exists()


def test_an_archive_over_the_limit_is_refused(scene: Scene, desk: Client) -> None:
    with override_settings(IMPORT_LIMIT=10):
        file = SimpleUploadedFile("svar.zip", archive({"a.txt": b"Hei"}))
        answer = desk.post(
            IMPORTS, {"hearing": scene.hearing.slug, "key": str(uuid4()), "archive": file}
        )
    assert "den er for stor" in answer.content.decode()
