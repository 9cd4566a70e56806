"""Any definition, as far as its form goes, and any answer to it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.filled import (
    AnswerGiven,
    FilledForm,
    MeasureGiven,
    Offered,
    SenderGiven,
)

from .forms import BRIDGES

AWKWARD = (
    "Ja", "Nei", "ja, men", "1. Er rådene gode?", "Spørsmål 2", "2)", "Har ingen kommentar",
    "Med vennlig hilsen", "Svar:", "- punkt", "«sitat» \"og\" 'slikt'", "<b>fet</b> & co",
    "linje én\nlinje to", "avsnitt én\n\navsnitt to", "\ttabulator", "æøå ÆØÅ čđŋšŧž", "😀",
    "Skriv her nå.", "Vedlegg", "Saksnummer: 26/1", "=1+1", "{{ navn }}", "%s", "\\n", "#", "* stjerne",
    "Tiltak: mer lys", "Tiltak", "svar på spørsmål", "KS slutter seg til uttalelsen fra Bergen kommune.",
    "Se note 1", "1 Dette er en merknad", "> sitert", "Fra: noen", "x" * 300, "ord " * 70,
)  # fmt: skip
_letters = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
words = st.one_of(
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from(AWKWARD), min_size=2, max_size=3).map(" ".join),
    _letters,
)
_lines = words.map(lambda text: " ".join(text.split()))
_ids = st.one_of(
    st.integers(1, 60).map(str), st.sampled_from(["1a", "A.2", "spørsmål én", "1_yes", "text", "~"])
)
_choice_ids = st.one_of(
    st.sampled_from(["yes", "no", "none", "1", "text", "asked", "measure_1_name", "ja/nei", "x y"]),
    st.text("abc_~. ", min_size=1, max_size=8).map(str.strip).filter(bool),
)
texts = st.dictionaries(st.sampled_from(["nb", "nn", "en"]), words, max_size=3)


@st.composite
def questions(draw: st.DrawFn, before: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """Any question that may stand after those `before`."""
    kind = draw(st.sampled_from(["choice", "scale", "text", "measures", "attachments"]))
    question: dict[str, Any] = {
        "id": draw(_ids), "kind": kind, "text": draw(texts), "guidance": draw(texts),
        "many": draw(st.booleans()) and kind == "choice",
    }  # fmt: skip
    if kind in ("choice", "scale"):
        ids = draw(st.lists(_choice_ids, unique=True, max_size=5))
        question["choices"] = [{"id": each, "text": draw(texts)} for each in ids]
    asked = [one for one in before if one.get("choices")]
    if asked and draw(st.booleans()):
        one = draw(st.sampled_from(asked))
        question["condition"] = {"question": one["id"], "choices": [one["choices"][0]["id"]]}
    return question


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Any definition, as far as its form goes."""
    asked: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 5))):
        question = draw(questions(tuple(asked)))
        if question["id"] not in {one["id"] for one in asked}:
            asked.append(question)
    return Definition.model_validate(
        {**BRIDGES, "questions": asked, "title": {"nb": "Bruer for alle", **draw(texts)}}
    )


@st.composite
def answers(draw: st.DrawFn, definition: Definition, *, plainly: bool = False) -> FilledForm:
    """Any answer to `definition`; `plainly`: who ticked no box writes no choice in words."""
    given = []
    for question in definition.questions:
        ids = [choice.id for choice in question.choices]
        most = len(ids) if question.many else 1
        ticks = draw(st.lists(st.sampled_from(ids), unique=True, max_size=most)) if ids else []
        text = draw(st.one_of(st.just(""), words))
        if plainly and ids and not ticks:
            text = draw(st.sampled_from(["", "Rekkverket er for lavt."]))
        rows = st.builds(MeasureGiven, name=_lines, responsible=_lines, description=words)
        measures = draw(st.lists(rows, max_size=3)) if question.kind == "measures" else []
        given.append(
            AnswerGiven(
                question=question.id, asked=in_language(question.text, "nb"),
                offered=tuple(
                    Offered(id=c.id, text=in_language(c.text, "nb"), ticked=c.id in ticks)
                    for c in question.choices
                ),
                text=text, measures=tuple(row for row in measures if row.name.strip()),
            )
        )  # fmt: skip
    return FilledForm(
        case_number=definition.case_number, title=in_language(definition.title, "nb"),
        senders=(SenderGiven(name="Nordvik kommune"),), answers=tuple(given),
        comment=draw(st.one_of(st.just(""), words)),
    )  # fmt: skip
