"""The doors of what several colleagues share, for the test of roles: each tried on one hearing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from innspill.shared.people.models import Owner, User
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.assigned import waiting_behind
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Disposition
from tests.stages.conftest import NOW
from tests.stages.people.analysis_doors import Said


def _assignment(s: Said) -> int:
    (assignment,) = actions.assign(
        s.hearing.id, [CommentFilter()], to=s.lead.pk, by=s.lead, now=NOW
    )
    return assignment


def _target(s: Said) -> Target:
    return Target("comment", s.row.fingerprint)


def _decided(s: Said) -> int:
    """What a third person has decided on a comment, as the last word on it."""
    third, _ = User.objects.get_or_create(username="third")
    row = Disposition.objects.create(
        consultation_id=s.hearing.id, scope="comment", target=s.row.fingerprint, outcome="noted",
        reason="Sett.", by=third, at=NOW,
    )  # fmt: skip
    return int(row.pk)


def _noted(s: Said, owners: list[Owner]) -> object:
    actions.write_note(s.hearing.id, _target(s), "Se på denne.", by=s.lead, now=NOW)
    return queries.notes(s.hearing.slug, owners)


def _to_read(s: Said, owners: list[Owner]) -> object:
    _decided(s)
    actions.set_rules(s.hearing.id, second_reader=True, by=s.lead, now=NOW)
    behind = waiting_behind(queries.work_of(s.hearing.id).states)
    return queries.to_read(s.hearing.slug, owners, behind)


DONE: dict[str, Callable[[Said, User], Any]] = {
    "assign": lambda s, by: actions.assign(
        s.hearing.id, [CommentFilter()], unit="Enheten", by=by, now=NOW
    ),
    "change_assignment": lambda s, by: actions.change_assignment(
        _assignment(s), unit="Enheten", by=by, now=NOW
    ),
    "end_assignment": lambda s, by: actions.end_assignment(_assignment(s), by=by, now=NOW),
    "claim": lambda s, by: actions.claim(s.hearing.id, _target(s), by=by, now=NOW),
    "release": lambda s, by: actions.release(s.hearing.id, [_target(s)], by=by, now=NOW),
    "write_note": lambda s, by: actions.write_note(
        s.hearing.id, _target(s), "Se på denne.", by=by, now=NOW
    ),
    "set_rules": lambda s, by: actions.set_rules(s.hearing.id, second_reader=True, by=by, now=NOW),
    "approve": lambda s, by: actions.approve(s.hearing.id, [_decided(s)], by=by, now=NOW),
    "send_back": lambda s, by: actions.send_back(
        s.hearing.id, _decided(s), "Rett opp.", by=by, now=NOW
    ),
}
SEEN: dict[str, Callable[[Said, list[Owner]], Any]] = {
    "assignment": lambda s, owners: queries.assignment(s.hearing.slug, owners, _assignment(s)),
    "assignments_of": lambda s, owners: (
        _assignment(s),
        queries.assignments_of(s.hearing.slug, owners),
    )[1],
    "notes": _noted,
    "to_read": _to_read,
}
