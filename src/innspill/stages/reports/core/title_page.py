"""The first page of a report: what it is, of which hearing, and what it lacks yet."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.reports.core.left import Left, left_in_words
from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import day, moment, words_in


def title_page(
    figures: Figures, report: ReportInput, *, kind: str, left: Sequence[Left]
) -> TitlePage:
    """The first page in the language of the report. What is not known is not shown."""
    words, definition, language = words_in(figures.language), report.definition, figures.language
    own = paper_words_in(language)
    facts = (
        (words.owner, figures.owner),
        (words.case_number, figures.case_number),
        (words.opened, day(definition.opens, language)),
        (words.deadline, day(definition.deadline, language)),
        (words.status, words.statuses[definition.status]),
        (words.made, moment(figures.made_at, language)),
    )
    return TitlePage(
        kind=own.kinds[kind],
        title=figures.title,
        facts=tuple(fact for fact in facts if fact[1]),
        partial=own.partial if left else "",
        left=left_in_words(left, own, language),
        contents=kind != "letter",
    )
