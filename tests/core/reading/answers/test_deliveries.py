"""Files that came together: which are responses, and what came with which."""

from __future__ import annotations

from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    MAIL,
    QUESTION_1,
    QUESTION_2,
    answer,
    file_of,
    lines,
    paragraphs,
    read_files,
    unread,
)

FORM = paragraphs(QUESTION_1, "☒ Ja ☐ Nei", "Fint.", QUESTION_2, EMPTY_LINE)
LETTER = paragraphs("Sandvik kommune", "Sak 24/615", "Til vedlegg A: Storbrua mangler.")
COVER = (
    "Hei,\n\nVedlagt følger høringssvaret vårt.\n\nMed vennlig hilsen\nKari Aas\nSandvik kommune"
)


def mail(text: str, **headers: str):  # type: ignore[no-untyped-def]
    return file_of(lines(text), MAIL, "mail.eml", **headers)


def test_a_mail_with_a_form_is_one_response_with_a_cover() -> None:
    (found,) = read_files(mail(COVER), file_of(FORM, path="mail.eml!/svar.docx"))
    assert (found.file, found.kind) == ("mail.eml!/svar.docx", "form")
    assert found.cover is not None
    assert "Vedlagt følger" in found.cover
    assert found.sender.name == "Sandvik kommune"
    assert answer(found, "1").text == "Fint."


def test_a_mail_with_two_forms_is_two_responses() -> None:
    found = read_files(
        mail(COVER), file_of(FORM, path="mail.eml!/a.docx"), file_of(FORM, path="mail.eml!/b.docx")
    )
    assert [each.file for each in found] == ["mail.eml!/a.docx", "mail.eml!/b.docx"]


def test_a_mail_with_a_letter_attached_is_the_cover_of_the_letter() -> None:
    (found,) = read_files(mail(COVER), file_of(LETTER, path="mail.eml!/brev.pdf"))
    assert (found.file, found.kind) == ("mail.eml!/brev.pdf", "letter")
    assert answer(found, "2").text == "Storbrua mangler."


def test_a_mail_that_says_something_itself_is_the_letter() -> None:
    text = "Hei!\n\n" + "Brua vår er for smal og for mørk, og ingen brøyter den. " * 8
    (found,) = read_files(mail(text))
    assert (found.file, found.kind) == ("mail.eml", "letter")


def test_what_is_attached_to_a_letter_in_a_mail_goes_with_it() -> None:
    text = "Hei!\n\n" + "Brua vår er for smal og for mørk, og ingen brøyter den. " * 8
    notes = file_of(paragraphs("Målinger fra 2023."), path="mail.eml!/tall.docx")
    (found,) = read_files(mail(text), notes)
    assert found.file == "mail.eml"
    assert "Målinger fra 2023." in [passage.text for passage in found.unplaced]
    assert found.properties["attachments"] == "tall.docx"


def test_a_cover_note_alone_lacks_what_it_speaks_of() -> None:
    (found,) = read_files(mail(COVER))
    assert found.kind == "cover-note"
    assert "attachment-missing" in found.flags


def test_a_cover_with_a_file_that_cannot_be_read_is_an_unreadable_response() -> None:
    (found,) = read_files(mail(COVER), unread("mail.eml!/svar.docx"))
    assert (found.file, found.kind, found.flags) == (
        "mail.eml!/svar.docx", "unreadable", ("damaged",),
    )  # fmt: skip
    assert found.problem == "It is damaged."
    assert found.cover


def test_a_picture_in_a_signature_is_no_response() -> None:
    logo = unread("mail.eml!/logo.png", "unknown-format", "image/png")
    (found,) = read_files(mail(COVER), file_of(FORM, path="mail.eml!/svar.docx"), logo)
    assert found.kind == "form"
    assert "attachment-unread" not in found.flags


def test_a_cover_that_answers_too_is_pointed_out() -> None:
    (found,) = read_files(
        mail("Hei, vedlagt er svaret.\n\n1) ☒ Ja ☐ Nei"), file_of(FORM, path="mail.eml!/s.docx")
    )
    assert "cover-says-more" in found.flags


def test_a_file_that_cannot_be_read_is_still_an_object() -> None:
    (found,) = read_files(unread("svar.docx", "encrypted"))
    assert (found.kind, found.flags, found.answers) == ("unreadable", ("encrypted",), ())


def test_an_empty_file_is_unreadable_and_says_so() -> None:
    (found,) = read_files(file_of(()))
    assert (found.kind, found.flags) == ("unreadable", ("no-text",))


def test_an_archive_gives_one_object_for_each_file_in_it() -> None:
    archive = file_of((), "application/zip", "svar.zip")
    found = read_files(archive, file_of(FORM, path="svar.zip!/a.docx"), unread("svar.zip!/b.docx"))
    assert [(each.file, each.kind) for each in found] == [
        ("svar.zip!/a.docx", "form"), ("svar.zip!/b.docx", "unreadable"),
    ]  # fmt: skip


