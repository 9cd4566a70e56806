"""Case numbers, dates and languages."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.answers.case_number import case_number_in
from innspill.stages.reading.core.answers.dates import dated
from innspill.stages.reading.core.answers.language import language_of
from tests.core.reading.answers.hearing import MAIL, TEXT, lines, read


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


@pytest.mark.parametrize(
    ("text", "value", "matches", "near"),
    [
        ("ephorte 202400615", "24/615", True, False),
        ("Deres ref.: 24/615-12", "24/615", True, False),
        ("Deres ref. 24/651", "24/651", False, True),
        ("Deres ref. 34/615", "34/615", False, True),
        ("Dykkar ref: 23/615", "23/615", False, True),
        ("Deres ref. 24/6155", "24/6155", False, True),
        ("Høringssak 24/99", "24/99", False, False),
        ("Vår ref. 24/614", None, None, False),
        ("Vårt saksnr.: 24/614", None, None, False),
        ("Arkivsak: 24/614", None, None, False),
        ("Saksnr: 2024/187\nSaksbehandler: Tor Li", None, None, False),
        ("Formannskapet, sak 45/24", None, None, False),
        ("PS 24/614", None, None, False),
        ("Vår ref.    Deres ref.\n24/3391    24/614", "24/614", False, True),
        ("Vår ref.    Deres ref.\n24/614    24/615", "24/615", True, False),
        ("Møtet er 24/6.", None, None, False),
    ],
)
def test_a_slip_is_told_from_another_case_and_from_a_bodys_own(
    text: str, value: str | None, matches: bool | None, near: bool
) -> None:
    found = case_number_in([text], "24/615")
    assert (found.value, found.matches, found.near) == (value, matches, near)


@pytest.mark.parametrize(
    ("file", "matches"),
    [
        ("Høring 24-615 Sandvik.docx", True), ("2024_615.pdf", True),
        ("2024-06-15 svar.pdf", None), ("24-616.pdf", None),
    ],
)  # fmt: skip
def test_a_files_name_may_hold_the_case_number(file: str, matches: bool | None) -> None:
    assert case_number_in([""], "24/615", file).matches is matches


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
        ("Sandvik, den 3.5.2024", "2024-05-03"),
        ("Sandvik, 03/05-2024", "2024-05-03"),
        ("03/04/2024", "2024-04-03"),
        ("3. 5. 2024", "2024-05-03"),
        ("3. miessemánu 2024", "2024-05-03"),
        ("Miessemánnu 3. b. 2024", "2024-05-03"),
        ("Sandvik 3. mai 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Deres dato: 01.02.2024   Vår dato: 03.05.2024", "2024-05-03"),
        ("Vår dato: 03.05.2024   Vår ref.: 24/77", "2024-05-03"),
        ("Dykkar dato: 1.2.2024", None),
        ("Deres brev av 1.2.2024", None),
        ("Møtedato: 03.05.2024", None),
        ("Deres ref.: 22/12-26", None),
        ("Deres dato: 01.02.2024", None),
        ("31.02.2024", None),
        ("Brua ble stengt 3. mai 2024 etter flommen.", None),
    ],
)
def test_a_document_is_dated_by_a_line_that_is_a_date(line: str, day: str | None) -> None:
    assert dated([line]) == day


def test_labels_on_one_line_and_values_on_the_next_date_it_too() -> None:
    assert dated(["Deres dato   Vår dato", "01.02.2024   03.05.2024"]) == "2024-05-03"
    assert dated(["Vår ref.   Deres ref.   Dato", "24/77   24/615   03.05.2024"]) == "2024-05-03"


def test_a_mail_is_dated_by_its_header_where_its_text_has_no_date() -> None:
    header = "Fri, 03 May 2024 23:01:00 +0200"
    mail = read(lines("Brua er fin."), MAIL, "post.eml", date=header)
    assert mail.dated == "2024-05-03"
    letter = read(lines("Sandvik, 2. mai 2024\n\nBrua er fin."), MAIL, "post.eml", date=header)
    assert letter.dated == "2024-05-02"
    assert read(lines("Brua er fin."), TEXT, created="2024-05-01T10:00:00Z").dated is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi mener at rekkverket ikke er høyt nok, og at det bør heves.", "nb"),
        ("Vi meiner at rekkverket ikkje er høgt nok, og at det må hevast.", "nn"),
        ("We believe that the railings are too low and should be raised.", "en"),
        ("Ingen innspill", "nb"),
        ("Inga merknader", "nn"),
        ("Utan merknad.", "nn"),
        ("No comments", "en"),
        ("Eai leat mearkkašumit.", "se"),
        ("Mii oaivvildit ahte šalddit galget leat buorebut. Dat lea deaŧalaš gildii.", "se"),
        ("Mijjieh vïenhtebe tjïelte edtja dam gïeledh, jïh dïhte lea vihkeles.", None),
        ("Vi anser att kommunen bör få mer stöd och att det är viktigt för barnen.", None),
        ("Vi mener, at kommunen skal have støtte af staten. Det blev meget dyrt. Hvad nu?", None),
        ("Wir sind der Meinung, dass die Brücken höher sein müssen als bisher geplant.", None),
        ("Dei kommunane som har bruer, treng støtte, og eg meiner det hastar. Ikke sant?", "nn"),
        ("", None),
    ],
)
def test_the_language_of_a_response(text: str, language: str | None) -> None:
    assert language_of(text) == language
