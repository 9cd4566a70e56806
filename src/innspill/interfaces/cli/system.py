"""`innspill demo`, `serve`, `work` and `doctor`: the whole system."""

from __future__ import annotations

import os
from pathlib import Path

import click

from innspill.interfaces.cli.bars import Bars
from innspill.interfaces.cli.serving import (
    check_port,
    serve_afresh,
    serve_until_stopped,
    worker_beside,
)
from innspill.interfaces.cli.starting import prepare_home, start_django

PORT = click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to use."
)
DEMO_HOME = "var/demo"


@click.command()
@PORT
@click.option("--no-serve", is_flag=True, help="Do everything but start the server.")
def demo(port: int, no_serve: bool) -> None:
    """Run the whole system with sample data.

    Starts anew each time, in INNSPILL_HOME or else var/demo; a home with a database that the
    demo did not make is left alone.
    """
    if not no_serve:
        check_port(port)
    os.environ.setdefault("INNSPILL_HOME", DEMO_HOME)
    start_django()
    from innspill.pipeline import demo as demonstration

    demonstration.clear_home()
    prepare_home()
    with Bars() as bars:
        shown = demonstration.fill(progress=bars)
    for line in demonstration.told(shown, port=None if no_serve else port):
        click.echo(line)
    if not no_serve:
        serve_afresh(port)


@click.command()
@PORT
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--with-work", is_flag=True, help="Run the worker loop beside the server.")
def serve(port: int, host: str, with_work: bool) -> None:
    """Start the web server. Brings the tables up to date first."""
    check_port(port, host)
    start_django()
    prepare_home()
    click.echo(f"http://{host}:{port}/")
    if with_work:
        with worker_beside():
            serve_until_stopped(port, host)
    else:
        serve_until_stopped(port, host)


@click.command()
@click.option("--once", is_flag=True, help="Stop when nothing waits any more.")
@click.option(
    "--take-in",
    type=click.Path(path_type=Path),
    help="First take in every file of this folder as a delivery (with received.csv if it is there).",
)
@click.option("--hearing", default="", help="The address (slug) of the hearing they were sent to.")
@click.option(
    "--try-again", is_flag=True, help="First take up again what met a mishap (see doctor)."
)
def work(once: bool, take_in: Path | None, hearing: str, try_again: bool) -> None:
    """Run the steps that wait: read, register, screen, publish, analyse, compare.

    Stop it at any moment: nothing is lost and nothing is done twice.
    """
    start_django()
    prepare_home()
    from innspill.pipeline import folder, wiring
    from innspill.pipeline import work as loop

    if try_again:
        click.echo(f"{loop.try_again()} things are tried again")
    with Bars() as bars:
        if take_in is not None:
            taken = folder.take_in(
                take_in,
                consultation_slug=hearing,
                now=wiring.clock().now(),
                store=wiring.store(),
                progress=lambda done, total: bars("receive", done, total),
            )
            click.echo(f"{len(taken.receipts)} deliveries taken in")
            for remark in taken.remarks:
                click.echo(remark, err=True)
        if once or take_in is not None:
            done = loop.run_until_idle(bars)
            click.echo(f"{done} things done")
    if not once:
        loop.run_forever()


@click.command()
@click.argument("definition", type=click.Path(path_type=Path))
def load(definition: Path) -> None:
    """Put a consultation (FILE.yaml) into the system. Doing so again changes nothing."""
    from innspill.stages.consultations.core.files import load as load_file

    found = load_file(definition)
    start_django()
    prepare_home()
    from innspill.pipeline import wiring
    from innspill.stages.consultations import actions

    shown = actions.load(found, now=wiring.clock().now())
    click.echo(f"{shown.case_number}: {shown.slug}")


@click.command()
@click.option(
    "--new-key", is_flag=True,
    help="First make a new signing key, where the old one is lost for good.",
)  # fmt: skip
def doctor(new_key: bool) -> None:
    """Check settings and environment; a fault gives a non-zero exit code.

    --new-key is for a signing key that is in no backup either. The journal then tells of both keys,
    and what the old one has signed still holds.
    """
    start_django()
    from innspill.pipeline.doctor import examine, make_new_key

    if new_key:
        click.echo(f"the journal is signed from now on with {make_new_key()}")
    sick = False
    for finding in examine():
        mark = "ok  " if finding.well else ("FAIL" if finding.needed else "note")
        sick = sick or (finding.needed and not finding.well)
        click.echo(f"{mark}  {finding.what}: {finding.says}")
    if sick:
        raise SystemExit(1)
