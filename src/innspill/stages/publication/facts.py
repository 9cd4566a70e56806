"""What the register and the receipt say of a response, put into its public copy beside its text."""

from __future__ import annotations

from dataclasses import replace

from innspill.stages.intake import queries as intake
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.publication.core.wishes import ANONYMOUS
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.register import pointing
from innspill.stages.register.queries import ResponseRow

_TOLD_APART = frozenset(("person",))
"""Kinds that the public copy says in a field of its own."""


def with_facts(public: PublicResponse, row: ResponseRow) -> PublicResponse:
    """The public copy with organisation numbers, kinds, receipt and what it is an addition to.

    Nothing of it is there for who wishes no name: a receipt is known to its holder, and what it is
    an addition to stands under a name. A sender that does not stand there under its own name has no number there either.
    """
    kinds = tuple(kind.code for kind in row.kinds if kind.code not in _TOLD_APART)
    if public.anonymous:
        return replace(public, numbers=("",) * len(public.senders), kinds=kinds)
    receipt = intake.by_number(row.delivery_number).receipt
    return replace(
        public,
        numbers=_numbers(public, row),
        kinds=kinds,
        receipt=row.delivery_number,
        journal_line=receipt.get("journal_position"),
        adds_to=_adds_to(row),
    )


def _adds_to(row: ResponseRow) -> int | None:
    """What it is an addition to, where that stands under a name too."""
    other = pointing.added_to_by(row.id)
    return None if other is None or wish_of(other) == ANONYMOUS else other.number


def _numbers(public: PublicResponse, row: ResponseRow) -> tuple[str, ...]:
    if len(public.senders) != len(row.senders):
        return ()
    pairs = zip(public.senders, row.senders, strict=True)
    return tuple(
        sender.number if sender.kind == "organisation" and shown == sender.name else ""
        for shown, sender in pairs
    )
