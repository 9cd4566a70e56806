"""What the receipt for a mail says and encloses: proof in words, as a paper, and as a file."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pypdfium2
import pytest
from pytest_django.fixtures import Settings

from innspill.pipeline import mail_in, wiring
from innspill.shared.journal.verifying import check_receipt
from innspill.shared.post.models import Mail
from innspill.shared.values import Sha256
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.definition import Late
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW

from .test_mail_in import mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing() -> ConsultationShown:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    changes = {"opens": None, "late": Late(policy="forward", to="departementet")}
    return consultations.load(definition.model_copy(update=changes), now=NOW)


def answered(subject: str = "Høringssvar 26/2051", now: datetime = NOW) -> Mail:
    receipt = mail_in.take_in(mail(subject).as_bytes(), now=now, store=wiring.store())
    return Mail.objects.get(about=f"delivery {receipt.number}")


def enclosed(letter: Mail) -> dict[str, bytes]:
    return {one["name"]: wiring.store().get(Sha256(one["sha256"])) for one in letter.enclosures}


def test_it_has_number_time_fingerprints_place_root_and_the_way_to_check(
    hearing: ConsultationShown, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    letter = answered()
    receipt = json.loads(enclosed(letter)["kvittering-1.json"])
    for said in (
        "mottaksnummer 1", "1. april 2026 kl. 10.00", receipt["files"][0]["sha256"],
        f"Journallinje: {receipt['journal_position']}", receipt["root"],
        "https://horing.example/bevis/", "kvittering-1.json",
    ):  # fmt: skip
        assert said in letter.text, said
    assert "etter fristen" not in letter.text
    assert check_receipt(receipt)


def test_the_paper_and_the_file_of_the_receipt_go_with_it(hearing: ConsultationShown) -> None:
    files = enclosed(answered())
    assert sorted(files) == ["kvittering-1.json", "kvittering-1.pdf"]
    paper = pypdfium2.PdfDocument(files["kvittering-1.pdf"])[0].get_textpage().get_text_range()
    assert "Kvittering 1" in paper
    assert "26/2051" in paper
    assert "Bevis og kontroll" in paper  # where the address of the server is not known


def test_what_came_too_late_is_told_to_be_late_and_what_happens_with_it(
    hearing: ConsultationShown,
) -> None:
    assert hearing.deadline_at is not None
    late = answered(now=hearing.deadline_at)
    assert "Svaret kom etter fristen." in late.text
    assert "sendes det videre til departementet." in late.text
    just = mail("Høringssvar 26/2051", message_id="<to@bevegelse.example>").as_bytes()
    before = hearing.deadline_at - timedelta(microseconds=1)
    receipt = mail_in.take_in(just, now=before, store=wiring.store())
    assert "etter fristen" not in Mail.objects.get(about=f"delivery {receipt.number}").text


def test_a_mail_for_no_hearing_has_the_same_proof(hearing: ConsultationShown) -> None:
    consultations.load(
        hearing.definition.model_copy(update={"case_number": "26/9", "deadline": date(2027, 1, 1)}),
        now=NOW,
    )  # so that the address alone does not say which is meant
    letter = answered("Noe helt annet")
    assert "Vi fant ikke ut hvilken høring" in letter.text
    assert "1. april 2026 kl. 10.00" in letter.text
    assert check_receipt(json.loads(enclosed(letter)["kvittering-1.json"]))
    assert enclosed(letter)["kvittering-1.pdf"].startswith(b"%PDF-")
