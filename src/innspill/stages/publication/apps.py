"""The Django app of this stage."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """Publication."""

    name = "innspill.stages.publication"
    label = "publication"
    default_auto_field = "django.db.models.BigAutoField"
