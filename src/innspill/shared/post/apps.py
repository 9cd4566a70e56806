"""The Django app of post."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    """Post."""

    name = "innspill.shared.post"
    label = "post"
    default_auto_field = "django.db.models.BigAutoField"
