"""Counting: from responses and the list of invited bodies to figures that add up.

The rules are those of the design, "Counting": every denominator is named, a line of the list is
counted once, a collective line is one line answered by n of its members, and a joint response is
one response with several senders.
"""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from innspill.stages.analysis.core.bodies import body_figures, group_figures
from innspill.stages.analysis.core.placing import current, place
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import quoted_comments, shown_name
from innspill.stages.reports.core.tallies import question_figures
from innspill.stages.reports.core.theming import inside_themes, outcomes_of, theme_figures
from innspill.stages.reports.core.values import (
    Figures,
    ProposalRow,
    Reported,
    ReportInput,
    RespondentRow,
)


def count(report: ReportInput) -> Figures:
    """Everything that report, workbook and result page count, out of `report`.

    Only current responses are counted. What is not published is counted, never quoted.
    """
    responses = current(report.responses)
    definition = report.definition
    remarks = _remarks(report)
    bodies = body_figures(definition, responses)
    groups = group_figures(definition, bodies, responses)
    vias = [place(response, definition).via for response in responses]
    quoted, themes = quoted_comments(report), inside_themes(report)
    rows = tuple(_respondent(response, report, remarks) for response in responses)
    return Figures(
        title=in_language(definition.title, report.language),
        case_number=definition.case_number,
        owner=definition.owner,
        language=report.language,
        made_at=_made_at(report),
        invited=len(bodies),
        collective=sum(body.collective for body in bodies),
        respondents=len(responses),
        not_invited=vias.count("open"),
        late=sum(row.late is True for row in rows),
        lateness_unknown=sum(row.late is None for row in rows),
        ledger=report.ledger,
        groups=groups,
        bodies=bodies,
        answered=rows,
        questions=question_figures(report, responses, quoted, themes),
        proposals=_proposals(report, responses),
        duplicates=_duplicates(report, responses),
        invited_answered=sum(group.answered for group in groups),
        invited_silent=sum(group.silent for group in groups),
        from_invited=vias.count("invited"),
        from_members=vias.count("member"),
        on_time=sum(row.late is False for row in rows),
        with_remarks=sum(row.remarks for row in rows),
        joint=sum(len(row.senders) > 1 for row in rows),
        adherences=sum(row.supports is not None for row in rows),
        notices=sum(response.kind == "will-come" for response in responses),
        additions=sum(response.kind == "addition" for response in responses),
        shown=sum(row.state == "published" for row in rows),
        hidden=sum(row.state != "published" for row in rows),
        without_remarks=sum(not row.remarks for row in rows),
        member_responses=sum(group.member_responses for group in groups),
        extended=len(report.told.extended),
        asked=len(definition.questions),
        points=len(quoted),
        points_decided=sum(each.outcome is not None for each in quoted),
        outcomes=outcomes_of(each.outcome for each in quoted),
        themes=theme_figures(report, themes),
    )


def _made_at(report: ReportInput) -> str | None:
    """When the report was made, in the consultation's own time zone, ISO 8601."""
    if report.made_at is None:
        return None
    zone = ZoneInfo(report.definition.timezone)
    return report.made_at.astimezone(zone).isoformat(timespec="minutes")


def _respondent(response: Reported, report: ReportInput, remarks: dict[str, bool]) -> RespondentRow:
    public = response.public
    placed = place(response, report.definition)
    name = shown_name(response, report.language)
    anonymous = name != public.name
    return RespondentRow(
        reference=public.reference,
        name=name,
        group=row_label(placed.kind, placed.group, report.definition, report.language),
        via=placed.via,
        received=public.received,
        late=public.late,
        state=response.state,
        remarks=_has_remarks(response, remarks),
        supports=public.supports,
        senders=(name,) if anonymous or not public.senders else public.senders,
    )


def _remarks(report: ReportInput) -> dict[str, bool]:
    """By reference, for each response that analysis has split: whether a remark was found in it."""
    found: dict[str, bool] = {}
    for point in report.analysis.comments:
        here = point.is_remark and point.stance.value != "no-comment"
        found[point.response] = found.get(point.response, False) or here
    return found


def _has_remarks(response: Reported, remarks: dict[str, bool]) -> bool:
    """Whether there is a remark in it ("Med merknad"): a tick alone is none.

    Where analysis has split the text it has the word, else any text of its own counts.
    """
    public = response.public
    if public.reference in remarks:
        return remarks[public.reference]
    texts = [answer.text for answer in public.answers if not answer.no_comment]
    return any(text.strip() for text in (*texts, *public.general))


def _proposals(report: ReportInput, responses: Iterable[Reported]) -> tuple[ProposalRow, ...]:
    """Every proposal in a remark of a published response, in the order of the responses."""
    names = {
        response.public.reference: shown_name(response, report.language)
        for response in responses
        if response.state == "published"
    }
    decided = {decision.comment: decision for decision in report.decided}
    rows = []
    for index, point in enumerate(report.analysis.comments):
        if point.response not in names or not point.is_remark:
            continue
        decision = decided.get(index)
        for proposal in point.proposals:
            quoted = point.text[proposal.span.start : proposal.span.end].strip()
            rows.append(
                ProposalRow(
                    reference=point.response,
                    name=names[point.response],
                    question=point.question,
                    text=quoted or point.text,
                    phrase=proposal.phrase,
                    outcome=decision.outcome if decision else None,
                    reason=decision.reason if decision else None,
                    comment=index,
                )
            )
    return tuple(rows)


def _duplicates(report: ReportInput, responses: Iterable[Reported]) -> tuple[tuple[str, ...], ...]:
    """Groups of current responses with the same or nearly the same text, two or more in each."""
    known = {response.public.reference for response in responses}
    groups = (
        tuple(reference for reference in group.responses if reference in known)
        for group in report.analysis.duplicates
    )
    return tuple(group for group in groups if len(group) > 1)
