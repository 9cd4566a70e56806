"""Tables: what must not be published, the frozen public copies, and published results."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from innspill.stages.publication.result_models import (
    GivenReply,
    PublishedChange,
    PublishedPoint,
    PublishedResult,
    PublishedTheme,
)

__all__ = [
    "AnotherAttempt",
    "Clearance",
    "GivenReply",
    "LastChange",
    "Mark",
    "PublicFile",
    "PublicSum",
    "PublishedChange",
    "PublishedPoint",
    "PublishedResult",
    "PublishedTheme",
    "Rendition",
    "Screening",
    "Subscription",
    "TakenDown",
    "Wish",
    "Wished",
    "Withholding",
]


class Wished(models.TextChoices):
    """How a sender wishes their response to be published."""

    NONE = "none"
    ANONYMOUS = "anonymous"
    NOT_ON_WEB = "not-on-web"


class Screening(models.Model):
    """One state of a response screened for what may not be shown. Claimed once per state."""

    class Outcome(models.TextChoices):
        CLEAN = "clean"
        MASKED = "masked"
        DOUBTFUL = "doubtful"

    response = models.ForeignKey(
        "register.Response", on_delete=models.PROTECT, related_name="screenings"
    )
    state = models.PositiveIntegerField()
    """The response's version plus the number of settlements of its reading."""
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    reasons = models.JSONField(default=list)
    wish = models.CharField(max_length=20, choices=Wished.choices, default=Wished.NONE)
    """How its sender wishes it to be published, as the form says."""
    let_out = models.CharField(max_length=20, blank=True)
    """What its hearing let out without a person when it was screened (`consultations.letting_out`);
    empty where it was screened before that was noted."""
    at = models.DateTimeField()
    rendition = models.ForeignKey(
        "Rendition", on_delete=models.PROTECT, null=True, related_name="screenings"
    )
    """The frozen copy that it led to."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["response", "state"], name="one_screening_per_state"),
        ]

    def __str__(self) -> str:
        return f"{self.response}: {self.outcome}"


class Clearance(models.Model):
    """A person's word on publishing a response. Added, never changed: the latest one stands."""

    class Word(models.TextChoices):
        PUBLISH = "publish"
        WITHHOLD = "withhold"

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="clearances")
    word = models.CharField(max_length=20, choices=Word.choices)
    ground = models.CharField(max_length=20, blank=True)
    """A code of `core.grounds.LAW`, where it was chosen from that list."""
    reason = models.TextField(blank=True)
    seen = models.PositiveBigIntegerField(default=0)
    """The number of the last mark that there was when it was said: it knows of no later ones."""
    wish = models.CharField(max_length=20, choices=Wished.choices, default=Wished.NONE)
    """The wish of the sender that stood when it was said."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.screening} → {self.word}"


class Wish(models.Model):
    """How the sender wishes a response to be published. Added, never changed: the latest stands.

    Before there is any, what the form said stands. A wish is no legal ground.
    """

    response = models.ForeignKey(
        "register.Response", on_delete=models.PROTECT, related_name="wishes"
    )
    wish = models.CharField(max_length=20, choices=Wished.choices)
    reason = models.TextField(blank=True)
    """How somebody knows of it."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    """None where the sender said it without a person."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.response}: {self.wish}"


class Withholding(models.Model):
    """A span that must not be published, with its legal ground.

    `place` is "answer:3", "general:0", "footnote:1" or "sender"; characters count its full text.
    """

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="withholdings")
    place = models.CharField(max_length=60)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    ground = models.CharField(max_length=200)
    certainty = models.CharField(max_length=10)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.place} {self.start}–{self.end}"


