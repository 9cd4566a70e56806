"""The values of open data as CSV, JSON Lines and JSON. Columns and fields are those of the types."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import IO, Any

from pydantic import BaseModel

from innspill.shared.cells import write_csv

IN_MEMORY = 4_000_000
"""Bytes of an answer that are held in memory while it is made; more goes to a file without a name."""
MEDIA_TYPES = {
    "json": "application/json",
    "jsonl": "application/jsonl; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
}
Writer = Callable[[IO[bytes]], None]


def columns(kind: type[BaseModel]) -> tuple[str, ...]:
    """The columns of a CSV file of these values, in order."""
    return tuple(kind.model_fields)


def cells(value: BaseModel, names: Iterable[str]) -> list[str]:
    """A value as cells: lists are parted by "|", what is not known is empty."""
    return [_cell(getattr(value, name)) for name in names]


def as_csv(kind: type[BaseModel], values: Iterable[BaseModel]) -> Writer:
    """Writes the values as CSV (RFC 4180, UTF-8 with its mark, no cell that is a formula)."""

    def write(file: IO[bytes]) -> None:
        names = columns(kind)
        text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        write_csv(text, names, (cells(value, names) for value in values))
        text.detach()

    return write


def as_lines(values: Iterable[BaseModel]) -> Writer:
    """Writes the values as JSON Lines: each an object on a line of its own."""

    def write(file: IO[bytes]) -> None:
        for value in values:
            file.write(value.model_dump_json().encode() + b"\n")

    return write


def temporary() -> IO[bytes]:
    """A file for what is being made, in memory as long as it is small."""
    return tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)


def pieces(file: IO[bytes], size: int = 65_536) -> Iterator[bytes]:
    """The file from its beginning, piece by piece; it is closed after that."""
    with file:
        file.seek(0)
        while piece := file.read(size):
            yield piece


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "|".join(_cell(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)
