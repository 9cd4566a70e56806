"""The public copy of a response on paper: PDF/UA-1, from the frozen copy and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from innspill.shared.days import day_in_words
from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, Question, chosen, in_language
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.publication.core.rebuilding.paper_words import PaperWords, paper_words_in
from innspill.stages.publication.core.values import MASK, PublicAnswer, PublicResponse

_LAYOUT = Path(__file__).with_name("response.typ")
_TOKEN = re.compile(rf"\[\^([^\]\s]{{1,12}})\]|({re.escape(MASK)})")
_PARTING = re.compile(r"\n\s*\n")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """What a public paper says of where and when the copy is published."""

    published_at: datetime
    address: str


def language_of(public: PublicResponse) -> str:
    """The language that the papers of a response are in: its own, where we have words in it."""
    return public.language if public.language in ("nb", "nn", "en") else "nb"


def title_of(public: PublicResponse) -> str:
    """What a paper of the response is called."""
    return shown(paper_words_in(language_of(public)).title.format(name=public.name))


def response_paper(public: PublicResponse, definition: Definition, place: Place) -> Json:
    """All that the paper says, by where it stands."""
    language = language_of(public)
    words = paper_words_in(language)
    answered, silent = _parted(public, definition)
    marks = {mark for mark, _ in public.footnotes}
    own = public.general_of_its_own
    return {
        "language": language,
        "title": title_of(public),
        "author": shown(public.name),
        "kind": words.kind,
        "foot": shown(f"{words.reference} {public.reference}"),
        "facts": facts_of(public, definition, place),
        "withheld": words.withheld if public.withheld else "",
        "answers": [_answer(question, answer, language, marks) for question, answer in answered],
        "silent": words.silent.format(questions=", ".join(silent)) if silent and answered else "",
        "in_short": _in_short(public, words),
        "general": _paragraphs(own, marks),
        "general_heading": words.general if answered else words.the_response,
        "attachments": [
            {
                "heading": words.attachment.format(number=number),
                "paragraphs": _paragraphs(texts, marks),
            }
            for number, texts in enumerate(public.attached, start=1)
        ],
        "footnotes": [
            {"mark": mark, "runs": _runs(text, marks)} for mark, text in public.footnotes
        ],
        "nothing": "" if _says_something(public) else words.nothing,
        "has_names": False,
        "words": {
            "answers": words.answers, "ticked": words.ticked, "no_comment": words.no_comment,
            "footnotes": words.footnotes, "footnote": words.footnote, "page": words.page,
            "of": words.of, "replaced": words.replaced, "the_response": words.the_response,
        },
    }  # fmt: skip


def build_response_pdf(paper: Json) -> bytes:
    """The paper as PDF/UA-1."""
    return typeset(_LAYOUT, paper)


def facts_of(public: PublicResponse, definition: Definition, place: Place) -> list[list[str]]:
    """Who, when, and where it is found, in pairs."""
    language = language_of(public)
    words = paper_words_in(language)
    facts = [
        [words.reference, public.reference],
        [words.hearing, in_language(definition.title, language)],
        [words.owner, definition.owner],
    ]
    if len(public.senders) > 1:
        facts.append([words.together, ", ".join(public.senders)])
    if public.received:
        late = f" ({words.late})" if public.late else ""
        day = day_in_words(date.fromisoformat(public.received), language)
        facts.append([words.received, f"{day}{late}"])
    published = place.published_at.astimezone(zone(definition.timezone)).date()
    facts.append([words.published, day_in_words(published, language)])
    if public.standing != "current":
        said = words.superseded if public.standing == "superseded" else words.withdrawn
        facts.append([words.standing, said])
    if place.address:
        facts.append([words.address, place.address])
    return [[label, shown(value)] for label, value in facts]


def _parted(
    public: PublicResponse, definition: Definition
) -> tuple[list[tuple[Question | None, PublicAnswer]], list[str]]:
    """The answers that say something with their questions in order, and the unanswered questions.

    An answer whose question the hearing no longer has comes last.
    """
    answers = {answer.question: answer for answer in public.answers if _is_said(answer)}
    questions = {question.id: question for question in definition.questions}
    found = [(question, answers[pk]) for pk, question in questions.items() if pk in answers]
    lost = [(None, answer) for pk, answer in answers.items() if pk not in questions]
    return [*found, *lost], [pk for pk in questions if pk not in answers]


def _is_said(answer: PublicAnswer) -> bool:
    return bool(answer.ticks or answer.text.strip() or answer.no_comment)


def _says_something(public: PublicResponse) -> bool:
    said = any(_is_said(answer) for answer in public.answers)
    return said or bool(public.general or public.no_remarks or public.supports)


def _in_short(public: PublicResponse, words: PaperWords) -> list[str]:
    said = [words.no_remarks] if public.no_remarks else []
    if public.supports:
        said.append(words.supports.format(name=public.supports))
    return [shown(each) for each in said]


def _answer(
    question: Question | None, answer: PublicAnswer, language: str, marks: set[str]
) -> Json:
    text, found = chosen(question.text, language) if question else ("", language)
    choices = question.choices if question else ()
    return {
        "heading": shown(f"{answer.question}. {text}".strip()),
        "language": found,
        "boxes": [
            {"label": shown(label), "language": spoken, "ticked": choice.id in answer.ticks}
            for choice in choices
            for label, spoken in [chosen(choice.text, language)]
        ],
        "paragraphs": _paragraphs(_PARTING.split(answer.text), marks),
        "no_comment": answer.no_comment and not answer.ticks and not answer.text.strip(),
    }


def _paragraphs(texts: Iterable[str], marks: set[str]) -> list[list[Json]]:
    return [_runs(text, marks) for text in texts if text.strip()]


def _runs(text: str, marks: set[str]) -> list[Json]:
    """A paragraph in pieces: text, marks of footnotes, and what is withheld."""
    runs: list[Json] = []
    at = 0
    for token in _TOKEN.finditer(text):
        runs.append({"is": "text", "text": shown(text[at : token.start()])})
        if token[2]:
            runs.append({"is": "mask", "text": MASK})
        else:
            runs.append({"is": "note" if token[1] in marks else "text", "text": token[1]})
        at = token.end()
    return [run for run in (*runs, {"is": "text", "text": shown(text[at:])}) if run["text"]]