class Mark(models.Model):
    """A person's word on single characters of a text. Added, never changed: the later one stands.

    `place`, `start` and `end` are as in Withholding. `digest` is that of the whole text at the
    place, so that the mark goes along to another state of the response only with that very text.
    """

    class Word(models.TextChoices):
        WITHHOLD = "withhold"
        SHOW = "show"
        UNDO = "undo"

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="marks")
    place = models.CharField(max_length=60)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    word = models.CharField(max_length=20, choices=Word.choices)
    kind = models.CharField(max_length=20)
    ground = models.CharField(max_length=20, blank=True)
    """A code of `core.grounds.LAW`."""
    reason = models.TextField(blank=True)
    first = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="copies")
    """The mark that this one was carried over from, to a later state of the response."""
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="undone")
    """The mark that is taken back, where the word is "undo"."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.word} {self.place} {self.start}–{self.end}"


class Rendition(models.Model):
    """The frozen public copy of a response. Never changed; a new one replaces an old one.

    A trigger refuses every change but of `replaced_at` and `superseded_by`, and deleting.
    """

    response = models.ForeignKey(
        "register.Response", on_delete=models.PROTECT, related_name="renditions"
    )
    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="renditions"
    )
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=1000)
    group = models.CharField(max_length=300, blank=True)
    late = models.BooleanField(null=True)
    private = models.BooleanField(default=False)
    standing = models.CharField(max_length=20)
    joint = models.BooleanField(default=False)
    remarks = models.BooleanField(default=True)
    """Whether it says more than that they have none."""
    received = models.CharField(max_length=10, blank=True)
    """The day of receipt, ISO 8601."""
    answered = models.TextField(blank=True)
    """The questions that it answers, between bars: what a list is filtered by."""
    superseded_by = models.PositiveIntegerField(null=True)
    """The number of the response that took its place."""
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["response"],
                condition=Q(replaced_at__isnull=True),
                name="one_public_rendition_each",
            ),
        ]
        indexes = [
            # The content lies before what is public in each row: lists are counted from this alone.
            models.Index(
                fields=["consultation", "number", "standing", "group", "late", "joint", "remarks"],
                condition=Q(replaced_at__isnull=True),
                name="public_by_consultation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.response} as published"


class LastChange(models.Model):
    """When something of a hearing came to the public or went last. Old copies tell the public nothing."""

    consultation = models.OneToOneField(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="last_change"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.consultation}: {self.at}"


class PublicSum(models.Model):
    """A count of the two sums as the public's connection counts it; there is no such table elsewhere.

    `side` is "deliveries" or "responses", `what` their state, "aside:" and the reason where set aside.
    """

    consultation_id = models.PositiveBigIntegerField(primary_key=True)
    side = models.CharField(max_length=20)
    what = models.CharField(max_length=40)
    many = models.PositiveBigIntegerField()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return f"{self.side} {self.what}: {self.many}"


class TakenDown(models.Model):
    """A number under which a response was public and none is now, as the public's connection sees it;
    there is no such table elsewhere.
    """

    consultation_id = models.PositiveBigIntegerField(primary_key=True)
    number = models.PositiveIntegerField()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return f"{self.consultation_id}/{self.number}"


class Subscription(models.Model):
    """Somebody's wish to be told by mail of what is new in a hearing; deleted when they leave.

    The links in mails hold a token, of which only a digest is kept.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="subscriptions"
    )
    email = models.EmailField(max_length=320)
    language = models.CharField(max_length=2)
    """That of the last mail asking for confirmation; empty where none has been due."""
    salt = models.CharField(max_length=64)
    """What its token is made of, together with the house's secret."""
    key = models.CharField(max_length=64, unique=True)
    """SHA-256 of its token, by which it is found."""
    asked_at = models.DateTimeField()
    """When the last confirmation was asked for."""
    wanted_at = models.DateTimeField(null=True)
    """When somebody gave the address in the form, until a step has answered that."""
    wanted_language = models.CharField(max_length=2, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    told_until = models.DateTimeField(null=True)
    """News up to then are told."""
    told_at = models.DateTimeField(null=True)
    """When the last mail with news was queued."""
    result_told_at = models.DateTimeField(null=True)
    """When they were told that there is a result: once, though it may be published again."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "email"], name="one_subscription_per_address"
            ),
        ]

    def __str__(self) -> str:
        return f"subscription {self.pk}"


class PublicFile(models.Model):
    """A file of a public copy, built anew from what may be told, or why there is none.

    Never changed. It is public as long as its copy is: whoever reads it asks for the copy too.
    """

    class State(models.TextChoices):
        BUILT = "built"
        REFUSED = "refused"

    rendition = models.ForeignKey(Rendition, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField()
    """0 is the copy as a paper; 1 the response as it was sent; the attachments follow."""
    attempt = models.PositiveSmallIntegerField(default=1)
    """What was refused may be tried again; the latest attempt at a place is the one that stands."""
    name = models.CharField(max_length=100)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.CharField(max_length=40, blank=True)
    """Why it was refused: a code that the desk says in words."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["rendition_id", "position", "attempt"]
        constraints = [
            models.UniqueConstraint(
                fields=["rendition", "position", "attempt"], name="one_public_file_per_attempt"
            ),
            models.UniqueConstraint(
                fields=["rendition", "position"],
                condition=Q(state="built"),
                name="one_public_file_built_per_place",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AnotherAttempt(models.Model):
    """A person asked that the refused files of a public copy be built once more. Added only."""

    rendition = models.ForeignKey(
        Rendition, on_delete=models.PROTECT, related_name="asked_for_again"
    )
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.rendition}: again"
