"""The doors of the letters back, tried by who comes: what may be done and seen there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from innspill.shared.people.models import Owner, User
from innspill.stages.deciding.models import Closing
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import actions, queries
from tests.stages.conftest import NOW
from tests.stages.people.analysis_doors import Said

_NUMBERS = count(1000)


def _order(s: Said, by: User) -> None:
    """The hearing is finished as long as somebody tries, and nobody has been written to."""
    closing = Closing.objects.create(consultation_id=s.hearing.id, ledger={}, by=s.lead, at=NOW)
    try:
        actions.order(s.hearing.id, base="", by=by, now=NOW)
    finally:
        closing.delete()
        Reply.objects.filter(consultation=s.hearing.id).delete()


def _made(s: Said, way: str) -> int:
    row = Reply.objects.create(
        consultation_id=s.hearing.id, number=next(_NUMBERS), way=way, language="nb", made_at=NOW,
        by=s.lead, at=NOW,
    )  # fmt: skip
    return row.pk


DONE: dict[str, Callable[[Said, User], Any]] = {
    "order": _order,
    "send_on_paper": lambda s, by: actions.send_on_paper(
        s.hearing.id, _made(s, "mail"), by=by, now=NOW
    ),
    "note_posted": lambda s, by: actions.note_posted(
        s.hearing.id, [_made(s, "paper")], by=by, now=NOW
    ),
}
SEEN: dict[str, Callable[[Said, list[Owner]], Any]] = {
    "overview": lambda s, owners: queries.overview(s.hearing.slug, owners, NOW),
}
