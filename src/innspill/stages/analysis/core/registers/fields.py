"""The fields of a measure as respondents write them: "Tiltak: …", "Ansvarlig: …"."""

from __future__ import annotations

import re

FIELDS = {
    "name": r"(?:nytt )?tiltak(?: ?nr\.? ?\d+)?|navn|namn|measure",
    "responsible": r"ansvarlig|ansvarleg|ansvar|eier|eigar|responsible",
    "relevant": r"relevant for|gjelder(?: for)?|gjeld(?: for)?|målgruppe",
    "description": r"beskrivelse|skildring|omtale|innhold|innhald|går ut på(?: at)?|description",
}
FIELD = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in FIELDS.items())
    # "Går ut på at …" needs no colon to begin what a measure is.
    + r")(?:[ \t]*:|(?<=går ut på)|(?<=går ut på at))[ \t]*",
    re.IGNORECASE,
)
_OF_MEASURE = re.compile(
    r"\s*(?:\d{1,2}[.)]|[a-z][.)]|[•*–-])?\s*(?:(?:nytt )?tiltak|ansvarl[ei]g|relevant for|beskrivelse|skildring|målgruppe)"
    r"(?: ?nr\.? ?\d+)?[ \t]*:[ \t]*\w",
    re.IGNORECASE,
)


def gives_field(text: str) -> bool:
    """Whether `text` begins with a field of a measure and something in it.

    Less than `FIELD`: "Navn: …" and "Gjelder: …" begin lines of a letter's head too.
    """
    return _OF_MEASURE.match(text) is not None
