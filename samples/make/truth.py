"""Gathers what the author says is true about each delivery into truth.json."""

from __future__ import annotations

import json
from typing import Any

from make.source import HERE, Source, sources

KEYS = (
    "kind", "senders", "language", "case_matches", "late", "ticks", "no_comment", "phrases",
    "general", "footnotes", "flags", "supersedes", "duplicate_of", "supports", "joint",
    "private", "hidden_from_public", "unreadable", "near_duplicates", "proposals", "doubting", "stances", "remarks", "no_remarks", "via", "body", "absent",
)  # fmt: skip


def responses_of(source: Source) -> list[dict[str, Any]]:
    """What is true about each response document in the delivery, `file` naming the way in."""
    told = source["truth"]
    entries = told if isinstance(told, list) else [told]
    return [_entry(source, entry) for entry in entries]


def _entry(source: Source, entry: dict[str, Any]) -> dict[str, Any]:
    unknown = set(entry) - set(KEYS) - {"inside"}
    if unknown:
        raise SystemExit(f"{source.name}: unknown keys {sorted(unknown)}")
    inside = entry.get("inside")
    file = f"{source.file}!/{inside}" if inside else source.file
    return {"file": file, **{key: entry[key] for key in KEYS if key in entry}}


def truth_json() -> str:
    """The whole truth file as JSON."""
    told = {
        "schema": "innspill/samples-truth/1",
        "consultation": "25/1734",
        "sums": json.loads((HERE / "sums.json").read_text("utf-8")),
        "responses": [entry for source in sources() for entry in responses_of(source)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
