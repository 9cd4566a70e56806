"""Table: the append-only journal. Triggers in the first migration refuse UPDATE and DELETE."""

from __future__ import annotations

from django.db import models


class JournalEntry(models.Model):
    """One thing that happened: who did what to which object, when. Never changed.

    `leaf` is the RFC 6962 leaf hash of the entry's canonical JSON; `detail` holds no personal
    data, only ids, counts and hashes.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120)
    detail = models.JSONField(default=dict)
    leaf = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "journal entries"

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"
