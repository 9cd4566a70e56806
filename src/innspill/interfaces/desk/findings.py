"""What a careful reader remarks on, in the page's language, with a link to where it is mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.interfaces.ui.words import Words
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.lint import Remark, lint
from innspill.stages.consultations.core.opening import Hindrance, hindrances

PAGES: tuple[str, ...] = ("about", "contact", "papers", "questions", "period", "glossary")
"""The pages of the set-up that a remark may lead to, in order."""

MUST: Words = {
    "no-title": _("Høringen mangler tittel."),
    "no-deadline": _("Høringen mangler frist."),
    "deadline-past": _("Fristen er allerede ute. Velg en ny."),
    "no-way-to-answer": _("Det er ingen spørsmål og ingen e-postadresse å svare til."),
    "missing-nb": _("Et statsorgan skal ha siden på bokmål. Det mangler her:"),
    "missing-nn": _("Et statsorgan skal ha siden på nynorsk. Det mangler her:"),
}
_PAGE_OF = {
    "title": "about",
    "summary": "about",
    "section": "about",
    "target-group": "about",
    "contact": "contact",
    "submit_email": "contact",
    "event": "contact",
    "paper": "papers",
    "chapter": "papers",
    "question": "questions",
    "questions": "questions",
    "page-question": "questions",
    "page_questions": "questions",
    "deadline": "period",
    "opens": "period",
    "short_reason": "period",
    "phase": "period",
    "term": "glossary",
    "glossary": "glossary",
}
_WORDS: Words = {
    "title": _("Tittel"),
    "summary": _("Sammendrag"),
    "section": _("Del"),
    "target-group": _("Målgruppe"),
    "contact": _("Kontakt"),
    "submit_email": _("E-post for høringssvar"),
    "event": _("Arrangement"),
    "paper": _("Dokument"),
    "question": _("Spørsmål"),
    "questions": _("Spørsmål"),
    "page-question": _("Sidens eget spørsmål"),
    "page_questions": _("Sidens egne spørsmål"),
    "deadline": _("Frist"),
    "opens": _("Åpner"),
    "short_reason": _("Begrunnelse for kort frist"),
    "phase": _("Tekst for en fase"),
    "term": _("Ordliste"),
    "language": _("Språk"),
    "bodies": _("Instanser"),
    "group": _("Instanser"),
}


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the hearing, and the address where it is edited (empty where there is none)."""

    name: str
    address: str
    page: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. What must be mended stops the opening, the rest is advice."""

    must: bool
    sentence: str
    places: tuple[Where, ...]


def findings(definition: Definition, slug: str, now: datetime) -> list[Finding]:
    """What must be mended before the opening, then what a reader may trip over."""
    stops = hindrances(definition, now) if definition.status == "draft" else ()
    told = {each.code for each in stops}
    must = [_must(each, slug, definition) for each in stops]
    should = [
        _should(each, slug, definition)
        for each in lint(definition)
        if each.code not in told and not (each.code == "missing-language" and _owed(told))
    ]
    return [*must, *should]


def _owed(told: Iterable[str]) -> bool:
    return any(code.startswith("missing-") for code in told)


def about_question(found: Iterable[Finding], question_id: str) -> list[Finding]:
    """What is remarked on in one question."""
    name = f"{_WORDS['question']} {question_id}"
    return [each for each in found if any(place.name == name for place in each.places)]


def counted(found: Iterable[Finding]) -> dict[str, tuple[int, int]]:
    """How much must and should be mended on each page."""
    numbers = {page: [0, 0] for page in PAGES}
    for each in found:
        for page in {place.page for place in each.places if place.page in numbers}:
            numbers[page][0 if each.must else 1] += 1
    return {page: (must, should) for page, (must, should) in numbers.items()}


def _must(hindrance: Hindrance, slug: str, definition: Definition) -> Finding:
    places = tuple(_where(place, slug, definition) for place in hindrance.places)
    return Finding(must=True, sentence=str(MUST[hindrance.code]), places=places)


def _should(remark: Remark, slug: str, definition: Definition) -> Finding:
    from innspill.interfaces.desk.remark_words import sentence

    return Finding(
        must=False, sentence=sentence(remark), places=(_where(remark.place, slug, definition),)
    )


def _where(place: str, slug: str, definition: Definition) -> Where:
    kind, _space, name = place.partition(" ")
    page = _PAGE_OF.get(kind, "")
    address = reverse(f"desk:setup-{page}", args=[slug]) if page else ""
    if kind == "question" and any(one.id == name for one in definition.questions):
        address = reverse("desk:setup-question", args=[slug, name])
    if kind == "paper":
        paper = next((one for one in definition.papers if one.id == name), None)
        if paper is not None:
            address = reverse("desk:setup-paper", args=[slug, name])
            name = f"«{plain(paper.title)}»"
    if kind == "phase":
        name = ""
    word = str(_WORDS.get(kind, gettext("Høringen")))
    return Where(f"{word} {name}".strip(), address, page)
