"""The only code that writes readings, and what people settle about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.reading.core.responses import ReadDelivery
from innspill.stages.reading.core.result import as_json, blocks_as_json
from innspill.stages.reading.core.values import FACTS, READER, ResponseRead
from innspill.stages.reading.models import Answer, Flag, Reading, Settlement
from innspill.stages.reading.queries import AS_IS


def read_next(
    delivery_id: int, *, read_delivery: ReadDelivery, store: ByteStore, now: datetime
) -> None:
    """Reads one delivery into readings, answers and flags.

    Reading runs outside the transaction, so that a slow file holds no lock; who comes second
    finds the first one's rows under the unique constraint and leaves them. Where nothing in it
    can be read, the delivery is set aside as unreadable, with the reason.
    """
    delivery = intake.by_id(delivery_id)
    if delivery.consultation_id is None:
        raise BadInput("it belongs to no hearing", where=f"delivery {delivery.number}")
    hearing = consultations.by_id(delivery.consultation_id)
    names = _names(delivery)
    files = [
        (name, store.get(item.sha256)) for item, name in zip(delivery.files, names, strict=True)
    ]
    reads = read_delivery(files, hearing.definition)
    try:
        with transaction.atomic():
            _stored(delivery, names, reads, now)
    except IntegrityError:
        if not Reading.objects.filter(delivery=delivery_id).exists():
            raise


@transaction.atomic
def settle_flag(flag_id: int, *, value: str, note: str = "", by: User, now: datetime) -> Settlement:
    """A caseworker's word on a flag: one of the ticks that stand, or "as-is".

    Added beside earlier words, never over them. Raises NotAllowed, and BadInput for a tick that
    the response does not have.
    """
    flag = Flag.objects.select_related("answer", "reading__delivery__consultation").get(pk=flag_id)
    hearing = flag.reading.delivery.consultation
    require(by, hearing.owner_id if hearing else None, Role.CASEWORKER)
    ticks = flag.answer.ticks if flag.answer else []
    if value != AS_IS and value not in ticks:
        raise BadInput(
            f"{value!r} is not ticked here", where=str(flag), todo=f"Choose a tick or {AS_IS}."
        )
    settled = Settlement.objects.create(flag=flag, by=by, at=now, value=value, note=note)
    # Not what was settled: that is what somebody means, and the row has it.
    detail = {"flag": flag.pk, "code": flag.code}
    subject = f"delivery {flag.reading.delivery.number}"
    journal.write("flag-settled", subject, actor=by.get_username(), detail=detail, at=now)
    return settled


def _names(delivery: DeliveryShown) -> list[str]:
    """The files' names, made different where two have the same."""
    seen: set[str] = set()
    names = []
    for item in delivery.files:
        name = item.name if item.name and item.name not in seen else f"{item.position}-{item.name}"
        seen.add(name)
        names.append(name)
    return names


def _stored(
    delivery: DeliveryShown, names: list[str], reads: Sequence[ResponseRead], now: datetime
) -> None:
    if Reading.objects.filter(delivery=delivery.id, reader=READER).exists():
        return
    items = intake.item_ids(delivery.id)
    for position, read in enumerate(reads):
        item = _item_of(read, names)
        _store_one(delivery, items[item], position, read, now)
    unreadable = [read.kind == "unreadable" for read in reads]
    journal.write(
        "read",
        f"delivery {delivery.number}",
        actor=journal.SYSTEM,
        detail={"responses": unreadable.count(False), "unreadable": unreadable.count(True)},
        at=now,
    )
    if all(unreadable):
        reasons = "; ".join(read.problem for read in reads if read.problem)
        intake_actions.set_aside(delivery.id, reason="unreadable", explanation=reasons, now=now)


def _item_of(read: ResponseRead, names: list[str]) -> int:
    """The position of the file that a response document came in: `file` names the way in."""
    for position, name in enumerate(names):
        if read.file == name or read.file.startswith(f"{name}!/"):
            return position
    return 0


def _store_one(
    delivery: DeliveryShown, item_id: int, position: int, read: ResponseRead, now: datetime
) -> None:
    reading = Reading.objects.create(
        delivery_id=delivery.id,
        item_id=item_id,
        position=position,
        file=read.file[:600],
        sha256=read.sha256,
        kind=read.kind,
        reader=READER,
        language=(read.language or "")[:5],
        problem=read.problem or "",
        result=as_json(read),
        blocks=blocks_as_json(read.blocks),
        read_at=now,
    )
    for code in (flag for flag in read.flags if flag not in FACTS):
        Flag.objects.create(reading=reading, code=code[:60])
    for place, found in enumerate(read.answers):
        answer = Answer.objects.create(
            reading=reading,
            question=found.question[:40],
            position=place,
            ticks=list(found.ticks),
            choice=found.choice or "",
            text=found.text,
            no_comment=found.no_comment,
            certainty=found.certainty,
            flags=list(found.flags),
            footnotes=list(found.footnotes),
            origin=[origin.as_json() for origin in found.origin],
        )
        for code in found.flags:
            Flag.objects.create(reading=reading, answer=answer, code=code[:60])
