"""The documents with their canaries, handed in, worked through and let through by a lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from innspill.pipeline import mail_in, wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import actions, waiting
from innspill.stages.register import actions as register
from innspill.stages.reports import actions as reports
from tests.interfaces import scene
from tests.stages.conftest import IN_TIME, NOW, Staff, home_at, undone

from .in_mail import mail_with_canaries, nested_mail, outlook_with_canaries, zip_with_canaries
from .in_open_document import (
    html_with_canaries,
    odt_with_canaries,
    rtf_with_canaries,
    sheet_with_canaries,
)
from .in_pdf import pdf_with_canaries, revised_pdf, scanned_pdf
from .in_word import word_with_canaries
from .planting import Canaries

MADE = {
    "docx": ("Statens vannlaboratorium", word_with_canaries),
    "odt": ("Tilsynet for drikkevann", odt_with_canaries),
    "rtf": ("Vassdragsetaten", rtf_with_canaries),
    "html": ("Beredskapsskolen", html_with_canaries),
    "xlsx": ("Kraftberedskapsrådet", sheet_with_canaries),
    "pdf": ("Norsk målerforum", pdf_with_canaries),
    "revised.pdf": ("Ingeniørenes vanngruppe", revised_pdf),
    "scan.pdf": ("Teknisk ansattes forbund", scanned_pdf),
    "msg": ("Norsk vannforskningssenter", outlook_with_canaries),
    "eml": ("Norges hyttelag", nested_mail),
    "zip": ("Universitetet i Nordvest", zip_with_canaries),
}

ORGANISATIONS = {sender for sender, _ in MADE.values()} | {"Fagskolen for driftsteknikk"}


@dataclass(frozen=True)
class Planted:
    """What was planted, and where everything stands now."""

    nest: Canaries
    hearing: ConsultationShown
    staff: Staff
    owner: Owner


def hand_in(hearing: ConsultationShown, name: str, data: bytes, **claimed: str) -> None:
    """A file, through the front door."""
    intake.receive(
        consultation_slug=hearing.slug, channel="upload", files=[(name, data)],
        idempotency_key=name, now=IN_TIME + timedelta(minutes=len(data) % 999),
        store=wiring.store(), **claimed,
    )  # fmt: skip


def let_through(planted: Planted) -> None:
    """A lead approves whatever waits: what is hidden must be gone even then."""
    for _ in range(3):
        work.run_until_idle()
        for shown in waiting.waiting([planted.owner], slug=planted.hearing.slug):
            row = shown.response
            if not row.sender_is_sure:
                known = row.name.partition(" <")[0] or "Lia vel"
                register.settle_sender(
                    row.id,
                    names=[known],
                    by=planted.staff.caseworker,
                    now=NOW,
                    kind="organisation" if known in ORGANISATIONS else "person",
                )
            elif shown.outcome:
                actions.approve(row.id, reason="sett", by=planted.staff.lead, now=NOW)
    work.run_until_idle()


@pytest.fixture(scope="module")
def planted(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Planted]:
    """Everything planted in one hearing, published as far as a lead can, with its report."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        made = scene.build()
        hearing, nest = made.hearing, Canaries()
        planted = Planted(nest, hearing, made.staff, Owner.objects.get(name=hearing.owner))
        for ending, (sender, make) in MADE.items():
            hand_in(
                hearing, f"{nest.word(f'{ending}: name of the file')}.{ending}", make(sender, nest),
                claimed_sender=sender,
                claimed_email=f"{nest.word(f'{ending}: address given with it')}@epost.example",
            )  # fmt: skip
        to = str(hearing.definition.submit_email)
        subject = f"Høringssvar {hearing.case_number} {nest.word('Mail: Subject')}"
        mail = mail_with_canaries("Fagskolen for driftsteknikk", to, subject, nest)
        mail_in.take_in(mail, now=IN_TIME, store=wiring.store())
        person = nest.word("form: claimed name").capitalize()
        text = f"Vi mener at {nest.control('form')} må med i planen.\n\nHilsen {person}\n"
        hand_in(hearing, "svar.txt", text.encode(), claimed_sender=f"Kari {person}",
                claimed_email=nest.email("form: claimed address"))  # fmt: skip
        let_through(planted)
        reports.make_report(hearing.id, language="nb", now=NOW, store=wiring.store())
        reports.publish_report(hearing.id, by=made.staff.lead, now=NOW)
        work.run_until_idle()
        yield planted
