"""The Django app of open data."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Open data."""

    name = "innspill.interfaces.api"
    label = "api"
