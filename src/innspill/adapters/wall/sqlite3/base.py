"""Django's SQLite backend for the public's connection: no connection without the wall."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base

from innspill.adapters.wall.of_sqlite import raise_wall


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that reads what is public."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Connects, and raises the wall before anybody can ask anything."""
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        raise_wall(connection)
        return connection
