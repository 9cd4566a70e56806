"""The only code that writes archive packages."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.handover.core.package import build_package
from innspill.stages.handover.material import package_material
from innspill.stages.handover.models import Package


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
