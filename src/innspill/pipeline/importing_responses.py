"""Responses collected elsewhere: an archive, a mailbox file or a folder, each file a delivery.

The bytes of what is uploaded are durable before there is a job; the step `import` goes on with it,
some files at a time, and each file is one transaction with where the job stands. From the command
line the archive is read where it lies, so that it may be of any size.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

from innspill.pipeline import wiring
from innspill.pipeline.folder import waiting_in
from innspill.pipeline.mail_in import NAME as MAIL
from innspill.pipeline.received import arrivals_in, plain_name
from innspill.shared.errors import BadInput, Unreadable
from innspill.shared.values import sha256_of
from innspill.shared.written import safe_name
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.actions import Brought
from innspill.stages.intake.core.envelope import envelope_of, is_credible, mail_key
from innspill.stages.intake.queries import ImportShown
from innspill.stages.reading.core.collected import MOST, Unpacked, is_mail, is_sent
from innspill.stages.register.core.values import Arrival

Kind = Literal["zip", "mbox", "folder"]
Arrivals = Mapping[str, Arrival]
_AT_ONCE = 25
_SECONDS = 10.0
"""After so many files, or seconds, the other steps have their turn."""
_CHANNELS = frozenset({"email", "upload", "letter", "note", "folder"})


def kind_of(name: str, start: bytes) -> Kind:
    """What an uploaded file is, by how it begins. Raises BadInput where it is neither."""
    if start.startswith(b"PK"):
        return "zip"
    if start.startswith(b"From "):
        return "mbox"
    raise BadInput("is neither .zip nor .mbox", where=name, todo="Choose a .zip or .mbox file.")


def go_on(import_id: int, *, now: datetime) -> None:
    """Takes in the next files of a job whose archive is stored, or ends it. The step `import`.

    What is wrong with the whole is noted at the job. Raises Conflict where somebody else goes on
    with it.
    """
    job = intake.import_by_id(import_id)
    path = wiring.archive_at(job.sha256)
    until = time.monotonic() + _SECONDS
    try:
        arrivals = arrivals_of(path, job)
        for count, brought in enumerate(_files(path, job, arrivals, now), start=1):
            actions.import_next(job.id, brought, after=job.cursor, now=now, store=wiring.store())
            job = intake.import_by_id(import_id)
            if count >= _AT_ONCE or time.monotonic() > until:
                return
    except (BadInput, Unreadable) as error:
        actions.end_import(import_id, problem=str(error), now=now)
        return
    actions.end_import(import_id, now=now)


def take_in(
    path: Path, slug: str, *, now: datetime, progress: Callable[[int, int], None] | None = None
) -> ImportShown:
    """Takes in all of a folder, a .zip or an .mbox that lies here; gives what came of it.

    Stopped, it is asked for once more: what was taken in is told, and nothing is taken in twice.
    Raises BadInput for what is none of these, and for a hearing that takes no responses.
    """
    kind = _kind_at(path)
    hearing = consultations.shown(slug)
    for stopped in intake.stopped_imports(hearing.id, path.name) if hearing else ():
        actions.end_import(stopped, problem="it was stopped, and begun anew", now=now)
    import_id = actions.begin_import(
        slug, kind=kind, name=path.name, archive=None, key=str(uuid4()), by=None, now=now,
        store=wiring.store(),
    )  # fmt: skip
    job = intake.import_by_id(import_id)
    try:
        arrivals = arrivals_of(path, job)
        for brought in _files(path, job, arrivals, now):
            actions.import_next(import_id, brought, after=job.cursor, now=now, store=wiring.store())
            job = intake.import_by_id(import_id)
            if progress is not None:
                progress(job.done, job.total)
    except (BadInput, Unreadable) as error:
        actions.end_import(import_id, problem=str(error), now=now)
        raise
    actions.end_import(import_id, now=now)
    return intake.import_by_id(import_id)


def arrivals_of(path: Path, job: ImportShown) -> Arrivals:
    """When, how and from whom each file came, as `received.csv` says, by the file's name.

    Raises BadInput for an archive that cannot be opened, and for a list with an error.
    """
    timezone = consultations.by_id(job.consultation_id).definition.timezone
    if job.kind == "folder":
        return {one.name: one.arrival for one in waiting_in(path, timezone)}
    contents = wiring.contents_of(path, job.kind)
    if contents.received is None:
        return {}
    listed = arrivals_in(contents.received, Path(job.name) / "received.csv", timezone)
    folder = f"{contents.folder}/" if contents.folder else ""
    return {plain_name(f"{folder}{name}"): arrival for name, arrival in listed.items()}


def _files(path: Path, job: ImportShown, arrivals: Arrivals, now: datetime) -> Iterator[Brought]:
    """The files from where the job stands, one at a time."""
    hearing = consultations.by_id(job.consultation_id)
    unpacked = _of_folder(path, job) if job.kind == "folder" else _of_archive(path, job)
    for each, data in unpacked:
        arrival = arrivals.get(plain_name(each.name))
        yield _brought(each, data, hearing, arrival, now)
    yield from _only_listed(job.id, arrivals)


def _only_listed(import_id: int, arrivals: Arrivals) -> Iterator[Brought]:
    """What `received.csv` names and nobody found: told in the list, so that it is looked for."""
    told = {plain_name(row.name) for row in intake.imported(import_id)}
    told |= {name.rpartition("/")[0] for name in told}  # a mailbox, by the mails in it
    for name in [name for name in arrivals if safe_name(name) not in told]:
        job = intake.import_by_id(import_id)
        after = str(int(job.cursor or 0) + 1)
        yield Brought(name, after, job.total, job.total, "only-listed")


def _of_archive(path: Path, job: ImportShown) -> Iterator[tuple[Unpacked, bytes]]:
    cursor = job.cursor
    while True:
        try:
            found = wiring.next_in(path, job.kind, cursor)
        except Unreadable:
            if job.kind != "zip":
                raise
            # Whatever it is that stops the reader, the next one is not to wait for it.
            place = int(cursor.partition(":")[0] or 0)
            found = Unpacked(f"nr. {place + 1}", str(place + 1), place + 1, job.total, "damaged")
        if found is None:
            return
        yield found, found.data
        cursor = found.cursor


def _of_folder(folder: Path, job: ImportShown) -> Iterator[tuple[Unpacked, bytes]]:
    waiting = [one for one in waiting_in(folder) if is_sent(one.name)]
    for place in range(int(job.cursor or 0), len(waiting)):
        one = waiting[place]
        problem, data = "", b""
        try:
            if one.path.stat().st_size > MOST:
                problem = "too-big"
            else:
                data = one.path.read_bytes()
                problem = "" if data else "empty"
        except OSError:
            problem = "damaged"
        found = Unpacked(one.name, str(place + 1), place + 1, len(waiting), problem,
                         is_mail=is_mail(one.name))  # fmt: skip
        yield found, data


def _brought(
    unpacked: Unpacked,
    data: bytes,
    hearing: ConsultationShown,
    arrival: Arrival | None,
    now: datetime,
) -> Brought:
    if unpacked.problem:
        return Brought(unpacked.name, unpacked.cursor, unpacked.done, unpacked.total,
                       unpacked.problem)  # fmt: skip
    listed = arrival or Arrival()
    name = plain_name(unpacked.name)
    channel = listed.channel if arrival and listed.channel in _CHANNELS else "folder"
    if not unpacked.is_mail:
        remark = "" if listed.received_at else "no-time"
        return Brought(
            name, unpacked.cursor, unpacked.done, unpacked.total, remark=remark, data=data,
            channel=channel, sender=listed.sender or "", received_at=listed.received_at,
            key=f"folder {hearing.slug} {name} {sha256_of(data)}",
        )  # fmt: skip
    envelope = envelope_of(data)
    relayed_at = envelope.relayed_at if is_credible(envelope.relayed_at, now) else None
    of_mail = min(relayed_at, now) if relayed_at else None
    remark = "" if listed.received_at else "time-of-mail" if of_mail else "no-time"
    return Brought(
        name, unpacked.cursor, unpacked.done, unpacked.total, remark=remark, data=data,
        stored_as=MAIL, channel="email", sender=listed.sender or envelope.name,
        email=envelope.sender, received_at=listed.received_at or of_mail, relayed_at=relayed_at,
        key=mail_key(envelope, hearing.slug),
    )  # fmt: skip


def _kind_at(path: Path) -> Kind:
    if path.is_dir():
        return "folder"
    with path.open("rb") as source:
        return kind_of(path.name, source.read(8))
