"""The Django app of config: it brings the checks that must pass before anything starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import Tags, register
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class SettingsConfig(AppConfig):
    """Settings."""

    name = "innspill.config"
    label = "settings"

    def ready(self) -> None:
        """Registers the check of the database's settings."""
        from innspill.config.checks import database_is_safe

        register(database_is_safe, Tags.database)
        pre_migrate.connect(_open_the_wall)
        post_migrate.connect(_build_the_wall)


def _open_the_wall(using: str, plan: Sequence[object] = (), **_: Any) -> None:
    """Before something is migrated: PostgreSQL changes no column that a view shows."""
    from innspill.adapters.wall import of_postgres

    if plan and connections[using].vendor == "postgresql":
        of_postgres.take_away(connections[using])


def _build_the_wall(
    using: str, sender: AppConfig, plan: Sequence[object] | None = None, **_: Any
) -> None:
    """After the last of the apps, when all tables are there."""
    from innspill.adapters.wall import of_postgres

    is_last = sender is [app for app in apps.get_app_configs() if app.models_module][-1]
    if is_last and plan is not None and connections[using].vendor == "postgresql":
        of_postgres.build(connections[using])
