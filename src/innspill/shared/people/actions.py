"""The only code that writes people, owners and roles."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import Membership, Owner, User


@transaction.atomic
def found_owner(*, name: str) -> Owner:
    """The owner with this name, made where it was not there."""
    return Owner.objects.get_or_create(name=name)[0]


@transaction.atomic
def add_user(*, username: str, password: str, full_name: str = "", now: datetime) -> User:
    """A new user who can sign in with this password. Raises IntegrityError where the name is taken."""
    first, _, last = full_name.partition(" ")
    user = User.objects.create_user(
        username=username, password=password, first_name=first, last_name=last
    )
    journal.write("user-added", f"user {user.pk}", actor="innspill", detail={}, at=now)
    return user


@transaction.atomic
def give_role(*, user: User, owner: Owner, role: str, now: datetime) -> Membership:
    """Gives `user` a role at `owner`; nothing happens where it is there already."""
    membership, added = Membership.objects.get_or_create(user=user, owner=owner, role=role)
    if added:
        detail = {"owner": owner.pk, "role": str(role)}
        journal.write("role-given", f"user {user.pk}", actor="innspill", detail=detail, at=now)
    return membership


@transaction.atomic
def set_email(user: User, address: str, *, now: datetime) -> None:
    """Where this person is mailed; "" for nowhere. Raises BadInput where it cannot be an address.

    The journal has that it was set, and not the address.
    """
    bare = address.strip()
    if bare:
        try:
            validate_email(bare)
        except ValidationError:
            raise BadInput(
                "is no e-mail address", where=repr(bare), todo="Write it as name@domain.no."
            ) from None
    user.email = bare
    user.save(update_fields=["email"])
    detail = {"has_address": bool(bare)}
    journal.write(
        "address-set", f"user {user.pk}", actor=user.get_username(), detail=detail, at=now
    )
