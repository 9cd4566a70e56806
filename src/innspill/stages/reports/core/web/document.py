"""index.html of the offline run: the report with every response, in one file that opens from a disk."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.analysis.core.placing import current, place
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.publication.core.values import PublicAnswer
from innspill.stages.reports.core.charts import choice_name
from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word
from innspill.stages.reports.core.values import Figures, Reported, ReportInput
from innspill.stages.reports.core.web.matrix import matrix
from innspill.stages.reports.core.web.parts import anchor, foreign, noted
from innspill.stages.reports.core.web.report import report_html
from innspill.stages.reports.core.words import day, words_in


def index_html(
    figures: Figures, report: ReportInput, page: TitlePage, parts: Sequence[ReportPart]
) -> str:
    """The page: the parts, the matrix, and every published response with its answers.

    Text of responses is data: it is escaped wherever it stands.
    """
    words = words_in(figures.language)
    shown = {
        each.public.reference: f"#{anchor(each.public.reference)}"
        for each in current(report.responses)
        if each.state == "published"
    }
    more = (
        ("matrix", words.matrix, matrix(figures, report)),
        ("responses", words.responses_heading, _responses(figures, report)),
    )
    return report_html(figures, page, parts, more=more, hrefs=shown)


def _responses(figures: Figures, report: ReportInput) -> Html:
    words = words_in(figures.language)
    shown = [each for each in current(report.responses) if each.state == "published"]
    hidden = figures.respondents - len(shown)
    parts = [_response(each, report) for each in shown]
    if hidden:
        parts.insert(0, el("p", words.summary_hidden.format(hidden=hidden)))
    return join(parts) if parts else el("p", words.no_responses)


def _response(response: Reported, report: ReportInput) -> Html:
    words, public = words_in(report.language), response.public
    placed = place(response, report.definition)
    where = row_label(placed.kind, placed.group, report.definition, report.language)
    facts = [
        public.reference,
        where,
        day(public.received, report.language) or words.unknown,
        deadline_word(public.late, words),
    ]
    tag = foreign(public.language, report.language)
    return el(
        "article",
        el("h3", public.name),
        el("p", " · ".join(facts), class_="note"),
        *(_answer(answer, report, tag) for answer in public.answers),
        *(el("p", noted(paragraph), lang=tag) for paragraph in public.general),
        *(
            el("p", f"{words.footnote.format(mark=mark)}: {said}", class_="note", lang=tag)
            for mark, said in public.footnotes
        ),
        id=anchor(public.reference),
    )


def _answer(answer: PublicAnswer, report: ReportInput, tag: str | None) -> Html:
    words, language = words_in(report.language), report.language
    asked = next((each for each in report.definition.questions if each.id == answer.question), None)
    names = {
        choice.id: choice_name(in_language(choice.text, language), choice.effect, words)
        for choice in (asked.choices if asked else ())
    }
    ticks = [names.get(tick, tick) for tick in answer.ticks]
    said = ", ".join(ticks)
    if len(ticks) > 1:
        settled = names.get(answer.choice or "", words.unclear)
        said = f"{said} ({words.answer_column.lower()}: {settled})"
    if answer.no_comment and not ticks:
        said = words.no_comment
    return el(
        "div",
        el("h4", words.question_heading.format(question=answer.question)),
        el("p", f"{words.choice_column}: {said}" if ticks else said) if said else None,
        el("p", noted(answer.text), lang=tag) if answer.text.strip() else None,
        class_="answer",
    )
