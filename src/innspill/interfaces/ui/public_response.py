"""The page of one public copy: what its template is given, at the portal and in the preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from innspill.interfaces.ui import prose
from innspill.interfaces.ui.became_of import Became, became_of_points
from innspill.interfaces.ui.kept_pages import once
from innspill.shared.journal import queries as journal
from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication.core.points import Point
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.publication.queries import PublicShown


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """An answer beside its question, with its text made ready for the page."""

    question: Question
    answer: PublicAnswer | None
    text: SafeString | None
    became: list[Became]


def context_of(
    hearing: ConsultationShown,
    found: PublicShown,
    address: str,
    points: Sequence[Point],
) -> dict[str, Any]:
    """What `portal/response.html` shows of a copy; `address` is where the page stays, `points` what
    was decided on it.
    """
    public = found.response
    became = became_of_points(points)
    notes = prose.Notes(mark for mark, _ in public.footnotes)
    answers = {answer.question: answer for answer in public.answers}
    shown = [
        AnswerShown(
            question,
            answer,
            prose.written(answer.text, notes) if answer else None,
            became.get(question.id, []),
        )
        for question in hearing.definition.questions
        for answer in [answers.get(question.id)]
    ]
    return {
        "hearing": hearing,
        "address": address,
        "found": found,
        "is_decided": bool(points),
        "is_proved": _is_proved(public),
        "became_outside": became.get("", []),
        "response": public,
        "answers": [one for one in shown if says_something(one.answer)],
        "silent": [one.question.id for one in shown if not says_something(one.answer)],
        "general": prose.blocks(public.general_of_its_own, notes),
        "attachments": [prose.blocks(texts, notes) for texts in public.attached],
        "footnotes": [(mark, prose.inline(text, notes)) for mark, text in public.footnotes],
    }


def says_something(answer: PublicAnswer | None) -> bool:
    """Whether there is anything to show of an answer."""
    return answer is not None and bool(answer.ticks or answer.text or answer.no_comment)


def _is_proved(public: PublicResponse) -> bool:
    """Whether the line that says that it was received stands in a signed checkpoint."""
    return bool(public.journal_line and public.journal_line <= _proved_lines())


@once
def _proved_lines() -> int:
    """How many lines of the journal the latest checkpoint holds."""
    latest = journal.latest_checkpoint()
    return latest.size if latest else 0
