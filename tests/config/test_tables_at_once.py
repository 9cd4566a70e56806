"""A new database gets its tables in one step for each area, an older one in the steps of its time."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

AT_ONCE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
FROM_BEFORE = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
executor.loader.replace_migrations = False
executor.loader.build_graph()
at_once = [node for node in executor.loader.graph.nodes if "squashed" in node[1]]
steps = [executor.loader.get_migration(*node).replaces for node in at_once]
executor.migrate([before_last for *_, before_last, _ in steps])
call_command("migrate", verbosity=0)
"""


def test_a_new_database_has_the_tables_that_one_of_before_gets(tmp_path: Path) -> None:
    new, old = _laid(tmp_path / "new", AT_ONCE), _laid(tmp_path / "old", FROM_BEFORE)
    assert len(new) > 300
    assert new == old


def _laid(home: Path, program: str) -> dict[str, list[str]]:
    home.mkdir()
    surroundings = os.environ | {
        "INNSPILL_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
    }
    surroundings.pop("INNSPILL_DATABASE", None)
    subprocess.run([sys.executable, "-c", program], env=surroundings, check=True)
    with closing(sqlite3.connect(home / "innspill.sqlite3")) as database:
        rows = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {f"{kind} {name}": _words(kind, sql) for kind, name, sql in rows}


def _words(kind: str, sql: str) -> list[str]:
    """What is said; of a table and of what watches its columns without the columns' order, which
    tells in which release a column came."""
    words = re.findall(r"\w+|[^\w\s]", sql)
    return words if kind == "index" else sorted(words)
