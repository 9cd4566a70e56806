"""Search on the pages: whatever is written there is data."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.pipeline import indexing, wiring
from innspill.stages.consultations.queries import ConsultationShown

HOSTILE = [
    '"', '"" ""', "'", "* ^ : ( ) { } [ ]", "NEAR(a b, 3) AND OR NOT", "said : vann", "a" * 10_000,
    "vann " * 3000, "\x00vann\x00", "%00", "--", "-vann", "(a+)+$" * 50, "'; DROP TABLE copy; --",
    "<script>alert(1)</script>", "\ud7ff\u202e\U0001f4a7", "{{ 7|add:7 }}", "x" * 61, "«vann",
    "1" * 40, "²³", "é" * 290, "AND", "name:", "\\", "vann OR 1=1", "´`¨",
]  # fmt: skip


@pytest.fixture
def indexed(published: ConsultationShown) -> ConsultationShown:
    indexing.make_anew()
    return published


@pytest.mark.parametrize("written", HOSTILE)
def test_nothing_that_is_written_breaks_a_page(
    client: Client, indexed: ConsultationShown, written: str
) -> None:
    base = f"/horinger/{indexed.slug}/"
    for address in ("/sok/", base, f"{base}sporsmal/3/"):
        answer = client.get(address, {"sok": written, "side": written[:9], "horing": indexed.slug})
        assert answer.status_code == 200
        page = answer.content.decode()
        assert "<script>alert" not in page
        assert "kan ikke søke" not in page


def test_a_word_is_found_and_marked_and_leads_to_its_answer(
    client: Client, indexed: ConsultationShown
) -> None:
    page = client.get("/sok/", {"sok": "kommune"}).content.decode()
    assert "<mark>" in page
    assert f"/horinger/{indexed.slug}/svar/" in page
    assert "svar passer" in page


def test_a_search_within_a_hearing_and_a_question_narrows_the_list(
    client: Client, indexed: ConsultationShown
) -> None:
    page = client.get(f"/horinger/{indexed.slug}/", {"sok": "Tindvang"}).content.decode()
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "Tindvang" in table
    assert "Universitetet" not in table
    assert "Se hvor ordene står" in page
    question = f"/horinger/{indexed.slug}/sporsmal/3/"
    everybody = client.get(question).content.decode()
    nobody = client.get(question, {"sok": "ordsomingenharskrevet"}).content.decode()
    assert everybody.count('class="answer"') > nobody.count('class="answer"') == 0


def test_without_an_index_the_lists_stand_and_say_so(
    client: Client, published: ConsultationShown, settings: Settings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    for address in ("/sok/", f"/horinger/{published.slug}/"):
        page = client.get(address, {"sok": "vann"}).content.decode()
        assert "Vi kan ikke søke akkurat nå." in page
    assert "Tindvang" in page
    wiring.search_file().write_bytes(b"no database" * 500)
    assert "kan ikke søke" in client.get("/sok/", {"sok": "vann"}).content.decode()


def test_a_search_asks_the_database_as_often_for_much_as_for_little(
    client: Client, indexed: ConsultationShown, django_assert_max_num_queries: object
) -> None:
    client.get("/sok/")
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get("/sok/", {"sok": "kommune", "horing": indexed.slug})


def test_a_search_that_finds_nothing_says_so_with_its_count(
    client: Client, indexed: ConsultationShown
) -> None:
    page = client.get("/sok/", {"sok": "ordsomingenharskrevet"}).content.decode()
    assert "0 svar passer." in page
    assert "Ingen publiserte svar passer. Prøv færre eller andre ord." in page
