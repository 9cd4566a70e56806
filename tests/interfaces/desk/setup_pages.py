"""What the tests of the set-up share: a draft, and its pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from lxml import html as lxml_html

from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions, queries
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import Edited
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff

SLUG = "26-77"


def definition(**changes: Any) -> Definition:
    """The open sample as a draft of its own, ready to be opened."""
    found = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return found.model_copy(
        update={
            "case_number": "26/77",
            "opens": date(2026, 4, 1),
            "deadline": date(2026, 9, 1),
            "state_body": True,
            **changes,
        }
    )


def draft(staff: Staff, **changes: Any) -> Edited:
    """A draft at the owner that the staff works for."""
    owner = staff.caseworker.memberships.get().owner
    shown = actions.found(definition(**changes), owner=owner, by=staff.caseworker, now=NOW)
    return now_is(shown.slug)


def now_is(slug: str = SLUG) -> Edited:
    """The hearing as it is edited now."""
    found = queries.edited(slug, list(Owner.objects.all()))
    assert found is not None
    return found


def address(page: str = "", slug: str = SLUG) -> str:
    """Where a page of the set-up is."""
    return f"/saksbehandling/horinger/{slug}/oppsett/{page}"


def filled(client: Client, page: str, **changes: str) -> dict[str, str]:
    """What a browser would send from the page's form, with some fields changed."""
    tree = lxml_html.fromstring(client.get(page).content.decode())
    form = tree.xpath("//form[contains(@class, 'setup-form')]")[-1]
    sent: dict[str, Any] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    sent |= {name: [value] for name, value in changes.items()}
    return sent
