"""From the places of a response to its answers: ticks taken, text left, each with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from innspill.shared.values import Certainty, Span
from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers import ticks as tick_boxes
from innspill.stages.reading.core.answers.ledger import FORM, answer_to
from innspill.stages.reading.core.answers.no_comment import says_nothing
from innspill.stages.reading.core.answers.places import Place
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.ticks import Placed, Tick
from innspill.stages.reading.core.values import Answer

_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)
_NO_COMMENT = "none"


@dataclass(slots=True)
class _Draft:
    """What is known about one answer so far."""

    ticks: list[Tick] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    certainty: Certainty = Certainty.CERTAIN

    def doubt(self, certainty: Certainty) -> None:
        """Lowers the certainty to `certainty` where it was higher."""
        self.certainty = max(self.certainty, certainty, key=_ORDER.index)

    def flag(self, *flags: str) -> None:
        """Adds `flags` that are not there yet."""
        self.flags += [flag for flag in dict.fromkeys(flags) if flag not in self.flags]


def answers_of(
    sheet: Sheet,
    questions: Sequence[Question],
    places: Sequence[Place],
    *,
    all_questions: bool,
) -> tuple[Answer, ...]:
    """The answers that stand at `places`, in the order of the form.

    Claims boxes and their labels for the form, and what is left of the places for the answers.
    With `all_questions` every question has an answer, even an empty one.
    """
    drafts = {question.id: _Draft() for question in questions}
    boxes = tick_boxes.boxes_of(sheet.stream)
    tagged = tick_boxes.by_tag(sheet.stream, boxes, questions, sheet.ledger)
    for tick in tagged:
        drafts[tick.question].ticks.append(tick)
    by_id = {question.id: question for question in questions}
    for place in places:
        draft = drafts[place.question]
        draft.doubt(place.certainty)
        draft.flag(*place.flags)
        _take(sheet, by_id[place.question], place.span, boxes, draft)
    answered = {place.question for place in places} | {tick.question for tick in tagged}
    answers: list[Answer] = []
    for question in questions:
        if question.id in answered or all_questions:
            draft = drafts[question.id]
            if question.id not in answered:
                draft.flag("question-not-found")
            answers.append(_answer(sheet, question, draft))
    return tuple(answers)


def _take(
    sheet: Sheet, question: Question, span: Span, boxes: Iterable[Placed], draft: _Draft
) -> None:
    """Takes ticks and text of one place into the draft and the ledger."""
    here = [p for p in boxes if span.start <= p.at < span.end and sheet.ledger.is_free(p.at)]
    if question.choices:
        found = tick_boxes.by_label(sheet.stream, here, question, sheet.ledger)
        draft.ticks += found
        ticked = sum(placed.box.ticked for placed in here)
        if ticked > sum(tick.ticked for tick in found):
            draft.flag("unpaired-box")
        if len({tick.choice for tick in found}) < len(found):
            # A second row of boxes: the question that it belonged to is not to be found.
            draft.flag("unpaired-box")
            draft.doubt(Certainty.UNSURE)
        if any(tick.typed for tick in found):
            draft.flag("typed-choice")
            draft.doubt(Certainty.LIKELY)
        if found:
            _claim_label_cells(sheet, question, span)
        # Boxes that were left empty, and the choice written below them instead.
        if not ticked and not any(tick.ticked for tick in draft.ticks):
            _take_typed(sheet, question, span, draft)
    sheet.ledger.claim(span, answer_to(question.id))


def _claim_label_cells(sheet: Sheet, question: Question, span: Span) -> None:
    """Gives cells that hold nothing but a choice's label to the form: those left unticked."""
    for line in _free_lines(sheet, span):
        said = tick_boxes.typed(sheet.stream.slice(line), question)
        if said and said.whole and sheet.stream.block_at(line.start).cell:
            sheet.ledger.claim(line, FORM)


def _take_typed(sheet: Sheet, question: Question, span: Span, draft: _Draft) -> None:
    """Takes a choice that was typed on the first lines of a place."""
    lines = _free_lines(sheet, span)
    labels = 0
    while labels < len(lines) and (
        (said := tick_boxes.typed(sheet.stream.slice(lines[labels]), question)) and said.whole
    ):
        labels += 1
    if labels:
        together = " ".join(sheet.stream.slice(line) for line in lines[:labels])
        said = tick_boxes.typed(together, question)
        for line in lines[:labels]:
            sheet.ledger.claim(line, FORM)
    else:
        said = tick_boxes.typed(sheet.stream.slice(lines[0]), question) if lines else None
    for choice in said.chosen if said else ():
        draft.ticks.append(Tick(question.id, choice, ticked=True, typed=True))
        draft.doubt(Certainty.LIKELY)
        draft.flag("typed-choice")


def _free_lines(sheet: Sheet, span: Span) -> list[Span]:
    """The free stretches of the lines in `span`."""
    stream, ledger = sheet.stream, sheet.ledger
    lines: list[Span] = []
    start: int | None = None
    for position in range(span.start, span.end + 1):
        free = position < span.end and ledger.is_free(position) and stream.text[position] != "\n"
        if free and start is None:
            start = position
        elif not free and start is not None:
            if stream.text[start:position].strip():
                lines.append(Span(start, position))
            start = None
    return lines


def _answer(sheet: Sheet, question: Question, draft: _Draft) -> Answer:
    ticked = {tick.choice for tick in draft.ticks if tick.ticked}
    chosen = tuple(choice.id for choice in question.choices if choice.id in ticked)
    if len(chosen) > 1:
        draft.flag("contradictory-ticks")
    if any(tick.conflict for tick in draft.ticks):
        draft.flag("tick-state-conflict")
        draft.doubt(Certainty.UNSURE)
    built = sheet.text_of(sheet.ledger.spans(answer_to(question.id)))
    only_ticked = chosen == (_NO_COMMENT,) and not built.text
    return Answer(
        question=question.id,
        ticks=chosen,
        choice=chosen[0] if len(chosen) == 1 else None,
        text=built.text,
        no_comment=says_nothing(built.text) or only_ticked,
        certainty=draft.certainty,
        flags=tuple(draft.flags),
        footnotes=built.marks,
        origin=built.origin,
        pieces=built.pieces,
    )
