"""What stands in the way of opening a hearing, and which changes come too late after that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from innspill.stages.consultations.core.change_parts import Change, compared
from innspill.stages.consultations.core.changes import forbidden
from innspill.stages.consultations.core.deadline import end_of_day, zone
from innspill.stages.consultations.core.definition import Definition, Language
from innspill.stages.consultations.core.lint import lint
from innspill.stages.consultations.core.lint_remark import Remark

BOTH_FORMS: tuple[Language, ...] = ("nb", "nn")
"""The written forms that a state body owes the public (språklova § 14)."""


def hindrances(definition: Definition, now: datetime) -> tuple[Remark, ...]:
    """What must be mended before `definition` can be opened to the public `now`.

    That is what the lint marks so, and what depends on the time or on several parts at once. A
    draft whose day of opening is missing or past is held to today, the day that it will bear.
    """
    if definition.status == "draft":
        today = now.astimezone(zone(definition.timezone)).date()
        opens = max(definition.opens or today, today)
        definition = definition.model_copy(update={"opens": opens})
    must = [remark for remark in lint(definition) if remark.level == "must"]
    return (*must, *_besides(definition, now))


def _besides(definition: Definition, now: datetime) -> Iterator[Remark]:
    deadline = definition.deadline
    if deadline is not None and end_of_day(deadline, definition.timezone) <= now:
        yield Remark("deadline-past", "deadline", f"{deadline} is over", level="must")
    if not definition.questions and not definition.submit_email:
        text = "there are no questions, and no address that responses can be sent to"
        yield Remark("no-way-to-answer", "questions", text, level="must")


def too_late(before: Definition, after: Definition) -> tuple[Change, ...]:
    """The changes from `before`, which is open, to `after` that may not be made any more.

    They would bend answers that are given, or move a date without telling it.
    """
    dates = (
        change
        for kind in ("opens", "deadline", "timezone")
        for change in compared(kind, "", str(getattr(before, kind)), str(getattr(after, kind)))
    )
    return (*dates, *forbidden(before, after))
