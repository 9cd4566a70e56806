"""`innspill post`: what the mail server said later."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.interfaces.cli.starting import prepare_home, start_django


@click.group()
def post() -> None:
    """Mails that went out: take in notices of those that came back."""


@post.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def returned(paths: tuple[Path, ...]) -> None:
    """Mark the mails that the notices in PATHS (.eml, mbox, or folders of .eml) say came back."""
    start_django()
    prepare_home()
    from innspill.pipeline import returned_mails, wiring

    now = wiring.clock().now()
    for path in paths:
        files = sorted(path.glob("**/*.eml")) if path.is_dir() else [path]
        for file in files:
            marked, notices, mails = returned_mails.take_in(file, now=now)
            click.echo(f"{file}: {mails} mails, {notices} notices, {marked} of ours marked")
