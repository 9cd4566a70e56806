"""A part for each question: its text, who answered what, the views, the remarks, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from innspill.stages.analysis.core.counts import RowCounts
from innspill.stages.consultations.core.definition import Question, in_language
from innspill.stages.reports.core.chapters.assessed import assessed
from innspill.stages.reports.core.chapters.named_ticks import is_small, ticks_told
from innspill.stages.reports.core.chapters.quotes import remarks_told
from innspill.stages.reports.core.chapters.views import Group, Scope, Side, basis, view_blocks
from innspill.stages.reports.core.charts import question_chart
from innspill.stages.reports.core.counting import Column, shown_columns
from innspill.stages.reports.core.parts.telling import (
    NOTE,
    At,
    Teller,
    group_cell,
    paragraph,
    plain,
)
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
from innspill.stages.reports.core.words import Words

WHOLE = 16.0
"""Centimetres of a table's width."""


def question_parts(t: Teller) -> Iterator[ReportPart]:
    """The chapter on the answers: its heading, and a part for each question."""
    if not t.figures.questions:
        return
    if not t.figures.respondents:
        yield ReportPart("questions", t.words.questions, 1, tuple(_only_asked(t)))
        return
    intro = (t.note(t.said.more_singles, "remarks"),) if t.quoted else ()
    yield ReportPart("questions", t.words.questions, 1, intro)
    for at, question in enumerate(t.report.definition.questions):
        heading = question_heading(question, t.words)
        yield ReportPart(f"question:{question.id}", heading, 2, tuple(_blocks(t, at, question)))


def _only_asked(t: Teller) -> Iterator[Block]:
    """What was asked, where nobody answered at all."""
    yield paragraph(t.say(t.said.came_none, t.source(At("/respondents"))))
    yield Bullets(
        tuple(t.hearing(each.text, f"question {each.question}") for each in t.figures.questions)
    )


def question_heading(question: Question, words: Words) -> str:
    """The question's number and what it refers to: "Spørsmål 1 (kapittel 2 og vedlegg A)"."""
    shown = words.question_heading.format(question=question.id)
    joined = places_named(question.refers_to, words)
    return f"{shown} ({joined})" if joined else shown


def places_named(places: Sequence[str], words: Words) -> str:
    """Places of the papers in words: "kapittel 2 og vedlegg A"."""
    pairs = (place.split(" ", 1) for place in places)
    names = [f"{words.references[kind]} {number}" for kind, number in pairs]
    if not names:
        return ""
    return f" {words.joining} ".join([*([", ".join(names[:-1])] if names[1:] else []), names[-1]])


def _blocks(t: Teller, at: int, question: Question) -> Iterator[Block]:
    counted = t.figures.questions[at]
    text = t.hearing(counted.text, f"question {question.id}")
    yield Paragraph((text,), "Innspill Question")
    guidance = in_language(question.guidance, t.language)
    if guidance:
        # In the form fields follow where it ends with a colon, and here none do.
        whole = f"{guidance[:-1]}." if guidance.endswith(":") else guidance
        said = t.hearing(f"{t.words.guidance}: {whole}", f"question {question.id}")
        yield Paragraph((said,), NOTE)
    if is_small(t):
        yield from ticks_told(t, at, question)
        yield from question_views(t, at, question)
    else:
        yield counts_table(t, at)
        yield _denominator(t, at)
        yield _picture(t, at)
        yield from question_views(t, at, question)
        if counted.answered > counted.without_stance:
            yield views_table(t, at)
    yield from remarks_told(t, at, question.id)
    yield from assessed(
        t, f"/questions/{at}", [each for each in t.quoted if each.comment.question == question.id]
    )


def counts_table(t: Teller, at: int) -> Table:
    """Ticks by group, each row adding up to its respondents; shares where they may be said."""
    counted, behind = t.figures.questions[at], t.counts.questions[at]
    columns = shown_columns(counted, t.words)
    rows = [
        (
            group_cell(tally.group),
            *_cells(t, f"/questions/{at}/groups/{row}", columns, behind.rows[row]),
        )
        for row, tally in enumerate(counted.groups)
    ]
    total = _cells(t, f"/questions/{at}/total", columns, behind.total)
    rows.append((plain(t.words.total), *total))
    strong = (len(rows) - 1,)
    if counted.shares:
        shares = (At(f"/questions/{at}/shares/{place}/1") for place in range(len(counted.shares)))
        rows.append((plain(t.words.share), *(t.share(each) for each in shares)))
    title = t.words.chart_question.format(question=counted.question)
    header = (t.words.group, *(column.name for column in columns))
    first = _first_width(tally.group for tally in counted.groups)
    widths = (first, *_widths([column.name for column in columns], WHOLE - first))
    caption = t.words.counts_caption.format(title=title)
    return Table(caption, header, tuple(rows), widths, numeric=1, strong=strong)


def _cells(t: Teller, pointer: str, columns: Sequence[Column], row: RowCounts) -> list[Sentence]:
    return [
        t.count(At(f"{pointer}/{place}", responses))
        for place, responses in (_place(column.key, row) for column in columns)
    ]


