"""The archive package: originals, data, reports and a list of them all, in one ZIP.

Equal input gives equal bytes: entries are sorted and carry one fixed time. Originals lie under
their own SHA-256, so that no name chosen by a sender ever becomes a path; the name stands in
`manifest.json`. `manifest.sha256` can be checked without Innspill: `sha256sum -c manifest.sha256`.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from innspill.shared.errors import BadInput
from innspill.shared.values import sha256_of
from innspill.stages.handover.core.values import SCHEMA, Entry, Original

MANIFEST, SUMS = "manifest.json", "manifest.sha256"
ORIGINALS = "originals"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can hold: the real times stand in the manifest."""

SAFE_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")


def build_package(
    *,
    case_number: str,
    title: str,
    originals: Sequence[Original],
    files: Mapping[str, bytes],
    made_at: str | None = None,
    checkpoint: str | None = None,
) -> tuple[bytes, dict[str, Any]]:
    """The ZIP and its manifest.

    `files` are the data and report files by path (responses.jsonl, answers.csv, report.docx,
    definition.yaml …); `checkpoint` is the journal's, as text; `made_at` is ISO 8601. Raises
    BadInput for a path that could lead out of the package or is taken by the package itself.
    """
    given = dict(files)
    if checkpoint is not None:
        given["journal-checkpoint.json"] = checkpoint.encode()
    for path in given:
        _check_path(path)
    held = {path_of(original): original.data for original in originals}
    contents = given | held
    manifest = {
        "schema": SCHEMA,
        "case_number": case_number,
        "title": title,
        "made_at": made_at,
        "files": [_described(path, contents[path]) for path in sorted(contents)],
        "originals": _arrivals(originals),
    }
    contents[MANIFEST] = (
        json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    ).encode()
    contents[SUMS] = _sums(contents).encode()
    return _zipped(contents), manifest


def path_of(original: Original) -> str:
    """Where an original lies in the package: under its SHA-256, with no name of the sender's."""
    return f"{ORIGINALS}/{sha256_of(original.data)}"


def _check_path(path: str) -> None:
    if not SAFE_PATH.fullmatch(path) or path.startswith(f"{ORIGINALS}/"):
        raise BadInput("this path cannot stand in a package", where=path, todo="Give it another.")
    if path in {MANIFEST, SUMS}:
        raise BadInput("the package writes this file itself", where=path, todo="Leave it out.")


def _described(path: str, data: bytes) -> dict[str, Any]:
    return {"path": path, "size": len(data), "sha256": sha256_of(data)}


def _arrivals(originals: Sequence[Original]) -> list[dict[str, Any]]:
    """One line for every time a file arrived: equal bytes are stored once but listed each time."""
    lines = [
        {
            "path": path_of(original),
            "name": original.name,
            "media_type": original.media_type,
            "received_at": original.received_at,
            "delivery": original.delivery,
            "responses": list(original.responses),
        }
        for original in originals
    ]
    return sorted(lines, key=lambda line: json.dumps(line, sort_keys=True))


def entries(contents: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """The list of `contents`, sorted by path."""
    return tuple(
        Entry(path, len(contents[path]), sha256_of(contents[path])) for path in sorted(contents)
    )


def _sums(contents: Mapping[str, bytes]) -> str:
    """In the format of sha256sum: digest, two blanks, path."""
    return "".join(f"{entry.sha256}  {entry.path}\n" for entry in entries(contents))


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(contents):
            entry = zipfile.ZipInfo(path, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, contents[path])
    return buffer.getvalue()
