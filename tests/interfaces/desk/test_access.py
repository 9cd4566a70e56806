"""Who sees what at the desk, for every page and every object."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern

from innspill.interfaces.desk.urls import urlpatterns
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import Staff

from .conftest import SignIn

EVERYBODY = ("", "mottak/", "avklar/", "publisering/")
OF_HEARING = (
    "mottak/1/", "mottak/1/fil/0/", "horinger/25-1734/", "horinger/25-1734/merknader/",
    "horinger/25-1734/rapport/",
)  # fmt: skip
WRITES = {
    "horinger/25-1734/rapport/lag/": {"kind": "summary", "language": "nb"},
    "horinger/25-1734/rapport/mal/": {},
    "horinger/25-1734/rapport/pakke/": {},
    "horinger/25-1734/rapport/publiser/": {},
    "horinger/25-1734/svar/1/avsender/": {
        "avsender-1-candidate": "Tindvang kommune", "avsender-1-as_kind": "organisation",
        "avsender-1-note": "Står i brevet.",
    },
    "horinger/25-1734/svar/3/klarering/": {"word": "publish", "reason": "Sett på."},
}  # fmt: skip
ROOT = "/saksbehandling/"


@pytest.mark.django_db
@pytest.mark.parametrize("page", [*EVERYBODY, *OF_HEARING])
def test_nobody_sees_the_desk_without_signing_in(client: Client, page: str) -> None:
    answer = client.get(ROOT + page)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{ROOT}logg-inn/?next=")


def test_a_member_reads_every_page(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    for page in (*EVERYBODY, *OF_HEARING):
        assert client.get(ROOT + page).status_code == 200, page


def test_what_belongs_to_others_is_not_there(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.stranger)
    for page in OF_HEARING:
        assert client.get(ROOT + page).status_code == 404, page
    for page, sent in WRITES.items():
        assert client.post(ROOT + page, sent).status_code == 404, page
    for page in EVERYBODY:
        text = client.get(ROOT + page).content.decode()
        assert "Tindvang" not in text
        assert "25/1734" not in text


def test_an_administrator_by_that_role_alone_sees_nothing_unpublished(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.administrator)
    for page in (*EVERYBODY, *OF_HEARING):
        assert client.get(ROOT + page).status_code == 403, page


def test_a_reader_changes_nothing(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    for page, sent in WRITES.items():
        assert client.post(ROOT + page, sent).status_code == 403, page
    assert "Lag rapport" not in client.get(f"{ROOT}horinger/25-1734/rapport/").content.decode()


def test_only_a_lead_publishes_and_hands_over(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    for page in ("svar/3/klarering/", "rapport/publiser/", "rapport/pakke/"):
        sent = WRITES[f"horinger/25-1734/{page}"]
        assert client.post(f"{ROOT}horinger/25-1734/{page}", sent).status_code == 403


def test_every_page_of_the_desk_but_signing_in_is_guarded() -> None:
    open_to_all = {"sign-in", "sign-out"}
    unguarded = [
        pattern.name
        for pattern in urlpatterns
        if isinstance(pattern, URLPattern)
        and pattern.name not in open_to_all
        and not _passes_the_guard(pattern.callback)
    ]
    assert not unguarded


def _passes_the_guard(view: object) -> bool:
    while view is not None:
        code = getattr(view, "__code__", None)
        names = code.co_freevars if code else ()
        if "view" in names and code.co_name == "guarded":
            return True
        if getattr(view, "__module__", "") and _closes_over_guard(view):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def _closes_over_guard(view: object) -> bool:
    cells = getattr(view, "__closure__", None) or ()
    contents = [cell.cell_contents for cell in cells]
    return any(getattr(getattr(each, "__code__", None), "co_name", "") == "guarded"
               for each in contents)  # fmt: skip
