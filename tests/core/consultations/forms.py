"""A hearing with every kind of question, an answer to it, and strategies that make any such."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from innspill.stages.consultations.core.definition import SCHEMA, Definition, Question, in_language
from innspill.stages.consultations.core.filled import (
    AnswerGiven,
    FileGiven,
    FilledForm,
    MeasureGiven,
    Offered,
    SenderGiven,
)

_LEVELS = ["Unyttig", "Lite nyttig", "Verken eller", "Nyttig", "Svært nyttig"]
BRIDGES: dict[str, Any] = {
    "schema": SCHEMA, "case_number": "26/117", "owner": "Direktoratet for gangveier",
    "title": {"nb": "Bruer for alle: råd om gangbruer", "nn": "Bruer for alle", "en": "Bridges"},
    "status": "open", "deadline": "2026-05-04", "submit_email": "post@gangvei.example",
    "one_response_per": "organisation", "summary": {"nb": "Vi ber om råd om gangbruer."},
    "target_groups": [
        {"id": "k", "name": {"nb": "Kommuner", "nn": "Kommunar", "en": "Municipalities"}},
    ],
    "glossary": [{"word": "ÅDT", "explanation": {"nb": "Gjennomsnittlig trafikk per døgn"}}],
    "papers": [
        {
            "id": "note", "title": {"nb": "Utkast til råd"},
            "chapters": [
                {
                    "id": "2", "title": {"nb": "Rekkverk og lys"},
                    "passages": [{"nb": "Rekkverk skal være *1,2* meter.\nMinst."}],
                },
                {"id": "A", "kind": "annex", "title": {"nb": "Oversikt over bruer"}},
            ],
        }
    ],
    "questions": [
        {
            "id": "1", "text": {"nb": "Er rådene om rekkverk lette å følge?",
                                "nn": "Er råda om rekkverk lette å følgje?"},
            "refers_to": ["chapter 2", "annex A"],
            "guidance": {"nb": "Utdyp gjerne nedenfor, med sidetall:"},
            "choices": [
                {"id": "yes", "text": {"nb": "Ja"}}, {"id": "no", "text": {"nb": "Nei"}},
                {"id": "none", "text": {"nb": "Har ingen kommentar"}},
            ],
        },
        {
            "id": "2", "text": {"nb": "Hva er vanskelig?"}, "many": True, "for_groups": ["k"],
            "condition": {"question": "1", "choices": ["no"]},
            "choices": [
                {"id": "height", "text": {"nb": "Høyden på rekkverket der det er mer enn fem meter "
                                          "ned til vannet eller veien under brua"}},
                {"id": "gap", "text": {"nb": "Avstanden mellom sprossene"}},
                {"id": "light", "text": {"nb": "Kravet til lys"}},
            ],
        },
        {
            "id": "3", "text": {"nb": "Hvor nyttig er oversikten?"}, "kind": "scale",
            "choices": [
                {"id": str(level), "text": {"nb": text}} for level, text in enumerate(_LEVELS, 1)
            ],
        },
        {"id": "4", "text": {"nb": "Hvilke tiltak mangler?"}, "kind": "measures"},
        {"id": "5", "text": {"nb": "Har dere tegninger?"}, "kind": "attachments"},
        {"id": "6", "text": {"nb": "Andre innspill"}, "kind": "text"},
    ],
}  # fmt: skip
DEFINITION = Definition.model_validate(BRIDGES)


def answer(question: Question, *ticks: str, text: str = "", **more: Any) -> AnswerGiven:
    """What is answered to `question`: the choices ticked, and the text."""
    offered = tuple(
        Offered(id=each.id, text=in_language(each.text, "nb"), ticked=each.id in ticks)
        for each in question.choices
    )
    asked = in_language(question.text, "nb")
    return AnswerGiven(question=question.id, asked=asked, offered=offered, text=text, **more)


_ONE, _TWO, _THREE, _FOUR, _FIVE, _SIX = DEFINITION.questions
FILLED = FilledForm(
    case_number="26/117", title="Bruer for alle: råd om gangbruer",
    senders=(
        SenderGiven(name="Nordvik kommune", number="974760673"),
        SenderGiven(name="Sørvik kommune", number="974683520"),
        SenderGiven(name="Kari Nordmann", kind="person"),
    ),
    contact="Ola Nordmann, ola@nordvik.example", supports="KS",
    comment="Takk for et godt utkast.\n\nVi stiller gjerne i et møte.",
    answers=(
        answer(_ONE, "no", text="Rekkverket er for lavt.\nDet bør være 1,4 meter.\n\nSe s. 4."),
        answer(_TWO, "height", "light"),
        answer(_THREE, "4"),
        answer(_FOUR, text="Listen er ikke uttømmende.", measures=(
            MeasureGiven(name="Varmekabler", responsible="Kommunen", relevant_for="Alle gående",
                         description="I bruer brattere enn 1:20.\nGjelder nye bruer."),
            MeasureGiven(name="Lys med sensor", responsible="Veieier"),
        )),
        answer(_FIVE),
        answer(_SIX, text="Nei, ikke mer."),
    ),
    files=(FileGiven(name="rekkverk.txt", question="5"), FileGiven(name="vedtak.txt", kind="decision")),
)  # fmt: skip


# Any definition, and any answer to it

AWKWARD = (
    "Ja", "Nei", "ja, men", "1. Er rådene gode?", "Spørsmål 2", "2)", "Har ingen kommentar",
    "Med vennlig hilsen", "Svar:", "- punkt", "«sitat» \"og\" 'slikt'", "<b>fet</b> & co",
    "linje én\nlinje to", "avsnitt én\n\navsnitt to", "\ttabulator", "æøå ÆØÅ čđŋšŧž", "😀",
    "Skriv her.", "Vedlegg", "Saksnummer: 26/1", "=1+1", "{{ navn }}", "%s", "\\n", "#", "* stjerne",
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
