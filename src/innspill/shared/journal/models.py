"""Tables: the append-only journal, its head, counters, and what went wrong in a step.

Triggers in the first migration refuse UPDATE and DELETE on the journal's lines.
"""

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


class JournalHead(models.Model):
    """One row, locked while a line is written: how long the journal is and its Merkle peaks."""

    size = models.PositiveBigIntegerField(default=0)
    peaks = models.JSONField(default=list)
    """Roots of the perfect subtrees from left to right; `size` says how large each one is."""

    def __str__(self) -> str:
        return f"{self.size} lines"


class Counter(models.Model):
    """The last number given in a gapless series; its row is locked while the next is given."""

    name = models.CharField(max_length=80, unique=True)
    value = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class Mishap(models.Model):
    """A surprise in a step of the pipeline: the step leaves the thing alone until a person looks.

    `thing` is the thing's row number in the table that the step works on.
    """

    step = models.CharField(max_length=40)
    thing = models.PositiveBigIntegerField()
    what = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["step", "thing"], name="one_mishap_each"),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.thing}: {self.what}"
