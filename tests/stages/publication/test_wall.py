"""What the public's connection can read: the public tables, and nothing else in any way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import DatabaseError, connection, transaction

from innspill.adapters.wall import looking
from innspill.adapters.wall.tables import PUBLIC_TABLES
from innspill.interfaces.ui.wall import beyond_the_wall, is_public
from innspill.shared import public_side
from innspill.shared.journal import queries as journal
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery
from innspill.stages.publication import actions, public_sums, queries
from innspill.stages.publication.models import PublishedResult, Rendition
from tests.conftest import ROOT
from tests.kept_tables import with_tables
from tests.postgres import Postgres
from tests.stages.conftest import NOW, HandIn, Staff

TINDVANG = "hoyringssvar_Tindvang_kommune.docx"


def tried(home: Path, **settings: str) -> dict[str, Any]:
    """What a process of its own saw through the wall."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST_", "INNSPILL_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.stages.publication.wall_trial", str(home)],
        env={**kept, **settings}, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def holds(seen: dict[str, Any]) -> None:
    assert seen["tables"] > 50
    assert seen["too_much"] == []
    assert seen["unreadable"] == []
    assert seen["tricks"] == []
    assert not seen["writes"]
    assert seen["refused"] == [
        "ProgrammingError" if seen["vendor"] == "postgresql" else "DatabaseError", "BehindTheWall",
    ]  # fmt: skip
    assert seen["sums_are_the_same"]
    assert seen["stays"]  # what nothing has changed is not made anew under those who read
    assert seen["deliveries"] == 3
    assert set(seen["before"]) == {200}
    assert (seen["after"], seen["still_listed"]) == (410, False)
    assert seen["desk_link"]
    assert seen["doctor"]["well"], seen["doctor"]


def test_on_sqlite_no_table_is_read_past_the_wall_and_nothing_is_written(tmp_path: Path) -> None:
    seen = tried(with_tables(tmp_path))
    assert seen["vendor"] == "sqlite"
    holds(seen)


def test_on_postgresql_no_table_is_read_past_the_wall_and_nothing_is_written(
    tmp_path: Path, postgresql: Postgres
) -> None:
    seen = tried(tmp_path, **postgresql.laid())
    assert seen["vendor"] == "postgresql"
    holds(seen)


def test_on_postgresql_a_user_of_its_own_may_be_the_public_s(
    tmp_path: Path, postgresql: Postgres
) -> None:
    if not postgresql.does("SELECT 1 FROM pg_roles WHERE rolname = 'innspill_public'"):
        postgresql.does("CREATE ROLE innspill_public NOLOGIN")
    postgresql.does("CREATE ROLE web LOGIN IN ROLE innspill_public")
    settings = postgresql.laid()
    url = settings["INNSPILL_DATABASE"].replace("postgres@", "web@")
    holds(tried(tmp_path, **settings, INNSPILL_PUBLIC_DATABASE=url))


def test_where_no_role_can_be_made_names_alone_hold_and_it_is_said(
    tmp_path: Path, postgresql: Postgres
) -> None:
    postgresql.does("CREATE ROLE plain LOGIN")
    url = postgresql.new_database()
    postgresql.does(f"ALTER DATABASE {urlsplit(url).path[1:]} OWNER TO plain")
    settings = {**postgresql.settings(), "INNSPILL_DATABASE": url.replace("postgres@", "plain@")}
    seen = tried(tmp_path, **settings)
    assert seen["too_much"]  # a statement that names the schema would be answered
    assert seen["refused"] == ["ProgrammingError", "BehindTheWall"]
    assert set(seen["before"]) == {200}
    assert (seen["after"], seen["still_listed"]) == (410, False)
    assert not seen["doctor"]["well"]
    assert "GRANT innspill_public TO plain" in seen["doctor"]["says"]


@pytest.mark.django_db
def test_tests_too_ask_through_the_wall(hearing: ConsultationShown, hand_in: HandIn) -> None:
    hand_in(TINDVANG, sender="Tindvang kommune")
    with public_side.reading():
        assert looking.unreadable(connection) == []
        with pytest.raises(DatabaseError), transaction.atomic():
            Delivery.objects.count()
        with public_side.beyond():
            assert Delivery.objects.count() == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            Delivery.objects.count()
        with pytest.raises(DatabaseError), transaction.atomic():
            Rendition.objects.update(number=7)
    assert Delivery.objects.count() == 1


