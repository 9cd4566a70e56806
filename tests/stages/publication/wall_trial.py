"""The wall as it is in service: a database of its own, committed rows, the public's own connection.

`python -m tests.stages.publication.wall_trial HOME` fills it and prints what was seen, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main(home: str) -> None:
    """Fills the home, looks through the wall and prints."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": home,
        "INNSPILL_NOW": "2026-04-01T08:00:00+00:00",
        "INNSPILL_HOSTS": "testserver",
    }
    import django
    from django.core.management import call_command
    from django.test.utils import override_settings

    django.setup()
    # As in all tests: a password that is slow to hash says nothing of the wall.
    override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]).enable()
    call_command("migrate", verbosity=0)
    from tests.interfaces import scene

    made = scene.build()
    for number, name in enumerate(("Tindvang kommune", "Skogheim kommune", "")):
        text = f"{name or 'Ingen vet hvem'}\n\nVi støtter målene, {number}.\n"
        scene.hand_in(made.hearing, "svar.txt", text.encode(), sender=name, days=number)
    scene.work.run_until_idle()
    print(json.dumps({**_looked(made), **_pages(made)}), flush=True)


def _looked(made: Any) -> dict[str, Any]:
    from django.db import connections

    from innspill.adapters.wall import looking
    from innspill.pipeline import doctor
    from innspill.shared import public_side
    from innspill.stages.intake.models import Delivery
    from innspill.stages.publication import public_sums, queries

    public, whole = connections["public"], connections["default"]
    with public_side.reading():
        sums = public_sums.now(made.hearing.id)
        refused = [_said(lambda: list(Delivery.objects.all())), _said(_whole_asked)]
    tables = whole.introspection.table_names()
    (finding,) = doctor._wall()
    tricks = [trick for trick in _tricks(public.vendor) if _answered(public, trick)]
    public.close()  # where a trick works, what it has set stays
    return {
        "doctor": {"well": finding.well, "says": finding.says},
        "vendor": public.vendor,
        "tables": len(tables),
        "too_much": looking.too_much(public, whole),
        "unreadable": looking.unreadable(public),
        "writes": looking.writes(public),
        "tricks": tricks,
        "sums_are_the_same": sums == queries.ledger(made.hearing.id),
        "deliveries": sums.deliveries,
        "refused": refused,
        "stays": _views_stay(),
    }


def _views_stay() -> bool:
    from django.core.management import call_command

    before = _views()
    call_command("migrate", verbosity=0)
    return _views() == before


def _views() -> list[tuple[Any, ...]]:
    """The views of PostgreSQL's wall as they were made; nothing on SQLite, which has its own each."""
    from django.db import connections

    if connections["default"].vendor != "postgresql":
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'innspill_public' AND c.relkind = 'v' ORDER BY 1"
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
        assert found
        return found


def _whole_asked() -> None:
    from django.db import connections

    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM intake_delivery")


def _tricks(vendor: str) -> list[str]:
    """Statements that go round a wall which looks at names alone."""
    if vendor == "postgresql":
        return [
            "SELECT * FROM public.publication_rendition",
            "SET search_path TO public; SELECT * FROM intake_delivery",
            "SET default_transaction_read_only TO off; DELETE FROM publication_rendition",
            "CREATE TABLE innspill_public.more AS SELECT 1",
            "SELECT pg_read_file('/etc/hostname')",
            "COPY (SELECT 1) TO PROGRAM 'true'",
        ]
    return [
        "WITH people_owner AS (SELECT content FROM main.publication_rendition) SELECT * FROM people_owner",
        "WITH people_owner AS (SELECT salt FROM main.intake_delivery) SELECT * FROM people_owner",
        "SELECT * FROM (SELECT * FROM main.intake_delivery) AS people_owner",
        "SELECT (SELECT claimed_sender FROM intake_delivery LIMIT 1) FROM publication_rendition",
        "CREATE TEMP VIEW mine AS SELECT * FROM main.intake_delivery",
        "ATTACH 'file:other?mode=memory' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA table_info(intake_delivery)",
        "PRAGMA writable_schema = ON",
        "SELECT load_extension('x')",
        "SELECT * FROM pragma_table_list",
        "EXPLAIN SELECT * FROM main.intake_delivery",
    ]


def _answered(connection: Any, statement: str) -> bool:
    from django.db import DatabaseError, transaction

    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return False
    return True


def _said(ask: Any) -> str:
    try:
        ask()
    except Exception as error:  # noqa: BLE001 - its name is what is asked for
        return type(error).__name__
    return "answered"


def _pages(made: Any) -> dict[str, Any]:
    """Pages before and right after a withdrawal; who is signed in is greeted as ever."""
    from django.test import Client

    from innspill.stages.publication import actions
    from innspill.stages.register import queries as register
    from tests.stages.conftest import NOW, PASSWORD

    client, slug = Client(), made.hearing.slug
    row = next(each for each in register.responses_of([made.staff.lead.memberships.first().owner])
               if each.name == "Tindvang kommune" and each.standing == "current")  # fmt: skip
    addresses = [
        "/", f"/horinger/{slug}/", f"/horinger/{slug}/svar/{row.number}/", "/sok/?sok=kommune",
        "/bevis/", f"/horinger/{slug}/sporsmal/1/", f"/api/v1/hearings/{slug}/responses.json",
        f"/api/v1/hearings/{slug}/all.zip", "/api/v1/hearings.json", f"/horinger/{slug}/svar-inn/",
        f"/api/v1/hearings/{slug}/feed.atom", f"/api/v1/hearings/{slug}.json",
    ]  # fmt: skip
    before = [client.get(address).status_code for address in addresses]
    actions.withdraw(row.id, reason="", by=made.staff.lead, now=NOW)
    after = client.get(f"/horinger/{slug}/svar/{row.number}/").status_code
    listed = client.get(f"/api/v1/hearings/{slug}/responses.json").content.decode()
    signed_in = Client()
    assert signed_in.login(username="lead", password=PASSWORD)
    front = signed_in.get("/").content.decode()
    return {
        "before": before,
        "after": after,
        "still_listed": "Tindvang" in listed,
        "desk_link": 'href="/saksbehandling/"' in front,
    }


if __name__ == "__main__":
    main(sys.argv[1])
