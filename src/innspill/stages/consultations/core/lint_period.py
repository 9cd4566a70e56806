"""Remarks on the period: no deadline, too short for the rule, across a holiday, on a closed day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from innspill.stages.consultations.core.calendar import (
    EXTRA_WEEKS,
    breaks_within,
    is_working_day,
    next_working_day,
)
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.lint_remark import Remark, sentences, texts_of
from innspill.stages.consultations.core.norwegian import date_in
from innspill.stages.consultations.core.periods import RULES, deadline_advice, length_of, shortest

_DEADLINE_NAMED = re.compile(
    r"\b(?:hørings|høyrings|svar)frist\w*|\bfrist(?:en)? for å (?:svare|sende|uttale)"
    r"|\bdeadline for (?:responses|comments|the consultation)",
    re.IGNORECASE,
)
_HOLIDAYS = {"christmas": "Christmas", "easter": "Easter", "summer": "the summer holiday"}


def period(definition: Definition) -> Iterator[Remark]:
    """What to remark on in the dates of `definition`."""
    opens, deadline = definition.opens, definition.deadline
    if deadline is None:
        text = "there is none, so nothing can be late"
        yield Remark("no-deadline", "deadline", text, level="must")
        return
    yield from _closed_day(deadline)
    yield from _other_deadlines(definition)
    yield from _order(definition)
    if opens is None:
        law = RULES[definition.rule].law
        yield Remark(
            "no-opening",
            "opens",
            "the day is missing, so it cannot be checked whether the deadline is long enough"
            + (f" ({law})" if law else ""),
        )
        return
    yield from _length(definition, opens, deadline)
    yield from _across(definition, opens, deadline)


def _other_deadlines(definition: Definition) -> Iterator[Remark]:
    """Where a text names another last day than the hearing has: an old text that was copied."""
    for place, text in texts_of(definition):
        for sentence in (one for words in text.values() for one in sentences(words)):
            named = date_in(sentence) if _DEADLINE_NAMED.search(sentence) else None
            if named and named != definition.deadline:
                yield Remark(
                    "other-deadline",
                    place,
                    f"names {named} as the deadline, which the hearing does not have",
                    values={"day": named.isoformat()},
                )
                break


def _length(definition: Definition, opens: date, deadline: date) -> Iterator[Remark]:
    rule, period = definition.rule, RULES[definition.rule]
    length, days = length_of(rule, opens, deadline), (deadline - opens).days
    advised = deadline_advice(rule, opens).last_day
    values = {"days": str(days), "law": period.law, "advised": advised.isoformat()}
    if length == "first":
        text = f"{deadline} is before the opening, {opens}"
        dates = {"opens": opens.isoformat(), "deadline": deadline.isoformat()}
        yield Remark("deadline-first", "deadline", text, level="must", values=dates)
    elif length == "below-floor" and not definition.short_reason:
        least = "six weeks" if period.floor else "three months"
        yield Remark(
            "no-short-reason",
            "deadline",
            f"{days} days after the opening: below {least} a reason must be stored in the case"
            f" ({period.law}); {advised} would be sound",
            level="must",
            values=values | {"least": "six-weeks" if period.floor else "three-months"},
        )
    elif length == "short" and not definition.short_reason:
        usual = "three months are usual" if period.months else "four weeks are sound"
        yield Remark(
            "short-deadline",
            "deadline",
            f"{days} days after the opening is short: {usual} ({period.law}); {advised} would be"
            " sound",
            values=values | {"usual": "three-months" if period.months else "four-weeks"},
        )


def _across(definition: Definition, opens: date, deadline: date) -> Iterator[Remark]:
    """A period that is long enough by the rule, but of which a holiday takes its part."""
    if length_of(definition.rule, opens, deadline) != "ok":
        return
    breaks = breaks_within(opens, deadline)
    needed = shortest(definition.rule, opens)
    for one in breaks:
        needed += timedelta(weeks=EXTRA_WEEKS[one.kind])
    advised = next_working_day(needed)
    if not breaks or deadline >= needed:
        return
    weeks = sum(EXTRA_WEEKS[one.kind] for one in breaks)
    names = list(dict.fromkeys(one.kind for one in breaks))
    yield Remark(
        "across-holiday",
        "deadline",
        f"the period runs across {' and '.join(_HOLIDAYS[name] for name in names)}: {weeks} more"
        f" week{'s' if weeks > 1 else ''}, until {advised}, would be sound",
        values={"holidays": " ".join(names), "weeks": str(weeks), "advised": advised.isoformat()},
    )


def _closed_day(deadline: date) -> Iterator[Remark]:
    if not is_working_day(deadline):
        following = next_working_day(deadline)
        yield Remark(
            "closed-day",
            "deadline",
            f"{deadline} is a weekend or holiday, when nobody is there to help: take {following}",
            values={"deadline": deadline.isoformat(), "following": following.isoformat()},
        )


def _order(definition: Definition) -> Iterator[Remark]:
    """Later days that come before earlier ones."""
    deadline, assessed = definition.deadline, definition.assessment_from
    finishes = definition.finishes
    if deadline and assessed and assessed <= deadline:
        yield Remark(
            "assessment-first",
            "assessment_from",
            f"the assessment begins on {assessed}, before the deadline has passed",
            level="must",
            values={"day": assessed.isoformat()},
        )
    if finishes and finishes <= (assessed or deadline or finishes - timedelta(days=1)):
        yield Remark(
            "finish-first",
            "finishes",
            f"the result is to be ready on {finishes}, before the responses are assessed",
            level="must",
            values={"day": finishes.isoformat()},
        )
