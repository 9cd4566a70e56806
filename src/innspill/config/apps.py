"""The Django app of config: it brings the checks that must pass before anything starts."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register


class SettingsConfig(AppConfig):
    """Settings."""

    name = "innspill.config"
    label = "settings"

    def ready(self) -> None:
        """Registers the check of the database's settings."""
        from innspill.config.checks import database_is_safe

        register(database_is_safe, Tags.database)
