"""Checkpoints as a portal shows them: fetched by http(s), with the proof for one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from innspill.shared.errors import BadInput
from innspill.shared.journal.verifying import Fault, opened_size

NOTE, NOTE_WITH_LINES, LINE = "sjekkpunkt", "sjekkpunkt.json", "linje/{position}/{size}.json"
"""Below the address of the portal's page on proofs."""
_MOST = 100_000_000
"""Bytes of an answer: a checkpoint with a million lines listed is smaller."""
_SECONDS = 20.0
_HANDLERS = (
    ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor,
    HTTPDefaultErrorHandler,
)  # fmt: skip


def is_address(where: str) -> bool:
    """Whether it is an address and not the name of a file."""
    return "://" in where


def fetch(address: str, position: int) -> tuple[str | Mapping[str, Any], Mapping[str, Any] | None]:
    """The checkpoint shown at an address, and the proof for line `position`.

    `address` is the page on proofs, the note's own, or that of a checkpoint with its lines listed,
    which needs no further proof. None for the proof of a line that the checkpoint does not reach.
    Raises BadInput where nothing of that kind is there.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadInput("only http:// and https:// are asked", where=address, todo="Check it.")
    if parts.path.endswith(".json"):
        return _object(address), None
    path = parts.path.removesuffix(NOTE) if parts.path.endswith(f"/{NOTE}") else parts.path
    base = urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/", "", ""))
    note = _text(base + NOTE)
    try:
        size = opened_size(note)
    except Fault as fault:
        raise BadInput(str(fault), where=base + NOTE, todo="Check the address.") from fault
    if size < position:
        return note, None
    return note, _object(base + LINE.format(position=position, size=size))


def _object(address: str) -> Mapping[str, Any]:
    try:
        content = json.loads(_text(address))
    except (ValueError, RecursionError) as error:
        raise BadInput("there is no JSON", where=address, todo="Check the address.") from error
    if not isinstance(content, dict):
        raise BadInput("there is another kind of JSON", where=address, todo="Check the address.")
    return content


def _text(address: str) -> str:
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    request = Request(address, headers={"User-Agent": "innspill verify"})  # noqa: S310 - checked
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            data: bytes = answer.read(_MOST + 1)
    except HTTPError as error:
        raise BadInput(
            f"the answer is {error.code}", where=address, todo="Check the address."
        ) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise BadInput(f"nothing answers ({reason})", where=address,
                       todo="Try again later.") from error  # fmt: skip
    if len(data) > _MOST:
        raise BadInput("the answer is too long for a checkpoint", where=address)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("the answer is no text", where=address, todo="Check the address.") from error
