"""The list of invited bodies ticked off: each line once, members of collective lines apart."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.analysis.core.counted import BodyFigures, GroupFigures, Reported
from innspill.stages.analysis.core.placing import Claim, claims
from innspill.stages.consultations.core.definition import Definition

Claimed = Sequence[tuple[str, Claim]]
"""References with one sender's claim each."""


def body_figures(definition: Definition, responses: Sequence[Reported]) -> tuple[BodyFigures, ...]:
    """One line for every invited body, in the order of the list, with what answers for it."""
    claimed = _claimed(definition, responses)
    return tuple(
        _line(group.name, member.name, member.collective, claimed)
        for group in definition.bodies
        for member in group.members
    )


def group_figures(
    definition: Definition, bodies: Sequence[BodyFigures], responses: Sequence[Reported]
) -> tuple[GroupFigures, ...]:
    """One row for every group of the list: lines invited, answered and silent."""
    claimed = _claimed(definition, responses)
    rows = []
    for group in definition.bodies:
        lines = [body for body in bodies if body.group == group.name]
        answered = [line for line in lines if line.responses]
        by_members = {
            reference
            for reference, claim in claimed
            if claim.via == "member" and claim.group == group.name
        }
        rows.append(
            GroupFigures(
                group=group.name,
                invited=len(lines),
                answered=len(answered),
                silent=len(lines) - len(answered),
                member_responses=len(by_members),
                collective=sum(line.collective for line in lines),
                through_members=sum(_only_members(line, claimed) for line in answered),
            )
        )
    return tuple(rows)


def _claimed(definition: Definition, responses: Sequence[Reported]) -> Claimed:
    return [
        (response.public.reference, claim)
        for response in responses
        for claim in claims(response, definition)
    ]


def _answering(group: str, name: str, claimed: Claimed) -> Claimed:
    return [
        (reference, claim)
        for reference, claim in claimed
        if claim.body == name and claim.group == group and claim.via != "open"
    ]


def _line(group: str, name: str, collective: bool, claimed: Claimed) -> BodyFigures:
    found = _answering(group, name, claimed)
    return BodyFigures(
        group=group,
        name=name,
        collective=collective,
        responses=tuple(dict.fromkeys(reference for reference, _ in found)),
        members=tuple(dict.fromkeys(claim.name for _, claim in found if claim.via == "member")),
    )


def _only_members(line: BodyFigures, claimed: Claimed) -> bool:
    found = _answering(line.group, line.name, claimed)
    return all(claim.via == "member" for _, claim in found)
