"""The choices taken at one place of a question: ticked, marked, typed, or told by their looks."""

from __future__ import annotations

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
from innspill.stages.reading.core.answers.typed import Typed, choice_run, said

_MARKS = frozenset(" \t\xa0xX✓✔✗✘*([_/|-–")


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
    ledger, span = sheet.ledger, asked.span
    here = [p for p in marks.boxes if span.start <= p.at < span.end and ledger.is_free(p.at)]
    pairing = by_label(sheet.ledger, marks.tables, here, asked.question, asked.labels)
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
        _claim_bare_labels(sheet, asked, {tick.choice for tick in found})
    # Boxes that were left empty, and the choice written or shown in another way.
    if not any(placed.box.ticked for placed in here) and not draft.ticked():
        known = [Label(tick.choice, tick.span) for tick in draft.ticks if tick.span]
        _take_written(sheet, marks.emphases, asked, known, draft)


def _claim_bare_labels(sheet: Sheet, asked: Asked, paired: set[str]) -> None:
    """Gives the labels of choices whose box is gone to the form.

    They are cells of their own, stand on lines that other boxes stand on, or are lines that make
    the choices complete together with those that are `paired`.
    """
    alone: dict[str, Span] = {}
    for line in sheet.ledger.free_lines(asked.span):
        text = sheet.stream.slice(line)
        run = choice_run(text, asked.labels, first=True, partial=True)
        if run is None or run.marked:
            continue
        whole = not text[run.end :].strip(" \t\xa0.:;,|/")
        in_cell = whole and sheet.stream.block_at(line.start).cell is not None
        if in_cell or _beside_form(sheet.stream, sheet.ledger, line):
            end = line.end if whole else line.start + run.end
            sheet.ledger.claim(Span(line.start, end), FORM)
        elif whole and len(run.labels) == 1:
            alone.setdefault(run.labels[0].choice, line)
    if not paired & set(alone) and len(paired | set(alone)) == asked.labels.amount:
        for line in alone.values():
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
    ledger, labels, question = sheet.ledger, asked.labels, asked.question
    start, run = _first_run(sheet.stream, ledger, asked)
    if run:
        known = [*known, *(_moved(label, start) for label in run.labels)]
        taken = Span(start, start + run.end)
        struck = run.marked and emphases.touches("struck-out", [taken])
        _claim_run(sheet.stream, ledger, taken)
        if run.marked:
            draft.take_typed(question, run.chosen, unclear=run.unclear or struck)
            if struck:
                draft.flag("struck-out-tick")
            return
    draft.take_shown(question, emphases, known)
    if draft.ticked() or "struck-out-choice" in draft.flags:
        return
    if run is None or not run.chosen:
        lines = ledger.free_lines(asked.span)
        run = said(sheet.stream.slice(lines[0]), labels) if lines else None
        if run and run.end:
            ledger.claim(Span(lines[0].start, lines[0].start + run.end), FORM)
    if run:
        draft.take_typed(question, run.chosen, unclear=run.unclear)


def _first_run(stream: Stream, ledger: Ledger, asked: Asked) -> tuple[int, Typed | None]:
    """The first run of choices and marks in a place, and where it begins."""
    for number, line in enumerate(ledger.free_lines(asked.span)):
        if not (asked.labels.begins(stream.text, line) or stream.text[line.start] in _MARKS):
            continue
        text = _free_text(stream, ledger, Span(line.start, asked.span.end))
        run = choice_run(text, asked.labels, first=number == 0)
        if run:
            return line.start, run
    return 0, None


def _claim_run(stream: Stream, ledger: Ledger, span: Span) -> None:
    """Gives `span` to the form, with the punctuation that ends it and what parts it from text."""
    end = span.end
    while end < len(stream.text) and stream.text[end] in " \t\xa0.:;|":
        end += 1
    ledger.claim(Span(span.start, end), FORM)


def _moved(label: Label, by: int) -> Label:
    return Label(label.choice, Span(label.span.start + by, label.span.end + by))


def _free_text(stream: Stream, ledger: Ledger, span: Span) -> str:
    """The text of `span`, with what is taken already as spaces."""
    return "".join(
        character if ledger.is_free(at) or character == "\n" else " "
        for at, character in enumerate(stream.slice(span), span.start)
    )
