"""The report's front: title, table of contents, main figures, about the consultation."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.reports.core.chapters.paper import Paper
from innspill.stages.reports.core.charts import answered_chart
from innspill.stages.reports.core.placing import group_name
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import Words, day, moment, number


def write_title(paper: Paper, figures: Figures, report: ReportInput) -> None:
    """Title, facts and the table of contents."""
    words, definition = paper.words, report.definition
    facts = (
        (words.owner, figures.owner),
        (words.case_number, figures.case_number),
        (words.opened, day(definition.opens, paper.language)),
        (words.deadline, day(definition.deadline, paper.language)),
        (words.status, words.statuses[definition.status]),
        (words.made, moment(figures.made_at, paper.language)),
    )
    paper.front(words.report_kind, figures.title, [fact for fact in facts if fact[1]])


def summary_lines(figures: Figures, words: Words, language: str) -> tuple[str, ...]:
    """The main figures in sentences. What is not there is not mentioned."""
    counts = {
        name: number(getattr(figures, name), language)
        for name in (
            "invited", "collective", "respondents", "not_invited", "late", "from_invited",
            "from_members", "on_time", "with_remarks", "joint", "adherences", "notices",
            "additions",
        )
    } | {
        "answered": number(figures.invited_answered, language),
        "silent": number(figures.invited_silent, language),
        "unknown": number(figures.lateness_unknown, language),
        "without": number(figures.respondents - figures.with_remarks, language),
        "hidden": number(figures.respondents - figures.shown, language),
    }  # fmt: skip
    some = figures.respondents > 0
    wanted = (
        (words.summary_invited, figures.invited > 0),
        (words.summary_collective, figures.collective > 0),
        (words.no_responses, not some),
        (words.summary_respondents, some),
        (words.summary_sources, some and figures.invited > 0),
        (words.summary_time, figures.on_time + figures.late > 0),
        (words.summary_unknown, figures.lateness_unknown > 0),
        (words.summary_remarks, some),
        (words.summary_joint, figures.joint > 0),
        (words.summary_adherence, figures.adherences > 0),
        (words.summary_notices, figures.notices > 0),
        (words.summary_additions, figures.additions > 0),
        (words.summary_hidden, figures.respondents > figures.shown),
    )
    return tuple(sentence.format(**counts) for sentence, said in wanted if said)


def write_summary(paper: Paper, figures: Figures) -> None:
    """The chapter with the main figures."""
    paper.heading(paper.words.summary)
    paper.bullets(summary_lines(figures, paper.words, paper.language))


def write_about(paper: Paper, report: ReportInput) -> None:
    """The chapter about the consultation itself."""
    words, definition, language = paper.words, report.definition, paper.language
    paper.heading(words.about)
    for paragraph in in_language(definition.summary, language).split("\n"):
        if paragraph.strip():
            paper.text(paragraph.strip())
    for sentence in about_lines(definition, words, language):
        paper.text(sentence)
    papers = papers_of(definition, language)
    if papers:
        paper.text(words.about_papers)
        paper.bullets(papers)


def about_lines(definition: Definition, words: Words, language: str) -> tuple[str, ...]:
    """How the consultation was run, in sentences."""
    lines = []
    if definition.opens and definition.deadline:
        lines.append(
            words.about_open.format(
                opened=day(definition.opens, language), deadline=day(definition.deadline, language)
            )
        )
    elif definition.deadline:
        lines.append(f"{words.deadline}: {day(definition.deadline, language)}.")
    lines.append(words.about_questions.format(count=len(definition.questions)))
    late = {
        "forward": words.about_late_forward.format(to=definition.late.to or "–"),
        "include": words.about_late_include,
        "set-aside": words.about_late_aside,
    }
    lines.append(late[definition.late.policy])
    if definition.one_response_per == "organisation":
        lines.append(words.about_one_each)
    return tuple(lines)


def papers_of(definition: Definition, language: str) -> tuple[str, ...]:
    """What was put out: papers and their chapters, one line each."""
    lines = []
    for each in definition.papers:
        lines.append(in_language(each.title, language))
        lines.extend(in_language(chapter.title, language) for chapter in each.chapters)
    return tuple(line for line in lines if line)


def write_answered_chart(paper: Paper, figures: Figures, report: ReportInput) -> None:
    """The chart of how many invited lines answered, by group."""
    names = [group_name(group, paper.language) for group in report.definition.bodies]
    if figures.groups:
        paper.chart(answered_chart(figures.groups, names, paper.language))
