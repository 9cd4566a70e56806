"""What should be done, and with what: the verb of a proposal and its thing, in words of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.proposals.commands import COMMANDS

_MODALS_AS_TEXT = "bør burde må lyt skal kan kunne skulle"
MODALS = frozenset(_MODALS_AS_TEXT.split())
_ADVERBS_AS_TEXT = """
også òg derfor difor dessuten imidlertid heller altså her der da då likevel alltid gjerne først nå no
snarest helst minst bare berre fortsatt framleis fremdeles ikke ikkje aldri vi me jeg eg det selv sjølv
videre vidare samtidig samstundes subsidiært prinsipalt atter enten anten både
"""
_ADVERBS = frozenset(_ADVERBS_AS_TEXT.split())
"""What may stand between "bør" and its verb, and what a clause may begin with before "bør"."""
_SMALL_AS_TEXT = """
i på ved for med etter til under innen innan av fra frå om over gjennom hos mot uten utan ut dersom hvis
når fordi en ein ei et eit den det de dei alle hver hvert kvar kvart som og eller så sin sitt sine
"""
_SMALL = frozenset(_SMALL_AS_TEXT.split())
"""Prepositions, articles and joints: no verbs, and no subject begins with most of them."""
_NOT = frozenset(("ikke", "ikkje", "aldri"))
_NOBODY = frozenset(("det", "her", "der", "dette", "man", "en", "ein", "vi", "me", "jeg", "eg"))
_SHORT_VERBS_AS_TEXT = """
få ha være vere bli verte gå stå se sjå gi gje ta la lat si seie be bo nå rå tre ligge liggje gjelde
komme kome lyde lyda eie eige fremgå framgå inngå utgå bestå oppstå foreligge ligge dekke tåle
"""
_VERBS = frozenset(_SHORT_VERBS_AS_TEXT.split()) | {
    verb + end for verb in COMMANDS for end in ("", "e", "a")
}
_IS_AS_TEXT = "være vere bli verte lyde lyda gjelde ligge liggje stå gå utgå opphøre forbli er blir vert ligger gjelder lyder"
_IS = frozenset(_IS_AS_TEXT.split())
"""Verbs that say how a thing should be: it is their subject that is asked about."""
_FINITE_AS_TEXT = "er har får fær blir vert gir gjev tar tek går står ser ligger gjør gjer kommer kjem slipper slepp"
_FINITE = frozenset(_FINITE_AS_TEXT.split())
_DONE = re.compile(r"[a-zæøå]{2,}(?:es|ast)|[a-zæøå]*(?:tas|gis|gås|slås|ses|nås)")
_PARTICIPLE = re.compile(r"[a-zæøå]{2,}(?:t|d|et|a|en|ne|de|te)")
_PARTICLE = re.compile(
    r"\s+(?:opp|ut|inn|ned|(?<=ta )med|(?<=tas )med|(?<=takast )med|til rette|på plass|bort|fram|frem|i gang|i kraft)\b(?!\s+(?:til|av)\b)"
    r"|\s+av(?=\s+(?:penger|pengar|midler|midlar|tid|areal|ressurs\w*)\b)"
)
_WORD = re.compile(r"[^\s,;:()«»\"]+")
_LEAD = re.compile(
    r"^[\s•*–-]*(?:\(?(?:\d{1,2}|[a-zæøå])[.)]\s+)?(?:(?:og|men|eller|at)\s+)?", re.IGNORECASE
)
_LAST_THAT = re.compile(r"(?:^|\s|,)(?:at|om)\s(?!.*\s(?:at)\s)", re.IGNORECASE)
_LIMIT = re.compile(
    r"[,;:(]|(?<!\d)\.(?=\s|$)|\s(?:slik at|før|som|der|når|fordi|dersom|hvis|men|og at|uten|utan|for å|med mindre)\s"
    r"|\s(?:innen|innan)\s(?=(?:\S+\s){0,2}\S*\d|utgangen|nyttår|jul|kort|rimeli|rimele|ei? )"
)
_FAR = 14
"""Words after "bør" or "at" among which the verb is looked for."""


@dataclass(frozen=True, slots=True)
class Doing:
    """The action as the text says it, "ikke" before it where it is to be left undone, and its thing."""

    action: str = ""
    thing: str = ""


def by_modal(said: str, at: int) -> Doing:
    """Of a clause with "bør" or its like at `at`."""
    modal = _WORD.match(said, at)
    if modal is None:
        return Doing()
    before = _subject_before(said[: modal.start()])
    turned = not before or before.split()[0].casefold() in (_SMALL | _ADVERBS) - {
        "det", "den", "de", "dei", "alle", "en", "ein", "ei", "et", "eit", "hver", "hvert", "kvar", "kvart",
    }  # fmt: skip
    words = list(_WORD.finditer(said, modal.end()))[:_FAR]
    verb = _verb_among(words, open_class=not turned)
    if verb is None:
        rest = said[modal.end() :]
        return Doing("", cut(rest) or cut(before))
    between = said[modal.end() : words[verb].start()]
    subject = _without_adverbs(between) if turned else before
    return _done(said, words, verb, subject, _negation(between))


def by_that(said: str, at: int) -> Doing | None:
    """Of a clause that begins at `at` after "at": subject, verb, rest. None where it has no verb."""
    words = list(_WORD.finditer(said, at))[:_FAR]
    for place, word in enumerate(words):
        plain = word.group().casefold().rstrip(".")
        if place and plain in MODALS:
            return by_modal(said[at:], word.start() - at)
        if not place or not _is_finite(plain):
            continue
        between = said[at : word.start()]
        return _done(said, words, place, _without_adverbs(between), _negation(between))
    return None


def by_verb(said: str, at: int) -> Doing:
    """Of a clause whose verb stands at `at`: after "å", or as a command, "Ikke" before it or not."""
    words = list(_WORD.finditer(said, at))[:_FAR]
    first = words[0].group().casefold() if words else ""
    verb = 1 if first in _NOT and len(words) > 1 else 0
    return _done(said, words, verb, "", f"{first} " if verb else "") if words else Doing()


def cut(words: str) -> str:
    """`words` as far as they tell of one thing."""
    words = words.strip(" .,;:–-\n")
    limit = _LIMIT.search(words)
    return words[: limit.start()] if limit and limit.start() > 2 else words


def _done(
    said: str, words: Sequence[re.Match[str]], verb: int, subject: str, negation: str
) -> Doing:
    """The doing where the verb is found: what is done with is the thing, else what comes after it."""
    plain = words[verb].group().casefold().rstrip(".")
    end = words[verb].start() + len(plain)
    after = words[verb + 1].group().casefold().rstrip(".") if verb + 1 < len(words) else ""
    passive = _DONE.fullmatch(plain) is not None
    if plain in ("blir", "vert", "bli", "verte") and _PARTICIPLE.fullmatch(after):
        plain, passive = f"{plain} {after}", True
        end = words[verb + 1].start() + len(after)
    particle = _PARTICLE.match(said, end)
    if particle:
        plain += particle.group()
        end = particle.end()
    rest = cut(said[end:])
    named = "" if subject.casefold() in _NOBODY else cut(subject)
    if plain in _IS and named:
        how = " ".join(rest.split()[:6]) if plain not in ("lyde", "lyda", "lyder") else ""
        return Doing(f"{negation}{plain} {how}".strip(), named)
    thing = (named or rest) if passive else (rest or named)
    return Doing(f"{negation}{plain}", thing)


def _verb_among(words: Sequence[re.Match[str]], *, open_class: bool) -> int | None:
    """Which of `words` is the verb of "bør": right after it, adverbs apart, or the first known one.

    `open_class` where the subject stands before: then the next word is a verb, whichever it is.
    """
    for place, word in enumerate(words):
        plain = word.group().casefold().rstrip(".")
        if plain in _ADVERBS or (plain == "kunne" and place + 1 < len(words)):
            continue
        if plain in _SMALL or not plain.isalpha():
            open_class = False
            continue
        if open_class or plain in _VERBS or _DONE.fullmatch(plain):
            return place
    return None


def _is_finite(plain: str) -> bool:
    if plain in _SMALL or plain in _ADVERBS:
        return False
    if plain in _FINITE or _DONE.fullmatch(plain):
        return True
    bare = re.sub(r"(?:er|ar|r)$", "", plain)
    return bare != plain and (bare in _VERBS or bare + "e" in _VERBS)


def _subject_before(words: str) -> str:
    """What stands before "bør" in its own clause: after "at", without marks of lists and joints."""
    that = _LAST_THAT.search(words)
    return _LEAD.sub("", words[that.end() :] if that else words).strip(" ,;:–-")


def _without_adverbs(words: str) -> str:
    kept = words.split()
    while kept and kept[0].casefold() in _ADVERBS - {"det"}:
        kept = kept[1:]
    return " ".join(kept)


def _negation(words: str) -> str:
    found = next((each for each in words.casefold().split() if each in _NOT), "")
    return f"{found} " if found else ""
