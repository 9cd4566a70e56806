"""Responses collected elsewhere: the job, and each of its files as a delivery of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.shared.written import safe_name
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake.actions.receiving import is_known, receive
from innspill.stages.intake.models import Delivery, Import, Imported


@dataclass(frozen=True, slots=True)
class Brought:
    """One file of an import, ready to be received, or why it is not.

    `name` is where it lay; `cursor`, `done` and `total` say where the job stands after it.
    """

    name: str
    cursor: str
    done: int
    total: int
    problem: str = ""
    remark: str = ""
    data: bytes = b""
    stored_as: str = ""
    channel: str = "folder"
    sender: str = ""
    email: str = ""
    key: str = ""
    received_at: datetime | None = None
    relayed_at: datetime | None = None


def begin_import(
    slug: str,
    *,
    kind: str,
    name: str,
    archive: bytes | None,
    key: str,
    by: User | None,
    now: datetime,
    store: ByteStore,
) -> int:
    """Begins to take in what was collected elsewhere; gives the row number of the job.

    The bytes of an `archive` are durable before there is a job. The same archive with the same
    key is one job. `by` is None on the command line, where no role is asked for. Raises NotAllowed,
    BadInput for a hearing that takes no responses, and OSError where the disk refuses.
    """
    hearing = consultations.shown(slug)
    if hearing is None:
        raise BadInput("there is no such hearing", where=slug, todo="Choose one that is open.")
    if by is not None:
        require(by, hearing.owner_id, Role.CASEWORKER)
    sha256 = store.put(archive) if archive is not None else ""
    known_by = f"{key[:60]}:{sha256[:32]}"
    begun = Import(
        consultation_id=hearing.id, kind=kind, name=safe_name(name), sha256=sha256, by=by, at=now,
        idempotency_key=known_by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            return _begun(begun, by.get_username() if by is not None else journal.SYSTEM)
    except IntegrityError:
        return Import.objects.get(idempotency_key=known_by).pk


def _begun(begun: Import, actor: str) -> int:
    known = Import.objects.filter(idempotency_key=begun.idempotency_key).first()
    if known is not None:
        return known.pk
    begun.save(force_insert=True)
    detail = {"consultation": begun.consultation_id, "kind": begun.kind, "sha256": begun.sha256}
    journal.write("import-begun", f"import {begun.pk}", actor=actor, detail=detail, at=begun.at)
    return begun.pk


@transaction.atomic
def import_next(
    job_id: int, brought: Brought, *, after: str, now: datetime, store: ByteStore
) -> None:
    """Takes in the next file of a job, and notes what happened to it and where the job stands.

    All of it or nothing: whoever is stopped goes on with the same file. Raises Conflict where the
    job is not at `after` any more, since somebody else goes on with it.
    """
    job = Import.objects.select_for_update().select_related("consultation").get(pk=job_id)
    if job.cursor != after or job.finished_at is not None:
        raise Conflict(f"import {job_id} went on meanwhile")
    delivery, is_new = None, False
    if not brought.problem:
        delivery, is_new = _received(job, brought, now, store)
    Imported.objects.create(
        job=job, position=job.files.count() + 1, name=safe_name(brought.name),
        delivery=delivery, is_new=is_new, problem=brought.problem, remark=brought.remark if is_new else "",
    )  # fmt: skip
    Import.objects.filter(pk=job_id).update(
        cursor=brought.cursor, done=brought.done, total=brought.total
    )


@transaction.atomic
def end_import(job_id: int, *, problem: str = "", now: datetime) -> None:
    """Says that a job is at its end, or why it cannot go on. Ending it again changes nothing."""
    job = Import.objects.select_for_update().get(pk=job_id)
    if job.finished_at is not None:
        return
    Import.objects.filter(pk=job_id).update(finished_at=now, problem=problem)
    rows = Imported.objects.filter(job=job_id)
    detail = {
        "files": rows.count(),
        "new": rows.filter(is_new=True).count(),
        "not-taken-in": rows.filter(delivery=None).count(),
    }
    journal.write(
        "import-ended", f"import {job_id}", actor=journal.SYSTEM, detail=detail, at=now
    )  # fmt: skip


def _received(
    job: Import, brought: Brought, now: datetime, store: ByteStore
) -> tuple[Delivery, bool]:
    files = [(brought.stored_as or brought.name, brought.data)]
    is_new = not is_known(brought.key, files)
    receipt = receive(
        consultation_slug=job.consultation.slug,
        channel=brought.channel,
        files=files,
        claimed_sender=brought.sender,
        claimed_email=brought.email,
        idempotency_key=brought.key,
        now=now,
        store=store,
        received_at=brought.received_at,
        relayed_at=brought.relayed_at,
    )
    return Delivery.objects.get(number=receipt.number), is_new
