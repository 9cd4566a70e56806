"""Tables: what is asked, whom, by when."""

from __future__ import annotations

from django.db import models

from innspill.stages.consultations.core.definition import Definition


class Consultation(models.Model):
    """A hearing. `definition` is the whole file it was loaded from; the rest is for queries."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"
        ASSESSMENT = "assessment"
        FINISHED = "finished"

    owner = models.ForeignKey(
        "people.Owner", on_delete=models.PROTECT, related_name="consultations"
    )
    slug = models.SlugField(max_length=80, unique=True)
    case_number = models.CharField(max_length=60)
    title = models.JSONField()
    status = models.CharField(max_length=20, choices=Status.choices)
    opens_at = models.DateTimeField(null=True)
    deadline_at = models.DateTimeField(null=True)
    """The first instant after the last day, in UTC: what arrives before it is in time."""
    definition = models.JSONField()
    """What stands: of a draft the latest that was saved, of the others the latest edition."""
    working = models.JSONField(null=True)
    """Changes to a published hearing that are not announced yet."""
    revision = models.PositiveIntegerField(default=1)
    """Grows with each save, so that two who edit at once do not overwrite each other."""
    publish_at = models.DateTimeField(null=True)
    """When a draft that a lead has approved opens by itself."""
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "case_number"], name="one_case_per_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.case_number} {self.slug}"

    @property
    def as_defined(self) -> Definition:
        """The definition as a value."""
        return Definition.model_validate(self.definition)


class Edition(models.Model):
    """The definition as it was published, and each time that it was changed after that."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveSmallIntegerField()
    definition = models.JSONField()
    note = models.JSONField(default=dict)
    """What is told to the public about the change, by language; empty for the first edition."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number"], name="one_edition_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} edition {self.number}"


class Paper(models.Model):
    """A document that is heard, with its chapters."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="papers")
    key = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    title = models.JSONField()
    chapters = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "key"], name="one_paper_per_key"),
        ]

    def __str__(self) -> str:
        return self.key


class Question(models.Model):
    """One question of the form."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="questions"
    )
    key = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    text = models.JSONField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "key"], name="one_question_per_key"),
        ]

    def __str__(self) -> str:
        return self.key


class Choice(models.Model):
    """One box to tick, and what a tick means."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    key = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    text = models.JSONField()
    effect = models.CharField(max_length=20)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="one_choice_per_key"),
        ]

    def __str__(self) -> str:
        return self.key


class BodyGroup(models.Model):
    """Invited bodies of one kind."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="groups")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """One invited line: a body, or a collective one that stands for its members."""

    group = models.ForeignKey(BodyGroup, on_delete=models.CASCADE, related_name="bodies")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    collective = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class Extension(models.Model):
    """A deadline of its own for one body, asked for and granted or refused. The latest one stands."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="extensions")
    last_day = models.DateField(null=True)
    """The last day; None where it was refused."""
    reason = models.TextField(blank=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.body}: {self.last_day or 'refused'}"
