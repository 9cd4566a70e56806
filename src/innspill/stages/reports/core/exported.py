"""report.json: what a report rests on, and its parts, as open data (schema innspill/report/1).

Sources of kind "figure" are JSON pointers (RFC 6901) into the same document.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from innspill.stages.deciding.core.values import MeasureShown
from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.quoting import quoted_comments
from innspill.stages.reports.core.values import Decided, Figures, ReportInput

SCHEMA = "innspill/report/1"
MEASURE = (
    "id", "name", "responsible", "relevant_for", "description", "requirement", "required_by",
    "due", "status", "comments",
)  # fmt: skip
_AT_ONCE = 10_000
"""Pieces of JSON, of some characters each, that are written together."""
Json = Any


def exported(figures: Figures, report: ReportInput) -> dict[str, Json]:
    """The figures, every remark that may be told with what was decided on it, changes, measures."""
    told = report.told
    names = {each.public.reference: each.public.name for each in report.responses}
    data = {
        **asdict(figures),
        "decided": [decided(word, report, names) for word in report.decided],
        "remarks": sum(comment.is_remark for comment in report.analysis.comments),
        "comments": _points(report),
        "changed": len(told.changes),
        "changes": [asdict(change) for change in told.changes],
        "decided_measures": len(told.measures),
        "measures": [_measure(measure) for measure in told.measures],
        "extensions": [asdict(each) for each in told.extended],
        "deciding": asdict(told.ledger) if told.ledger else None,
    }
    made = dict(json.loads(json.dumps(data, default=str)))
    for body in made["bodies"]:
        body["members_answered"] = len(body["members"])
    return made


def report_json(
    figures: Figures,
    report: ReportInput,
    parts: Sequence[ReportPart],
    *,
    kind: str,
    left: Sequence[Left],
) -> bytes:
    """The whole report as JSON in UTF-8; equal input gives equal bytes."""
    content = {
        "schema": SCHEMA,
        "kind": kind,
        "partial": [asdict(each) for each in left],
        **exported(figures, report),
        "parts": _OneByOne(parts),
    }
    written = io.BytesIO()
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(content)
    while some := "".join(islice(pieces, _AT_ONCE)):
        written.write(some.encode())
    written.write(b"\n")
    return written.getvalue()


class _OneByOne(list[ReportPart]):
    """Parts that become JSON when they are written: all at once they take half a gigabyte."""

    def __iter__(self) -> Iterator[Any]:
        return (part_json(part) for part in super().__iter__())


def part_json(part: ReportPart) -> dict[str, Any]:
    """A part with its blocks; each block says what it is."""
    shown = asdict(part)
    shown["blocks"] = [
        {"is": type(block).__name__.lower(), **held}
        for block, held in zip(part.blocks, shown["blocks"], strict=True)
    ]
    return shown


def _measure(measure: MeasureShown) -> dict[str, Json]:
    """A measure without who wrote it and whom to ask: those are persons."""
    kept = asdict(measure)
    return {name: kept[name] for name in MEASURE}


def _points(report: ReportInput) -> list[dict[str, Json]]:
    """Every remark that may be told, numbered from 1, with what was decided on it."""
    changes = {each.comment: each.changes for each in report.decided}
    return [
        {
            "number": number,
            "key": key_of(each.index, report),
            "reference": each.reference,
            "name": each.name,
            "question": each.comment.question,
            "text": each.comment.text,
            "stance": each.comment.stance.value,
            "outcome": each.outcome,
            "reason": each.reason,
            "responsible": each.responsible,
            "changes": list(changes.get(each.index, ())),
            "disposition": each.disposition,
        }
        for number, each in enumerate(quoted_comments(report), 1)
    ]


def decided(word: Decided, report: ReportInput, names: Mapping[str, str]) -> dict[str, Any]:
    """A point with what was decided on it; `names` are the senders' by their references."""
    comment = report.analysis.comments[word.comment]
    return {
        "reference": comment.response,
        "number": int(comment.response.rpartition("-")[2]),
        "name": names.get(comment.response, ""),
        "question": comment.question or "",
        "text": comment.text,
        "outcome": word.outcome,
        "reason": word.reason,
    }


def key_of(index: int, report: ReportInput) -> str:
    """How a remark is known: by its fingerprint, or by where it stands where nothing is stored."""
    if index < len(report.told.fingerprints):
        return report.told.fingerprints[index]
    comment = report.analysis.comments[index]
    place = f"q:{comment.question}" if comment.question else f"g:{comment.paragraph or 0}"
    return f"{comment.response} {place} {comment.span.start}-{comment.span.end}"


def at_pointer(data: Json, pointer: str) -> Json:
    """What a JSON pointer leads to. Raises KeyError where it leads nowhere."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(data, Mapping) and step in data:
            data = data[step]
        elif isinstance(data, Sequence) and not isinstance(data, str) and step.isdecimal():
            if int(step) >= len(data):
                raise KeyError(pointer)
            data = data[int(step)]
        else:
            raise KeyError(pointer)
    return data
