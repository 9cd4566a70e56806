"""The first step of the offline journey: a folder's files, each read into responses."""

from __future__ import annotations

from pathlib import Path

from innspill.adapters.reading_pool import read_all
from innspill.pipeline.offline_values import Delivered, Progress
from innspill.pipeline.received import NAME, files_in, read_received
from innspill.shared.errors import BadInput
from innspill.shared.values import sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.responses import ReadDelivery, read_responses
from innspill.stages.reading.core.values import FileRead, ResponseRead
from innspill.stages.register.core.values import Arrival

_BYTES = "application/octet-stream"


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
    out = leave_out.resolve() if leave_out else None
    files = [(name, path) for name, path in files_in(folder) if out not in path.resolve().parents]
    received = read_received(folder / NAME, definition.timezone)
    if not files:
        raise BadInput(
            "the folder has no files", where=str(folder), todo="Put the responses in it."
        )
    delivered = []

    def read_one(reader: ReadDelivery, file: tuple[str, Path]) -> tuple[ResponseRead, ...]:
        return _read(reader, *file, definition)

    for done, ((name, _), reads) in enumerate(read_all(files, read_one), start=1):
        delivered.append(Delivered(name, received.get(name, Arrival()), reads))
        if progress is not None:
            progress(done, len(files))
    missing = set(received) - {each.file for each in delivered}
    remarks = tuple(
        f"{NAME} names {name!r}, which is not in the folder" for name in sorted(missing)
    )
    return tuple(delivered), remarks


def _read(
    reader: ReadDelivery, name: str, path: Path, definition: Definition
) -> tuple[ResponseRead, ...]:
    """The file read; one that cannot even be opened is one that could not be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"The file could not be opened: {error.strerror or error}."
        failed = FileRead(name, sha256_of(b""), 0, _BYTES, None, reason, "not-opened")
        return read_responses((failed,), definition)
    return reader([(name, data)], definition)
