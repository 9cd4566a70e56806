"""Which responses belong together: of one delivery, versions, additions. As `queries`, only reads."""

from __future__ import annotations

from django.db.models import Q

from innspill.stages.register.queries import ResponseRow, where


def of_delivery(number: int) -> list[ResponseRow]:
    """The responses that a delivery became, for the later stages, in order of number."""
    return where(Q(reading__delivery__number=number))


def newer_of(response_id: int) -> ResponseRow | None:
    """The response that took the place of this one; None where none did."""
    return next(iter(where(Q(supersedes=response_id))), None)


def added_to_by(response_id: int) -> ResponseRow | None:
    """The response that this one is an addition to; None where it is none."""
    return next(iter(where(Q(additions=response_id))), None)


def leaning_on(response_id: int) -> list[ResponseRow]:
    """The responses that this one took the place of, near and far, and the additions to them all."""
    found: dict[int, ResponseRow] = {}
    asked = {response_id}
    while asked:
        pointing = where(Q(superseded_by__in=asked) | Q(adds_to__in=asked))
        fresh = {row.id: row for row in pointing if row.id not in {*found, response_id}}
        found |= fresh
        asked = set(fresh)
    return list(found.values())
