"""What all tests share: where the seeds are, and the settings of a run."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import override_settings
from hypothesis import settings

from tests.changed_code import forget_what_was_worked_out, typeset_apart
from tests.kept_tables import COPIED, PLACE, kept_tables
from tests.postgres import Postgres, running

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "samples"

settings.register_profile("default", deadline=None, max_examples=150)
settings.register_profile(
    "fuzz", deadline=None, max_examples=100 * int(os.environ.get("FUZZ_SECONDS", "30"))
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


LONG = ("tests/soak/", "tests/interfaces/browser/", "tests/flow/", "tests/interfaces/cli/")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, so that no worker is left alone with one of them at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: nothing gains by looking through them for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def settings_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home for the whole run, since pytest-django reads the settings before this file.

    A password takes no time to hash: that is slow for those who guess, not for tests.
    """
    home = tmp_path_factory.mktemp("home")
    (home / "static").mkdir()
    with override_settings(
        HOME=home,
        STATIC_ROOT=home / "static",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder with the real hearing: absent in a lone clone, required by CI."""
    if not (SHARED / "seeds").is_dir():
        reason = f"the seeds and forms of {SHARED} are not here"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def samples_folder() -> Path:
    """The project's own sample hearings and responses."""
    return SAMPLES


@pytest.fixture(autouse=True)
def nothing_from_before() -> None:
    """Nothing of the test before, nor of the code where it is changed (`tools/mutants.py`)."""
    forget_what_was_worked_out()
    typeset_apart()
    forget_kept_pages()


def forget_kept_pages() -> None:
    """Pages of another test's database, whose journal may have been as long."""
    kept = sys.modules.get("innspill.interfaces.ui.kept_pages")
    if kept is not None:
        kept.KEPT.empty()


@pytest.fixture(scope="session", autouse=True)
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run share, with the tables of its databases."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    os.environ.setdefault(PLACE, str(shared / "tables.sqlite3"))
    return shared


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, run_folder: Path
) -> Iterator[None]:
    """Before the test database is made: its tables may lie ready."""
    connection.settings_dict["TEST"]["TEMPLATE"] = os.environ.get(COPIED)
    with kept_tables():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The test database; tests that commit empty it afterwards, past the append-only triggers."""
    from tests.emptying import flush_lifts_the_guard
    from tests.wall import public_pages_ask_through_the_wall

    with flush_lifts_the_guard(), public_pages_ask_through_the_wall():
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """A PostgreSQL server, for tests that are run on both engines by one run of the suite."""
    with running() as server:
        yield server
