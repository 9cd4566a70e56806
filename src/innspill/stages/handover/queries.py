"""The only way others read what was handed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.handover.models import Package


@dataclass(frozen=True, slots=True)
class PackageShown:
    """One archive package: its digest, and its size in bytes."""

    id: int
    sha256: Sha256
    size: int
    made_at: datetime


def packages(slug: str, owners: Collection[Owner]) -> list[PackageShown]:
    """The packages of one hearing, the newest first."""
    rows = Package.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.defer("manifest").order_by("-id")]


def package_file(
    package_id: int, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """File name and bytes of one package; None where these owners may not have it."""
    found = Package.objects.filter(pk=package_id, consultation__owner__in=owners)
    row = found.select_related("consultation").first()
    return (f"{row.consultation.slug}.zip", store.get(Sha256(row.sha256))) if row else None


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every package."""
    return Package.objects.values_list("sha256", flat=True).iterator()


def _shown(row: Package) -> PackageShown:
    return PackageShown(
        id=row.pk,
        sha256=Sha256(row.sha256),
        size=row.size,
        made_at=row.made_at,
    )
