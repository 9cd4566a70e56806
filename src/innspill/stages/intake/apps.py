"""The Django app of this stage."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Intake."""

    name = "innspill.stages.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
