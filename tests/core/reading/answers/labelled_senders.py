"""Heads, signatures and mails of many shapes, with who sent them: `senders.jsonl`.

The first 160 rows were written before the rules were tuned: even rows are for tuning, odd rows were
held out. When the held-out half had been measured and its failures mended, thirty fresh rows were
written and measured once, so that what they give is what letters that nobody has seen give.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block, ResponseRead
from tests.core.reading.answers.hearing import MAIL, TEXT, WORD, lines, paragraphs, read

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("senders.jsonl").read_text("utf-8").splitlines()
]


def half(name: str) -> list[dict[str, Any]]:
    """The rows of one part: "tune", "held-out" or "fresh"."""
    return [row for row in ROWS if row["half"] == name]


@cache
def read_row(number: int) -> ResponseRead:
    """What reading makes of row `number`."""
    row = ROWS[number]
    properties = row.get("properties", {})
    if row["shape"] == "form":
        blocks = paragraphs(*filter(None, row["text"].split("\n")))
        return read(blocks, WORD, row.get("path", "skjema.docx"), **properties)
    blocks = lines(row["text"])
    if row["shape"] == "mail":
        return read(_marked(blocks), MAIL, row.get("path", "post.eml"), **properties)
    if foot := row.get("foot"):
        blocks = (*blocks, Block("f1", "footer", foot))
    return read(blocks, TEXT, row.get("path", "brev.txt"), **properties)


def _marked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The lines of a mail, what it answers marked as quoted from "Fra:" on, as its reader does."""
    at = next((i for i, block in enumerate(blocks) if block.text.startswith("Fra:")), len(blocks))
    return (*blocks[:at], *(replace(block, kind="quoted") for block in blocks[at:]))


def is_right(row: dict[str, Any]) -> bool:
    """Whether the sender of `row` and those who sent it together with it are found."""
    found = read_row(row["id"])
    names = {name.casefold() for name in (row["sender"], *row.get("accept", ()))}
    further = {(each.name or "").casefold() for each in found.further_senders}
    return (found.sender.name or "").casefold() in names and further == {
        name.casefold() for name in row.get("further", ())
    }


def outcome(row: dict[str, Any]) -> str:
    """`right`, `unsure` (said to be so, right or not), `unknown`, or `wrong`, which nothing says."""
    sender = read_row(row["id"]).sender
    if sender.name is None:
        return "unknown"
    if is_right(row):
        return "right" if sender.certainty is not Certainty.UNSURE else "right, unsure"
    return "wrong" if sender.certainty is not Certainty.UNSURE else "wrong, unsure"


def outcomes(name: str) -> Counter[str]:
    """How often each outcome occurs in one part."""
    return Counter(outcome(row) for row in half(name))
