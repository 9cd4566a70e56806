"""The receipt as PDF/UA: all that a sender needs as proof, in three languages, whatever is in it."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from innspill.stages.intake.core.receipt import Receipt, receipt_of
from innspill.stages.intake.core.receipt_pdf import build_receipt_pdf
from innspill.stages.intake.core.receipt_words import lateness, proof_in_words
from tests.core.consultations.forms import DEFINITION

NOTE = (
    "horing.example\n41\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "\N{EM DASH} horing.example Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurm\n"
)
KEY = "horing.example+1234abcd+AZ3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeO"
PAGE = "https://horing.example/bevis/"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def receipt(*names: str, **more: Any) -> Receipt:
    files = [
        {"name": name, "sha256": digest(f"{at} {name}"), "size": 12345}
        for at, name in enumerate(names or ("svar.docx",))
    ]
    return receipt_of({
        "number": 17, "received_at": "2026-05-04T21:59:00.000000Z", "files": files,
        "journal_position": 41, "root": digest("root"), "checkpoint": NOTE, "key": KEY, **more,
    })  # fmt: skip


def text_of(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    return text.replace("\r\n", "\n").replace("\u200b", "").replace("\ufffe", "")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_is_tagged_and_says_its_title_and_language(language: str) -> None:
    data = build_receipt_pdf(receipt(), language, hearing=DEFINITION, page=PAGE)
    with pikepdf.open(io.BytesIO(data)) as made:
        assert str(made.Root.Lang) == language
        assert made.Root.MarkInfo.Marked
        told = made.open_metadata()
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] in {"Kvittering 17", "Receipt 17"}


def test_number_time_hearing_files_place_and_the_way_to_check_stand_in_it() -> None:
    made = receipt("svar.docx", "vedlegg 1.pdf")
    text = text_of(build_receipt_pdf(made, "nb", hearing=DEFINITION, page=PAGE))
    for said in (
        "Mottaksnummer: 17", "4. mai 2026 kl. 23.59", DEFINITION.title["nb"], "26/117",
        DEFINITION.owner, "svar.docx", "vedlegg 1.pdf", "12\xa0345 byte", "Journallinje: 41",
        "kvittering-17.json", PAGE, "Side 1 av 1",
    ):  # fmt: skip
        assert said in text, said
    for said in (*(file.sha256 for file in made.files), digest("root"), KEY, *NOTE.split("\n")):
        assert squeezed(said) in squeezed(text), said


def test_a_receipt_without_a_hearing_says_so() -> None:
    text = text_of(build_receipt_pdf(receipt(), "nn"))
    assert "Høyring: Ikkje avklart enno." in text
    assert "sida «Bevis og kontroll»" in text


def test_a_receipt_from_before_receipts_were_signed_lacks_only_the_signature() -> None:
    text = text_of(build_receipt_pdf(receipt(checkpoint="", key=""), "nb", hearing=DEFINITION))
    assert "Signert sjekkpunkt" not in text
    assert "Journallinje: 41" in text


def test_twenty_files_and_long_names_stay_on_the_page() -> None:
    long = "Et_svært_langt_navn_uten_mellomrom_" * 8 + ".docx"
    made = receipt(*(f"svar {at}.pdf" for at in range(18)), long, "æøå 😀 #panic() *.odt")
    data = build_receipt_pdf(made, "en", hearing=DEFINITION, page=PAGE)
    text = text_of(data)
    assert squeezed(long) in squeezed(text)
    assert "æøå [grinning face] #panic() *.odt" in text
    assert all(squeezed(file.sha256) in squeezed(text) for file in made.files)
    for page in pypdfium2.PdfDocument(data):
        words = page.get_textpage()
        for at in range(words.count_rects()):
            assert words.get_rect(at)[2] < page.get_width() - 40


def test_what_came_too_late_is_told_with_what_the_hearing_does_about_it() -> None:
    late = DEFINITION.late.model_copy(update={"policy": "forward", "to": "Klimadepartementet"})
    forwards = DEFINITION.model_copy(update={"late": late})
    said = lateness(forwards, "nb")
    assert said.startswith("Svaret kom etter fristen.")
    assert "sendes det videre til Klimadepartementet" in said
    assert "sendt vidare" in lateness(
        forwards.model_copy(update={"late": late.model_copy(update={"to": None})}), "nn"
    )
    aside = late.model_copy(update={"policy": "set-aside"})
    assert "not counted" in lateness(forwards.model_copy(update={"late": aside}), "en")
    assert "later deadline" in lateness(forwards, "en", extended=True)
    text = text_of(build_receipt_pdf(receipt(), "nb", hearing=forwards, late=said))
    assert squeezed(said) in squeezed(text)


def test_a_mail_says_the_same_in_words() -> None:
    made = receipt("svar.docx", "vedlegg.pdf")
    text = proof_in_words(made, "nb", PAGE)
    for said in ("Journallinje: 41", digest("root"), PAGE, "kvittering-17.json"):
        assert said in text
    assert all(file.name in text and file.sha256 in text for file in made.files)


def test_the_same_receipt_gives_the_same_bytes() -> None:
    once = build_receipt_pdf(receipt(), "nb", hearing=DEFINITION, page=PAGE)
    assert once == build_receipt_pdf(receipt(), "nb", hearing=DEFINITION, page=PAGE)


def test_the_words_of_a_mail_are_these_to_the_letter() -> None:
    made = receipt("a.txt", "b.txt")
    one, two = (file.sha256 for file in made.files)
    assert proof_in_words(made, "en", PAGE) == (
        f"What we received:\n\na.txt\n  SHA-256 {one}\n\nb.txt\n  SHA-256 {two}\n\n"
        f"Journal line: 41\nRoot of the journal: SHA-256 {digest('root')}\n\n"
        "How to check the receipt:\n\n- Keep the file kvittering-17.json. It is the proof.\n"
        f"- Choose the file at {PAGE}. The page tells you whether what we have is what you sent, and"
        " where it is published.\n"
        "- Would you rather not take our word for it? The same page has a small program that you run"
        " yourself, and the checkpoints of the journal."
    )
    assert "on the page “Proof and verification”" in proof_in_words(made, "en", "")
    assert "Mottaksnummer: 17" in text_of(build_receipt_pdf(made, "se"))
