"""The Django app of this stage."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports."""

    name = "innspill.stages.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"
