"""The form as plain text fits an e-mail, and says where each answer goes."""

from __future__ import annotations

from innspill.stages.consultations.core.plain_form import build_text
from tests.core.consultations.forms import DEFINITION, FILLED


def test_the_forms_own_lines_fit_in_72_columns() -> None:
    for language in ("nb", "nn", "en"):
        for line in build_text(DEFINITION, language).split("\n"):
            assert len(line) <= 72 or line.startswith("[["), line


def test_boxes_are_brackets_and_answers_have_a_beginning_and_an_end() -> None:
    text = build_text(DEFINITION, "nb")
    assert "1. Er rådene om rekkverk lette å følge?\n" in text
    assert "\n[ ] Ja\n[ ] Nei\n[ ] Har ingen kommentar\n" in text
    assert "\n[[ svar på spørsmål 1 starter her ]]\n\n[[ slutt på svaret ]]\n" in text
    assert "\nNavn på organisasjon eller person: \n" in text
    assert "\nSaksnummer: 26/117\n\n" in text


def test_what_was_answered_stands_in_its_place() -> None:
    text = build_text(DEFINITION, "nb", FILLED)
    assert "[x] Nei\n" in text
    assert (
        "starter her ]]\nRekkverket er for lavt.\nDet bør være 1,4 meter.\n\nSe s. 4.\n[[ slutt"
        in text
    )
    assert "Ansvarlig (1): Kommunen\n" in text
    assert "Støtter du svaret fra noen andre? Skriv hvem: KS\n" in text
    assert "Sørvik kommune (974683520)\nKari Nordmann\n" in text
