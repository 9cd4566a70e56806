"""Which clauses ask, weighed: rules give what may be asked for, learnt weights keep or drop it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from innspill.shared.values import Span
from innspill.stages.analysis.core.learnt.linear import model
from innspill.stages.analysis.core.learnt.words import stem, words_of
from innspill.stages.analysis.core.proposals.commands import COMMANDS

MODEL = "asking"
ASKS, NOT = "asks", "tells"
_LEAST, _LEAST_BY_RULE, _LEAST_REFUSED = 0.4, 0.15, 0.65
"""How likely it must be that a clause asks, by itself, where a rule says so, and where one says that
nobody asks; chosen on hearings left out in turn."""
_LEAST_LED = 0.1
"""The same for an item under a line that asks: "mer lys" says nothing of it by itself."""
_MANY, _LONGEST = 30, 400
"""Words and characters of a clause that are looked at."""
_MODALS_AS_TEXT = "bør burde må skal kan kunne vil ville hadde skulle trenger"
_MODALS = frozenset(_MODALS_AS_TEXT.split())
_PRONOUNS_AS_TEXT = "vi jeg de dere man en det den dette han hun her da så ikke som"
_PRONOUNS = frozenset(_PRONOUNS_AS_TEXT.split())
_NEGATIONS = frozenset(("ikke", "ingen", "aldri", "uten"))
_DONE = re.compile(r"\w{3,}(?:es|ast|ist)$")
_FINITE = re.compile(
    r"\b(?:bør|burde|må|lyt|skal|kan|kunne|ville|vil|hadde|skulle)\b", re.IGNORECASE
)
_FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Asking:
    """A clause that may ask for something.

    `rule` is the rule that says so and `phrase` the words that it found, both empty where none
    does. `sentence` and `clause` count from 0; `joint` is what joins it to the clause before,
    `before` the rule of that clause. `refused` is one with words that ask, of which a rule says
    that nobody asks with them.
    """

    span: Span
    phrase: str
    rule: str
    sentence: int
    clause: int = 0
    item: bool = False
    joint: str = ""
    before: str = ""
    refused: bool = False


def weighed(text: str, found: Sequence[Asking]) -> Iterator[Asking]:
    """Those of the clauses `found` in `text` that ask, each with the words that do."""
    weights = model(MODEL)
    for each, seen in zip(found, of_asking(text, found), strict=True):
        if weights.chances(seen)[ASKS] < _least(each):
            continue
        yield each if each.rule else replace(each, phrase=_asking_words(text, each.span))


def _least(each: Asking) -> float:
    if each.rule:
        return _LEAST_LED if each.rule == "led" else _LEAST_BY_RULE
    return _LEAST_REFUSED if each.refused else _LEAST


def _asking_words(text: str, span: Span) -> str:
    """Of a clause that no rule knows: its command or its modal verb, else its first word."""
    said = text[span.start : span.end]
    first = _FIRST.search(said)
    if first and first.group().casefold() in COMMANDS:
        return first.group()
    modal = _FINITE.search(said)
    return modal.group() if modal else first.group() if first else said[:1]


def of_asking(text: str, found: Sequence[Asking]) -> list[frozenset[str]]:
    """For each of the clauses `found` in `text` what tells whether it asks for something."""
    ruled = Counter(each.sentence for each in found if each.rule)
    return [
        frozenset((*_of_words(text, each), *_around(found, at, ruled)))
        for at, each in enumerate(found)
    ]


def _of_words(text: str, each: Asking) -> Iterator[str]:
    said = text[each.span.start : each.span.end]
    words = words_of(said[:_LONGEST])[:_MANY]
    yield f"r={each.rule}"
    yield f"r={each.rule}&b={each.before}"
    yield f"n={min(len(words) // 4, 5)}"
    yield f"length={min(len(said) // 20, 10)}&r={bool(each.rule)}"
    if each.phrase:
        yield f"p={' '.join(words_of(each.phrase))}"
    for word in words:
        yield f"w={stem(word)}"
        yield f"W={word}"
    yield from _beginning(words)
    yield from _verbs(words)
    yield f"end={text[each.span.end - 1 : each.span.end + 1].strip()[-1:]}"


def _beginning(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"f={words[0]}"
        yield f"f2={' '.join(words[:2])}"
        yield f"command={words[0] in COMMANDS}"


def _verbs(words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        if word in _MODALS:
            before = words[place - 1] if place else "^"
            after = words[place + 1] if place + 1 < len(words) else "$"
            yield f"m={word}"
            yield f"m={word}&by={before if before in _PRONOUNS or before == '^' else 'noun'}"
            yield f"m={word}&to={_shape(after)}"
            yield f"m={word}&of={stem(before)}"
            yield from (f"m={word}&that={stem(each)}" for each in _told(words[place + 1 :]))
    if any(_DONE.match(word) for word in words):
        yield "done"
    for place, word in enumerate(words):
        if word in _NEGATIONS:
            yield "not"
            yield from (f"not={stem(each)}" for each in words[place + 1 : place + 3])
    if "0" in words:
        yield "number"


def _told(after: Sequence[str]) -> list[str]:
    """The first words that tell something after a modal verb: what must or should be done."""
    return [each for each in after[:3] if each not in _PRONOUNS][:2]


def _shape(word: str) -> str:
    if word in _PRONOUNS or word in _NEGATIONS:
        return word
    return "done" if _DONE.match(word) else "e" if word.endswith("e") else "other"


def _around(found: Sequence[Asking], at: int, ruled: Counter[int]) -> Iterator[str]:
    """Where the clause at `at` stands; `ruled` is in how many of each sentence's a rule asks."""
    each = found[at]
    rule = bool(each.rule)
    yield f"clause={min(each.clause, 3)}"
    yield f"item={each.item}"
    yield f"refused={each.refused}"
    yield f"joint={' '.join(words_of(each.joint))}"
    yield f"others={ruled[each.sentence] > rule}"
    yield f"rules={min(ruled.total(), 3)}&r={rule}"
    yield f"last={found[-1].sentence == each.sentence}&r={rule}"
    yield f"first={each.sentence == 0}&r={rule}"
    if at:
        yield f"prev={found[at - 1].rule}&r={rule}"
    if at + 1 < len(found):
        yield f"next={found[at + 1].rule}&r={rule}"
