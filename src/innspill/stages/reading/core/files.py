"""The door of reading: one file in, what it and its members say out.

Nothing in a file may stop the run: every fault ends as a `FileRead` that says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.reading.core import sniff
from innspill.stages.reading.core.docx import read_docx
from innspill.stages.reading.core.guard import Package
from innspill.stages.reading.core.plain_text import read_plain_text
from innspill.stages.reading.core.values import Document, FileRead


@dataclass(frozen=True, slots=True)
class _Member:
    """A file inside the file: its name in there and its bytes."""

    name: str
    data: bytes


def read_file(name: str, data: bytes) -> tuple[FileRead, ...]:
    """What the file `name` with the bytes `data` says.

    First the file itself, then the members of an archive or the attachments of a mail in their
    order, with `path` naming the way in ("svar.zip!/a.docx"). Never raises for what is in the
    file: what cannot be read has `problem_code` and `problem`.
    """
    found = sniff.sniff(data)
    try:
        document = _read(found, data)
        problem, code = found.problem, found.problem_code
    except Unreadable as error:
        document, problem, code = None, str(error), error.code
    return (
        FileRead(
            name, sha256_of(data), len(data),
            document.media_type if document else found.media_type, document, problem, code,
        ),
    )  # fmt: skip


def _read(found: sniff.Sniffed, data: bytes) -> Document | None:
    if found.problem_code:
        return None
    if found.media_type == sniff.ZIP:
        return read_docx(Package(data))
    return read_plain_text(data)
