"""Whatever the bytes, reading gives an answer and never stops."""

from __future__ import annotations

import email.message

from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats.characters import EMPTY, TICKED, show
from innspill.stages.reading.core.values import FileRead
from tests.core.reading.blocks.outlook_files import BINARY, packed_rtf
from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.sheet_files import workbook
from tests.core.reading.blocks.test_outlook import PLAIN, RTF, msg, winmail
from tests.core.reading.blocks.word import p, word


def a_mail() -> bytes:
    message = email.message.EmailMessage()
    message["From"] = "a@b.example"
    message["Subject"] = "Svar æøå"
    message["Message-ID"] = "<1@b.example>"
    message.set_content("Hei\n\n> sitat\n")
    message.add_attachment(b"x" * 50, maintype="application", subtype="pdf", filename="å.pdf")
    return bytes(message)


WORD_XML = p("[x] Ja", '<w:r><w:footnoteReference w:id="1"/></w:r>') + (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
)
SEEDS = (
    word(WORD_XML),
    a_mail(),
    pdf([(72, 700, 11, "Svar 1")]),
    b"<html><body><table><tr><td colspan=2>a</table><p>b",
    "Høringssvar\n☒ Ja\n".encode(),
    msg(PLAIN, (0x1009, BINARY, packed_rtf(RTF))),
    winmail(),
    workbook(("Svar", [["Virksomhet", "Spørsmål 1"], ["Ås", "Ja"]])),
    "Virksomhet;Spørsmål 1\nÅs;Ja\n".encode(),
)


def holds_together(reads: tuple[FileRead, ...]) -> None:
    assert reads
    for read in reads:
        assert (
            (read.document is None) == (read.problem is not None) == (read.problem_code is not None)
        )
        blocks = read.document.blocks if read.document else ()
        assert len({block.id for block in blocks}) == len(blocks)
        for block in blocks:
            assert all(block.text[b.at] == (TICKED if b.ticked else EMPTY) for b in block.boxes)
            assert all(0 <= n.start <= n.end <= len(block.text) for n in block.notes)


@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_stop_the_reading(data: bytes) -> None:
    holds_together(read_file("svar.docx", data))


@given(st.sampled_from(SEEDS), st.data())
def test_flipped_bits_never_stop_the_reading(seed: bytes, data: st.DataObject) -> None:
    places = st.lists(st.tuples(st.integers(0, len(seed) - 1), st.integers(1, 255)), max_size=8)
    damaged = bytearray(seed)
    for at, bits in data.draw(places):
        damaged[at] ^= bits
    cut = data.draw(st.integers(0, len(seed)))
    holds_together(read_file("svar", bytes(damaged)))
    holds_together(read_file("svar", bytes(damaged[:cut])))


@given(st.text(alphabet="[]()xX _☒☐✓\uf0fe\uf0a8ab\x00\ud800", max_size=40))
def test_every_box_stands_where_it_says(text: str) -> None:
    shown = show(text)
    assert all(shown.text[b.at] == (TICKED if b.ticked else EMPTY) for b in shown.boxes)
    assert shown.text.count(TICKED) + shown.text.count(EMPTY) == len(shown.boxes)
    assert shown.place(len(text)) == len(shown.text)
