"""The Django app of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk."""

    name = "innspill.interfaces.desk"
    label = "desk"
