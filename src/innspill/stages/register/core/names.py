"""Names of senders made comparable: folded, without company form, with their short forms."""

from __future__ import annotations

import re
import unicodedata

SHORT_NAMES = {
    "digdir": "digitaliseringsdirektoratet",
    "dsa": "direktoratet for strålevern og atomsikkerhet",
    "dsb": "direktoratet for samfunnssikkerhet og beredskap",
    "ffo": "funksjonshemmedes fellesorganisasjon",
    "fhi": "folkehelseinstituttet",
    "hdir": "helsedirektoratet",
    "ks": "kommunesektorens organisasjon",
    "lo": "landsorganisasjonen i norge",
    "nhn": "norsk helsenett",
    "nho": "næringslivets hovedorganisasjon",
    "nkom": "nasjonal kommunikasjonsmyndighet",
    "nsf": "norsk sykepleierforbund",
    "nsm": "nasjonal sikkerhetsmyndighet",
    "ntnu": "norges teknisk naturvitenskapelige universitet",
    "nve": "norges vassdrags og energidirektorat",
    "uib": "universitetet i bergen",
    "uio": "universitetet i oslo",
    "uit": "universitetet i tromsø",
    "ys": "yrkesorganisasjonenes sentralforbund",
}
"""What Norwegian public bodies and large associations are called for short."""

_FORMS = frozenset({"as", "asa", "sf", "hf", "iks", "ba", "sa", "nuf", "ks"})
_SMALL = frozenset({"for", "og", "i", "av", "de", "den", "det", "på", "til", "med", "the", "of"})
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"\s*(?:,| v/| ved | – | - )\s*")


def fold(name: str) -> str:
    """`name` without case, punctuation and brackets, in single spaces: for comparing only."""
    plain = _IN_BRACKETS.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def bare(name: str) -> str:
    """`fold(name)` without the company form at its end ("Norsk helsenett SF" and without SF)."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    return " ".join(words)


def bracketed(name: str) -> tuple[str, ...]:
    """The short forms that a name gives itself in brackets, folded: "… (DSB)" gives "dsb"."""
    found = (fold(each) for each in _IN_BRACKETS.findall(name))
    return tuple(each for each in found if each)


def initials(name: str) -> str:
    """The first letters of the words that carry meaning, "" for fewer than three of them."""
    words = [word for word in fold(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def head(name: str) -> str | None:
    """What stands before a comma, "v/" or a dash: the body that a unit belongs to, if any."""
    parts = _PART.split(name, maxsplit=1)
    return parts[0] if len(parts) == 2 and parts[0] else None


def keys(name: str, aliases: tuple[str, ...] = ()) -> frozenset[str]:
    """Every folded form under which a body may be named outright."""
    known = {bare(each) for each in (name, *aliases)} | {fold(each) for each in (name, *aliases)}
    known |= set(bracketed(name))
    known |= {short for short, full in SHORT_NAMES.items() if full in known}
    known |= {SHORT_NAMES[each] for each in known if each in SHORT_NAMES}
    return frozenset(each for each in known if each)
