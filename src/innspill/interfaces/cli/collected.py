"""Responses that were collected elsewhere, taken in from where they lie."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Any

import click

from innspill.interfaces.cli.starting import prepare_home, start_django


@click.command(name="import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--consultation", "slug", required=True, help="Address of the hearing (its slug).")
def take_in(path: Path, slug: str) -> None:
    """Take in each file of PATH as a delivery: a folder, a .zip or an .mbox, of any size.

    A `received.csv` in it says when, how and from whom each file came. Stopped on the way, give
    the same command once more: nothing is taken in twice. Nobody gets a receipt by mail.
    """
    start_django()
    prepare_home()
    from innspill.pipeline import importing_responses, wiring
    from innspill.stages.intake import queries as intake

    with contextlib.ExitStack() as drawn:
        bars: list[Any] = []

        def progress(done: int, total: int) -> None:
            # Drawn with the first file, so that what is refused is one sentence.
            if not bars:
                bar = click.progressbar(length=1_000, label="import", file=sys.stderr)
                bars.append(drawn.enter_context(bar))
            bars[0].update(1_000 * done // max(total, 1) - bars[0].pos)

        job = importing_responses.take_in(path, slug, now=wiring.clock().now(), progress=progress)
    for row in intake.imported(job.id):
        if row.problem:
            click.echo(f"{row.name}: not taken in ({row.problem})", err=True)
    click.echo(f"{job.new} taken in, {job.before} taken in before, {job.not_taken_in} not taken in")
