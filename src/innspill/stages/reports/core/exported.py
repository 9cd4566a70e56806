"""What a report was counted from and to, as plain data: what its numbers point into.

A source of a number is a JSON pointer (RFC 6901) into what `exported` gives.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from innspill.stages.reports.core.quoting import Quoted, quoted_comments
from innspill.stages.reports.core.values import Figures, ReportInput

Json = Any


def exported(figures: Figures, report: ReportInput) -> dict[str, Json]:
    """The figures, every remark that may be told with what was decided on it, changes, measures."""
    told = report.told
    decided = {each.comment: each for each in report.decided}
    points = [
        _point(each, number, report) for number, each in enumerate(quoted_comments(report), 1)
    ]
    for point in points:
        word = decided.get(point.pop("index"))
        point["responsible"] = word.responsible if word else ""
        point["changes"] = list(word.changes) if word else []
        point["disposition"] = word.disposition if word else 0
    data = {
        **asdict(figures),
        "comments": points,
        "changed": len(told.changes),
        "changes": [asdict(change) for change in told.changes],
        "decided_measures": len(told.measures),
        "measures": [asdict(measure) for measure in told.measures],
        "extensions": [asdict(each) for each in told.extended],
        "deciding": asdict(told.ledger) if told.ledger else None,
    }
    made = dict(json.loads(json.dumps(data, default=str)))
    for body in made["bodies"]:
        body["members_answered"] = len(body["members"])
    return made


def _point(quoted: Quoted, number: int, report: ReportInput) -> dict[str, Json]:
    comment = quoted.comment
    return {
        "number": number,
        "key": key_of(quoted.index, report),
        "index": quoted.index,
        "reference": quoted.reference,
        "name": quoted.name,
        "question": comment.question,
        "text": comment.text,
        "stance": comment.stance.value,
        "outcome": quoted.outcome,
        "reason": quoted.reason,
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
