"""The only code that writes archive packages, and sends late responses on."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, owners_of, require
from innspill.shared.ports import ByteStore, Enclosure
from innspill.shared.post import actions as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.handover.core.forwarding import LateResponse, forwarding_letter
from innspill.stages.handover.core.package import build_package
from innspill.stages.handover.material import package_material
from innspill.stages.handover.models import Forwarding, Package
from innspill.stages.intake import queries as intake
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


def make_package(consultation_id: int, *, by: User, now: datetime, store: ByteStore) -> Package:
    """Puts originals, open data, reports and a manifest with SHA-256 of one hearing into a ZIP.

    The same state of things gives the package that is there already. Raises NotAllowed: a lead
    hands over, since originals are not cleared for the public.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.LEAD)
    material = package_material(consultation_id, store)
    known = Package.objects.filter(consultation=consultation_id, made_from=material.digest)
    if found := known.first():
        return found
    data, manifest = build_package(
        case_number=material.case_number,
        title=material.title,
        originals=material.originals,
        files=material.files,
        made_at=now.isoformat(),
        checkpoint=material.checkpoint,
    )
    sha256 = store.put(data)
    with transaction.atomic():
        if found := known.first():
            return found
        made = Package.objects.create(
            consultation_id=consultation_id,
            sha256=sha256,
            size=len(data),
            manifest=manifest,
            made_from=material.digest,
            made_at=now,
        )
        journal.write(
            "package-made",
            f"consultation {consultation_id}",
            actor=by.get_username(),
            detail={"sha256": sha256, "originals": len(material.originals)},
            at=now,
        )
    return made


@transaction.atomic
def forward(
    slug: str, responses: Collection[int], *, to: str, by: User, now: datetime, store: ByteStore
) -> int:
    """Sends late responses on by mail, each once, with the originals and the receipt that was given.

    `responses` are row numbers; what is not late, does not stand, or was sent on before is left
    out. Gives how many were queued. Raises NotAllowed: a lead hands over, since originals are not
    cleared for the public; BadInput where the hearing sends nothing on or the address cannot be one.
    """
    hearing = consultations.shown(slug)
    if hearing is None or hearing.definition.late.policy != "forward":
        raise BadInput("this hearing does not send late responses on", where=slug)
    require(by, hearing.owner_id, Role.LEAD)
    known = set(
        Forwarding.objects.filter(response__in=responses).values_list("response", flat=True)
    )
    wanted = [
        row
        for row in register.responses(slug, [*owners_of(by)], standing="current")
        if row.id in responses and row.late and row.id not in known
    ]
    for row in wanted:
        Forwarding.objects.create(
            response_id=row.id, mail_id=_sent_on(hearing, row, to, now, store), by=by, at=now
        )
        detail = {"delivery": row.delivery_number}
        subject = f"response {row.reference}"
        journal.write("forwarded", subject, actor=by.get_username(), detail=detail, at=now)
    return len(wanted)


def _sent_on(
    hearing: ConsultationShown, row: ResponseRow, to: str, now: datetime, store: ByteStore
) -> int:
    late = LateResponse(row.reference, row.name, row.received_at)
    subject, text = forwarding_letter(hearing.definition, late)
    came = intake.by_number(row.delivery_number)
    files = [
        Enclosure(file.name or f"fil-{file.position}", "application/octet-stream",
                  store.get(file.sha256))
        for file in came.files
    ]  # fmt: skip
    proof = json.dumps(came.receipt, ensure_ascii=False, indent=2).encode()
    receipt = Enclosure(f"kvittering-{came.number}.json", "application/json", proof)
    return post.queue(
        to=to, subject=subject, text=text, about=f"response {row.id}", now=now,
        from_name=hearing.owner, enclosures=[*files, receipt], store=store,
    )  # fmt: skip
