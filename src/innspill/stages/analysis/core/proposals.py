"""Sentences that ask for something, with the phrase that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.stance_words import OTHERS, OWN
from innspill.stages.analysis.core.values import Proposal

_PHRASES = tuple(
    re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for pattern in (
        r"(?:foreslår|føreslår|foreslår vi|foreslå|føreslå)",
        r"(?:vårt|mitt) (?:forslag|framlegg) er",
        r"(?:gjer|kjem med|kommer med|fremmer|fremjar) (?:framlegg|forslag) om|set(?:ter)? fram (?:framlegg|forslag) om",
        r"bør|burde",
        r"oppfordrer|oppfordrar|oppmoder|oppmodar",
        r"(?:ber|bed)(?: \w+){0,4}? om(?: at)?|anmoder(?: om)?",
        r"anbefaler|anbefalar|tilrår|tilråder|tilrår at",
        r"krever|krev|kreves at",
        r"må (?:(?:ikke|ikkje|også|òg|derfor|difor|her|samtidig|det) )?\w{3,}(?:es|ast|as)",
        r"må (?:(?:ikke|ikkje|også|òg|derfor|difor|her|samtidig|alltid|det|vi|me) ){0,2}(?:være|vere|bli|få|sikre|sikrast|legges?|leggjast?|stilles?|styrke|ha)",
        r"lyt",
        r"det (?:foreslås|føreslåast|føreslås|anbefales|tilrås|bes om) ?(?:at|å)?",
        r"ønsk\w* (?:at|oss|en|et|ein|eit|flere|fleire|mer|meir)|ønsk\w* å se",
        r"forvent(?:er|ar) at",
        r"(?:er|blir|vil være|vil vere) (?:\w+ )?viktig (?:at|med)|kan med fordel",
    )
)
_OWN_VERB = re.compile(r"(?:krev|krever|forvent|ber|bed)", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"må (?:\w+ )?(?:antas|sies|innrømmes|forventes|påregnes|regnes|ses|sees|forstås|reknast)\b",
    re.IGNORECASE,
)


def proposals(text: str, *, led: str | None = None) -> Iterator[Proposal]:
    """The sentences of `text` that ask for something; one each, with the first phrase found.

    `led` is the phrase of the line that leads into the list which `text` is an item of ("Vi
    foreslår:"): then the whole item is a proposal. What others propose is none of the sender's.
    """
    found = False
    for span in sentences(text):
        phrase = phrase_of(text[span.start : span.end])
        if phrase:
            found = True
            yield Proposal(span, phrase)
    if led and not found:
        stripped = text.strip()
        start = text.index(stripped) if stripped else 0
        yield Proposal(Span(start, start + len(stripped)), led)


def phrase_of(sentence: str) -> str | None:
    """The words that make `sentence` ask for something, or None."""
    if sentence.rstrip().endswith("?"):
        return None
    hits = [hit for pattern in _PHRASES for hit in pattern.finditer(sentence)]
    for hit in sorted(hits, key=lambda each: each.start()):
        if not _is_anothers(sentence, hit):
            return hit.group()
    return None


def _is_anothers(sentence: str, hit: re.Match[str]) -> bool:
    if _IMPERSONAL.match(sentence, hit.start()):
        return True
    verb = hit.group().casefold()
    before = sentence[: hit.start()]
    close = " ".join(before.split()[-4:])
    asks = re.match(r"foresl|føresl|anbefal|tilrå|oppfordr|oppmod", verb)
    if asks:
        others = OTHERS.search(close) and not OWN.search(close)
        return bool(others) or close.casefold().endswith(("som", "som er", "som ble", "slik"))
    if _OWN_VERB.match(verb) and "kreves" not in verb:
        return not _has_asker(sentence, hit)
    return False


def _has_asker(sentence: str, hit: re.Match[str]) -> bool:
    """For "krever", "forventer", "ber": somebody like the sender must be the one who asks."""
    around = sentence[: hit.end() + 12]
    if OWN.search(around):
        return True
    if hit.group().casefold().startswith("krev") and not sentence[hit.end() :].startswith(" at"):
        return False
    starts = re.match(r"[A-ZÆØÅ][\w-]*(?: [\w-]+){0,3} $", sentence[: hit.start()])
    return bool(starts) and not OTHERS.search(sentence[: hit.start()])
