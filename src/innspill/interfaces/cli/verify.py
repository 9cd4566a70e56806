"""`innspill verify`: checks a receipt, by itself, for files, and against a published checkpoint.

The checks themselves stand in `shared/journal/verifying.py`, which needs nothing of Innspill.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from innspill.adapters.shown_checkpoints import fetch, is_address
from innspill.shared.errors import BadInput
from innspill.shared.journal.verifying import (
    Fault,
    TooOld,
    check_against,
    check_files,
    check_receipt,
)

Checkpoint = tuple[str | Mapping[str, Any], Mapping[str, Any] | None]


@click.command()
@click.argument("receipt", type=click.Path(path_type=Path))
@click.option(
    "--checkpoint",
    help="A published checkpoint to hold it to: a file, or the portal's address (…/bevis/).",
)
@click.option(
    "--file", "files", type=click.Path(path_type=Path), multiple=True,
    help="A file that was sent; may be given several times.",
)  # fmt: skip
@click.option("--key", help="The key that the journal is known to be signed with.")
@click.option("--later-key", help="That of the checkpoint, where the first one was lost.")
def verify(
    receipt: Path,
    checkpoint: str | None,
    files: tuple[Path, ...],
    key: str | None,
    later_key: str | None,
) -> None:
    """Check a receipt (JSON), by itself or against a published checkpoint."""
    content = _object(_text(receipt), str(receipt))
    try:
        said = check_receipt(content, key)
        said += check_files(content, {str(path): _bytes(path) for path in files})
        if checkpoint is not None:
            said += check_against(content, *_checkpoint(checkpoint, content), later_key or key)
    except TooOld as fault:
        raise BadInput(str(fault), where=str(checkpoint)) from fault
    except Fault as fault:
        raise BadInput(str(fault), where=str(receipt), todo="Ask who gave it to you.") from fault
    for sentence in said:
        click.echo(f"ok  {sentence}")
    for sentence in _unproved(checkpoint, files, key):
        click.echo(f"--  {sentence}")


def _unproved(checkpoint: str | None, files: tuple[Path, ...], key: str | None) -> list[str]:
    """What was not asked, and so is not proved."""
    said = []
    if not files:
        said.append("whether a file of yours is the one received: give it with --file")
    if checkpoint is None:
        said.append("whether the journal still holds it: give a later checkpoint (--checkpoint)")
    if key is None:
        said.append(
            "whose signature it is: compare the receipt's key with the one on the portal (--key)"
        )
    return said


def _checkpoint(where: str, receipt: Mapping[str, Any]) -> Checkpoint:
    if is_address(where):
        position = receipt.get("journal_position")
        return fetch(where, position if isinstance(position, int) else 0)
    text = _text(Path(where))
    return (_object(text, where) if text.lstrip().startswith("{") else text), None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror})", where=str(path), todo="Check the path."
        ) from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(
            "this is no text", where=str(path), todo="Give it as it was downloaded."
        ) from error


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(
            "this is no JSON file", where=where, todo="Give it as it was downloaded."
        ) from error
    if not isinstance(content, dict):
        raise BadInput("this is another kind of JSON", where=where, todo="Give the receipt itself.")
    return content
