"""Boxes to tick: which choices a line offers, and what a tick means for what is heard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from innspill.stages.consultations.core.definition import Choice, Effect, Language
from innspill.stages.consultations.core.ids import slug
from innspill.stages.consultations.core.lines import BOXES, plain

_IDS: tuple[tuple[str, str], ...] = (
    (r"ja|yes", "yes"),
    (r"nei|no", "no"),
    (
        (
            r"(?:har |vi har )?(?:ingen|inga|ikke noen|no) "
            r"(?:kommentar\w*|merknad\w*|innspill|innspel|comments?)"
            r"|vet ikke|veit ikkje|ikke relevant|ikkje relevant|don't know"
        ),
        "none",
    ),
)
_ASKED = re.compile(r"\([^()]*\)")
_FAULT = (
    r"(?:mang(?:el|ler|lar)|feil\w*|svakhet\w*|svakheit\w*|ulempe\w*|problem\w*|hull|hol|uklar\w*"
    r"|upresis\w*|unødvendig\w*|unødig\w*|negativ\w*|misvisende|utilstrekkelig\w*|uriktig\w*"
    r"|gaps?|errors?|missing|weaknesses|wrong|incorrect\w*)"
)
_ASKS_FOR_FAULTS = re.compile(
    # Er det (noen vesentlige) mangler …
    rf"\b(?:er|finnes|finst|fins|ser|oppdaget|funnet|is|are|does)\s+(?:there|det|du|dere|de)\b"
    rf"(?:\s+\w+){{0,3}}?\s+{_FAULT}\b"
    rf"|\b(?:is|are)\s+any(?:thing)?\b(?:\s+\w+){{0,3}}?\s+{_FAULT}\b"
    # Mangler det noe … · Savner dere …
    r"|\b(?:mangler|manglar|savner|saknar)\s+(?:det|dere|de|noe|noko|du|dykk|i)\b"
    # … noe du savner
    r"|\b(?:noe|noko|nokon|noen)\b(?:\s+\w+){0,3}?\s+(?:savner|saknar|mangler|manglar)\b"
    # … tiltak som burde stått der
    r"|\b(?:burde|should)\s+(?:ha\s+|have\s+|òg\s+|også\s+)?(?:vært|vore|stått|blitt|vorte|been)\b",
    re.IGNORECASE,
)
_ASKS_FOR_GOOD = re.compile(
    r"\b(?:dekkende|dekkjande|tilstrekkelig\w*|tilstrekkeleg\w*|hensiktsmessig\w*"
    r"|føremålstenleg\w*|formålstjenlig\w*|passende|passande|god[et]?|gode|realistisk\w*|riktig\w*"
    r"|rett[e]?|støtte\w*|stør|enig\w*|einig\w*|egn[ae]\w*|eign[ae]\w*|rimelig\w*|rimeleg\w*"
    r"|tydelig\w*|tydeleg\w*|klar[et]?|klart|forståelig\w*|nyttig\w*|nødvendig\w*|naudsynt\w*"
    r"|tilfredsstillende|tilfredsstillande|lett[e]?|enkel\w*|enkle|stemmer|treffer|relevant\w*"
    r"|appropriate|sufficient\w*|adequate|realistic|agree|support|suited|suitable|right|clear|easy"
    r"|useful|necessary)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"^(?:helt |delvis |litt |ganske )?(?:enig|einig|støtter|stør|agree)\b(?! ikk)", re.IGNORECASE
)
_DISAGREES = re.compile(
    r"\b(?:uenig|ueinig|imot|(?:støtter|stør|enig|einig) ikk\w+|disagree)\b", re.IGNORECASE
)


def offered(text: str) -> tuple[str, ...]:
    """The words beside each box of a line such as "☒ Ja ☐ Nei ☐ Har ingen kommentar".

    The words stand after their box, or before it where the line ends with a box.
    """
    pieces = [plain(piece) for piece in re.split(f"[{BOXES}]", text)]
    words = pieces[:-1] if pieces[0] and not pieces[-1] else pieces[1:]
    return tuple(word.strip(" ,;:|/") for word in words)


def agreed(offers: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """For each word that was offered, the word as most of the form has it.

    Where a respondent wrote on behind the last box, that box has "Har ingen kommentar Vi …" in
    one question and "Har ingen kommentar" in the others: the common beginning is the choice.
    """
    counts = Counter(word for offer in offers for word in offer)
    settled: dict[str, str] = {}
    for word in counts:
        shorter = [
            other
            for other in counts
            if word != other and word.startswith(f"{other} ")
            and (counts[other] >= counts[word] or _known_id(other))
        ]  # fmt: skip
        settled[word] = max(shorter, key=len, default=_known_beginning(word))
    return settled


def choices_from(words: Iterable[str], question: str, language: Language) -> tuple[Choice, ...]:
    """The choices of `question` that have these words, each with the effect of a tick."""
    made: dict[str, Choice] = {}
    for word in words:
        identity = _known_id(word) or slug(word)
        if word and identity not in made:
            effect = effect_of(identity, word, question)
            made[identity] = Choice(id=identity, text={language: word}, effect=effect)
    return tuple(made.values())


def effect_of(choice: str, words: str, question: str) -> Effect:
    """What a tick at `choice` means for what `question` asks about.

    Yes to a question whether something is missing or wrong criticises; yes to a question
    whether something is good or sufficient supports; no is the contrary. Where the question is
    neither, nothing is guessed: neutral.
    """
    if choice in ("yes", "no"):
        leaning = leaning_of(question)
        if leaning == "neutral":
            return "neutral"
        return leaning if choice == "yes" else _contrary(leaning)
    if _DISAGREES.search(words):
        return "criticises"
    if _AGREES.search(words):
        return "supports"
    return "neutral"


def leaning_of(question: str) -> Effect:
    """What yes to `question` means: support, criticism, or neither for certain."""
    asked = _ASKED.sub(" ", question).split("?", maxsplit=1)[0]
    if _ASKS_FOR_FAULTS.search(asked):
        return "criticises"
    if _ASKS_FOR_GOOD.search(asked):
        return "supports"
    return "neutral"


def _contrary(effect: Effect) -> Effect:
    return "criticises" if effect == "supports" else "supports"


def _known_id(word: str) -> str | None:
    for pattern, identity in _IDS:
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return identity
    return None


def _known_beginning(word: str) -> str:
    """The known choice that `word` begins with where more than that follows, else `word`."""
    for pattern, _ in _IDS:
        match = re.match(rf"(?:{pattern})\b(?=\s|[.,;])", word, re.IGNORECASE)
        if match:
            return match.group()
    return word
