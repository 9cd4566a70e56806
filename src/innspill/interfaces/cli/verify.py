"""`innspill verify`: checks a receipt, with nothing but the standard library and RFC 6962.

What it proves without a checkpoint: that the receipt is whole, that its journal line says what it
says, and that the line is in the tree under the receipt's own root. Only a checkpoint that was
published elsewhere shows that the journal still holds that line. Checkpoints are not signed yet;
that comes with a later issue, and until then the publisher vouches for them.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from innspill.shared.errors import BadInput
from innspill.shared.journal.receipts import Fault, check_against, check_files, check_receipt


@click.command()
@click.argument("receipt", type=click.Path(path_type=Path))
@click.option(
    "--checkpoint", type=click.Path(path_type=Path), help="A published checkpoint to hold it to."
)
@click.option(
    "--file", "files", type=click.Path(path_type=Path), multiple=True,
    help="A file that was sent; may be given several times.",
)  # fmt: skip
def verify(receipt: Path, checkpoint: Path | None, files: tuple[Path, ...]) -> None:
    """Check a receipt (JSON), by itself or against a published checkpoint."""
    content = _json(receipt)
    try:
        said = check_receipt(content)
        said += check_files(content, {str(path): _bytes(path) for path in files})
        if checkpoint is not None:
            said += check_against(content, _json(checkpoint))
    except Fault as fault:
        raise BadInput(str(fault), where=str(receipt), todo="Ask who gave it to you.") from fault
    for sentence in said:
        click.echo(f"ok  {sentence}")
    if checkpoint is None:
        click.echo("--  not held against a published checkpoint (--checkpoint)")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror})", where=str(path), todo="Check the path."
        ) from error


def _json(path: Path) -> dict[str, object]:
    try:
        content = json.loads(_bytes(path))
    except (ValueError, RecursionError) as error:
        raise BadInput(
            "this is no JSON file", where=str(path), todo="Give the receipt as it was downloaded."
        ) from error
    if not isinstance(content, dict):
        raise BadInput("this is no receipt", where=str(path), todo="Give the receipt itself.")
    return content
