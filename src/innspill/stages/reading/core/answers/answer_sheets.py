"""Answer sheets: spreadsheets that hold responses, one a row, one in several rows, or one in all.

A response of a sheet has the sheet's head as the form's wording and its own cells, so that the sum
holds for each; what else lies on the sheet goes, unplaced, with the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from innspill.shared.values import Certainty, sha256_of
from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers.answering import answers_of
from innspill.stages.reading.core.answers.dates import dated
from innspill.stages.reading.core.answers.documents import Parts, read_document
from innspill.stages.reading.core.answers.evidence import NO_ENVELOPE, Envelope
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.labels import Labels
from innspill.stages.reading.core.answers.ledger import FORM
from innspill.stages.reading.core.answers.places import Place
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.sheet_cell import choices_in, is_cross
from innspill.stages.reading.core.answers.sheet_columns import Column, Heads
from innspill.stages.reading.core.answers.sheet_layouts import Laid, layouts_of
from innspill.stages.reading.core.values import (
    Answer,
    Block,
    Document,
    FileRead,
    ResponseRead,
)

SHEETS = frozenset((
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet", "text/csv",
))  # fmt: skip
_TAGS = {"sender": "sender_name", "number": "sender_number", "contact": "sender_contact",
         "case": "case_number"}  # fmt: skip


def read_answer_sheet(
    file: FileRead, document: Document, hearing: Hearing, envelope: Envelope = NO_ENVELOPE
) -> tuple[ResponseRead, ...]:
    """The responses in a spreadsheet.

    One that is no answer sheet of this hearing gives one response with all of it unplaced and the
    flag `sheet-not-understood`.
    """
    laid = layouts_of(document, Heads(hearing.definition))
    if not laid:
        read = read_document(file, document, hearing, envelope, take_apart=_nothing)
        return (replace(read, flags=(*read.flags, "sheet-not-understood")),)
    used = {block.id for each in laid for block in each.blocks}
    rest = [block for block in document.blocks if block.id not in used]
    first = replace(laid[0], blocks=tuple(_in_order(document, [*laid[0].blocks, *rest])))
    return tuple(
        _response(file, document, hearing, envelope, each, alone=len(laid) == 1)
        for each in (first, *laid[1:])
    )


def _in_order(document: Document, blocks: Iterable[Block]) -> list[Block]:
    wanted = {block.id: block for block in blocks}
    return [wanted[block.id] for block in document.blocks if block.id in wanted]


def _nothing(sheet: Sheet, _: Hearing) -> Parts:
    """Takes no answers: who reads the sheet must say what it is."""
    return Parts(False, (), len(sheet.stream.text), len(sheet.stream.text))


def _response(
    file: FileRead,
    document: Document,
    hearing: Hearing,
    envelope: Envelope,
    laid: Laid,
    *,
    alone: bool,
) -> ResponseRead:
    blocks = tuple(_tagged(block, laid.columns.get(block.id)) for block in laid.blocks)
    part = replace(document, blocks=blocks, hidden=document.hidden if laid.first else ())
    read = read_document(file, part, hearing, envelope, take_apart=_Taking(laid).take)
    day = next((dated([b.text]) for b in blocks if _is(laid, b, "date") and dated([b.text])), None)
    flags = tuple(dict.fromkeys([*read.flags, *laid.flags]))
    read = replace(read, flags=flags, dated=day or read.dated)
    if alone:
        return read
    way = f"{file.path}!/{laid.name}"
    properties = {**read.properties, "file_sha256": file.sha256}
    own = sha256_of(f"{file.sha256}!/{laid.name}".encode())
    return replace(read, file=way, sha256=own, properties=properties)


def _is(laid: Laid, block: Block, use: str) -> bool:
    column = laid.columns.get(block.id)
    return column is not None and column.use == use


def _tagged(block: Block, column: Column | None) -> Block:
    """A cell about the sender, named as the field of our own form is."""
    tag = _TAGS.get(column.use) if column else None
    return replace(block, tag=tag) if tag else block


@dataclass(slots=True)
class _Taking:
    """Takes one response of a sheet apart, as its layout says."""

    laid: Laid
    ticks: dict[str, list[str]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)

    def take(self, sheet: Sheet, hearing: Hearing) -> Parts:
        """The answers of the response, and where they begin."""
        questions = {question.id: question for question in hearing.definition.questions}
        for index, block in enumerate(sheet.stream.blocks):
            span = sheet.stream.span_of(index)
            if block.id in self.laid.head:
                sheet.ledger.claim(span, FORM)
            elif (column := self.laid.columns.get(block.id)) and column.question in questions:
                question = questions[column.question or ""]
                if self._takes_ticks(block, column, question):
                    sheet.ledger.claim(span, FORM)
                else:
                    self.places.append(
                        Place(question.id, span, self.laid.certainty, self.laid.doubts)
                    )
        answers = self._answers(sheet, hearing)
        starts = [place.span.start for place in self.places]
        end = len(sheet.stream.text)
        return Parts(True, answers, min(starts, default=end), end)

    def _takes_ticks(self, block: Block, column: Column, question: Question) -> bool:
        """Notes what the cell ticks; false where it says something of its own."""
        if not column.whole:
            return False
        if column.use == "choice" and column.choice:
            found: Sequence[str] = [column.choice] if is_cross(block) else ()
            if not found and not _is_empty_box(block):
                return False
        else:
            found = choices_in(block.text, question)
            if not found:
                return False
        self.ticks.setdefault(question.id, []).extend(found)
        return True

    def _answers(self, sheet: Sheet, hearing: Hearing) -> tuple[Answer, ...]:
        # Who ticked in one cell may begin the next with "Ja, men": that is no second tick.
        questions = hearing.definition.questions
        asked = [
            question.model_copy(update={"choices": ()}) if self.ticks.get(question.id) else question
            for question in questions
        ]
        choices = hearing.choices | {each.id: Labels.of(each) for each in asked if not each.choices}
        read = answers_of(sheet, asked, choices, self.places, all_questions=True)
        return tuple(
            self._ticked(answer, question) for answer, question in zip(read, questions, strict=True)
        )

    def _ticked(self, answer: Answer, question: Question) -> Answer:
        given = self.ticks.get(question.id, [])
        ticks = tuple(choice.id for choice in question.choices if choice.id in given)
        asked = question.id in self.laid.asked
        flags = [flag for flag in answer.flags if not (asked and flag == "question-not-found")]
        if not ticks:
            return replace(answer, flags=tuple(flags))
        if len(ticks) > 1 and not question.many:
            flags.append("contradictory-ticks")
        return replace(
            answer,
            ticks=ticks,
            choice=ticks[0] if len(ticks) == 1 else None,
            no_comment=answer.no_comment or (ticks == ("none",) and not answer.text),
            certainty=max(answer.certainty, self.laid.certainty, key=_ORDER.index),
            flags=tuple(dict.fromkeys([*flags, *self.laid.doubts])),
        )


_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)


def _is_empty_box(block: Block) -> bool:
    return len(block.text.strip()) == 1 and any(not box.ticked for box in block.boxes)
