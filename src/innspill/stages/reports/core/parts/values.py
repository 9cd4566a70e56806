"""A report as parts of blocks. Whatever the machine wrote says where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from innspill.stages.reports.core.charts import Chart

Kind = Literal["summary", "ministry", "municipal", "letter"]
SourceKind = Literal["comment", "answer", "response", "decision", "figure", "hearing", "method"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence, a quote or a number comes from.

    `key` is, by kind: a comment's fingerprint · "22-448-7 q:3" (an answer: reference and place) ·
    a response's reference · a comment's fingerprint again, of what was decided on it · a JSON
    pointer into the report's exported data ("/questions/0/total/respondents") · a field of the
    hearing ("deadline", "chapter 5") · the rule of counting or telling that a fixed sentence
    explains. `responses` are the references that a number counts, as many as it says; a number of
    comments, lines or changes has none.
    """

    kind: SourceKind
    key: str
    responses: tuple[str, ...] = ()
    number: int | None = None
    """The number that it vouches for, where it is one."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the text of a cell. A machine's has at least one source."""

    text: str
    sources: tuple[Source, ...] = ()
    names: tuple[str, ...] = ()
    """The bodies that it names, as they stand in its text."""
    emphasis: tuple[str, ...] = ()
    """Those of `names` that stand in italics: it is the first time that the report names them.
    `italics.first_named` gives them, once the parts stand in their order."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together. `style` is a paper's: "Normal", "Innspill Note" …"""

    sentences: tuple[Sentence, ...]
    style: str = "Normal"
    label: str = ""
    """A word in bold before it."""
    language: str | None = None

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a response, verbatim, under the name of who said it."""

    text: str
    name: str
    reference: str
    language: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are shares of the text's width; columns from `numeric` on are numbers."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...]
    numeric: int | None = None
    strong: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart."""

    chart: Chart
    sources: tuple[Source, ...] = ()


Block = Heading | Paragraph | Bullets | Quote | Table | Picture


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part of a report: what the outline orders, and what a person edits as a whole.

    `key` says what it is about: "process", "question:1", "theme:12/views", "ledger". `by` is
    "person" where a person's words stand; `differs` then says that the machine would say something
    else now than when they were written.
    """

    key: str
    heading: str
    level: int
    blocks: tuple[Block, ...]
    by: Literal["machine", "person"] = "machine"
    differs: bool = False
    numbered: bool = True
    awaits: str = ""
    """What a person is to write here, where the machine has nothing to say: then there are no
    blocks. The paper says it in brackets; a finished report has no such part left."""
