"""The Django app of this stage."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """Reading."""

    name = "innspill.stages.reading"
    label = "reading"
    default_auto_field = "django.db.models.BigAutoField"
