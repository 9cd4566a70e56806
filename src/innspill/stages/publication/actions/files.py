"""Freezing the files that were built of public copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.ports import ByteStore
from innspill.stages.publication.actions.publishing import changed
from innspill.stages.publication.core.rebuilding.values import Made
from innspill.stages.publication.models import PublicFile, Rendition
from innspill.stages.register import queries as register


def freeze_files(
    rendition_id: int, made: Sequence[Made], *, store: ByteStore, now: datetime
) -> None:
    """Freezes the files that were built of a public copy, in order, refused ones with the reason.

    Their bytes are durable before a row names them. Raises Conflict where the copy was taken down
    meanwhile, or has its files already.
    """
    held = [store.put(each.data) if each.data is not None else "" for each in made]
    with transaction.atomic():
        copy = Rendition.objects.select_for_update().get(pk=rendition_id)
        if copy.replaced_at is not None or copy.files.exists():
            raise Conflict("the copy was taken down, or has its files already")
        PublicFile.objects.bulk_create(
            PublicFile(
                rendition=copy,
                position=each.position,
                name=each.name,
                media_type=each.media_type,
                sha256=sha256,
                size=len(each.data or b""),
                state=PublicFile.State.REFUSED if each.data is None else PublicFile.State.BUILT,
                reason=each.refused,
                at=now,
            )
            for each, sha256 in zip(made, held, strict=True)
        )
        changed(copy.consultation_id, now)
        detail = {"files": [sha256 for sha256 in held if sha256], "refused": held.count("")}
        subject = f"response {register.by_id(copy.response_id).reference}"
        journal.write("files-rebuilt", subject, actor=journal.SYSTEM, detail=detail, at=now)
