"""The doors of the finish and of the register that is followed up, tried by who comes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from innspill.shared.errors import BadInput
from innspill.shared.people.models import Owner, User
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.measures import MeasureSaid
from innspill.stages.deciding.core.values import Target
from tests.stages.conftest import NOW
from tests.stages.people.analysis_doors import Said

_NUMBERS = count(1)


def _say(s: Said, outcome: str) -> int:
    """A lead's word on the first comment; returns its number."""
    row = s.row
    seen = queries.seen(s.hearing.id, [Target("comment", row.fingerprint)])
    reason = f"Sett {next(_NUMBERS)}."
    actions.decide(s.hearing.id, seen, outcome=outcome, reason=reason, by=s.lead, now=NOW)
    return row.id


def _note(s: Said, by: User) -> None:
    _say(s, "open")
    left = queries.mark_of(queries.left_points(s.hearing.id, CommentFilter()))
    actions.note_what_is_left(
        s.hearing.id, CommentFilter(), seen=left, reason="Sett.", by=by, now=NOW
    )


def _finish(s: Said, by: User) -> None:
    """Who may is told what is left: the case is never without a gap."""
    with suppress(BadInput):
        actions.finish(s.hearing.id, by=by, now=NOW)


def _open_again(s: Said, by: User) -> None:
    with suppress(BadInput):
        actions.open_again(s.hearing.id, reason="Nytt svar.", by=by, now=NOW)


def _measure(s: Said, by: User) -> int:
    said = MeasureSaid(f"Ordning {next(_NUMBERS)} for vakt")
    return actions.add_measure(s.hearing.id, said, by=by, now=NOW)


def _change(s: Said, by: User) -> None:
    number = _measure(s, s.lead)
    opened = queries.measure(number, [s.owner])
    assert opened is not None
    said = MeasureSaid(opened.now.name, status="done")
    actions.change_measure(number, said, seen=opened.now.version, by=by, now=NOW)


DONE: dict[str, Callable[[Said, User], Any]] = {
    "note_what_is_left": _note,
    "finish": _finish,
    "open_again": _open_again,
    "add_measure": _measure,
    "take_in_measures": lambda s, by: actions.take_in_measures(
        s.hearing.id, [(MeasureSaid(f"Kurs {next(_NUMBERS)} i vakt"), ())], by=by, now=NOW
    ),
    "measure_of_comment": lambda s, by: actions.measure_of_comment(
        _say(s, "followed"), by=by, now=NOW
    ),
    "change_measure": _change,
}
SEEN: dict[str, Callable[[Said, list[Owner]], Any]] = {
    "completeness_of": lambda s, owners: queries.completeness_of(s.hearing.slug, owners),
    "measures": lambda s, owners: (
        _measure(s, s.lead),
        queries.measures(s.hearing.slug, owners, today=NOW.date()),
    )[1],
}
