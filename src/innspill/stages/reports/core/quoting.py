"""What may be quoted, and from whom: remarks of published, current responses, with decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from innspill.stages.analysis.core.placing import current
from innspill.stages.analysis.core.values import CommentFound
from innspill.stages.publication.core.values import PRIVATE
from innspill.stages.reports.core.values import Reported, ReportInput
from innspill.stages.reports.core.words import Words, words_in


@dataclass(frozen=True, slots=True)
class Quoted:
    """One remark with its sender's name and, where decided, outcome and reason."""

    reference: str
    name: str
    language: str | None
    comment: CommentFound
    outcome: str | None
    reason: str | None
    index: int = 0
    """Its place in Analysis.comments."""
    private: bool = False
    responsible: str = ""
    disposition: int = 0
    fingerprint: str = ""


def shown_name(response: Reported, language: str) -> str:
    """The name as it may be shown: a private person is named only where publication did so, and is
    else called that in the language of the report.
    """
    public = response.public
    if public.private and (response.state != "published" or public.name == PRIVATE):
        return words_in(language).private_person
    return public.name


def quoted_comments(report: ReportInput) -> tuple[Quoted, ...]:
    """Every remark that may be quoted, by response in the order of references."""
    shown = {
        response.public.reference: (order, response)
        for order, response in enumerate(current(report.responses))
        if response.state == "published"
    }
    decided = {decision.comment: decision for decision in report.decided}
    marks = report.told.fingerprints
    found = [
        (shown[point.response][0], index, point)
        for index, point in enumerate(report.analysis.comments)
        if point.is_remark and point.response in shown
    ]
    quoted = []
    for _, index, point in sorted(found, key=lambda each: each[:2]):
        response = shown[point.response][1]
        public = response.public
        decision = decided.get(index)
        quoted.append(
            Quoted(
                reference=public.reference,
                name=shown_name(response, report.language),
                language=public.language,
                comment=point,
                outcome=decision.outcome if decision else None,
                reason=decision.reason if decision else None,
                index=index,
                private=public.private,
                responsible=decision.responsible if decision else "",
                disposition=decision.disposition if decision else 0,
                fingerprint=marks[index] if index < len(marks) else "",
            )
        )
    return tuple(quoted)


def deadline_word(late: bool | None, words: Words) -> str:
    """Within the deadline, after it, or unknown: never assumed."""
    if late is None:
        return words.unknown
    return words.late if late else words.on_time


def sure_day(value: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where there is none."""
    return date.fromisoformat(value[:10]) if value else None
