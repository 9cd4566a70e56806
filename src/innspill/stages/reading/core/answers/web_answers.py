"""Answers of the web form: all that they say was given outright, in fields with a name.

Nothing is weighed here. What stands in a field answers its question; words that the hearing does
not know as its own are kept as text without a place, for somebody made them up or the hearing was
changed since.
"""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from innspill.shared.organisation_number import bare_number, is_organisation_number
from innspill.shared.values import Certainty
from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.filled import MEDIA_TYPE
from innspill.stages.reading.core.answers.answering import Answering
from innspill.stages.reading.core.answers.documents import Parts, read_document
from innspill.stages.reading.core.answers.evidence import NO_ENVELOPE, Envelope
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.ledger import FORM
from innspill.stages.reading.core.answers.own_fields import own_fields
from innspill.stages.reading.core.answers.own_form import is_own_case
from innspill.stages.reading.core.answers.places import tagged_places
from innspill.stages.reading.core.answers.printed import squeezed
from innspill.stages.reading.core.answers.sender import UNKNOWN
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.values import (
    Answer,
    Block,
    CaseNumber,
    Document,
    FileRead,
    ResponseRead,
    Sender,
)

GIVEN = "given in the web form"
_ALIKE = 80
_OF_SENDER = frozenset((
    "sender-unknown", "sender-inferred", "sender-unsure", "on-behalf", "joint-response",
    "organisation-number-wrong", "no-case-number", "wrong-case-number", "case-number-near-miss",
    "adheres", "no-remarks", "empty-form",
))  # fmt: skip
"""Flags that weighing words raises, and that what was given outright settles."""


def read_web_answer(
    file: FileRead, document: Document, hearing: Hearing, envelope: Envelope = NO_ENVELOPE
) -> ResponseRead:
    """The response that the web form handed in as `document`."""
    read = read_document(file, document, hearing, envelope, take_apart=_take_apart)
    return _as_given(read, document, hearing)


def _take_apart(sheet: Sheet, hearing: Hearing) -> Parts:
    answering = Answering(sheet, hearing.definition.questions, hearing.choices)
    answering.take(tagged_places(sheet.stream, hearing.tags), with_choices=False)
    changed = _claim_words(sheet, hearing)
    answering.take_boxes(hearing.tags)
    read = answering.answers(hearing.tags, all_questions=True)
    answers = tuple(_plainly(answer, changed=answer.question in changed) for answer in read)
    return Parts(True, answers, len(sheet.stream.text), len(sheet.stream.text))


def _plainly(answer: Answer, *, changed: bool) -> Answer:
    """`answer` without the flag that its question is not there: who skips it leaves it out."""
    flags = [flag for flag in answer.flags if flag != "question-not-found"]
    return replace(answer, flags=tuple([*flags, "edited-wording"] if changed else flags))


def _claim_words(sheet: Sheet, hearing: Hearing) -> set[str]:
    """Gives the form's own words to the form; the questions whose boxes say something else."""
    changed: set[str] = set()
    for index, block in enumerate(sheet.stream.blocks):
        if block.boxes:
            question, is_ours = _offered(block, hearing)
            if question and not is_ours:
                changed.add(question)
        elif block.kind == "heading":
            is_ours = _is_asked(block, hearing)
        else:
            is_ours = block.tag == form_tags.FORM or is_own_case(block, hearing)
        if is_ours:
            sheet.ledger.claim(sheet.stream.span_of(index), FORM)
    return changed


def _offered(block: Block, hearing: Hearing) -> tuple[str | None, bool]:
    """Which question a box is of, and whether its label is the choice's."""
    tag = block.boxes[0].tag or ""
    question, choice = hearing.tags.boxes.get(tag, (None, ""))
    if question is None:
        return None, squeezed(block.text) in hearing.printed.no_remarks
    asked = hearing.definition.question(question)
    texts = next(each.text for each in asked.choices if each.id == choice).values()
    said = squeezed(block.text[1:])
    return question, not said or any(_alike(said, squeezed(text)) for text in texts)


def _is_asked(block: Block, hearing: Hearing) -> bool:
    said = squeezed(block.text)
    question = hearing.tags.asked.get(block.tag or "")
    if question is None:
        titles = hearing.definition.title.values()
        return not block.tag and any(_alike(said, squeezed(title)) for title in titles)
    # A wording with an empty line in it stands in several blocks.
    return any(_alike(said, known) or said in known for known in hearing.printed.asked[question])


def _alike(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one, other) >= _ALIKE


def _as_given(read: ResponseRead, document: Document, hearing: Hearing) -> ResponseRead:
    """`read` with sender, case and all else as they were given, and the flags that follow."""
    said = _fields(document)
    fields = own_fields(document.blocks, hearing)
    number = bare_number(said.get(form_tags.SENDER_NUMBER, ""))
    is_right = is_organisation_number(number)
    name = said.get(form_tags.SENDER_NAME)
    sender = UNKNOWN
    if name:
        sender = Sender(name, number if is_right else None, Certainty.CERTAIN, (GIVEN,))
    further = tuple(
        replace(each, certainty=Certainty.CERTAIN, grounds=(GIVEN,))
        for each in read.further_senders
    )
    case = said.get(form_tags.CASE_NUMBER)
    expected = hearing.definition.case_number
    is_filled = any(a.ticks or a.text for a in read.answers) or form_tags.COMMENT in said
    raised = {
        "sender-unknown": sender is UNKNOWN,
        "organisation-number-wrong": bool(number) and not is_right,
        "no-case-number": not case,
        "wrong-case-number": bool(case) and case != expected,
        "adheres": bool(fields.supports),
        "no-remarks": fields.no_remarks,
        "empty-form": not (is_filled or fields.supports or fields.no_remarks),
    }
    flags = [flag for flag in read.flags if flag not in _OF_SENDER]
    return replace(
        read,
        sender=sender,
        further_senders=further,
        candidates=(sender, *further) if name else (),
        on_behalf_of=(),
        adherence=read.adherence if fields.supports else (),
        case_number=CaseNumber(case, matches=case == expected if case else None),
        language=document.properties.get("language") or read.language,
        wish=document.properties.get("wish", "none"),  # type: ignore[arg-type]
        flags=(*(flag for flag, holds in raised.items() if holds), *flags),
    )


def _fields(document: Document) -> dict[str, str]:
    return {block.tag: block.text.strip() for block in document.blocks if block.tag}


def is_web_answer(file: FileRead) -> bool:
    """Whether `file` is an answer of the web form."""
    return file.document is not None and file.document.media_type == MEDIA_TYPE
