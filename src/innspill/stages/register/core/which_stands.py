"""Which of several responses stands: by the rule, and by a person's word, which goes before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.values import Arrival, Match, Registered

Relation = Literal["alone", "supersedes", "adds-to", "confirms"]


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word on a response, and the place of the other one that it is about."""

    relation: Relation
    other: int | None = None


@dataclass(frozen=True, slots=True)
class SortedOut:
    """Of entries in order of receipt, by their place: what took whose place, what adds to what."""

    replaced: dict[int, int] = field(default_factory=dict)
    added: dict[int, int] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    """For each that is replaced: the rule or word by which it is."""


def identity(match: Match) -> str | None:
    """What two responses of one organisation have in common; None where nobody can be sure.

    A private person or an unsure sender has none: it would be a guess that the two are one.
    """
    if match.kind != "organisation" or match.certainty is Certainty.UNSURE:
        return None
    return fold(match.body) if match.via == "invited" and match.body else fold(match.name)


def supersedes(later: Registered, earlier: Registered, definition: Definition) -> bool:
    """Whether `later` takes the place of `earlier`, given that it came after it.

    A new version always does, whoever sent it. Else only where the hearing wants one response per
    organisation; by the first sender; a cover note alone never takes the place of a form or a
    letter. A notice that an answer will come, or an addition, never takes the place of anything.
    """
    if is_version_of(later.arrival, earlier.arrival):
        return True
    if definition.one_response_per != "organisation":
        return False
    if later.read.kind == "cover-note" and earlier.read.kind != "cover-note":
        return False
    if has_kind(later, "will-come") or has_kind(later, "addition"):
        return False
    same = identity(later.senders[0])
    return same is not None and same == identity(earlier.senders[0])


def is_version_of(later: Arrival, earlier: Arrival) -> bool:
    """Whether two deliveries are versions of one response."""
    same = later.thread is not None and later.thread == earlier.thread
    return same and later.delivery != earlier.delivery


def has_kind(entry: Registered, code: str) -> bool:
    """Whether a response is of a kind."""
    return any(kind.code == code for kind in entry.kinds)


def sorted_out(
    entries: Sequence[Registered],
    definition: Definition,
    words: Mapping[int, Word] | None = None,
) -> SortedOut:
    """Which of `entries`, in order of receipt, stand; `words` goes before the rule.

    Somebody's word that would leave none standing (a ring) counts for nothing.
    """
    words = words or {}
    by_word = _by_word(words)
    found = SortedOut()
    stands: dict[str | int, list[int]] = {}
    for at, later in enumerate(entries):
        word = words.get(at)
        if at in by_word:
            _replace(found, at, by_word[at], f"word-{words[by_word[at]].relation}")
            continue
        if word is not None and word.relation == "alone":
            continue
        alike = [key for key in (identity(later.senders[0]), later.arrival.thread) if key]
        before = {place for key in alike for place in stands.get(key, ())} - found.replaced.keys()
        main = _added_to(at, later, entries, word, sorted(before))
        if main is not None:
            found.added[at] = main
        elif word is None or word.relation != "adds-to":
            for place in sorted(before):
                if supersedes(later, entries[place], definition):
                    _replace(found, place, at, _rule(later, entries[place]))
        for key in alike:
            standing = [place for place in stands.get(key, ()) if place not in found.replaced]
            stands[key] = [*standing, at]
    _follow_mains(found)
    return found


def _by_word(words: Mapping[int, Word]) -> dict[int, int]:
    """What a person said is replaced, and by what; the older word first, no rings."""
    found: dict[int, int] = {}
    for at, word in words.items():
        if word.relation not in {"supersedes", "confirms"} or word.other is None:
            continue
        end = at
        while end in found:
            end = found[end]
        if word.other not in (end, at) and word.other not in found:
            found[word.other] = at
    return found


def _added_to(
    at: int,
    later: Registered,
    entries: Sequence[Registered],
    word: Word | None,
    before: Sequence[int],
) -> int | None:
    """The response that one is an addition to: as a person said, else the last before it."""
    if word is not None:
        return word.other if word.relation == "adds-to" and word.other != at else None
    if not has_kind(later, "addition") or any(
        is_version_of(later.arrival, entries[place].arrival) for place in before
    ):
        return None
    whole = [
        place
        for place in before
        if not has_kind(entries[place], "will-come") and not has_kind(entries[place], "addition")
    ]
    return whole[-1] if whole else None


def _follow_mains(found: SortedOut) -> None:
    """An addition to what stands no more goes with it, to what took its place."""
    for addition, main in found.added.items():
        if main in found.replaced and found.replaced[main] != addition:
            found.replaced.setdefault(addition, found.replaced[main])
            found.why.setdefault(addition, found.why[main])


def _replace(found: SortedOut, before: int, after: int, why: str) -> None:
    found.replaced[before] = after
    found.why[before] = why


def _rule(later: Registered, earlier: Registered) -> str:
    return "new-version" if is_version_of(later.arrival, earlier.arrival) else "later-of-same"


def proposed(later: Registered, earlier: Registered) -> Word | None:
    """What a person may want to say about two responses of one sender; None where nothing is.

    The council's decision confirms an administration's draft; an addition that is not certain
    adds to the response before it. `other` is left to the caller.
    """
    if has_kind(earlier, "will-come"):
        return None
    if has_kind(later, "council-decision") and not has_kind(earlier, "council-decision"):
        return Word("confirms")
    unsure = [
        kind
        for kind in later.kinds
        if kind.code == "addition" and kind.certainty is not Certainty.CERTAIN
    ]
    return Word("adds-to") if unsure else None
