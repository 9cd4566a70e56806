"""The words that Norwegian bodies and associations are called by, as patterns.

No list of bodies is kept: a municipality, a union and a health trust are each known by how such
names are made. Every pattern is bounded, so that reading takes a time that grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import either, parties

UPPER = "A-ZÀ-ÖØ-ÞČĐŊŠŦŽ"
LOWER = "a-zß-öø-ÿčđŋšŧž"
CAP = rf"[{UPPER}][\w'’-]{{0,40}}"
LOW = rf"[{LOWER}][\w-]{{0,40}}"
_SIDE = (
    r"(?:Nordre|Søndre|Søre|Øvre|Nedre|Indre|Ytre|Midtre|Vestre|Østre|Øystre|Store|Gamle|Nye|"
    r"Austre|Nord|Sør|Vest|Øst|Aust)"
)
_PLACE = rf"(?:{_SIDE}\s+|{CAP}\s+og\s+)?{CAP}"
_PLACES = rf"{CAP}(?:(?:,|\s+og)?\s+{CAP}){{0,3}}"
# Words that end a name: what follows says something about the body.
_ENDS = (
    r"som|er|har|vil|kan|mener|meiner|foreslår|føreslår|støtter|støttar|ønsker|ønskjer|svarer|svarar|"
    r"takker|takkar|viser|ser|men|at|i|på|til|å|det|den|de|vi|og|for|av|skal|bør|må|ikke|ikkje|"
    r"anbefaler|tilrår|slutter|sluttar|ber|avgir|deler|fra|frå|med|mot|ved|hos|tar|tek|organiserer"
)
_WORD = rf"(?!(?:{_ENDS})\b)(?:{LOW}|{CAP})"
_FIRST = (
    r"(?:Norsk|Norges|Noregs|Den\s+[Nn]orske|Landsforeningen|Landsforeininga|Landslaget|Foreningen|"
    r"Foreininga|Forbundet|Forbund|Interesseforeningen|Nasjonalforeningen|Nasjonalt\s+senter|"
    r"Landsorganisasjonen|Landsrådet|Stiftelsen|Stiftinga|Velforeningen|Borettslaget|Sameiet|"
    r"Turlaget|Idrettslaget|Kommunal|Kommunalt|Interkommunalt|Statens|Regionrådet|"
    r"Advokatfirmaet|Arbeidsgruppa|Arbeidsgruppe|Studentparlamentet|Foreldreutvalget|Elevrådet)"
)
_JOINED = r"(?:for|av|i|på|mot|ved)"
_ADJECTIVE = rf"(?:[{LOWER}]\w{{1,30}}(?:ell|al|lig|leg|ig|isk|sk|ende|ale|elle|ige)\s+)?"
LAST = (
    r"(?:direktoratet|direktorat|tilsynet|departementet|departement|ombudet|instituttet|institutt|"
    r"forbundet|forbund|foreningen|foreininga|forening|foreining|organisasjonen|organisasjon|"
    r"selskapet|selskap|samarbeidet|forum|nettverket|nettverk|rådet|råd|laget|lag|landslag|"
    r"sykehuset|sykehus|sjukehuset|sjukehus|vannverk|vassverk|universitetet|universitet|"
    r"stiftelse|stiftelsen|stifting|senteret|senter|politidistrikt|partiet|parti|museet|museum|"
    r"høgskole|høgskule|høyskole|høgskolen|høgskulen|høyskolen|bispedømme|fellesråd|klubben|klubb|"
    r"alliansen|kommisjonen|akademiet|registrene|registeret|etaten|vesenet|verket|"
    r"samarbeidsorgan|tjeneste|pensjonskasse|ombud|tilsyn|institusjonen|fronten|parlamentet)"
)
# Those that are a name by themselves, behind a first part: "Brutilsynet", "Fagforbundet".
_ALONE = (
    r"(?:direktoratet|tilsynet|departementet|ombudet|instituttet|forbundet|foreningen|foreininga|"
    r"forening|foreining|organisasjonen|selskapet|samarbeidet|forum|nettverket|nettverk|rådet|"
    r"laget|sykehus|sjukehus|vannverk|vassverk|universitet|stiftelsen|senteret|partiet|"
    r"registrene|fronten|kirken|registeret)"
)
# Words that end like a body's name and are none: "Forslaget", "Innsatsområdet".
COMMON_WORD = re.compile(
    r"\w*(?:forslag|grunnlag|underlag|overlag|innslag|utslag|nedslag|anslag|bilag|oppslag|omslag|"
    r"tilslag|avslag|påslag|opplag|belag|beslag|områd|utdrag|nærsenter|bysenter)(?:et|a)?|"
    r"(?:Bygde|By|Kommune)?sentret|Statsråd(?:et)?|Byråd(?:et)?|Overslag(?:et)?",
    re.IGNORECASE,
)
_COUNCIL = (
    r"(?:[Ee]ldrerådet|[Uu]ngdomsrådet|[Ee]ldreråd|[Uu]ngdomsråd|[Bb]arne-\s+og\s+ungdomsrådet|"
    r"[Ss]eniorrådet|[Rr]åd(?:et)?\s+for\s+(?:personer|mennesker|menneske|personar|eldre)"
    r"(?:\s+(?:med\s+(?:nedsatt\s+funksjonsevne|funksjonsnedsett?(?:else|ing)(?:er|ar)?)|"
    r"og\s+personer\s+med\s+funksjonsnedsettelse))?)"
)
_CLUB = r"(?:forum|nettverk|lag|råd|forening|forbund|organisasjon)(?:et)?"
_PARTY = rf"(?:{either(parties.NAMES, parties.SHORT)}|Arbeidarparti|Arbeiderparti|Senterparti)"
_LEGAL = r"(?:HF|RHF|IKS|KF|AS|ASA|SA|SF|DA|BA|ANS|NUF)"
SPOKESMAN = (
    r"(?:Kommunedirektøren|Rådmannen|Formannskapet|Kommunestyret|Bystyret|Ordføreren|"
    r"Fylkesdirektøren|Byrådet)"
)
SAMI = r"(?:suohkan|tjïelte|gielda|komuni)"
LEGAL_FORM = re.compile(rf"\s+{_LEGAL}\b")
_PATTERNS = (
    rf"{_COUNCIL}\s+i\s+{_PLACE}(?:\s+(?:fylkeskommune|kommune|herad))?",
    rf"{SPOKESMAN}\s+i\s+{_PLACE}(?:\s+(?:fylkeskommune|kommune|herad))?",
    r"Byrådsavdeling(?:en|a)?\s+for\s+(?:[\w-]{2,40}(?:,\s+|\s+og\s+|\s+)){0,5}[\w-]{3,40}",
    rf"{_PLACE}\s+(?:fylkeskommune|kommune|herad|bydel|kommunestyre)(?=s?\b)",
    rf"{CAP}(?:\s+{CAP})?\s+{SAMI}\b",
    rf"Statsforvalt[ae]ren\s+i\s+{_PLACES}",
    r"Helse\s+(?:Sør-Øst|Vest|Midt-Norge|Nord)\s+(?:IKT\s+AS|RHF)",
    rf"(?:Helse\s+)?{CAP}(?:\s+{CAP}){{0,4}}\s+{_LEGAL}\b",
    rf"(?:Universitetet|Sykehuset|Sjukehuset)\s+i\s+{CAP}(?:\s+og\s+{CAP})?",
    rf"(?:Høgskulen|Høgskolen|Høyskolen)\s+(?:i|på)\s+{CAP}",
    rf"Bydel\s+{CAP}(?:\s+{CAP})?",
    rf"Direktoratet\s+for\s+(?:{_WORD})(?:(?:,\s+|\s+og\s+|\s+for\s+|\s+)(?:{_WORD})){{0,3}}",
    rf"[{UPPER}]\w{{2,40}}-(?:,\s+\w{{2,40}}-){{0,2}}\s+og\s+\w{{0,40}}{LAST}(?=s?\b)",
    (
        rf"{_FIRST}\s+{_WORD}(?:\s+{_JOINED}\s+{_ADJECTIVE}{_WORD}|\s+{CAP}|\s+(?:{LOW})?{LAST}\b|"
        rf"\s+{_JOINED}\s+{CAP}|\s+og\s+{LOW}){{0,4}}"
    ),
    rf"{_FIRST}(?:\s+{_JOINED}\s+{_ADJECTIVE}{_WORD}){{1,3}}",
    rf"{CAP}(?:\s+(?:og\s+|for\s+)?{CAP}){{0,4}}\s+\w{{0,40}}(?i:{LAST})(?=s?\b)",
    rf"{CAP}{_CLUB}\s+for(?:\s+{_WORD}){{1,3}}",
    (
        rf"[{UPPER}][{LOWER}-]{{1,40}}(?:partiet|forbundet|foreningen|foreininga|laget|etaten|kontoret|"
        rf"rådet|organisasjonen)\s+i\s+{CAP}(?:\s+kommune)?"
    ),
    rf"[{UPPER}][{LOWER}-]{{1,40}}{_ALONE}(?=s?\b)",
    rf"{CAP}\s+{_PARTY}\b",
    rf"Rødt\s+{CAP}",
    rf"(?:NHO|LO|KS)\s+{CAP}",
)
# Words that begin a sentence or a line, and no name.
_NO_START = (
    r"(?!(?:Til|For|Fra|Frå|Når|At|Om|Og|Men|Vi|Me|Det|Den(?!\s+[Nn]orske)|De|Dei|I|På|Ved|Som|"
    r"Hvis|Dersom|Da|Også|Både|Denne|Dette|Disse|Desse|Kopi|Høring|Høyring|Høringssvar|Svar|"
    r"Uttalelse|Innspill|Innspel|Deres|Dykkar|Vår|Vårt|Våre|Alle|Mange|Noen|Nokre|Kommunen|"
    r"Landets|Hver|Kvar|Av|Et|En|Ei|Eit|Ein|Er|Har|Felles|Offentlig|Postmottak|Post|To|The|From|"
    r"Avsender|Avsendar|Saksbehandler|Hei|Kjære|Hilsen|Helsing|Mvh)\b)"
)
# A name stands on one line; a wide gap parts two letterheads.
_SPACE = r"[^\S\n]{1,2}"
_ANY_NAME = re.compile(
    f"(?<![\\w-]){_NO_START}(?:"
    + "|".join(f"(?:{pattern})" for pattern in _PATTERNS).replace(r"\s+", _SPACE)
    + ")"
)
# What every one of them begins with: looked for first, since most words are no name.
_BEGINS = re.compile(
    rf"[{UPPER}bersu](?<![\w-].)(?:(?<=[{UPPER}])|(?<=e)ldrer|(?<=u)ngdoms|(?<=b)arne-|"
    r"(?<=s)enior|(?<=r)åd)"
)


def names_like(text: str) -> Iterator[re.Match[str]]:
    """What in `text` looks like a body's name, in order, none within another."""
    end = 0
    for begins in _BEGINS.finditer(text):
        if begins.start() >= end and (found := _ANY_NAME.match(text, begins.start())):
            end = found.end()
            yield found
