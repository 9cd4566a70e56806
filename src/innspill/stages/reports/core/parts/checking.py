"""What a machine's part says, held against what it comes from, before a report is written.

A fault here is a defect of ours and never of an answer: a report with one is not written.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from innspill.stages.analysis.core.placing import current
from innspill.stages.reports.core.exported import at_pointer, exported
from innspill.stages.reports.core.papers import MARK
from innspill.stages.reports.core.parts.said_by_hearing import hearing_texts
from innspill.stages.reports.core.parts.values import (
    Bullets,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.values import Figures, Reported, ReportInput
from innspill.stages.reports.core.words import day, short_day, words_in

NUMBER = re.compile(r"\d+(?:[\u00a0\u202f,]\d{3})*")
_SPACE = re.compile(r"\s+")
_QUOTES = (("«", "»"), ("“", "”"))
"""What words are quoted in: the first in Norwegian, the second in English."""


class UnfaithfulReportError(Exception):
    """A part says what its sources do not: the report is not written."""


def require_faithful(parts: Iterable[ReportPart], figures: Figures, report: ReportInput) -> None:
    """Raises UnfaithfulReportError where a machine's part says what no source does."""
    kept = tuple(parts)
    faults = [*unsourced(kept), *unfaithful(kept, figures, report)]
    if faults:
        raise UnfaithfulReportError("; ".join(faults[:5]))


def unsourced(parts: Iterable[ReportPart]) -> list[str]:
    """Sentences, quotes and numbers of machine's parts that do not say where they come from."""
    faults = []
    for part in _machines(parts):
        for sentence, in_table in said_in(part):
            known = bool(sentence.sources) or not sentence.text.strip()
            if not known and not (in_table and not NUMBER.search(sentence.text)):
                faults.append(f"{part.key}: {sentence.text[:80]!r} has no source")
    return faults


def unfaithful(parts: Iterable[ReportPart], figures: Figures, report: ReportInput) -> list[str]:
    """What machine's parts say otherwise than their sources: numbers, quotes, names, reasons."""
    held = _Held(figures, report)
    return [
        f"{part.key}: {fault} in {sentence.text[:80]!r}"
        for part in _machines(parts)
        for sentence, _ in said_in(part)
        for fault in held.faults(sentence)
    ]


def said_in(part: ReportPart) -> Iterator[tuple[Sentence, bool]]:
    """Every sentence, cell, quote and chart of a part, and whether it is the cell of a table."""
    for block in part.blocks:
        match block:
            case Paragraph():
                yield from ((each, False) for each in block.sentences)
            case Bullets():
                yield from ((each, False) for each in block.lines)
            case Quote():
                yield Sentence(f"«{block.text}»", (block.source,)), False
            case Table():
                yield from ((cell, True) for row in block.rows for cell in row)
            case Picture():
                labels = " ".join(bar.label for bar in block.chart.bars)
                yield Sentence(labels, block.sources), False


def _machines(parts: Iterable[ReportPart]) -> Iterator[ReportPart]:
    return (part for part in parts if part.by == "machine")


