"""How well the remarks on wording hit, on questions that a careful reader has labelled."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

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


# kind: the least precision and recall on the half that was not tuned on, and on the set that was
# written afterwards. Of that set's ten leading questions four were found before loaded words
# were added ("den uheldige …"), and of its twelve double ones nine: new wordings will be missed.
LEAST = {
    "held out": dict.fromkeys(KINDS, (0.95, 0.95)),
    "later": {
        "double": (0.95, 0.75), "leading": (0.95, 0.9), "abbreviation": (0.95, 0.95),
        "long": (0.95, 0.95), "heavy": (0.95, 0.95),
    },
}  # fmt: skip


def sets() -> dict[str, list[Labelled]]:
    return {"held out": [one for one in labelled() if one.is_held_out], "later": labelled(LATER)}


@pytest.mark.parametrize("name", sorted(LEAST))
@pytest.mark.parametrize("kind", KINDS)
def test_remarks_on_wording_are_seldom_wrong_and_mostly_there(name: str, kind: str) -> None:
    counts = measured(sets()[name])[kind]
    said, wanted = counts["right"] + counts["false"], counts["right"] + counts["missed"]
    precision, recall = LEAST[name][kind]
    assert counts["right"] >= precision * said
    assert counts["right"] >= recall * wanted > 0


@pytest.mark.parametrize("name", sorted(LEAST))
def test_clean_questions_are_left_alone(name: str) -> None:
    clean = [one for one in sets()[name] if not one.labels]
    assert len(clean) >= 25
    assert [one.text for one in clean if remarked(one)] == []


def test_the_set_is_large_and_in_three_languages() -> None:
    every = [*labelled(), *labelled(LATER)]
    assert len(labelled()) >= 120
    assert len({one.text for one in labelled()}) == len(labelled())
    assert {one.language for one in every} == {"nb", "nn", "en"}
