"""Which parts a report of each kind has, in the order that the field is used to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from innspill.stages.reports.core.chapters.appendix import counting_part, ledger_part
from innspill.stages.reports.core.chapters.bodies import answered_part, body_parts
from innspill.stages.reports.core.chapters.decided import change_part, measure_part
from innspill.stages.reports.core.chapters.letter import closing_part, letter_parts
from innspill.stages.reports.core.chapters.municipal import input_part
from innspill.stages.reports.core.chapters.points import (
    duplicate_parts,
    general_parts,
    proposal_parts,
    remark_parts,
)
from innspill.stages.reports.core.chapters.process import hearing_part, process_part, summary_part
from innspill.stages.reports.core.chapters.questions import question_parts
from innspill.stages.reports.core.chapters.themes import theme_parts
from innspill.stages.reports.core.parts.checking import require_faithful
from innspill.stages.reports.core.parts.italics import first_named
from innspill.stages.reports.core.parts.telling import Teller
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.values import Figures, ReportInput


def parts_of(kind: Kind, figures: Figures, report: ReportInput) -> tuple[ReportPart, ...]:
    """All that the machine has to say in a report of this kind, in the default order.

    Each part has a key that stays: "question:1", "theme:12/views". Call `first_named` again where
    the parts are put in another order.
    """
    return first_named(OUTLINES[kind](Teller(figures, report)))


def checked_parts(kind: Kind, figures: Figures, report: ReportInput) -> tuple[ReportPart, ...]:
    """The same, each sentence held against its sources. Raises UnfaithfulReportError."""
    parts = parts_of(kind, figures, report)
    require_faithful(parts, figures, report)
    return parts


def keys_of(kind: Kind, figures: Figures, report: ReportInput) -> tuple[tuple[str, str, int], ...]:
    """Key, heading and level of each part, in the default order."""
    return tuple((each.key, each.heading, each.level) for each in parts_of(kind, figures, report))


def _summary(t: Teller) -> Iterator[ReportPart]:
    """A directorate's summary: by question."""
    yield summary_part(t)
    yield process_part(t)
    yield from body_parts(t)
    yield from question_parts(t)
    yield from general_parts(t)
    yield from proposal_parts(t)
    yield from _outcome(t)
    yield from duplicate_parts(t)
    yield answered_part(t)
    yield from remark_parts(t)
    yield ledger_part(t)
    yield counting_part(t)


def _ministry(t: Teller) -> Iterator[ReportPart]:
    """A chapter of a proposition: by theme."""
    yield hearing_part(t)
    yield from theme_parts(t)
    yield from _outcome(t)
    yield answered_part(t)
    yield ledger_part(t)
    yield counting_part(t)


def _municipal(t: Teller) -> Iterator[ReportPart]:
    """A municipality's table of input, assessment and conclusion."""
    yield process_part(t)
    yield summary_part(t)
    yield input_part(t)
    yield from _outcome(t)
    yield answered_part(t)
    yield ledger_part(t)
    yield counting_part(t)


def _letter(t: Teller) -> Iterator[ReportPart]:
    """A short letter for a small hearing. Where nobody answered there is nobody to thank."""
    yield from letter_parts(t)
    yield from (replace(each, numbered=False) for each in _outcome(t, only_some=True))
    if t.figures.respondents:
        yield closing_part(t)


def _outcome(t: Teller, *, only_some: bool = False) -> Iterator[ReportPart]:
    """What is changed and what is to be done, once anything is decided."""
    if t.report.told.changes or (t.report.decided and not only_some):
        yield change_part(t)
    if t.report.told.measures:
        yield measure_part(t)


OUTLINES: Mapping[Kind, Callable[[Teller], Iterable[ReportPart]]] = {
    "summary": _summary,
    "ministry": _ministry,
    "municipal": _municipal,
    "letter": _letter,
}
