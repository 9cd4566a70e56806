"""Mails that come in: handed over by a mail server's pipe, or fetched from a mailbox."""

from __future__ import annotations

import sys

import click

from innspill.interfaces.cli.starting import prepare_home, start_django

TRY_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: the mail server keeps the mail and comes back with it."""


@click.command(name="receive-mail")
def receive_mail() -> None:
    """Take one mail from standard input, and end with 0 only when it is safely stored.

    For a line such as `|innspill receive-mail` in a mail server's aliases. Whatever goes wrong
    ends with 75, so that the mail server keeps the mail and tries again.
    """
    raw = sys.stdin.buffer.read()
    if not raw.strip():
        click.echo("innspill: there is no mail on standard input", err=True)
        raise SystemExit(TRY_AGAIN)
    try:
        start_django()
        prepare_home()
        from innspill.pipeline import mail_in, wiring

        receipt = mail_in.take_in(raw, now=wiring.clock().now(), store=wiring.store())
    except Exception as error:
        # No mail may bounce for a fault of ours.
        said = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(f"innspill: not stored, try again: {said}", err=True)
        raise SystemExit(TRY_AGAIN) from error
    click.echo(f"delivery {receipt.number}")


@click.command(name="fetch-mail")
def fetch_mail() -> None:
    """Take in what lies in the mailbox of INNSPILL_IMAP, once. `innspill work` does so by itself."""
    start_django()
    prepare_home()
    from django.conf import settings

    from innspill.pipeline import mail_in, wiring

    if not settings.IMAP:
        raise click.UsageError("no mailbox is set: give its address in INNSPILL_IMAP")
    taken = mail_in.fetch_all(clock=wiring.clock(), store=wiring.store())
    click.echo(f"{taken} mails taken in")
