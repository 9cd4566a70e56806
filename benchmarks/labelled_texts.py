"""The labelled texts of samples/personal_data, held against what the machine finds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from innspill.stages.publication.core.noting import apart, noted_in
from innspill.stages.publication.core.personal_data import find
from innspill.stages.publication.core.values import Finding

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluation.personal_texts import FOLDER, Labelled, labelled

__all__ = ["FOLDER", "Labelled", "Score", "false_doubts", "interval", "labelled", "score"]

KINDS = {
    "id": ("national-id",),
    "phone": ("phone",),
    "email": ("email",),
    "address": ("address",),
    "account": ("account",),
    "birth": ("birth-date",),
    "plate": ("plate",),
    "name": ("name",),
    "sender": ("name", "signature"),
    "signature": ("signature", "name"),
    "special": ("health", "special"),
}
"""The kinds of finding that are right for a label."""


@dataclass
class Score:
    """Spans found and all, by label; findings right and all, by kind; and what was missed.

    What is noted is no finding: it withholds nothing, so it is right or wrong nowhere here; how many
    notes are about nothing that is labelled is told beside.
    """

    found: Counter[str] = field(default_factory=Counter)
    """Withheld, doubted or noted before a person looks."""
    noted: Counter[str] = field(default_factory=Counter)
    """Those of `found` that are only noted: shown unless a person says otherwise."""
    spans: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    of_another_kind: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    """How many places are noted in all, `idle` of them about nothing that is labelled."""
    idle: int = 0
    letters: int = 0
    """Of how many letters the texts are; so many are `covered` by findings, and by `notes_cover`."""
    covered: int = 0
    notes_cover: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def score(texts: Sequence[Labelled]) -> Score:
    """What the machine finds of the labelled spans, and what of its findings is right."""
    sums = Score()
    for each in texts:
        findings = find(each.text, private=each.private)
        notes = noted_in(each.text, private=each.private)
        noted = tuple(apart(notes, findings))
        _add_notes(sums, each, findings, noted)
        for start, end, label in each.spans:
            sums.spans[label] += 1
            if _is_found(each.text, (start, end, label), findings):
                sums.found[label] += 1
            elif _is_found(each.text, (start, end, label), (*findings, *notes)):
                sums.found[label] += 1
                sums.noted[label] += 1
            else:
                sums.missed.append(f"{label}: {each.text[start:end]!r}")
        for finding in findings:
            _judge(each, finding, sums)
    return sums


def _add_notes(
    sums: Score, each: Labelled, findings: Sequence[Finding], noted: Sequence[Finding]
) -> None:
    sums.notes += len(noted)
    sums.idle += sum(not _is_labelled(each, note) for note in noted)
    sums.letters += len(each.text)
    sums.covered += sum(finding.end - finding.start for finding in findings)
    sums.notes_cover += sum(note.end - note.start for note in noted)


def _is_labelled(each: Labelled, finding: Finding) -> bool:
    return any(start < finding.end and finding.start < end for start, end, _ in each.spans)


def false_doubts(each: Labelled) -> int:
    """How many doubts about a text are about nothing that is labelled."""
    return sum(
        finding.doubtful and not _is_labelled(each, finding)
        for finding in find(each.text, private=each.private)
    )


def _is_found(text: str, span: tuple[int, int, str], findings: Sequence[Finding]) -> bool:
    """Whether every letter and digit is covered; of a statement half, by a doubtful finding."""
    start, end, label = span
    places = [at for at in range(start, end) if text[at].isalnum()]
    covered = sum(
        1
        for at in places
        if any(
            each.start <= at < each.end and (label != "special" or each.doubtful)
            for each in findings
        )
    )
    return covered * (2 if label == "special" else 1) >= len(places)


def _judge(each: Labelled, finding: Finding, sums: Score) -> None:
    sums.findings[finding.kind] += 1
    labels = {
        label for start, end, label in each.spans if start < finding.end and finding.start < end
    }
    if any(finding.kind in KINDS[label] for label in labels):
        sums.right[finding.kind] += 1
    elif labels:
        sums.of_another_kind[finding.kind] += 1
    else:
        sums.wrong.append(f"{finding.kind}: {each.text[finding.start : finding.end]!r}")


def interval(found: int, spans: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for `found` of `spans`."""
    if not spans:
        return 0.0, 1.0
    share, z = found / spans, 1.96
    middle = share + z * z / (2 * spans)
    width = z * sqrt(share * (1 - share) / spans + z * z / (4 * spans * spans))
    return (middle - width) / (1 + z * z / spans), (middle + width) / (1 + z * z / spans)
