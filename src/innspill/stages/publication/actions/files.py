"""Freezing the files that were built of public copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.publication.actions.publishing import changed
from innspill.stages.publication.core.rebuilding.values import Made
from innspill.stages.publication.files import latest
from innspill.stages.publication.models import AnotherAttempt, PublicFile, Rendition
from innspill.stages.register import queries as register


def freeze_files(
    rendition_id: int, made: Sequence[Made], *, store: ByteStore, now: datetime
) -> None:
    """Freezes the files that were built of a public copy, in order, refused ones with the reason.

    Their bytes are durable before a row names them. Where it has files already, only those at the
    places that were refused, as another attempt. Raises Conflict where the copy was taken down
    meanwhile, or nobody has asked for another attempt.
    """
    held = [store.put(each.data) if each.data is not None else "" for each in made]
    with transaction.atomic():
        copy = Rendition.objects.select_for_update().get(pk=rendition_id)
        if copy.replaced_at is not None:
            raise Conflict("the copy was taken down")
        attempts = _attempts(copy)
        PublicFile.objects.bulk_create(
            PublicFile(
                rendition=copy,
                position=each.position,
                attempt=attempts.get(each.position, 1),
                name=each.name,
                media_type=each.media_type,
                sha256=sha256,
                size=len(each.data or b""),
                state=PublicFile.State.REFUSED if each.data is None else PublicFile.State.BUILT,
                reason=each.refused,
                at=now,
            )
            for each, sha256 in zip(made, held, strict=True)
            if not attempts or each.position in attempts
        )
        changed(copy.consultation_id, now)
        detail = {"files": [sha256 for sha256 in held if sha256], "refused": held.count("")}
        subject = f"response {register.by_id(copy.response_id).reference}"
        journal.write("files-rebuilt", subject, actor=journal.SYSTEM, detail=detail, at=now)


@transaction.atomic
def try_again(response_id: int, *, by: User, now: datetime) -> int:
    """A lead asks that the refused files of a response be built once more; returns how many.

    The step `rebuild` does it. Raises NotAllowed, and BadInput where nothing is refused.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    copy = Rendition.objects.select_for_update().filter(
        response=response_id, replaced_at=None
    ).first()  # fmt: skip
    many = len(_refused(copy)) if copy else 0
    if copy is None or not many:
        raise BadInput("no file of this response is refused", todo="Look at the list again.")
    AnotherAttempt.objects.create(rendition=copy, by=by, at=now)
    journal.write(
        "files-asked-again",
        f"response {row.reference}",
        actor=by.get_username(),
        detail={"files": many},
        at=now,
    )
    return many


def _attempts(copy: Rendition) -> dict[int, int]:
    """The number of the attempt at each place that was refused; empty where it is the first."""
    if not copy.files.exists():
        return {}
    last = copy.files.order_by("-at").values_list("at", flat=True)[0]
    if not copy.asked_for_again.filter(at__gt=last).exists():
        raise Conflict("the copy has its files already")
    return {row.position: row.attempt + 1 for row in _refused(copy)}


def _refused(copy: Rendition) -> list[PublicFile]:
    rows = latest(copy.files.order_by("position", "attempt"))
    return [row for row in rows if row.state == PublicFile.State.REFUSED]
