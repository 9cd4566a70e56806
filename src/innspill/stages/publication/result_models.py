"""Tables: results as they were handed over for the public, and what each respondent was told. Frozen."""

from __future__ import annotations

from django.db import models


class PublishedResult(models.Model):
    """Counts, charts and report of a consultation as handed over for the public, frozen.

    `content` and `files` are by language; `files` gives the SHA-256 of each file by its name.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="results"
    )
    content = models.JSONField()
    files = models.JSONField(default=dict)
    published_at = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True)
    """When a response that it may quote was taken from the public; a new one must be published."""

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"result of {self.consultation}"


class PublishedPoint(models.Model):
    """What was decided on one point of a published response, as the result was handed over.

    Frozen with its result. `number` is the response's, `question` is empty for what stands
    outside the questions.
    """

    result = models.ForeignKey(PublishedResult, on_delete=models.PROTECT, related_name="points")
    number = models.PositiveIntegerField()
    question = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    outcome = models.CharField(max_length=20)
    reason = models.TextField()
    responsible = models.CharField(max_length=200, blank=True)
    """Who is to do what was decided."""
    themes = models.TextField(blank=True)
    """The numbers of its themes, between bars: what a list is filtered by."""
    changes = models.TextField(blank=True)
    """The numbers of the changes that came of it, between bars."""

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["result", "number"], name="points_of_a_response")]

    def __str__(self) -> str:
        return f"{self.result}: {self.number} {self.outcome}"


class PublishedTheme(models.Model):
    """What a theme is called that the points of a published result stand in. Frozen with it."""

    result = models.ForeignKey(PublishedResult, on_delete=models.PROTECT, related_name="themes")
    number = models.PositiveBigIntegerField()
    label = models.CharField(max_length=300)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label


class PublishedChange(models.Model):
    """A passage that was changed: its old text and its new one. Frozen with its result."""

    result = models.ForeignKey(PublishedResult, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveBigIntegerField()
    place = models.CharField(max_length=60)
    """As in `Question.refers_to`."""
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.place


class GivenReply(models.Model):
    """What a respondent was told became of each of their points, for them alone. Never changed:
    where something else holds now, a further one says so, and the last one is shown.

    Behind the wall: shown to who holds the receipt of the response, or the link of the letter,
    of which only a digest is kept.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="given_replies"
    )
    number = models.PositiveIntegerField()
    """The response's number within its hearing."""
    turn = models.PositiveSmallIntegerField(default=1)
    """Which one of those given to this response it is."""
    language = models.CharField(max_length=5)
    content = models.JSONField()
    salt = models.CharField(max_length=64)
    """What its token is made of, together with the house's secret."""
    key = models.CharField(max_length=64, unique=True)
    """SHA-256 of its token, by which it is found."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "given replies"
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number", "turn"], name="one_given_reply_of_a_turn"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}-{self.number}"
