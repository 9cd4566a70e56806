"""Tables: mails on their way out, and what became of each."""

from __future__ import annotations

from django.db import models


class Mail(models.Model):
    """One mail to one address. Its text is fixed when it is queued."""

    to = models.EmailField(max_length=320)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    reply_to = models.EmailField(max_length=320, blank=True)
    from_name = models.CharField(max_length=300, blank=True)
    """Whom it is from, in words; the address is the installation's."""
    enclosures = models.JSONField(default=list)
    """Files that go with it: name, media type, and the SHA-256 that their bytes lie under."""
    about = models.CharField(max_length=120)
    """What it belongs to: "draft 12", "recipient 3"."""
    message_id = models.CharField(max_length=200, unique=True)
    answers = models.CharField(max_length=250, blank=True)
    """The Message-ID of the mail that this one answers by itself; empty for a letter."""
    leave = models.CharField(max_length=500, blank=True)
    """Where its recipient leaves with one click (RFC 8058); empty where there is nothing to leave."""
    queued_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)
    """None where it will not be tried any more: sent, refused or given up."""
    tries = models.PositiveSmallIntegerField(default=0)
    trying_since = models.DateTimeField(null=True)
    """Set before it is handed to the server, emptied with the outcome. Where we died in between,
    it stays: nobody knows whether the mail went out, and we do not send it twice by ourselves."""
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    """When the server refused it for good, it came back, or we gave up."""
    problem = models.CharField(max_length=500, blank=True)
    """What the server said last."""

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"mail {self.pk}"


class ReturnNotice(models.Model):
    """That a delivery was looked through for word of a mail of ours that came back."""

    delivery = models.PositiveBigIntegerField(unique=True)
    """Its row number; the post knows no deliveries."""
    ours = models.BooleanField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"notice in delivery {self.delivery}"
