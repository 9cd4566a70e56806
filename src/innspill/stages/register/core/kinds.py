"""What kinds of response something is: joint, an addition, a notice that an answer will come …

A response may be of several kinds, each with its grounds; `main_kind` is the one that it is
counted under, so that the counts of a hearing add up. What the text says of itself is only looked
for near its beginning, or in a short letter; never in what it quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.no_comment import is_courtesy, says_nothing
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core import kind_words as words
from innspill.stages.register.core.names import head
from innspill.stages.register.core.persons import kind_of
from innspill.stages.register.core.values import KindFound, Match

ANSWER = "answer"
"""What has no other main kind: an answer of its own."""
MAIN = ("will-come", "addition", "no-remarks", "no-stand", "adherence", ANSWER)
"""The kinds that a response is counted under, the first that it has: they add up."""
BESIDE = ("joint", "on-behalf", "sub-unit", "council-decision", "preliminary", "person")
"""The kinds that are counted beside, each of all."""
CODES = (*(code for code in MAIN if code != ANSWER), *BESIDE)
OPENING = 6
"""How many sentences are the beginning."""
SHORT = 10
"""How many sentences, courtesies apart, a short letter has at the most."""
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ«\"“])|\n+")
_QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
_FOLLOWED = re.compile(
    r"\n\s*(?:-{3,}\s*(?:Original|Opprinnelig|Videresendt|Forwarded)|(?:Fra|Frå|From):.*\n\s*(?:Sendt|Sent|Dato|Date):)"
    r".*",
    re.IGNORECASE | re.DOTALL,
)
_AT = re.compile(r"^[\s,–-]*(?:v/|ved\s)?\s*", re.IGNORECASE)
_AND_HAS_NONE = re.compile(r"^.*\bog\s+(?=har\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KindCounts:
    """The kinds of the responses that stand in a hearing.

    `main` adds up to `of`; each of `beside` is of `of`.
    """

    of: int
    main: tuple[tuple[str, int], ...]
    beside: tuple[tuple[str, int], ...]

    @property
    def adds_up(self) -> bool:
        """Whether every response is counted once under a main kind."""
        return sum(count for _, count in self.main) == self.of


def kinds_of(
    read: ResponseRead, senders: Sequence[Match], supports: str | None
) -> tuple[KindFound, ...]:
    """Every kind that a response is of, with certainty and grounds."""
    found = [*_by_senders(read, senders), *_by_text(read)]
    if supports:
        found.append(KindFound("adherence", Certainty.CERTAIN, f"adheres to {supports}"))
    order = {code: at for at, code in enumerate(CODES)}
    return tuple(sorted(found, key=lambda kind: order[kind.code]))


def with_senders(
    kinds: Iterable[KindFound], read: ResponseRead, senders: Sequence[Match]
) -> tuple[KindFound, ...]:
    """`kinds` with those that the senders make, after somebody settled who they are."""
    own = {"joint", "sub-unit", "person"}
    kept = [kind for kind in kinds if kind.code not in own or kind.by]
    new = [kind for kind in _by_senders(read, senders) if kind.code in own]
    known = {kind.code for kind in kept}
    return (*kept, *(kind for kind in new if kind.code not in known))


def main_kind(codes: Iterable[str]) -> str:
    """The kind that a response with these kinds is counted under."""
    mine = set(codes)
    return next((code for code in MAIN if code in mine), ANSWER)


def counted(responses: Iterable[Iterable[str]]) -> KindCounts:
    """The counts over the kinds of the responses that stand."""
    each = [tuple(codes) for codes in responses]
    main = Counter(main_kind(codes) for codes in each)
    beside = Counter(code for codes in each for code in set(codes) if code in BESIDE)
    return KindCounts(
        of=len(each),
        main=tuple((code, main[code]) for code in (ANSWER, *MAIN[:-1]) if main[code]),
        beside=tuple((code, beside[code]) for code in BESIDE if beside[code]),
    )


def as_json(kinds: Iterable[KindFound]) -> list[dict[str, Any]]:
    """Kinds as they are kept."""
    return [asdict(kind) for kind in kinds]


def from_json(kept: Iterable[dict[str, Any]]) -> tuple[KindFound, ...]:
    """What `as_json` made."""
    return tuple(
        KindFound(each["code"], Certainty(each["certainty"]), each["ground"], each.get("by", ""))
        for each in kept
    )


def in_words(paragraphs: Sequence[str]) -> tuple[KindFound, ...]:
    """The kinds that a letter, given as its paragraphs, says that it is of."""
    sentences = [each for text in paragraphs for each in _sentences(text)]
    opening = sentences[:OPENING]
    said = [each for each in sentences if not is_courtesy(each)]
    if len(said) <= SHORT:
        whole = _will_come(said) or _no_remarks(said) or _no_stand(said)
        if whole is not None:
            return (whole,)
    found = (_addition(opening), _decided(opening) or _preliminary(opening))
    return tuple(each for each in found if each is not None)


def _by_senders(read: ResponseRead, senders: Sequence[Match]) -> Iterable[KindFound]:
    if len(senders) > 1:
        yield KindFound("joint", Certainty.CERTAIN, "names several senders")
    first = senders[0] if senders else None
    if read.on_behalf_of:
        spoken_for = ", ".join(read.on_behalf_of)
        yield KindFound("on-behalf", Certainty.CERTAIN, f"on its behalf: {spoken_for}")
    if first is None:
        return
    part = next((each for each in first.grounds if each.startswith("is a part of ")), "")
    if part and not _is_somebody_at(first.name):
        yield KindFound("sub-unit", first.certainty, part)
    if first.kind == "person":
        yield KindFound("person", first.certainty, next(iter(first.grounds), ""))


def _is_somebody_at(name: str) -> bool:
    """Whether what stands after "v/" is a person: "Lier kommune v/Kari Aas" is the municipality."""
    whole = head(name)
    tail = _AT.sub("", name[len(whole) :]) if whole else ""
    return bool(tail) and kind_of(tail)[0] == "person"


def _by_text(read: ResponseRead) -> Iterable[KindFound]:
    ticked = any(answer.ticks for answer in read.answers)
    if "no-remarks" in read.flags and not any(_says_more(each.text) for each in read.answers):
        yield KindFound("no-remarks", Certainty.CERTAIN, "says that it has no remarks")
        return
    for kind in in_words(_paragraphs(read)):
        if not ticked or kind.code in {"addition", "council-decision", "preliminary"}:
            yield kind


def _says_more(text: str) -> bool:
    return bool(text.strip()) and not says_nothing(text)


def _paragraphs(read: ResponseRead) -> list[str]:
    """What it says in its own words: the mail around it first, then the letter."""
    quoted = {block.id for block in read.blocks if block.kind == "quoted"}
    own = [
        passage.text
        for passage in read.unplaced
        if not passage.origin or any(origin.block not in quoted for origin in passage.origin)
    ]
    answers = [answer.text for answer in read.answers if answer.text]
    cover = [read.cover] if read.cover else []
    return [*cover, *own, *answers]


def _sentences(text: str) -> list[str]:
    plain = _FOLLOWED.sub("", f"\n{text}")
    lines = [line for line in plain.splitlines() if not line.lstrip().startswith(">")]
    unquoted = _QUOTED.sub("«»", "\n".join(lines))
    return [each.strip() for each in _SENTENCE.split(unquoted) if each.strip(" .:–-")]


def _hit(sentence: str, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence says it, not denies it, and asks it of nobody else."""
    found = pattern.search(sentence)
    if found is None or words.REQUESTS.search(sentence):
        return False
    before = sentence[max(0, found.start() - 25) : found.start()]
    return not words.NEGATION.search(before)