def _place(key: str, row: RowCounts) -> tuple[str, tuple[str, ...]]:
    """Where a column's number stands in a tally, and the responses that it counts."""
    kind, _, choice = key.partition(":")
    if choice:
        return f"choices/{list(row.choices).index(choice)}/1", row.choices[choice]
    return kind, row.responses if kind == "respondents" else getattr(row, kind)


def _denominator(t: Teller, at: int) -> Paragraph:
    total = t.counts.questions[at].total
    said = t.say(
        t.words.denominator,
        respondents=At(f"/questions/{at}/total/respondents", total.responses),
        answered=At(f"/questions/{at}/answered", total.answered),
        ticked=At(f"/questions/{at}/ticked", total.ticked),
    )
    return Paragraph((said,), NOTE)


def _picture(t: Teller, at: int) -> Picture:
    counted, total = t.figures.questions[at], t.counts.questions[at].total
    places = [_place(f"choice:{choice}", total) for choice, _, _ in counted.choices]
    places += [_place(kind, total) for kind in ("unclear", "no_comment", "text_only", "silent")]
    sources = tuple(
        t.source(At(f"/questions/{at}/total/{place}", responses)) for place, responses in places
    )
    return Picture(question_chart(counted, t.language), sources)


def question_views(t: Teller, at: int, question: Question) -> Iterator[Block]:
    """Who holds what, stance by stance."""
    view, total = t.figures.questions[at].view, t.counts.questions[at].total
    if view is None or not view.answered:
        said = t.said.nobody_answered
        yield paragraph(t.say(said, t.source(At(f"/questions/{at}/answered"))))
        return
    places = places_named(question.refers_to, t.words)
    scope = Scope(
        t.said.about_places.format(places=places) if places else t.said.about_proposal,
        t.said.those_who_answered,
        At(f"/questions/{at}/answered", total.answered),
        tuple(Source("hearing", place) for place in question.refers_to),
    )
    without = At(f"/questions/{at}/without_stance", total.without_stance)
    missing = t.say(t.said.without_stance, n=without) if view.without else None
    respondents = At("/respondents", t.counts.responses)
    if t.value(respondents) > 1 or missing:
        yield paragraph(basis(t, t.said.basis, scope, respondents), missing)
    yield from view_blocks(t, _sides(t, at), scope)


def _sides(t: Teller, at: int) -> list[Side]:
    counted, behind = t.figures.questions[at], t.counts.questions[at]
    return [
        Side(
            stance,
            At(f"/questions/{at}/view/stances/{place}/1", behind.total.stances[stance]),
            At(f"/questions/{at}/view/private/{place}/1"),
            At(f"/questions/{at}/view/hidden/{place}/1"),
            tuple(
                Group(
                    counted.views[row].group,
                    At(f"/questions/{at}/views/{row}/stances/{place}/1", here.stances[stance]),
                )
                for row, here in enumerate(behind.rows)
            ),
        )
        for place, (stance, _) in enumerate(counted.stances)
    ]


def views_table(t: Teller, at: int) -> Table:
    """Stances by group, each row adding up to those that answered."""
    counted, behind = t.figures.questions[at], t.counts.questions[at]
    used = [place for place, (_, count) in enumerate(counted.stances) if count]
    tail = [counted.without_stance] if counted.without_stance else []

    def cells(pointer: str, row: RowCounts) -> list[Sentence]:
        found = [At(f"{pointer}/answered", row.answered)]
        for place in used:
            stance = counted.stances[place][0]
            found.append(At(f"{pointer}/stances/{place}/1", row.stances[stance]))
        if tail:
            found.append(At(f"{pointer}/without", row.without_stance))
        return [t.count(each) for each in found]

    rows = [
        (group_cell(view.group), *cells(f"/questions/{at}/views/{row}", behind.rows[row]))
        for row, view in enumerate(counted.views)
    ]
    rows.append((plain(t.words.total), *cells(f"/questions/{at}/view", behind.total)))
    names = [t.words.stances[counted.stances[place][0]] for place in used]
    columns = [t.said.answered_column, *names, *([t.said.without_column] if tail else [])]
    first = _first_width(view.group for view in counted.views)
    return Table(
        t.said.views_caption.format(question=counted.question),
        (t.words.group, *columns), tuple(rows), (first, *_widths(columns, WHOLE - first)),
        numeric=1, strong=(len(rows) - 1,),
    )  # fmt: skip


def _first_width(groups: Iterable[str]) -> float:
    """Centimetres for the names of the groups: room for the longest word."""
    longest = max((len(word) for group in groups for word in group.split()), default=0)
    return min(5.6, max(4.0, 0.21 * longest))


def _widths(names: Sequence[str], whole: float) -> list[float]:
    """Centimetres for columns of counts: by the longest word of each name, so that none is cut."""
    weights = [max(5, *(len(word) for word in name.split())) + 2 for name in names]
    return [whole * weight / sum(weights) for weight in weights]
