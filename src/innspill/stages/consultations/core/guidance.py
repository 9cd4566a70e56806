"""What on a form is the form's own instruction, and what somebody may have written.

The form that is imported may be a filled one, so nothing counts as the form's unless its shape
says so. What is in doubt is left out: a line of guidance can be added by hand, a sentence of a
respondent must not end up in a definition.
"""

from __future__ import annotations

import re

_ORDER = (
    r"(?:vennligst\s+|ver\s+venleg\s+og\s+|please\s+)?(?:utdyp|utdjup|angi|oppgi|oppgje|beskriv"
    r"|skildre|begrunn|grunngi|grunngje|skriv|fyll\s+(?:ut|inn)|spesifiser|forklar|presiser"
    r"|kommenter|før\s+opp|kryss\s+av|set+\s+kryss|velg|vel|gi\s+(?:gjerne|en|ei|eit|et)"
    r"|list\s+opp|describe|explain|state|specify|write|tick)"
)
_CONDITION = (
    r"(?:ved\s+(?:utdypning|utdyping|utdjuping|behov|svar|ja|nei|merknader|endringsforslag)"
    r"|hvis|dersom|om|if|\w+(?:er|ar)\s+(?:du|dere|de))\b[^.:?!]{0,80}"
)
_UP_TO_COLON = re.compile(
    rf"(?:{_ORDER}|{_CONDITION}?,?\s*\b{_ORDER})\b[^.:?!]{{0,200}}:", re.IGNORECASE
)
_POINTS_AT_FIELD = re.compile(
    rf"(?:{_CONDITION},?\s*)?{_ORDER}\b[^.:?!]{{0,160}}\b(?:fritekst\w*|felt\w*|nedenfor|nedanfor"
    r"|under|her|rute\w*|boks\w*|alternativ\w*|box|below|field)\b[^.:?!]{0,60}[.:]?$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[\s:;.,–-]+(?:vi\s+|me\s+|kommunen\s+)?(?:har\s+|have\s+)?"
    r"(?:(?:ingen|inga|ikke\s+noen|ikkje\s+nokon|uten|utan|no)\s+(?:spesielle\s+|særskilte\s+)?"
    r"(?:innspill|innspel|kommentar(?:er|ar)?|merknad(?:er|ar)?|bemerkning(?:er)?|synspunkt(?:er)?"
    r"|tilbakemelding(?:er|ar)?|comments?|remarks?|input)|ikke\s+(?:aktuelt|relevant)"
    r"|ikkje\s+(?:aktuelt|relevant)|n/a|[–-])\s*[.!]?\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:navn|namn|avsender|avsendar|høringsinstans|høyringsinstans|organisasjon\w*|virksomhet\w*"
    r"|verksemd|kommune|kontaktperson|kontakt|stilling|e-?post\w*|telefon\w*|tlf|mobil|adresse"
    r"|postadresse|dato|sted|stad|(?:vår|deres)\s+ref\w*|saksnr|saksnummer|sak|saksbehandler"
    r"|org\.?\s*nr|sender|name|organi[sz]ation|date|case number|contact|address|e-?mail|phone)"
    r"(?:\s+(?:på|til|for|i|av|og|of)\s+[\wæøå/-]+|/[\wæøå]+|\s+\([^)]*\)){0,3}",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s{3,}|\t")


def instruction(text: str) -> str:
    """The instruction that `text` begins with, up to its colon, or "" where it has none.

    "Ved utdypning, angi tiltak, ansvarlig:" is one; "Ved hendelser bør kommunen varsle:" is not.
    """
    match = _UP_TO_COLON.match(text)
    if match:
        return match.group().strip()
    match = _POINTS_AT_FIELD.match(text)
    return match.group().strip() if match else ""


def without_answer(heading: str) -> str:
    """A heading as the form has it, without "Ingen innspill" written on the same line."""
    parts = _GAP.split(heading.strip(), maxsplit=1)
    kept = parts[0] if len(parts[0]) >= 10 else heading
    cut = _NOTHING.sub("", kept)
    return cut.strip() or heading.strip()


def field_label(text: str) -> str:
    """The label of a field such as "Avsender: Nordvik kommune", or "" where it is no field."""
    match = re.match(rf"({_FIELD.pattern})\s*:", text, re.IGNORECASE)
    if match:
        return match.group().strip()
    return text if re.fullmatch(_FIELD.pattern, text, re.IGNORECASE) else ""
