"""The sample deliveries, read and registered by the real parts, beside what is true of them."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Answer, ResponseRead
from innspill.stages.register.core.standing import Sorted, sort_out
from innspill.stages.register.core.values import Arrival, Registered

HEARING = Path(__file__).resolve().parents[2] / "samples" / "trygt-vann"
TRUTH: dict[str, Any] = json.loads((HEARING / "truth.json").read_text("utf-8"))
ENTRIES: list[dict[str, Any]] = TRUTH["responses"]


def having(key: str) -> list[Any]:
    """The truth entries that say something about `key`, each with its file as the test's name."""
    return [entry for entry in ENTRIES if key in entry]


def name_of(entry: dict[str, Any]) -> str:
    """What a test about one entry is called."""
    return str(entry["file"])


def one_line(text: str) -> str:
    """`text` without regard to where its lines break."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Samples:
    """All that was read of the sample hearing."""

    definition: Definition
    reads: tuple[tuple[ResponseRead, Arrival], ...]
    sorted: Sorted

    def read(self, file: str) -> ResponseRead:
        """The one response read from `file`."""
        found = [read for read, _ in self.reads if read.file == file]
        assert len(found) == 1, f"{file}: {len(found)} of {[r.file for r, _ in self.reads]}"
        return found[0]

    def answer(self, file: str, question: str) -> Answer:
        """The answer to one question in one file; an empty one where there is none."""
        answers = [each for each in self.read(file).answers if each.question == question]
        assert len(answers) <= 1, f"{file}: question {question} is answered twice"
        return answers[0] if answers else Answer(question)

    def registered(self, file: str) -> Registered:
        """The entry in the register that `file` became."""
        found = [each for each in self.sorted.registered if each.read.file == file]
        assert len(found) == 1, f"{file} is not registered once"
        return found[0]


def arrivals() -> dict[str, Arrival]:
    """When and how each sample delivery came, from received.csv."""
    with (HEARING / "responses" / "received.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["file"]: Arrival(
                datetime.fromisoformat(row["received_at"]), row["channel"], row["sender"] or None
            )
            for row in csv.DictReader(lines)
        }


@cache
def read_all() -> Samples:
    """Every sample delivery, read and registered."""
    definition = load(HEARING / "consultation.yaml")
    reads: list[tuple[ResponseRead, Arrival]] = []
    for file, arrival in arrivals().items():
        files = read_file(file, (HEARING / "responses" / file).read_bytes())
        reads += [(read, arrival) for read in read_responses(files, definition)]
    return Samples(definition, tuple(reads), sort_out(definition, reads))
