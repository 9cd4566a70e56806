"""`innspill person`: somebody who works here gets a way in, and a role at an owner."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from innspill.interfaces.cli.starting import prepare_home, start_django
from innspill.shared.errors import BadInput

if TYPE_CHECKING:
    from innspill.shared.people.models import Owner

ROLES = ("reader", "caseworker", "lead", "administrator")


@click.command()
@click.argument("username")
@click.option("--owner", required=True, help="The owner of the hearings, as the hearings name it.")
@click.option("--role", type=click.Choice(ROLES), default="caseworker", show_default=True)
@click.option("--name", default="", help="The full name, of a new person.")
@click.option("--email", default=None, help="Where reminders of comments to decide on are mailed.")
@click.option("--new-owner", is_flag=True, help="The owner has no hearing here yet.")
def person(  # noqa: PLR0917 - click gives them by name
    username: str, owner: str, role: str, name: str, email: str | None, new_owner: bool
) -> None:
    """Let USERNAME sign in to the desk, in a role at an owner (docs/roles.md).

    A new person's password is asked for, or read from stdin where that is no terminal; somebody
    who is known keeps theirs and gets the role as well. An owner that is not known here is refused,
    for it may be misspelt; with --new-owner it is made, and its first hearing can begin at the desk.
    """
    start_django()
    prepare_home()
    from innspill.pipeline import wiring
    from innspill.shared.people import actions, queries

    where = _new_owner(owner) if new_owner else _owner(owner)
    now = wiring.clock().now()
    user = queries.user_named(username)
    if user is None:
        secret = _password(username)
        user = actions.add_user(username=username, password=secret, full_name=name, now=now)
    if email is not None:
        actions.set_email(user, email, now=now)
    actions.give_role(user=user, owner=where, role=role, now=now)
    click.echo(f"{username}: {role} at {where}")


def _new_owner(name: str) -> Owner:
    from innspill.shared.people import actions

    bare = " ".join(name.split())
    if not bare:
        raise BadInput("the owner has no name", where="--owner", todo="Write its full name.")
    return actions.found_owner(name=bare)


def _owner(name: str) -> Owner:
    from innspill.shared.people import queries

    found = queries.owner_named(name)
    if found is None:
        known = ", ".join(queries.owner_names()) or "none"
        raise BadInput(
            "no hearing here has this owner",
            where=name,
            todo=f"Owners: {known}. Is it a new one, add --new-owner.",
        )
    return found


def _password(username: str) -> str:
    """What is typed twice at a terminal, or the first line of stdin. Raises BadInput if it is weak."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    if sys.stdin.isatty():
        given = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    try:
        with translation.override("en"):
            validate_password(given)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), where=f"password of {username}") from error
    return str(given)
