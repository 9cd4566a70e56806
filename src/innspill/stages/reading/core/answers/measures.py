"""Measures that an answer proposes, where a question asks for them (annex A of the seed hearing).

Only what the text itself labels: a table with those headings, lines as "Tiltak: …", or rows parted
by semicolons in the order that the form asks for. Nothing is guessed from running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from innspill.shared.values import Origin, Span
from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.core.form_tags import FormTags
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.values import Measure

Part = Literal["name", "responsible", "relevant_for", "description"]
_LABELS: dict[Part, str] = {
    "name": r"(?:navn\s+på\s+|namn\s+på\s+)?tiltak(?:et|ets\s+navn)?|navn|namn|(?:name\s+of\s+)?measure|name",
    "responsible": r"(?:hvem\s+er\s+|kven\s+er\s+)?(?:hoved)?ansvarl[ie]g(?:\s+(?:aktør|instans|virksomhet|verksemd))?|"
    r"ansvar|eier|eigar|responsible(?:\s+body)?|owner",
    "relevant_for": r"relevant(?:\s+for)?|relevans|gjelder(?:\s+for)?|gjeld(?:\s+for)?|målgruppe|concerns",
    "description": r"(?:kort\s+)?(?:beskriv(?:else|ing)|skildring|omtale)(?:\s+av\s+tiltaket)?|"
    r"(?:short\s+)?description",
}  # fmt: skip
_HEADS = {
    part: re.compile(rf"\s*(?:{words})\s*:?\s*", re.IGNORECASE) for part, words in _LABELS.items()
}
_LABELLED = re.compile(
    r"(?:(?<=^)|(?<=[\n.;,|(•–-])|(?<=[.;,|•–-][ \t])|(?<=\)[ \t]))[ \t]*(?:"
    + "|".join(f"(?P<{part}>{words})" for part, words in _LABELS.items())
    + r")[ \t]*(?::|[–-](?=\s))[ \t]*",
    re.IGNORECASE,
)
_ASKED = {
    "name": re.compile(r"\b(?:tiltak\w*|measures?)\b", re.IGNORECASE),
    "responsible": re.compile(r"\b(?:ansvarl[ie]g\w*|ansvar|responsible)\b", re.IGNORECASE),
    "relevant_for": re.compile(r"\b(?:relevant\w*|gjelder|gjeld|concerns)\b", re.IGNORECASE),
    "description": re.compile(
        r"\b(?:beskrivelse|beskriving|skildring|description|går ut på|what it is)\b", re.IGNORECASE
    ),
}
_ENOUGH_ASKED = 3
_ENOUGH_LABELS = 2
_EDGES = " \t\xa0\n;,|•–-"


@dataclass(slots=True)
class _Row:
    """A measure on its way: each part's text and where it stands."""

    parts: dict[Part, str] = field(default_factory=dict)
    origin: list[Origin] = field(default_factory=list)

    def add(self, part: Part, text: str, origin: Sequence[Origin]) -> None:
        """Adds `text` to `part`."""
        had = self.parts.get(part)
        self.parts[part] = f"{had}\n\n{text}" if had else text
        self.origin += origin

    def measure(self) -> Measure:
        """The measure that the parts make."""
        return Measure(
            self.parts.get("name", ""), self.parts.get("responsible", ""),
            self.parts.get("relevant_for", ""), self.parts.get("description", ""),
            tuple(self.origin),
        )  # fmt: skip


def asks_for_measures(question: Question) -> bool:
    """Whether a question asks for measures with who is responsible, whom for, and what it is."""
    said = " ".join([*question.text.values(), *question.guidance.values()])
    return sum(bool(asked.search(said)) for asked in _ASKED.values()) >= _ENOUGH_ASKED


def measures_in(
    sheet: Sheet,
    tables: Tables,
    question: Question,
    spans: Sequence[Span],
    tags: FormTags | None = None,
) -> tuple[Measure, ...]:
    """The measures that `spans`, the answer to `question`, give; none where it asks for none.

    Cells of our own form say by their names (`tags`) what they are.
    """
    if not spans or not (question.kind == "measures" or asks_for_measures(question)):
        return ()
    named, spans = _named(sheet, tags, spans)
    in_table = {span for span in spans if sheet.stream.block_at(span.start).cell}
    rows = [
        *_tabled(sheet, tables, [span for span in spans if span in in_table]),
        *_labelled(sheet, [span for span in spans if span not in in_table]),
        *_parted(sheet, [span for span in spans if span not in in_table]),
    ]
    return tuple(row.measure() for row in (*named, *(r for r in rows if r.parts.get("name"))))


