"""The desk sees whether everything is as it came: the last night's look, and what was signed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client

from innspill.interfaces.desk.proof_state import proof_state
from innspill.shared.journal import actions as journal
from innspill.shared.journal.append_only import put_up, take_down
from innspill.shared.journal.models import Checkpoint
from innspill.shared.journal.verifying import check_receipt
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn


def looked(at: datetime, *faults: str, files: int = 12) -> None:
    journal.note_inspection(files=files, lines=34, faults=faults, now=at)


@pytest.fixture
def desk(arrived: ConsultationShown, staff: Staff, signed_in: SignIn) -> Client:
    """A reader at the desk."""
    return signed_in(staff.reader)


def said(desk: Client, page: str = "/saksbehandling/") -> str:
    return desk.get(page).content.decode()


def test_it_is_honest_where_nobody_has_looked_and_nothing_is_signed(desk: Client) -> None:
    with connection.cursor() as cursor:
        for statement in take_down(connection.vendor, "journal_checkpoint"):
            cursor.execute(statement)
        Checkpoint.objects.all().delete()
        for statement in put_up(connection.vendor, "journal_checkpoint"):
            cursor.execute(statement)
    page = said(desk)
    assert "er ikke gått gjennom ennå" in page
    assert "Aldri" in page
    assert "Ingen ennå" in page
    assert "notice warning" in page
    assert not proof_state(NOW).is_red
    whole = said(desk, "/saksbehandling/bevis/")
    assert "Ingen gjennomgang er gjort ennå." in whole
    assert "Det er ikke laget noe sjekkpunkt ennå." in whole


def test_a_look_without_faults_within_a_night_is_in_order(desk: Client) -> None:
    looked(NOW - timedelta(hours=9))
    journal.checkpoint("hour", NOW)
    page = said(desk)
    assert "12 filer og 34 journallinjer" in page
    assert "Ingen" in page
    assert "notice danger" not in page
    assert not proof_state(NOW).is_red
    whole = said(desk, "/saksbehandling/bevis/")
    assert "Hver time" in whole
    assert 'href="/bevis/sjekkpunkt/' in whole


@pytest.mark.parametrize(("hours", "is_red"), [(36, False), (36.1, True), (400, True)])
def test_a_look_older_than_a_day_and_a_half_is_red(
    desk: Client, hours: float, is_red: bool
) -> None:
    looked(NOW - timedelta(hours=hours))
    assert ("mer enn 36 timer siden" in said(desk)) is is_red
    assert ("notice danger" in said(desk)) is is_red


def test_faults_are_red_and_told_in_full(desk: Client) -> None:
    looked(NOW - timedelta(hours=1), "file abc is damaged", "line 3 was changed")
    page = said(desk)
    assert "notice danger" in page
    assert page.index("2 feil.") < page.index("Venter på deg")
    assert page.count("2 feil.") == 1
    assert "file abc is damaged" not in page
    assert "file abc is damaged" in said(desk, "/saksbehandling/bevis/")


def test_the_page_lists_the_last_thirty(desk: Client) -> None:
    for night in range(32):
        looked(NOW - timedelta(days=40 - night), files=1000 + night)
    page = said(desk, "/saksbehandling/bevis/")
    assert "1031" in page
    assert "1002" in page
    assert "1001" not in page


def test_a_delivery_has_its_place_in_the_journal_and_its_receipt(desk: Client) -> None:
    page = said(desk, "/saksbehandling/mottak/1/")
    taken = desk.get("/saksbehandling/mottak/1/kvittering.json")
    receipt = json.loads(taken.content)
    assert check_receipt(receipt)
    assert f"Journallinje</dt><dd>{receipt['journal_position']} " in page
    assert 'href="/saksbehandling/mottak/1/kvittering.json"' in page
    assert taken["Content-Disposition"] == 'attachment; filename="kvittering-1.json"'
