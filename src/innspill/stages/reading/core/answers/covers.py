"""Cover notes: texts that only say that something is enclosed."""

from __future__ import annotations

import re

COVER_WORDS = 80
"""A text of more words says something, whatever it encloses."""
_ANSWER = (
    r"(?:hørings|høyrings)?(?:svar\w*|uttal\w*|fråsegn\w*|innspill\w*|innspel\w*|merknad\w*|"
    r"tilbakemelding\w*|skjema\w*|brev\w*)"
)
_ENCLOSED = re.compile(
    r"\bvedlag[td]\b|\bvedlegger\b|\bvedlegg(?:et|a)?\b(?!\s+(?-i:[A-ZÆØÅ0-9])\b)|\boversend|"
    r"\bligg(?:er)?\s+ved\b|\battached\b|\benclosed\b|"
    rf"\bvedlagte\s+(?:\w+\s+)?(?:fil\w*|dokument\w*|pdf\w*|word\w*|{_ANSWER})\b|"
    rf"\b(?:her|herved|hermed)\s+(?:kommer|kjem|følger|følgjer|sendes|er|får\s+\w+|sender\s+\w+)\b"
    rf"[^.!?\n]{{0,60}}\b{_ANSWER}|\b(?:sender|sendar|senda)\s+(?:herved|hermed|her|med\s+dette|inn)\b|"
    r"\bhere\s+(?:is|are|comes)\b[^.!?\n]{0,60}\b(?:response|reply|answer|comments|submission)\b",
    re.IGNORECASE,
)
_SAYS_SOMETHING = re.compile(
    r"\b(?:støtt(?:er|ar|et|a)|f[oø]reslår|m(?:ener|einer)|slutt(?:er|ar)\s+(?:seg|oss)|bør|u?enige?|"
    r"u?einige?|imot|oppfordrer|oppmodar|(?:ingen|inga|uten|utan|no)\s+"
    r"(?:merknad|kommentar|innsp|bemerkning|comment)\w*|støtte\s+(?:til|forslag\w*)|"
    r"går\s+(?:for|ikke|ikkje)\b|(?:vi|me|eg|jeg|kommunen)\s+(?:krever|krev|savner|saknar|frykter|fryktar)|"
    r"ønsk(?:er|jer)\s+(?!å\s+(?:sende|oversende|gi|gje|levere|komme))|"
    r"(?:er|stiller\s+(?:seg|oss)|stiller\s+\w+\s+seg)\s+(?:positiv|negativ|kritisk|skeptisk)\w*|"
    r"support|propose|should|oppose|disagree)\b",
    re.IGNORECASE,
)


def is_cover(text: str) -> bool:
    """Whether `text` only says that something is enclosed: it says so, and little else."""
    short = len(text.split()) <= COVER_WORDS
    return short and bool(_ENCLOSED.search(text)) and not takes_a_stand(text)


def takes_a_stand(text: str) -> bool:
    """Whether `text` says what its sender thinks, however short it is."""
    return bool(_SAYS_SOMETHING.search(text))
