"""The Django app of this stage."""

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    """Analysis."""

    name = "innspill.stages.analysis"
    label = "analysis"
    default_auto_field = "django.db.models.BigAutoField"
