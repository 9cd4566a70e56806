"""Any definition gives forms that read back to the same answers: for Word, as text, on the web."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import (
    FilledForm,
    MeasureGiven,
    from_bytes,
    to_bytes,
)
from innspill.stages.consultations.core.form_outline import paragraphs_of
from innspill.stages.consultations.core.plain_form import build_text
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.responses import read_delivery
from innspill.stages.reading.core.values import Answer, Measure, ResponseRead
from tests.core.consultations.any_form import answers, definitions

ANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
LANGUAGES = st.sampled_from(["nb", "nn", "en"])


def read(name: str, data: bytes, definition: Definition) -> ResponseRead:
    (found,) = read_delivery([(name, data)], definition)
    assert account(found).complete
    return found


def whole(text: str, shown: Callable[[str], str]) -> str:
    """`text` as an answer gives it: no white space at the ends of lines, no empty ones."""
    paragraphs = []
    for paragraph in paragraphs_of(text):
        lines = (shown(line).strip() for line in paragraph.split("\n"))
        paragraphs.append("\n".join(line for line in lines if line))
    return "\n\n".join(paragraphs)


def as_read(text: str) -> str:
    """`text` as readers show it: every typed box as one character."""
    return show(text).text


def parts_of(row: Measure | MeasureGiven) -> list[str]:
    """What a measure says."""
    return [row.name, row.responsible, row.relevant_for, row.description]


def own_text(answer: Answer) -> str:
    """The text of an answer without its measures, which stand before it."""
    before = [part for row in answer.measures for part in parts_of(row) if part]
    lines = [line.strip() for part in before for line in part.split("\n") if line.strip()]
    rest = answer.text
    for line in lines:
        assert rest.startswith(line)
        rest = rest[len(line) :].lstrip("\n")
    return rest


def test_words_are_kept_with_their_paragraphs() -> None:
    assert whole(" a \n b\n\n\n c ", str) == "a\nb\n\nc"


@given(st.data(), definitions())
@ANY
def test_what_the_web_form_hands_in_is_read_as_it_was_given(
    data: st.DataObject, definition: Definition
) -> None:
    form = data.draw(answers(definition))
    assert from_bytes(to_bytes(form)) == form
    found = read("svar.json", to_bytes(form), definition)
    assert (found.kind, found.sender.name) == ("form", "Nordvik kommune")
    for given_one, answer in zip(form.answers, found.answers, strict=True):
        assert set(answer.ticks) == set(given_one.ticks)
        assert "contradictory-ticks" not in answer.flags
        assert own_text(answer) == whole(given_one.text, str)
        assert_measures(given_one.measures, answer, str)


@given(st.data(), definitions(), LANGUAGES)
@settings(ANY, max_examples=25)
def test_any_filled_word_form_is_read_without_doubt(
    data: st.DataObject, definition: Definition, language: str
) -> None:
    form = data.draw(answers(definition, plainly=True))
    word = build_form(definition, language, form)
    found = read("svar.docx", word, definition)
    assert found.kind == "form"
    for given_one, answer in zip(form.answers, found.answers, strict=True):
        assert set(answer.ticks) == set(given_one.ticks)
        assert own_text(answer) == whole(given_one.text, as_read)
        assert_measures(given_one.measures, answer, as_read)


def assert_measures(
    given: tuple[MeasureGiven, ...], answer: Answer, shown: Callable[[str], str]
) -> None:
    asked = [[whole(part, shown) for part in parts_of(row)] for row in given]
    got = [[whole(part, str) for part in parts_of(row)] for row in answer.measures]
    assert got == asked


def squeezed(text: str) -> str:
    return "".join(as_read(text).split())


def is_plain(form: FilledForm) -> bool:
    """Whether its words have none of the signs that plain text itself takes for something."""
    said = [form.comment, *(answer.text for answer in form.answers)]
    said += [part for a in form.answers for row in a.measures for part in row.model_dump().values()]
    marks = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|\[|^\s*(?:\d+ |[#=>-]|From )|-\s*$"
    return not any(re.search(marks, text.replace("\n", " ").replace("\t", " ")) for text in said)


@given(st.data(), definitions(), LANGUAGES)
@ANY
def test_any_filled_plain_form_is_read_word_for_word(
    data: st.DataObject, definition: Definition, language: str
) -> None:
    form = data.draw(answers(definition, plainly=True).filter(is_plain))
    found = read("svar.txt", build_text(definition, language, form).encode(), definition)
    for given_one, answer in zip(form.answers, found.answers, strict=True):
        assert set(answer.ticks) == set(given_one.ticks)
        rows = [part for row in answer.measures for part in parts_of(row)]
        asked = [part for row in given_one.measures for part in parts_of(row)]
        assert [squeezed(part) for part in rows] == [squeezed(part) for part in asked]
        assert squeezed(answer.text) == squeezed("".join([*asked, given_one.text]))


@given(st.data(), definitions(), LANGUAGES)
@settings(ANY, max_examples=15)
def test_nobody_answers_in_an_empty_form(
    data: st.DataObject, definition: Definition, language: str
) -> None:
    for name, form in (
        ("tomt.docx", build_form(definition, language)),
        ("tomt.txt", build_text(definition, language).encode()),
    ):
        found = read(name, form, definition)
        assert not any(answer.ticks or answer.text for answer in found.answers)
        assert "empty-form" in found.flags
