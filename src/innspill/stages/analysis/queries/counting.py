"""The responses of a hearing as they are counted, and the counts: the desk's and the reports' alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from innspill.shared.people.models import Owner
from innspill.stages.analysis.core.counted import Reported
from innspill.stages.analysis.core.counts import Counts, counts_of
from innspill.stages.analysis.queries.copies import duplicates
from innspill.stages.analysis.queries.reading import answer_stances
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.render import render
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.publication.core.wishes import without_names
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.publication.waiting import state_of_each
from innspill.stages.register import queries as register
from innspill.stages.register.core.senders import UNKNOWN
from innspill.stages.register.core.values import Registered
from innspill.stages.register.queries import ResponseRow


def counts(slug: str, owners: Collection[Owner], *, once: bool = False) -> Counts | None:
    """Question × group × stance of one hearing; with `once` each campaign as one response.

    None where there is no such hearing of these owners.
    """
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return None
    return counts_of(
        counted_responses(hearing.id, hearing.definition),
        hearing.definition,
        {
            (row.reference, row.question): row.suggestion.stands
            for row in answer_stances(hearing.id)
        },
        [group.responses for group in duplicates(hearing.id)],
        once=once,
    )


def counted_responses(consultation_id: int, definition: Definition) -> tuple[Reported, ...]:
    """Every current response as it is counted: published or not.

    Published ones stand as the public sees them; of the others nothing is quoted, and an
    unsettled sender stays unnamed.
    """
    frozen = {public.reference: public for _, public in publication.renditions_of(consultation_id)}
    states = state_of_each(consultation_id)
    return tuple(
        _reported(row, registered, frozen.get(row.reference), states[row.id], definition)
        for row, registered in register.all_registered(consultation_id)
        if row.standing == "current"
    )


def _reported(
    row: ResponseRow,
    registered: Registered,
    frozen: PublicResponse | None,
    state: str,
    definition: Definition,
) -> Reported:
    # A frozen copy has its wish in it: only for the others is it asked for, one by one.
    public = (
        frozen
        or render(registered, definition, wish=wish_of(row, form=registered.read.wish)).public
    )
    senders = (
        without_names(registered.senders, row.reference) if public.anonymous else registered.senders
    )
    if row.sender_is_sure or frozen is not None:
        return Reported(public, state, senders, row.main_kind)  # type: ignore[arg-type]
    unnamed = replace(
        public, name=UNKNOWN, senders=(UNKNOWN,), private=False, group=None, via="open"
    )
    return Reported(unnamed, state, kind=row.main_kind)  # type: ignore[arg-type]
