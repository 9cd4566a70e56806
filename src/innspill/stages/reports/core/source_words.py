"""Sources in words: what an endnote says of where a sentence comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.stages.reports.core.paper_words import PaperWords
from innspill.stages.reports.core.parts.values import Source

MOST_REFERENCES, MOST_POINTERS = 40, 12
"""How many an endnote names before it only counts the rest: report.json has them all."""
COUNTED = ("change", "follow-up")
"""What is known by its place in the data, where the first is 0."""


@dataclass(frozen=True, slots=True)
class Said:
    """Puts sources in words, in the language of `words`."""

    words: PaperWords

    def told(self, sources: Sequence[Source]) -> str:
        """All sources of a sentence in one line; "" where there are none."""
        lines = [
            self._references("comment", self.words.source_comment, sources),
            self._answers(sources),
            self._references("response", self.words.source_response, sources),
            self._references("decision", self.words.source_decision, sources),
            self._figures(sources),
            self._hearing(sources),
        ]
        return " ".join(f"{line}." for line in lines if line)

    def _references(self, kind: str, pattern: str, sources: Sequence[Source]) -> str:
        named = [
            reference
            for source in sources
            if source.kind == kind
            for reference in (source.responses or ((source.key,) if kind == "response" else ()))
        ]
        return pattern.format(references=self._some(named)) if named else ""

    def _answers(self, sources: Sequence[Source]) -> str:
        named = []
        for source in sources:
            if source.kind == "answer":
                reference, _, place = source.key.partition(" ")
                question = place.removeprefix("q:")
                pattern = self.words.source_question if question else "{reference}"
                named.append(pattern.format(reference=reference, question=question))
        shown = ", ".join(dict.fromkeys(named))
        return self.words.source_response.format(references=shown) if named else ""

    def _figures(self, sources: Sequence[Source]) -> str:
        figures = [source for source in sources if source.kind == "figure"]
        if not figures:
            return ""
        pointers = list(dict.fromkeys(source.key for source in figures))
        shown = pointers if len(pointers) <= MOST_POINTERS else _prefixes(pointers)
        told = self.words.source_figure.format(pointers=", ".join(shown))
        counted = list(dict.fromkeys(each for source in figures for each in source.responses))
        if not counted:
            return told
        if len(counted) <= MOST_REFERENCES:
            return f"{told}; {self.words.source_counted.format(references=in_short(counted))}"
        some = in_short(counted[:MOST_REFERENCES])
        more = self.words.source_counted_more.format(
            references=some, count=len(counted) - MOST_REFERENCES
        )
        return f"{told}; {more}"

    def _hearing(self, sources: Sequence[Source]) -> str:
        fields = list(dict.fromkeys(source.key for source in sources if source.kind == "hearing"))
        told = ", ".join(self._field(each) for each in fields)
        return self.words.source_hearing.format(fields=told) if fields else ""

    def _field(self, key: str) -> str:
        kind, _, name = key.partition(" ")
        shown = str(int(name) + 1) if kind in COUNTED and name.isdecimal() else name
        return self.words.hearing_fields.get(kind, key).format(name=shown)

    def _some(self, references: Iterable[str]) -> str:
        known = list(dict.fromkeys(references))
        shown = in_short(known[:MOST_REFERENCES])
        return shown if len(known) <= MOST_REFERENCES else f"{shown} …"


def in_short(references: Sequence[str]) -> str:
    """References with runs of numbers drawn together: "24/17-1–3, 24/17-9"."""
    runs: list[list[str]] = []
    for reference in references:
        if runs and _follows(runs[-1][-1], reference):
            runs[-1].append(reference)
        else:
            runs.append([reference])
    return ", ".join(
        run[0] if len(run) == 1 else f"{run[0]}–{run[-1].rpartition('-')[2]}" for run in runs
    )


def _follows(first: str, second: str) -> bool:
    (before, _, one), (same, _, other) = first.rpartition("-"), second.rpartition("-")
    return before == same and one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _prefixes(pointers: Sequence[str]) -> list[str]:
    """What many pointers have in common: "/questions/0/…"."""
    found = dict.fromkeys(
        (match[0] if (match := re.match(r"/[^/]+(?:/\d+)?", pointer)) else pointer)
        for pointer in pointers
    )
    return [f"{prefix}/…" for prefix in list(found)[:MOST_POINTERS]]
