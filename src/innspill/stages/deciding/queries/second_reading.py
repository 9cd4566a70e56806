"""What waits for a second reader, and the rule that says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Q

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.second_reading import ReadingShown, Rules, ToRead
from innspill.stages.deciding.models import DecidingRules, Disposition, SecondReading
from innspill.stages.deciding.queries.text_changes import changed_at
from innspill.stages.deciding.queries.words import dispositions


def rules_of(consultation_id: int) -> Rules:
    """How one hearing is decided: the last word on it."""
    row = DecidingRules.objects.filter(consultation=consultation_id).select_related("by").last()
    return Rules(row.second_reader, name_of(row.by), row.at) if row else Rules()


def last_readings(consultation_id: int) -> dict[int, bool]:
    """Of each disposition that a second reader has read whether it was approved, by the last word.

    One whose change of the text was worded anew or taken back since is not there: nobody has read
    what it says now.
    """
    rows = SecondReading.objects.filter(disposition__consultation=consultation_id).order_by("id")
    last = {
        pk: (approved, at) for pk, approved, at in rows.values_list("disposition", "approved", "at")
    }
    changed = changed_at(consultation_id)
    return {
        pk: approved
        for pk, (approved, at) in last.items()
        if not approved or changed.get(pk, at) <= at
    }


def to_read(
    slug: str, owners: Collection[Owner], behind: Mapping[int, Collection[int]]
) -> list[ToRead]:
    """These dispositions with what second readers said of them, oldest first.

    `behind` are the comments that each stands for, of those that wait: `waiting_behind`.
    """
    hearing = consultations.shown_to(slug, owners)
    if hearing is None or not behind:
        return []
    whole = dispositions(hearing.id, set(behind))
    rows = Disposition.objects.filter(consultation=hearing.id, pk__in=behind)
    rows = rows.prefetch_related("second_readings__by")
    return [
        ToRead(
            disposition=whole[row.pk],
            comments=tuple(behind[row.pk]),
            readings=tuple(
                ReadingShown(each.approved, each.note, name_of(each.by), each.at)
                for each in row.second_readings.all()
            ),
        )
        for row in rows.order_by("id")
    ]


def is_of(consultation_id: int, disposition_id: int) -> bool:
    """Whether a disposition belongs to this hearing."""
    return Disposition.objects.filter(pk=disposition_id, consultation=consultation_id).exists()


def decided_by(consultation_id: int, user_id: int) -> set[int]:
    """The dispositions of a hearing that this person has made or written."""
    rows = Disposition.objects.filter(consultation=consultation_id).filter(_own(user_id))
    return set(rows.values_list("pk", flat=True))


def sent_back_to(user_id: int, owners: Collection[Owner]) -> set[tuple[int, str]]:
    """The hearings of these owners, by number and address, in which something that this person decided or wrote was sent back.

    It may have been decided anew since: `work_of` has what still waits.
    """
    rows = SecondReading.objects.filter(approved=False, disposition__consultation__owner__in=owners)
    own = Q(disposition__by=user_id) | Q(disposition__writer=user_id)
    found = rows.filter(own).order_by("disposition__consultation").distinct()
    return set(found.values_list("disposition__consultation", "disposition__consultation__slug"))


def _own(user_id: int) -> Q:
    """What a person decided, or wrote where another chose it."""
    return Q(by=user_id) | Q(writer=user_id)
