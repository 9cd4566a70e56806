"""Copies of the whole home, and a look through all that is stored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from innspill.interfaces.cli.bars import Bars
from innspill.interfaces.cli.starting import prepare_home, start_django
from innspill.shared.errors import BadInput


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Copy database, stored bytes and keys into FOLDER, and check the copy.

    The system may run meanwhile. FOLDER is empty, or holds an earlier copy: then only what is new
    is copied. Keep the copy as safe as the system itself: it holds everything, and the keys.
    The copy of Enhetsregisteret (units.sqlite3) is left out; load it anew. PostgreSQL is copied by
    its own pg_dump, found on PATH or in the folder of INNSPILL_PG_BIN.
    """
    start_django()
    from innspill.pipeline import keeping, wiring

    with Bars() as bars:
        kept = keeping.back_up(folder, now=wiring.clock().now(), progress=bars)
    _refuse(kept.faults, str(folder))
    click.echo(
        f"{kept.files} stored files ({kept.new} new, {kept.size} bytes) and {kept.lines} journal lines"
        " are copied and as they came"
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def restore(folder: Path) -> None:
    """Put the copy in FOLDER into an empty INNSPILL_HOME, and check what is there then."""
    start_django()
    from innspill.pipeline import inspecting, keeping, wiring

    with Bars() as bars:
        kept = keeping.restore(folder, progress=bars)
        prepare_home()
        looked = inspecting.inspect(
            store=wiring.store(), checkpoint=kept.checkpoint or None, progress=bars
        )
    _refuse(looked.faults, str(folder))
    click.echo(f"{looked.files} stored files are as they came")
    click.echo(f"the journal is whole: {looked.lines} lines")


@click.command()
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path),
    help="A checkpoint that was kept elsewhere: a signed note, or the JSON with the lines.",
)
@click.option(
    "--receipt", type=click.Path(path_type=Path), help="A receipt that was kept elsewhere."
)  # fmt: skip
def fixity(checkpoint: Path | None, receipt: Path | None) -> None:
    """Hold everything that is kept to the journal, and read every stored byte anew.

    With a checkpoint or a receipt that lay elsewhere it also finds that the end was cut off, or an
    old copy was put back. What was found is shown at the desk.
    """
    start_django()
    from django.conf import settings

    from innspill.pipeline import inspecting, wiring
    from innspill.shared.journal import actions as journal

    in_hand = _text(checkpoint) if checkpoint else None
    given = _receipt(receipt) if receipt else None
    with Bars() as bars:
        looked = inspecting.inspect(
            store=wiring.store(), checkpoint=in_hand, receipt=given, progress=bars
        )
    journal.note_inspection(
        files=looked.files, lines=looked.lines, faults=looked.faults, now=wiring.clock().now()
    )
    _refuse(looked.faults, str(settings.HOME))
    click.echo(f"{looked.files} stored files are as they came")
    click.echo(f"{looked.lines} journal lines are whole, and all rows are what they say")
    if checkpoint is None and receipt is None:
        click.echo("--  whether lines were cut off the end: give a checkpoint or receipt that was"
                   " kept elsewhere")  # fmt: skip


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("this cannot be read", where=str(path), todo="Check the file.") from error


def _receipt(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise BadInput("this is no JSON file", where=str(path), todo="Check the file.") from error
    if not isinstance(content, dict):
        raise BadInput("this is no receipt", where=str(path), todo="Check the file.")
    return content


def _refuse(faults: tuple[str, ...], where: str) -> None:
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise BadInput(f"{len(faults)} things are wrong, listed above", where=where)
