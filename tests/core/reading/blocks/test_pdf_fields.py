"""Form fields of a PDF: their values and states, and what they hide."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.pdf_files import (
    Extra,
    checkbox,
    pdf,
    radio,
    square,
    stream,
    text_field,
)
from tests.core.reading.blocks.word import document_of


def field(entries: str, rect: str = "[72 660 372 674]") -> str:
    """A form field with these entries."""
    return f"<< /Type /Annot /Subtype /Widget /Rect {rect} {entries} >>"


def value_shown(entries: str, rect: str = "[72 660 372 674]", form: str = "") -> list[str]:
    """What a page with one field shows between two lines of text."""
    texts = [(72, 700, 11, "Svar:"), (72, 600, 11, "Neste")]
    document = document_of(pdf(texts, fields=[field(entries, rect)], extra=Extra(form=form)))
    return [block.text for block in document.blocks][1:-1]


def test_a_value_that_also_stands_elsewhere_on_the_page_is_not_lost() -> None:
    assert value_shown("/FT /Tx /T (svar) /V (Svar:)") == ["Svar:"]


def test_a_value_of_several_lines_is_read_line_by_line() -> None:
    assert value_shown("/FT /Tx /Ff 4096 /T (s) /V (Vi mener dette.\\nOg dette.)", "[72 620 372 674]") == [
        "Vi mener dette.", "Og dette.",
    ]  # fmt: skip


def test_a_field_without_a_picture_of_its_value_is_read() -> None:
    assert value_shown("/FT /Tx /T (s) /V (Uten bilde)", form="/NeedAppearances true") == [
        "Uten bilde"
    ]


def test_comb_and_locked_fields_are_read() -> None:
    assert value_shown("/FT /Tx /Ff 16777217 /MaxLen 9 /T (orgnr) /V (987654321)") == ["987654321"]


def test_a_value_in_utf_16_is_read() -> None:
    words = "Måløy – «ja»".encode("utf-16-be").hex()
    assert value_shown(f"/FT /Tx /T (s) /V <FEFF{words}>") == ["Måløy – «ja»"]


def test_a_list_shows_the_label_of_what_was_chosen() -> None:
    choice = "/FT /Ch /Ff 131072 /T (s) /Opt [[(1) (Helt enig)] [(2) (Helt uenig)]] /V (2)"
    assert value_shown(choice) == ["Helt uenig"]


def test_a_field_names_its_block() -> None:
    page = pdf([(72, 700, 11, "Svar:")], fields=[text_field(72, 660, "q2_text", "Vi mener noe")])
    assert [(b.text, b.tag) for b in document_of(page).blocks][1] == ("Vi mener noe", "q2_text")


@pytest.mark.parametrize("flag", [2, 32])
def test_a_hidden_field_says_nothing(flag: int) -> None:
    entries = f"/FT /Tx /T (skjult) /V (Hemmelig) /F {flag}"
    page = pdf([(72, 700, 11, "Svar:")], fields=[field(entries)])
    document = document_of(page)
    assert [b.text for b in document.blocks] == ["Svar:"]
    assert [(h.kind, h.text) for h in document.hidden] == [("form-field-hidden", "Hemmelig")]


LABELS = [(84.0, 700.0, 11.0, "Ja"), (144.0, 700.0, 11.0, "Nei")]


@pytest.mark.parametrize("chosen", ["ja", "nei"])
def test_a_radio_group_is_read_as_its_buttons(chosen: str) -> None:
    group = f"<< /FT /Btn /Ff 49152 /T (q1) /V /{chosen} /Kids [6 0 R 7 0 R] >>"
    buttons = [
        radio(72, 699, "", "ja", chosen=chosen == "ja"), radio(132, 699, "", "nei", chosen=chosen == "nei"),
    ]  # fmt: skip
    page = pdf(LABELS, fields=buttons, extra=Extra(objects={100: group}))
    page = page.replace(b"/Fields [6 0 R 7 0 R]", b"/Fields [100 0 R]    ")
    (block,) = document_of(page).blocks
    assert [(box.ticked, box.tag, box.conflict) for box in block.boxes] == [
        (chosen == "ja", "q1_ja", False), (chosen == "nei", "q1_nei", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("look", "value"), [("Yes", "Off"), ("Off", "Yes")])
def test_a_box_whose_look_disagrees_with_its_value_is_in_conflict(look: str, value: str) -> None:
    odd = checkbox(72, 699, "q1", ticked=True).replace(
        "/V /Yes /AS /Yes", f"/V /{value} /AS /{look}"
    )
    (block,) = document_of(pdf(LABELS, fields=[odd])).blocks
    assert [(box.ticked, box.conflict) for box in block.boxes] == [(look == "Yes", True)]


def test_a_state_that_has_no_picture_is_taken_at_its_word_with_a_conflict() -> None:
    odd = checkbox(72, 699, "q1", ticked=True).replace("/N << /Yes", "/N << /on")
    (block,) = document_of(pdf(LABELS, fields=[odd])).blocks
    assert [(box.ticked, box.conflict) for box in block.boxes] == [(True, True)]


def test_a_field_over_a_drawn_box_is_one_box() -> None:
    fields = [checkbox(72, 699, "q1_yes", ticked=True)]
    (block,) = document_of(pdf(LABELS[:1], drawing=square(72, 699, 10), fields=fields)).blocks
    assert [(box.ticked, box.technique) for box in block.boxes] == [(True, "control")]


def test_a_form_that_only_adobe_reader_shows_is_no_answer() -> None:
    packet = stream("<template><subform>q1</subform></template>")
    page = pdf(
        [(72, 700, 11, "Please wait..."), (72, 680, 11, "If this message is not eventually replaced")],
        extra=Extra(form="/XFA [(template) 100 0 R]", catalog="/NeedsRendering true", objects={100: packet}),
    )  # fmt: skip
    (read,) = read_file("skjema.pdf", page)
    assert (read.document, read.problem_code) == (None, "xfa-form")


def test_a_form_with_both_kinds_of_fields_is_read_and_flagged() -> None:
    packet = stream("<template><subform>q1</subform></template>")
    page = pdf(
        [(72, 700, 11, "Svar:")], fields=[text_field(72, 660, "svar", "Vi sier ja")],
        extra=Extra(form="/XFA [(template) 100 0 R]", objects={100: packet}),
    )  # fmt: skip
    document = document_of(page)
    assert [b.text for b in document.blocks] == ["Svar:", "Vi sier ja"]
    assert "xfa-form" in document.flags


def der(tag: int, *parts: bytes) -> bytes:
    """One value as certificates write them."""
    content = b"".join(parts)
    length = len(content)
    head = bytes([length]) if length < 128 else bytes([0x82]) + length.to_bytes(2, "big")
    return bytes([tag]) + head + content


def named(name: str) -> bytes:
    """A name of a certificate."""
    pair = der(0x30, der(0x06, b"\x55\x04\x03"), der(0x0C, name.encode()))
    return der(0x30, der(0x31, pair))


def certificate(serial: int, issuer: str, subject: str) -> bytes:
    """As much of a certificate as names its owner."""
    number = der(0x02, bytes([serial]))
    body = der(
        0x30,
        der(0xA0, der(0x02, b"\2")),
        number,
        der(0x30),
        named(issuer),
        der(0x30),
        named(subject),
    )
    return der(0x30, body, der(0x30), der(0x03, b"\0"))


def test_who_signed_is_told_by_the_certificate_that_the_signature_names() -> None:
    chain = certificate(1, "Rot", "Utsteder") + certificate(7, "Utsteder", "Kari Nordmann")
    signer = der(0x30, der(0x02, b"\1"), der(0x30, named("Utsteder"), der(0x02, b"\7")))
    signed = der(0x30, der(0x02, b"\1"), der(0x31), der(0x30), der(0xA0, chain), der(0x31, signer))
    message = der(0x30, der(0x06, b"\x2a"), der(0xA0, signed))
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V << /Type /Sig "
        f"/Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <{message.hex()}0000> >> >>"
    )
    page = pdf([(72, 700, 11, "Vi sier ja")], fields=[field])
    assert document_of(page).properties["signed_by"] == "Kari Nordmann"
    broken = page.replace(message[30:40].hex().encode(), b"ff" * 10)
    assert "signed_by" not in document_of(broken).properties
