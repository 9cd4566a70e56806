"""Cover notes: told from answers in all three languages, and never lost."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.answers.covers import is_cover
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    MAIL,
    QUESTION_1,
    QUESTION_2,
    file_of,
    lines,
    paragraphs,
    read_files,
)

FORM = paragraphs(QUESTION_1, "☒ Ja ☐ Nei", "Fint.", QUESTION_2, EMPTY_LINE)


@pytest.mark.parametrize(
    "text",
    [
        "Hei. Vedlagt følger høringssvar fra Sandvik kommune.",
        "Oversender med dette høringsuttalelse fra Fjell kommune.",
        "Her kommer høringssvaret fra oss.",
        "Se vedlagte fil.",
        "Vi sender herved vårt høringssvar.",
        "Herved sendes høringsuttalelse fra Norsk forening.",
        "Høringssvar i vedlegg.",
        "Her kjem høyringssvaret vårt.",
        "Vedlagd følgjer fråsegn frå Fjell kommune.",
        "Svar frå oss ligg ved.",
        "Vi ønskjer å sende inn vedlagt uttale.",
        "Please find attached our response.",
        "Here is our response.",
    ],
)
def test_a_note_that_something_is_enclosed_is_a_cover(text: str) -> None:
    assert is_cover(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi har ingen merknader, se vedlegg.",
        "Vi støtter forslaget. Vedlagt følger vedtaket.",
        "Forslaget går for langt. Se vedlegg for detaljer.",
        "Me ønskjer endring, sjå vedlegg.",
        "Kommunen er kritisk til kapittel 2, jf. vedlagt notat.",
        "Brua må brøytes.",
        "We oppose this, see the attached note.",
    ],
)
def test_a_note_that_takes_a_stand_is_an_answer(text: str) -> None:
    assert not is_cover(text)


def test_a_cover_that_takes_a_stand_too_is_pointed_out() -> None:
    cover = file_of(lines("Hei, vedlagt er svaret. Vi er imot kapittel 2."), MAIL, "post.eml")
    (found,) = read_files(cover, file_of(FORM, path="post.eml!/svar.docx"))
    assert "cover-says-more" in found.flags
    assert found.cover is not None


LETTER = paragraphs("Sandvik kommune", "Vedlagt følger kommunens høringssvar i sak 24/615.")


@pytest.mark.parametrize("media_type", ["application/zip", MAIL])
def test_a_letter_that_encloses_the_form_goes_with_it(media_type: str) -> None:
    outer = file_of((), media_type, "svar.x")
    (found,) = read_files(
        outer, file_of(LETTER, path="svar.x!/brev.pdf"), file_of(FORM, path="svar.x!/skjema.docx")
    )
    assert (found.kind, found.file) == ("form", "svar.x!/skjema.docx")
    assert any("Vedlagt følger" in passage.text for passage in found.unplaced)
    assert "attachment-missing" not in found.flags


def test_a_logo_in_a_mail_is_never_the_letter() -> None:
    mail = file_of(lines("Hei, vedlagt følger svaret."), MAIL, "post.eml")
    logo = file_of(paragraphs("Sandvik kommune"), "image/png", "post.eml!/inline/logo.png")
    letter = file_of(paragraphs("Til vedlegg A: Storbrua mangler."), path="post.eml!/x.docx")
    (found,) = read_files(mail, logo, letter)
    assert found.file == "post.eml!/x.docx"


def test_a_locked_mail_is_a_case_for_a_person() -> None:
    from dataclasses import replace

    file = file_of((), MAIL, "post.eml")
    assert file.document is not None
    locked = replace(file, document=replace(file.document, flags=("encrypted",)))
    (found,) = read_files(locked)
    assert (found.kind, found.flags[0]) == ("unreadable", "encrypted")
