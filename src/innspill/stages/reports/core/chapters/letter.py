"""The short letter for a small hearing: what was heard, who said what, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.consultations.core.definition import in_language
from innspill.stages.reports.core.chapters.assessed import assessed_blocks, assessment_heading
from innspill.stages.reports.core.chapters.named_ticks import is_small, ticks_told
from innspill.stages.reports.core.chapters.process import dates, main_sentences
from innspill.stages.reports.core.chapters.questions import question_heading, question_views
from innspill.stages.reports.core.chapters.quotes import singles
from innspill.stages.reports.core.parts.naming import named
from innspill.stages.reports.core.parts.telling import NOTE, At, Teller, paragraph
from innspill.stages.reports.core.parts.values import (
    Block,
    Heading,
    Paragraph,
    ReportPart,
    Sentence,
    Source,
)


def letter_parts(t: Teller) -> Iterator[ReportPart]:
    """Opening, views, assessment and closing; the changes are a part of their own between them."""
    # LibreOffice loses the text of a part that begins with a sourced sentence: it has a heading.
    yield ReportPart("letter", t.said.process, 1, tuple(_opening(t)), numbered=False)
    if not t.figures.respondents:
        return
    yield ReportPart("letter/views", t.said.letter_views, 1, tuple(_views(t)), numbered=False)
    decided = any(each.outcome for each in t.quoted)
    blocks = tuple(assessed_blocks(t, "", t.quoted)) if decided else ()
    awaits = "" if decided else t.said.awaits_assessment
    yield ReportPart(
        "letter/assessment", assessment_heading(t), 1, blocks, numbered=False, awaits=awaits
    )


def closing_part(t: Teller) -> ReportPart:
    """The last words."""
    decided = At("/points_decided")
    whole = t.figures.points and t.figures.points == t.figures.points_decided
    said = paragraph(
        t.say(t.said.all_assessed, t.source(decided)) if whole else None,
        t.fixed(t.said.letter_thanks, "closing"),
    )
    return ReportPart("letter/closing", t.said.letter_closing, 1, (said,), numbered=False)


def _opening(t: Teller) -> Iterator[Block]:
    title = in_language(t.report.definition.title, t.language)
    yield paragraph(t.hearing(t.said.letter_about.format(title=title), "title"))
    yield Paragraph(tuple(dates(t)))
    yield Paragraph(tuple(main_sentences(t)))
    who = named(t, (row.reference for row in t.figures.answered))
    if who:
        names = tuple(name for each in who for name in each.names)
        text = t.said.letter_answers[len(who) > 1].format(names=t.listed(e.text for e in who))
        told = tuple(Source("response", each.reference) for each in who)
        yield paragraph(Sentence(text, told, names))


def _views(t: Teller) -> Iterator[Block]:
    for at, question in enumerate(t.report.definition.questions):
        yield Heading(question_heading(question, t.words), 2)
        text = in_language(question.text, t.language)
        yield paragraph(t.hearing(text, f"question {question.id}"), style=NOTE)
        if is_small(t):
            yield from ticks_told(t, at, question)
        yield from question_views(t, at, question)
        here = [each for each in t.quoted if each.comment.question == question.id]
        yield from singles(t, here, heading="")
    known = {question.id for question in t.report.definition.questions}
    rest = [each for each in t.quoted if each.comment.question not in known]
    if rest:
        yield from singles(t, rest, heading=t.words.general)
