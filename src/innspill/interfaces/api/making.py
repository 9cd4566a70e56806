"""From public copies and definitions to the values of open data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.values import (
    LICENCE,
    AnswerData,
    AnswerRow,
    AttachmentData,
    ChoiceData,
    DecidedData,
    DecidedRow,
    FileData,
    FootnoteData,
    HearingData,
    HearingRow,
    Places,
    QuestionData,
    ResponseData,
)
from innspill.stages.consultations.core.definition import Definition, Question, in_language
from innspill.stages.consultations.queries import ConsultationRow, ConsultationShown
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.publication.files import PublicFileShown
from innspill.stages.publication.open_data import answered
from innspill.stages.publication.queries import PublicShown

STATES = ("published", "withheld", "waiting", "superseded", "withdrawn")
SECOND = timedelta(seconds=1)
_MARK = re.compile(r"\[\^([^\]\s]{1,12})\]")


def hearing_row(
    row: ConsultationRow,
    counts: Mapping[str, int],
    result_at: datetime | None,
    at: Addresses,
) -> HearingRow:
    """A hearing for a list."""
    return HearingRow(**_hearing(row, counts, result_at, at))


def hearing_data(
    shown: ConsultationShown, counts: Mapping[str, int], result_at: datetime | None, at: Addresses
) -> HearingData:
    """A hearing with its questions."""
    definition, slug = shown.definition, shown.slug
    return HearingData(
        **_hearing(shown, counts, result_at, at),
        groups=tuple(group.name for group in definition.bodies),
        questions=tuple(_question(slug, question, at) for question in definition.questions),
        places=Places(
            responses=at.of("api:responses", slug, "json"),
            answers=at.of("api:answers", slug, "json"),
            decided=at.of("api:decided", slug, "json"),
            package=at.of("api:package", slug),
            feed=at.of("api:feed", slug),
            linked=at.of("api:linked", slug),
        ),
    )


def response_data(slug: str, shown: PublicShown, at: Addresses) -> ResponseData:
    """A public copy with all that it says."""
    public, newer = shown.response, shown.superseded_by
    return ResponseData(
        id=f"{slug}/{shown.number}",
        hearing=slug,
        number=shown.number,
        reference=public.reference,
        name=public.name,
        senders=public.senders,
        organisation_numbers=tuple(public.number_of(at) for at in range(len(public.senders))),
        group=public.group,
        via=public.via or None,
        private=public.private,
        anonymous=public.anonymous,
        kind=public.kind,
        language=public.language,
        received=_day(public),
        late=public.late,
        joint=len(public.senders) > 1,
        standing=public.standing,
        superseded_by=f"{slug}/{newer}" if newer else None,
        supersedes=tuple(f"{slug}/{number}" for number in shown.supersedes),
        adds_to=f"{slug}/{shown.adds_to}" if shown.adds_to else None,
        kinds=public.kinds,
        remarks=shown.remarks,
        supports=public.supports,
        no_remarks=public.no_remarks,
        answered=answered(shown),
        withheld=public.withheld,
        published_at=shown.published_at,
        sha256=shown.sha256,
        receipt=public.receipt,
        proof=at.of("portal:line", public.journal_line) if public.journal_line else None,
        address=at.response(slug, shown.number),
        licence=LICENCE,
        answers=tuple(_answer(answer) for answer in public.answers),
        general=public.general_of_its_own,
        attachments=tuple(
            AttachmentData(number=number, text=text)
            for number, text in enumerate(public.attached, start=1)
        ),
        footnotes=tuple(FootnoteData(mark=mark, text=text) for mark, text in public.footnotes),
        files=tuple(_file(slug, shown.number, each, at) for each in shown.files),
        decided=tuple(
            DecidedData(
                question=point.question or None,
                text=point.text,
                outcome=point.outcome,
                reason=point.reason,
                responsible=point.responsible,
                themes=point.themes,
                changed=point.changed,
            )
            for point in shown.decided
        ),
    )


def decided_rows(
    slug: str, shown: PublicShown, at: Addresses, *, question: str | None = None
) -> Iterator[DecidedRow]:
    """A row for each decided point of a response, or for those of one question."""
    for point in shown.decided:
        if question in (None, point.question):
            yield DecidedRow(
                response=f"{slug}/{shown.number}",
                hearing=slug,
                number=shown.number,
                reference=shown.response.reference,
                name=shown.response.name,
                group=shown.response.group,
                question=point.question or None,
                text=point.text,
                outcome=point.outcome,
                reason=point.reason,
                responsible=point.responsible,
                themes=point.themes,
                changed=point.changed,
                address=at.response(slug, shown.number),
                licence=LICENCE,
            )


def answer_rows(
    slug: str,
    shown: PublicShown,
    definition: Definition,
    at: Addresses,
    *,
    question: str | None = None,
) -> Iterator[AnswerRow]:
    """A row for each question that it answers, or for the one asked for; last what stands outside."""
    questions = {each.id: each for each in definition.questions}
    address = at.response(slug, shown.number)
    for answer in shown.response.answers:
        if question in (None, answer.question):
            yield _row(slug, shown, answer, questions.get(answer.question), address)
    outside = "\n\n".join(shown.response.general)
    if outside and question is None:
        yield _row(slug, shown, PublicAnswer("", (), None, outside, False), None, address)


def _file(slug: str, number: int, file: PublicFileShown, at: Addresses) -> FileData:
    return FileData(
        name=file.name,
        kind=file.kind,
        attachment=file.attachment or None,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        address=at.of("portal:public-file", slug, number, file.name),
    )


def _row(
    slug: str, shown: PublicShown, answer: PublicAnswer, asked: Question | None, address: str
) -> AnswerRow:
    public = shown.response
    labels = {each.id: in_language(each.text, "nb") for each in asked.choices} if asked else {}
    notes = dict(public.footnotes)
    marks = dict.fromkeys(_MARK.findall(answer.text))
    return AnswerRow(
        id=f"{slug}/{shown.number}/{answer.question or '-'}",
        response=f"{slug}/{shown.number}",
        hearing=slug,
        number=shown.number,
        reference=public.reference,
        name=public.name,
        group=public.group,
        private=public.private,
        language=public.language,
        received=_day(public),
        late=public.late,
        standing=public.standing,
        question=answer.question or None,
        question_text=in_language(asked.text, "nb") if asked else "",
        ticks=answer.ticks,
        tick_texts=tuple(labels.get(tick, "") for tick in answer.ticks),
        choice=answer.choice,
        no_comment=answer.no_comment,
        text=answer.text,
        footnotes=tuple(f"{mark}: {notes[mark]}" for mark in marks if mark in notes),
        flags=answer.flags,
        address=address,
        licence=LICENCE,
    )


def _answer(answer: PublicAnswer) -> AnswerData:
    return AnswerData(
        question=answer.question,
        ticks=answer.ticks,
        choice=answer.choice,
        text=answer.text,
        no_comment=answer.no_comment,
        flags=answer.flags,
    )


def _question(slug: str, question: Question, at: Addresses) -> QuestionData:
    return QuestionData(
        id=question.id,
        kind=question.kind,
        text=question.text,
        choices=tuple(
            ChoiceData(id=each.id, text=each.text, effect=each.effect) for each in question.choices
        ),
        address=at.of("portal:question", slug, question.id),
    )


def _hearing(
    row: ConsultationRow,
    counts: Mapping[str, int],
    result_at: datetime | None,
    at: Addresses,
) -> dict[str, Any]:
    states = {state: counts.get(state, 0) for state in STATES}
    return {
        "id": row.slug,
        "case_number": row.case_number,
        "title_nb": row.title.get("nb"),
        "title_nn": row.title.get("nn"),
        "title_en": row.title.get("en"),
        "owner": row.owner,
        "status": row.status,
        "opens": _date(row.opens_at),
        # What is too late begins at midnight after the last day.
        "deadline": _date(row.deadline_at - SECOND) if row.deadline_at else None,
        "deadline_at": row.deadline_at,
        "responses": sum(states.values()),
        **states,
        "result_published_at": result_at,
        "address": at.hearing(row.slug),
        "data_address": at.of("api:hearing", row.slug),
        "licence": LICENCE,
    }


def _day(public: PublicResponse) -> date | None:
    return date.fromisoformat(public.received) if public.received else None


def _date(at: datetime | None) -> date | None:
    return timezone.localdate(at) if at else None
