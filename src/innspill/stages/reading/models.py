"""Tables: items turned into blocks and answers, what was doubtful, and what a person settled."""

from __future__ import annotations

from django.db import models


class Reading(models.Model):
    """One response document of a delivery, read. A new run of the reader adds a new row.

    `result` is the object of `innspill read`; `blocks` the text it points into.
    """

    delivery = models.ForeignKey(
        "intake.Delivery", on_delete=models.PROTECT, related_name="readings"
    )
    item = models.ForeignKey("intake.Item", on_delete=models.PROTECT, related_name="readings")
    position = models.PositiveSmallIntegerField()
    file = models.CharField(max_length=600)
    sha256 = models.CharField(max_length=64, db_index=True)
    """Of the response document itself, which may be a member of the file that was sent."""
    kind = models.CharField(max_length=20)
    reader = models.CharField(max_length=40)
    language = models.CharField(max_length=5, blank=True)
    problem = models.TextField(blank=True)
    result = models.JSONField()
    blocks = models.JSONField(default=list)
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["delivery_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "reader", "position"], name="one_reading_per_place"
            ),
        ]

    def __str__(self) -> str:
        return self.file


class Answer(models.Model):
    """Ticks and text for one question."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    ticks = models.JSONField(default=list)
    choice = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    no_comment = models.BooleanField(default=False)
    certainty = models.CharField(max_length=10)
    flags = models.JSONField(default=list)
    footnotes = models.JSONField(default=list)
    origin = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.reading} · {self.question}"


class Flag(models.Model):
    """Something doubtful in a reading that a person should look at.

    None keeps a response from being published: ticks that contradict each other are published
    as they are, marked, and an unsettled sender is the register's to say.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="flags")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, null=True, related_name="raised")
    code = models.CharField(max_length=60)
    grounds = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.code


class Settlement(models.Model):
    """A person's word on a flag. Added, never changed: the latest one stands."""

    flag = models.ForeignKey(Flag, on_delete=models.PROTECT, related_name="settlements")
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    value = models.CharField(max_length=300, blank=True)
    """The choice id, the sender's name, or "as-is" for leaving it as it stands."""
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.flag}: {self.value}"
