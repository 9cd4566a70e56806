"""Who sent a response: what it says of itself, held against the bodies that were invited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parseaddr, quote
from typing import Literal

from rapidfuzz import fuzz

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition, Member
from innspill.stages.reading.core.values import ResponseRead, Sender
from innspill.stages.register.core.collective import membership
from innspill.stages.register.core.municipalities import full_name, municipality_of_domain
from innspill.stages.register.core.names import bare, bracketed, fold, head, initials, keys
from innspill.stages.register.core.persons import calls_itself_private, kind_of
from innspill.stages.register.core.titles import meant_by
from innspill.stages.register.core.values import Arrival, Match

UNKNOWN = "Ukjent avsender"
_OF_A_MAILBOX = re.compile(
    r"^(?:(?:post|e-?post|dokument)mottak(?:et)?|firmapost)\s+(?:i\s+|for\s+)?(?=\S)|\s+postmottak$",
    re.IGNORECASE,
)
"""What stands beside a body's name in the name of its mailbox: "Postmottak Granmo kommune"."""
NEAR = 92.0
"""Least likeness of two folded names, 0 to 100, for "probably misspelt". Strict: a wrong match
makes a silent body look as if it had answered."""
MAILBOXES = frozenset((
    "post", "postmottak", "firmapost", "e post", "epost", "mail", "info", "kontakt", "kontor",
    "resepsjon", "sentralbord", "servicetorg", "no reply", "noreply", "ikke svar", "admin", "arkiv",
    "dokumentmottak", "høring", "høringssvar", "sekretariat", "styret", "contact", "office",
))  # fmt: skip
"""What mailboxes are called: nobody's name."""
_WORD_NEAR = 80.0
_NEVER_CAPITAL = {
    word.title(): word
    for word in (
        "kommune",
        "fylkeskommune",
        "i",
        "og",
        "for",
        "av",
        "på",
        "til",
        "ved",
        "med",
        "om",
    )
}
_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)
_ON_BEHALF = re.compile(
    r"\b(?:på vegner? av|for og på vegner? av|on behalf of)\s+(?P<name>[A-ZÆØÅ].+)", re.IGNORECASE
)
_MUNICIPAL_DOMAIN = re.compile(r"@(?:[\w.-]+\.)?([\wæøå-]+)\.kommune\.no\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    group: str
    body: str
    via: Literal["invited", "member"]
    certainty: Certainty
    ground: str


def match_senders(
    read: ResponseRead, arrival: Arrival, definition: Definition
) -> tuple[Match, ...]:
    """The senders of `read`, each held against the invited bodies; always at least one.

    `arrival.sender` is what the sender was said to be on the way in (received.csv, the form on
    the web, a mail's From): it settles what the document leaves out, and raises or lowers the
    certainty of what it says. A match is never surer than the reading of the name itself.
    """
    first = _first_sender(read, arrival)
    if first.name is None:
        return (_unknown(first),)
    matches = [_matched(first, read, definition)]
    for other in read.further_senders:
        match = _matched(other, read, definition)
        if other.name and fold(match.name) not in {fold(each.name) for each in matches}:
            matches.append(match)
    return tuple(matches)


def match_name(name: str, definition: Definition) -> Match:
    """One name held against the invited bodies; see `match_senders`.

    An office or a unit stands for its body: "Kommunedirektøren i Drammen" is Drammen kommune.
    """
    own = _as_written(name, definition)
    meant = meant_by(name)
    if meant is None or (own.via == "invited" and own.certainty is not Certainty.UNSURE):
        return own
    grounds = (meant.ground, *own.grounds)
    behind = _as_written(meant.name, definition)
    if meant.certainty is Certainty.UNSURE and (behind.body is None or own.kind == "person"):
        return replace(own, certainty=Certainty.UNSURE, grounds=grounds)
    return replace(
        behind,
        name=_tidy(name) if meant.certainty is Certainty.UNSURE else behind.name,
        certainty=surest(meant.certainty, behind.certainty),
        grounds=(meant.ground, *behind.grounds),
    )


def _as_written(name: str, definition: Definition) -> Match:
    kind, kind_certainty, kind_ground = kind_of(name)
    found = _found(name, definition)
    if found is None:
        return Match(name, kind, None, None, "open", kind_certainty, (kind_ground, "not invited"))
    return Match(
        name=found.body if _is_the_body(found) else _tidy(name),
        kind="organisation",
        body=found.body,
        group=found.group,
        via=found.via,
        certainty=found.certainty,
        grounds=(found.ground,),
    )


def surest(*certainties: Certainty) -> Certainty:
    """The least sure of some certainties: a chain is as sure as its weakest link."""
    return max(certainties, key=_ORDER.index)


def _is_the_body(found: _Found) -> bool:
    return found.via == "invited" and found.certainty is not Certainty.UNSURE


def _tidy(name: str) -> str:
    if not name.isupper() or " " not in name:
        return name
    return " ".join(_NEVER_CAPITAL.get(word, word) for word in name.title().split())


def _first_sender(read: ResponseRead, arrival: Arrival) -> Sender:
    own, claimed = _speaking(read.sender), claimed_name(read, arrival)
    if claimed is None:
        return own
    name, ground = claimed
    if own.name is None:
        sure = Certainty.LIKELY if ground.startswith("said") else Certainty.UNSURE
        return Sender(name, None, sure, (ground,))
    if _same(own.name, name):
        return replace(own, certainty=Certainty.CERTAIN, grounds=(*own.grounds, ground))
    meant = meant_by(name)
    if meant is not None and meant.certainty is Certainty.CERTAIN and _same(own.name, meant.name):
        grounds = (*own.grounds, ground, meant.ground)
        return replace(own, certainty=Certainty.CERTAIN, grounds=grounds)
    if _begins(own.name, name) and _names_another(name, read):
        return replace(own, grounds=(*own.grounds, ground))
    if _begins(own.name, name):
        return replace(own, name=name, grounds=(*own.grounds, f"{ground}, in full"))
    if _begins(name, own.name) or kind_of(name)[0] == "person":
        return own  # a unit of it, or a case officer, sends what the organisation says
    grounds = (*own.grounds, f"but {ground}: {name}")
    return replace(own, certainty=Certainty.UNSURE, grounds=grounds)


def _names_another(name: str, read: ResponseRead) -> bool:
    """Whether what a response is said to be from names its other senders too: "A, B og C"."""
    others = (fold(other.name) for other in read.further_senders if other.name)
    return any(other in fold(name) for other in others)


def _speaking(sender: Sender) -> Sender:
    """Whom a unit speaks for: "Seksjon for vann, på vegne av Storhamn kommune" is the latter."""
    for_whom = _ON_BEHALF.search(sender.name or "")
    if for_whom is None:
        return sender
    return replace(
        sender, name=for_whom["name"], grounds=(*sender.grounds, f"on its behalf: {sender.name}")
    )


def _begins(short: str, long: str) -> bool:
    """Whether `long` is `short` with more words after it."""
    return fold(long).startswith(f"{fold(short)} ")


def claimed_by(channel: str, name: str, address: str) -> str | None:
    """Who something was said to be from on the way in, as `Arrival.sender` has it.

    Of a mail that is its From, name and address together: the address tells more than the name.
    """
    if channel == "email" and address:
        # Not formataddr: it would put a name with æ, ø or å into a code for mail headers.
        return f'"{quote(name)}" <{address}>'
    return name or address or None


def claimed_name(read: ResponseRead, arrival: Arrival) -> tuple[str, str] | None:
    """Who sent it by the way it came (not by its own words), and the ground; None if nothing."""
    if arrival.sender and arrival.sender.strip():
        shown, address = parseaddr(arrival.sender)
        if "@" not in arrival.sender:
            return " ".join(arrival.sender.split()), "said so when it was handed in"
        return _of_mail(shown, address)
    shown, address = parseaddr(read.properties.get("from", ""))
    return _of_mail(shown, address)


def _of_mail(shown: str, address: str) -> tuple[str, str] | None:
    municipal = _MUNICIPAL_DOMAIN.search(address)
    if municipal:
        known = municipality_of_domain(municipal.group(1))
        name = municipal.group(1).replace("-", " ").title()
        whole = full_name(known) if known else f"{name} kommune"
        return whole, "the mail's address is the municipality's"
    shown = _OF_A_MAILBOX.sub("", shown.strip(" '\""))
    if not shown or "@" in shown or fold(shown) in MAILBOXES:
        return None
    return shown, "named in the mail's From"


def _same(one: str, other: str) -> bool:
    return bare(one) == bare(other) or bool(keys(one) & keys(other))


def _unknown(sender: Sender) -> Match:
    grounds = sender.grounds or ("no sender is named",)
    return Match(UNKNOWN, "unknown", None, None, "open", Certainty.UNSURE, grounds)


def _matched(sender: Sender, read: ResponseRead, definition: Definition) -> Match:
    name = " ".join((sender.name or "").split())
    match = match_name(name, definition)
    grounds = (*sender.grounds, *match.grounds)
    if match.via == "open" and match.kind == "person" and calls_itself_private(_words_of(read)):
        return replace(match, certainty=sender.certainty, grounds=(*grounds, "writes as private"))
    return replace(match, certainty=surest(sender.certainty, match.certainty), grounds=grounds)


def _words_of(read: ResponseRead) -> str:
    return "\n".join((*(a.text for a in read.answers), *(p.text for p in read.unplaced)))


def _found(name: str, definition: Definition) -> _Found | None:
    for rule in (_outright, _as_member, _by_initials, _as_part, _misspelt):
        found = rule(name, definition)
        if found is not None:
            return found
    return None


def _lines(definition: Definition) -> Iterator[tuple[str, Member]]:
    for group in definition.bodies:
        for member in group.members:
            yield group.name, member


def _outright(name: str, definition: Definition) -> _Found | None:
    own = keys(name)
    for group, member in _lines(definition):
        if not own & keys(member.name, member.aliases):
            continue
        same = bare(name) in {bare(each) for each in (member.name, *member.aliases)}
        certainty = Certainty.CERTAIN if same else Certainty.LIKELY
        ground = "is on the list" if same else f"is short for {member.name}"
        return _Found(group, member.name, "invited", certainty, ground)
    return None


def _as_member(name: str, definition: Definition) -> _Found | None:
    for group, member in _lines(definition):
        why = membership(name, member.name) if member.collective else None
        if why:
            return _Found(group, member.name, "member", Certainty.CERTAIN, why)
    return None


def _by_initials(name: str, definition: Definition) -> _Found | None:
    short = {fold(name), *bracketed(name)}
    hits = [
        (group, member)
        for group, member in _lines(definition)
        if not member.collective and initials(member.name) and initials(member.name) in short
    ]
    if len(hits) != 1:
        return None
    group, member = hits[0]
    return _Found(group, member.name, "invited", Certainty.LIKELY, f"initials of {member.name}")


def _as_part(name: str, definition: Definition) -> _Found | None:
    whole = head(name)
    found = _outright(whole, definition) if whole else None
    if found is None:
        return None
    return replace(found, certainty=Certainty.UNSURE, ground=f"is a part of {found.body}")


def _misspelt(name: str, definition: Definition) -> _Found | None:
    own = bare(name)
    scored = sorted(
        (
            (fuzz.ratio(own, bare(each)), group, member.name, bare(each))
            for group, member in _lines(definition)
            if not member.collective
            for each in (member.name, *member.aliases)
        ),
        key=lambda hit: -hit[0],
    )
    if not scored or scored[0][0] < NEAR or not _word_by_word(own, scored[0][3]):
        return None
    _, group, body, _ = scored[0]
    return _Found(group, body, "invited", Certainty.UNSURE, f"almost {body}")


def _word_by_word(one: str, other: str) -> bool:
    """Whether every word has its like: keeps "… i Bergen" and "… i Oslo" apart."""
    mine, theirs = one.split(), other.split()
    return len(mine) == len(theirs) and all(
        fuzz.ratio(a, b) >= _WORD_NEAR for a, b in zip(mine, theirs, strict=True)
    )
