"""Senders that are on no list, held against Enhetsregisteret as they are registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from innspill.shared.ports import UnitRegister
from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.unit_match import UnitCandidate, candidates_from_units
from innspill.stages.register.core.values import Match

ONE_PERSON = frozenset({"ENK"})
"""Forms of units that bear a person's name: they make nobody an organisation."""


def known_in_units(
    senders: Sequence[Match], read: ResponseRead, units: UnitRegister | None
) -> tuple[Match, ...]:
    """`senders`, those not invited with the organisation number where one unit is meant for sure.

    A name that might be a person's and is an organisation's there is an organisation's, likely; a
    person who writes in her own name stays one.
    """
    numbers = {
        fold(sender.name): sender.organisation_number
        for sender in (read.sender, *read.further_senders)
        if sender.name and sender.organisation_number
    }
    return tuple(_known(match, numbers.get(fold(match.name)), units) for match in senders)


def _known(match: Match, number: str | None, units: UnitRegister | None) -> Match:
    may_be = match.kind == "organisation" or (
        match.kind == "person" and match.certainty is Certainty.UNSURE
    )
    if match.via != "open" or not may_be:
        return match
    found = candidates_from_units(match.name, number, units)
    sure = [unit for unit in found if unit.certainty is Certainty.CERTAIN and not unit.ended]
    if len(sure) != 1 or (match.kind == "person" and sure[0].form in ONE_PERSON):
        return match
    return _with_unit(match, sure[0])


def _with_unit(match: Match, unit: UnitCandidate) -> Match:
    grounds = (*match.grounds, "is in Enhetsregisteret", *unit.grounds)
    is_unsure_person = match.kind == "person"
    return replace(
        match,
        kind="organisation",
        certainty=Certainty.LIKELY if is_unsure_person else match.certainty,
        grounds=grounds,
        number=unit.number,
    )
