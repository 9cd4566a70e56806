"""The stance of a text by rules: a suggestion with the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.analysis.core import stance_words as words
from innspill.stages.analysis.core.grounds import ground
from innspill.stages.analysis.core.remainder import is_nothing
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import Stance, StanceValue

Tone = Literal["support", "oppose", "shortcoming", "condition"]
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:men|og|mens|medan|samtidig|fordi|slik at|som)\b|(?<=\s)(?:men|mens|medan)(?=\s)"
)
_SENTENCE, _CLAUSE_LENGTH = 3000, 300
"""No real sentence is longer; hostile text costs no more than its length."""
_WARM = 2
"""Sentences after one of support in which "samtidig …" or "men …" still reserves it."""
_SEEN = 20
"""Characters after a word that may still tell whose view it is."""
_REACH = 2
"""Words before (or one after) within which a negation turns a word round."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word found that carries a stance: which way it points after negation, as quoted."""

    tone: Tone
    quoted: str


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose view a sentence may state: folded names of the senders, and of other bodies."""

    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def stance_of(text: str, voices: Voices | None = None) -> Stance:
    """The stance of `text`, from its words alone.

    Support with a reservation, a condition or a shortcoming is "reservations"; views of
    others than the sender count for nothing; adhering to another's response is "unclear",
    since it says nothing by itself about what is heard.
    """
    return by_rules(text, cues_of(text, voices or Voices()))


def by_rules(text: str, cues: Sequence[Cue]) -> Stance:
    """What rules make of `text` and the `cues` found in it."""
    if is_nothing(text):
        return Stance("no-comment", Certainty.CERTAIN, (f"«{_short(text)}»",))
    none = words.NO_STAND.search(text)
    if none:
        return Stance("no-stand", Certainty.LIKELY, (f"«{none.group()}»",))
    adheres = words.ADHERES.search(text)
    if adheres and not any(cue.tone in ("oppose", "shortcoming") for cue in cues):
        return Stance("unclear", Certainty.LIKELY, (ground("adheres", adheres.group()),))
    return combine(cues)


def cues_of(text: str, voices: Voices) -> tuple[Cue, ...]:
    """The words of `text` that carry the sender's stance, in order."""
    found: list[Cue] = []
    warm = 0
    for span in sentences(text):
        sentence = text[span.start : min(span.end, span.start + _SENTENCE)]
        if sentence.rstrip().endswith("?"):
            continue
        own = list(_cues(sentence, voices))
        supports = any(cue.tone == "support" for cue in own)
        conditions = _conditions(sentence, leaning=not supports) if warm > 0 or supports else ()
        found += [*own, *(Cue("condition", f"«{each}»") for each in conditions)]
        warm = _WARM if supports else warm - 1
    return tuple(found)


def combine(cues: Sequence[Cue]) -> Stance:
    """One stance from several cues, with the cues as grounds."""
    tones = {cue.tone for cue in cues}
    grounds = tuple(dict.fromkeys(f"{cue.tone}: {cue.quoted}" for cue in cues))
    value: StanceValue
    if "support" in tones and len(tones) > 1:
        sure = Certainty.UNSURE if "oppose" in tones else Certainty.LIKELY
        return Stance("reservations", sure, grounds)
    if "support" in tones:
        value = "supports"
    elif "oppose" in tones:
        value = "opposes"
    elif "shortcoming" in tones:
        return Stance("reservations", Certainty.UNSURE, grounds)
    else:
        return Stance("neutral", Certainty.UNSURE, ())
    return Stance(value, Certainty.LIKELY, grounds)


def _cues(sentence: str, voices: Voices) -> Iterable[Cue]:
    sentence = words.EMPTY_NOT.sub(_blank, sentence)
    for none in words.NO_OBJECTION.finditer(sentence):
        yield Cue("support", f"«{none.group()}»")
    sentence = words.NO_OBJECTION.sub(_blank, sentence)
    for flat in words.FLAT_NO.finditer(sentence):
        yield Cue("oppose", f"«{_short(flat.group())}»")
    sentence = words.FLAT_NO.sub(_blank, sentence)
    kinds: tuple[tuple[Tone, re.Pattern[str]], ...] = (
        ("oppose", words.OPPOSE),
        ("shortcoming", words.SHORTCOMING),
        ("support", words.SUPPORT),
    )
    for tone, pattern in kinds:
        for hit in pattern.finditer(sentence):
            if _is_others(sentence, hit.start(), voices):
                continue
            turned = _negated(sentence, hit)
            minority = words.MINORITY.match(sentence, hit.end()) if tone == "support" else None
            quoted = f"«{turned}{hit.group()}{minority.group() if minority else ''}»"
            yield Cue(_turn(tone) if bool(turned) != bool(minority) else tone, quoted)
    if sentence.startswith("NEI") or re.search(r"\bNEI til\b", sentence, re.IGNORECASE):
        yield Cue("oppose", "«NEI»")


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit.group())


def _turn(tone: Tone) -> Tone:
    """What a negation makes of a word: "ikke enig" opposes, "ikke hensiktsmessig" as well."""
    return "support" if tone in ("oppose", "shortcoming") else "oppose"


def _negated(sentence: str, hit: re.Match[str]) -> str:
    clause = _clause(sentence, hit.start())
    before = " ".join(clause.split()[-_REACH:])
    if words.NEGATION.search(hit.group()) and hit.re is words.SUPPORT:
        return "(nektet) "
    found = words.NEGATION.search(before)
    if found:
        return f"{before[found.start() :]} "
    after = " ".join(sentence[hit.end() :].split()[:1])
    found = words.NEGATION.fullmatch(after.strip(".,;:!"))
    return f"{found.group()} … " if found else ""


def _clause(sentence: str, at: int) -> str:
    """What stands before `at` in its clause; of a very long one only its end."""
    return _CLAUSE.split(sentence[max(0, at - _CLAUSE_LENGTH) : at])[-1]


def _is_others(sentence: str, at: int, voices: Voices) -> bool:
    """Whether somebody else than the sender is the one who holds the view.

    The last subject named before the word in its clause decides.
    """
    clause = _clause(sentence, at)
    start = at - len(clause)
    around = sentence[start : at + _SEEN].casefold()  # "andre er uenige" is told by its end
    own = _last(around, at - start, words.OWN, _any_of(voices.own))
    other = _last(around, at - start, words.OTHERS, _any_of(voices.others))
    return other > own and len(clause[other:].split()) <= 5


def _last(text: str, before: int, *patterns: re.Pattern[str]) -> int:
    """Where the last match that begins before `before` begins; -1 where there is none."""
    starts = (hit.start() for each in patterns for hit in each.finditer(text))
    return max((start for start in starts if start < before), default=-1)


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for many folded names, the longest first; it matches nothing for none."""
    if not names:
        return re.compile(r"(?!)")
    escaped = (re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)")


def _conditions(sentence: str, *, leaning: bool) -> Iterable[str]:
    """Words of reservation. A sentence that only follows on support must open with one."""
    opening = len(" ".join(sentence.split()[:4])) if leaning else len(sentence)
    return [hit.group() for hit in words.RESERVATION.finditer(sentence) if hit.start() < opening]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
