"""What the owner's own records tell of who sent a response: only read, for `queries.candidates`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from innspill.shared.ports import UnitRegister
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import queries as intake
from innspill.stages.invitations import queries as invitations
from innspill.stages.reading import queries as reading
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core.candidates import Candidate, Known, candidates
from innspill.stages.register.core.names import keys
from innspill.stages.register.core.senders import claimed_by
from innspill.stages.register.core.unit_match import candidates_from_units
from innspill.stages.register.core.values import Arrival, Line, Match
from innspill.stages.register.models import ResponseSender

PUBLIC_HOSTS = frozenset((
    "gmail.com", "hotmail.com", "outlook.com", "live.no", "live.com", "online.no", "yahoo.no",
    "yahoo.com", "icloud.com", "me.com", "msn.com", "hotmail.no", "getmail.no", "broadpark.no",
    "proton.me", "protonmail.com",
))  # fmt: skip
"""Where anybody has an address: that two have one there tells nothing."""
_NAMES_LOOKED_UP = 3
"""How many of the document's names are looked up in Enhetsregisteret."""


def candidates_for(
    consultation_id: int,
    delivery_number: int,
    reading_id: int,
    *,
    senders: Sequence[Match],
    units: UnitRegister | None,
) -> tuple[Candidate, ...]:
    """All who may have sent what one reading holds; `senders` are those registered now."""
    hearing = consultations.by_id(consultation_id)
    delivery = intake.by_number(delivery_number)
    read = reading.by_id(reading_id).read
    line = None
    if delivery.body_id is not None:
        group, name = consultations.line_of(delivery.body_id)
        line = Line(name, group)
    claimed = claimed_by(delivery.channel, delivery.claimed_sender, delivery.claimed_email)
    arrival = Arrival(delivery.received_at, delivery.channel, claimed, line=line)
    address = address_of(delivery.claimed_email, read)
    names = _names(read, senders, claimed)
    known = (
        *_addressed(hearing, address),
        *_earlier(hearing, address, names, delivery_number),
        *_in_units(read, names, units),
    )
    return candidates(read, arrival, senders, hearing.definition, known)


def address_of(claimed: str, read: ResponseRead) -> str:
    """The mail address that it came from, as far as anybody said; in small letters."""
    if claimed:
        return claimed.strip().casefold()
    said = read.properties.get("from", "")
    return said.rpartition("<")[2].strip(" >").casefold() if "@" in said else ""


def _names(read: ResponseRead, senders: Sequence[Match], claimed: str | None) -> list[str]:
    found = [match.name for match in senders if match.kind != "unknown"]
    found += [each.name for each in (read.sender, *read.candidates) if each.name]
    if claimed and "@" not in claimed:
        found.append(claimed)
    return list(dict.fromkeys(found))


def _addressed(hearing: ConsultationShown, address: str) -> Iterator[Known]:
    """Those whom we have this very address for, or another one of the same house."""
    host = address.rpartition("@")[2]
    if not host:
        return
    for each in invitations.addressees(hearing.id, hearing.owner_id, address, host):
        same = each.email.casefold() == address
        if not same and host in PUBLIC_HOSTS:
            continue
        ground = "we wrote to this address" if each.body else "the address is in the address book"
        if not same:
            ground = f"has an address at {host}"
        yield Known(
            each.name, (ground,), "mail", Certainty.CERTAIN if same else Certainty.LIKELY,
            number=each.number, body=each.body or None, group=each.group or None,
        )  # fmt: skip


def _earlier(
    hearing: ConsultationShown, address: str, names: Sequence[str], delivery_number: int
) -> Iterator[Known]:
    """Organisations that answered the owner's hearings: from this address, or of this name.

    Private persons are not carried from one response to another.
    """
    rows = ResponseSender.objects.filter(
        response__consultation__owner=hearing.owner_id,
        respondent__kind="organisation",
        replaced_at=None,
    ).exclude(certainty=Certainty.UNSURE)
    others = rows.exclude(response__reading__delivery__number=delivery_number)
    fields = ("respondent__name", "respondent__organisation__number")
    if address:
        by_address = others.filter(response__reading__delivery__claimed_email__iexact=address)
        for name, number in by_address.values_list(*fields).distinct()[:5]:
            ground = "answered from this address before"
            yield Known(name, (ground,), "earlier", Certainty.LIKELY, number=number or "")
    wanted = frozenset(key for name in names for key in keys(name))
    if not wanted:
        return
    for name, number in set(others.values_list(*fields)):
        if keys(name) & wanted:
            ground = "answered the owner's hearings before"
            yield Known(name, (ground,), "earlier", Certainty.UNSURE, number=number or "")


def _in_units(
    read: ResponseRead, names: Sequence[str], units: UnitRegister | None
) -> Iterator[Known]:
    for at, name in enumerate(names[:_NAMES_LOOKED_UP] or [""]):
        number = read.sender.organisation_number if at == 0 else None
        for unit in candidates_from_units(name or None, number, units)[:3]:
            grounds = ("is in Enhetsregisteret", *unit.grounds)
            yield Known(unit.name, grounds, "units", unit.certainty, number=unit.number)
