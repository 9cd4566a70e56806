"""Whether the wall stands: every table is asked for through it, and something is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from innspill.adapters.wall.tables import PUBLIC_TABLES

_SCHEMAS = {"sqlite": "main", "postgresql": "public"}


def unreadable(public: BaseDatabaseWrapper) -> list[str]:
    """The public tables that cannot be read through the wall."""
    named = (f'"{table.name}"' for table in PUBLIC_TABLES)
    return [name.strip('"') for name in named if not _answers(public, name)]


def too_much(public: BaseDatabaseWrapper, whole: BaseDatabaseWrapper) -> list[str]:
    """The tables of the database that the public's connection reads though it must not.

    The tables themselves are tried, those that have a public view too, and the list of tables.
    """
    schema = _SCHEMAS[public.vendor]
    tables = [f'{schema}."{name}"' for name in whole.introspection.table_names()]
    return [name for name in (*tables, *_lists(public.vendor)) if _answers(public, name)]


def writes(public: BaseDatabaseWrapper) -> bool:
    """Whether anything can be written through the wall."""
    statements = (
        "CREATE TABLE scribbled (id integer)",
        "CREATE TEMP TABLE scribbled (id integer)",
        "DELETE FROM journal_stamp WHERE id < 0",
        "UPDATE publication_rendition SET number = number WHERE id < 0",
    )
    return any(_done(public, statement) for statement in statements)


def _lists(vendor: str) -> Iterator[str]:
    if vendor == "sqlite":
        yield from ("sqlite_master", "sqlite_temp_master")


def _answers(connection: BaseDatabaseWrapper, name: str) -> bool:
    return _done(connection, f"SELECT * FROM {name} LIMIT 1")  # noqa: S608 - our own names


def _done(connection: BaseDatabaseWrapper, statement: str) -> bool:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return False
    return True
