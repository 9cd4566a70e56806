"""Sentences and cells put together from words and numbers, each with where it comes from.

No number is ever written by hand: `At` says where it stands in the exported data, and the
sentence takes it from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from innspill.stages.analysis.core.counts import Counts, counts_of
from innspill.stages.analysis.core.placing import current
from innspill.stages.reports.core.exported import at_pointer, exported, key_of
from innspill.stages.reports.core.parts.values import Paragraph, Sentence, Source
from innspill.stages.reports.core.quoting import Quoted, quoted_comments
from innspill.stages.reports.core.theming import Inside, inside_themes
from innspill.stages.reports.core.values import Figures, Reported, ReportInput
from innspill.stages.reports.core.words import Words, number, per_cent, words_in
from innspill.stages.reports.core.words.told import Forms, ToldWords
from innspill.stages.reports.core.words.told_in import told_words

NOTE = "Innspill Note"


@dataclass(frozen=True, slots=True)
class At:
    """A number by its place in the exported data, with the responses that it counts."""

    pointer: str
    responses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Teller:
    """A report being told in one language."""

    figures: Figures
    report: ReportInput
    words: Words = field(init=False)
    said: ToldWords = field(init=False)
    language: str = field(init=False)

    def __post_init__(self) -> None:
        language = self.figures.language
        object.__setattr__(self, "language", language)
        object.__setattr__(self, "words", words_in(language))
        object.__setattr__(self, "said", told_words(language))

    @cached_property
    def data(self) -> dict[str, Any]:
        """The exported data, which the numbers are taken from."""
        return exported(self.figures, self.report)

    @cached_property
    def counts(self) -> Counts:
        """The responses behind the numbers."""
        stances = {
            (each.response, each.question): each.stance.value
            for each in self.report.analysis.stances
        }
        return counts_of(self.report.responses, self.report.definition, stances)

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every remark that may be told."""
        return quoted_comments(self.report)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Where each of them stands in the exported comments, by its index in the analysis."""
        return {each.index: at for at, each in enumerate(self.quoted)}

    @cached_property
    def themes(self) -> tuple[Inside, ...]:
        """The themes with the remarks in them."""
        return inside_themes(self.report)

    @cached_property
    def by_reference(self) -> dict[str, Reported]:
        """The responses that stand, by reference."""
        return {each.public.reference: each for each in current(self.report.responses)}

    def value(self, at: At) -> int:
        """The number that stands at a place."""
        return int(at_pointer(self.data, at.pointer))

    def source(self, at: At) -> Source:
        """The place as a source."""
        return Source("figure", at.pointer, at.responses, self.value(at))

    def say(
        self,
        forms: Forms | str,
        /,
        *sources: Source,
        names: Sequence[str] = (),
        spelled: Sequence[str] = (),
        **blanks: At | str,
    ) -> Sentence:
        """A sentence with its blanks filled in. Where it counts `n`, one has words of its own.

        `spelled` are blanks in which one is written as a word.
        """
        places = [each for each in blanks.values() if isinstance(each, At)]
        count = blanks.get("n")
        one = isinstance(count, At) and self.value(count) == 1
        text = forms if isinstance(forms, str) else forms[0 if one else 1]
        filled = {
            name: number(self.value(each), self.language) if isinstance(each, At) else each
            for name, each in blanks.items()
        }
        for name in spelled:
            at = blanks[name]
            if isinstance(at, At) and self.value(at) == 1:
                filled[name] = self.said.one
        told = (*(self.source(each) for each in places), *sources)
        return Sentence(text.format(**filled), told, tuple(names))

    def fixed(self, text: str, rule: str) -> Sentence:
        """A sentence that is the same in every report: on how it was counted or told."""
        return Sentence(text, (Source("method", rule),))

    def hearing(self, text: str, *keys: str) -> Sentence:
        """A sentence made of what the hearing itself says."""
        return Sentence(text, tuple(Source("hearing", key) for key in keys))

    def count(self, at: At) -> Sentence:
        """A cell with a number."""
        return Sentence(number(self.value(at), self.language), (self.source(at),))

    def share(self, at: At) -> Sentence:
        """A cell with whole per cent."""
        return Sentence(per_cent(self.value(at), self.language), (self.source(at),))

    def of_response(self, text: str, *references: str) -> Sentence:
        """A cell with what is known of responses: name, date, reference."""
        return Sentence(text, tuple(Source("response", each) for each in references))

    def comment_source(self, index: int) -> Source:
        """A remark as a source, with the response that it stands in."""
        reference = self.report.analysis.comments[index].response
        return Source("comment", key_of(index, self.report), (reference,))

    def decision_source(self, index: int) -> Source:
        """What was decided on a remark, as a source."""
        reference = self.report.analysis.comments[index].response
        return Source("decision", key_of(index, self.report), (reference,))

    def note(self, text: str, rule: str) -> Paragraph:
        """A note on how it was counted."""
        return Paragraph((self.fixed(text, rule),), NOTE)

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row: "A, B og C"; where one has a comma of its own, "A, B og C; D; og E"."""
        found = list(names)
        if len(found) < 2:
            return "".join(found)
        apart = ";" if any("," in name for name in found[:-1]) else ""
        before = f"{apart or ','} ".join(found[:-1])
        return f"{before}{apart} {self.words.joining} {found[-1]}"


def group_cell(text: str) -> Sentence:
    """A cell with the name of a group of the hearing."""
    return Sentence(text, (Source("hearing", "bodies"),))


def plain(text: str) -> Sentence:
    """A cell that is a label: it says nothing of anybody."""
    return Sentence(text)


def paragraph(*sentences: Sentence | None, style: str = "Normal") -> Paragraph:
    """Sentences that belong together; None is none."""
    return Paragraph(tuple(each for each in sentences if each is not None), style)
