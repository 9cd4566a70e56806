"""Sentences in which a private person tells of somebody's health: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHO = (
    r"\b(?:jeg|eg|æ|meg|min|mi|mitt|mine|vi|oss|vår|vårt|våre|han|hun|ho|sønn(?:en)?|son(?:en)?|"
    r"datter(?:en)?|dotter(?:a)?|gutt\w*|gut(?:en)?|jent\w*|unge\w*|barn(?:et|a)?|mor(?:en|a)?|"
    r"far(?:en)?|kona|mannen|samboer\w*|sambuar\w*|foreldrene|foreldra|bestemor|bestefar|"
    r"søster\w*|syster\w*|bror\w*|nabo\w*|elev\w*)\b"
)
_CONDITION = (
    r"(?:diagnos|adhd|autis|asperger|diabet|depre[sr]|bipolar|schizo|psykose|psykisk|epilep|"
    r"demens|alzheimer|parkinson|multippel|astma|hepatitt|hjarteinfarkt|hjerteinfarkt|hjertesvikt|"
    r"hjertefeil|hjerneslag|sykemeld|sjukmeld|sykmeld|rusmis|rusavheng|dialyse|fastlege|"
    r"psykolog|funksjonsneds|funksjonshem|utviklingshem|rullestol|sykdom|sjukdom|"
    r"\b(?:(?:bryst|lunge|hud|tarm|prostata|blod)?kreft(?:en|syk\w*|sjuk\w*)?|angst|kols|allergi\w*|hiv|slag|ufør\w*|kronisk|lider av|lid av|abort|gravid|innlagt|"
    r"operert|operasjon|pasient|blind|døv|syk|sjuk|medisin(?:er)?|behandl\w+ for)\b)"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")


def health_statements(text: str) -> Iterator[tuple[int, int]]:
    """Sentences that name both somebody near and an illness or treatment."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if re.search(_WHO, words, re.IGNORECASE) and re.search(_CONDITION, words, re.IGNORECASE):
            start = sentence.start() + len(words) - len(words.lstrip())
            yield start, sentence.start() + len(words.rstrip())
