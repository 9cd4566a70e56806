"""The only code that writes people, owners and roles."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

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
