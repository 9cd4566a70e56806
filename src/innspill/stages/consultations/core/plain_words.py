"""Heavy official words and what to write instead: general knowledge of klarspråk, kept short.

A word is here only where the plainer one nearly always fits in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from innspill.stages.consultations.core.definition import Language

_HEAVY: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "vedrørende": "om",
        "angående": "om",
        "i forbindelse med": "ved, under eller om",
        "i henhold til": "etter",
        "i medhold av": "etter",
        "med hensyn til": "om",
        "hva angår": "om",
        "når det gjelder": "om",
        "på bakgrunn av": "fordi, eller etter",
        "under henvisning til": "vi viser til",
        "ovennevnte": "dette",
        "nedenstående": "under",
        "foreliggende": "dette",
        "herværende": "dette",
        "inneværende år": "i år",
        "forut for": "før",
        "innen utløpet av": "innen",
        "innen utgangen av": "innen",
        "ytterligere": "mer eller flere",
        "samtlige": "alle",
        "undertegnede": "jeg",
        "foreta": "gjøre",
        "foretas": "gjøres",
        "iverksette": "sette i gang",
        "iverksettes": "settes i gang",
        "hensynta": "ta hensyn til",
        "hensyntas": "tas hensyn til",
        "besørge": "sørge for",
        "fremsette": "komme med",
        "fremsettes": "sendes inn",
        "erverve": "få eller kjøpe",
        "bistå": "hjelpe",
        "bistand": "hjelp",
        "anmode": "be",
        "anmodes": "bes",
        "implementere": "innføre",
        "implementeres": "innføres",
        "implementering": "innføring",
        "herunder": "blant annet",
        "såfremt": "hvis",
        "dersom ikke annet er fastsatt": "hvis ikke noe annet er bestemt",
        "likeledes": "også",
        "følgelig": "derfor",
        "beløper seg til": "er",
        "ikrafttredelsen": "at reglene begynner å gjelde",
        "for så vidt gjelder": "om",
    },
    "nn": {
        "vedrørande": "om",
        "vedkomande": "om",
        "i samband med": "ved, under eller om",
        "i høve til": "etter",
        "i medhald av": "etter",
        "med omsyn til": "om",
        "når det gjeld": "om",
        "på bakgrunn av": "fordi, eller etter",
        "ovannemnde": "dette",
        "inneverande år": "i år",
        "forut for": "før",
        "innan utløpet av": "innan",
        "innan utgangen av": "innan",
        "ytterlegare": "meir eller fleire",
        "samtlege": "alle",
        "iverksetje": "setje i gang",
        "iverksette": "sette i gang",
        "iverksetjast": "setjast i gang",
        "implementere": "innføre",
        "implementering": "innføring",
        "herunder": "mellom anna",
        "følgjeleg": "difor",
        "bistand": "hjelp",
    },
    "en": {
        "pertaining to": "about",
        "with regard to": "about",
        "with respect to": "about",
        "in relation to": "about",
        "in accordance with": "under, or as … says",
        "pursuant to": "under",
        "prior to": "before",
        "subsequent to": "after",
        "in order to": "to",
        "aforementioned": "this",
        "hereinafter": "below",
        "commence": "begin",
        "commencement": "start",
        "utilise": "use",
        "utilize": "use",
        "facilitate": "help",
        "in the event that": "if",
        "notwithstanding": "despite",
        "thereof": "of it",
        "endeavour": "try",
    },
}
_PATTERNS = {
    language: re.compile(
        r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b",
        re.IGNORECASE,
    )
    for language, words in _HEAVY.items()
}


def plainer_words(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The heavy words in `text` as they stand there, each with what to write instead."""
    for match in _PATTERNS[language].finditer(text):
        yield match.group(), _HEAVY[language][match.group().lower()]
