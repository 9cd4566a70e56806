"""Rendering a response of the register with the marks that stand on it, for this stage's doors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from innspill.stages.consultations import queries as consultations
from innspill.stages.publication.core.marks import Mark, Spot
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.publication.core.wishes import Hider
from innspill.stages.publication.facts import with_facts
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


def rendered(row: ResponseRow, marks: Sequence[Mark] = ()) -> Rendered:
    """The public copy of a response with these marks, and with what the register says of it."""
    hearing = consultations.by_id(row.consultation_id)
    registered = register.registered(row)
    wish = wish_of(row, form=registered.read.wish)
    found = render(registered, hearing.definition, marks, wish)
    return replace(found, public=with_facts(found.public, row))


def telling_who(row: ResponseRow, spots: Sequence[Spot]) -> list[Spot]:
    """Those of `spots` where names or addresses stand that would tell who sent a response."""
    texts = dict(rendered(row).texts)
    hider = Hider(register.registered(row), texts.values())
    found = {spot.place: list(hider.findings(texts.get(spot.place, ""))) for spot in spots}
    return [
        spot
        for spot in spots
        if any(each.start < spot.end and spot.start < each.end for each in found[spot.place])
    ]
