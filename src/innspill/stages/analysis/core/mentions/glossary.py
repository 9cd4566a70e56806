"""The hearing's glossary: its abbreviations, and those that nobody explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from innspill.stages.analysis.core.mentions.abbreviations import explained_in
from innspill.stages.analysis.core.values import Mention

NOTE = re.compile(r"s?\[\^(?P<mark>[^\]\s]{1,20})\]")
"""Right after an abbreviation: a footnote tells what it stands for."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation, how many responses have it, and what it stands for, "" where nobody says."""

    word: str
    explanation: str
    responses: int
    comments: tuple[int, ...] = ()
    """Places in the list of comments that was given."""
    by_hearing: bool = False
    """Whether the hearing itself explains it; else an answer does, or nobody."""


@dataclass(slots=True)
class _Seen:
    responses: set[str] = field(default_factory=set)
    comments: list[int] = field(default_factory=list)


def glossary_of(
    comments: Sequence[tuple[str, str, Iterable[Mention]]],
    terms: Mapping[str, str],
    notes: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[Entry, ...]:
    """The abbreviations of a hearing, those that nobody explained first, then by how many have them.

    `comments` are the response, the text and its mentions; `terms` what the hearing itself
    explains; `notes` the footnotes of each response by their marks.
    """
    seen: dict[str, _Seen] = {}
    said: dict[str, Counter[str]] = {}
    for place, (response, text, mentions) in enumerate(comments):
        for mention in mentions:
            if mention.kind != "abbreviation":
                continue
            word = text[mention.span.start : mention.span.end]
            one = seen.setdefault(word, _Seen())
            one.responses.add(response)
            one.comments.append(place)
            note = NOTE.match(text, mention.span.end)
            full = mention.name or (_noted(note["mark"], response, notes or {}) if note else "")
            if full and full != word:
                said.setdefault(word, Counter())[full] += 1
        for word, full in explained_in(text).items():
            said.setdefault(word, Counter())[full] += 1
    given = {word.casefold(): explanation for word, explanation in terms.items()}
    entries = (
        Entry(
            word,
            given.get(word.casefold()) or _commonest(said.get(word)),
            len(one.responses),
            tuple(dict.fromkeys(one.comments)),
            by_hearing=bool(given.get(word.casefold())),
        )
        for word, one in seen.items()
    )
    return tuple(sorted(entries, key=lambda e: (bool(e.explanation), -e.responses, e.word)))


def _noted(mark: str, response: str, notes: Mapping[str, Mapping[str, str]]) -> str:
    note = " ".join(notes.get(response, {}).get(mark, "").split())
    return note if len(note) <= _LONGEST else f"{note[: _LONGEST - 1]}…"


def _commonest(said: Counter[str] | None) -> str:
    return min(said, key=lambda full: (-said[full], full)) if said else ""
