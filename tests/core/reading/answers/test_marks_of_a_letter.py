"""Case numbers, dates and languages."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.answers.case_number import case_number_in
from innspill.stages.reading.core.answers.dates import dated
from innspill.stages.reading.core.answers.language import language_of


@pytest.mark.parametrize(
    ("text", "value", "matches"),
    [
        ("Høringssvar i sak 24/615", "24/615", True),
        ("Deres ref.: 2024/615", "24/615", True),
        ("24/00615-3", "24/615", True),
        ("Saksnr. 24/651", "24/651", False),
        ("Vår ref. 24/77. Deres ref. 24/516.", "24/516", False),
        ("Vår ref. 24/77", None, None),
        ("Svar på 24/616", "24/616", False),
        ("Vi deler 1/2 og 3/4 av kostnaden, 12/24 måneder.", None, None),
        ("", None, None),
    ],
)
def test_the_case_number_is_held_against_the_hearings(
    text: str, value: str | None, matches: bool | None
) -> None:
    found = case_number_in([text], "24/615")
    assert (found.value, found.matches) == (value, matches)


def test_the_hearings_own_number_counts_wherever_it_stands() -> None:
    assert case_number_in(["Sak 24/99", "", "merket 24/615"], "24/615").matches


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sandvik, 3. mai 2024", "2024-05-03"),
        ("Dato: 03.05.2024", "2024-05-03"),
        ("Dato 3.5.24", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("Sandvik, den 3. mai 2024", "2024-05-03"),
        ("Vår ref: 24/77 Dato: 03.05.2024", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("Vår ref: 2024/12    Deres ref: 24/615     Dato: 03.05.2024", "2024-05-03"),
        ("Deres dato: 01.02.2024", None),
        ("31.02.2024", None),
        ("Brua ble stengt 3. mai 2024 etter flommen.", None),
    ],
)
def test_a_document_is_dated_by_a_line_that_is_a_date(line: str, day: str | None) -> None:
    assert dated([line]) == day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi mener at rekkverket ikke er høyt nok, og at det bør heves.", "nb"),
        ("Vi meiner at rekkverket ikkje er høgt nok, og at det må hevast.", "nn"),
        ("We believe that the railings are too low and should be raised.", "en"),
        ("Ingen innspill", "nb"),
        ("", None),
    ],
)
def test_the_language_of_a_response(text: str, language: str | None) -> None:
    assert language_of(text) == language
