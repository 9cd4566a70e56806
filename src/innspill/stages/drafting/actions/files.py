"""Files attached to a draft: their bytes first, then the row."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from django.conf import settings
from django.db import transaction

from innspill.shared.ports import ByteStore
from innspill.shared.written import safe_name
from innspill.stages.drafting.actions.locking import changed, locked
from innspill.stages.drafting.core.attachments import MOST_FILES, is_program
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.models import Draft, DraftFile


def add_file(
    draft_id: int,
    *,
    name: str,
    data: bytes,
    question: str = "",
    kind: Literal["attachment", "decision"] = "attachment",
    store: ByteStore,
    now: datetime,
) -> int:
    """Attaches a file to a question, or to the whole (""); returns its row number.

    The bytes are durable before the row is there. The same file again at the same place is the
    same row. Raises Refused for an empty file, one that is too large, a program, or one too many,
    and OSError where the disk refuses.
    """
    shown = safe_name(name) or "vedlegg"
    _check(shown, data)
    with transaction.atomic():
        _check_room(locked(draft_id))
    sha256 = store.put(data)
    with transaction.atomic():
        draft = locked(draft_id)
        same = DraftFile.objects.filter(
            draft=draft, question=question, name=shown, kind=kind, sha256=sha256
        ).first()
        if same is not None:
            return same.pk
        _check_room(draft)
        changed(draft, now)
        row = DraftFile.objects.create(
            draft=draft, question=question[:40], name=shown, kind=kind, sha256=sha256,
            size=len(data), added_at=now,
        )  # fmt: skip
    return row.pk


@transaction.atomic
def remove_file(draft_id: int, file_id: int, *, now: datetime) -> None:
    """Takes a file off a draft. What was handed in with it keeps it. Raises Refused."""
    draft = locked(draft_id)
    if not DraftFile.objects.filter(draft=draft, pk=file_id).delete()[0]:
        raise Refused("no-file", "there is no such file in this response")
    changed(draft, now)


def _check(name: str, data: bytes) -> None:
    limit = settings.UPLOAD_LIMIT
    named: dict[str, str | int] = {"name": name}
    if not data:
        raise Refused("empty-file", f"{name} is empty", todo="Choose another file.", values=named)
    if len(data) > limit:
        raise Refused(
            "too-large",
            f"{name} is larger than {limit // 1_000_000} MB",
            todo="Send a smaller file, or send it by e-mail.",
            values=named | {"limit": limit // 1_000_000},
        )
    if is_program(name, data):
        raise Refused(
            "a-program",
            f"{name} is a program or a web page with a script, not a document",
            todo="Save it as PDF and attach that.",
            values=named,
        )


def _check_room(draft: Draft) -> None:
    if draft.files.count() >= MOST_FILES:
        raise Refused(
            "too-many-files",
            f"there are {MOST_FILES} files already",
            todo="Remove one first, or put several into one.",
            values={"limit": MOST_FILES},
        )
