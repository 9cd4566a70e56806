"""report.json: what a report rests on, and its parts, as open data (schema innspill/report/1).

Sources of kind "figure" are JSON pointers (RFC 6901) into the same document.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.values import Decided, Figures, ReportInput

SCHEMA = "innspill/report/1"


def exported(figures: Figures, report: ReportInput) -> dict[str, Any]:
    """The figures and the decided points as plain JSON: what numbers in sentences point into."""
    content = {
        **asdict(figures),
        "decided": [_decided(word, report) for word in report.decided],
        "remarks": sum(comment.is_remark for comment in report.analysis.comments),
    }
    return dict(json.loads(json.dumps(content)))


def report_json(
    figures: Figures,
    report: ReportInput,
    parts: Sequence[ReportPart],
    *,
    kind: str,
    left: Sequence[Left],
) -> str:
    """The whole report as JSON text; equal input gives equal text."""
    content = {
        "schema": SCHEMA,
        "kind": kind,
        "partial": [asdict(each) for each in left],
        **exported(figures, report),
        "parts": [part_json(part) for part in parts],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def part_json(part: ReportPart) -> dict[str, Any]:
    """A part with its blocks; each block says what it is."""
    shown = asdict(part)
    shown["blocks"] = [
        {"is": type(block).__name__.lower(), **held}
        for block, held in zip(part.blocks, shown["blocks"], strict=True)
    ]
    return shown


def _decided(word: Decided, report: ReportInput) -> dict[str, Any]:
    comment = report.analysis.comments[word.comment]
    names = {each.public.reference: each.public.name for each in report.responses}
    return {
        "reference": comment.response,
        "number": int(comment.response.rpartition("-")[2]),
        "name": names.get(comment.response, ""),
        "question": comment.question or "",
        "text": comment.text,
        "outcome": word.outcome,
        "reason": word.reason,
    }
