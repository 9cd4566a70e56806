"""The package for internal hearings holds questions, form and papers, the same every time."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
from docx import Document

from innspill.stages.consultations.core.internal_package import build
from tests.core.consultations.forms import DEFINITION


def members(language: str, *files: tuple[str, bytes]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(build(DEFINITION, language, files))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize(
    ("language", "readme", "questions"),
    [("nb", "LES-MEG.txt", "sporsmal"), ("nn", "LES-MEG.txt", "sporsmal"),
     ("en", "README.txt", "questions")],
)  # fmt: skip
def test_it_says_what_is_in_it_in_its_language(language: str, readme: str, questions: str) -> None:
    found = members(language)
    assert list(found)[:4] == [readme, *(f"{questions}.{end}" for end in ("docx", "pdf", "md"))]
    assert f"- {questions}.docx, .pdf, .md:" in found[readme].decode()


def test_the_passages_stand_with_the_question_about_them_and_are_no_markup() -> None:
    found = members("nb")
    sheet = found["sporsmal.md"].decode()
    asked, told = sheet.index("Er rådene om rekkverk"), sheet.index("> Rekkverk skal være")
    assert asked < told < sheet.index("Hva er vanskelig?")
    assert "> Rekkverk skal være \\*1,2\\* meter.\\\n> Minst." in sheet
    paragraphs = [p.text for p in Document(io.BytesIO(found["sporsmal.docx"])).paragraphs]
    assert "Rekkverk skal være *1,2* meter.\nMinst." in paragraphs
    with pikepdf.open(io.BytesIO(found["sporsmal.pdf"])) as made:
        assert made.Root.MarkInfo.Marked


def test_names_of_files_keep_to_their_folder_and_apart() -> None:
    found = members("nb", ("../ut:kast.pdf", b"1"), ("C:\\x\\UT_kast.pdf", b"2"), ("", b"3"))
    papers = {name: data for name, data in found.items() if "/" in name}
    assert papers == {
        "horingsdokumenter/ut_kast.pdf": b"1",
        "horingsdokumenter/UT_kast (2).pdf": b"2",
        "horingsdokumenter/fil": b"3",
    }


def test_the_same_hearing_gives_the_same_bytes() -> None:
    assert build(DEFINITION, "nn", [("a.pdf", b"1")]) == build(DEFINITION, "nn", [("a.pdf", b"1")])
