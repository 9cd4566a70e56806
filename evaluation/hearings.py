"""The labelled hearings: definition, answers, and the labels of those who labelled them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation import answers, labels
from evaluation.answers import Written
from evaluation.labels import Labels
from innspill.stages.consultations.core import files
from innspill.stages.consultations.core.definition import Definition

FOLDER = Path(__file__).resolve().parent / "hearings"
OPEN = ("sikkerhet", "plan", "lov")
"""What is learnt is learnt without one of these and measured on it, in turn."""
CLOSED = "skole"
"""Read by `make evaluate` alone: nothing was learnt or tuned on it, and no test opens it."""
BY_WRITERS = ("areal", "deling", "energi", "havbruk", "omsorg", "psyk", "utleie", "vei")
"""Labelled once, by whoever wrote them."""
BY_READERS = ("avfall", "brann", "drosje", "idrett", "ki", "skjenk", "vann", "vern")
"""Written with no stance in mind, and labelled once, by somebody who had seen no other labels.

Dividing, stances and proposals alone: links, themes, names and personal data are not labelled.
"""
LEARNT = (*BY_WRITERS, *BY_READERS)
"""Learnt from and tuned on alone, and never measured."""
LABELLERS = ("first", "second", "settled")


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing with its answers by id, and by labeller the labels of each answer they labelled."""

    name: str
    definition: Definition
    answers: Mapping[str, Written]
    labels: Mapping[str, Mapping[str, Labels]]
    themes: Mapping[str, str]

    @property
    def truth(self) -> Mapping[str, Labels]:
        """What is measured against: what was settled; where nothing is yet, the first labels."""
        return {**self.labels["first"], **self.labels["settled"]}

    @property
    def unsettled(self) -> int:
        """Of how many answers only the first labels are there."""
        return len(self.labels["first"].keys() - self.labels["settled"].keys())


def load(name: str, folder: Path = FOLDER) -> Hearing:
    """The hearing `name`. Labels that are not there yet are left out."""
    place = folder / name
    written = read_answers(place)
    return Hearing(
        name=name,
        definition=files.load(place / "consultation.yaml"),
        answers=written,
        labels={who: read_labels(place, who, written) for who in LABELLERS},
        themes=read_themes(place),
    )


def read_answers(place: Path) -> dict[str, Written]:
    """The answers of the hearing in the folder `place`, by id."""
    return {path.stem: answers.read(path) for path in sorted((place / "responses").glob("*.txt"))}


def read_labels(place: Path, who: str, written: Mapping[str, Written]) -> dict[str, Labels]:
    """The labels that `who` gave, by the id of the answer."""
    return {
        path.stem: labels.read(path, written[path.stem])
        for path in sorted((place / who).glob("*.json"))
    }


def read_themes(place: Path) -> dict[str, str]:
    """The themes that labels may name, with their words."""
    lines = (place / "themes.txt").read_text(encoding="utf-8").splitlines()
    parted = (line.partition(":") for line in lines if ":" in line)
    return {name.strip(): said.strip() for name, _, said in parted}
