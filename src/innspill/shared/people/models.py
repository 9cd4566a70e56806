"""Tables: who works here, and for which owning body in which role (see docs/roles.md)."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who can sign in to the desk."""


class Owner(models.Model):
    """A body that runs hearings in this installation."""

    name = models.CharField(max_length=300, unique=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role at one owner. Roles include those before them, but for administrator."""

    class Role(models.TextChoices):
        READER = "reader"
        CASEWORKER = "caseworker"
        LEAD = "lead"
        ADMINISTRATOR = "administrator"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "owner", "role"], name="one_membership_each"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.owner}"
