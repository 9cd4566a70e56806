"""The choices taken at one place of a question: ticked, marked, typed, or told by their looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty, Span
from innspill.stages.reading.core.answers.drafts import Draft
from innspill.stages.reading.core.answers.emphases import Emphases
from innspill.stages.reading.core.answers.labels import Label, Labels
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.answers.ticks import Placed, by_label
from innspill.stages.reading.core.answers.typed import TypedLine, on_choice_line, typed


@dataclass(frozen=True, slots=True)
class Marks:
    """All boxes, tables and emphases of one document: what choices are told from."""

    boxes: tuple[Placed, ...]
    tables: Tables
    emphases: Emphases


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its choices, and a stretch that answers it."""

    question: str
    labels: Labels
    span: Span


def take_choices(sheet: Sheet, marks: Marks, asked: Asked, draft: Draft) -> None:
    """Takes the choices made in a place into the draft, and claims boxes and labels for the form."""
    ledger, span, labels = sheet.ledger, asked.span, asked.labels
    here = [p for p in marks.boxes if span.start <= p.at < span.end and ledger.is_free(p.at)]
    pairing = by_label(sheet.ledger, marks.tables, here, asked.question, labels)
    found = pairing.ticks
    draft.ticks += found
    if pairing.unpaired:
        draft.flag("unpaired-box")
        draft.doubt(Certainty.UNSURE)
    if len({tick.choice for tick in found}) < len(found):
        # A second row of boxes: the question that it belonged to is not to be found.
        draft.flag("unpaired-box")
        draft.doubt(Certainty.UNSURE)
    if any(tick.typed for tick in found):
        draft.flag("typed-choice")
        draft.doubt(Certainty.LIKELY)
    if found:
        _claim_bare_labels(sheet, labels, span)
    # Boxes that were left empty, and the choice written or shown in another way.
    if not any(placed.box.ticked for placed in here) and not draft.ticked():
        known = [Label(tick.choice, tick.span) for tick in draft.ticks if tick.span]
        _take_written(sheet, marks.emphases, asked, known, draft)


def _claim_bare_labels(sheet: Sheet, labels: Labels, span: Span) -> None:
    """Gives the labels of choices whose box is gone to the form: cells of their own, and lines
    that other boxes stand on.
    """
    for line in sheet.ledger.free_lines(span):
        text = sheet.stream.slice(line)
        said = on_choice_line(text, labels)
        if said is None or said.marks:
            continue
        in_cell = sheet.stream.block_at(line.start).cell is not None
        if in_cell or _beside_form(sheet.stream, sheet.ledger, line):
            sheet.ledger.claim(line, FORM)


def _beside_form(stream: Stream, ledger: Ledger, line: Span) -> bool:
    """Whether the form has something else on the line of the stretch `line`."""
    start, end = stream.text.rfind("\n", 0, line.start) + 1, stream.line_end(line.start)
    return any(
        not ledger.is_free(at) and not stream.text[at].isspace()
        for at in (*range(start, line.start), *range(line.end, end))
    )


def _take_written(
    sheet: Sheet, emphases: Emphases, asked: Asked, known: list[Label], draft: Draft
) -> None:
    """Takes a choice that was marked, shown or said without a box; `known` have empty boxes."""
    stream, ledger, labels, span = sheet.stream, sheet.ledger, asked.labels, asked.span
    question = asked.question
    lines = ledger.free_lines(span)
    run = _choice_lines(stream, lines, labels)
    said: TypedLine | None = None
    if run:
        whole = Span(run[0].start, run[-1].end)
        said = on_choice_line(_free_text(stream, ledger, whole), labels)
        if said:
            known = [*known, *(_moved(label, whole.start) for label in said.labels)]
            for line in run:
                ledger.claim(line, FORM)
    struck = said is not None and bool(said.marks) and emphases.touches("struck-out", run)
    if said and said.chosen and (said.marks or len(said.labels) > 1):
        draft.take_typed(question, said.chosen, unclear=said.unclear or struck)
        if struck:
            draft.flag("struck-out-tick")
        return
    draft.take_shown(question, emphases, known)
    if draft.ticked() or "struck-out-choice" in draft.flags:
        return
    if said is None or not said.chosen:
        rest = ledger.free_lines(span)
        said = typed(stream.slice(rest[0]), labels) if rest else None
        if said and said.whole:
            ledger.claim(rest[0], FORM)
    if said:
        draft.take_typed(question, said.chosen, unclear=said.unclear)


def _choice_lines(stream: Stream, lines: Sequence[Span], labels: Labels) -> list[Span]:
    """The lines that hold the choices and marks alone: the first run of them that has several.

    One choice alone counts only on the first line: further down it may be part of a text.
    """
    run: list[Span] = []
    for number, line in enumerate([*lines, None]):
        said = on_choice_line(stream.slice(line), labels) if line else None
        if line and (said or (run and stream.slice(line).strip() in {"x", "X"})):
            run.append(line)
            continue
        if run:
            amount = sum(1 for each in run for _ in labels.all(stream.text, each.start, each.end))
            if amount > 1 or number == len(run):
                return run
            run = []
    return []


def _moved(label: Label, by: int) -> Label:
    return Label(label.choice, Span(label.span.start + by, label.span.end + by))


def _free_text(stream: Stream, ledger: Ledger, span: Span) -> str:
    """The text of `span`, with what is taken already as spaces."""
    return "".join(
        character if ledger.is_free(at) or character == "\n" else " "
        for at, character in enumerate(stream.slice(span), span.start)
    )
