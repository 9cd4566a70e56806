"""Remarks on a definition that is valid, but that readers may trip over. None of them stops it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from innspill.stages.consultations.core.definition import (
    Definition,
    Language,
    Question,
    Text,
    in_language,
)
from innspill.stages.consultations.core.references import parts_of

_PARENTHESES = re.compile(r"\([^()]*\)")
_SECOND_QUESTION = re.compile(
    r"(?:\b(?:og|samt|eller)\s+(?:i så fall\s+)?(?:er|bør|kan|skal|vil|har|må|treng\w*|støtt\w*"
    r"|enig)\s+"
    r"(?:de|dei|det|den|dere|du|vi|me|man|disse|desse|dette|noe|noko|forslag\w*|tiltak\w*)\b"
    r"|\b(?:og|samt|eller)\s+(?:hvorfor|hvordan|hva|når|korleis|kvifor|kva)\s+(?!som\b|helst\b)\w"
    r"|\b(?:and|or)\s+(?:is|are|do|does|should|can|will|how|why|what)\s+"
    r"(?:it|they|the|you|there|these|this)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(?:er (?:du|dere|de) (?:ikke |også )?enig(?:e)? (?:med oss )?i at"
    r"|er (?:du|de|dykk) (?:ikkje |òg )?einige? i at|bør (?:vi |man )?ikk(?:e|je)"
    r"|mener (?:du|dere) ikke|selvsagt|sjølvsagt|åpenbar\w*|do(?:n't| you not) you agree)\b",
    re.IGNORECASE,
)
_WRITTEN_FORMS: tuple[tuple[Language, str], ...] = (("nb", "bokmål"), ("nn", "nynorsk"))
_USUAL_MONTHS = 3
_SHORTEST = timedelta(weeks=6)
_RULE = "utredningsinstruksen 3-3: normally three months, not below six weeks"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: `code` names the kind, `place` where it is, `text` says it.

    `level` is "must" where the hearing cannot be opened before it is put right, `values` what
    the sentence for `code` in other languages is filled with.
    """

    code: str
    place: str
    text: str
    level: Literal["must", "should"] = "should"
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.place}: {self.text} [{self.code}]"


def lint(definition: Definition) -> tuple[Remark, ...]:
    """What a careful reader would remark on in `definition`, in the order of the file."""
    return (
        *_languages(definition),
        *_period(definition),
        *_addresses(definition),
        *(remark for question in definition.questions for remark in _wording(question)),
        *_polarity(definition),
        *_effects(definition),
        *_references(definition),
        *_bodies(definition),
    )


def _languages(definition: Definition) -> Iterator[Remark]:
    places = list(_texts(definition))
    for language, name in _WRITTEN_FORMS:
        missing = [place for place, text in places if text and not text.get(language)]
        if not missing:
            continue
        where = "everywhere" if len(missing) == len(places) else _listed(missing)
        yield Remark(
            "missing-language",
            "language",
            f"{name} is missing {where if where == 'everywhere' else f'in {where}'}; state bodies"
            " give forms and self-service in both forms of Norwegian at the same time"
            " (språklova § 14)",
        )


def _texts(definition: Definition) -> Iterator[tuple[str, Text]]:
    yield "title", definition.title
    if definition.summary:
        yield "summary", definition.summary
    for section in definition.sections:
        heading = in_language(section.heading, "nb")
        yield f"section {heading!r}", section.heading
        yield from ((f"section {heading!r}", text) for text in section.paragraphs)
    for question in definition.questions:
        yield f"question {question.id}", question.text
        if question.guidance:
            yield f"question {question.id}", question.guidance
        yield from ((f"question {question.id}", choice.text) for choice in question.choices)
    for paper in definition.papers:
        yield f"paper {paper.id}", paper.title


def _period(definition: Definition) -> Iterator[Remark]:
    opens, deadline = definition.opens, definition.deadline
    if deadline is None:
        yield Remark("no-deadline", "deadline", "there is none, so nothing can be late")
        return
    if opens is None:
        yield Remark(
            "no-opening",
            "opens",
            f"the day is missing, so it cannot be checked whether the deadline is long enough"
            f" ({_RULE})",
        )
        return
    days = (deadline - opens).days
    if days < 0:
        yield Remark("deadline-first", "deadline", f"{deadline} is before the opening, {opens}")
    elif deadline - opens < _SHORTEST:
        yield Remark(
            "short-deadline",
            "deadline",
            f"{days} days after the opening: below six weeks a reason must be stored in the case"
            f" ({_RULE})",
        )
    elif deadline < _months_later(opens, _USUAL_MONTHS):
        yield Remark(
            "short-deadline", "deadline", f"{days} days after the opening is short ({_RULE})"
        )


