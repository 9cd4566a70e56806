"""Who was invited, who answered, who was silent, what came late or together."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.reports.core.chapters.named_ticks import is_small
from innspill.stages.reports.core.chapters.process import extended_blocks
from innspill.stages.reports.core.charts import answered_chart
from innspill.stages.reports.core.papers import anchor_of
from innspill.stages.reports.core.parts.telling import At, Teller, group_cell, paragraph, plain
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    Picture,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.placing import group_name, row_label
from innspill.stages.reports.core.quoting import deadline_word
from innspill.stages.reports.core.values import BodyFigures
from innspill.stages.reports.core.words import Words, day, short_day


def body_parts(t: Teller) -> Iterator[ReportPart]:
    """The chapter on the bodies, its heading first."""
    yield ReportPart("bodies", t.words.bodies, 1, ())
    yield ReportPart("invited", t.words.invited_heading, 2, tuple(_invited(t)))
    if t.figures.bodies:
        yield ReportPart("silent", t.words.silent_heading, 2, tuple(_silent(t)))
    if t.figures.respondents or t.report.told.extended:
        yield ReportPart("late", t.words.late_heading, 2, tuple(_late(t)))
    if t.figures.respondents:
        yield ReportPart("joint", t.words.joint_heading, 2, tuple(_joint(t)))


def body_name(body: BodyFigures, words: Words) -> str:
    """A line of the list as it is shown, collective ones marked."""
    return f"{body.name} ({words.collective})" if body.collective else body.name


def answered_part(t: Teller) -> ReportPart:
    """The appendix with every respondent."""
    return ReportPart("answered", t.said.respondents, 1, tuple(_answered(t)), numbered=False)


def _invited(t: Teller) -> Iterator[Block]:
    words, figures = t.words, t.figures
    if not figures.bodies:
        yield paragraph(t.hearing(words.no_bodies, "bodies"))
        return
    yield paragraph(t.fixed(words.invited_intro, "invited"))
    labels = _labels(t)
    fields = ("invited", "answered", "silent", "member_responses")
    rows = [
        (group_cell(labels[each.group]), *(t.count(At(f"/groups/{at}/{name}")) for name in fields))
        for at, each in enumerate(figures.groups)
    ]
    totals = ("invited", "invited_answered", "invited_silent", "member_responses")
    rows.append((plain(words.total), *(t.count(At(f"/{name}")) for name in totals)))
    header = (
        words.group, words.invited_column, words.answered_column, words.not_answered_column,
        words.member_responses_column,
    )  # fmt: skip
    yield Table(
        words.invited_heading, header, tuple(rows), (7, 2, 2.2, 2.4, 2.6), numeric=1,
        strong=(len(rows) - 1,),
    )  # fmt: skip
    yield _picture(t)
    for group in figures.groups:
        # A group in which nobody did stands whole among the silent ones.
        if group.answered and not is_small(t):
            yield _lines(t, group.group, labels[group.group])
    for at, body in enumerate(figures.bodies):
        if body.members:
            yield paragraph(_members(t, at, body))


def _picture(t: Teller) -> Picture:
    names = [group_name(group, t.language) for group in t.report.definition.bodies]
    sources = tuple(
        t.source(At(f"/groups/{at}/{name}"))
        for at in range(len(t.figures.groups))
        for name in ("answered", "invited")
    )
    return Picture(answered_chart(t.figures.groups, names, t.language), sources)


def _lines(t: Teller, group: str, label: str) -> Table:
    rows = tuple(
        (
            t.hearing(body_name(body, t.words), "bodies"),
            t.of_response(", ".join(body.responses) or "–", *body.responses),
        )
        for body in t.figures.bodies
        if body.group == group
    )
    columns = (t.words.body_column, t.words.answers_for_column)
    return Table(f"{t.words.each_body}: {label}", columns, rows, (9.5, 6.5))


def _members(t: Teller, at: int, body: BodyFigures) -> Sentence:
    """A collective line with those of its members that answered."""
    sources = (Source("hearing", "bodies"), *(Source("response", each) for each in body.responses))
    count = At(f"/bodies/{at}/members_answered")
    return t.say(
        t.said.collective_line, *sources, names=body.members,
        name=body.name, n=count, members=t.listed(body.members),
    )  # fmt: skip


def _labels(t: Teller) -> dict[str, str]:
    return {
        group.group: row_label("group", group.group, t.report.definition, t.language)
        for group in t.figures.groups
    }


def _answered(t: Teller) -> Iterator[Block]:
    words, figures = t.words, t.figures
    if not figures.answered:
        yield paragraph(t.say(t.said.came_none, t.source(At("/respondents"))))
        return
    yield paragraph(t.fixed(words.answered_intro, "responses"))
    header = (
        words.reference, words.sender, words.group, words.received, words.deadline_column,
        words.remarks_column,
    )  # fmt: skip
    rows = tuple(
        tuple(
            t.of_response(text, row.reference)
            for text in (
                row.reference,
                row.name if row.state == "published" else f"{row.name}\n{words.states[row.state]}",
                row.group,
                short_day(row.received, t.language) or words.unknown,
                deadline_word(row.late, words),
                words.with_remarks if row.remarks else words.without_remarks,
            )
        )
        for row in figures.answered
    )
    anchors = tuple(anchor_of(row.reference) for row in figures.answered)
    widths = (2.2, 3.7, 3.4, 2.1, 2.4, 2.2)
    yield Table(words.answered_heading, header, rows, widths, anchors=anchors)


def _silent(t: Teller) -> Iterator[Block]:
    words = t.words
    silent = [body for body in t.figures.bodies if not body.responses]
    if not silent:
        yield paragraph(t.say(words.silent_none, t.source(At("/invited_silent"))))
        return
    yield paragraph(t.say(words.silent_intro, t.source(At("/invited_silent"))))
    for group, label in _labels(t).items():
        names = [body_name(body, words) for body in silent if body.group == group]
        if names:
            said = t.hearing(", ".join(names) + ".", "bodies")
            yield Paragraph((said,), "List Bullet", f"{label}:")


def _late(t: Teller) -> Iterator[Block]:
    words, figures = t.words, t.figures
    late = [row for row in figures.answered if row.late]
    unknown = [row.reference for row in figures.answered if row.late is None]
    if late:
        deadline = day(t.report.definition.deadline, t.language)
        yield paragraph(t.hearing(words.late_intro.format(deadline=deadline), "deadline"))
        yield Bullets(
            tuple(
                t.of_response(
                    f"{row.name} ({row.reference}), {day(row.received, t.language) or words.unknown}",
                    row.reference,
                )
                for row in late
            )
        )
    elif figures.on_time or not unknown:
        yield paragraph(t.say(words.late_none, t.source(At("/late"))))
    if unknown:
        yield paragraph(
            t.of_response(words.late_unknown.format(references=", ".join(unknown)), *unknown)
        )
    yield from extended_blocks(t)


def _joint(t: Teller) -> Iterator[Block]:
    words = t.words
    joint = [row for row in t.figures.answered if len(row.senders) > 1]
    adhering = [row for row in t.figures.answered if row.supports]
    if not joint and not adhering:
        sources = (t.source(At("/joint")), t.source(At("/adherences")))
        yield paragraph(t.say(words.joint_none, *sources))
    if joint:
        yield paragraph(t.fixed(words.joint_intro, "responses"))
        yield Bullets(
            tuple(
                t.of_response(f"{row.reference}: {'; '.join(row.senders)}", row.reference)
                for row in joint
            )
        )
    if adhering:
        yield Bullets(
            tuple(
                t.of_response(
                    words.adherence_line.format(
                        name=row.name, reference=row.reference, supports=row.supports
                    ),
                    row.reference,
                )
                for row in adhering
            )
        )
