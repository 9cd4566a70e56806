"""A hearing with every kind of question, and an answer to it; the fuzzer begins from it too."""

from __future__ import annotations

from typing import Any

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
