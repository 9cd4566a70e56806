"""Where the writer says who they are: after a greeting, after "navn" and its like, on the last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import either
from innspill.shared.words.given_names import GIVEN
from innspill.shared.words.kin import PARENTS
from innspill.stages.publication.core.name_shapes import LOUD, NAME, PART, is_persons
from innspill.stages.publication.core.plain import CAPITALS
from innspill.stages.publication.core.signed_lines import signed_lines

_CLOSING = re.compile(
    r"(?i:(?<![^\W_])(?:hilsen|helsing|helsning|hilser|hilsing|mvh|mvh\.|vh|m\.v\.h\.|regards|sincerely|"
    r"faithfully|dearvvuođaiguin|takk))"
    r"(?P<gap>[.,:!]?(?:[ ]{0,2}\n){1,3}[ \t]*|[ ,.:]{1,3}(?:(?:fra|frå|til dere)[ ])?"
    rf"(?:(?:en|ei|et|den|bekymret|oss|i|ekteparet|{either(PARENTS)}|"
    r"nabo|lærer|hytteeier|innbygger)[ ,]+){0,4}(?:\n{1,2})?)"
    rf"(?P<name>(?:[{CAPITALS}][ ]){{1,3}}{PART}|{NAME}|{LOUD})(?![^\W_])"
)
_SMALL = re.compile(
    r"(?i:(?<![^\W_])(?:hilsen|helsing|mvh)[.,]?\s{1,3}(?:fra |frå )?)"
    r"(?P<name>[^\W\d_]{2,20})(?=[ .]{0,2}(?:\n|$))"
)
"""One word at the end of a line after a greeting: a given name in small letters, perhaps."""
_LABEL = re.compile(
    r"(?<![^\W_])(?i:fornavn og etternavn|etternamn|fornamn|navn på innsender|fornavn etternavn|navn og adresse|"
    r"namn og adresse|etternavn|fornavn|navn|namn|name|avsender|avs|innsender|søker|(?:fra|frå|from)(?=:)|eier|"
    r"jeg heter|jag heter|jeg hedder|eg heiter|æ heite|mitt navn er|namnet mitt er|navnet mitt|n avn|mun lean|my name is|"
    r"jeg,|eg,|vi,|vi to,|undertegnede,|undertegnede|underteikna)[ ]{0,2}\.?[:\t]?[ \t]{0,20}\(?"
    rf"(?P<name>{NAME}|{LOUD})(?![^\W_])"
)


def signing(text: str) -> Iterator[tuple[int, int]]:
    """Where the writer says who they are: after a greeting, or after "navn" and its like."""
    for pattern in (_CLOSING, _LABEL):
        for found in pattern.finditer(text):
            if is_persons(found["name"]):
                yield found.span("name")
    yield from signed_lines(text)
    for found in _SMALL.finditer(text):
        if found["name"].islower() and found["name"].capitalize() in GIVEN:
            yield found.span("name")
