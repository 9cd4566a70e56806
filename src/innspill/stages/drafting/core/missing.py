"""What must be there before a response is handed in, and what is only worth a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.drafting.core.values import About

MustCode = Literal["sender", "organisation"]


@dataclass(frozen=True, slots=True)
class Must:
    """Something without which nothing can be handed in."""

    code: MustCode


def missing(definition: Definition, about: About) -> tuple[Must, ...]:
    """What must be there: a sender's name. Answers may be empty: that is an answer too.

    Where the hearing takes one response per organisation, it is the organisation's name.
    """
    first = about.senders[0] if about.senders else None
    if first is not None and first.name.strip():
        return ()
    person = first is not None and first.kind == "person"
    per_organisation = definition.one_response_per == "organisation" and not person
    return (Must("organisation" if per_organisation else "sender"),)
