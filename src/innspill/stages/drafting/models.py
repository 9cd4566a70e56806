"""Tables: responses that are being written, answer by answer, with who changed what."""

from __future__ import annotations

from django.db import models


class Draft(models.Model):
    """A response that somebody is writing, or has handed in and may still change.

    Whoever has its link may open it; the links are made from its number and `lock`, so that
    changing `lock` makes all links worthless.
    """

    class State(models.TextChoices):
        OPEN = "open"
        HANDED_IN = "handed-in"
        TAKEN_BACK = "taken-back"

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="drafts"
    )
    recipient = models.ForeignKey(
        "invitations.Recipient", on_delete=models.PROTECT, null=True, related_name="drafts"
    )
    """Who got the personal link that it was begun from."""
    lock = models.CharField(max_length=32)
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    language = models.CharField(max_length=2)
    senders = models.JSONField(default=list)
    """As `SenderGiven`: the first one answers, further ones make it joint."""
    contact = models.CharField(max_length=300, blank=True)
    email = models.EmailField(max_length=320, blank=True)
    """Where link and receipt go; never published, not part of the file that is handed in."""
    supports = models.CharField(max_length=300, blank=True)
    no_remarks = models.BooleanField(default=False)
    comment = models.TextField(blank=True)
    wish = models.CharField(max_length=20, default="none")
    """How the sender wishes it to be published: "none", "anonymous" or "not-on-web"."""
    about_revision = models.PositiveIntegerField(default=1)
    """Grows with each save of who answers and the comment."""
    internal_deadline = models.DateField(null=True)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_since_handed_in = models.BooleanField(default=False)
    delivery = models.PositiveBigIntegerField(null=True)
    """The number of the latest delivery that it was handed in as."""
    receipts = models.JSONField(default=list)
    """The receipts that were given, the latest last."""
    receipt_mailed = models.PositiveBigIntegerField(null=True)
    """The number of the latest delivery whose receipt was put into the post."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recipient"], name="one_draft_per_recipient"),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftAnswer(models.Model):
    """What stands at one question. `revision` grows with each change."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=40)
    ticks = models.JSONField(default=list)
    text = models.TextField(blank=True)
    measures = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "question"], name="one_draft_answer_each"),
        ]

    def __str__(self) -> str:
        return f"{self.draft} · {self.question}"


class DraftVersion(models.Model):
    """An earlier text of an answer: who wrote it, and when. Nothing typed is lost."""

    answer = models.ForeignKey(DraftAnswer, on_delete=models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    ticks = models.JSONField(default=list)
    text = models.TextField(blank=True)
    measures = models.JSONField(default=list)
    by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["revision"]

    def __str__(self) -> str:
        return f"{self.answer} {self.revision}"


class DraftNote(models.Model):
    """A colleague's word on one question: a comment, or a text proposed instead of the one there.

    Where two save the same answer at once, the later one's text becomes a proposal.
    """

    class Kind(models.TextChoices):
        COMMENT = "comment"
        PROPOSAL = "proposal"

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="notes")
    question = models.CharField(max_length=40)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    ticks = models.JSONField(null=True)
    text = models.TextField(blank=True)
    measures = models.JSONField(null=True)
    about = models.JSONField(null=True)
    """What was given as who answers, where the proposal is about that."""
    by = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    taken = models.BooleanField(default=False)
    """Whether a proposal was taken into the answer."""

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.draft} · {self.question}"


class DraftFile(models.Model):
    """A file attached to a draft. Its bytes lie under `sha256` in the byte store."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    question = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, default="attachment")
    """"attachment" or "decision" (a council's decision)."""
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
