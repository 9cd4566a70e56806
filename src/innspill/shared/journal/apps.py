"""The Django app of journal."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Journal."""

    name = "innspill.shared.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
