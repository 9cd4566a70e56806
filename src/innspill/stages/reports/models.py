"""Tables: the written result."""

from __future__ import annotations

from django.db import models


class Report(models.Model):
    """One report as it was made: its figures, and its files in the byte store."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="reports"
    )
    language = models.CharField(max_length=5)
    figures = models.JSONField()
    """The figures, with the charts and the decided points as the result page shows them."""
    word_sha256 = models.CharField(max_length=64)
    excel_sha256 = models.CharField(max_length=64)
    matrix_sha256 = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64, default="")
    """Empty in reports that were made before there was a PDF."""
    made_from = models.CharField(max_length=64)
    """Digest of what it was made from: nothing new, no new report."""
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "language", "made_from"], name="one_report_per_state"
            ),
        ]

    def __str__(self) -> str:
        return f"report of {self.consultation}"
