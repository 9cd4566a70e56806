"""Plain text: one block per line that shows something, whatever the charset."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.word import document_of

LINES = "Høringssvar – åpent\r\n\r\n ☒ Ja ☐ Nei  \r\n[ ] Vet ikke\n"


def test_each_line_is_a_block_named_by_its_number_and_keeps_its_spaces() -> None:
    blocks = document_of(LINES.encode()).blocks
    assert [(b.id, b.text) for b in blocks] == [
        ("l1", "Høringssvar – åpent"), ("l3", " ☒ Ja ☐ Nei  "), ("l4", "☐ Vet ikke"),
    ]  # fmt: skip
    assert [(box.at, box.ticked) for box in blocks[1].boxes] == [(1, True), (6, False)]


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_norwegian_letters_survive_every_usual_charset(charset: str) -> None:
    text = (
        "Vi støtter forslaget, men ønsker økt åpenhet.\nÆrlig talt: Sør-Varanger og Ålesund.\n" * 4
    )
    document = document_of(text.encode(charset))
    assert document.blocks[0].text == "Vi støtter forslaget, men ønsker økt åpenhet."
    assert ("charset-guessed" in document.flags) == (
        charset in ("utf-16-le", "utf-16-be", "cp1252", "mac_roman")
    )


def test_a_form_feed_turns_the_page() -> None:
    blocks = document_of(b"en\n\fto\n").blocks
    assert [(b.id, b.text, b.page) for b in blocks] == [("l1", "en", 1), ("l2", "to", 2)]


def test_characters_that_cannot_be_shown_are_replaced_one_for_one() -> None:
    (block,) = document_of(b"a\x07b and some more text to be text").blocks
    assert block.text.startswith("a\ufffdb")


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b" \r\n\t\n"])
def test_an_empty_file_is_named_as_such(data: bytes) -> None:
    (read,) = read_file("tom.txt", data)
    assert (read.document, read.problem_code) == (None, "empty-file")


def test_more_text_than_any_response_has_is_refused_with_a_reason() -> None:
    (found,) = read_file("lang.txt", b"Vi er enige. \n" * 400_000)
    assert found.document is None
    assert found.problem_code == "too-big"
