"""Answers as files: read into the places that are labelled, and into the value analysis takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.reading.core.answers.no_comment import says_nothing

_PART = re.compile(r"^\[(general|question [^\]]+)\][ \t]*$", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Written:
    """One answer as it was written: head, the text of each place, ticks by question.

    Places are "g0", "g1", … for paragraphs that belong to no question, "q3" for the answer to
    question 3.
    """

    id: str
    head: Mapping[str, str]
    places: Mapping[str, str]
    ticks: Mapping[str, tuple[str, ...]]

    @property
    def private(self) -> bool:
        """Whether a private person wrote it."""
        return self.head.get("private") == "yes"

    @property
    def whole(self) -> str:
        """All text, place after place."""
        return "\n\n".join(self.places.values())


def read(path: Path) -> Written:
    """The answer in the file at `path`."""
    return parse(path.read_text(encoding="utf-8"), path.stem)


def parse(text: str, ident: str) -> Written:
    """The answer that `text` holds. docs/labelling.md says how such a file looks."""
    head, _, body = text.partition("\n---\n")
    parts = _PART.split(body)
    places: dict[str, str] = {}
    ticks: dict[str, tuple[str, ...]] = {}
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        if name == "general":
            for paragraph in _PARAGRAPHS.split(content):
                if paragraph.strip():
                    number = sum(place.startswith("g") for place in places)
                    places[f"g{number}"] = paragraph.strip("\n ")
            continue
        question, _, ticked = name.removeprefix("question ").partition(":")
        places[f"q{question.strip()}"] = content.strip("\n ")
        chosen = (each.strip() for each in ticked.split(","))
        ticks[question.strip()] = tuple(each for each in chosen if each)
    return Written(ident, dict(_head(head)), places, ticks)


def public(written: Written) -> PublicResponse:
    """The answer as analysis takes it: as if it was published with nothing withheld."""
    sender = written.head["sender"]
    return PublicResponse(
        reference=written.id,
        name=sender,
        senders=(sender,),
        group=written.head.get("group") or None,
        via="upload",
        private=written.private,
        kind=written.head.get("kind", ""),
        language=written.head.get("language"),
        received=None,
        late=None,
        answers=tuple(
            _answer(question, ticks, written.places[f"q{question}"])
            for question, ticks in written.ticks.items()
        ),
        footnotes=(),
        general=tuple(text for place, text in written.places.items() if place.startswith("g")),
        withheld=0,
    )


def _answer(question: str, ticks: tuple[str, ...], text: str) -> PublicAnswer:
    return PublicAnswer(
        question=question,
        ticks=ticks,
        choice=ticks[0] if len(ticks) == 1 else None,
        text=text,
        no_comment=says_nothing(text) or (ticks == ("none",) and not text),
    )


def _head(head: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in head.splitlines() if ":" in line)
    return [(name.strip(), said.strip()) for name, _, said in lines]
