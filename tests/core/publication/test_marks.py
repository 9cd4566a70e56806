"""What people say about places is folded over what was found, and the last word stands."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.values import Certainty
from innspill.stages.publication.core.marks import Mark, folded, occurrences
from innspill.stages.publication.core.masking import masked
from innspill.stages.publication.core.personal_data import find, without_overlaps
from innspill.stages.publication.core.render import render
from innspill.stages.publication.core.values import MASK, Finding
from innspill.stages.register.core.standing import register
from tests.core.register.cases import hearing, on, response

LENGTH = 40
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(1, 12)).map(
    lambda span: (span[0], min(LENGTH, span[0] + span[1]))
)
FINDINGS = st.lists(SPANS.filter(lambda s: s[0] < s[1]), max_size=5).map(
    lambda spans: without_overlaps(
        Finding(start, end, "phone", "offl. § 13", Certainty.LIKELY) for start, end in spans
    )
)
WORDS = st.lists(st.tuples(SPANS, st.sampled_from(["withhold", "show"])), max_size=8)


def marks_of(words):
    return [
        Mark(at, "answer:1", *span, word, ground="offl-13")
        for at, (span, word) in enumerate(words, start=1)
    ]


@given(FINDINGS, WORDS)
def test_spans_never_overlap_and_lie_within_the_text(findings, words):
    held = [each.finding for each in folded(findings, marks_of(words), LENGTH)]
    for before, after in pairwise(held):
        assert before.end <= after.start
    assert all(0 <= each.start < each.end <= LENGTH for each in held)


@given(FINDINGS, WORDS)
def test_a_character_is_shown_only_where_the_last_word_on_it_is_show(findings, words):
    held = folded(findings, marks_of(words), LENGTH)
    hidden = {at for each in held for at in range(each.finding.start, each.finding.end)}
    found = {at for each in findings for at in range(each.start, each.end)}
    for at in range(LENGTH):
        said = [word for (start, end), word in words if start <= at < end]
        must_be_hidden = said[-1] == "withhold" if said else at in found
        if must_be_hidden:
            assert at in hidden
        elif said:
            # What a later mark takes in with a whole span is hidden again: never the reverse.
            last = max(i for i, ((s, e), _) in enumerate(words) if s <= at < e)
            later = any(word == "withhold" for _, word in words[last + 1 :])
            assert at not in hidden or later


@given(FINDINGS, WORDS, st.text(min_size=LENGTH, max_size=LENGTH))
def test_the_masked_text_holds_nothing_of_what_is_withheld(findings, words, text):
    held = [each.finding for each in folded(findings, marks_of(words), LENGTH)]
    kept = [text[at] for at in range(LENGTH) if not any(f.start <= at < f.end for f in held)]
    assert masked(text, held).replace(MASK, "") == "".join(kept).replace(MASK, "")


def test_a_new_ground_holds_for_the_whole_span_that_it_touches():
    (finding,) = find("Ring 91 23 45 67 nå", private=False)
    mark = Mark(1, "answer:1", finding.start + 1, finding.end - 1, "withhold", "account", "offl-26")
    (held,) = folded([finding], [mark], 20)
    assert (held.finding.start, held.finding.end) == (finding.start, finding.end)
    assert (held.finding.kind, held.finding.ground, held.mark) == ("account", "offl. § 26", mark)


def test_a_word_may_be_shown_out_of_the_middle_of_a_span():
    finding = Finding(0, 10, "name", "x", Certainty.LIKELY)
    left = folded([finding], [Mark(1, "", 3, 5, "show")], 10)
    assert [(each.finding.start, each.finding.end) for each in left] == [(0, 3), (5, 10)]


def test_words_are_found_whatever_their_case_and_blanks():
    text = "Ola Nordmann sa det. OLA\n NORDMANN sa det igjen (a+b)."
    assert [text[a:b] for a, b in occurrences(text, "ola nordmann")] == [
        "Ola Nordmann", "OLA\n NORDMANN",
    ]  # fmt: skip
    assert occurrences(text, "(a+b)")
    assert occurrences(text, "  ") == occurrences(text, "finnes ikke") == []


def test_a_marked_word_is_out_of_every_text_of_the_copy_and_the_full_texts_are_told_apart():
    entry = register(hearing(), [(response("Lier kommune", "Rektor Ås sa nei."), on(9))])[0]
    before = render(entry, hearing())
    texts = dict(before.texts)
    assert texts["answer:1"] == "Rektor Ås sa nei."
    assert texts["sender"] == "Lier kommune"
    mark = Mark(1, "answer:1", 7, 9, "withhold", "name", "person")
    after = render(entry, hearing(), [mark])
    assert after.public.answers[0].text == f"Rektor {MASK} sa nei."
    assert after.public.withheld == 1
    assert dict(after.texts) == texts


def test_who_the_response_is_from_may_be_withheld_by_a_mark():
    entry = register(hearing(), [(response("Lier kommune", "Nei."), on(9))])[0]
    marked = render(entry, hearing(), [Mark(1, "sender", 0, 12, "withhold", "other", "offl-13")])
    assert (marked.public.name, marked.public.senders) == (MASK, (MASK,))


def test_ten_thousand_marks_on_one_text_hold_nobody_up():
    """Whoever withholds a single letter wherever it stands makes so many."""
    marks = marks_of([((at * 3, at * 3 + 1), "withhold") for at in range(10_000)])
    began = process_time()
    assert len(folded((), marks, 30_000)) == 10_000
    assert process_time() - began < 2
