"""`innspill units load` and `show`: the local copy of Enhetsregisteret."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import click

from innspill.interfaces.cli.starting import start_django


@click.group()
def units() -> None:
    """Enhetsregisteret's local copy: load it, look a name up in it."""


@units.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--fewer", is_flag=True, help="Accept a copy with far fewer units than before.")
def load(files: tuple[Path, ...], fewer: bool) -> None:
    """Make the local copy anew from the register's FILES, all at once.

    They are its downloads of enheter and underenheter, JSON or CSV, .gz or not. The copy before
    serves until the new one is whole. Sole proprietors are persons and are left out.
    """
    start_django()
    from django.conf import settings

    from innspill.adapters.unit_loading import load as load_files
    from innspill.adapters.unit_register import LocalUnits
    from innspill.pipeline import wiring

    settings.HOME.mkdir(parents=True, exist_ok=True)
    with _Bar() as bar:
        loaded = load_files(
            files, wiring.units_file(), now=wiring.clock().now(), progress=bar, fewer=fewer
        )
    copy = LocalUnits(wiring.units_file()).about()
    click.echo(
        f"{loaded.units} units, as of {copy.dated:%Y-%m-%d}; "
        f"{loaded.left_out} left out that are or may be persons"
    )


@units.command()
@click.argument("name")
@click.option("--number", default="", help="The organisation number that stands beside it.")
def show(name: str, number: str) -> None:
    """List the units that NAME may mean, the surest first."""
    start_django()
    from innspill.pipeline import wiring
    from innspill.shared.errors import BadInput
    from innspill.stages.register.core.unit_match import candidates_from_units

    register = wiring.units()
    if register is None:
        raise BadInput(
            "there is no copy of Enhetsregisteret",
            where=str(wiring.units_file()),
            todo="Load one: innspill units load FILE",
        )
    found = candidates_from_units(name, number, register)
    for each in found:
        grounds = "; ".join(each.grounds)
        click.echo(
            f"{each.number}  {each.certainty:<8} {each.likeness:>5.1f}  {each.name} ({grounds})"
        )
    if not found:
        click.echo("no unit has a name like it")


class _Bar:
    """A bar for each file, moved by the bytes that were read of it."""

    def __init__(self) -> None:
        self._said: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._said:
            click.echo("", err=True)

    def __call__(self, name: str, done: int, total: int) -> None:
        percent = done * 100 // total
        if self._said.get(name) != percent:
            self._said[name] = percent
            click.echo(f"\r{name}: {percent} %", nl=False, err=True)
