"""Mails of ours that came back: told by a file, or by a notice that was taken in as a delivery."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from innspill.pipeline import wiring
from innspill.shared.bounces import Notice, mails_in, notice_in
from innspill.shared.ports import ByteStore
from innspill.shared.post import actions, queries
from innspill.stages.intake import queries as intake


def take_in(path: Path, *, now: datetime) -> tuple[int, int, int]:
    """Marks what the notices in a file name: how many were ours, of how many notices and mails."""
    marked = notices = mails = 0
    for data in mails_in(path):
        mails += 1
        found = notice_in(data)
        if found is not None:
            notices += 1
            marked += mark(found, now=now)
    return marked, notices, mails


def mark(notice: Notice, *, now: datetime) -> bool:
    """Marks the mail that a notice is about, where it is ours and the server has given up."""
    if not notice.for_good:
        return False
    return any(actions.came_back(each, notice.says, now) for each in notice.message_ids)


def unseen() -> list[int]:
    """The deliveries with a mail in them that nobody has looked through for mails of ours."""
    seen = queries.looked_through()
    return [delivery for delivery in intake.with_mails() if delivery not in seen]


def look_through(delivery_id: int, *, store: ByteStore, now: datetime) -> None:
    """Marks the mail that a delivery says came back. The delivery itself goes its usual way."""
    ours = False
    for item in intake.by_id(delivery_id).files:
        found = (
            wiring.notice_in(store.get(item.sha256)) if item.name.lower().endswith(".eml") else None
        )
        if found is not None:
            ours = mark(found, now=now) or ours
    actions.looked_through(delivery_id, ours=ours, now=now)
