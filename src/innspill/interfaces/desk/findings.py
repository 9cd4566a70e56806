"""What a careful reader remarks on, in the page's language, with a link to where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui import setup_words
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.interfaces.ui.words import LANGUAGE, Words
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.lint import lint, missing_places
from innspill.stages.consultations.core.lint_remark import Remark
from innspill.stages.consultations.core.opening import hindrances

PAGES: tuple[str, ...] = ("about", "contact", "papers", "questions", "period", "glossary")
"""The pages of the set-up that a remark may lead to, in order."""
BESIDES: Words = {
    "deadline-past": _("Fristen er allerede ute. Velg en ny."),
    "no-way-to-answer": _("Det er ingen spørsmål og ingen e-postadresse å svare til."),
}
"""Sentences of what hinders the opening besides the lint's remarks."""
_PAGE_OF = {
    "title": "about",
    "summary": "about",
    "section": "about",
    "target": "about",
    "contact": "contact",
    "submit_email": "contact",
    "publish_without_a_person": "period",
    "event": "contact",
    "paper": "papers",
    "chapter": "papers",
    "question": "questions",
    "questions": "questions",
    "page_questions": "questions",
    "deadline": "period",
    "opens": "period",
    "assessment_from": "period",
    "finishes": "period",
    "short_reason": "period",
    "phase": "period",
    "term": "glossary",
    "bodies": "bodies",
    "group": "bodies",
}


_ADDRESS = {"bodies": "desk:bodies"}
"""Pages that are not of the set-up."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the hearing: its code, its name, and the address where it is edited (or "")."""

    code: str
    name: str
    address: str
    page: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. What must be mended stops the opening, the rest is advice."""

    must: bool
    sentence: str
    places: tuple[Where, ...]
    here: str = ""
    """The same said of one of several places alone."""


def findings(definition: Definition, slug: str, now: datetime) -> list[Finding]:
    """What must be mended before the opening, then what a reader may trip over."""
    stops = [*hindrances(definition, now)]
    if definition.status != "draft":
        stops = [each for each in stops if each.code not in BESIDES]
    advice = [each for each in lint(definition) if each.level != "must"]
    return [
        Finding(
            each.level == "must",
            _sentence(each),
            tuple(_places(each, definition, slug)),
            _here(each),
        )
        for each in (*stops, *advice)
    ]


def about_question(found: Iterable[Finding], question_id: str) -> list[Finding]:
    """What is remarked on in one question, without naming the other places again."""
    code = f"question {question_id}"
    return [
        replace(each, sentence=each.here) if each.here else each
        for each in found
        if any(place.code == code for place in each.places)
    ]


def counted(found: Iterable[Finding]) -> dict[str, tuple[int, int]]:
    """How much must and should be mended on each page."""
    numbers = {page: [0, 0] for page in PAGES}
    for each in found:
        for page in {place.page for place in each.places if place.page in numbers}:
            numbers[page][0 if each.must else 1] += 1
    return {page: (must, should) for page, (must, should) in numbers.items()}


def _sentence(remark: Remark) -> str:
    besides = BESIDES.get(remark.code)
    return str(besides) if besides is not None else setup_words.sentence(remark)


def _here(remark: Remark) -> str:
    if remark.code != "missing-language":
        return ""
    language = str(LANGUAGE[remark.values["language"]])
    return gettext("%(language)s mangler her.") % {"language": language}


def _places(remark: Remark, definition: Definition, slug: str) -> Iterator[Where]:
    codes: tuple[str, ...] = (remark.place,)
    if remark.code == "missing-language":
        codes = missing_places(definition, remark.values["language"])  # type: ignore[arg-type]
    for code in codes:
        yield _where(code, slug, definition)


def _where(code: str, slug: str, definition: Definition) -> Where:
    kind, _space, name = code.partition(" ")
    page = _PAGE_OF.get(kind, "")
    address = reverse(_ADDRESS.get(page, f"desk:setup-{page}"), args=[slug]) if page else ""
    said = setup_words.place(code)
    if kind == "question" and any(one.id == name for one in definition.questions):
        address = reverse("desk:setup-question", args=[slug, name])
    if kind == "paper":
        paper = next((one for one in definition.papers if one.id == name), None)
        if paper is not None:
            address = reverse("desk:setup-paper", args=[slug, name])
            said = f"{setup_words.PLACE['paper']} «{plain(paper.title)}»"
    return Where(code, said[:1].upper() + said[1:], address, page)
