"""Labels resolved to characters: what a labeller said of an answer, or what the machine says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.answers import Written
from innspill.shared.errors import BadInput

PARTS = ("actor", "object", "funding", "deadline", "wording")


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal: characters of a place, and its parts in words of the text."""

    place: str
    start: int
    end: int
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a place, without the white space at its ends. `kind` is "comment" or a remainder."""

    place: str
    start: int
    end: int
    kind: str
    stance: str = ""
    links: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def is_comment(self) -> bool:
        """Whether it makes a point."""
        return self.kind == "comment"


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything said of one answer, by a labeller or by the machine."""

    segments: tuple[Segment, ...]
    proposals: tuple[Asked, ...] = ()
    whole: str = ""
    answers: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    """By question: the stance, and whether the text says something else than the tick."""
    mentions: frozenset[tuple[str, str]] = frozenset()
    """Kind and words."""
    personal: tuple[tuple[str, str], ...] = ()
    """Kind and words."""

    @property
    def comments(self) -> tuple[Segment, ...]:
        """The segments that make a point."""
        return tuple(each for each in self.segments if each.is_comment)


def read(path: Path, written: Written) -> Labels:
    """The labels in the file at `path`. Raises BadInput where one does not fit the answer."""
    return resolve(json.loads(path.read_text(encoding="utf-8")), written)


def resolve(raw: Mapping[str, Any], written: Written) -> Labels:
    """The labels `raw` of an answer, each with its characters."""
    starts = list(_starts(raw["segments"], written))
    segments: list[Segment] = []
    proposals: list[Asked] = []
    for number, (place, start) in enumerate(starts):
        said = raw["segments"][number]
        after = starts[number + 1] if number + 1 < len(starts) else ("", 0)
        end = after[1] if after[0] == place else len(written.places[place])
        segments.append(_segment(said, place, (start, end), written.places[place]))
        proposals += _proposals(said, place, start, written)
    return Labels(
        segments=tuple(segments),
        proposals=tuple(proposals),
        whole=raw["whole"],
        answers={
            question: (each["stance"], bool(each.get("disagrees")))
            for question, each in raw["answers"].items()
        },
        mentions=frozenset((each["kind"], each["quote"]) for each in raw["mentions"]),
        personal=tuple((each["kind"], each["quote"]) for each in raw["personal"]),
    )


def find(quote: str, text: str, start: int = 0) -> tuple[int, int] | None:
    """Where `quote` stands in `text` from `start` on; any white space may stand for any other."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    hit = re.compile(pattern).search(text, start) if pattern else None
    return hit.span() if hit else None


def _starts(segments: list[Mapping[str, Any]], written: Written) -> Iterator[tuple[str, int]]:
    last = ("", -1)
    for said in segments:
        place = said["at"]
        begin = 0
        if said.get("from"):
            after = last[1] + 1 if last[0] == place else 0
            hit = find(said["from"], written.places[place], after)
            if hit is None:
                raise BadInput(
                    f"no segment begins with {said['from']!r}", where=f"{written.id} {place}"
                )
            begin = hit[0]
        last = (place, begin)
        yield last


def _segment(said: Mapping[str, Any], place: str, span: tuple[int, int], text: str) -> Segment:
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return Segment(
        place=place,
        start=start,
        end=start + len(piece.strip()),
        kind=said["kind"],
        stance=said.get("stance", ""),
        links=tuple(said.get("links", ())),
        themes=tuple(said.get("themes", ())),
    )


def _proposals(
    said: Mapping[str, Any], place: str, start: int, written: Written
) -> Iterator[Asked]:
    for each in said.get("proposals", ()):
        hit = find(each["quote"], written.places[place], start)
        if hit is None:
            raise BadInput(
                f"no proposal {each['quote']!r} in the text", where=f"{written.id} {place}"
            )
        yield Asked(place, *hit, {part: each.get(part) or "" for part in PARTS})
