r"""What an RTF document shows and hides, as Word and LibreOffice write it (RTF 1.9.1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Block, Document, Emphasis
from tests.core.reading.blocks.open_document import odt, p
from tests.core.reading.blocks.test_any_bytes import holds_together
from tests.core.reading.blocks.word import document_of

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Wingdings;}"
    r"{\f2\froman\fcharset2 Symbol;}{\f3\fnil\fcharset204{\*\fname Arial;}Arial Cyr;}"
    r"{\f4\fnil\fcharset128 MS Gothic;}}"
    r"{\colortbl;\red0\green0\blue0;\red255\green255\blue0;\red255\green255\blue255;}"
)


def rtf(body: str) -> bytes:
    """An RTF file with the fonts above and this body."""
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}").encode("latin-1")


def rtf_of(body: str) -> Document:
    return document_of(rtf(body))


def blocks_of(body: str) -> tuple[Block, ...]:
    return rtf_of(body).blocks


def texts_of(body: str) -> list[str]:
    return [block.text for block in blocks_of(body)]


def hidden_of(body: str) -> list[tuple[str, str]]:
    return [(hidden.kind, hidden.text) for hidden in rtf_of(body).hidden]


def test_letters_come_in_every_spelling() -> None:
    body = (
        r"bl\'e5b\'e6r\'f8l \u229?\u230\'e6 {\uc2\u248\'c3\'b8}{\uc0\u216 }l \u-10179?\u-9075?"
        r"\~\endash\emdash\lquote a\rquote\_b\-c\{\}\\ " + r"rå\par "
    )
    assert texts_of(body) == ["blåbærøl åæ øØl 💍\xa0–—‘a’-bc{}\\ rå"]


def test_each_font_has_its_code_page() -> None:
    body = r"{\f3 \'cf\'f0\'e8}{\f4 \'93\'fa\'96\'7b}{\f0 \'e5}\par"
    assert texts_of(body) == ["При日本å"]


def test_an_alternative_for_new_programs_is_read_instead_of_the_old_one() -> None:
    body = r"Vi {\upr{h?rer}{\*\ud{h\u248 ?rer}}} til{\*\nyere ukjent {\b tekst}}.\par"
    assert texts_of(body) == ["Vi hører til."]


def test_bytes_of_pictures_are_never_text() -> None:
    picture = r"{\*\shppict{\pict\pngblip\bin5 }}{}}}{\nonshppict{\pict 0102}}"
    assert texts_of(rf"f\'f8r {picture}etter\par") == ["før etter"]
    assert "pages-without-text" in rtf_of(rf"Se {picture}\par").flags
    (read,) = read_file("svar.rtf", rtf(picture))
    assert read.problem_code == "needs-ocr"


def test_paragraphs_lines_and_tabs() -> None:
    blocks = blocks_of("en\\tab to\\line tre\\par\n\\par\\pard fire\\\n fem")
    assert [(b.id, b.text) for b in blocks] == [
        ("p1", "en\tto\ntre"), ("p3", "fire"), ("p4", " fem"),
    ]  # fmt: skip


def test_what_was_deleted_or_hidden_is_set_apart_with_its_place() -> None:
    body = (
        r"Vi er {\deleted\revauthdel1 ikke }{\revised\revauth1 sv\'e6rt }enige{\v  (hemmelig)}.\par"
        r"{\deleted helt borte}\par"
    )
    document = rtf_of(body)
    assert [block.text for block in document.blocks] == ["Vi er svært enige."]
    assert [(h.kind, h.text, h.origin[0].start) for h in document.hidden] == [
        ("deleted", "ikke ", 6), ("hidden", " (hemmelig)", 17), ("deleted", "helt borte", 18),
    ]  # fmt: skip
    assert "tracked-changes" in document.flags


def test_a_comment_knows_what_it_is_about() -> None:
    body = (
        r"Vi {\*\atrfstart 7}st\'f8tter{\*\atrfend 7}{\*\atnid OO}{\*\atnauthor Ola}\chatn"
        r"{\*\annotation{\*\atnref 7}\pard\plain{\chatn}Sikkert?\par Ja.} dette\par"
    )
    document = rtf_of(body)
    (comment,) = document.hidden
    assert (comment.kind, comment.text) == ("comment", "Sikkert?\nJa.")
    assert [(o.block, o.start, o.end) for o in comment.origin] == [("p1", 3, 10)]
    assert [block.text for block in document.blocks] == ["Vi støtter dette"]


def test_what_is_set_apart_is_told_with_exact_places() -> None:
    body = (
        r"[x] Ja {\strike\b Ne{i}}\plain  {\highlight2 Vet}{\ul  ikke}{\ul\ulnone !}"
        r"{\chcbpat3 hvit}{\b }\par"
    )
    (block,) = blocks_of(body)
    assert block.text == "☒ Ja Nei Vet ikke!hvit"
    assert block.emphases == (
        Emphasis(5, 8, "struck-out"), Emphasis(5, 8, "bold"), Emphasis(9, 12, "highlighted"),
        Emphasis(12, 17, "underlined"),
    )  # fmt: skip


def test_what_the_file_says_of_itself() -> None:
    body = (
        r"{\info{\title H\'f8ringssvar}{\author Kari}{\operator Ola}{\creatim\yr2026\mo3\dy4\hr5\min6}}"
        r"Hei\par"
    )
    assert rtf_of(body).properties == {
        "title": "Høringssvar", "creator": "Kari", "last_modified_by": "Ola",
        "created": "2026-03-04T05:06:00",
    }  # fmt: skip


def test_a_file_within_the_document_is_told_of_and_its_look_is_read() -> None:
    body = r"{\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 0105}{\result vist}}\par"
    document = rtf_of(body)
    assert [block.text for block in document.blocks] == ["vist"]
    assert document.flags == ("embedded-files",)


@pytest.mark.parametrize("data", [b"{\\rtf1" + b"{" * 100_000, b"{\\rtf1 " + b"{\\b " * 50_000])
def test_groups_without_end_are_refused(data: bytes) -> None:
    assert read_file("svar.rtf", data)[0].problem_code == "too-deep"


SEEDS = (
    rtf(r"\trowd\clvmrg\cellx100\intbl [x] Ja{\footnote\chftn Note}\cell\row\pard"
        r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}{\fldrslt}} Nei\par"),
    odt(p('<text:note text:note-class="footnote"><text:note-body><text:p>n</text:p>'
          "</text:note-body></text:note>[x] Ja<text:change/><draw:frame><draw:text-box>"
          '<text:p>b</text:p></draw:text-box></draw:frame><text:s text:c="4"/>')
        + "<text:list><text:list-item><text:p>l</text:p></text:list-item></text:list>"),
)  # fmt: skip


@given(st.sampled_from(SEEDS), st.data())
@settings(max_examples=150, deadline=None)
def test_flipped_bits_never_stop_the_reading(seed: bytes, data: st.DataObject) -> None:
    places = st.lists(st.tuples(st.integers(0, len(seed) - 1), st.integers(1, 255)), max_size=8)
    damaged = bytearray(seed)
    for at, bits in data.draw(places):
        damaged[at] ^= bits
    holds_together(read_file("svar", bytes(damaged)))
    holds_together(read_file("svar", bytes(damaged[: data.draw(st.integers(0, len(seed)))])))


WORDS = st.sampled_from([
    "{", "}", "\\par", "\\cell", "\\row", "\\trowd", "\\intbl", "\\itap3", "\\nestcell", "\\nestrow",
    "{\\footnote ", "{\\field", "{\\*\\fldinst FORMCHECKBOX}", "{\\fldrslt x", "{\\header h",
    "{\\*\\annotation a}", "{\\listtext 1)}", "\\chftn", "{\\shp{\\*\\shpinst{\\shptxt b",
    "\\deleted", "\\v", "\\f1", "\\'fe", "\\u9746?", "a", "[x]", "{\\*\\x", "\\bin3 ", "\\fonttbl",
])  # fmt: skip


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=200, deadline=None)
def test_words_in_any_order_never_stop_the_reading(words: list[str]) -> None:
    holds_together(read_file("svar.rtf", ("{\\rtf1 " + "".join(words)).encode("ascii")))
