"""Who is meant by an office or a unit: "Kommunedirektøren i Drammen" writes for Drammen kommune."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innspill.shared.values import Certainty
from innspill.shared.words import either, parties
from innspill.stages.register.core.municipalities import (
    Place,
    counties_named,
    county_of,
    full_name,
    municipalities_named,
)
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.persons import kind_of

LONGEST = 300
"""Signs of a name that are looked at; what is longer is a text, not a name."""
_MUNICIPAL = re.compile(
    r"(?:kommunedirektør(?:en)?|rådmann(?:en)?|administrasjonssjef(?:en)?|(?:vara)?ordfør[ea]r(?:en)?|"
    r"heradsordførar(?:en)?|formannskapet|kommunestyret|bystyret|heradsstyret|byråd(?:et|en)?|"
    r"byrådsleder(?:en)?|byrådsavdeling(?:en)?|kommunalsjef(?:en)?|kommuneadministrasjonen)"
    r"(?: for [\w ,-]+?)? (?:i|ved|for) (?P<place>.+)",
    re.IGNORECASE,
)
_COUNTY = re.compile(
    r"(?:fylkeskommunedirektør(?:en)?|fylkesrådmann(?:en)?|fylkesdirektør(?:en)?|"
    r"fylkesordfør[ea]r(?:en)?|fylkesrådet|fylkestinget|fylkesutvalet|fylkesutvalget)"
    r" (?:i|ved|for) (?P<place>.+)",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(
    r"(?:(?:på vegn?er? av )?(?:hoved)?styret|styreleder\w*|styreleiar\w*|generalsekretær\w*|"
    r"sekretariatet|ledelsen|leiinga|administrasjonen|(?:administrerende |adm\. ?|dagleg |daglig )?"
    r"(?:direktør\w*|leder|leiar)|forbundsleder\w*|president\w*|rektor\w*|rektoratet)"
    r" (?:i|ved|for) (?P<body>.+)",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"(?:^|.*\b)(?:for og )?på vegne(?:r)? av (?:styret i |medlemmene i )?(?P<body>.+)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:seksjon\w*|avdeling\w*|avd|enhet\w*|eining\w*|\w*etat(?:en)?|virksomhet\w*|verksemd\w*|"
    r"stab\w*|sektor\w*|område\w*|kommunalområde\w*|tjeneste\w*|teneste\w*|administrasjon\w*|"
    r"byrådsavdeling\w*|team|program\w*|byutvikling\w*|helse og \w+|kontor\w*|rådmann\w*|"
    r"kommunedirektør\w*|ordfører\w*|ordførar\w*|kommuneoverleg\w*|postmottak|saksbehandler\w*)\b"
)
_OWN_VOICE = re.compile(
    r"\b(?:(?!byråd|fylkesråd)\w*(?:råd|rådet|rådene|utvalg|utvalget|utval|utvalet|ombud|ombudet|"
    r"ombod|ombodet|klubb|klubben|lag|laget|gruppe|gruppa|gruppen)|"
    r"\w*(?:revisjon|tillitsval|forening|foreining|forbund|parti|foretak|føretak|menighet|"
    rf"stiftelse|stifting|nemnd)\w*|kf|as|iks|{either(parties.SHORT, parties.NAMES).casefold()})\b"
)
_CUT = re.compile(r"\s*(?:,|;| ved | – | — | - |\||/)\s*")
_RUN_TOGETHER = re.compile(r"(?P<body>.+? (?:fylkes)?kommune) (?P<rest>.+)", re.IGNORECASE)
_BY = re.compile(r"\bv/\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """The body that a name means, how sure, and why (in English, for the grounds)."""

    name: str
    certainty: Certainty
    ground: str


def meant_by(name: str) -> Meant | None:
    """The body that stands behind an office, a unit or a municipality's other name; or None.

    What stands for itself gives None, "Drammen kommune" too; a council or a committee has a voice
    of its own and is never taken for the body it is of. Never raises.
    """
    written = " ".join(name.replace("\0", " ")[:LONGEST].split())
    for rule in (_of_a_place, _municipality, _in_parts, _run_together, _of_a_body, _bare_place):
        found = rule(written)
        if found is not None:
            itself = fold(found.name) == fold(written)
            return None if itself and found.certainty is not Certainty.UNSURE else found
    return None


def _of_a_place(written: str) -> Meant | None:
    office = _COUNTY.fullmatch(written)
    if office:
        for county in counties_named(f"{office['place']} fylkeskommune"):
            name = f"{county.name} fylkeskommune"
            return Meant(name, Certainty.CERTAIN, f"is an office of {name}")
    office = _MUNICIPAL.fullmatch(written)
    if office:
        place = office["place"]
        found = municipalities_named(place) or municipalities_named(f"{place} kommune")
        if found:
            return _one_of(found, "is an office of")
    return None


def _in_parts(written: str) -> Meant | None:
    """As in "Drammen kommune v/ seksjon for vann" and "Seksjon for vann, Drammen kommune"."""
    parts = [part for part in _CUT.split(_BY.sub(" ved ", written)) if part]
    if len(parts) < 2:
        return None
    wholes = [(at, body) for at, part in enumerate(parts) if (body := _official(part))]
    if len({body for _, body in wholes}) != 1:
        return None
    at, body = wholes[0]
    rest = [fold(part) for place, part in enumerate(parts) if place not in {w for w, _ in wholes}]
    if not rest:
        return Meant(body, Certainty.CERTAIN, f"is {body}, in two languages")
    if any(map(has_own_voice, rest)):
        return Meant(body, Certainty.UNSURE, f"has a voice of its own within {body}")
    units = all(_UNIT.search(part) for part in rest)
    if units:
        return Meant(body, Certainty.LIKELY, f"is a unit of {body}")
    by_a_person = at == 0 and _BY.search(written) and all(map(_is_person, rest))
    sure = Certainty.LIKELY if by_a_person else Certainty.UNSURE
    return Meant(body, sure, f"names {body}")


def _of_a_body(written: str) -> Meant | None:
    found = _OF_A_BODY.fullmatch(written) or _ON_BEHALF.fullmatch(written)
    if found is None or len(found["body"]) < 3:
        return None
    body = found["body"].strip(" .")
    behind = _of_a_place(body) or _in_parts(body) or _municipality(body)
    name = behind.name if behind else body
    sure = Certainty.UNSURE if behind and behind.certainty is Certainty.UNSURE else Certainty.LIKELY
    return Meant(name, sure, f"speaks for {name}")


def _municipality(written: str) -> Meant | None:
    """A municipality or county in any of its forms: in Sámi, without marks, misplaced hyphens."""
    county = counties_named(written)
    if county:
        name = f"{county[0].name} fylkeskommune"
        return Meant(name, Certainty.CERTAIN, f"is {name}")
    found = municipalities_named(written)
    if not found:
        return None
    return _one_of(found, "is")


def _one_of(found: tuple[Place, ...], how: str) -> Meant:
    """The municipality; where two have the name, a person must say which."""
    if len(found) > 1:
        places = " and ".join(county_of(each).name for each in found)
        name = f"{found[0].name} kommune"
        return Meant(name, Certainty.UNSURE, f"there is one of this name in {places}")
    name = full_name(found[0])
    return Meant(name, Certainty.CERTAIN, f"{how} {name}, municipality {found[0].number}")


def _run_together(written: str) -> Meant | None:
    """As in "Oslo kommune Helseetaten": a municipality's name, and right after it a unit's."""
    found = _RUN_TOGETHER.fullmatch(written)
    body = _official(found["body"]) if found else None
    rest = fold(found["rest"]) if found else ""
    if body is None or not _UNIT.search(rest) or has_own_voice(rest):
        return None
    return Meant(body, Certainty.LIKELY, f"is a unit of {body}")


def _bare_place(written: str) -> Meant | None:
    found = municipalities_named(written, alone=True)
    if not found:
        return None
    name = full_name(found[0]) if len(found) == 1 else f"{found[0].name} kommune"
    return Meant(name, Certainty.UNSURE, f"has the name of {name}")


def has_own_voice(folded: str) -> bool:
    """Whether a folded name is that of a council, a club or a company within or beside a body."""
    return _OWN_VOICE.search(folded) is not None


def _is_person(folded: str) -> bool:
    kind, sure, _ = kind_of(folded)
    return kind == "person" and sure is Certainty.LIKELY


def _official(part: str) -> str | None:
    found = municipalities_named(part)
    if len(found) == 1:
        return full_name(found[0])
    named = counties_named(part)
    return f"{named[0].name} fylkeskommune" if named else None
