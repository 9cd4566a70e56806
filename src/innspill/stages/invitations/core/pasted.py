"""Lists that people paste: "Navn;Postboks;Postnr STED", one body per line, in groups or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.email_address import is_email_address
from innspill.shared.organisation_number import is_organisation_number
from innspill.stages.invitations.core.entries import (
    Entry,
    Parsed,
    Reader,
    language_called,
)

_BULLET = re.compile(r"^\s*(?:[•*·‣▪–—-]\s+|\d{1,3}[.)]\s+)")
_MARK = re.compile(r"^\s*#{1,4}\s+")
_ADDRESS = re.compile(r"\b(?:postboks|pb\.?|boks)\s*\d|\b\d{4}\s+[A-ZÆØÅ]", re.IGNORECASE)
_NINE = re.compile(r"(?:org(?:anisasjons)?\.?\s*(?:nr|nummer)\.?:?\s*)?(\d{3}[ \xa0.]?\d{3}[ \xa0.]?\d{3})", re.IGNORECASE)  # fmt: skip
_ANGLED = re.compile(r"^(?P<name>.*?)\s*<(?P<email>[^<>\s]+@[^<>\s]+)>$")


def read_pasted(text: str, group: str = "") -> Parsed:
    """The entries of pasted text. `group` holds until the first heading.

    Parts of a line are parted by semicolon or tab; by comma only where what follows is an
    address, a number or e-mail, for names hold commas too. A heading stands above a list: it is
    marked by "#" or a final colon, or is a bare line above lines that have bullets or parts.
    """
    reader = Reader()
    for block in _blocks(text):
        heading = _heading_of(block)
        if heading is not None:
            group = heading
            block = block[1:]
        for line, said in block:
            marked = _marked(said)
            if marked is not None:
                group = marked
            else:
                reader.take(_entry(_BULLET.sub("", said), group, line))
    return reader.done()


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines that stand together, each with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip(" \xa0;\t"):
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _heading_of(block: list[tuple[int, str]]) -> str | None:
    first, rest = block[0][1], [said for _, said in block[1:]]
    if _marked(first) is not None:
        return _marked(first)
    if len(_parts(first)) > 1 or _BULLET.match(first) or not rest:
        return None
    under = all(_BULLET.match(said) for said in rest) or all(len(_parts(said)) > 1 for said in rest)
    return first if under else None


def _marked(said: str) -> str | None:
    if _MARK.match(said):
        return _MARK.sub("", said).rstrip(" :")
    return said.rstrip(" :") if said.endswith(":") and len(_parts(said)) == 1 else None


def _parts(said: str) -> list[str]:
    for sign in (";", "\t"):
        if sign in said:
            return [part.strip(" \t\xa0") for part in said.split(sign)]
    pieces = [part.strip() for part in said.split(",")]
    for at in range(1, len(pieces)):
        if _is_fact(pieces[at]) or _ADDRESS.search(pieces[at]):
            return [", ".join(pieces[:at]), *pieces[at:]]
    return [said.strip()]


def _is_fact(part: str) -> bool:
    return is_email_address(part) or bool(_NINE.fullmatch(part))


def _entry(said: str, group: str, line: int) -> Entry:
    """The first part is the name; the others tell by their looks what they are."""
    name, *others = _parts(said)
    found = {"number": "", "email": "", "language": ""}
    angled = _ANGLED.match(name)
    if angled:
        name, found["email"] = angled["name"].strip(' "'), angled["email"]
    address: list[str] = []
    for part in filter(None, others):
        kind = _kind(part)
        if kind and not found[kind]:
            found[kind] = _NINE.fullmatch(part)[1] if kind == "number" else part  # type: ignore[index]
        else:
            address.append(part)
    return Entry(name, group, address=", ".join(address)[:300], line=line, **found)


def _kind(part: str) -> str:
    if "@" in part:
        return "email"
    nine = _NINE.fullmatch(part)
    if nine:
        # A telephone number has eight digits: nine of them are meant as an organisation's.
        return (
            "number"
            if is_organisation_number(re.sub(r"\D", "", nine[1])) or part[0] in "89oO"
            else ""
        )
    return "language" if language_called(part) is not None else ""