def _named(
    sheet: Sheet, tags: FormTags | None, spans: Sequence[Span]
) -> tuple[list[_Row], list[Span]]:
    """The rows of cells with a name of their own, in order, and the spans that are no such cell."""
    rows: dict[int, _Row] = {}
    others: list[Span] = []
    done: set[int] = set()
    for span in spans:
        index = sheet.stream.index_at(span.start)
        block = sheet.stream.blocks[index]
        cell = tags.measure(block.tag) if tags and block.tag else None
        if cell is None:
            others.append(span)
        elif index not in done:
            done.add(index)
            whole = sheet.stream.span_of(index)
            origin = [sheet.stream.origin(whole.start, whole.end)]
            rows.setdefault(cell.row, _Row()).add(cell.part, block.text.strip(), origin)
    return [rows[number] for number in sorted(rows)], others


def _tabled(sheet: Sheet, tables: Tables, spans: Sequence[Span]) -> Iterator[_Row]:
    """The rows under a row of headings."""
    heads: dict[int, Part] = {}
    table: int | None = None
    for indices in _rows_of(sheet, tables, spans):
        blocks = [sheet.stream.blocks[index] for index in indices]
        here = next((block.cell.table for block in blocks if block.cell), None)
        if here is not None and here != table:
            table = here
            heads = _heads(sheet, tables.rows.get((here, 0), []))
        found = _heads(sheet, indices)
        if found:
            heads = found
            continue
        row = _Row()
        for index, block in zip(indices, blocks, strict=True):
            part = heads.get(block.cell.column) if block.cell else None
            if part and block.text.strip():
                span = sheet.stream.span_of(index)
                origin = [sheet.stream.origin(span.start, span.end)]
                row.add(part, block.text.strip(), origin)
        if row.parts:
            yield row


def _heads(sheet: Sheet, indices: Sequence[int]) -> dict[int, Part]:
    """What stands in which column by a row of heads; nothing where the row is none."""
    blocks = [sheet.stream.blocks[index] for index in indices]
    named = {
        block.cell.column: part for block in blocks if block.cell and (part := _head(block.text))
    }
    return named if len(named) >= _ENOUGH_LABELS else {}


def _rows_of(sheet: Sheet, tables: Tables, spans: Sequence[Span]) -> list[list[int]]:
    """The rows of tables that `spans` stand in: only the cells that are in the answer."""
    mine = dict.fromkeys(sheet.stream.index_at(span.start) for span in spans)
    rows: dict[tuple[int, ...], list[int]] = {}
    for index in mine:
        key = tuple(tables.row_of(index))
        rows.setdefault(key, []).append(index)
    return list(rows.values())


def _head(text: str) -> Part | None:
    return next((part for part, head in _HEADS.items() if head.fullmatch(text)), None)


def _labelled(sheet: Sheet, spans: Sequence[Span]) -> Iterator[_Row]:
    """Measures given by labels: a new one begins where a label comes again."""
    row = _Row()
    part: Part | None = None
    for span in spans:
        text = sheet.stream.slice(span)
        found = list(_LABELLED.finditer(text))
        if not row.parts and len(found) == 0:
            continue
        edges = [*(match.start() for match in found), len(text)]
        if part and edges[0] > 0 and _goes_on(text[: edges[0]]):
            _add(sheet, row, part, Span(span.start, span.start + edges[0]))
        for match, end in zip(found, edges[1:], strict=True):
            named = next(each for each in _LABELS if match[each])
            if named in row.parts:
                yield from _worth(row)
                row = _Row()
            part = named
            _add(sheet, row, named, Span(span.start + match.end(), span.start + end))
    yield from _worth(row)


def _goes_on(text: str) -> bool:
    """Whether words before the first label of a line belong to the label above: not a number."""
    return bool(re.search(r"[^\W\d_]", text))


def _worth(row: _Row) -> Iterator[_Row]:
    if len(row.parts) >= _ENOUGH_LABELS:
        yield row


def _add(sheet: Sheet, row: _Row, part: Part, span: Span) -> None:
    """Adds the words of `span` to `part`, without the strokes at their ends."""
    text = sheet.stream.slice(span)
    start = span.start + len(text) - len(text.lstrip(_EDGES))
    end = span.start + len(text.rstrip(_EDGES))
    if end > start:
        row.add(part, sheet.stream.text[start:end], [sheet.stream.origin(start, end)])


def _parted(sheet: Sheet, spans: Sequence[Span]) -> Iterator[_Row]:
    """Rows "name; responsible; relevant for; description" under a line that names them so."""
    order: list[Part] = []
    for span in spans:
        pieces = sheet.stream.slice(span).split(";")
        named = [part for piece in pieces if (part := _head(piece))]
        if len(named) == len(pieces) and len(named) >= _ENOUGH_LABELS:
            order = named
            continue
        if not order or len(pieces) != len(order):
            continue
        row, at = _Row(), span.start
        for part, piece in zip(order, pieces, strict=True):
            _add(sheet, row, part, Span(at, at + len(piece)))
            at += len(piece) + 1
        yield row
