"""Dates, statuses and forms of Norwegian as pages write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from innspill.stages.consultations.core.norwegian import (
    date_in,
    moment_in,
    status_in,
    written_form,
)
from innspill.stages.consultations.core.references import references_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Høringsfristen er 09. september 2022.", date(2022, 9, 9)),
        ("1. mai 2026", date(2026, 5, 1)),
        ("Frist 31.12.2025", date(2025, 12, 31)),
        ("29.06.22 kl. 10:00", date(2022, 6, 29)),
        ("2026-02-03", date(2026, 2, 3)),
        ("31.02.2026, altså 01.03.2026", date(2026, 3, 1)),
        ("kapittel 2.3 og 4.5", None),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert date_in(text) == day


def test_a_moment_is_a_date_with_a_clock_time() -> None:
    assert moment_in("den 3. mars 2026 kl. 09.15") == datetime(2026, 3, 3, 9, 15)  # noqa: DTZ001
    assert moment_in("den 3. mars 2026") is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Ferdig behandlet", "finished"), ("Ferdigbehandla", "finished"), ("På høring", "open"),
        ("Under behandling", "assessment"), ("Avsluttet", "closed"), ("Ukjent", None),
    ],
)  # fmt: skip
def test_the_status_of_a_page_is_one_of_ours(words: str, status: str | None) -> None:
    assert status_in(words) == status


def test_the_form_of_norwegian_is_told_by_small_words() -> None:
    assert written_form(["Vi vet ikke hva dette betyr."]) == "nb"
    assert written_form(["Vi veit ikkje kva dette tyder."]) == "nn"


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("(kapittel 2 og vedlegg A)", ("chapter 2", "annex A")),
        ("kapittel 2, 3 og 4", ("chapter 2", "chapter 3", "chapter 4")),
        ("kapittel 2–4", ("chapter 2", "chapter 3", "chapter 4")),
        ("Tilbakemelding på innsatsområde 3: Lys", ("focus-area 3",)),
        ("Støtter du ny § 10-9 i opplæringslova (kapittel 3)?", ("section 10-9", "chapter 3")),
        ("Er dagens § 5-4 god, og er mål 4.2 og tiltak 3.3 klare?", ("goal 4.2", "measure 3.3")),
        ("et vedlegg og et kapittel", ()),
    ],
)
def test_references_name_chapters_annexes_and_focus_areas(
    text: str, references: tuple[str, ...]
) -> None:
    assert references_in(text) == references
