"""Copies of the whole home, and a look through all that is stored."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.interfaces.cli.bars import Bars
from innspill.interfaces.cli.starting import prepare_home, start_django
from innspill.shared.errors import BadInput


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Copy database, stored bytes and secret key into an empty FOLDER, and check the copy."""
    start_django()
    from innspill.pipeline import keeping, wiring

    with Bars() as bars:
        looked = keeping.back_up(
            folder, now=wiring.clock().now(), progress=lambda done, of: bars("check", done, of)
        )
    _say(looked.files, looked.faults, str(folder))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def restore(folder: Path) -> None:
    """Put the copy in FOLDER into an empty INNSPILL_HOME, and check what is there then."""
    start_django()
    from innspill.pipeline import keeping
    from innspill.shared.journal import queries as journal

    with Bars() as bars:
        looked = keeping.restore(folder, progress=lambda done, of: bars("check", done, of))
    prepare_home()
    found = journal.check()
    _say(looked.files, (*looked.faults, *found.faults), str(folder))
    click.echo(f"the journal is whole: {found.size} lines")


@click.command()
def fixity() -> None:
    """Read every stored byte anew, and find the bytes of every row: for a nightly timer."""
    start_django()
    from django.conf import settings

    from innspill.pipeline import keeping

    with Bars() as bars:
        looked = keeping.look_through(
            settings.HOME, progress=lambda done, of: bars("check", done, of)
        )
    _say(looked.files, looked.faults, str(settings.HOME))


def _say(files: int, faults: tuple[str, ...], where: str) -> None:
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise BadInput(f"{len(faults)} things are wrong, listed above", where=where)
    click.echo(f"{files} stored files are as they came")
