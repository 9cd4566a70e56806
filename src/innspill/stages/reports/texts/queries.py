"""The only way others read what people wrote in reports."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Max, QuerySet

from innspill.shared.people.queries import name_of
from innspill.stages.reports.core.edited.arranging import PersonText, Place, arranged
from innspill.stages.reports.core.edited.stored import from_json
from innspill.stages.reports.core.edited.values import OutlineShown, PartOf, TextShown
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.models import PartText, ReportOutline

NO_OUTLINE = OutlineShown(0, (), True)


def with_human_parts(
    consultation_id: int, kind: Kind, language: str, parts: tuple[ReportPart, ...]
) -> tuple[ReportPart, ...]:
    """The machine's parts as people made them: in their order, some left out, with their words."""
    outline = outline_of(consultation_id, kind)
    return arranged(parts, outline.places, standing(consultation_id, kind, language))


def outline_of(consultation_id: int, kind: Kind) -> OutlineShown:
    """The outline of one kind as it stands."""
    row = ReportOutline.objects.filter(consultation=consultation_id, kind=kind).last()
    if row is None:
        return NO_OUTLINE
    places = tuple(Place(each["key"], each["shown"], each.get("heading", "")) for each in row.parts)
    return OutlineShown(row.pk, places, row.sources)


def standing(consultation_id: int, kind: Kind, language: str) -> Mapping[str, PersonText]:
    """The words of people that stand, by the part's key; a part given back has none."""
    rows = PartText.objects.filter(consultation=consultation_id, kind=kind, language=language)
    latest = rows.filter(stands=True).values("part").annotate(last=Max("id"))
    found = PartText.objects.filter(pk__in=[each["last"] for each in latest], back=False)
    return {
        row.part: PersonText(
            row.pk, from_json(row.blocks), from_json(row.machine), name_of(row.by), row.at
        )
        for row in found.select_related("by")
    }


def state_of(consultation_id: int, kind: Kind, language: str) -> tuple[int, ...]:
    """What people did, as numbers: of the outline, and of each version that stands. They are
    never changed, so that the same numbers give the same report.
    """
    texts = standing(consultation_id, kind, language)
    return (outline_of(consultation_id, kind).id, *sorted(each.id for each in texts.values()))


def history(consultation_id: int, of: PartOf) -> list[TextShown]:
    """Every version of a part, the newest first; those too that do not stand."""
    rows = list(versions(consultation_id, of).select_related("by"))
    settled = _settled(rows)
    return [_shown(row, row.pk in settled) for row in reversed(rows)]


def unsettled(consultation_id: int, kind: Kind, language: str) -> list[TextShown]:
    """What two wrote at once and nobody has chosen between: the versions that do not stand."""
    rows = PartText.objects.filter(consultation=consultation_id, kind=kind, language=language)
    parts = list(rows.filter(stands=False).values_list("part", flat=True).distinct())
    found: list[TextShown] = []
    for part in parts:
        of = PartOf(kind, language, part)
        found += [
            each for each in history(consultation_id, of) if not each.stands and not each.settled
        ]
    return found


def versions(consultation_id: int, of: PartOf) -> QuerySet[PartText]:
    """The rows of one part, the oldest first: for this stage alone."""
    return PartText.objects.filter(
        consultation=consultation_id, kind=of.kind, language=of.language, part=of.part
    ).order_by("id")


def _settled(rows: list[PartText]) -> set[int]:
    """Which of the rows that do not stand were chosen between by somebody who had seen them."""
    settled: set[int] = set()
    highest = 0
    for row in reversed(rows):
        if row.stands:
            highest = max(highest, row.seen)
        elif row.pk <= highest:
            settled.add(row.pk)
    return settled


def _shown(row: PartText, settled: bool) -> TextShown:
    return TextShown(
        id=row.pk,
        part=row.part,
        blocks=from_json(row.blocks),
        machine=from_json(row.machine),
        back=row.back,
        stands=row.stands,
        settled=settled,
        way=row.way,
        by=name_of(row.by),
        at=row.at,
    )
