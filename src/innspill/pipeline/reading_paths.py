"""Offline reading of files and folders: paths in, responses out, one delivery per file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from innspill.pipeline.received import NAME, files_in
from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.responses import ReadDelivery, read_delivery
from innspill.stages.reading.core.values import ResponseRead


def files_to_read(paths: Sequence[Path], leave_out: Path | None = None) -> tuple[Path, ...]:
    """The files that `paths` name: files as they are, folders walked in sorted order.

    In folders, hidden files, lock files of Word, `received.csv` and the file `leave_out` (the
    results) are passed over. Raises BadInput for a path that is not there, or where all the
    folders together hold nothing.
    """
    for path in paths:
        if not path.exists():
            raise BadInput(
                "there is no such file or folder", where=str(path), todo="Check the path."
            )
    found = [file for path in paths for file in _files_at(path, leave_out)]
    if not found:
        named = ", ".join(map(str, paths))
        raise BadInput(
            "there is no file to read in the folder", where=named, todo="Put the responses in it."
        )
    return tuple(dict.fromkeys(found))


def _files_at(path: Path, leave_out: Path | None) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    results = leave_out.resolve() if leave_out else None
    for _, file in files_in(path):
        # A folder of folders, each with its own received.csv, is read as one.
        if file.name.lower() != NAME and file.resolve() != results:
            yield file


def read_path(
    path: Path, definition: Definition, *, reader: ReadDelivery = read_delivery
) -> tuple[ResponseRead, ...]:
    """The responses in the file at `path`; `reader` does the reading.

    What is wrong with the content becomes a response of kind "unreadable". Raises BadInput where
    the file itself cannot be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"the file cannot be opened ({error.strerror})",
            where=str(path),
            todo="Check its permissions.",
        ) from error
    return reader([(path.name, data)], definition)