def _addresses(definition: Definition) -> Iterator[Remark]:
    if definition.contact is None:
        yield Remark("no-contact", "contact", "nobody is named whom people can ask")
    elif not definition.contact.email:
        yield Remark("no-contact-email", "contact", "the e-mail address is missing")
    if not definition.submit_email:
        yield Remark(
            "no-submit-email", "submit_email", "the address that responses are sent to is missing"
        )


def _wording(question: Question) -> Iterator[Remark]:
    for text in question.text.values():
        asked = _PARENTHESES.sub(" ", text)
        if _SECOND_QUESTION.search(asked) or text.count("?") > 1:
            yield Remark(
                "double-barrelled",
                f"question {question.id}",
                "asks two things at once, so one tick cannot answer both: part it in two",
            )
            break
    if any(_LEADING.search(text) for text in question.text.values()):
        yield Remark(
            "leading", f"question {question.id}", "suggests its own answer: ask it neutrally"
        )


def _polarity(definition: Definition) -> Iterator[Remark]:
    """Yes that is praise in one question and blame in the next is ticked wrongly."""
    meant: dict[str, list[str]] = {"criticises": [], "supports": []}
    words = "yes"
    for question in definition.questions:
        for choice in question.choices:
            if choice.id == "yes" and choice.effect in meant:
                meant[choice.effect].append(question.id)
                words = in_language(choice.text, "nb")
    if all(meant.values()):
        yield Remark(
            "mixed-polarity",
            "questions",
            f"{words!r} is criticism in {_ids(meant['criticises'])} and support in"
            f" {_ids(meant['supports'])}: ask all in the same direction",
        )


def _effects(definition: Definition) -> Iterator[Remark]:
    for question in definition.questions:
        effects = {choice.id: choice.effect for choice in question.choices}
        if {"yes", "no"} <= set(effects) and effects["yes"] == effects["no"]:
            yield Remark(
                "no-effect",
                f"question {question.id}",
                "it is not said what a tick means: set the effect of each choice",
            )


def _references(definition: Definition) -> Iterator[Remark]:
    if not definition.questions:
        yield Remark("no-questions", "questions", "there are none, so the form has no fields")
    known = parts_of(definition.papers)
    for question in definition.questions:
        unknown = [reference for reference in question.refers_to if reference not in known]
        if unknown:
            yield Remark(
                "unknown-reference",
                f"question {question.id}",
                f"refers to {_listed(unknown)}, which no paper has",
            )
    answered = {
        identity for question in definition.questions for identity in question.page_questions
    }
    unanswered = [asked.id for asked in definition.page_questions if asked.id not in answered]
    if unanswered:
        yield Remark(
            "unmapped-page-question",
            "page_questions",
            f"no question of the form answers to {_ids(unanswered)} of the page",
        )


def _bodies(definition: Definition) -> Iterator[Remark]:
    if not definition.bodies:
        yield Remark("no-bodies", "bodies", "nobody is invited, so nobody can be silent")
    seen: dict[str, str] = {}
    for group in definition.bodies:
        for member in group.members:
            name = member.name.casefold()
            if name in seen:
                yield Remark(
                    "invited-twice", f"group {group.name!r}", f"{member.name} is invited twice"
                )
            seen[name] = group.name


def _months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last one of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    for late in range(day.day, 0, -1):
        try:
            return first.replace(day=late)
        except ValueError:
            continue
    return first


def _ids(identities: list[str]) -> str:
    numbers = [int(identity) for identity in identities if identity.isdecimal()]
    run = len(numbers) == len(identities) > 2 and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )
    if run:
        return f"questions {identities[0]} to {identities[-1]}"
    return f"question{'s' if len(identities) > 1 else ''} {_listed(identities)}"


def _listed(words: list[str]) -> str:
    once = list(dict.fromkeys(words))
    if len(once) > 6:
        return f"{', '.join(once[:5])} and {len(once) - 5} more places"
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"
