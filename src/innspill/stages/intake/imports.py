"""What was collected elsewhere and taken in as a job: a part of `queries.py`, which is too long else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.intake.models import Import, Imported


@dataclass(frozen=True, slots=True)
class ImportShown:
    """One job of taking in what was collected elsewhere; how far it is, and what came of it."""

    id: int
    consultation_id: int
    consultation_slug: str
    title: dict[str, str]
    kind: str
    name: str
    at: datetime
    by: str
    finished_at: datetime | None
    problem: str
    sha256: str
    cursor: str
    done: int
    total: int
    new: int
    before: int
    not_taken_in: int


@dataclass(frozen=True, slots=True)
class ImportedShown:
    """What happened to one file of an import."""

    position: int
    name: str
    delivery: int | None
    is_new: bool
    problem: str
    remark: str


def archives_kept() -> list[str]:
    """The SHA-256 of every archive that was taken in."""
    return list(Import.objects.exclude(sha256="").values_list("sha256", flat=True))


def imports(owners: Collection[Owner]) -> list[ImportShown]:
    """The imports into the hearings of these owners, the newest first."""
    rows = _import_rows().filter(consultation__owner__in=owners)
    return [_import(row) for row in rows]


def import_shown(import_id: int, owners: Collection[Owner]) -> ImportShown | None:
    """One import; None where there is none that these owners may see."""
    row = _import_rows().filter(consultation__owner__in=owners, pk=import_id).first()
    return _import(row) if row else None


def import_by_id(import_id: int) -> ImportShown:
    """One import for the step that goes on with it. Raises DoesNotExist where there is none."""
    return _import(_import_rows().get(pk=import_id))


def imported(import_id: int) -> list[ImportedShown]:
    """What happened to each file of an import, in its order."""
    rows = Imported.objects.filter(job=import_id).order_by("position")
    named = ("position", "name", "delivery__number", "is_new", "problem", "remark")
    return [ImportedShown(*row) for row in rows.values_list(*named)]


def unfinished_imports() -> list[int]:
    """The row numbers of imports of an archive that are not at their end, the oldest first."""
    rows = Import.objects.filter(finished_at=None).exclude(sha256="")
    return list(rows.order_by("pk").values_list("pk", flat=True))


def stopped_imports(consultation_id: int, name: str) -> list[int]:
    """The imports of this name from the command line that were stopped on the way."""
    rows = Import.objects.filter(
        consultation=consultation_id, name=name, sha256="", finished_at=None
    )
    return list(rows.values_list("pk", flat=True))


def _import_rows() -> QuerySet[Import]:
    files = Imported.objects.filter(job=OuterRef("pk")).order_by().values("job")
    count = files.annotate(many=Count("pk")).values("many")
    return (
        Import.objects.select_related("consultation", "by")
        .defer("consultation__definition", "consultation__working")
        .annotate(
            new=Coalesce(count.filter(is_new=True), 0),
            before=Coalesce(count.filter(is_new=False, delivery__isnull=False), 0),
            not_taken_in=Coalesce(count.filter(delivery=None), 0),
        )
        .order_by("-pk")
    )


def _import(row: Import) -> ImportShown:
    counted: Any = row
    return ImportShown(
        id=row.pk,
        consultation_id=row.consultation_id,
        consultation_slug=row.consultation.slug,
        title=row.consultation.title,
        kind=row.kind,
        name=row.name,
        at=row.at,
        by=name_of(row.by),
        finished_at=row.finished_at,
        problem=row.problem,
        sha256=row.sha256,
        cursor=row.cursor,
        done=row.done,
        total=row.total,
        new=counted.new,
        before=counted.before,
        not_taken_in=counted.not_taken_in,
    )
