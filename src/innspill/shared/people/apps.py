"""The Django app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People."""

    name = "innspill.shared.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
