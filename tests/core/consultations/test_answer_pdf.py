"""A whole answer as PDF/UA: tagged, named, in its language, and never markup."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from innspill.stages.consultations.core.answer_pdf import build_pdf
from innspill.stages.consultations.core.filled import FilledForm, SenderGiven
from tests.core.consultations.forms import DEFINITION, FILLED, answer

RECEIPT = {
    "number": "26/117-42",
    "received": datetime(2026, 5, 4, 21, 59, tzinfo=UTC),
    "files": [("svar.json", "a" * 64), ("rekkverk.txt", "b" * 64)],
}


def text_of(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return text.replace("\r\n", "\n").replace("\u200b", "").replace("\ufffe", "")


def saying(text: str, name: str = "Nordvik kommune") -> FilledForm:
    last = answer(DEFINITION.questions[5], text=text)
    return FILLED.model_copy(update={"answers": (last,), "senders": (SenderGiven(name=name),)})


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_is_tagged_and_says_its_title_and_language(language: str) -> None:
    with pikepdf.open(io.BytesIO(build_pdf(DEFINITION, FILLED, language, RECEIPT))) as made:
        assert str(made.Root.Lang) == language
        assert made.Root.MarkInfo.Marked
        assert made.Root.ViewerPreferences.DisplayDocTitle
        told = made.open_metadata()
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == DEFINITION.title[language]  # type: ignore[index]


def test_all_of_the_answer_and_the_receipt_stand_in_it() -> None:
    text = text_of(build_pdf(DEFINITION, FILLED, "nb", RECEIPT))
    for said in (
        "Nordvik kommune", "974760673", "Svarer sammen med: Sørvik kommune (974683520)",
        "Avsenderen støtter svaret fra KS.", "Nei (krysset av)", "Rekkverket er for lavt.\nDet bør",
        "Varmekabler", "Listen er ikke uttømmende.", "Takk for et godt utkast.", "vedtak.txt",
        "26/117-42", "4. mai 2026 kl. 23.59", "a" * 64, "b" * 64, "Side 1 av 2",
    ):  # fmt: skip
        assert said in text, said
    assert "Ja (krysset av)" not in text
    assert text.count("rekkverk.txt") == 3  # the receipt, its question, and the list at the end


def test_no_text_is_ever_markup() -> None:
    awkward = '#panic("x") *fet* _kursiv_ $a+b$ @ref \\ `kode` <script>alert(1)</script> = // [x]'
    assert awkward in text_of(build_pdf(DEFINITION, saying(awkward), "nb"))


def test_norwegian_and_sami_letters_show_and_what_no_font_has_is_told_by_name() -> None:
    text = text_of(build_pdf(DEFINITION, saying("ÆØÅ čđŋšŧž á ☒ 😀 中"), "nb"))
    assert "ÆØÅ čđŋšŧž á ☒ [grinning face] [U+4E2D]" in text
    assert "Noen tegn finnes ikke i skriften" in text
    assert "Noen tegn" not in text_of(build_pdf(DEFINITION, FILLED, "nb"))


def test_long_texts_and_names_stay_on_the_page() -> None:
    data = build_pdf(DEFINITION, saying("Dette er en lang tekst. " * 1700, "Æ" * 300), "nb")
    pages = pypdfium2.PdfDocument(data)
    assert len(pages) > 5
    for page in pages:
        words = page.get_textpage()
        width = page.get_width()
        for at in range(words.count_rects()):
            assert words.get_rect(at)[2] < width - 40
    assert "".join(text_of(data).split()).count("Dette") == 1700


def test_the_same_answer_gives_the_same_bytes() -> None:
    once = build_pdf(DEFINITION, FILLED, "nn", RECEIPT)
    assert once == build_pdf(DEFINITION, FILLED, "nn", RECEIPT)
