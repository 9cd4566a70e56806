"""What the tests hold a report to: raw data for `recount`, and what a Word file really says."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from recount import recount

from innspill.stages.reports.core.exported import report_json
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.outlines import parts_of
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.word.document import WordWish, write_word

Json = Any
NUMBER = re.compile(r"\d+(?:[\u00a0,]\d{3})*")


def raw_of(report: ReportInput) -> Json:
    """What the report is made from, as plain data."""
    comments = report.analysis.comments
    return plain(
        {
            "definition": report.definition.model_dump(),
            "made_at": count(report).made_at,
            "responses": [asdict(each) for each in report.responses],
            "comments": [
                {
                    "response": each.response, "question": each.question, "text": each.text,
                    "is_remark": each.is_remark, "stance": each.stance.value,
                }
                for each in comments
            ],
            "stances": [
                {"response": s.response, "question": s.question, "stance": s.stance.value}
                for s in report.analysis.stances
            ],
            "decided": [asdict(each) for each in report.decided],
            "themes": [asdict(each) for each in report.told.themes],
            "changes": [asdict(each) for each in report.told.changes],
            "measures": [asdict(each) for each in report.told.measures],
            "extended": [asdict(each) for each in report.told.extended],
            "ledger": asdict(report.ledger),
            "deciding": asdict(report.told.ledger) if report.told.ledger else None,
        }
    )  # fmt: skip


def plain(value: Json) -> Json:
    return json.loads(json.dumps(value, default=str))


def differences(must: Json, said: Json, place: str = "") -> Iterator[str]:
    """Where the exported data says another number than it must."""
    if isinstance(must, dict):
        for name, value in must.items():
            yield from differences(value, said[name], f"{place}/{name}")
    elif isinstance(must, list):
        if len(must) != len(said):
            yield f"{place}: {len(said)} and not {len(must)}"
        for at, (value, other) in enumerate(zip(must, said, strict=False)):
            yield from differences(value, other, f"{place}/{at}")
    elif must != said:
        yield f"{place}: {said} and not {must}"


def looked_up(data: Json, pointer: str) -> Json:
    for step in pointer.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step.replace("~1", "/")]
    return data


def made(report: ReportInput, kind: Any) -> tuple[bytes, Json]:
    """The Word file of a report and its open data."""
    figures = count(report)
    parts = parts_of(kind, figures, report)
    page = title_page(figures, report, kind=kind, left=())
    word = write_word(figures, page, parts, WordWish(sources=False))
    return word, json.loads(report_json(figures, report, parts, kind=kind, left=()))


def sentences(data: Json) -> Iterator[tuple[Json, bool]]:
    """Each sentence or cell of report.json, and whether it is the cell of a numeric column."""
    for part in data["parts"]:
        for block in part["blocks"]:
            for each in (*block.get("sentences", ()), *block.get("lines", ())):
                yield each, False
            if block["is"] == "quote":
                yield {"text": block["text"], "sources": [block["source"]]}, False
            for row in block.get("rows", ()):
                for at, cell in enumerate(row):
                    yield cell, block["numeric"] is not None and at >= block["numeric"]


def unexplained(data: Json, raw: Json) -> list[str]:
    """Numbers in the report that are neither counted once more nor somebody's own words."""
    must = recount(raw)
    own = _own_words(raw)
    faults = []
    for sentence, numeric in sentences(data):
        figures = [s["key"] for s in sentence["sources"] if s["kind"] == "figure"]
        counted = Counter(looked_up(must, key) for key in figures)
        said = Counter(int(re.sub(r"\D", "", n)) for n in NUMBER.findall(sentence["text"]))
        if numeric and (len(figures) != 1 or said != counted):
            faults.append(f"cell {sentence['text']!r} is {counted}")
        if [s["number"] for s in sentence["sources"] if s["kind"] == "figure"] != [
            looked_up(must, key) for key in figures
        ]:
            faults.append(f"{sentence['text']!r}: another number than {counted}")
        kinds = {s["kind"] for s in sentence["sources"]}
        for number in said - counted:
            if not (kinds == {"method"} or (kinds - {"figure"} and number in own)):
                faults.append(f"{number} in {sentence['text']!r}")
    return faults


def _own_words(raw: Json) -> set[int]:
    """Every number that stands in the raw data itself: in answers, references, days, names."""
    text = json.dumps([raw["definition"], raw["responses"], raw["comments"], raw["decided"]])
    text += json.dumps([raw["changes"], raw["measures"], raw["extended"], raw["made_at"]])
    return {int(each) for each in re.findall(r"\d+", text)}


def strangers(word: bytes, data: Json, raw: Json) -> list[str]:
    """Lines and tables of the Word file with numbers that report.json does not have there."""
    paragraphs, tables = word_says(word)
    known = set(_lines(data))
    own = _own_words(raw)
    faults = []
    for line in paragraphs:
        numbers = {int(re.sub(r"\D", "", each)) for each in NUMBER.findall(line)}
        if numbers and shown(line) not in known and not numbers <= own:
            faults.append(line)
    wanted = [
        [block["header"], *([cell["text"] for cell in row] for row in block["rows"])]
        for part in data["parts"]
        for block in part["blocks"]
        if block["is"] == "table"
    ]
    if [[[shown(c) for c in row] for row in table] for table in tables] != [
        [[shown(c) for c in row] for row in table] for table in wanted
    ]:
        faults.append("the tables are others")
    return faults


def _lines(data: Json) -> Iterator[str]:
    for part in data["parts"]:
        for block in part["blocks"]:
            if "sentences" in block:
                text = " ".join(each["text"] for each in block["sentences"])
                yield shown(f"{block['label']} {text}" if block["label"] else text)
            yield from (shown(each["text"]) for each in block.get("lines", ()))
            if block["is"] == "quote":
                yield shown(block["text"])
                yield shown(f"{block['name']} ({block['reference']})")


def shown(text: str) -> str:
    """Text as a reader sees it: marks of footnotes raised, spaces single."""
    return " ".join(re.sub(r"\[\^([^\]\s]{1,10})\]", r"\1", text).split())


def word_says(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """Paragraphs outside tables and the cells of each table, read with python-docx."""
    document = Document(io.BytesIO(data))
    names = {style.style_id: style.name for style in document.styles}
    paragraphs = []
    for node in document.element.body.iter(qn("w:p")):
        if next(node.iterancestors(qn("w:tbl")), None) is None:
            style = names.get(node.pPr.pStyle.val, "") if node.pPr is not None and node.pPr.pStyle is not None else "Normal"  # fmt: skip
            if not style.lower().startswith(("toc", "heading", "title", "subtitle", "caption")):
                paragraphs.append(_text(node))
    tables = [
        [[_cell(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
        for table in document.element.body.iter(qn("w:tbl"))
    ]
    return paragraphs, tables


def _text(node: Any) -> str:
    return "".join(each.text or "" for each in node.iter(qn("w:t")))


def _cell(cell: Any) -> str:
    pieces = []
    for node in cell.iter(qn("w:t"), qn("w:br"), qn("w:p")):
        if node.tag == qn("w:t"):
            pieces.append(node.text or "")
        elif pieces:
            pieces.append("\n")
    return "".join(pieces).strip()
