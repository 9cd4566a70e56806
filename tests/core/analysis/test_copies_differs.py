"""What each of a group says by itself stands out; what all say does not."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.analysis.core.copies.differs import beside, own_of
from innspill.stages.analysis.core.copies.find import passages_of
from tests.core.analysis.copied_texts import letter

SAID = (
    "Vi ber om at kommunen lar skolen ved elva bestå. Barna har kort vei, og huset er nytt. "
    "Derfor må planen endres nå."
)


def shown(texts: list[str]) -> list[list[str]]:
    return [
        [text[span.start : span.end] for span in spans]
        for text, spans in zip(texts, own_of(texts), strict=True)
    ]


def test_what_somebody_added_stands_out_and_nothing_else():
    texts = [SAID, f"Jeg bor her selv. {SAID} Hilsen Kari", SAID.replace("huset", "hsuet")]
    assert shown(texts) == [[], ["Jeg bor her selv.", "Hilsen Kari"], ["hsuet"]]


def test_case_line_breaks_and_punctuation_are_no_difference():
    assert shown([SAID, SAID.upper(), SAID.replace(". ", "!\n\n"), f"«{SAID}»"]) == [[], [], [], []]


def test_what_several_say_otherwise_than_the_letter_is_seen_with_what_they_left_out():
    text = SAID.replace("ber om", "ber sterkt om").replace("Barna har kort vei, og huset", "Huset")
    spans, lacking = beside(SAID, text)
    assert [text[span.start : span.end] for span in spans] == ["sterkt"]
    assert lacking == ("Barna har kort vei, og",)
    assert beside(SAID, SAID.upper().replace(". ", "!\n\n")) == ((), ())


def test_exact_copies_have_nothing_of_their_own_however_short():
    assert shown(["Nei", "nei!", "NEI"]) == [[], [], []]


def test_what_many_copies_say_and_one_has_cut_is_not_theirs_alone():
    assert shown([SAID, SAID, SAID[: SAID.index(" Derfor")]]) == [[], [], []]


def test_an_addition_that_two_of_many_have_is_still_their_own():
    own = "Jeg har tre barn på skolen."
    texts = [SAID] * 150 + [f"{SAID} {own}"] * 2
    assert shown(texts)[-1] == [own]


def test_beside_a_passage_in_common_everything_is_ones_own():
    chance = Random(2)
    passage = " ".join(letter(chance, 3))
    texts = [
        " ".join((*letter(chance, 8), passage, *letter(chance, 8)))
        for _ in range(2)
    ]  # fmt: skip
    groups = passages_of([*texts, texts[0]], ["a", "b", "c"])
    part = next(each for each in groups if each.kind == "part")
    for at, spans in zip(part.members, part.own, strict=True):
        text = [*texts, texts[0]][at]
        left = "".join(text[span.start : span.end] for span in spans)
        assert len(left) + len(passage) == len(text) - 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_spans_lie_in_their_text_in_order_and_end_at_white_space(texts: list[str]):
    for text, spans in zip(texts, own_of(texts), strict=True):
        at = 0
        for span in spans:
            assert at <= span.start < span.end <= len(text)
            assert not text[span.start].isspace()
            assert text[span.end : span.end + 1].strip() == ""
            at = span.end
