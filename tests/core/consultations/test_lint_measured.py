"""How well the remarks on wording hit, on questions that a careful reader has labelled."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from innspill.stages.consultations.core.definition import Language
from innspill.stages.consultations.core.lint_abbreviations import abbreviations, explains
from innspill.stages.consultations.core.lint_wording import asks_twice, leads, long_sentences
from innspill.stages.consultations.core.plain_words import plainer_words

FIRST = Path(__file__).with_name("labelled_questions.txt")
LATER = Path(__file__).with_name("labelled_questions_later.txt")
KINDS = ("double", "leading", "abbreviation", "long", "heavy")


@dataclass(frozen=True)
class Labelled:
    language: Language
    labels: frozenset[str]
    text: str

    @property
    def is_held_out(self) -> bool:
        return int(hashlib.sha256(self.text.encode()).hexdigest()[-1], 16) % 2 == 0


def labelled(file: Path = FIRST) -> list[Labelled]:
    found = []
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, text = line.partition(": ")
            language, *labels = head.split()
            found.append(Labelled(language, frozenset(labels) - {"clean"}, text))  # type: ignore[arg-type]
    return found


def remarked(one: Labelled) -> set[str]:
    unexplained = [word for word in abbreviations(one.text) if not explains(one.text, word)]
    said = {
        "double": asks_twice(one.text),
        "leading": leads(one.text),
        "abbreviation": bool(unexplained),
        "long": bool(long_sentences(one.text)),
        "heavy": any(plainer_words(one.text, one.language)),
    }
    return {kind for kind, is_said in said.items() if is_said}


def measured(half: list[Labelled]) -> dict[str, Counter[str]]:
    """Right, false and missed remarks of each kind."""
    counts = {kind: Counter() for kind in KINDS}
    for one in half:
        said = remarked(one)
        for kind in KINDS:
            if kind in said:
                counts[kind]["right" if kind in one.labels else "false"] += 1
            elif kind in one.labels:
                counts[kind]["missed"] += 1
    return counts
