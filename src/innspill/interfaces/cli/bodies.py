"""`innspill bodies expand`: the members of a collective body, from Enhetsregisteret's file."""

from __future__ import annotations

from pathlib import Path

import click

from innspill.interfaces.cli.starting import prepare_home, start_django
from innspill.shared.errors import BadInput


@click.group()
def bodies() -> None:
    """Invited bodies: expand collective ones to their members."""


@bodies.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--hearing", required=True, help="The address (slug) of the hearing.")
@click.option("--body", required=True, help='The invited line, as it stands: "Landets kommuner".')
@click.option("--by", "username", required=True, help="Who does it: a caseworker's username.")
@click.option("--form", "forms", multiple=True, help="Organisasjonsform: KOMM, FYLK, ORGL …")
@click.option("--industry", "industries", multiple=True, help="Beginning of a næringskode: 84.1")
@click.option("--name", default="", help="Words that the name must hold.")
@click.option("--dry-run", is_flag=True, help="List them; change nothing.")
def expand(  # noqa: PLR0917 - one parameter per option
    file: Path,
    hearing: str,
    body: str,
    username: str,
    forms: tuple[str, ...],
    industries: tuple[str, ...],
    name: str,
    dry_run: bool,
) -> None:
    """Write the members of a collective body into its list of recipients.

    FILE is Enhetsregisteret's download of all units (JSON or CSV, .gz or not), of any size.
    Without a choice, the body's name says which units are meant.
    """
    start_django()
    prepare_home()
    from innspill.adapters.brreg import choose
    from innspill.pipeline import wiring
    from innspill.shared.people import queries as people
    from innspill.stages.consultations import queries as hearings
    from innspill.stages.invitations import actions
    from innspill.stages.invitations.core.units import Choice, entry_of, suggested

    user = people.user_named(username)
    shown = hearings.shown_to(hearing, people.owners_of(user)) if user else None
    if user is None or shown is None:
        raise BadInput("this person sees no such hearing", where=f"{username}, {hearing}")
    line = hearings.body_id(shown.id, None, body)
    if line is None:
        raise BadInput("is not on the list of the hearing", where=body)
    asked = Choice(tuple(form.upper() for form in forms), industries, name)
    found = choose(file, suggested(body) if asked.is_empty else asked)
    for unit in found if dry_run else ():
        click.echo(f"{unit.number} {unit.name}")
    if dry_run:
        click.echo(f"{len(found)} units; nothing was changed")
        return
    entries = [entry_of(unit) for unit in found]
    added, known = actions.expand(line, entries, by=user, now=wiring.clock().now())
    click.echo(f"{body}: {added} members added, {known} were there already")
