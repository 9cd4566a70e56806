"""Names of organisations in running text: the invited bodies, and kinds of name that tell.

No list of Norwegian bodies is kept here: names are recognised by the words that public bodies and
associations are called by, or because the hearing invited them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import Definition

_CAP = r"[A-ZÆØÅ][\w'-]{0,40}"
_LOW = r"[a-zæøå][\w-]{0,40}"
_SIDE = r"(?:Nordre|Søndre|Søre|Øvre|Nedre|Indre|Ytre|Midtre|Vestre|Østre|Store|Gamle|Nye)"
_PLACE = rf"(?:{_SIDE}\s+|{_CAP}\s+og\s+)?{_CAP}"
# Words that end a name: what follows says something about the body.
_WORD = (
    r"(?!(?:som|er|har|vil|kan|mener|meiner|foreslår|føreslår|støtter|støttar|ønsker|ønskjer|"
    r"svarer|svarar|takker|takkar|viser|ser|men|at|i|på|til|å|det|den|de|vi|og|for|av|skal|bør|"
    rf"må|ikke|ikkje|anbefaler|tilrår|slutter|sluttar)\b)(?:{_LOW}|{_CAP})"
)
_FIRST = (
    r"(?:Norsk|Norske|Norges|Noregs|Den\s+norske|Landsforeningen|Landsforeininga|Foreningen|"
    r"Foreininga|Forbundet|Forbund|Interesseforeningen)"
)
_LAST = (
    r"(?:direktoratet|tilsynet|departementet|ombudet|instituttet|forbundet|foreningen|foreininga|"
    r"forening|foreining|organisasjon|organisasjonen|selskapet|samarbeidet|forum|nettverket|"
    r"nettverk|rådet|laget|sykehus|sjukehus|vannverk|vassverk|universitet|stiftelse|stiftelsen|"
    r"stifting|senteret)"
)
_CLUB = r"(?:forum|nettverk|lag|råd|forening|forbund|organisasjon)(?:et)?"
_PATTERNS = (
    rf"{_PLACE}\s+(?:fylkeskommune|kommune|herad|bydel|kommunestyre)\b",
    rf"{_CAP}(?:\s*-\s*{_CAP})?\s+(?:suohkan|tjïelte|gielda)\b",
    rf"Statsforvaltaren\s+i\s+{_CAP}(?:(?:,|\s+og)?\s+{_CAP}){{0,3}}",
    rf"Statsforvalteren\s+i\s+{_CAP}(?:(?:,|\s+og)?\s+{_CAP}){{0,3}}",
    r"Helse\s+(?:Sør-Øst|Vest|Midt-Norge|Nord)\s+RHF",
    rf"(?:Helse\s+)?{_CAP}(?:[\s-]{_CAP}){{0,4}}\s+(?:HF|RHF|IKS|KF|AS|ASA|SA|SF|DA)\b",
    rf"Universitetet\s+i\s+{_CAP}(?:-{_CAP})?(?:\s+og\s+{_CAP})?",
    rf"(?:Høgskulen|Høgskolen|Høyskolen)\s+(?:i|på)\s+{_CAP}",
    rf"Bydel\s+{_CAP}(?:\s+{_CAP})?",
    rf"{_FIRST}(?:\s+(?:(?:for|av|og)\s+)?{_WORD}){{1,4}}",
    rf"{_CAP}(?:\s+(?:og\s+|for\s+)?{_CAP}){{0,4}}\s+(?:{_LOW})?{_LAST}\b",
    rf"{_CAP}{_CLUB}\s+for(?:\s+{_WORD}){{1,3}}",
    rf"[A-ZÆØÅ][a-zæøå]{{1,40}}{_LAST}\b",
)
_ANY = re.compile("(?<!\\w)(?:" + "|".join(f"(?:{pattern})" for pattern in _PATTERNS) + ")")
_NUMBER = re.compile(
    r"(?:org(?:anisasjons)?\.?\s*-?\s*(?:nr|nummer)\.?|foretaksregisteret|NO)\s*:?\s*"
    r"(\d{3}[ \xa0.]?\d{3}[ \xa0.]?\d{3})(?:\s*MVA)?(?!\d)",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(r"\s+(?:AS|ASA|SA|BA|DA|ANS|SF|IKS|KF|HF|RHF|ENK|NUF)\b")
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where in its text it stands."""

    name: str
    start: int
    end: int
    invited: bool

    @property
    def is_unit(self) -> bool:
        """Whether it may be a part of some body ("Dokumentsenteret"): one word, not invited."""
        return not self.invited and " " not in self.name


class Names:
    """Finds organisations in text: those the hearing knows by name, and those that look like one."""

    def __init__(self, definition: Definition) -> None:
        self._owner = definition.owner.casefold()
        self._shunned = {self._owner, (definition.late.to or "").casefold()}
        members = [member for group in definition.bodies for member in group.members]
        self._invited = {
            name.casefold(): member.name
            for member in members
            if not member.collective
            for name in (member.name, *member.aliases)
        }
        self._known = _any_of(self._invited)

    def is_shunned(self, name: str) -> bool:
        """Whether `name` is the hearing's owner, or whom late responses are sent on to."""
        return name.casefold() in self._shunned

    def find(self, text: str) -> list[Named]:
        """The organisations named in `text`, in order; not the hearing's owner.

        Where a name that was invited and one that only looks like a name overlap, the invited
        one counts.
        """
        return sorted(self._find(text), key=lambda named: named.start)

    def _find(self, text: str) -> Iterator[Named]:
        taken = bytearray(len(text))
        for pattern, invited in ((self._known, True), (_ANY, False)):
            if pattern is None:
                continue
            for found in pattern.finditer(text):
                if any(taken[found.start() : found.end()]):
                    continue
                form = _LEGAL_FORM.match(text, found.end())
                end = form.end() if form else found.end()
                taken[found.start() : end] = b"\1" * (end - found.start())
                name = " ".join(text[found.start() : end].split())
                name = self._invited.get(name.casefold(), name)
                if not self.is_shunned(name):
                    yield Named(name, found.start(), end, invited)


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of `names` as whole words, the longest first."""
    longest = sorted((name for name in names if len(name) > 2), key=len, reverse=True)
    if not longest:
        return None
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def organisation_number_in(text: str) -> str | None:
    """The first organisation number in `text` that is called one and whose check digit is right."""
    for found in _NUMBER.finditer(text):
        number = re.sub(r"\D", "", found.group(1))
        if is_organisation_number(number):
            return number
    return None


def is_organisation_number(number: str) -> bool:
    """Whether nine digits are an organisation number: modulus 11, weights 3 2 7 6 5 4 3 2.

    Source: Brønnøysundregistrene, "Om organisasjonsnummeret".
    """
    if not re.fullmatch(r"[89]\d{8}", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(number[8])
