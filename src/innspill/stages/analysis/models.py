"""Tables: what they say. A Suggestion is the machine's, a Judgement a person's; both stay."""

from __future__ import annotations

from django.db import models


class AnalysisRun(models.Model):
    """One rendition analysed. Claimed once per rendition and version of the rules."""

    rendition = models.ForeignKey(
        "publication.Rendition", on_delete=models.PROTECT, related_name="analyses"
    )
    version = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rendition", "version"], name="one_analysis_each"),
        ]

    def __str__(self) -> str:
        return f"{self.rendition} · {self.version}"


class Comment(models.Model):
    """One point made: a span of the public text. `is_remark` false marks the remainder."""

    run = models.ForeignKey(AnalysisRun, on_delete=models.CASCADE, related_name="comments")
    question = models.CharField(max_length=40, blank=True)
    paragraph = models.PositiveIntegerField(null=True)
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    is_remark = models.BooleanField(default=True)
    fingerprint = models.CharField(max_length=64, db_index=True)
    """Digest of response, question and text: the same point in a later analysis has the same."""

    class Meta:
        ordering = ["run_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "position"], name="one_comment_per_position"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Suggestion(models.Model):
    """What the machine proposes: a stance or a proposal found. Never a decision."""

    class Kind(models.TextChoices):
        STANCE = "stance"
        PROPOSAL = "proposal"

    run = models.ForeignKey(AnalysisRun, on_delete=models.CASCADE, related_name="suggestions")
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, null=True, related_name="suggestions"
    )
    question = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    value = models.CharField(max_length=300)
    certainty = models.CharField(max_length=10)
    grounds = models.JSONField(default=list)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Judgement(models.Model):
    """A person's word on a suggestion. Added, never changed: the latest one stands."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.PROTECT, related_name="judgements")
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    value = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.suggestion} → {self.value}"


class Comparison(models.Model):
    """The public responses of a hearing held against each other for copies. Added, never changed.

    `groups` lists {responses, kind, similarity}; `made_from` is the digest of the renditions.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="comparisons"
    )
    made_from = models.CharField(max_length=64)
    groups = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "made_from"], name="one_comparison_per_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}: {len(self.groups)} groups"
