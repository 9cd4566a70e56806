"""The doors of deciding, tried by who comes: what may be done and seen there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from innspill.shared.people.models import Owner, User
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import ChangeSaid, Target
from tests.stages.conftest import NOW
from tests.stages.people import closing_doors
from tests.stages.people.analysis_doors import Said

_NUMBERS = count(1)


def _target(s: Said) -> Target:
    return Target("comment", s.row.fingerprint)


def _decide(s: Said, by: User, *, unseen: bool = False) -> None:
    """Decides on the first comment; `unseen` as who comes second."""
    seen = {_target(s): -1} if unseen else queries.seen(s.hearing.id, [_target(s)])
    reason = f"Sett {next(_NUMBERS)}."
    actions.decide(s.hearing.id, seen, outcome="noted", reason=reason, by=by, now=NOW)


def _lost(s: Said) -> int:
    """A word that waits beside another's."""
    _decide(s, s.lead)
    _decide(s, s.lead, unseen=True)
    return queries.target_shown(s.hearing.id, _target(s)).waiting[0].id


def _change(s: Said, by: User) -> int:
    said = ChangeSaid("chapter 5", "", f"Ny setning {next(_NUMBERS)}.")
    return actions.make_change(s.hearing.id, said, by=by, now=NOW)


def _reason(s: Said, by: User) -> tuple[int, int]:
    title = f"Grunn {next(_NUMBERS)}"
    pk = actions.make_reason(s.hearing.id, title=title, text="Fordi.", by=by, now=NOW)
    found = next(each for each in queries.all_reasons(s.hearing.id) if each.id == pk)
    return pk, found.now.id


def _reword(s: Said, by: User) -> None:
    pk, seen = _reason(s, s.lead)
    actions.reword_reason(pk, seen=seen, title=f"x{pk}", text="Derfor.", by=by, now=NOW)


def _drop(s: Said, by: User) -> None:
    pk, seen = _reason(s, s.lead)
    actions.drop_reason(pk, seen=seen, by=by, now=NOW)


DONE: dict[str, Callable[[Said, User], Any]] = {
    "decide": _decide,
    "decide_each": lambda s, by: actions.decide_each(
        s.hearing.id,
        [
            actions.OneWord(
                queries.seen(s.hearing.id, [_target(s)]), "noted", f"Lest {next(_NUMBERS)}."
            )
        ],
        by=by,
        now=NOW,
    ),
    "prefer": lambda s, by: actions.prefer(_lost(s), seen=None, by=by, now=NOW),
    "let_go": lambda s, by: actions.let_go(_lost(s), by=by, now=NOW),
    "make_change": _change,
    "reword_change": lambda s, by: actions.reword_change(
        _change(s, s.lead), ChangeSaid("chapter 5", "Før.", "Etter."), by=by, now=NOW
    ),
    "take_back_change": lambda s, by: actions.take_back_change(
        _change(s, s.lead), by=by, now=NOW
    ),
    "make_reason": _reason,
    "reword_reason": _reword,
    "drop_reason": _drop,
    **closing_doors.DONE,
}  # fmt: skip
SEEN: dict[str, Callable[[Said, list[Owner]], Any]] = {
    "decided": lambda s, owners: queries.decided(s.hearing.slug, owners),
    "board": lambda s, owners: queries.board(s.hearing.slug, owners, "theme").rows,
    "page": lambda s, owners: queries.page(s.hearing.slug, owners).rows,
    "neighbours": lambda s, owners: queries.neighbours(s.hearing.slug, owners, s.row.id).total,
    "versions": lambda s, owners: (
        _decide(s, s.lead), queries.versions(s.hearing.slug, owners, _target(s))
    )[1],
    "reasons": lambda s, owners: (_reason(s, s.lead), queries.reasons(s.hearing.slug, owners))[1],
    "text_changes": lambda s, owners: (
        _change(s, s.lead), queries.text_changes(s.hearing.slug, owners)
    )[1],
    "change": lambda s, owners: queries.change(s.hearing.slug, owners, _change(s, s.lead)),
    **closing_doors.SEEN,
}  # fmt: skip