class _Held:
    """The sources of one report, looked up by what a sentence says of itself."""

    def __init__(self, figures: Figures, report: ReportInput) -> None:
        self.report, self.language = report, figures.language
        self.data: dict[str, Any] = exported(figures, report)
        self.comments: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for each in self.data["comments"]:  # two of one response may have the same words
            self.comments[each["key"]].append(each)
        self.responses = {each.public.reference: each for each in current(report.responses)}
        self.rows = {row.reference: row for row in figures.answered}
        self.outcomes = words_in(figures.language).outcomes
        self.plain: dict[str, tuple[str, ...]] = {}
        """The texts of comments by key, plainly: one is looked at for each sentence it is behind."""
        self.numbered: dict[str, tuple[str, ...]] = {}
        """What is known of a response and has a number in it, by reference."""

    def faults(self, sentence: Sentence) -> Iterator[str]:
        for source in sentence.sources:
            yield from self._source(source)
        yield from self._quotes(sentence)
        yield from self._names(sentence)
        yield from self._reasons(sentence)
        yield from self._numbers(sentence)

    def _source(self, source: Source) -> Iterator[str]:
        if source.kind == "figure":
            try:
                value = at_pointer(self.data, source.key)
            except KeyError:
                yield f"{source.key} leads nowhere"
                return
            if value != source.number:
                yield f"{source.key} is {value} and not {source.number}"
            counted = set(source.responses)
            if counted and (len(counted) != value or not counted <= self.responses.keys()):
                yield f"{source.key} counts {len(counted)} responses"
        elif source.kind in ("comment", "decision") and source.key not in self.comments:
            yield f"{source.key} is no remark that may be told"
        elif source.kind == "response" and source.key not in self.responses:
            yield f"{source.key} is no response"

    def _quotes(self, sentence: Sentence) -> Iterator[str]:
        sources = [each for each in sentence.sources if each.kind == "comment"]
        if not sources or self._all_of_it_quoted(sentence):
            return
        words = plainly(quoted_in(sentence.text)[1] or sentence.text.strip("«»“”"))
        if not any(words in text for each in sources for text in self._plain(each.key)):
            yield "a quote is not verbatim"

    def _all_of_it_quoted(self, sentence: Sentence) -> bool:
        """Whether it is the words of a comment alone, as in a cell: they may have quotes in them."""
        words = plainly(sentence.text)
        return any(
            words in text
            for each in sentence.sources
            if each.kind == "comment"
            for text in self._plain(each.key)
        )

    def _plain(self, key: str) -> tuple[str, ...]:
        if key not in self.plain:
            points = self.comments.get(key, ())
            self.plain[key] = tuple(plainly(point["text"] or "") for point in points)
        return self.plain[key]

    def _names(self, sentence: Sentence) -> Iterator[str]:
        if not sentence.names:
            return
        behind = self._behind(sentence)
        known = {
            name
            for each in behind
            if each.state == "published" and not each.public.private
            for name in (each.public.name, *each.public.senders)
        }
        members = {name for body in self.data["bodies"] for name in body["members"]}
        for name in sentence.names:
            if name not in known | members or name not in sentence.text:
                yield f"{name!r} is named by none of its sources"

    def _behind(self, sentence: Sentence) -> list[Reported]:
        """The responses that a sentence rests on, those that its numbers count left out."""
        references = dict.fromkeys(
            reference
            for each in sentence.sources
            if each.kind in ("response", "comment", "decision")
            for reference in (each.key, *each.responses)
        )
        return [self.responses[each] for each in references if each in self.responses]

    def _reasons(self, sentence: Sentence) -> Iterator[str]:
        kinds = {each.kind for each in sentence.sources}
        if kinds != {"decision"}:
            return
        for source in sentence.sources:
            points = self.comments.get(source.key, ())
            if not any(sentence.text in self._decided(point) for point in points):
                yield "a reason is not what was decided"

    def _decided(self, point: dict[str, Any]) -> tuple[str, ...]:
        outcome, reason = point["outcome"] or "", point["reason"] or ""
        shown = self.outcomes.get(outcome, outcome)
        return reason, shown, f"{shown}\n{reason}", "–"

    def _numbers(self, sentence: Sentence) -> Iterator[str]:
        """Each number is that of a figure, or stands in the words of another source."""
        if not NUMBER.search(sentence.text):
            return
        left = sentence.text
        if self._all_of_it_quoted(sentence):
            return
        if any(each.kind == "comment" for each in sentence.sources):
            before, quoted, after = quoted_in(left)
            left = f"{before} {after}" if quoted else left
        for text in sorted(set(self._words(sentence)), key=len, reverse=True):
            if NUMBER.search(text):
                left = _without(left, text)
        figures = Counter(each.number or 0 for each in sentence.sources if each.kind == "figure")
        said = Counter(int(re.sub(r"\D", "", each)) for each in NUMBER.findall(left))
        for number in said - figures:
            if not self._fixed(sentence):
                yield f"the number {number} has no source"

    def _fixed(self, sentence: Sentence) -> bool:
        return all(each.kind == "method" for each in sentence.sources)

    def _words(self, sentence: Sentence) -> Iterator[str]:
        for source in sentence.sources:
            if source.kind == "hearing":
                yield from hearing_texts(source.key, self.report, self.language)
            elif source.kind in ("comment", "decision"):
                for point in self.comments.get(source.key, ()):
                    yield from (point["text"], MARK.sub("", point["text"]), point["reason"] or "")
        for each in self._behind(sentence):
            reference = each.public.reference
            if reference not in self.numbered:
                known = self._of_response(each)
                self.numbered[reference] = tuple(text for text in known if NUMBER.search(text))
            yield from self.numbered[reference]

    def _of_response(self, response: Reported) -> Iterator[str]:
        public, row = response.public, self.rows.get(response.public.reference)
        yield from (public.reference, public.name, *public.senders, public.supports or "")
        yield from (day(public.received, self.language), short_day(public.received, self.language))
        for mark, note in public.footnotes:
            yield from (note, words_in(self.language).footnote.format(mark=mark))
        if row is not None:
            yield from (row.name, *row.senders, row.group)


def _without(said: str, text: str) -> str:
    """`said` with a space for each `text` in it that is not the piece of a longer number."""
    kept, done = [], 0
    at = said.find(text)
    while at >= 0:
        end = at + len(text)
        if said[at - 1 : at].isdecimal() or said[end : end + 1].isdecimal():
            at = said.find(text, at + 1)
            continue
        kept.append(said[done:at])
        done, at = end, said.find(text, end)
    return " ".join((*kept, said[done:]))


def plainly(text: str) -> str:
    """Text without the marks of footnotes and with single spaces, as quotes stand in sentences."""
    return _SPACE.sub(" ", MARK.sub("", text)).strip()


def quoted_in(text: str) -> tuple[str, str, str]:
    """What stands before the quote, in it, and after it; all before it, and nothing quoted, where
    there is none. In linear time, whatever marks a response is full of.

    The quote ends with the last mark that ends one, and begins with the first mark of that kind:
    what is quoted may have quotes in it, and so may the name before it.
    """
    end, opens = max((text.rfind(closes), opens) for opens, closes in _QUOTES)
    start = text.find(opens)
    return (
        (text[:start], text[start + 1 : end], text[end + 1 :])
        if 0 <= start < end
        else (text, "", "")
    )
