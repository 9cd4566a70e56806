"""Tables: the append-only journal, its head and checkpoints, counters, and what went wrong.

Triggers refuse UPDATE and DELETE on the journal's lines and on the checkpoints.
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


class Checkpoint(models.Model):
    """The journal at one moment, signed: what others keep, so that no later change goes unnoticed."""

    class Reason(models.TextChoices):
        HOUR = "hour"
        PHASE = "phase"

    size = models.PositiveBigIntegerField(unique=True)
    root = models.CharField(max_length=64)
    at = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    note = models.TextField()
    """The signed note, as C2SP tlog-checkpoint has it."""

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.size} lines at {self.at}"


class Stamp(models.Model):
    """Somebody else's word on when a checkpoint was there (RFC 3161)."""

    checkpoint = models.OneToOneField(Checkpoint, on_delete=models.PROTECT, related_name="stamp")
    token = models.BinaryField()
    at = models.DateTimeField()
    """The time that the authority gave."""

    def __str__(self) -> str:
        return f"{self.checkpoint}: {self.at}"


class Inspection(models.Model):
    """One look through everything that is kept: bytes, rows and journal, each held to the others."""

    at = models.DateTimeField()
    files = models.PositiveBigIntegerField()
    lines = models.PositiveBigIntegerField()
    faults = models.JSONField(default=list)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.at}: {len(self.faults)} faults"


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
