"""Tables: the written result. What people wrote in it is added, never changed: the latest stands."""

from __future__ import annotations

from django.db import models


class ReportKind(models.TextChoices):
    """The kinds of report: how the same decided points are told."""

    SUMMARY = "summary"
    """A directorate's summary, by question."""
    MINISTRY = "ministry"
    """A chapter of a proposition, by theme."""
    MUNICIPAL = "municipal"
    """A municipality's table of input, assessment and conclusion."""
    LETTER = "letter"
    """A short letter for a small hearing."""


class ReportOutline(models.Model):
    """Which parts a report of one kind has, in which order. Added; the latest one stands."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="outlines"
    )
    kind = models.CharField(max_length=20, choices=ReportKind.choices)
    parts = models.JSONField(default=list)
    """[{"key": "question:1", "shown": true}, …]; what is not named stands where it stood, shown.

    A part that a person added has a key "own:1" and a heading.
    """
    sources = models.BooleanField(default=True)
    """Whether sources are endnotes in the Word file."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.kind}"


class PartText(models.Model):
    """A person's words for one part of a report, in place of the machine's. The latest one stands.

    `blocks` are the whole part, its heading first, as `core.edited.stored` writes them.
    With `back` the part is the machine's again. `machine` is what the machine said when the person
    wrote: what it says otherwise now is shown as a difference.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="part_texts"
    )
    kind = models.CharField(max_length=20, choices=ReportKind.choices)
    language = models.CharField(max_length=5)
    part = models.CharField(max_length=120)
    """Key of the part: "question:1", "theme:12/assessment"."""
    blocks = models.JSONField(default=list)
    machine = models.JSONField(default=list)
    back = models.BooleanField(default=False)
    stands = models.BooleanField(default=True)
    """False where somebody else had written meanwhile: kept and shown, but not in the report."""
    way = models.CharField(max_length=10, default="desk")
    """Written at the desk, or taken in from a Word file: "desk", "word"."""
    seen = models.PositiveBigIntegerField(default=0)
    """The newest row of the part that the person had seen: one that did not stand is settled by a
    later one that does, by somebody who had seen it."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["consultation", "kind", "language", "part"], name="text_of_a_part")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.part}"


class ReportTemplate(models.Model):
    """A body's own Word template, checked when it was taken in. The latest one of an owner stands."""

    owner = models.ForeignKey(
        "people.Owner", on_delete=models.PROTECT, related_name="report_templates"
    )
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    gone = models.BooleanField(default=False)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Report(models.Model):
    """One report as it was made: its figures, and its files in the byte store."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="reports"
    )
    kind = models.CharField(max_length=20, choices=ReportKind.choices, default=ReportKind.SUMMARY)
    language = models.CharField(max_length=5)
    figures = models.JSONField()
    """The figures, with the charts and the decided points as the result page shows them."""
    partial = models.JSONField(default=list)
    """What was left when it was made: [{"key": "undecided", "count": 12}, …]. Empty: it is whole."""
    word_sha256 = models.CharField(max_length=64)
    excel_sha256 = models.CharField(max_length=64)
    matrix_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64, default="")
    """Empty in reports that were made before there was a PDF."""
    html_sha256 = models.CharField(max_length=64, default="")
    json_sha256 = models.CharField(max_length=64, default="")
    made_from = models.CharField(max_length=64)
    """Digest of what it was made from: nothing new, no new report."""
    copies = models.JSONField(null=True)
    """The digests of the public copies that it was made from. None where that was not noted."""
    quotes_gone = models.JSONField(default=list)
    """Headings of parts where a person's words quote or name what was public no more."""
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "kind", "language", "made_from"],
                name="one_report_per_state",
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.consultation}"


class ReportOrder(models.Model):
    """A report that somebody asked for: it is made in the background, and then stands here."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="report_orders"
    )
    kind = models.CharField(max_length=20, choices=ReportKind.choices)
    language = models.CharField(max_length=5)
    making = models.CharField(max_length=10, default="")
    """Which of its files is being made; empty before the first."""
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, related_name="orders")
    """The report, once it is made."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.kind}, {self.language}"


class Reply(models.Model):
    """The letter to one sender of a response on what became of each point, frozen when it is due.

    Ordered first, by a lead; then steps freeze its content, and make and send the letter.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="replies"
    )
    number = models.PositiveIntegerField()
    """The response's number within its hearing."""
    position = models.PositiveSmallIntegerField(default=0)
    """The place of the sender: a joint response has several, and each gets a letter."""
    turn = models.PositiveSmallIntegerField(default=1)
    """2 and on for a letter that replaces one, since the deciding was taken up again."""
    name = models.CharField(max_length=300, blank=True)
    """Whom the letter is to."""
    post = models.TextField(blank=True)
    """The address for the envelope, where one is known."""
    language = models.CharField(max_length=5, blank=True)
    """Empty until its content is frozen."""
    content = models.JSONField(default=dict)
    """Their points, what was decided on each and why: what the letter and the page show."""
    addresses = models.JSONField(default=list)
    """The e-mail addresses that it goes to."""
    way = models.CharField(max_length=10)
    """"mail", "paper" where no address is known, "none" where nobody knows who the sender is."""
    letter_sha256 = models.CharField(max_length=64, blank=True)
    """The letter as PDF in the byte store; empty until it is made."""
    mails = models.JSONField(default=list)
    """Row numbers of the mails, one for each address."""
    base = models.CharField(max_length=300, blank=True)
    """Where the links in it begin."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    """When it was ordered."""
    made_at = models.DateTimeField(null=True)
    """When the letter was made and its mails queued: never twice."""
    posted_by = models.ForeignKey(
        "people.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    posted_at = models.DateTimeField(null=True)
    """When somebody said that they had sent it on paper."""
    unsent = models.CharField(max_length=20, blank=True)
    """Why it was never made, where the response stood no more when it was to be: "withdrawn",
    "superseded", "gone"; or "replaced", where it lay to be printed when a later one took its place.
    It counts as no letter: the sender is written to if it stands again."""

    class Meta:
        ordering = ["number", "position", "turn"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "number", "position", "turn"],
                condition=models.Q(unsent=""),
                name="one_reply_to_a_sender",
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultation}-{self.number}"
