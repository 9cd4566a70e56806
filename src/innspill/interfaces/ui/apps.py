"""The Django app of the ui."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The ui."""

    name = "innspill.interfaces.ui"
    label = "ui"
