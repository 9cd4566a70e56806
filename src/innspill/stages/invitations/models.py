"""Tables: recipients of a hearing, what was sent to them, and the owner's address book."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Contact(models.Model):
    """An entry of an owner's address book, kept from hearing to hearing."""

    owner = models.ForeignKey("people.Owner", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=300)
    number = models.CharField(max_length=9, blank=True)
    """Organisation number, nine digits."""
    email = models.EmailField(max_length=320, blank=True)
    address = models.CharField(max_length=300, blank=True)
    """Postal address on one line: "Postboks 1, 0001 OSLO"."""
    language = models.CharField(max_length=2, blank=True)
    """The written form that they wish for: "nb", "nn", "en", or empty."""
    tags = models.JSONField(default=list)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_contact_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Recipient(models.Model):
    """Somebody who is written to about a hearing: an invited body, or a member of a collective one.

    `body` is the invited line. A line that stands for itself has one recipient of its own name,
    and may have further addresses; a collective line has one recipient per member.
    """

    body = models.ForeignKey(
        "consultations.Body", on_delete=models.PROTECT, related_name="recipients"
    )
    name = models.CharField(max_length=300)
    number = models.CharField(max_length=9, blank=True)
    email = models.EmailField(max_length=320, blank=True)
    address = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, blank=True)
    is_member = models.BooleanField(default=False)
    """Whether it is a member that a collective line, or a parent body, was expanded to."""
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    """Set instead of deleting where something was sent already."""
    opened_at = models.DateTimeField(null=True)
    """When the personal link was first opened."""
    declined_at = models.DateTimeField(null=True)
    """When they said that they will not comment."""

    class Meta:
        ordering = ["body__group__position", "body__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"],
                condition=Q(removed_at=None),
                name="one_recipient_per_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """A letter to a recipient: the invitation itself, a reminder, or notice of a change."""

    class Kind(models.TextChoices):
        INVITATION = "invitation"
        REMINDER = "reminder"
        CHANGE = "change"
        EXTENSION = "extension"

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="invitations")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    mail = models.OneToOneField("post.Mail", on_delete=models.PROTECT, related_name="invitation")
    sending = models.CharField(max_length=40)
    """Which pressing of the button it belongs to: pressed twice, it is sent once."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "sending"], name="one_letter_per_sending"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.recipient}"
