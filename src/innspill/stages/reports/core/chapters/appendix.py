"""The last parts: what became of everything that came in, and how it was counted and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from innspill.stages.deciding.core.values import DecidingLedger
from innspill.stages.reports.core.ledger import ledger_places
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph, plain
from innspill.stages.reports.core.parts.values import Block, Paragraph, ReportPart, Sentence, Table

SUMS = ("responses", "comments", "decided")
"""The lines of the deciding's ledger that are sums."""
_BESIDE = "remainder"
"""What is marked as no comment is counted beside the comments: no part of any sum above it."""


def ledger_part(t: Teller) -> ReportPart:
    """Both ledgers: of what came in, and of what was decided."""
    blocks = (*_came_in(t), *_decided(t))
    return ReportPart("ledger", t.said.ledger, 1, blocks, numbered=False)


def _came_in(t: Teller) -> Iterator[Block]:
    words, ledger = t.words, t.figures.ledger
    yield paragraph(t.fixed(words.ledger_intro, "ledger"))
    lines = list(ledger_places(ledger, words))
    rows = tuple(
        (plain(name if is_sum else f"–  {name}"), t.count(At(f"/ledger/{pointer}")))
        for name, pointer, is_sum in lines
    )
    strong = tuple(index for index, line in enumerate(lines) if line[2])
    header = (words.measure, words.number)
    yield Table(words.ledger_heading, header, rows, (12, 4), numeric=1, strong=strong)
    said = words.ledger_adds_up if ledger.adds_up else words.ledger_broken
    yield paragraph(t.fixed(said, "ledger"))


def _decided(t: Teller) -> Iterator[Block]:
    ledger = t.report.told.ledger
    if ledger is None:
        return
    lines = list(_lines(t, ledger))
    rows = tuple(
        (plain(name if is_sum else f"–  {name}"), t.count(At(f"/deciding/{pointer}")))
        for name, pointer, is_sum in lines
    )
    strong = tuple(index for index, line in enumerate(lines) if line[2])
    header = (t.words.measure, t.words.number)
    yield Table(t.said.deciding_heading, header, rows, (12, 4), numeric=1, strong=strong)
    whole = ledger.whole and ledger.adds_up
    yield paragraph(t.fixed(t.said.deciding_whole if whole else t.said.deciding_gap, "ledger"))


def _lines(t: Teller, ledger: DecidingLedger) -> Iterator[tuple[str, str, bool]]:
    """Name, place in the ledger and whether it is a sum; outcomes stand under what is decided."""
    names = t.said.deciding_lines
    for each in fields(ledger):
        if each.name == "outcomes":
            for at, (outcome, _) in enumerate(ledger.outcomes):
                yield t.words.outcomes.get(outcome, outcome), f"outcomes/{at}/1", False
        elif each.name in names and (each.name in SUMS or getattr(ledger, each.name)):
            yield names[each.name], each.name, each.name in (*SUMS, _BESIDE)


def counting_part(t: Teller) -> ReportPart:
    """How it was counted and told: every word of the tables and the weight words explained."""
    told = (*t.words.counting, *t.said.method)
    blocks = tuple(
        Paragraph((Sentence(meaning, (t.fixed(meaning, name).sources)),), label=f"{name}.")
        for name, meaning in told
    )
    return ReportPart("counting", t.said.counting, 1, blocks, numbered=False)
