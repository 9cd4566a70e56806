"""The first step of the offline journey: a folder's files, each read into responses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from innspill.adapters.reading_child import ReadingChild
from innspill.pipeline.offline_values import Delivered, Progress
from innspill.pipeline.received import NAME, plain_name, read_received
from innspill.shared.errors import BadInput
from innspill.shared.values import sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import FileRead
from innspill.stages.register.core.values import Arrival

_BYTES = "application/octet-stream"
_NOT_SENT = frozenset({"thumbs.db", "desktop.ini"})
"""What operating systems leave in folders; nobody sent it."""


def read_folder(
    folder: Path,
    definition: Definition,
    *,
    leave_out: Path | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Delivered, ...], tuple[str, ...]]:
    """Every file in `folder` and below, read; and remarks about what did not fit together.

    Hidden files, lock files and `received.csv` are no deliveries, nor is what stands in
    `leave_out` (the folder of results). A file that cannot be read is a delivery all the same.
    Raises BadInput where there is no folder, no file in it, or a damaged `received.csv`.
    """
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "there is no such folder"
        raise BadInput(what, where=str(folder), todo="Give the folder with the responses.")
    received = read_received(folder / NAME, definition.timezone)
    paths = list(_files(folder, leave_out))
    if not paths:
        raise BadInput(
            "the folder has no files", where=str(folder), todo="Put the responses in it."
        )
    delivered = []
    with ReadingChild() as child:
        for done, path in enumerate(paths, start=1):
            name = plain_name(path.relative_to(folder).as_posix())
            reads = read_responses(_read(child, name, path), definition)
            delivered.append(Delivered(name, received.get(name, Arrival()), reads))
            if progress is not None:
                progress(done, len(paths))
    missing = set(received) - {each.file for each in delivered}
    remarks = tuple(
        f"{NAME} names {name!r}, which is not in the folder" for name in sorted(missing)
    )
    return tuple(delivered), remarks


def _read(child: ReadingChild, name: str, path: Path) -> tuple[FileRead, ...]:
    """The file read; one that cannot even be opened is one that could not be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"The file could not be opened: {error.strerror or error}."
        return (FileRead(name, sha256_of(b""), 0, _BYTES, None, reason, "not-opened"),)
    return child.read_file(name, data)


def _files(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    out = leave_out.resolve() if leave_out else None
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        ours = inside.as_posix() == NAME or path.name.lower() in _NOT_SENT
        if hidden or ours or not path.is_file():
            continue
        if out is None or out not in path.resolve().parents:
            yield path
