"""What must not be in a file is found, however it is written; what is public is no trace."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.values import Certainty
from innspill.stages.publication.core.masking import masked
from innspill.stages.publication.core.personal_data import without_overlaps
from innspill.stages.publication.core.rebuilding.judging import Verdict, judge
from innspill.stages.publication.core.rebuilding.traces import is_clean, needles_for
from innspill.stages.publication.core.rebuilding.values import PageWord, Secrets, Source
from innspill.stages.publication.core.rebuilding.withheld import hidden_between
from innspill.stages.publication.core.values import MASK, Finding

SECRETS = Secrets(("Kari Nordmann, 91 23 45 67",), ("Storgata 5",), (), "Kari støtter planen.")


def on_a_line(*texts: str, line: int = 0) -> list[PageWord]:
    return [PageWord(text, 10 * at, 0, 10 * at + 9, 9, line) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    "text",
    ["Hei nordmann!", "NORDMANN", "ring 91234567", "ring 912 34 567", "ring 91-23-45-67",
     "bor i Storgata 5 nå", "No\u00adrd\u200bmann", "0101 0100 050"],
)  # fmt: skip
def test_a_trace_is_found_however_it_is_written(text: str) -> None:
    assert needles_for(SECRETS).trace_in(text)


@pytest.mark.parametrize("text", ["Kari støtter planen.", "planen er god", "side 5 av 91", ""])
def test_what_is_public_is_no_trace(text: str) -> None:
    assert not needles_for(SECRETS).trace_in(text)


def packed(data: bytes, head: bytes = b"") -> bytes:
    raw = zlib.compress(data)
    length = str(len(raw)).encode()
    return (
        b"1 0 obj\n<</Filter/FlateDecode/Length "
        + length
        + head
        + b">>\nstream\n"
        + raw
        + b"\nendstream\nendobj\n"
    )


@pytest.mark.parametrize(
    "pdf",
    [
        b"1 0 obj (Nordmann) endobj",
        b"1 0 obj (Nord\\155ann) endobj",
        b"1 0 obj <" + "Nordmann".encode("utf-16-be").hex().encode() + b"> endobj",
        b"1 0 obj /Nord#6dann endobj",
        packed(b"BT (Nordmann) Tj ET"),
        packed(b"<</Title(91234567)>>"),
        packed("Nordmann".encode("utf-16-be")),
        b"1 0 obj <</Filter/LZWDecode/Length 3>>\nstream\nabc\nendstream",
        b"1 0 obj <</Length 99>>\nstream\nabc\nendstream",
        b"1 0 obj <</Filter/FlateDecode/Length 3>>\nstream\nabc\nendstream",
    ],
)
def test_a_file_with_a_trace_or_with_what_cannot_be_unpacked_is_not_clean(pdf: bytes) -> None:
    assert not is_clean(b"%PDF-1.7\n" + pdf, needles_for(SECRETS))


def test_a_file_without_any_is_clean() -> None:
    assert is_clean(
        b"%PDF-1.7\n1 0 obj (Kari) endobj\n" + packed(b"BT (planen) Tj ET"), needles_for(SECRETS)
    )


@given(st.text("ab []^1", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9))))
def test_what_a_copy_hides_is_found_by_holding_the_two_together(
    text: str, spans: list[tuple[int, int]]
) -> None:
    findings = without_overlaps(
        Finding(start, min(start + size, len(text)), "other", "", Certainty.CERTAIN)
        for start, size in spans
        if start < len(text)
    )
    public = masked(text, findings)
    hidden = hidden_between(text, public)
    assert hidden is not None
    assert len("".join(hidden)) == sum(each.end - each.start for each in findings)


@pytest.mark.parametrize(
    ("full", "public"), [("a b c", "a x c"), ("a b", "a b c"), ("ab", f"{MASK}b{MASK}"), ("", MASK)]
)
def test_a_copy_of_another_text_hides_nobody_knows_what(full: str, public: str) -> None:
    assert hidden_between(full, public) is None


def test_only_words_of_the_copy_or_the_form_are_shown_and_a_secret_s_public_words_are_not() -> None:
    words = [
        *on_a_line(
            "Vi", "støtter", "planen.", "Ring", "Kari", "på", "91", "23", "45", "67", line=0
        ),
        *on_a_line("Spørsmål", "1", "•", "Brevhode", "AS", line=1),
    ]
    source = Source(
        "a.pdf", f"Vi støtter planen. Ring {MASK}", "Spørsmål 1 Kari på",
        Secrets(("Kari på 91 23 45 67",), (), (), ""), private=True,
    )  # fmt: skip
    judged = judge(words, source)
    told = dict(zip((word.text for word in words), judged.verdicts, strict=True))
    assert judged.all_placed
    assert {text for text, verdict in told.items() if verdict is Verdict.SHOWN} == {
        "Vi", "støtter", "planen.", "Ring", "Spørsmål", "1", "•",
    }  # fmt: skip
    assert told["Kari"] is told["på"] is told["67"] is Verdict.WITHHELD
    assert told["Brevhode"] is Verdict.LEFT_OUT


def test_a_word_parted_at_the_end_of_a_line_is_one_word() -> None:
    words = [*on_a_line("om", "kommu-", line=0), *on_a_line("nen", "vår", line=1)]
    judged = judge(words, Source("a", "om kommunen vår", "", Secrets(), private=False))
    assert set(judged.verdicts) == {Verdict.SHOWN}


def test_a_secret_parted_at_the_end_of_a_line_is_found() -> None:
    words = [*on_a_line("ring", "Hemme-", line=0), *on_a_line("ligmann", "nå", line=1)]
    source = Source("a", "ring nå", "", Secrets(("Hemmeligmann",), (), (), ""), private=False)
    judged = judge(words, source)
    assert judged.all_placed
    assert judged.verdicts == (Verdict.SHOWN, Verdict.WITHHELD, Verdict.WITHHELD, Verdict.SHOWN)