def _will_come(said: Sequence[str]) -> KindFound | None:
    """A notice: it says that the answer follows, or asks for time, and answers nothing itself."""
    asks = [_hit(each, words.EXTENSION) for each in said]
    tells = [_hit(each, words.WILL_COME) for each in said]
    if not any(asks) and not any(tells):
        return None
    if any(words.STANCE.search(each) for each in said):
        return None
    rest = [
        each
        for each, asked, told in zip(said, asks, tells, strict=True)
        if not (asked or told or words.PROCESS.search(each) or says_nothing(each))
    ]
    if len(rest) > 1:
        return None
    ground = "asks for more time" if any(asks) else "says that an answer will come"
    return KindFound("will-come", Certainty.LIKELY if rest else Certainty.CERTAIN, ground)


def _no_remarks(said: Sequence[str]) -> KindFound | None:
    nothing = [_is_nothing(each) for each in said]
    if not any(nothing) or not all(nothing) or any(_hit(s, words.NO_STAND) for s in said):
        return None
    return KindFound("no-remarks", Certainty.CERTAIN, "says that it has no remarks")


def _is_nothing(sentence: str) -> bool:
    if says_nothing(sentence):
        return True
    after = _AND_HAS_NONE.sub("Vi ", sentence)
    before = sentence[: len(sentence) - len(after) + 3]
    return after != sentence and says_nothing(after) and not words.STANCE.search(before)


