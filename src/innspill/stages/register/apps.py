"""The Django app of this stage."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Register."""

    name = "innspill.stages.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
