"""Which response of an organisation, or of several versions, stands."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from django.db.models import F

from innspill.shared.journal import actions as journal
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import queries
from innspill.stages.register.core.which_stands import has_kind, sorted_out
from innspill.stages.register.models import Response, ResponseSender
from innspill.stages.register.queries import ResponseRow
from innspill.stages.register.versions import alike, words_on


def held(response_id: int) -> ResponseRow:
    """A response as it is, while nobody else changes the register of its hearing.

    Every action of the register begins with this, so that they come one after another. Raises
    DoesNotExist.
    """
    hearing = Response.objects.values_list("consultation", flat=True).get(pk=response_id)
    journal.in_turn(f"response {hearing}")
    return queries.by_id(response_id)


def let_one_stand(
    hearing: ConsultationShown,
    ids: AbstractSet[int],
    keys: AbstractSet[str] = frozenset(),
) -> None:
    """Says anew which of these responses, and of all that have to do with them, stand.

    Those are the ones of the same organisation or thread, also of `keys`, and those that somebody's
    word ties to them. By the core's rule, which such a word goes before; in order of receipt and not
    of registering, so that one read late does not supersede one that came after it.
    """
    found = alike(hearing.id, ids, keys)
    rows = list(
        Response.objects.filter(pk__in=found)
        .exclude(standing=Response.Standing.WITHDRAWN)
        .select_for_update(no_key=True)
        .order_by("received_at", "number")
    )
    entries = [queries.registered(queries.by_id(row.pk)) for row in rows]
    words = words_on([row.pk for row in rows])
    sorted_now = sorted_out(entries, hearing.definition, words)
    holders = ResponseSender.objects.filter(response__in=rows, replaced_at=None, position=0)
    holders.update(lead=False)
    for at, row in enumerate(rows):
        later = _pk(rows, sorted_now.replaced.get(at))
        main = _pk(rows, sorted_now.added.get(at))
        standing = Response.Standing.SUPERSEDED if later else Response.Standing.CURRENT
        if (row.standing, row.superseded_by_id, row.adds_to_id) != (standing, later, main):
            Response.objects.filter(pk=row.pk).update(
                standing=standing, superseded_by=later, adds_to=main, version=F("version") + 1
            )
    if hearing.definition.one_response_per == "organisation":
        beside = {at for at, word in words.items() if word.relation == "alone"}
        beside |= sorted_now.replaced.keys() | sorted_now.added.keys()
        beside |= {at for at, entry in enumerate(entries) if has_kind(entry, "will-come")}
        _hold_places([row.pk for at, row in enumerate(rows) if at not in beside])


def _pk(rows: Sequence[Response], place: int | None) -> int | None:
    return None if place is None else rows[place].pk


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
