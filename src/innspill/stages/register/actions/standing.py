"""Which response of an organisation, or of several versions, stands."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from django.db.models import F, Q

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import queries
from innspill.stages.register.core.standing import replaced
from innspill.stages.register.models import Response, ResponseSender


def let_one_stand(
    hearing: ConsultationShown, keys: AbstractSet[str], threads: AbstractSet[int | None]
) -> None:
    """Says anew which responses of one organisation, or of one thread, stand, by the core's rule.

    By order of receipt and not of registering, so that one read late does not supersede one
    that came after it.
    """
    found = _alike(hearing.id, keys, threads)
    rows = list(
        Response.objects.filter(pk__in=found)
        .exclude(standing=Response.Standing.WITHDRAWN)
        .select_for_update(no_key=True)
        .order_by("received_at", "number")
    )
    entries = [queries.registered(queries.by_id(row.pk)) for row in rows]
    replaced_by = {
        rows[before].pk: rows[after].pk
        for before, after in replaced(entries, hearing.definition).items()
    }
    holders = ResponseSender.objects.filter(response__in=rows, replaced_at=None, position=0)
    holders.update(lead=False)
    for row in rows:
        later = replaced_by.get(row.pk)
        standing = Response.Standing.SUPERSEDED if later else Response.Standing.CURRENT
        if (row.standing, row.superseded_by_id) != (standing, later):
            Response.objects.filter(pk=row.pk).update(
                standing=standing, superseded_by=later, version=F("version") + 1
            )
    if hearing.definition.one_response_per == "organisation":
        _hold_places([row.pk for row in rows if row.pk not in replaced_by])


def key_of(response_id: int) -> str:
    """What the first sender of a response has in common with its other ones; empty for a guess."""
    first = ResponseSender.objects.filter(response=response_id, replaced_at=None, position=0)
    return first.values_list("respondent__key", flat=True).first() or ""


def _hold_places(standing: Sequence[int]) -> None:
    """Marks the last standing response of each organisation as the one that holds its place.

    The database itself then refuses a second holder of the same place.
    """
    firsts = ResponseSender.objects.filter(
        response__in=standing, replaced_at=None, position=0
    ).exclude(respondent__key="")
    rows = {
        response: (pk, who)
        for pk, response, who in firsts.values_list("pk", "response", "respondent")
    }
    of_each = {rows[pk][1]: rows[pk][0] for pk in standing if pk in rows}
    ResponseSender.objects.filter(pk__in=of_each.values()).update(lead=True)


def _alike(
    consultation_id: int, keys: AbstractSet[str], threads: AbstractSet[int | None]
) -> set[int]:
    """The responses of these organisations and threads, and of those that they have in common.

    So that what took another's place is always among them.
    """
    known: set[int] = set()
    while True:
        by_key = Q(senders__respondent__key__in=keys - {""}, senders__replaced_at=None,
                   senders__position=0)  # fmt: skip
        same = by_key | Q(thread__in=threads - {None})
        rows = Response.objects.filter(same, consultation=consultation_id)
        found = set(rows.values_list("pk", flat=True))
        if found <= known:
            return known
        known |= found
        holders = ResponseSender.objects.filter(response__in=known, replaced_at=None, position=0)
        keys |= set(holders.values_list("respondent__key", flat=True))
        threads |= set(Response.objects.filter(pk__in=known).values_list("thread", flat=True))
