"""Tables: what we do with each point."""

from __future__ import annotations

from django.db import models


class Disposition(models.Model):
    """What was decided on one comment, with the reason. Added, never changed: the latest stands."""

    class Outcome(models.TextChoices):
        FOLLOWED = "followed"
        PARTLY = "partly-followed"
        NOT_FOLLOWED = "not-followed"
        NOTED = "noted"

    comment = models.ForeignKey(
        "analysis.Comment", on_delete=models.PROTECT, related_name="dispositions"
    )
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    reason = models.TextField()
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.outcome
