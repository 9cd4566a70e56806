"""index.html of the offline run: one file that opens from a disk, without scripts or network."""

from __future__ import annotations

from innspill.stages.analysis.core.placing import current, place
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.publication.core.values import PublicAnswer
from innspill.stages.reports.core.chapters.process import dates, main_sentences, papers_of
from innspill.stages.reports.core.charts import choice_name
from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.parts.telling import Teller
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word
from innspill.stages.reports.core.values import Figures, Reported, ReportInput
from innspill.stages.reports.core.web.bodies import bodies, matrix
from innspill.stages.reports.core.web.parts import anchor, foreign, listed, noted
from innspill.stages.reports.core.web.questions import general, proposals, questions
from innspill.stages.reports.core.web.style import CSS
from innspill.stages.reports.core.words import Words, day, moment, words_in


def index_html(figures: Figures, report: ReportInput) -> str:
    """The page: figures, tables, charts and every published response with its answers.

    Text of responses is data: it is escaped wherever it stands.
    """
    words = words_in(figures.language)
    chapters = _chapters(figures, report)
    links = [
        el("li", el("a", heading, href=f"#{name}")) for name, heading, _ in chapters
    ]  # fmt: skip
    main = el(
        "main",
        el("nav", el("h2", words.contents), el("ol", *links), aria_label=words.contents),
        *(
            el("section", el("h2", heading, id=name), content)
            for name, heading, content in chapters
        ),
        id="content",
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{words.report_kind}: {figures.title}"),
        el("style", Html(CSS)),
    )
    body = el(
        "body",
        el("a", words.skip_to_content, href="#content", class_="skip"),
        _header(figures, report, words),
        main,
        el("footer", el("p", f"{figures.owner} · {figures.case_number}", class_="note")),
    )
    return "<!doctype html>\n" + el("html", head, body, lang=figures.language) + "\n"


def _chapters(figures: Figures, report: ReportInput) -> list[tuple[str, str, Html]]:
    words, teller = words_in(figures.language), Teller(figures, report)
    made = (
        ("summary", words.summary, listed([each.text for each in main_sentences(teller)])),
        ("about", words.about, _about(report.definition, teller)),
        ("bodies", words.bodies, bodies(figures, report)),
        ("questions", words.questions, questions(figures, report)),
        ("matrix", words.matrix, matrix(figures, report)),
        ("general", words.general, general(figures, report)),
        ("proposals", words.proposals, proposals(figures)),
        ("duplicates", words.duplicates, _duplicates(figures, words)),
        ("responses", words.responses_heading, _responses(figures, report)),
        ("counting", words.appendix, _counting(words)),
    )
    return list(made)


def _header(figures: Figures, report: ReportInput, words: Words) -> Html:
    definition = report.definition
    facts = (
        (words.owner, figures.owner),
        (words.case_number, figures.case_number),
        (words.deadline, day(definition.deadline, figures.language)),
        (words.status, words.statuses[definition.status]),
        (words.made, moment(figures.made_at, figures.language)),
    )
    shown = join(join((el("dt", name), el("dd", value))) for name, value in facts if value)
    return el(
        "header",
        el(
            "div",
            el("p", words.report_kind),
            el("h1", figures.title),
            el("dl", shown, class_="facts"),
        ),
    )


def _about(definition: Definition, teller: Teller) -> Html:
    words, language = teller.words, teller.language
    summary = in_language(definition.summary, language).split("\n")
    papers = papers_of(definition, language)
    return join(
        (
            *(el("p", line) for line in summary if line.strip()),
            el("p", " ".join(each.text for each in dates(teller))),
            join((el("p", words.about_papers), listed(papers))) if papers else None,
        )
    )


def _duplicates(figures: Figures, words: Words) -> Html:
    if not figures.duplicates:
        return el("p", words.duplicates_none)
    names = {row.reference: row.name for row in figures.answered}
    lines = ["; ".join(f"{names[each]} ({each})" for each in group) for group in figures.duplicates]
    return join((el("p", words.duplicates_intro), listed(lines)))


def _counting(words: Words) -> Html:
    return el(
        "dl",
        *(join((el("dt", el("strong", name)), el("dd", said))) for name, said in words.counting),
    )


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
