"""What the address that a mail was sent from tells of who sent it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.utils import parseaddr

from innspill.stages.reading.core.answers.name_words import CAP
from innspill.stages.reading.core.answers.organisation_names import without_brackets

_MUNICIPAL = re.compile(r"(?:^|\.)(?P<place>[\w-]+)\.(?P<kind>kommune|herad)\.no$")
_COUNTY = re.compile(r"(?:^|\.)(?P<place>[\w-]+?)[.-]?fylke(?:skommune)?\.no$")
_PRIVATE = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|online|"
    r"broadpark|getmail|proton(?:mail)?|gmx|start|epost|c2i|frisurf|lyse|altibox|ebnett|post|mail)"
    r"\.[a-z.]{2,10}$"
)
_BOX = re.compile(
    r"^(?:e-?post|post(?:mottak|kasse|en)?|firmapost|noreply|no-reply|info|kontakt|mail|hoyring|"
    r"h[oø]ring|arkiv(?:et)?|dokumentsenter(?:et)?)$",
    re.IGNORECASE,
)
_FOLDS = (("ø", ("o", "oe")), ("æ", ("ae", "e")), ("å", ("a", "aa")), ("ö", ("o",)), ("á", ("a",)))
_CAPITALISED = re.compile(rf"{CAP}(?:\s+{CAP})?")
_FORMS = re.compile(r"\s+(?:HF|RHF|IKS|KF|AS|ASA|SA|SF|DA)\b")
_MOST = 4000


def address_of(header: str) -> tuple[str, str]:
    """The name and the domain in the header "Kari Lie <kari@as.kommune.no>"; "" where none is."""
    name, address = parseaddr(header.replace("\n", " "))
    if "@" not in address and "@" in header:
        address = header
    domain = address.rpartition("@")[2].strip(" <>\"'").casefold()
    name = name.strip(" \"'")
    return ("" if "@" in name else name), (domain if "." in domain else "")


def is_box(name: str) -> bool:
    """Whether `name` is that of a mailbox: "Postmottak"."""
    return not name or bool(_BOX.fullmatch(name))


def is_private(domain: str) -> bool:
    """Whether anybody may have an address at `domain`."""
    return bool(_PRIVATE.search(domain))


def body_of_domain(domain: str, said: str) -> str | None:
    """The municipality or county that `domain` belongs to: "drammen.kommune.no" is Drammen kommune.

    An address has no æ, ø and å; how the place is spelt is looked up in what the response `said`.
    """
    found = _MUNICIPAL.search(domain)
    kind = found["kind"] if found else "fylkeskommune"
    found = found or _COUNTY.search(domain)
    if not found:
        return None
    place = found["place"]
    return f"{_spelt(place, said) or _capitalised(place)} {kind}"


def _capitalised(place: str) -> str:
    small = {"og", "i"}
    parts = [part if part in small else part.capitalize() for part in place.split("-")]
    return " ".join(parts)


def _spelt(place: str, said: str) -> str | None:
    plain = place.replace("-", "")
    for found in _CAPITALISED.finditer(said[:_MOST]):
        for word in (found[0], found[0].split()[0]):
            if plain in folded(word):
                return word
    return None


def folded(name: str) -> frozenset[str]:
    """The ways to write `name` in an address: without spaces, hyphens, æ, ø and å."""
    plain = re.sub(r"[^\w]", "", name.casefold())[:60]
    ways = {plain}
    for letter, written in _FOLDS:
        if letter in plain:
            ways = {way.replace(letter, by) for way in ways for by in written}
    return frozenset(ways)


def belongs(name: str, domain: str) -> bool:
    """Whether a mail from `domain` is likely from the body `name`: its name, or its initials."""
    if not domain or is_private(domain):
        return False
    labels = [label.replace("-", "") for label in domain.split(".")[:-1]]
    whole = without_brackets(name)
    plain = folded(_FORMS.sub("", whole))
    if name.casefold().endswith((" kommune", " herad", " fylkeskommune")):
        own = body_of_domain(domain, name)
        return own is not None and bool(folded(own) & folded(name))
    initials = set(_initials(whole))
    return any(
        label in plain
        or label in initials
        or (len(label) > 3 and any(way.startswith(label) or label.startswith(way) for way in plain))
        for label in labels
        if len(label) > 1
    )


def _initials(name: str) -> Iterator[str]:
    words = re.findall(r"[\w]+", name.casefold())
    yield "".join(word[0] for word in words)
    yield "".join(word[0] for word in words if word not in {"i", "og", "for", "av", "på"})


def short_for(short: str, names: Iterable[str]) -> str | None:
    """Which of `names` the short form "NTNU" stands for: its letters in order, the first first."""
    letters = short.casefold()
    for name in names:
        whole = name.casefold()
        if len(whole) > 2 * len(letters) and whole[:1] == letters[:1]:
            rest = iter(whole)
            if all(letter in rest for letter in letters):
                return name
    return None
