"""Senders that were given outright: in the web form, or by the personal link it came through."""

from __future__ import annotations

from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.persons import kind_of
from innspill.stages.register.core.senders import UNKNOWN, match_name
from innspill.stages.register.core.values import Line, Match

SAYS_PERSON = "says outright to be a private person"
SAYS_ORGANISATION = "says outright to be an organisation"
BY_LINK = "came through its personal link"


def given_senders(given: tuple[SenderGiven, ...], definition: Definition) -> tuple[Match, ...]:
    """The senders that a web form names, each once, held against the invited bodies.

    What kind of sender each one is, is said outright and not guessed from the name; a name that
    contradicts it makes the sender unsure.
    """
    matches: list[Match] = []
    for sender in given:
        match = _given(sender, definition)
        if fold(match.name) not in {fold(before.name) for before in matches}:
            matches.append(match)
    return tuple(matches)


def through_link(match: Match, line: Line, definition: Definition) -> Match:
    """A first sender, given that the response came through the personal link of `line`.

    The link settles which invited body it is, but not against the sender's own word: who says to
    be a private person, or names another invited body, is not taken for the link's.
    """
    other = f"came through the personal link of {line.name}"
    if match.kind == "person" and SAYS_PERSON in match.grounds:
        return replace(match, grounds=(*match.grounds, other))
    named_another = match.via == "invited" and match.body != line.name
    if named_another and match.certainty is not Certainty.UNSURE:
        return replace(match, certainty=Certainty.UNSURE, grounds=(*match.grounds, f"but {other}"))
    collective = _is_collective(line, definition)
    nameless = match.name == UNKNOWN or match.kind == "person"
    if collective and match.name == UNKNOWN:
        return replace(match, grounds=(*match.grounds, other))
    return Match(
        name=line.name if nameless and not collective else match.name,
        kind="organisation",
        body=line.name,
        group=line.group,
        via="member" if collective else "invited",
        certainty=Certainty.CERTAIN,
        grounds=(BY_LINK,),
    )


def _given(sender: SenderGiven, definition: Definition) -> Match:
    name = " ".join(sender.name.split())
    match = match_name(name, definition)
    if sender.kind == "person":
        kind, certainty, ground = kind_of(name)
        against = kind == "organisation" and certainty is Certainty.CERTAIN
        sure = Certainty.UNSURE if against else Certainty.CERTAIN
        grounds = (SAYS_PERSON, f"but {ground}") if against else (SAYS_PERSON,)
        return Match(name, "person", None, None, "open", sure, grounds)
    if match.via == "open":
        grounds = (SAYS_ORGANISATION, "not invited")
        return Match(name, "organisation", None, None, "open", Certainty.CERTAIN, grounds)
    return replace(match, grounds=(SAYS_ORGANISATION, *match.grounds))


def _is_collective(line: Line, definition: Definition) -> bool:
    return any(
        member.collective
        for group in definition.bodies
        if group.name == line.group
        for member in group.members
        if member.name == line.name
    )
