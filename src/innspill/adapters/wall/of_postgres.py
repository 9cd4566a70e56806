"""The wall on PostgreSQL: a schema of views, and a role that may read them and nothing else.

The views are made anew after each migration and gone while one works, since PostgreSQL changes no
column that a view shows. A connection of the public takes the role on. Where the role cannot be
made (the database's owner has no CREATEROLE), the schema's names are still all that the public's
connection finds, but a statement that names another schema would be answered: `innspill doctor`
says so, and what to do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from innspill.adapters.wall.tables import PUBLIC_TABLES

ROLE = SCHEMA = "innspill_public"
_LOCK = 0x1A57_1115
_IS_MEMBER = (
    "SELECT 1 FROM pg_roles WHERE rolname = %s AND pg_has_role(current_user, oid, 'MEMBER')"
)


def build(connection: BaseDatabaseWrapper) -> None:
    """Makes the role where it may, and the views anew, in one transaction.

    Nothing is touched where they are as they should be: each command comes by here while the server
    serves, and to replace a view one waits for all who read it, who may wait for the next one.
    """
    _make_role(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        statements = list(_statements(cursor))
        digest = hashlib.sha256("\n".join(statements).encode()).hexdigest()
        cursor.execute("SELECT obj_description(to_regnamespace(%s), 'pg_namespace')", [SCHEMA])
        if cursor.fetchone() == (digest,):
            return
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{digest}'")


def take_away(connection: BaseDatabaseWrapper) -> None:
    """Takes the views away: before a migration. The public's pages fail until they are back."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def take_on(connection: Any) -> None:
    """Takes the role on for a connection of psycopg; its names alone where it may not."""
    with connection.cursor() as cursor:
        if cursor.execute(_IS_MEMBER, [ROLE]).fetchone():
            cursor.execute(f"SET ROLE {ROLE}")
        cursor.execute(f"SET search_path TO {SCHEMA}")


def what_to_do(connection: BaseDatabaseWrapper) -> str:
    """The statements by which a superuser makes the role."""
    user = connection.settings_dict["USER"] or "OUR_USER"
    return f"CREATE ROLE {ROLE} NOLOGIN; GRANT {ROLE} TO {user};"


def _make_role(connection: BaseDatabaseWrapper) -> None:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
            cursor.execute(_IS_MEMBER, [ROLE])
            if not cursor.fetchone():
                cursor.execute(f"GRANT {ROLE} TO current_user")
    except DatabaseError:
        # Whoever looks (`innspill doctor`) is told; the names of the schema hold meanwhile.
        return


def _statements(cursor: Any) -> Iterator[str]:
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    cursor.execute("SELECT current_schema()")
    (of,) = cursor.fetchone()
    yield f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"
    for table in PUBLIC_TABLES:
        yield f'DROP VIEW IF EXISTS {SCHEMA}."{table.name}"'
        select = table.select(f'"{of}".')
        yield f'CREATE VIEW {SCHEMA}."{table.name}" WITH (security_barrier) AS {select}'
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
    if cursor.fetchone():
        yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {ROLE}"
        yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {ROLE}"
