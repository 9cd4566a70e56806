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


class Division(models.Model):
    """A person's way of dividing one place of a public copy into points. The latest one stands.

    Added, never changed; an undone one is answered by a new one. `place` is "q:3" for the answer to
    question 3, "g:0" for the first paragraph that belongs to no question.
    """

    rendition = models.ForeignKey(
        "publication.Rendition", on_delete=models.PROTECT, related_name="divisions"
    )
    place = models.CharField(max_length=50)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["rendition", "place"], name="division_of_a_place")]

    def __str__(self) -> str:
        return f"{self.rendition} · {self.place}"


class Comment(models.Model):
    """One point made: a span of the public text. `is_remark` false marks the remainder.

    With a `division` it is a person's, else the machine's.
    """

    run = models.ForeignKey(AnalysisRun, on_delete=models.CASCADE, related_name="comments")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="comments"
    )
    question = models.CharField(max_length=40, blank=True)
    paragraph = models.PositiveIntegerField(null=True)
    place = models.CharField(max_length=50, default="")
    """As in `Division.place`: "q:3", "g:0"."""
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    is_remark = models.BooleanField(default=True)
    remainder = models.CharField(max_length=20, blank=True)
    """What it is where it is no remark: greeting, quote, nothing … (core.values.Remainder)."""
    fingerprint = models.CharField(max_length=64, db_index=True)
    """Digest of response, question and text: the same point in a later analysis has the same."""

    class Meta:
        ordering = ["run_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "position"],
                condition=models.Q(division=None),
                name="one_comment_per_position",
            ),
            models.UniqueConstraint(
                fields=["division", "position"],
                condition=models.Q(division__isnull=False),
                name="one_comment_per_place_in_division",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class LabelKind(models.TextChoices):
    """What is said of a comment, an answer or a whole response."""

    STANCE = "stance"
    PROPOSAL = "proposal"
    LINK = "link"
    MENTION = "mention"
    THEME = "theme"


class Suggestion(models.Model):
    """What the machine proposes. Never a decision.

    `comment` is empty where it speaks of an answer (`question`) or of the whole response. `target`
    is the digest of what it speaks about (core.targets), the same in a later analysis.
    """

    Kind = LabelKind

    run = models.ForeignKey(AnalysisRun, on_delete=models.CASCADE, related_name="suggestions")
    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, null=True, related_name="suggestions"
    )
    question = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, choices=LabelKind.choices)
    target = models.CharField(max_length=64, db_index=True)
    value = models.CharField(max_length=300)
    """A stance; the proposal's words; places in order, divided by "|"; a name; a theme's number."""
    certainty = models.CharField(max_length=10)
    grounds = models.JSONField(default=list)
    detail = models.JSONField(default=dict)
    source = models.CharField(max_length=120, blank=True)
    """Empty for the rules; name and version of the model where one said it."""

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Judgement(models.Model):
    """A person's word beside the machine's. Added, never changed: the latest one stands.

    It belongs to the `target`, not to a row of the machine's: a later run does not lose it.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="judgements"
    )
    kind = models.CharField(max_length=20, choices=LabelKind.choices)
    target = models.CharField(max_length=64, db_index=True)
    about = models.CharField(max_length=64, db_index=True, default="")
    """The fingerprint of the comment that a proposal or a name stands in; else the target."""
    value = models.CharField(max_length=300)
    suggested = models.CharField(max_length=300, blank=True)
    """What the machine had said then, for the figure of how often persons keep its word."""
    source = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} → {self.value}"


class Finished(models.Model):
    """A person has gone through one response: every proposal in it is confirmed. Or opened it again."""

    rendition = models.ForeignKey(
        "publication.Rendition", on_delete=models.PROTECT, related_name="finished"
    )
    again = models.BooleanField(default=False)
    """Opened again: the latest row stands."""
    state = models.CharField(max_length=64)
    """Digest of the points that it had then: with others it is not finished any more."""
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.rendition}"


class Theme(models.Model):
    """What several comments are about. Found by the machine or made by a person; never deleted."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="themes"
    )
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged"
    )
    label = models.CharField(max_length=120)
    description = models.CharField(max_length=600, blank=True)
    phrases = models.JSONField(default=list)
    """Key phrases, the weightiest first."""
    centre = models.JSONField(default=dict)
    """Weights of the words that new comments are held against."""
    found_by = models.CharField(max_length=120, blank=True)
    """Version of the rules or name of the model; empty where a person made it."""
    touched = models.BooleanField(default=False)
    """A person has named or changed it: the machine leaves it as it is."""
    gone = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label


class ThemeChange(models.Model):
    """What a person did to a theme: made, renamed, merged, split, moved, removed. Added only."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="changes")
    verb = models.CharField(max_length=20)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.theme}: {self.verb}"


class Grouping(models.Model):
    """The comments of a hearing given their themes. Claimed once per state of the analysis."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="groupings"
    )
    made_from = models.CharField(max_length=64)
    """Digest of the analysis runs."""
    found = models.BooleanField(default=False)
    """Asked for by a person: themes are found anew, whatever the state."""
    comments = models.PositiveIntegerField(default=0)
    """How many comments themes were found among; 0 where new ones got the standing themes."""
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "made_from"],
                condition=models.Q(found=False),
                name="one_grouping_per_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}"


class Comparison(models.Model):
    """The public responses of a hearing held against each other. Added, never changed.

    `groups` lists {responses, kind, similarity}; `passages` lists the groups of comments that say
    the same, {kind, similarity, members: [{fingerprint, own}]}; `made_from` is the digest of the
    analysis runs.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="comparisons"
    )
    made_from = models.CharField(max_length=64)
    groups = models.JSONField(default=list)
    passages = models.JSONField(default=list)
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


class Asking(models.Model):
    """A person has a language model asked about the comments and themes of one hearing.

    Opened with the estimate that was shown; a step asks one call after the other until it has ended.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="askings"
    )
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Empty where the operator asked on the command line."""
    at = models.DateTimeField()
    source = models.CharField(max_length=120)
    """Name of the model, and version of what it is asked."""
    estimate = models.JSONField(default=dict)
    """What was shown before: comments, themes, calls, tokens in and out, and the price."""
    upto = models.PositiveBigIntegerField(default=0)
    """The last comment that was there: later ones were not in the estimate."""
    after = models.PositiveBigIntegerField(default=0)
    """The last comment that it was asked about."""
    themes_after = models.PositiveBigIntegerField(default=0)
    busy_until = models.DateTimeField(null=True)
    """Somebody is asking the next call until then; nobody pays for it twice."""
    tally = models.JSONField(default=dict)
    """What was kept and what was thrown away (core.model.values.Tally)."""
    ended_at = models.DateTimeField(null=True)
    stopped = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation"],
                condition=models.Q(ended_at=None),
                name="one_open_asking_per_hearing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.source}"


class ThemeWording(models.Model):
    """A name for a theme that a model suggests. A person takes it by naming the theme so."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="wordings")
    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="wordings")
    label = models.CharField(max_length=120)
    description = models.CharField(max_length=600)
    """Words of one of its comments, as they stand there."""
    source = models.CharField(max_length=120)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label
