"""Tables: what arrived, exactly as it arrived. Rows are added, never changed or deleted."""

from __future__ import annotations

from django.db import models


class Delivery(models.Model):
    """One thing that arrived through one channel, numbered without gaps."""

    class Channel(models.TextChoices):
        FOLDER = "folder"
        UPLOAD = "upload"
        EMAIL = "email"
        WEB = "web"
        LETTER = "letter"
        NOTE = "note"

    number = models.PositiveBigIntegerField(unique=True)
    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, null=True, related_name="deliveries"
    )
    channel = models.CharField(max_length=20, choices=Channel.choices)
    received_at = models.DateTimeField()
    stored_at = models.DateTimeField()
    relayed_at = models.DateTimeField(null=True)
    """When the last mail server took it, by its own Received line; only shown, never decisive."""
    salt = models.CharField(max_length=64, blank=True)
    """Random; without it nobody can tell from the journal's hashes what was sent, or by whom."""
    claimed_sender = models.CharField(max_length=300, blank=True)
    """What the sender was said to be on the way in; not yet believed."""
    claimed_email = models.CharField(max_length=320, blank=True)
    idempotency_key = models.CharField(max_length=100, unique=True)
    asked_for = models.CharField(max_length=80, blank=True)
    """The hearing that the sender named, known or not."""
    body = models.ForeignKey(
        "consultations.Body", on_delete=models.PROTECT, null=True, related_name="deliveries"
    )
    """The invited line whose personal link it came through."""
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    """The earlier delivery of the same respondent that this one is a new version of."""
    receipt = models.JSONField()
    """The receipt exactly as it was given."""

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"delivery {self.number}"


class Item(models.Model):
    """One file of a delivery. Its bytes lie under `sha256` in the byte store."""

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "position"], name="one_item_per_position"),
        ]

    def __str__(self) -> str:
        return self.name


class SetAside(models.Model):
    """Why a delivery has no response in the register. It stays numbered, readable and listed."""

    class Reason(models.TextChoices):
        DUPLICATE = "duplicate"
        SPAM = "spam"
        BOUNCE = "bounce"
        UNKNOWN_HEARING = "unknown-hearing"
        UNREADABLE = "unreadable"
        AUTO_REPLY = "auto-reply"
        TOO_BIG = "too-big"
        VIRUS = "virus"
        CLOSED_HEARING = "closed-hearing"
        NOT_A_RESPONSE = "not-a-response"

    delivery = models.OneToOneField(Delivery, on_delete=models.PROTECT, related_name="set_aside")
    reason = models.CharField(max_length=30, choices=Reason.choices)
    explanation = models.TextField(blank=True)
    duplicate_of = models.ForeignKey(
        Delivery, on_delete=models.PROTECT, null=True, related_name="duplicates"
    )
    moved_to = models.ForeignKey(
        Delivery, on_delete=models.PROTECT, null=True, related_name="moved_from"
    )
    """The delivery that it went on as, when a person found the hearing that it was for."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Who said so, where it was a person."""
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "set aside"

    def __str__(self) -> str:
        return f"{self.delivery}: {self.reason}"


class TakenBack(models.Model):
    """The respondent took what they had sent back. It stays, numbered, and stands no more."""

    delivery = models.OneToOneField(Delivery, on_delete=models.PROTECT, related_name="taken_back")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "taken back"

    def __str__(self) -> str:
        return str(self.delivery)


class Sifted(models.Model):
    """A delivery was held against what is never read: viruses, bounces, spam and the like."""

    delivery = models.OneToOneField(Delivery, on_delete=models.PROTECT, related_name="sifted")
    remarks = models.JSONField(default=list)
    """What was seen and did not suffice to set it aside, as codes."""
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "sifted"

    def __str__(self) -> str:
        return str(self.delivery)


class Import(models.Model):
    """Responses that were collected elsewhere, taken in as a job: one file or folder with many."""

    class Kind(models.TextChoices):
        FOLDER = "folder"
        ZIP = "zip"
        MBOX = "mbox"

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="imports"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    """The archive as it was uploaded; empty for a folder."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)
    """Why the whole could not be taken in."""
    idempotency_key = models.CharField(max_length=100, unique=True)
    cursor = models.CharField(max_length=40, blank=True)
    """Where the next file begins, as unpacking understands it; moves on with each file's row."""
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    """How far it is: of files, or of bytes where the files are not counted before."""

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.name


class Imported(models.Model):
    """What happened to one file of an import: the delivery that it became, or why it became none."""

    job = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=1000)
    delivery = models.ForeignKey(
        Delivery, on_delete=models.PROTECT, null=True, related_name="imported"
    )
    is_new = models.BooleanField(default=False)
    """False where the very same had been taken in before."""
    problem = models.TextField(blank=True)
    """Why it was not taken in, as a code of `core/collected.py`."""
    remark = models.CharField(max_length=30, blank=True)
    """What somebody should know though it was taken in, as a code of `core/collected.py`."""

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "imported"
        constraints = [
            models.UniqueConstraint(fields=["job", "position"], name="one_row_per_file"),
        ]

    def __str__(self) -> str:
        return self.name
