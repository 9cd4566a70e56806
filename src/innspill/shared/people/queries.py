"""Who may do what: the only way others read people, owners and roles (docs/roles.md)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innspill.shared.errors import NotAllowed
from innspill.shared.people.models import Membership, Owner, User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

Role = Membership.Role
_RANK = {Role.READER: 1, Role.CASEWORKER: 2, Role.LEAD: 3}
"""Administrator has no rank: by that role alone nobody sees what is not published."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works on the hearings of an owner."""

    id: int
    name: str
    email: str


def colleagues(owner_id: int) -> list[Colleague]:
    """Those who may work on this owner's hearings, caseworkers and leads, by name."""
    roles = [role for role, rank in _RANK.items() if rank >= _RANK[Role.CASEWORKER]]
    found = User.objects.filter(
        is_active=True, memberships__owner=owner_id, memberships__role__in=roles
    ).distinct()
    return sorted((_colleague(user) for user in found), key=lambda each: (each.name, each.id))


def name_of(user: User | None) -> str:
    """What a person is called wherever one is named: the full name where it is known, else the user
    name; "" for nobody. Whoever asks for many reads them with their rows (`select_related`).
    """
    return (user.get_full_name() or user.get_username()) if user else ""


def names_of(usernames: Collection[str]) -> dict[str, str]:
    """What those who sign in with these names are called, by user name; one statement."""
    found = User.objects.filter(username__in=set(usernames))
    return {user.get_username(): name_of(user) for user in found}


def _colleague(user: User) -> Colleague:
    return Colleague(user.pk, name_of(user), user.email)


def owners_of(user: User | AnonymousUser, role: str = Role.READER) -> list[Owner]:
    """The owners at which `user` has at least `role`, by name; none for somebody not signed in."""
    if not isinstance(user, User) or not user.is_active:
        return []
    enough = [have for have, rank in _RANK.items() if rank >= _RANK[Role(role)]]
    mine = Owner.objects.filter(memberships__user=user, memberships__role__in=enough)
    return list(mine.distinct().order_by("name"))


def may(user: User | AnonymousUser, owner_id: int | None, role: str) -> bool:
    """Whether `user` has at least `role` at this owner; at any owner where `owner_id` is None.

    What belongs to no hearing yet belongs to no owner: everybody with the role may see to it.
    """
    owners = owners_of(user, role)
    return bool(owners) if owner_id is None else owner_id in {owner.pk for owner in owners}


def require(user: User, owner_id: int | None, role: str) -> None:
    """Raises NotAllowed where `user` has not at least `role` at this owner."""
    if not may(user, owner_id, role):
        raise NotAllowed(f"{user.get_username()} is not {role} here")


def owner_named(name: str) -> Owner | None:
    """The owner with this name."""
    return Owner.objects.filter(name=name).first()


def owner_names() -> list[str]:
    """The names of all owners, in order."""
    return list(Owner.objects.order_by("name").values_list("name", flat=True))


def user_named(username: str) -> User | None:
    """The person who signs in with this name."""
    return User.objects.filter(username=username).first()