def test_what_a_mail_quotes_and_signs_with_never_becomes_an_answer() -> None:
    quoted = lines("Til spørsmål 3: Vi har sendt saken videre.")
    blocks = (*lines("x\nTil spørsmål 4: Takk.")[1:], *(_as_quoted(each) for each in quoted))
    (found,) = read_files(file_of(blocks, MAIL, "mail.eml"))
    assert [each.question for each in found.answers] == ["4"]


def _as_quoted(block):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(block, kind="quoted", id="q1")


def test_a_short_answer_that_speaks_of_an_enclosure_is_no_cover_note() -> None:
    for text in (
        "Vi viser til vedlegget og har ingen merknader.",
        "Se vedlegg A: der bør Storbrua stå.",
        "Sandvik kommune støtter forslaget i vedlagte utkast.",
    ):
        (found,) = read_files(mail(text))
        assert found.kind == "letter"


def test_paragraphs_of_a_mail_in_html_stay_paragraphs() -> None:
    blocks = paragraphs("Rekkverket på brua er dessverre altfor lavt", "men lyset er bra der")
    (found,) = read_files(file_of(blocks, MAIL, "mail.eml"))
    assert len(found.unplaced) == 2


def test_a_pdf_that_carries_files_is_its_pages_and_the_files_are_told_of() -> None:
    letter = paragraphs("Sandvik kommune", "Vi mener at fristen er for kort.")
    whole = file_of(letter, "application/pdf", "svar.pdf")
    carried = file_of(paragraphs("Internt notat"), path="svar.pdf!/notat.docx")
    (found,) = read_files(whole, carried)
    assert found.file == "svar.pdf"
    assert not [block for block in found.blocks if "Internt" in block.text]
    assert "attachment-unread" in found.flags
    assert found.properties["attachments"] == "notat.docx"


def test_what_a_pdf_carries_behind_its_pages_is_not_read_where_the_pdf_is_enclosed_either() -> None:
    whole = file_of(paragraphs("Målinger fra 2023."), "application/pdf", "tall.pdf")
    carried = file_of(paragraphs("Internt notat"), path="tall.pdf!/notat.docx")
    (found,) = read_files(file_of(LETTER, path="svar.docx"), whole, carried)
    texts = [passage.text for passage in found.unplaced]
    assert "Målinger fra 2023." in texts
    assert "Internt notat" not in texts
    assert found.properties["attachments"] == "tall.pdf, notat.docx"
    assert "attachment-unread" in found.flags


def test_a_pdf_around_a_form_or_that_says_that_something_is_enclosed_is_its_wrapping() -> None:
    wrapping = file_of(paragraphs("Åpne denne i Acrobat."), "application/pdf", "svar.pdf")
    (found,) = read_files(wrapping, file_of(FORM, path="svar.pdf!/svar.docx"))
    assert (found.file, found.kind) == ("svar.pdf!/svar.docx", "form")
    cover = file_of(paragraphs("Vedlagt følger høringssvaret."), "application/pdf", "svar.pdf")
    (found,) = read_files(cover, file_of(LETTER, path="svar.pdf!/brev.docx"))
    assert found.file == "svar.pdf!/brev.docx"


def test_files_sent_in_side_by_side_are_one_letter_with_what_it_encloses() -> None:
    notes = file_of(paragraphs("Målinger fra 2023."), path="a-tall.docx")
    (found,) = read_files(notes, file_of(LETTER, path="Svar fra Sandvik.pdf"), unread("kart.dwg"))
    assert (found.file, found.kind) == ("Svar fra Sandvik.pdf", "letter")
    assert "Målinger fra 2023." in [passage.text for passage in found.unplaced]
    assert found.properties["attachments"] == "a-tall.docx, kart.dwg"
    assert {"attachment", "attachment-unread"} <= set(found.flags)


def test_a_letter_beside_a_form_is_attached_to_it_and_two_forms_are_two_responses() -> None:
    (found,) = read_files(file_of(LETTER, path="brev.pdf"), file_of(FORM, path="skjema.docx"))
    assert (found.file, found.properties["attachments"]) == ("skjema.docx", "brev.pdf")
    found = read_files(file_of(FORM, path="a.docx"), file_of(FORM, path="b.docx"))
    assert [each.file for each in found] == ["a.docx", "b.docx"]


def test_a_letter_that_only_says_what_is_enclosed_is_the_cover_of_the_letter_beside_it() -> None:
    cover = file_of(paragraphs("Vedlagt følger høringssvaret vårt."), path="høringssvar.docx")
    (found,) = read_files(cover, file_of(LETTER, path="brev.pdf"))
    assert (found.file, found.cover) == ("brev.pdf", "Vedlagt følger høringssvaret vårt.")


def test_an_archive_of_many_beside_a_letter_stays_many() -> None:
    archive = file_of((), "application/zip", "alle.zip")
    inside = [file_of(LETTER, path=f"alle.zip!/{name}.docx") for name in "ab"]
    found = read_files(archive, *inside, file_of(LETTER, path="brev.pdf"))
    assert [each.file for each in found] == ["alle.zip!/a.docx", "alle.zip!/b.docx", "brev.pdf"]
