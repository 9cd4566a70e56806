"""Enhetsregisteret: its downloadable file, streamed, and its open API behind a setting."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.units import Choice, Unit, needs_parent, roll_up, unit_of

MOST = 5000
"""Units that one collective body may stand for; more is a slip of the choice."""
_CHUNK = 1 << 20
_LONGEST = 4 << 20
_PAGE = 1000
_MOST_PAGES = 10
_GZIP = b"\x1f\x8b"
_REGISTER = "Enhetsregisteret"
Kind = Literal["enheter", "underenheter"]


def choose(path: Path, choice: Choice) -> list[Unit]:
    """The units of the register's file (JSON or CSV, .gz or not) that `choice` means, rolled up.

    However large the file is, only what is chosen is held. Raises BadInput where the file is no
    such file, or where the choice takes too many.
    """
    _refuse_everything(choice)
    with path.open("rb") as stream:
        found = _chosen(units_in(stream, path.name), choice)
    wanted = {unit.parent for unit in found if needs_parent(unit, choice)}
    parents: dict[str, Unit] = {}
    if wanted:
        with path.open("rb") as stream:
            for unit in units_in(stream, path.name):
                if unit.number in wanted:
                    parents[unit.number] = unit
    return roll_up(found, parents, choice)


def choose_from(data: bytes, name: str, choice: Choice) -> list[Unit]:
    """The same of an extract that was uploaded."""
    _refuse_everything(choice)
    found = _chosen(units_in(io.BytesIO(data), name), choice)
    wanted = {unit.parent for unit in found if needs_parent(unit, choice)}
    again = units_in(io.BytesIO(data), name) if wanted else iter(())
    parents = {unit.number: unit for unit in again if unit.number in wanted}
    return roll_up(found, parents, choice)


def units_in(stream: IO[bytes], name: str) -> Iterator[Unit]:
    """The units of a file of the register, one after the other."""
    head = stream.read(2)
    stream.seek(0)
    plain: IO[bytes] = gzip.GzipFile(fileobj=stream) if head == _GZIP else stream  # type: ignore[assignment]
    try:
        text = io.TextIOWrapper(plain, encoding="utf-8-sig", newline="")
        first = text.read(_CHUNK)
        rows = _objects(first, text) if first.lstrip()[:1] in {"[", "{"} else _rows(first, text)
        for fields in rows:
            unit = unit_of(fields)
            if unit is not None:
                yield unit
    except (UnicodeDecodeError, EOFError, gzip.BadGzipFile, csv.Error, ValueError) as error:
        raise BadInput(
            f"cannot be read as a file of {_REGISTER}: {error}",
            where=name,
            todo="Download all units as JSON or CSV anew.",
        ) from error


class Register:
    """The open API of Enhetsregisteret at an address (`INNSPILL_BRREG`)."""

    def __init__(self, address: str, *, timeout: float = 10.0) -> None:
        if urlsplit(address).scheme not in {"http", "https"}:
            raise BadInput("is no address", where="INNSPILL_BRREG")
        self.address = address.rstrip("/")
        self.timeout = timeout

    def choose(self, choice: Choice, kind: Kind = "enheter") -> list[Unit]:
        """The units that `choice` means, rolled up. Raises BadInput where it does not answer."""
        _refuse_everything(choice)
        found = _chosen(self._units(choice, kind), choice)
        wanted = {unit.parent for unit in found if needs_parent(unit, choice)}
        parents = {number: unit for number in sorted(wanted) if (unit := self.unit(number))}
        return found if kind == "underenheter" else roll_up(found, parents, choice)

    def unit(self, number: str) -> Unit | None:
        """The unit with this number; None where the register has none."""
        answer = self._ask(f"/enheter/{number}", {}, missing_is_none=True)
        return unit_of(answer) if answer is not None else None

    def parts_of(self, number: str) -> list[Unit]:
        """The underenheter of a unit."""
        return self.choose(Choice(parent=number), "underenheter")

    def _units(self, choice: Choice, kind: Kind) -> Iterator[Unit]:
        asked = {"size": str(_PAGE)}
        if choice.forms:
            asked["organisasjonsform"] = ",".join(choice.forms)
        if choice.industries:
            asked["naeringskode"] = ",".join(choice.industries)
        if choice.name.strip():
            asked["navn"] = choice.name.strip()
        if choice.parent:
            asked["overordnetEnhet"] = choice.parent
        for page in range(_MOST_PAGES):
            answer = self._ask(f"/{kind}", {**asked, "page": str(page)}) or {}
            for fields in answer.get("_embedded", {}).get(kind, []):
                unit = unit_of(fields)
                if unit is not None:
                    yield unit
            if page + 1 >= int(answer.get("page", {}).get("totalPages", 1)):
                return
        raise _too_many()

    def _ask(
        self, path: str, asked: dict[str, str], *, missing_is_none: bool = False
    ) -> dict[str, Any] | None:
        address = f"{self.address}{path}{'?' + urlencode(asked) if asked else ''}"
        request = Request(address, headers={"Accept": "application/json"})  # noqa: S310 - checked above
        try:
            with urlopen(request, timeout=self.timeout) as answer:  # noqa: S310 - checked above
                data = answer.read(_LONGEST * 8)
            found = json.loads(data)
        except HTTPError as error:
            if missing_is_none and error.code in {404, 410}:
                return None
            raise self._silent(f"it says {error.code}") from error
        except (URLError, TimeoutError, OSError) as error:
            reason = getattr(error, "reason", None) or error
            raise self._silent(str(reason)) from error
        except ValueError as error:
            raise self._silent("what it says is no JSON") from error
        if not isinstance(found, dict):
            raise self._silent("what it says is not what it promises")
        return found

    def _silent(self, why: str) -> BadInput:
        return BadInput(
            f"{_REGISTER} does not answer ({' '.join(why.split())})",
            todo="Try again later, or use its downloaded file.",
        )


def _chosen(units: Iterable[Unit], choice: Choice) -> list[Unit]:
    found = []
    for unit in units:
        if choice.holds(unit):
            found.append(unit)
            if len(found) > MOST:
                raise _too_many()
    return found


def _objects(first: str, text: IO[str]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON array (or one after the other), a chunk of the file at a time."""
    decoder = json.JSONDecoder()
    buffer, at, ended = first, 0, False
    while True:
        while at < len(buffer) and buffer[at] in "[, \t\r\n":
            at += 1
        if at < len(buffer) and buffer[at] == "]":
            return
        try:
            found, after = decoder.raw_decode(buffer, at)
        except ValueError:
            if ended:
                if buffer[at:].strip():
                    raise
                return
            if len(buffer) - at > _LONGEST:
                raise
            more = text.read(_CHUNK)
            ended = not more
            buffer, at = buffer[at:] + more, 0
            continue
        if isinstance(found, dict):
            yield found
        at = after


def _rows(first: str, text: IO[str]) -> Iterator[dict[str, Any]]:
    head = first.split("\n", 1)[0]
    if "organisasjonsnummer" not in head:
        raise ValueError("it has no column organisasjonsnummer")
    sign = max(";\t,", key=head.count)
    yield from csv.DictReader(_lines(first, text), delimiter=sign)


def _lines(first: str, text: IO[str]) -> Iterator[str]:
    buffer = first
    while buffer:
        *whole, rest = buffer.split("\n")
        for line in whole:
            yield f"{line}\n"
        more = text.read(_CHUNK)
        if not more:
            if rest:
                yield rest
            return
        buffer = rest + more


def _refuse_everything(choice: Choice) -> None:
    if choice.is_empty:
        raise BadInput("nothing is chosen", todo="Choose a form, a code or a word of the name.")


def _too_many() -> BadInput:
    return BadInput(f"more than {MOST} units are meant", todo="Choose more narrowly.")
