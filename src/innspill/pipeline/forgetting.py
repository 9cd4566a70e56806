"""What is not kept: bytes that nothing refers to any more. Once a day, by the step `sweep`."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from innspill.pipeline import wiring
from innspill.shared.journal import actions as journal
from innspill.shared.post import queries as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.drafting import queries as drafting
from innspill.stages.handover import queries as handover
from innspill.stages.intake import queries as intake
from innspill.stages.publication import files as public_files
from innspill.stages.publication import results as public_results
from innspill.stages.reports import queries as reports
from innspill.stages.reports.replying import queries as replying

EVERY = timedelta(days=1)


def unswept() -> list[int]:
    """Today, as a number, where the bytes were not gone through since yesterday; else nothing."""
    now = wiring.clock().now()
    last = wiring.store().swept_at()
    return [] if last is not None and last <= now < last + EVERY else [now.toordinal()]


def sweep(_day: int, now: datetime) -> None:
    """Forgets every file that no row refers to: those of deleted drafts and of old mails.

    Never one that a delivery, a paper of a hearing, a public file, a report or a package is. Stopped at any
    moment, it is done once more. What lies there is listed first, so that whatever comes meanwhile
    is not in question.
    """
    store = wiring.store()
    settled = set(store.settled())
    loose = sorted(settled - referred_to()) if settled else []
    gone = [sha256 for sha256 in loose if store.forget(sha256)]
    if gone:
        with transaction.atomic():
            journal.write(
                "bytes-forgotten",
                "byte store",
                actor=journal.SYSTEM,
                detail={"files": len(gone)},
                at=now,
            )
    store.note_swept(now)


def referred_to() -> set[str]:
    """The SHA-256 of everything in the byte store that some row refers to."""
    asked = (
        intake, drafting, post, consultations, public_files, public_results, reports, replying,
        handover,
    )  # fmt: skip
    return {sha256 for stage in asked for sha256 in stage.bytes_kept()}
