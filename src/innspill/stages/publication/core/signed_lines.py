"""Names on the last lines of what a private person wrote, where no greeting stands before them.

"Ronny A. Breivold", "SOLFRID NYGÅRDSETER", "Abi", "Skogsarbeidar Tarald Bjåland Øygarden": a line at
the end that is no sentence and begins with words that can be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.stages.publication.core.given_names import GIVEN

_UP = "A-ZÆØÅÁÄÖÜÉČĐŊŠŦŽ"
_WORD = rf"[{_UP}](?:[^\W\d_]{{1,30}}|\.)(?:-[{_UP}]?[^\W\d_]{{1,30}}){{0,2}}"
_NICK = r"[«\"“(][^\W\d_]{2,20}[»\"”)]"
_NAME = re.compile(
    rf"[ \t(]{{0,20}}(?:[^\W\d_]{{4,20}}[ ](?={_WORD}[ ]{_WORD}))??"
    rf"(?P<name>{_WORD}(?:[ ](?:(?:von|van|de|el|al|bin|og|&)[ ])?(?:{_WORD}|{_NICK}|Jr\.|Sr\.)){{0,5}}(?:[ ][de]\.[ ]?[eyæ]\.)?)"
    r"(?P<rest>[^\n]{0,120})"
)
_SMALL = re.compile(
    r"[ \t(]{0,20}(?P<name>(?P<first>[^\W\d_]{2,20})(?:[ ][^\W\d_]{1,20}){0,3})(?P<rest>[^\n]{0,120})"
)
_BROKEN = re.compile(
    rf"[ \t]{{0,20}}[{_UP}][ ]?[a-zæøå]{{1,20}}(?:[ ][a-zæøå]{{1,8}})?[ ][{_UP}][ ]?[a-zæøå]{{1,20}}(?:[ ][a-zæøå]{{1,8}})?[ ]{{0,3}}$"
)
"""Two names that a scan broke: "H jørdis Walst røm"."""
_AFTER = re.compile(
    r"[ ]{0,3}(?:$|[,;/()|<–·•-]|\d|[+]|\S{1,60}@|(?:født|fødd|f\.|tlf|mob|kto)(?![^\W_]))",
    re.IGNORECASE,
)
"""What may stand after the name on its line."""
_NO_NAME = re.compile(
    r"(?i)(?:hilsen|helsing|mvh|vennlig|venleg|med|takk|hei|kjære|til|fra|frå|vedlegg|kopi|oslo|bergen|ja|nei|konto|telefon|mobil|adresse|"
    r"e-?post|tlf|mob|postboks|norge|noreg|anonym|ærbødigst|ps|p\.s)$"
)
_LINES = 8
"""Of the end of a text so many lines are looked at."""


def signed_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands at the beginning of a line at the end of `text`."""
    end = len(text.rstrip())
    for _ in range(_LINES):
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.strip():
            if start == 0 or _is_sentence(line):
                return
            place = _named(line)
            if place:
                yield start + place[0], start + place[1]
        end = max(0, start - 1)


def _is_sentence(line: str) -> bool:
    words = line.split()
    return line.rstrip().endswith(("!", "?", ":")) or (
        line.rstrip().endswith(".") and len(words) > 3 and not words[-1][0].isupper()
    )


def _named(line: str) -> tuple[int, int] | None:
    """Where a line names somebody who signs."""
    found = _NAME.match(line)
    if found and _AFTER.match(found["rest"]):
        words = found["name"].split()
        place = len(words) == 1 and re.match(r"[ ]?\d", found["rest"])
        street = re.match(r"[ ]\d{1,3}[ ]?[A-Za-z]?(?![\w/.]|[ -]\d)", found["rest"])
        if not (place or street or _NO_NAME.match(words[0])):
            return found.span("name")
    if _BROKEN.match(line):
        return len(line) - len(line.lstrip()), len(line.rstrip())
    small = _SMALL.match(line)
    if small and small["first"].capitalize() in GIVEN and _AFTER.match(small["rest"]):
        return small.span("name")
    return None
