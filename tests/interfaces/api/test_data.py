"""Hearings, responses and answers: the same in every format, in pages that join up, with counts."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from innspill.interfaces.api.making import STATES
from innspill.pipeline import wiring
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import open_data
from innspill.stages.publication import queries as publication
from innspill.stages.publication.models import PublishedResult
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff

from .addresses import body
from .deciding import REASON, publish_decided

pytestmark = pytest.mark.django_db


def rows_of(client: Client, address: str) -> list[dict[str, str]]:
    text = body(client.get(address)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def all_pages(client: Client, address: str | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while address:
        response = client.get(address)
        page = response.json()
        found += page["data"]
        address = page["next"]
        assert (f'<{address}>; rel="next"' in response["Link"]) == (address is not None)
    return found


def at(hearing: ConsultationShown, name: str) -> str:
    return f"/api/v1/hearings/{hearing.slug}/{name}"


def test_the_counts_of_a_hearing_add_up_and_are_those_of_its_page(
    client: Client, published: ConsultationShown
) -> None:
    scene.hand_in(published, "uten-avsender.txt", b"Vi er enige.\n", days=3)
    scene.work.run_until_idle()
    ledger = publication.ledger(published.id)
    (row,) = [each for each in rows_of(client, "/api/v1/hearings.csv")
              if each["id"] == published.slug]  # fmt: skip
    shown = client.get(f"/api/v1/hearings/{published.slug}.json").json()
    for counts in (row, shown):
        assert {state: int(counts[state]) for state in STATES} == {
            state: getattr(ledger, state) for state in STATES
        }
        assert sum(int(counts[state]) for state in STATES) == int(counts["responses"])
    assert shown["waiting"] == 1
    assert shown["superseded"] == 1


def test_pages_join_up_to_the_whole_whatever_their_length(
    client: Client, published: ConsultationShown
) -> None:
    whole = client.get(at(published, "responses.json")).json()
    assert whole["next"] is None
    assert len(whole["data"]) > 3
    for limit in (1, 3, len(whole["data"])):
        assert all_pages(client, at(published, f"responses.json?limit={limit}")) == whole["data"]
    answers = client.get(at(published, "answers.json")).json()["data"]
    assert all_pages(client, at(published, "answers.json?limit=1")) == answers


def test_every_format_says_the_same(client: Client, published: ConsultationShown) -> None:
    pages = all_pages(client, at(published, "responses.json"))
    lines = [
        json.loads(line) for line in body(client.get(at(published, "responses.jsonl"))).splitlines()
    ]
    assert lines == pages
    assert [client.get(at(published, f"responses/{each['number']}.json")).json()
            for each in pages] == pages  # fmt: skip
    rows = rows_of(client, at(published, "responses.csv"))
    assert [row["sha256"] for row in rows] == [each["sha256"] for each in pages]
    answers = all_pages(client, at(published, "answers.json"))
    in_csv = rows_of(client, at(published, "answers.csv"))
    assert [row["id"] for row in in_csv] == [each["id"] for each in answers]
    assert [row["ticks"] for row in in_csv] == ["|".join(each["ticks"]) for each in answers]
    assert [row["text"].lstrip("'") for row in in_csv] == [
        each["text"].lstrip("'") for each in answers
    ]


def test_nothing_that_a_public_copy_says_is_missing(
    client: Client, published: ConsultationShown
) -> None:
    answers = all_pages(client, at(published, "answers.json"))
    for shown in open_data.responses(published.slug):
        own = [row for row in answers if row["number"] == shown.number]
        asked = [row for row in own if row["question"] is not None]
        assert [(row["question"], row["text"]) for row in asked] == [
            (answer.question, answer.text) for answer in shown.response.answers
        ]
        assert "\n\n".join(row["text"] for row in own if row["question"] is None) == "\n\n".join(
            shown.response.general
        )
    assert [row for row in answers if row["footnotes"]]
    assert len({row["id"] for row in answers}) == len(answers)


def test_an_answer_stands_beside_its_question_and_its_ticks_in_words(
    client: Client, published: ConsultationShown
) -> None:
    answers = all_pages(client, at(published, "answers.json?question=1"))
    (said,) = [row for row in answers if row["name"] == "Tindvang kommune"]
    assert said["question_text"] == published.definition.question("1").text["nb"]
    assert len(said["tick_texts"]) == len(said["ticks"]) == 1


def test_filters_keep_what_is_asked_for(client: Client, published: ConsultationShown) -> None:
    everyone = all_pages(client, at(published, "responses.json"))
    groups = {each["group"] for each in everyone}
    for group in groups:
        asked = {"group": group or "-"}
        kept = client.get(at(published, "responses.json"), asked).json()["data"]
        assert kept == [each for each in everyone if each["group"] == group]
    ids = [question.id for question in published.definition.questions]
    some = next(
        each for each in ids
        if 0 < len([one for one in everyone if each in one["answered"]]) < len(everyone)
    )  # fmt: skip
    kept = all_pages(client, at(published, f"responses.json?question={some}&limit=1"))
    assert kept == [each for each in everyone if some in each["answered"]]
    assert {
        row["question"] for row in rows_of(client, at(published, "answers.csv?question=3"))
    } == {"3"}


def test_what_stands_is_told_from_what_was_superseded(
    client: Client, published: ConsultationShown
) -> None:
    everything = all_pages(client, at(published, "responses.json"))
    parts = [
        all_pages(client, at(published, f"responses.json?standing={each}&limit=1"))
        for each in ("current", "superseded")
    ]
    assert all(parts)
    assert sorted(row["number"] for part in parts for row in part) == [
        row["number"] for row in everything
    ]
    assert client.get(at(published, "answers.csv?standing=withdrawn")).status_code == 400


def test_changed_since_gives_what_was_published_then_or_later(
    client: Client, published: ConsultationShown, settings: Any
) -> None:
    settings.NOW = (NOW + timedelta(days=2)).isoformat()
    scene.hand_in(
        published, "brev.txt", b"Granmo kommune\n\nVi er enige.\n", sender="Granmo kommune"
    )
    scene.work.run_until_idle()
    for since in ("2026-04-02", "2026-04-02T10:00:00Z", "2026-04-03T10:00:00+02:00"):
        kept = client.get(at(published, f"responses.json?changed_since={since}")).json()["data"]
        assert [each["name"] for each in kept] == ["Granmo kommune"]
    nothing = client.get(at(published, "responses.json"), {"changed_since": "2026-05-01"})
    assert nothing.json()["data"] == []


def test_no_cell_is_a_formula_and_the_file_opens_in_a_spreadsheet(
    client: Client, published: ConsultationShown
) -> None:
    evil = ["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']
    for number, formula in enumerate(evil):
        intake.receive(
            consultation_slug=published.slug, channel="upload", idempotency_key=f"evil {number}",
            files=[("brev.txt", f"{formula}\n\nVi er enige i forslaget.\n".encode())],
            claimed_sender=f"{formula} kommune", now=NOW, store=wiring.store(),
        )  # fmt: skip
    scene.work.run_until_idle()
    for name in ("responses.csv", "answers.csv"):
        data = body(client.get(at(published, name)))
        assert data.startswith(b"\xef\xbb\xbfid,")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "NLOD-2.0" in cells


def test_times_are_iso_8601_and_ids_stay_when_more_comes(
    client: Client, published: ConsultationShown
) -> None:
    before = all_pages(client, at(published, "responses.json"))
    assert before[0]["published_at"].endswith("Z")
    assert before[0]["received"] == "2026-03-01"
    scene.hand_in(
        published, "brev.txt", b"Granmo kommune\n\nVi er enige.\n", sender="Granmo kommune"
    )
    scene.work.run_until_idle()
    after = all_pages(client, at(published, "responses.json"))
    assert after[: len(before)] == before


def test_what_was_decided_on_each_point_is_told_from_the_published_result_alone(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    numbers = {each.response.standing: each.number for each in open_data.responses(published.slug)}
    new, old = numbers["current"], numbers["superseded"]
    assert rows_of(client, at(published, "decided.csv")) == []
    assert client.get(at(published, f"responses/{new}.json")).json()["decided"] == []
    publish_decided(published, staff, new, old, 4711)
    rows = rows_of(client, at(published, "decided.csv"))
    # What was replaced has no points any more, and what is not public has none here.
    assert [row["response"] for row in rows] == [f"{published.slug}/{new}"] * 2
    assert [(row["question"], row["outcome"]) for row in rows] == [
        ("1", "followed"), ("", "not-followed"),
    ]  # fmt: skip
    assert {row["reason"] for row in rows} == {REASON}
    assert all_pages(client, at(published, "decided.json?limit=1"))[0]["text"] == rows[0]["text"]
    (of_one,) = all_pages(client, at(published, "decided.json?question=1"))
    assert of_one["question"] == "1"
    one = client.get(at(published, f"responses/{new}.json")).json()
    assert [point["text"] for point in one["decided"]] == [row["text"] for row in rows]
    listed = all_pages(client, at(published, "responses.json"))
    assert {each["number"] for each in listed if each["decided"]} == {new}
    PublishedResult.objects.update(taken_down_at=NOW)
    assert rows_of(client, at(published, "decided.csv")) == []
    assert client.get(at(published, f"responses/{new}.json")).json()["decided"] == []
