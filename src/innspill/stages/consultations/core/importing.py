"""A hearing page and a response form become a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core import facts
from innspill.stages.consultations.core.bodies import groups_of, parts_of_bodies
from innspill.stages.consultations.core.choices import choices_from
from innspill.stages.consultations.core.definition import (
    SCHEMA,
    Definition,
    Language,
    PageQuestion,
    Question,
    Section,
)
from innspill.stages.consultations.core.form import Asked, FormRead, read_form
from innspill.stages.consultations.core.imported_parts import glossary_of, kind_of, target_groups_of
from innspill.stages.consultations.core.lines import Line
from innspill.stages.consultations.core.norwegian import written_form
from innspill.stages.consultations.core.page import Item, Page, Part, read_page
from innspill.stages.consultations.core.references import homes, paper_of, references_in

_ASKS = re.compile(r"tilbakemelding|spørsmål|innspill|innspel|question|feedback", re.IGNORECASE)
_MUCH_ALIKE = 80
"""Share of words in common, in percent, from which two questions are the same one."""
_SENT_TO_HIDDEN = re.compile(
    rf"\s*,?\s+(?:og|eller|and)\s+send\w*\s+(?:\w+\s+){{0,2}}(?:til|to)\s+{facts.HIDDEN_EMAIL.pattern}"
    rf"|\s*,?\s*{facts.HIDDEN_EMAIL.pattern}",
    re.IGNORECASE,
)


def import_consultation(
    page: Sequence[Line],
    form: Sequence[Line] | None = None,
    *,
    case_number: str | None = None,
    owner: str | None = None,
) -> Definition:
    """The definition that a hearing page and its response form give.

    The form may be an empty one or one that somebody filled in: what they wrote stays out.
    Without a form the questions are those of the page. `case_number` and `owner` are used
    instead of what the page says. Raises BadInput where the page has no title, case number or
    owner, or where the form given has no questions.
    """
    read = read_page(page)
    language = written_form(read.texts)
    asked = _form(form)
    page_questions = _page_questions(read, language)
    questions = _questions(asked, page_questions, language)
    named = [*read.texts, *(asked.wording if asked else ())]
    paper = paper_of(named, questions, language)
    return Definition(
        schema=SCHEMA,
        case_number=case_number or _found(facts.case_number_of(read), "case number"),
        title={language: _found(read.title, "title")},
        owner=owner or _found(facts.owner_of(named), "owner"),
        status=facts.status_of(read) or "draft",
        opens=facts.opening_of(read),
        deadline=facts.deadline_of(read),
        late=facts.late_of(read),
        one_response_per=facts.one_response_per(read),
        contact=facts.contact_of(read),
        submit_email=facts.submission_address_of(read),
        summary=_summary(read, language),
        sections=_sections(read, language),
        events=facts.events_of(read, language),
        target_groups=target_groups_of(read, language),
        glossary=glossary_of(read, language),
        papers=(paper,) if paper else (),
        page_questions=page_questions,
        questions=_mapped(questions, page_questions, homes(paper)),
        form_wording=asked.wording if asked else (),
        bodies=groups_of(read),
    )


def _form(lines: Sequence[Line] | None) -> FormRead | None:
    if lines is None:
        return None
    read = read_form(lines)
    if not read.questions:
        raise BadInput(
            "no questions were found in the form",
            todo="Give the response form with its numbered questions, or leave out --form.",
        )
    return read


def _found(value: str | None, what: str) -> str:
    if value:
        return value
    option = what.replace(" ", "-")
    raise BadInput(
        f"the page gives no {what}",
        todo=f"Give it with --{option}, or give the hearing page itself."
        if what != "title"
        else "Give the hearing page itself, as HTML or text.",
    )


def _page_questions(page: Page, language: Language) -> tuple[PageQuestion, ...]:
    """The first list of questions on the page, preferably where responses are asked for."""
    lists = [
        (part, [item for item in part.items if item.is_listed and "?" in item.text])
        for part in page.parts
    ]
    asking = [items for part, items in lists if items and _asks(part)]
    others = [items for _, items in lists if items]
    items = (asking or others or [[]])[0]
    return tuple(
        PageQuestion(id=str(item.number or place), text={language: item.text})
        for place, item in enumerate(items, start=1)
    )


def _asks(part: Part) -> bool:
    told = [part.heading, *(item.text for item in part.items if not item.is_listed)]
    return any(_ASKS.search(text) for text in told)


def _questions(
    form: FormRead | None, page_questions: Sequence[PageQuestion], language: Language
) -> list[Question]:
    if form is None:
        asked: Iterable[Asked] = (
            Asked(question.id, question.text[language]) for question in page_questions
        )
    else:
        asked = form.questions
    return [_question(one, language) for one in asked]


def _question(asked: Asked, language: Language) -> Question:
    choices = choices_from(asked.offers, asked.text, language)
    return Question(
        id=asked.number,
        text={language: asked.text},
        kind=kind_of(choices, asked.guidance),
        guidance={language: asked.guidance} if asked.guidance else {},
        choices=choices,
        refers_to=references_in(asked.text),
    )


def _mapped(
    questions: Sequence[Question], page_questions: Sequence[PageQuestion], within: dict[str, str]
) -> tuple[Question, ...]:
    """`questions`, each with the page's questions that it answers to.

    They answer to each other where they refer to the same chapter (a focus area counts as the
    chapter that it lies in); where one of them names none, where their words are much alike.
    """
    done = []
    for question in questions:
        found = tuple(other.id for other in page_questions if _answers_to(question, other, within))
        done.append(question.model_copy(update={"page_questions": found}))
    return tuple(done)


def _answers_to(question: Question, other: PageQuestion, within: dict[str, str]) -> bool:
    named = {within.get(reference, reference) for reference in question.refers_to}
    text = " ".join(other.text.values())
    theirs = {within.get(reference, reference) for reference in references_in(text)}
    if named and theirs:
        return bool(named & theirs)
    alike = fuzz.token_sort_ratio(" ".join(question.text.values()), text)
    return alike >= _MUCH_ALIKE


def _summary(page: Page, language: Language) -> dict[Language, str]:
    text = "\n\n".join(_shown(item) for item in page.introduction)
    return {language: text} if text else {}


def _sections(page: Page, language: Language) -> tuple[Section, ...]:
    """The sections that people read, without labels, lists of bodies, and boxes of links."""
    listing = [id(part) for part in parts_of_bodies(page)]
    sections = []
    for part in page.parts:
        told = part.items
        if id(part) in listing:
            told = [item for item in told if not item.is_listed and item.text.endswith(".")]
        paragraphs = tuple({language: _shown(item)} for item in told if _shown(item))
        if paragraphs and not _is_box(part):
            sections.append(Section(heading={language: part.heading}, paragraphs=paragraphs))
    return tuple(sections)


def _is_box(part: Part) -> bool:
    """Whether a part is a label whose content is a field of its own in the definition."""
    return part.is_label and not any(text.text.endswith(".") for text in part.items)


def _shown(item: Item) -> str:
    """An item as it stands in the definition: an address that the page hides is missing."""
    text = _SENT_TO_HIDDEN.sub("", item.text).strip()
    if item.number is not None:
        return f"{item.number}. {text}"
    return f"• {text}" if item.is_listed else text
