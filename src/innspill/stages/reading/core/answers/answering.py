"""From the places of a response to its answers: ticks taken, text left, each with its origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.core.form_tags import FormTags
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


class Answering:
    """Gathers the answers of one document: first what has a name of its own, then what has a place.

    Claims boxes and their labels for the form, and what is left of the places for the answers.
    """

    def __init__(
        self, sheet: Sheet, questions: Sequence[Question], choices: Mapping[str, Labels]
    ) -> None:
        self._sheet = sheet
        self._questions = questions
        self._choices = choices
        self._drafts = {question.id: Draft() for question in questions}
        self._answered: set[str] = set()
        boxes = boxes_of(sheet.stream)
        self._marks = Marks(boxes, Tables.of(sheet.stream), Emphases.of(sheet.stream))

    def take_boxes(self, tags: FormTags) -> None:
        """Takes the boxes that name their question and choice."""
        sheet, boxes = self._sheet, self._marks.boxes
        for tick in by_tag(sheet.stream, boxes, tags.boxes, self._choices, sheet.ledger):
            self._drafts[tick.question].ticks.append(tick)
            self._drafts[tick.question].because(IN_CONTROL)
            self._answered.add(tick.question)

    def take(self, places: Sequence[Place], *, with_choices: bool = True) -> None:
        """Takes what stands at `places`, ticks and typed choices too, but for a named field's.

        Who ticked a box and wrote in the field below it begins with "Ja, men": no second tick.
        """
        for place in places:
            draft = self._drafts[place.question]
            draft.doubt(place.certainty)
            draft.flag(*place.flags)
            draft.because(*place.grounds)
            draft.footnotes += place.footnotes
            settled = place.grounds == (IN_CONTROL,) and bool(draft.ticked())
            if with_choices and not settled and self._choices[place.question].amount:
                asked = Asked(place.question, self._choices[place.question], place.span)
                take_choices(self._sheet, self._marks, asked, draft)
            self._sheet.ledger.claim(place.span, answer_to(place.question))
            self._answered.add(place.question)

    def answers(self, tags: FormTags | None = None, *, all_questions: bool) -> tuple[Answer, ...]:
        """The answers, in the order of the form; of `all_questions`, or only what was answered."""
        found: list[Answer] = []
        for question in self._questions:
            if question.id in self._answered or all_questions:
                draft = self._drafts[question.id]
                if question.id not in self._answered:
                    draft.flag("question-not-found")
                elif all_questions and self._sheet.recognised:
                    draft.miss_boxes({choice.id for choice in question.choices})
                found.append(_answer(self._sheet, self._marks, question, draft, tags))
        return tuple(found)


def answers_of(
    sheet: Sheet,
    questions: Sequence[Question],
    choices: Mapping[str, Labels],
    places: Sequence[Place],
    *,
    all_questions: bool,
) -> tuple[Answer, ...]:
    """The answers that stand at `places`, in the order of the form; `choices` by question."""
    answering = Answering(sheet, questions, choices)
    answering.take(places)
    return answering.answers(all_questions=all_questions)


def _answer(
    sheet: Sheet, marks: Marks, question: Question, draft: Draft, tags: FormTags | None
) -> Answer:
    chosen = tuple(choice.id for choice in question.choices if choice.id in draft.ticked())
    draft.weigh_looks(marks.emphases)
    draft.weigh_ticks(many=question.many)
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
        measures=measures_in(sheet, marks.tables, question, spans, tags),
    )
