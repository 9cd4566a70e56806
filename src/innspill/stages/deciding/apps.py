"""The Django app of this stage."""

from django.apps import AppConfig


class DecidingConfig(AppConfig):
    """Deciding."""

    name = "innspill.stages.deciding"
    label = "deciding"
    default_auto_field = "django.db.models.BigAutoField"
