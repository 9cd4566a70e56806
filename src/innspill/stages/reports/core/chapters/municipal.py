"""The table of a municipality: each point with its sender, the assessment and the conclusion."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.reports.core.papers import MARK
from innspill.stages.reports.core.parts.naming import sender_name
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph, plain
from innspill.stages.reports.core.parts.values import Block, ReportPart, Sentence, Table
from innspill.stages.reports.core.quoting import Quoted
from innspill.stages.reports.core.words import short_day

WIDTHS = (0.9, 2.5, 2.2, 4.6, 3.4, 2.4)


def input_part(t: Teller) -> ReportPart:
    """No., sender, date, input, assessment, conclusion: one line for each point."""
    return ReportPart("input", t.said.input, 1, tuple(_input(t)))


def _input(t: Teller) -> Iterator[Block]:
    if not t.quoted:
        yield paragraph(t.say(t.said.no_remarks_here, t.source(At("/points"))))
        return
    yield paragraph(t.say(t.said.input_intro, n=At("/points")))
    rows = tuple(_row(t, at, each) for at, each in enumerate(t.quoted))
    yield Table(t.said.input, t.said.input_columns, rows, WIDTHS)


def _row(t: Teller, at: int, quoted: Quoted) -> tuple[Sentence, ...]:
    public = t.by_reference[quoted.reference].public
    day = short_day(public.received, t.language) or t.words.unknown
    said = (
        t.count(At(f"/comments/{at}/number")),
        t.of_response(f"{sender_name(t, quoted.reference)}\n{quoted.reference}", quoted.reference),
        t.of_response(day, quoted.reference),
        Sentence(MARK.sub("", quoted.comment.text), (t.comment_source(quoted.index),)),
    )
    if not quoted.outcome:
        return (*said, plain("–"), plain(t.said.not_decided))
    source = (t.decision_source(quoted.index),)
    outcome = t.words.outcomes.get(quoted.outcome, quoted.outcome)
    return (*said, Sentence(quoted.reason or "–", source), Sentence(outcome, source))