@pytest.mark.django_db
def test_the_public_has_no_earlier_copy_no_draft_and_no_change_that_is_not_announced(
    hearing: ConsultationShown, hand_in: HandIn, work_on: Any, staff: Staff
) -> None:
    hand_in(TINDVANG, sender="Tindvang kommune")
    work_on()
    Consultation.objects.filter(pk=hearing.id).update(working={"title": {"nb": "Hemmelig"}})
    (row,) = Rendition.objects.all()
    with public_side.reading():
        assert Rendition.objects.get().content == row.content
        assert Consultation.objects.get().working is None
    actions.withhold(row.response_id, reason="offl. § 13", by=staff.lead, now=NOW)
    with public_side.reading():
        assert not Rendition.objects.exists()
    Consultation.objects.filter(pk=hearing.id).update(status="draft")
    assert Rendition.objects.count() == 1
    with public_side.reading():
        assert not Consultation.objects.exists()
        assert looking.unreadable(connection) == []


@pytest.mark.django_db
def test_the_sums_are_the_same_on_both_sides_of_the_wall(
    hearing: ConsultationShown, hand_in: HandIn, work_on: Any, staff: Staff
) -> None:
    for number, name in enumerate(("Tindvang kommune", "Skogheim kommune", "Granmo kommune")):
        hand_in("a.txt", f"{name}\n\nVi støtter {number}.\n".encode(), sender=name, days=number)
    hand_in("b.txt", b"Ukjent\n\nIngen vet.\n", days=5)
    hand_in("b.txt", b"Ukjent\n\nIngen vet.\n", days=6)
    hand_in("c.bin", b"\x00\x01\x02" * 99, days=7)
    work_on()
    first, second, *_ = Rendition.objects.order_by("number").values_list("response", flat=True)
    actions.withhold(first, reason="offl. § 13", by=staff.lead, now=NOW)
    actions.withdraw(second, reason="", by=staff.lead, now=NOW)
    hand_in("d.txt", b"Kommer nettopp.", days=8)
    whole = queries.ledger(hearing.id)
    with public_side.reading():
        assert public_sums.now(hearing.id) == whole
    assert whole.adds_up
    assert min(whole.withheld, whole.withdrawn, whole.published, whole.waiting) == 1
    assert min(whole.aside, whole.unprocessed) >= 1


@pytest.mark.django_db
def test_public_copies_and_results_are_frozen_and_never_come_back(
    hearing: ConsultationShown, hand_in: HandIn, work_on: Any
) -> None:
    hand_in(TINDVANG, sender="Tindvang kommune")
    work_on()
    PublishedResult.objects.create(consultation_id=hearing.id, content={}, published_at=NOW)
    for rows, taken_away in (
        (Rendition.objects, "replaced_at"),
        (PublishedResult.objects, "taken_down_at"),
    ):
        for change in (
            {"content": {}}, {"published_at": NOW}, {"consultation": hearing.id},
        ):  # fmt: skip
            with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
                rows.update(**change)
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            rows.all()._raw_delete(connection.alias)
        rows.update(**{taken_away: NOW})
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            rows.update(**{taken_away: None})
    assert journal.unguarded() == []


def test_a_table_is_public_only_where_it_is_named_with_every_column() -> None:
    """What the public's models have and is not named cannot be read, and is found by this."""
    from django.apps import apps

    models = {model._meta.db_table: model for model in apps.get_models()}
    for table in PUBLIC_TABLES:
        named = {each if isinstance(each, str) else each[0] for each in table.columns}
        assert named == {field.column for field in models[table.name]._meta.concrete_fields}


def test_a_view_is_the_public_s_unless_it_says_that_it_shows_one_s_own() -> None:
    def view() -> None:
        """A page."""

    view.__module__ = "innspill.interfaces.portal.views.some"
    assert is_public(view)  # type: ignore[arg-type]
    assert not is_public(beyond_the_wall(view))  # type: ignore[arg-type]
    view_of_the_desk = test_a_view_is_the_public_s_unless_it_says_that_it_shows_one_s_own
    assert not is_public(view_of_the_desk)  # type: ignore[arg-type]
