"""What tests of these pages share: addresses, what a page says, and the list."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.urls import reverse

from innspill.shared.people.models import Owner
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW

GROUPS = [
    Group(name="Kommuner", members=(Member(name="Landets kommuner", collective=True),)),
    Group(name="Organisasjoner", members=(Member(name="NITO"), Member(name="Norsk Vann"))),
]


def revision(hearing: ConsultationShown) -> int:
    found = hearings.edited(hearing.slug, list(Owner.objects.all()))
    assert found is not None
    return found.revision


def at(name: str, hearing: ConsultationShown, *more: object) -> str:
    return reverse(f"desk:{name}", args=[hearing.slug, *more])


def text_of(response: Any) -> str:
    html = response.content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found is not None, name
    return found[1]


def line(hearing: ConsultationShown, name: str) -> int:
    found = hearings.body_id(hearing.id, None, name)
    assert found is not None
    return found


def send_to_all(hearing: ConsultationShown, built: Scene, sending: str) -> None:
    from innspill.stages.invitations.core.letters import Facts, template

    actions.send(
        hearing.id, [r.id for r in invitations.of_hearing(hearing.id)], kind="invitation",
        letters={code: template("invitation", code, Facts()) for code in ("nb", "nn", "en")},
        sending=sending, base="https://x.example", by=built.staff.caseworker, now=NOW,
    )  # fmt: skip


def letters_on(page: Any) -> dict[str, str]:
    """The letters as the page shows them in its fields."""
    return {
        f"{part}_{code}": str(page.context["form"][f"{part}_{code}"].value())
        for part in ("subject", "text")
        for code in ("nb", "nn", "en")
    }
