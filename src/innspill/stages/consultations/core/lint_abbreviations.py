"""Remarks on abbreviations that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.lint_remark import Remark, texts_of

_EVERYDAY = frozenset(
    # Known to everybody who reads a Norwegian newspaper, and never written out in one.
    [
        "EU",
        "EØS",
        "EEA",
        "FN",
        "UN",
        "NATO",
        "USA",
        "UK",
        "NRK",
        "NAV",
        "IT",
        "TV",
        "PC",
        "PDF",
        "SMS",
        "ID",
        "QR",
        "GPS",
        "OL",
        "VM",
        "OK",
        "CV",
        "WC",
        "AS",
        "ASA",
        "SF",
        "NOK",
        "HTML",
        "CO",
        "CO2",
        "DNA",
    ]
)
_WORD = re.compile(r"(?<![\w./])(?P<word>[A-ZÆØÅ]{2,}\d*(?:[/&][A-ZÆØÅ]{2,})?)(?=[\W_]|$)")
_ROMAN = re.compile(r"[IVXLC]+")
_LETTERS = re.compile(r"[^\W\d_]")
_SHARE_OF_CAPITALS = 0.6


def abbreviations(text: str) -> Iterator[str]:
    """The words of capitals in `text` ("NIS2", the first part of "EOS-avvik"), each time."""
    letters = _LETTERS.findall(text)
    if len(letters) > 12 and sum(one.isupper() for one in letters) > (
        len(letters) * _SHARE_OF_CAPITALS
    ):
        return
    for match in _WORD.finditer(text):
        word = match["word"]
        if word not in _EVERYDAY and not _ROMAN.fullmatch(word):
            yield word


def explains(text: str, word: str) -> bool:
    """Whether `text` explains `word` where it stands: "Kommunesektorens organisasjon (KS)", or
    "NIS2 (EU-direktivet om …)".
    """
    name = re.escape(word)
    return bool(
        re.search(rf"[^\W\d_]{{2,}}\W*\s\(\s*{name}\s*\)", text)
        or re.search(rf"\b{name}\S*\s\([^()]{{8,}}\)", text)
    )


def unexplained(definition: Definition) -> Iterator[Remark]:
    """Each abbreviation that the glossary does not have, where it is used first unexplained."""
    known = {term.word.casefold() for term in definition.glossary}
    settled: set[str] = set()
    for place, text in texts_of(definition):
        for words in text.values():
            for word in abbreviations(words):
                if word in settled:
                    continue
                settled.add(word)
                if _in_glossary(word, known) or explains(words, word):
                    continue
                yield Remark(
                    "abbreviation",
                    place,
                    f"{word} is not explained: write it out, or add it to the glossary",
                    values={"word": word},
                )


def _in_glossary(word: str, known: set[str]) -> bool:
    start = word.casefold()
    return any(one == start or one.startswith((f"{start}-", f"{start} ")) for one in known)
