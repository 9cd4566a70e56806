"""The Django app of this stage."""

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    """Consultations."""

    name = "innspill.stages.consultations"
    label = "consultations"
    default_auto_field = "django.db.models.BigAutoField"
