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
    from innspill.pipeline import keeping
    from innspill.shared.journal import queries as journal

    with Bars() as bars:
        keeping.restore(folder, progress=bars)
        prepare_home()
        looked = keeping.look_through(bars)
    found = journal.check()
    _refuse((*looked.faults, *found.faults), str(folder))
    click.echo(f"{looked.files} stored files are as they came")
    click.echo(f"the journal is whole: {found.size} lines")


@click.command()
def fixity() -> None:
    """Read every stored byte anew, and find the bytes of every row: for a nightly timer."""
    start_django()
    from django.conf import settings

    from innspill.pipeline import keeping

    with Bars() as bars:
        looked = keeping.look_through(bars)
    _refuse(looked.faults, str(settings.HOME))
    click.echo(f"{looked.files} stored files are as they came")


def _refuse(faults: tuple[str, ...], where: str) -> None:
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise BadInput(f"{len(faults)} things are wrong, listed above", where=where)