def _no_stand(said: Sequence[str]) -> KindFound | None:
    hits = [each for each in said if _takes_none(each)]
    rest = [
        each
        for each in said
        if each not in hits and not says_nothing(each) and not words.PROCESS.search(each)
    ]
    if not hits or any(words.STANCE.search(each) for each in rest) or len(rest) > 2:
        return None
    if rest and any(words.PART_ONLY.search(each) for each in hits):
        return None
    certainty = Certainty.LIKELY if rest else Certainty.CERTAIN
    return KindFound("no-stand", certainty, "says that it takes no stand")


def _takes_none(sentence: str) -> bool:
    found = words.NO_STAND.search(sentence)
    if found is None:
        return False
    before, after = sentence[: found.start()], sentence[found.end() :]
    denied = words.NEGATION.search(before[-25:]) and not words.NEGATION.search(found.group())
    return not denied and not words.BUT.search(after)


def _addition(opening: Sequence[str]) -> KindFound | None:
    if any(words.REPLACES.search(each) for each in opening):
        return None
    for at, sentence in enumerate(opening):
        if _hit(sentence, words.ADDITION) and "høringsbrev" not in sentence.casefold():
            certainty = Certainty.CERTAIN if at < 2 else Certainty.LIKELY
            return KindFound(
                "addition", certainty, f"adds to an earlier response: {_cut(sentence)}"
            )
        near = " ".join(opening[max(0, at - 1) : at + 1])
        if words.EARLIER.search(near) and _hit(sentence, words.ADDS):
            ground = f"adds to an earlier response: {_cut(sentence)}"
            return KindFound("addition", Certainty.LIKELY, ground)
    return None


def _decided(opening: Sequence[str]) -> KindFound | None:
    for sentence in opening:
        named = words.PROTOCOL.search(sentence)
        decided = words.DECIDED.search(sentence)
        council = words.IN_COUNCIL.search(sentence)
        if decided is not None and council is not None and words.ABOUT_THIS.search(sentence):
            pending = words.NOT_YET.search(sentence[: decided.start()])
            denied = words.NEGATION.search(sentence[: decided.start()])
            named = named or (None if pending or denied else decided)
        if named is not None and not words.UNDECIDED.search(sentence):
            ground = f"a council decided on it: {_cut(sentence)}"
            return KindFound("council-decision", Certainty.LIKELY, ground)
    return None


def _preliminary(opening: Sequence[str]) -> KindFound | None:
    for sentence in opening:
        if words.UNDECIDED.search(sentence) or _hit(sentence, words.PRELIMINARY):
            ground = f"a council is still to decide: {_cut(sentence)}"
            return KindFound("preliminary", Certainty.LIKELY, ground)
    return None


def _cut(sentence: str) -> str:
    """The beginning of a sentence, for the grounds: enough to find it again."""
    return sentence if len(sentence) <= 90 else f"{sentence[:89]}…"
