"""What is settled at the desk holds for the public at once, also while no worker is running."""

from __future__ import annotations

from django.test import Client

from innspill.pipeline import following
from innspill.pipeline.work import run_until_idle
from innspill.stages.consultations import actions as consultation_actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.marks import Spot
from innspill.stages.register import queries as register
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn
from .test_publishing import ROOT, a_text, form_of

SENDERS = "/saksbehandling/avsendere/"


def test_a_sender_who_turns_out_to_be_a_person_is_gone_before_any_step_has_run(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    public, client = f"/horinger/{arrived.slug}/svar/1/", signed_in(staff.caseworker)
    assert Client().get(public).status_code == 200
    client.post(f"{SENDERS}{arrived.slug}/1/", {"uten-navn": "1"})
    assert Client().get(public).status_code == 410
    client.post(f"{SENDERS}{arrived.slug}/1/angre/")
    run_until_idle()
    assert Client().get(public).status_code == 200


def test_a_sender_settled_as_who_stands_there_already_stays_on_show(
    arrived: ConsultationShown, staff: Staff
) -> None:
    shown = publication.public_response(arrived.slug, 1)
    assert shown is not None
    row = next(row for row in register.of_consultation(arrived.id) if row.number == 1)
    following.settle_sender(
        row.id, names=[shown.response.name], kind="organisation", by=staff.caseworker, now=NOW
    )
    assert publication.public_response(arrived.slug, 1) is not None


def test_a_hearing_that_publishes_no_more_takes_down_what_stands_until_a_lead_says_otherwise(
    arrived: ConsultationShown, staff: Staff
) -> None:
    edited = consultations.edited(arrived.slug, [arrived.owner_id])
    assert edited is not None
    said = {"published": "none", "publish_without_a_person": "never"}
    changed = edited.definition.model_copy(update=said)
    consultation_actions.save(
        arrived.id, changed, based_on=edited.revision, by=staff.caseworker, now=NOW
    )
    assert publication.ledger(arrived.id).published
    note = {"nb": "Svar publiseres ikke.", "nn": "Svar blir ikkje publiserte."}
    following.announce(arrived.id, note=note, reason="Publiserer ikke.", by=staff.lead, now=NOW)
    run_until_idle()
    assert publication.ledger(arrived.id).published == 0
    assert Client().get(f"/horinger/{arrived.slug}/svar/1/").status_code == 410
    row = next(row for row in register.of_consultation(arrived.id) if row.number == 1)
    actions.approve(row.id, by=staff.lead, now=NOW)
    run_until_idle()
    assert publication.ledger(arrived.id).published == 1


def test_whoever_withholds_words_is_told_where_else_everybody_reads_them(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, address = signed_in(staff.caseworker), f"{ROOT}{arrived.slug}/1/"
    text = a_text(arrived.slug, staff)
    sent = form_of(client, address, "merk-words") | {
        "merk-place": text.place, "merk-words": "kommune", "merk-reason": "Et navn.",
    }  # fmt: skip
    answer = client.post(f"{address}merk/", sent, follow=True).content.decode()
    assert "De samme ordene vises fortsatt her:" in answer
    span = {"state": form_of(client, address, "merk-words")["state"], "word": "withhold",
            "place": "sender", "start": 0, "end": 8, "kind": "name", "ground": "person",
            "reason": "Navnet."}  # fmt: skip
    answer = client.post(f"{address}merk/", span, follow=True).content.decode()
    assert "De samme ordene vises fortsatt her:" in answer


def test_no_cache_keeps_a_public_page_without_asking(arrived: ConsultationShown) -> None:
    for address in ("/", f"/horinger/{arrived.slug}/", f"/horinger/{arrived.slug}/svar/1/",
                    f"/horinger/{arrived.slug}/svar/999/", "/sok/?q=vann"):  # fmt: skip
        assert Client().get(address)["Cache-Control"] == "no-cache", address


def test_open_data_says_in_words_that_nothing_is_written_there(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/api/v1/hearings.json", {"x": "y"})
    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"


def test_a_text_of_hundreds_of_single_marks_is_still_a_page(
    arrived: ConsultationShown, staff: Staff
) -> None:
    text = a_text(arrived.slug, staff)
    row = next(row for row in register.of_consultation(arrived.id) if row.number == 1)
    spots = [Spot(text.place, at, at + 1) for at in range(0, min(400, len(text.text)), 2)]
    actions.mark(
        row.id, spots, word="withhold", ground="person", reason="Prøve.", by=staff.caseworker,
        now=NOW,
    )  # fmt: skip
    assert Client().get(f"/horinger/{arrived.slug}/svar/1/").status_code == 200


def test_what_is_set_aside_as_no_response_is_gone_from_the_public_at_once(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    row = next(row for row in register.of_consultation(arrived.id) if row.number == 1)
    address = f"/saksbehandling/mottak/{row.delivery_number}/sett-til-side/"
    client = signed_in(staff.caseworker)
    answer = client.post(address, {"reason": "not-a-response", "note": "En prøve."})
    assert answer.status_code == 302
    assert Client().get(f"/horinger/{arrived.slug}/svar/1/").status_code == 410
