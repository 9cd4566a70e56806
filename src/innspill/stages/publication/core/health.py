"""Sentences in which a private person tells of somebody's health: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHO = (
    r"\b(?:jeg|eg|æ|meg|min|mi|mitt|mine|vår|vårt|sønnen|sonen|datteren|dottera|moren|mora|faren|"
    r"kona|mannen|samboeren|barnet|barna|foreldrene|foreldra|bestemor|bestefar)\b"
)
_CONDITION = (
    r"(?:diagnos|kreft|adhd|autis|asperger|diabet|depre[sr]|angst|bipolar|schizo|psykose|psykisk|"
    r"epilep|demens|alzheimer|parkinson|multippel|kols\b|astma|allergi|hiv\b|hepatitt|"
    r"hjerte(?:infarkt|svikt|feil)|hjarte\w+|slag\b|hjerneslag|ufør|sykemeld|sjukmeld|kronisk|"
    r"lider av|lid av|rusmis|rusavheng|abort|gravid|innlagt|operer|dialyse|pasient\b|fastlegen|"
    r"psykolog|behandl\w+ for|medisiner?\b|funksjonsneds|funksjonshem|utviklingshem|blind\b|døv\b|"
    r"rullestol|sykdom|sjukdom|syk\b|sjuk\b)"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")


def health_statements(text: str) -> Iterator[tuple[int, int]]:
    """Sentences that name both somebody near and an illness or treatment."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if re.search(_WHO, words, re.IGNORECASE) and re.search(_CONDITION, words, re.IGNORECASE):
            start = sentence.start() + len(words) - len(words.lstrip())
            yield start, sentence.start() + len(words.rstrip())
