"""From the places of a response to its answers: ticks taken, text left, each with its origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers.choices import Asked, Marks, take_choices
from innspill.stages.reading.core.answers.drafts import Draft
from innspill.stages.reading.core.answers.emphases import Emphases
from innspill.stages.reading.core.answers.labels import Labels
from innspill.stages.reading.core.answers.ledger import answer_to
from innspill.stages.reading.core.answers.measures import measures_in
from innspill.stages.reading.core.answers.no_comment import says_nothing
from innspill.stages.reading.core.answers.places import IN_CONTROL, Place
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.answers.ticks import boxes_of, by_tag
from innspill.stages.reading.core.values import Answer

_NO_COMMENT = "none"


def answers_of(
    sheet: Sheet,
    questions: Sequence[Question],
    choices: Mapping[str, Labels],
    places: Sequence[Place],
    *,
    all_questions: bool,
) -> tuple[Answer, ...]:
    """The answers that stand at `places`, in the order of the form; `choices` by question.

    Claims boxes and their labels for the form, and what is left of the places for the answers.
    With `all_questions` every question has an answer, even an empty one.
    """
    drafts = {question.id: Draft() for question in questions}
    stream = sheet.stream
    boxes = boxes_of(stream)
    marks = Marks(boxes, Tables.of(stream), Emphases.of(stream))
    tagged = by_tag(stream, boxes, choices, sheet.ledger)
    for tick in tagged:
        drafts[tick.question].ticks.append(tick)
        drafts[tick.question].because(IN_CONTROL)
    for place in places:
        draft = drafts[place.question]
        draft.doubt(place.certainty)
        draft.flag(*place.flags)
        draft.because(*place.grounds)
        draft.footnotes += place.footnotes
        if choices[place.question].amount:
            asked = Asked(place.question, choices[place.question], place.span)
            take_choices(sheet, marks, asked, draft)
        sheet.ledger.claim(place.span, answer_to(place.question))
    answered = {place.question for place in places} | {tick.question for tick in tagged}
    answers: list[Answer] = []
    for question in questions:
        if question.id in answered or all_questions:
            draft = drafts[question.id]
            if question.id not in answered:
                draft.flag("question-not-found")
            elif all_questions and sheet.recognised:
                draft.miss_boxes({choice.id for choice in question.choices})
            answers.append(_answer(sheet, marks, question, draft))
    return tuple(answers)


def _answer(sheet: Sheet, marks: Marks, question: Question, draft: Draft) -> Answer:
    chosen = tuple(choice.id for choice in question.choices if choice.id in draft.ticked())
    draft.weigh_looks(marks.emphases)
    draft.weigh_ticks()
    spans = sheet.ledger.spans(answer_to(question.id))
    if marks.emphases.touches("struck-out", spans):
        draft.flag("struck-out-text")
    built = sheet.text_of(spans)
    only_ticked = chosen == (_NO_COMMENT,) and not built.text
    return Answer(
        question=question.id,
        ticks=chosen,
        choice=chosen[0] if len(chosen) == 1 and not draft.unsettled else None,
        text=built.text,
        no_comment=says_nothing(built.text) or only_ticked,
        certainty=draft.certainty,
        flags=tuple(draft.flags),
        footnotes=tuple(dict.fromkeys([*draft.footnotes, *built.marks])),
        origin=built.origin,
        pieces=built.pieces,
        grounds=tuple(draft.grounds),
        measures=measures_in(sheet, marks.tables, question, spans),
    )
