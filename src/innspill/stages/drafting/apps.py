"""The Django app of this stage."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Drafting."""

    name = "innspill.stages.drafting"
    label = "drafting"
    default_auto_field = "django.db.models.BigAutoField"
