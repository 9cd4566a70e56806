"""Tables: what we do with each point. Words are added, never changed: the latest one stands."""

from __future__ import annotations

from django.db import models


class Scope(models.TextChoices):
    """What a word is said of: one comment, all that say the same as it, or a theme."""

    COMMENT = "comment"
    LIKE = "like"
    THEME = "theme"


class StandardReason(models.Model):
    """A reason that is used again. Its wordings are kept, each of them."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="standard_reasons"
    )
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.pk}"


class ReasonWording(models.Model):
    """Title and text of a standard reason at a time. The latest stands; `gone` takes it off the list."""

    reason = models.ForeignKey(StandardReason, on_delete=models.PROTECT, related_name="wordings")
    title = models.CharField(max_length=120)
    text = models.TextField()
    gone = models.BooleanField(default=False)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class TextChange(models.Model):
    """What is changed in a paper that is heard: a place, its old text and its new one.

    A later row that `replaces` it stands before it; one that is `gone` takes it back.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="text_changes"
    )
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")
    place = models.CharField(max_length=60)
    """As in `Question.refers_to`: "chapter 5", "section 10-9", "annex A"."""
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    gone = models.BooleanField(default=False)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.place


class Disposition(models.Model):
    """What was decided, with the reason: on a comment, on all like it, or on a theme.

    `target` is the comment's fingerprint (of a like group: that of one member), or the theme's
    number: a later analysis keeps what was decided. The comment's own word stands before that of
    its group, and the group's before the theme's.
    """

    Scope = Scope

    class Outcome(models.TextChoices):
        FOLLOWED = "followed"
        PARTLY = "partly-followed"
        NOT_FOLLOWED = "not-followed"
        NOTED = "noted"
        OUTSIDE = "outside"
        OPEN = "open"
        """Taken back: it is open again, and inherits nothing (of a group or theme: gives nothing)."""
        INHERITS = "inherits"
        """Of a comment alone: its own word is gone, and it follows its group or theme again."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="dispositions"
    )
    scope = models.CharField(max_length=10, choices=Scope.choices)
    target = models.CharField(max_length=64)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    reason = models.TextField(blank=True)
    """Empty where it is opened again."""
    standard_reason = models.ForeignKey(
        StandardReason, on_delete=models.PROTECT, null=True, related_name="dispositions"
    )
    responsible = models.CharField(max_length=200, blank=True)
    """Who is to do what was decided; may be shown to the public."""
    note = models.TextField(blank=True)
    """For colleagues alone."""
    changes = models.ManyToManyField(TextChange, related_name="dispositions")
    in_bulk = models.BooleanField(default=False)
    """Said of many comments at once."""
    stands = models.BooleanField(default=True)
    """False where somebody else had decided meanwhile: kept beside it, and shown, but it decides nothing."""
    let_go_at = models.DateTimeField(null=True)
    """When a person chose the other's word before this one, which does not stand."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Who wrote it, where `by` let another's word stand before the one that was first."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["consultation", "scope", "target"], name="disposition_of_a_target")
        ]

    def __str__(self) -> str:
        return self.outcome


class SecondReading(models.Model):
    """A second reader's word on a disposition: approved, or sent back with a note."""

    disposition = models.ForeignKey(
        Disposition, on_delete=models.PROTECT, related_name="second_readings"
    )
    approved = models.BooleanField()
    note = models.TextField(blank=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.disposition}"


class DecidingRules(models.Model):
    """How one hearing is decided. The latest row stands."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="deciding_rules"
    )
    second_reader = models.BooleanField(default=False)
    """What is decided is finished only when another person has approved it."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}"


class Assignment(models.Model):
    """Comments given to a colleague or another unit to decide on, by theme, question or filter."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="assignments"
    )
    wanted = models.JSONField(default=dict)
    """The fields of `CommentFilter` that pick the comments: {"theme": 12}, {"question": "3"}."""
    to = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.CharField(max_length=200, blank=True)
    """Another unit, in words, where it is no person of this desk."""
    due = models.DateField(null=True)
    note = models.TextField(blank=True)
    reminded_on = models.DateField(null=True)
    """The day that was told, some days ahead, that it is due; emptied by another due day."""
    told_over_on = models.DateField(null=True)
    """The day that was told that it is over; emptied likewise."""
    ended_at = models.DateTimeField(null=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.to or self.unit}"


class Claim(models.Model):
    """Somebody works on a target: others see who, and until when. One at a time holds it."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="claims"
    )
    scope = models.CharField(max_length=10, choices=Scope.choices)
    target = models.CharField(max_length=64)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "scope", "target"], name="one_claim_of_a_target"
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.target}"


class ColleagueNote(models.Model):
    """What colleagues write to each other about a comment, a like group or a theme. Never public."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="colleague_notes"
    )
    scope = models.CharField(max_length=10, choices=Scope.choices)
    target = models.CharField(max_length=64)
    text = models.TextField()
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["consultation", "scope", "target"], name="note_of_a_target")
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Measure(models.Model):
    """A measure that was decided, in the register that is followed up. Its versions are kept."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="measures"
    )
    comments = models.JSONField(default=list)
    """Fingerprints of the comments that it came from."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.pk}"


class MeasureVersion(models.Model):
    """What a measure says at a time: the columns of annex A of the hearing, a deadline, a status."""

    class Status(models.TextChoices):
        PLANNED = "planned"
        UNDER_WAY = "under-way"
        DONE = "done"
        DROPPED = "dropped"

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(max_length=300)
    responsible = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    """Role or person who answers for it."""
    relevant_for = models.CharField(max_length=300, blank=True)
    description = models.TextField(blank=True)
    requirement = models.TextField(blank=True)
    """What is required, where it is a requirement."""
    required_by = models.CharField(max_length=200, blank=True)
    """Who sets it: a law, a ministry."""
    due = models.DateField(null=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.PLANNED)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Closing(models.Model):
    """The deciding of a hearing finished with the ledger as it was then, or opened again."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="closings"
    )
    again = models.BooleanField(default=False)
    """Opened again: the latest row stands."""
    reason = models.TextField(blank=True)
    """Why it was opened again; empty where it was finished."""
    ledger = models.JSONField(default=dict)
    """Both sums as they were then: those of the promises, and those of the deciding."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}"
