"""Who is named, and in which order: public bodies first, then the others, by the alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from innspill.stages.reports.core.parts.telling import Teller
from innspill.stages.reports.core.values import Reported

_PUBLIC = re.compile(
    r"(?:kommun(?:e|er|ar)|departement(?:et|a|ene)?|direktorat(?:et)?|tilsyn(?:et)?|etat(?:en)?"
    r"|ombud(?:et|a|ene)?|statsforvalt[ae]r(?:en|ane|ne)?|helsef[oø]retak(?:et|a|ene)?"
    r"|forskningsråd(?:et)?|myndighet(?:en)?|styresmakt(?:a)?|universitet(?:et)?|høgskole(?:n)?"
    r"|høgskule(?:n)?|folkehelseinstitutt(?:et)?|legemiddelverk(?:et)?|domstol(?:en)?"
    r"|politi(?:et)?|sametinget|sivilombudet|riksrevisjonen|kystverket|brannvesen(?:et)?)\b"
    r"|\b(?:HF|RHF|SF|IKS|KF|NAV|FHI|DSB|NSM)\b|^(?:universitetet|statsforvalteren|statens|statlige)\b",
    re.IGNORECASE,
)
_LAST_LETTERS = str.maketrans({"æ": "\ue001", "ä": "\ue001", "ø": "\ue002", "ö": "\ue002", "å": "\ue003"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A response by the bodies that it is named after: several where it is a joint one."""

    reference: str
    names: tuple[str, ...]
    text: str
    """As it stands in a list: "A og B (felles svar)"."""


def by_alphabet(name: str) -> str:
    """Sort key of the Norwegian alphabet: æ, ø and å come last."""
    return name.casefold().translate(_LAST_LETTERS)


def is_public(name: str) -> bool:
    """Whether a body is a public one, by its name."""
    return bool(_PUBLIC.search(name))


def in_order(names: Iterable[str]) -> list[str]:
    """Public bodies first, then the others, by the alphabet. Never by how big they are."""
    return sorted(names, key=lambda name: (not is_public(name), by_alphabet(name)))


def named(t: Teller, references: Iterable[str]) -> list[Named]:
    """Those of the responses that are named: published ones of others than private persons."""
    found = []
    for reference in references:
        response = t.by_reference[reference]
        if response.state == "published" and not response.public.private:
            found.append(_named(t, response))
    return sorted(found, key=lambda each: (not is_public(each.names[0]), by_alphabet(each.text)))


def _named(t: Teller, response: Reported) -> Named:
    public = response.public
    senders = public.senders if len(public.senders) > 1 else ()
    if not senders:
        return Named(public.reference, (public.name,), public.name)
    text = t.said.joint_name.format(names=t.listed(senders))
    return Named(public.reference, senders, text)


def sender_name(t: Teller, reference: str) -> str:
    """A response's sender as it is shown: private persons by that word alone."""
    public = t.by_reference[reference].public
    return t.words.private_person if public.private else _named(t, t.by_reference[reference]).text
