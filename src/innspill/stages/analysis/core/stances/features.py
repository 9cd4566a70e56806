"""What can be seen of a comment that tells its stance, as names for the learnt weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from innspill.stages.analysis.core.learnt.words import stem, words_of
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.stances.tones import Tone, sentence_tones, tones_of

_LENGTHS = (3, 6, 10, 15, 25, 40, 60, 100)
_RANK = ("no-stand", "no-fault", "not-oppose", "not-reject", "reject", "oppose", "not-praise", "praise", "fault", "ask", "condition", "inform")  # fmt: skip
"""Which tone names a sentence that has several."""
_WORDS = 150
"""Words of a comment that are looked at; what comes later colours it little."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a comment: what its question's tick means, and what the rules say of it."""

    under_question: bool = False
    tick: str = ""
    rule: str = ""
    tones: tuple[str, ...] = ()
    before: str = "start"
    """The tone of the comment before it in the same response, as `tone_name` gives it."""
    after: str = "end"
    lead: str = ""
    """The tone of the line or comment that leads into the list which it is an item of."""
    response: str = ""
    """Which way the whole response leans, as `lean` gives it."""


def of_stance(text: str, setting: Setting) -> list[str]:
    """What speaks for the stance of `text`."""
    pieces = [words_of(text[each.start : each.end]) for each in sentences(text)]
    toned = [list(tones_of(each)) for each in pieces]
    words = [word for piece in pieces for word in piece][:_WORDS]
    seen = [*_words(words), *_tones(toned), *_frame(text, words, pieces, setting)]
    if pieces:
        seen += [f"s1={stem(each)}" for each in pieces[0][:20]]
        seen += [f"sl={stem(each)}" for each in pieces[-1][-15:]]
    return seen


def tone_name(text: str) -> str:
    """The tone that stands out in `text`: what a neighbour sees of it."""
    counts = Counter(each.group for tones in sentence_tones(text) for each in tones)
    against = counts["reject"] + counts["oppose"] + counts["not-praise"]
    if counts["no-stand"]:
        return "no-stand"
    good = counts["praise"] + counts["no-fault"] + counts["not-oppose"] + counts["not-reject"]
    if against:
        return "mixed" if good > against else "oppose"
    if counts["fault"]:
        return "mixed" if good else "fault"
    return ("wish" if counts["ask"] else "praise") if good else "ask" if counts["ask"] else "none"


def lean(names: Sequence[str]) -> str:
    """Which way a response leans, from the tones of its comments."""
    counts = Counter(names)
    whole = max(1, len(names))
    steps = (min(3, 8 * counts[each] // whole) for each in ("oppose", "praise", "fault"))
    return "-".join(str(each) for each in steps)


def _words(words: Sequence[str]) -> Iterator[str]:
    stems = [stem(each) for each in words]
    yield from (f"w={each}" for each in stems)
    yield from (f"2={a} {b}" for a, b in pairwise(stems))
    yield from (f"first={' '.join(words[:n])}" for n in (1, 2, 3))


def _tones(toned: Sequence[Sequence[Tone]]) -> Iterator[str]:
    counts = Counter(each.group for tones in toned for each in tones)
    for group in _RANK:
        yield f"tone={group}:{min(counts[group], 3)}"
    kinds = sorted(each for each in counts if each != "inform")
    yield f"tones={'+'.join(kinds)}"
    core = [
        each
        for each in (
            "praise",
            "no-fault",
            "reject",
            "oppose",
            "not-praise",
            "fault",
            "ask",
            "no-stand",
        )
        if counts[each]
    ]
    yield f"core={'+'.join(core)}"
    names = [_name(tones) for tones in toned]
    yield from (f"balance={each}" for each in _balance(counts))
    if names:
        yield f"first-tone={names[0]}"
        yield f"last-tone={names[-1]}"
        yield f"first-last={names[0]},{names[-1]}"
        yield f"pattern={','.join(dict.fromkeys(names))}"
    for tones in toned:
        for each in tones:
            yield f"phrase={each.group}:{each.words}"
    yield f"all-praise={bool(counts['praise'] or counts['no-fault']) and not (counts['fault'] or counts['oppose'] or counts['ask'] or counts['condition'])}"
    yield f"only-inform={not any(counts[each] for each in _RANK[:-1])}"


def _balance(counts: Counter[str]) -> Iterator[str]:
    good = counts["praise"] + counts["no-fault"] + counts["not-oppose"] + counts["not-reject"]
    bad = counts["reject"] + counts["oppose"] + counts["not-praise"] + counts["fault"]
    yield f"good-bad:{min(good, 3)}-{min(bad, 3)}"
    yield f"good-ask:{min(good, 2)}-{min(counts['ask'], 2)}-{bool(bad)}"
    yield f"reject-good:{min(counts['reject'], 3)}-{min(good, 2)}"
    yield f"reject-fault:{min(counts['reject'], 2)}-{min(counts['fault'], 2)}-{bool(counts['condition'])}"
    yield f"oppose-ask:{min(counts['oppose'], 2)}-{min(counts['ask'], 2)}"


def _name(tones: Sequence[Tone]) -> str:
    groups = {each.group for each in tones}
    return next((each for each in _RANK if each in groups), "none")


def _frame(
    text: str, words: Sequence[str], pieces: Sequence[Sequence[str]], setting: Setting
) -> Iterator[str]:
    length = next((each for each in _LENGTHS if len(words) <= each), 999)
    marks = f"{min(text.count('?'), 2)}{'!' in text}"
    yield f"length={length}"
    yield f"sentences={min(len(pieces), 6)}"
    yield f"marks={marks}"
    yield f"ends={text[-1:] if text[-1:] in '.!?:,' else 'x'}"
    yield f"rule={setting.rule}"
    yield f"rule-tones={'+'.join(setting.tones)}"
    yield from (f"rule-tone={each}" for each in setting.tones)
    yield f"question={setting.under_question}"
    yield f"tick={setting.tick}"
    yield f"tick={setting.tick},rule={setting.rule}"
    yield f"before={setting.before}"
    yield f"after={setting.after}"
    yield f"lead={setting.lead}"
    yield f"item={bool(setting.lead)}"
    yield from (f"lean{n}={each}" for n, each in enumerate(setting.response.split("-")))
    yield f"bar={'|' in text}"
    yield f"capitals={sum(each.isupper() for each in text) > len(text) // 2}"
