"""A document is uploaded, its outline becomes chapters, and questions follow a renumbered one."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from innspill.stages.consultations.core.definition import Chapter, Paper
from tests.adapters import hostile_files
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import address, draft, filled, now_is
from tests.stages.conftest import Staff


def paper(title: str, *chapters: tuple[str, str]) -> bytes:
    """A Word document with a title, and chapters of one paragraph each."""
    made: Any = docx.Document()
    made.add_heading(title, 0)
    for name, text in chapters:
        made.add_heading(name, 1)
        made.add_paragraph(text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _upload(data: bytes, name: str = "plan.docx", **given: str) -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, data), "language": "nb", "paper": "", **given}


def test_an_uploaded_document_gives_chapters_and_stays_as_it_was(
    staff: Staff, signed_in: SignIn
) -> None:
    draft(staff, papers=())
    client = signed_in(staff.caseworker)
    data = paper("Utkast til plan", ("1 Mål", "Målet er rent vann."), ("2 Tiltak", "Vi gjør mye."))
    answer = client.post(address("dokumenter/"), _upload(data))
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    written = now_is().definition.papers[0]
    assert [(one.id, one.title["nb"]) for one in written.chapters] == [
        ("1", "Mål"),
        ("2", "Tiltak"),
    ]
    assert written.chapters[0].passages == ({"nb": "Målet er rent vann."},)
    home = client.get(address(f"dokumenter/{written.id}/fil/0/"))
    assert home.content == data


def test_a_document_that_was_only_named_gets_its_file_its_order_and_its_text(
    staff: Staff, signed_in: SignIn
) -> None:
    named = Paper(
        id="paper",
        title={"nb": "Høringsdokumentet"},
        chapters=(
            Chapter(id="2", title={"nb": "En beskrivelse av tiltakene", "nn": "Tiltaka"}),
            Chapter(id="A", kind="annex", title={"nb": "Oversikt"}),
        ),
    )
    draft(staff, papers=(named,), questions=())
    client = signed_in(staff.caseworker)
    page = client.get(address("dokumenter/")).content.decode()
    assert '<option value="paper" selected>' in page
    data = paper("Plan", ("1 Mål", "Målet er rent vann."), ("2 Tiltak", "Vi gjør mye."))
    client.post(address("dokumenter/"), _upload(data, paper="paper"))
    (written,) = now_is().definition.papers
    assert [(one.id, one.title, len(one.passages)) for one in written.chapters] == [
        ("1", {"nb": "Mål"}, 1),
        ("2", {"nb": "Tiltak", "nn": "Tiltaka"}, 1),
        ("A", {"nb": "Oversikt"}, 0),
    ]


def test_the_same_document_in_nynorsk_stands_beside_it(staff: Staff, signed_in: SignIn) -> None:
    draft(staff, papers=())
    client = signed_in(staff.caseworker)
    client.post(address("dokumenter/"), _upload(paper("Plan", ("1 Mål", "Målet er rent vann."))))
    there = now_is().definition.papers[0]
    other = _upload(
        paper("Plan", ("1 Mål", "Målet er reint vatn.")), "nn.docx", language="nn", paper=there.id
    )
    client.post(address("dokumenter/"), other)
    both = now_is().definition.papers
    assert len(both) == 1
    assert both[0].chapters[0].passages == (
        {"nb": "Målet er rent vann.", "nn": "Målet er reint vatn."},
    )
    assert [file.language for file in both[0].files] == ["nb", "nn"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bilde.docx", b"GIF89a", "verken en Word-fil"),
        ("gammel.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "gammel Word-fil"),
        ("tom.pdf", b"", "filen er tom"),
        ("rot.docx", b"PK\x03\x04rot", "Filen er skadet"),
    ],
)
def test_a_wrong_file_is_said_in_one_sentence(
    staff: Staff, signed_in: SignIn, name: str, data: bytes, said: str
) -> None:
    before = draft(staff).definition.papers
    answer = signed_in(staff.caseworker).post(address("dokumenter/"), _upload(data, name))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert now_is().definition.papers == before


def test_questions_follow_a_chapter_with_a_new_number(staff: Staff, signed_in: SignIn) -> None:
    edited = draft(staff)
    question = next(one for one in edited.definition.questions if one.refers_to)
    number = question.refers_to[0].split()[1]
    there = edited.definition.papers[0]
    place = [chapter.id for chapter in there.chapters].index(number)
    client = signed_in(staff.caseworker)
    page = address(f"dokumenter/{there.id}/")
    client.post(page, filled(client, page, **{f"chapters-{place}-number": "9", "lagre": ""}))
    written = now_is().definition
    assert written.papers[0].chapters[place].id == "9"
    assert written.question(question.id).refers_to[0] == "chapter 9"


def test_two_chapters_never_share_a_number(staff: Staff, signed_in: SignIn) -> None:
    there = draft(staff).definition.papers[0]
    client = signed_in(staff.caseworker)
    page = address(f"dokumenter/{there.id}/")
    same = {"chapters-0-number": "7", "chapters-1-number": "7", "lagre": ""}
    answer = client.post(page, filled(client, page, **same))
    assert answer.status_code == 422
    assert "samme nummer" in answer.content.decode()


def test_a_document_is_removed(staff: Staff, signed_in: SignIn) -> None:
    there = draft(staff).definition.papers[0]
    signed_in(staff.caseworker).post(address(f"dokumenter/{there.id}/fjern/"))
    assert not now_is().definition.papers


def test_a_hostile_paper_gets_one_sentence_and_the_desk_lives_on(
    staff: Staff, signed_in: SignIn
) -> None:
    draft(staff, papers=())
    client = signed_in(staff.caseworker)
    answer = client.post(address("dokumenter/"), _upload(hostile_files.pdf_bomb(), "bombe.pdf"))
    assert answer.status_code == 422
    assert "lesingen ble stanset" in answer.content.decode()
    assert now_is().definition.papers == ()
    answer = client.post(address("dokumenter/"), _upload(paper("Plan", ("1 Mål", "Rent vann."))))
    assert answer.status_code == 302
