"""Tables: who sent it, and which response stands."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Organisation(models.Model):
    """A sender that is an organisation."""

    name = models.CharField(max_length=300, unique=True)
    number = models.CharField(max_length=9, blank=True)

    def __str__(self) -> str:
        return self.name


class Respondent(models.Model):
    """Somebody who answered one consultation: an organisation or a private person."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="respondents"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="respondents"
    )
    key = models.CharField(max_length=300, blank=True)
    """What two responses of one organisation have in common; empty where that would be a guess."""
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    body = models.ForeignKey(
        "consultations.Body", on_delete=models.PROTECT, null=True, related_name="respondents"
    )
    via = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "key"],
                condition=~Q(key=""),
                name="one_respondent_per_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Response(models.Model):
    """A response in the register. At most one current one per organisation and hearing."""

    class Standing(models.TextChoices):
        CURRENT = "current"
        SUPERSEDED = "superseded"
        WITHDRAWN = "withdrawn"

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="responses"
    )
    reading = models.OneToOneField(
        "reading.Reading", on_delete=models.PROTECT, related_name="response"
    )
    number = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    """When these very answers first came, where an earlier version had them: late goes by that."""
    thread = models.PositiveBigIntegerField(null=True, db_index=True)
    """The number of the first delivery of those that are versions of one response."""
    late = models.BooleanField()
    standing = models.CharField(max_length=20, choices=Standing.choices)
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="supersedes"
    )
    supports = models.CharField(max_length=300, blank=True)
    """The body whose response this one adheres to."""
    flags = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    """What kinds of response it is: see `core/kinds.py`."""
    adds_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="additions"
    )
    """The response that this one is an addition to, and stands beside."""
    version = models.PositiveIntegerField(default=1)
    """Grows with each change that the public copy must follow: sender, standing."""
    registered_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number"], name="one_response_per_number"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """How people name it: case number and number, "22/448-7"."""
        return f"{self.consultation.case_number}-{self.number}"


class ResponseSender(models.Model):
    """A sender of a response; a joint response has several. Says how sure and on what grounds."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="senders")
    respondent = models.ForeignKey(Respondent, on_delete=models.PROTECT, related_name="sent")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    """As this response names it."""
    certainty = models.CharField(max_length=10)
    grounds = models.JSONField(default=list)
    lead = models.BooleanField(default=False)
    """True for the first sender of a current response that holds its organisation's one place."""
    replaced_at = models.DateTimeField(null=True)
    """When a person's word took this row's place; the row stays to be seen."""
    settled_by = models.ForeignKey(
        "people.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    batch = models.PositiveIntegerField(default=1)
    """Which word on the senders it belongs to: those of one word have the same."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["respondent"], condition=Q(lead=True), name="one_current_response_each"
            ),
        ]

    def __str__(self) -> str:
        return str(self.respondent)


class StandingWord(models.Model):
    """A person's word on how a response stands to others; it goes before the rule, until undone."""

    class Relation(models.TextChoices):
        ALONE = "alone"
        """It stands beside all others of the same sender."""
        SUPERSEDES = "supersedes"
        """It takes the place of `other`."""
        ADDS_TO = "adds-to"
        """It is an addition to `other`: both stand, and count as one."""
        CONFIRMS = "confirms"
        """It is the council's decision on `other`, an administrative draft, and takes its place."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="standing_words")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    other = models.ForeignKey(
        Response, on_delete=models.PROTECT, null=True, related_name="standing_words_about"
    )
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        "people.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["response"], condition=Q(undone_at=None), name="one_word_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.response} {self.relation}"


class LatenessWord(models.Model):
    """A person's word on whether a response came in time; it goes before the clock, until undone."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="lateness_words")
    late = models.BooleanField()
    reason = models.TextField()
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        "people.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["response"], condition=Q(undone_at=None), name="one_lateness_word_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.response} {'late' if self.late else 'in time'}"
