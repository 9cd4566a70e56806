"""The Django app of this stage."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Handover."""

    name = "innspill.stages.handover"
    label = "handover"
    default_auto_field = "django.db.models.BigAutoField"
