"""What the register and the receipt say of a response, put into its public copy beside its text."""

from __future__ import annotations

from dataclasses import replace

from innspill.stages.intake import queries as intake
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.register.queries import ResponseRow

_TOLD_APART = frozenset(("person",))
"""Kinds that the public copy says in a field of its own."""


def with_facts(public: PublicResponse, row: ResponseRow) -> PublicResponse:
    """The public copy with organisation numbers, kinds, receipt and what it is an addition to.

    A sender that does not stand there under its own name has no number there either.
    """
    receipt = intake.by_number(row.delivery_number).receipt
    return replace(
        public,
        numbers=_numbers(public, row),
        kinds=tuple(kind.code for kind in row.kinds if kind.code not in _TOLD_APART),
        receipt=row.delivery_number,
        journal_line=receipt.get("journal_position"),
        adds_to=int(row.adds_to.rpartition("-")[2]) if row.adds_to else None,
    )


def _numbers(public: PublicResponse, row: ResponseRow) -> tuple[str, ...]:
    if len(public.senders) != len(row.senders):
        return ()
    pairs = zip(public.senders, row.senders, strict=True)
    return tuple(
        sender.number if sender.kind == "organisation" and shown == sender.name else ""
        for shown, sender in pairs
    )
