"""What the public sees of responses: the rendition, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from innspill.pipeline.work import run_until_idle
from innspill.shared.journal import actions as journaling
from innspill.shared.journal import queries as journal
from innspill.shared.people.models import Owner
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions as publishing
from innspill.stages.publication import queries as publication
from innspill.stages.publication import searching, waiting
from innspill.stages.publication.core.listing import Filter
from innspill.stages.reading import actions as reading
from innspill.stages.reading import queries as readings
from innspill.stages.register import actions as registering
from innspill.stages.register import queries as registered
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff


def page_of(client: Client, hearing: ConsultationShown, rest: str) -> str:
    answer = client.get(f"/horinger/{hearing.slug}/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def number_of(hearing: ConsultationShown, name: str, standing: str = "current") -> int:
    rows = list(searching.listed(hearing.slug, Filter()))
    return next(row.number for row in rows if row.name == name and row.standing == standing)


def test_a_form_is_shown_question_by_question(client: Client, published: ConsultationShown) -> None:
    number = number_of(published, "Tindvang kommune")
    page = page_of(client, published, f"svar/{number}/")
    assert "<strong>Ja</strong>" in page
    assert 'lang="nn"' in page
    assert "Kapittelet nemner ikkje dei private vassverka" in page
    assert f"høringssvar 25/1734-{number}" in page


def test_footnotes_are_linked_both_ways(client: Client, published: ConsultationShown) -> None:
    number = number_of(published, "Universitetet i Nordvest")
    page = page_of(client, published, f"svar/{number}/")
    found = publication.public_response(published.slug, number)
    assert found is not None
    assert found.response.footnotes
    for mark, _ in found.response.footnotes:
        assert page.count(f'id="fotnote-{mark}"') == 1
        assert page.count(f'id="fotnotemerke-{mark}"') == 1
        assert f'href="#fotnote-{mark}"' in page
        assert f'href="#fotnotemerke-{mark}"' in page


def test_a_replaced_response_stays_readable_and_says_so(
    client: Client, published: ConsultationShown
) -> None:
    number = number_of(published, "Skogheim kommune", "superseded")
    page = page_of(client, published, f"svar/{number}/")
    assert "Dette svaret er erstattet." in page
    newer = number_of(published, "Skogheim kommune")
    assert f'<a href="/horinger/{published.slug}/svar/{newer}/">Les det nyeste svaret</a>' in page


def test_all_answers_to_a_question_stand_on_one_page(
    client: Client, published: ConsultationShown
) -> None:
    page = page_of(client, published, "sporsmal/3/")
    assert "Tindvang kommune" in page
    assert page.count("Skogheim kommune") == 1, "only the response that stands"
    assert client.get(f"/horinger/{published.slug}/sporsmal/99/").status_code == 404


def test_what_is_not_published_is_not_there(
    client: Client, open_hearing: ConsultationShown
) -> None:
    scene.hand_in(open_hearing, "svar.txt", b"Rart svar.")
    assert client.get(f"/horinger/{open_hearing.slug}/svar/1/").status_code == 404
    assert "Ingen har svart ennå." in page_of(client, open_hearing, "")


def test_a_private_person_has_no_name_and_no_address_on_any_page(
    client: Client, hearing: ConsultationShown, staff: Staff
) -> None:
    scene.hand_in(hearing, scene.PRIVATE)
    run_until_idle()
    for row in waiting.all_states(hearing.slug, _owners(staff)):
        if row.state == "waiting":
            registering.settle_sender(
                row.response.id, names=["Torbjørn Aksnesvik"], kind="person",
                by=staff.caseworker, now=NOW,
            )  # fmt: skip
            run_until_idle()
    for row in waiting.waiting(_owners(staff)):
        publishing.approve(row.response.id, reason="Sett på.", by=staff.lead, now=NOW)
    run_until_idle()
    number = list(searching.listed(hearing.slug, Filter()))[-1].number
    pages = page_of(client, hearing, "") + page_of(client, hearing, f"svar/{number}/")
    pages += page_of(client, hearing, f"svar/{number}/?lang=en")
    assert "Privatperson" in pages
    assert "[sladdet]" in pages
    for secret in ("Aksnesvik", "Torbjørn", "150147", "Ospebakken", "404 55 617", "epost.example"):
        assert secret not in pages


def test_two_ticks_are_shown_as_two_ticks(
    client: Client, hearing: ConsultationShown, staff: Staff
) -> None:
    scene.hand_in(hearing, scene.TWO_TICKS, sender="Eidsund kommune")
    run_until_idle()
    for flag in readings.open_flags(_owners(staff)):
        reading.settle_flag(flag.id, value="as-is", note="Står.", by=staff.caseworker, now=NOW)
    run_until_idle()
    number = list(searching.listed(hearing.slug, Filter()))[-1].number
    page = page_of(client, hearing, f"svar/{number}/")
    assert "Flere kryss" in page
    assert "Svaret regnes som uklart." in page


def _owners(staff: Staff) -> list[Owner]:
    return owners_of(staff.lead)


def test_the_page_tells_of_receipt_proof_and_versions(
    client: Client, published: ConsultationShown
) -> None:
    old = number_of(published, "Skogheim kommune", "superseded")
    new = number_of(published, "Skogheim kommune")
    page = page_of(client, published, f"svar/{new}/")
    shown = publication.public_response(published.slug, new)
    assert shown is not None
    assert f"kvittering nummer {shown.response.receipt}" in page
    assert f'href="/horinger/{published.slug}/svar/{old}/"' in page
    assert "neste sjekkpunkt" in page or "/bevis/linje/" in page
    journaling.checkpoint("hour", NOW + timedelta(hours=2))
    page = page_of(client, published, f"svar/{new}/")
    address = f"/bevis/linje/{shown.response.journal_line}.json"
    assert f'href="{address}"' in page
    proof = client.get(address, follow=True).json()
    assert proof["position"] == shown.response.journal_line
    line = journal.proof_shown(proof["position"], proof["size"])
    assert proof == line
    assert client.get("/bevis/linje/99999999.json").status_code == 404


def test_the_list_tells_what_kind_of_response_it_is(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    number = number_of(published, "Tindvang kommune")
    row = next(each for each in registered.of_consultation(published.id) if each.number == number)
    registering.say_kinds(row.id, codes=["preliminary"], by=staff.caseworker, now=NOW)
    run_until_idle()
    assert "Foreløpig, vedtak kommer" in page_of(client, published, "")
    assert "Foreløpig, vedtak kommer" in page_of(client, published, f"svar/{number}/")


def test_who_comes_back_to_a_withdrawn_response_is_told_that_it_is_gone_and_not_what_it_was(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    number = number_of(published, "Tindvang kommune")
    owner = Owner.objects.get(name=published.owner)
    rows = registered.responses(published.slug, [owner], standing="current")
    row = next(row.id for row in rows if row.number == number)
    publishing.withdraw(row, reason="sender asked", by=staff.lead, now=NOW)
    for language, said in (("nb", "ikke lenger"), ("nn", "ikkje publisert"), ("en", "no longer")):
        gone = client.get(f"/horinger/{published.slug}/svar/{number}/?lang={language}")
        assert gone.status_code == 410
        assert said in gone.content.decode()
        assert "Tindvang" not in gone.content.decode()
        assert gone["Cache-Control"] == "no-cache", "it may be published again"
    assert client.get(f"/horinger/{published.slug}/svar/999/").status_code == 404
