"""The hearing's glossary: its abbreviations, and those that nobody explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from innspill.stages.analysis.core.mentions.abbreviations import explained_in
from innspill.stages.analysis.core.values import Mention


@dataclass(frozen=True, slots=True)
class Entry:
    """An abbreviation, how many responses have it, and what it stands for, "" where nobody says."""

    word: str
    explanation: str
    responses: int


def glossary_of(
    texts: Iterable[tuple[str, str, Iterable[Mention]]], terms: Mapping[str, str]
) -> tuple[Entry, ...]:
    """The abbreviations of a hearing, those that nobody explained first, then by how many have them.

    `texts` are the response, the text and its mentions; `terms` what the hearing itself explains.
    """
    seen: dict[str, set[str]] = {}
    said: dict[str, Counter[str]] = {}
    for response, text, mentions in texts:
        for mention in mentions:
            if mention.kind == "abbreviation":
                word = text[mention.span.start : mention.span.end]
                seen.setdefault(word, set()).add(response)
                if mention.name:
                    said.setdefault(word, Counter())[mention.name] += 1
        for word, full in explained_in(text).items():
            said.setdefault(word, Counter())[full] += 1
    entries = (
        Entry(word, terms.get(word) or _commonest(said.get(word)), len(responses))
        for word, responses in seen.items()
    )
    return tuple(sorted(entries, key=lambda e: (bool(e.explanation), -e.responses, e.word)))


def _commonest(said: Counter[str] | None) -> str:
    return min(said, key=lambda full: (-said[full], full)) if said else ""
