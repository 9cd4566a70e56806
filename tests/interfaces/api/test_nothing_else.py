"""What is not public appears nowhere in open data, and what was withdrawn is gone at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from innspill.pipeline import wiring
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import actions
from innspill.stages.register import queries as register
from tests.conftest import SAMPLES
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff

from .addresses import every, everything, filled
from .conftest import PERSON

pytestmark = pytest.mark.django_db
WITHHELD, WAITING, NOWHERE = "kanarihoting", "kanariventer", "kanaringensteds"
MASKED = ("Aksnesvik", "150147", "80189", "404 55 617", "epost.example", "Ospebakken 14")


def found_in(client: Client, hearing: ConsultationShown, *words: str) -> list[str]:
    """The places where one of the words stands."""
    return [
        f"{place}: {word}"
        for place, text in everything(client, hearing)
        for word in words
        if word.lower() in text.lower()
    ]


def number_of(hearing: ConsultationShown, name: str) -> tuple[int, int]:
    """Row number and number of the current response of this sender."""
    owner = Owner.objects.get(name=hearing.owner)
    rows = register.responses(hearing.slug, [owner], standing="current")
    return next((row.id, row.number) for row in rows if row.name == name)


def letter(word: str) -> bytes:
    return f"Granmo kommune\n\nVi mener at {word} må med i planen.\n".encode()


def test_the_canaries_would_sing_if_they_were_let_out(
    client: Client, published: ConsultationShown
) -> None:
    scene.hand_in(published, "brev.txt", letter("kanarifri"), sender="Granmo kommune")
    scene.work.run_until_idle()
    places = found_in(client, published, "kanarifri")
    kinds = {place.partition(":")[0].rpartition(".")[2].partition("?")[0] for place in places}
    assert kinds == {"json", "jsonl", "csv", "txt"}
    assert [place for place in places if "all.zip!svar/" in place]


def test_what_is_withheld_or_waits_appears_nowhere_not_even_by_name(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    scene.hand_in(published, "hemmelig-fil.txt", letter(WITHHELD), sender="Granmo kommune")
    scene.hand_in(published, "ukjent-fil.txt", f"Vi mener {WAITING}.\n".encode(), days=1)
    scene.work.run_until_idle()
    row, number = number_of(published, "Granmo kommune")
    actions.withhold(row, reason="offl. § 13", by=staff.lead, now=NOW)
    words = (WITHHELD, WAITING, "Granmo kommune", "granmo-kommune", "hemmelig-fil", "offl. §")
    # The hearing's own list of invited bodies is no response, and is not in open data either.
    assert found_in(client, published, *words) == []
    assert client.get(f"/api/v1/bodies/{words[3]}/feed.atom").status_code == 404
    address = f"/api/v1/hearings/{published.slug}/responses/{number}.json"
    assert client.get(address).status_code == 410  # it was public for a moment


def test_what_was_withdrawn_is_gone_at_once_everywhere_also_for_who_had_it(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    row, number = number_of(published, "Tindvang kommune")
    had = {address: client.get(address) for address in every(published)}
    assert found_in(client, published, "Tindvang kommune")
    actions.withdraw(row, reason="sender asked", by=staff.lead, now=NOW)
    assert found_in(client, published, "Tindvang kommune", "tindvang-kommune") == []
    told = f"/api/v1/hearings/{published.slug}/"
    for address, before in had.items():
        if address.startswith((told, f"/sitemap/horinger/{published.slug}")):
            after = client.get(address, headers={"if-none-match": before["ETag"]})
            assert after.status_code in {200, 410}, address
    single = filled("/api/v1/hearings/{slug}/responses/{number}.json", published, number=number)
    gone = client.get(single)
    assert (gone.status_code, gone["Cache-Control"]) == (410, "no-store")
    (counts,) = [
        each for each in client.get("/api/v1/hearings.json").json()["data"]
        if each["id"] == published.slug
    ]  # fmt: skip
    assert counts["withdrawn"] == 1


def test_who_asks_by_time_alone_is_not_told_that_nothing_changed_after_a_withdrawal(
    client: Client, published: ConsultationShown, staff: Staff, settings: object
) -> None:
    address = f"/api/v1/hearings/{published.slug}/responses.csv"
    settings.NOW = (NOW + timedelta(hours=1)).isoformat()  # type: ignore[attr-defined]
    since = client.get(address)["Last-Modified"]
    assert client.get(address, headers={"if-modified-since": since}).status_code == 304
    row, _ = number_of(published, "Tindvang kommune")
    actions.withdraw(row, reason="sender asked", by=staff.lead, now=wiring.clock().now())
    again = client.get(address, headers={"if-modified-since": since})
    assert again.status_code == 200
    assert "Last-Modified" not in again  # the second of the change is not over


def test_what_is_masked_and_who_a_private_person_is_appears_nowhere(
    client: Client, published: ConsultationShown, from_a_person: int
) -> None:
    address = f"/api/v1/hearings/{published.slug}/responses/{from_a_person}.json"
    shown = client.get(address).json()
    assert shown["name"] == "Privatperson"
    assert "[sladdet]" in str(shown)
    assert found_in(client, published, *MASKED, *PERSON.split()) == []


def test_a_response_that_was_replaced_says_so_and_an_earlier_copy_of_it_is_gone(
    client: Client, published: ConsultationShown
) -> None:
    data = client.get(f"/api/v1/hearings/{published.slug}/responses.json").json()["data"]
    (old,) = [each for each in data if each["standing"] == "superseded"]
    new = next(each for each in data if each["id"] == old["superseded_by"])
    assert new["standing"] == "current"
    assert new["name"] == old["name"]
    feed = client.get(f"/api/v1/hearings/{published.slug}/feed.atom").content.decode()
    assert f"/svar/{old['number']}<" not in feed
    assert f"/svar/{new['number']}<" in feed


def test_a_draft_is_nowhere(client: Client, published: ConsultationShown) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml").model_copy(
        update={"status": "draft", "case_number": "26/9999", "owner": published.owner,
                "title": {"nb": f"Utkast {NOWHERE}"}}
    )  # fmt: skip
    draft = consultations.load(definition, now=NOW)
    assert found_in(client, published, NOWHERE) == []
    for address in every(draft):
        if f"/{draft.slug}" in address:
            assert client.get(address).status_code == 404, address


def test_a_hearing_that_publishes_none_gives_its_counts_alone(
    client: Client, published: ConsultationShown
) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml").model_copy(
        update={"published": "none", "case_number": "26/8888", "opens": None}
    )
    closed = consultations.load(definition, now=NOW)
    intake.receive(
        consultation_slug=closed.slug, channel="upload",
        files=[("svar.txt", f"Lia vel\n\nVi mener {NOWHERE}.\n".encode())],
        claimed_sender="Lia vel", idempotency_key="none", now=NOW, store=wiring.store(),
    )  # fmt: skip
    scene.work.run_until_idle()
    assert found_in(client, closed, NOWHERE, "Lia vel") == []
    shown = client.get(f"/api/v1/hearings/{closed.slug}.json").json()
    assert (shown["responses"], shown["published"], shown["waiting"]) == (1, 0, 1)
