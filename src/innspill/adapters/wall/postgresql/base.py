"""Django's PostgreSQL backend for the public's connection: no connection without the wall."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

from innspill.adapters.wall.of_postgres import take_on


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that reads what is public."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connects, and takes the public's role on before anybody can ask anything."""
        connection = super().get_new_connection(conn_params)
        take_on(connection)
        # What is set within a transaction ends with it where that is rolled back.
        connection.commit()
        return connection
