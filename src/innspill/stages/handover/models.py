"""Tables: what was handed over to the archive, and late responses that were sent on."""

from __future__ import annotations

from django.db import models


class Package(models.Model):
    """A ZIP with originals, open data and a manifest, in the byte store."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.PROTECT, related_name="packages"
    )
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    manifest = models.JSONField()
    made_from = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "made_from"], name="one_package_per_state"
            ),
        ]

    def __str__(self) -> str:
        return f"package of {self.consultation}"


class Forwarding(models.Model):
    """A late response that was sent on, as it came, to those who can still use it."""

    response = models.ForeignKey(
        "register.Response", on_delete=models.PROTECT, related_name="forwardings"
    )
    mail = models.OneToOneField("post.Mail", on_delete=models.PROTECT, related_name="forwarding")
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["response"], name="one_forwarding_each"),
        ]

    def __str__(self) -> str:
        return f"{self.response} to {self.mail.to}"
