"""The files of a folder, and `received.csv`: when, how and from whom each of them came."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.register.core.values import Arrival

NAME = "received.csv"
COLUMNS = ("file", "received_at", "channel", "sender")
_NOT_SENT = frozenset({"thumbs.db", "desktop.ini"})
"""What operating systems leave in folders."""
_NORWEGIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d\d))?")


def files_in(folder: Path) -> list[tuple[str, Path]]:
    """The files in a folder and below that somebody sent, each under its plain name.

    Not `received.csv`, nor what is hidden, locks another file or is left by operating systems.
    Raises BadInput where there is no folder.
    """
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "there is no such folder"
        raise BadInput(what, where=str(folder), todo="Give the folder with the responses.")
    inside = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*")))
    return [
        (plain_name(name.as_posix()), path)
        for name, path in inside
        if name.as_posix() != NAME
        and name.name.lower() not in _NOT_SENT
        and not any(part.startswith((".", "~$")) for part in name.parts)
        and path.is_file()
    ]


def read_received(path: Path, timezone: str) -> dict[str, Arrival]:
    """What the file says of each delivery, by file name; empty where there is no such file.

    A time without offset is local time in `timezone`; a day without time counts from its start,
    so that a response of the last day is not late. Comma or semicolon may part the columns.
    Raises BadInput, with the line, for anything that it cannot make sense of.
    """
    if not path.is_file():
        return {}
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            "is not UTF-8 text", where=str(path), todo="Save it as CSV UTF-8."
        ) from error
    return arrivals_in(text, path, timezone)


def arrivals_in(text: str, path: Path, timezone: str) -> dict[str, Arrival]:
    """The same, of the text of such a file that lies at `path`, perhaps in an archive."""
    first = text.split("\n", 1)[0]
    parted_by = ";" if first.count(";") > first.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    found: dict[str, Arrival] = {}
    try:
        _check_columns(rows.fieldnames, path)
        for row in rows:
            where = f"{path}, line {rows.line_num}"
            name, arrival = _row(row, where, timezone)
            if name in found:
                raise BadInput(f"{name!r} has a line already", where=where, todo="Remove one.")
            found[name] = arrival
    except csv.Error as error:
        where = f"{path}, line {rows.line_num}"
        raise BadInput(f"is no sound CSV ({error})", where=where, todo="Mend the line.") from error
    return found


def plain_name(name: str) -> str:
    """A file's path as `received.csv` and the folder are compared by: NFC, forward slashes."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/")).removeprefix("./")


def _check_columns(names: object, path: Path) -> None:
    known = [str(name).strip() for name in names] if isinstance(names, (list, tuple)) else []
    if "file" not in known:
        raise BadInput(
            "the column file is missing",
            where=f"{path}, line 1",
            todo=f"The first line is: {','.join(COLUMNS)}",
        )


def _row(row: dict[str | None, object], where: str, timezone: str) -> tuple[str, Arrival]:
    if None in row or None in row.values():
        raise BadInput(
            "has not as many fields as the first line", where=where, todo="Mend the line."
        )
    fields = {str(key).strip(): str(value).strip() for key, value in row.items()}
    name = plain_name(fields["file"])
    if not name:
        raise BadInput("names no file", where=where, todo="Write the file's name first.")
    received = fields.get("received_at", "")
    return name, Arrival(
        received_at=_instant(received, where, timezone) if received else None,
        channel=fields.get("channel") or "folder",
        sender=fields.get("sender") or None,
    )


def _instant(text: str, where: str, timezone: str) -> datetime:
    try:
        norwegian = _NORWEGIAN.fullmatch(text)
        if norwegian:
            day, month, year, hour, minute = (int(part or 0) for part in norwegian.groups())
            moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - made local below
        elif len(text) == len("2022-09-09"):
            moment = datetime.combine(date.fromisoformat(text), datetime.min.time())
        else:
            moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            f"{text!r} is no time", where=where, todo="Write 2026-03-01T12:00:00+01:00."
        ) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(timezone))
    return moment.astimezone(UTC)
