"""Whatever people write into a form, its questions stay the same."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from innspill.stages.consultations.core.form import read_form
from innspill.stages.consultations.core.guidance import instruction
from innspill.stages.consultations.core.lines import BOXES, Line
from innspill.stages.consultations.core.references import references_in

TICKS = "☐ Ja  ☒ Nei  ☐ Har ingen kommentar"
QUESTIONS = (
    ("1) Er det mangler i oversikten (vedlegg A)? Utdyp gjerne.", TICKS),
    ("2) Er målene (kapittel 4) dekkende?", TICKS),
    ("3) Tilbakemelding på innsatsområde 1: Trygge veier",),
    ("4) Tilbakemelding på innsatsområde 2: Lys",),
    ("5) Andre innspill",),
)
answers = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80)
    .filter(lambda text: not set(text) & set(BOXES))
    .filter(lambda text: not {"?", ":"} & set(text) and not references_in(text))
    .filter(lambda text: not instruction(" ".join(text.split())))
)
lists = st.tuples(st.sampled_from(".)"), st.lists(answers, max_size=9)).map(
    lambda given: [f"{number}{given[0]} {item}" for number, item in enumerate(given[1], start=1)]
)
written = st.lists(st.lists(answers, max_size=3) | lists, min_size=5, max_size=5)


@settings(max_examples=200, deadline=None)
@given(written)
def test_no_answer_changes_a_question_or_gets_into_one(texts: list[list[str]]) -> None:
    filled = [
        Line(line)
        for question, own in zip(QUESTIONS, texts, strict=True)
        for line in (*question, *own)
    ]
    empty = [Line(line) for question in QUESTIONS for line in question]
    assert read_form(filled) == read_form(empty)


@settings(max_examples=100, deadline=None)
@given(st.lists(answers.filter(lambda text: not re.match(r"\s*\d", text)), max_size=4))
@example(["STED"])
def test_words_of_a_sender_above_the_questions_stay_out_where_they_stand_in_fields(
    texts: list[str],
) -> None:
    questions = [Line(line) for question in QUESTIONS for line in question]
    filled = [Line("Svarskjema"), *(Line(text, entry=True) for text in texts), *questions]
    assert read_form(filled).wording == ("Svarskjema",)
