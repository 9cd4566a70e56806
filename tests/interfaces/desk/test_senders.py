"""Settling who sent what, one after another, and what stands, at the desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from lxml import html as lxml_html

from innspill.interfaces.desk.templatetags.desk import ground
from innspill.pipeline.work import run_until_idle
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import queries as register
from innspill.stages.register.core.titles import meant_by
from innspill.stages.register.queries import ResponseRow
from tests.interfaces import scene
from tests.stages.conftest import Staff

from .conftest import SignIn

ROOT = "/saksbehandling/"


def unsure(staff: Staff) -> list[ResponseRow]:
    return register.unsure(owners_of(staff.lead))


def page_of(row: ResponseRow) -> str:
    return f"{ROOT}avsendere/{row.consultation_slug}/{row.number}/"


def standing_of(row: ResponseRow) -> str:
    return f"{ROOT}horinger/{row.consultation_slug}/svar/{row.number}/"


@pytest.fixture
def waiting(arrived: ConsultationShown, staff: Staff) -> ResponseRow:
    """A response whose sender nobody is sure of, with names in it."""
    text = "Vi støtter målene.\n\nMed hilsen\nVannlaget i dalen\n"
    scene.hand_in(arrived, "brev.txt", text.encode(), sender="Granmo kommune", days=5)
    run_until_idle()
    return unsure(staff)[-1]


def test_the_queue_leads_to_each_in_turn(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    rows = unsure(staff)
    page = client.get(f"{ROOT}avsendere/").content.decode()
    assert all(page_of(row) in page for row in rows)
    first = client.get(page_of(rows[0])).content.decode()
    assert f"Neste: {rows[1].reference}" in first
    assert 'rel="prev"' not in first


def test_a_press_settles_goes_on_and_can_be_undone(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    page = lxml_html.fromstring(client.get(page_of(waiting)).content.decode())
    buttons = page.xpath("//button[@data-digit]")
    assert [button.get("data-digit") for button in buttons] == [
        str(at) for at in range(1, len(buttons) + 1)
    ]
    names = [button.get("value") for button in buttons]
    assert len(set(names)) == len(names)
    assert "Vannlaget i dalen" in names
    chosen = client.post(page_of(waiting), {"kandidat": "Vannlaget i dalen"}, follow=True)
    row = register.response(waiting.consultation_slug, waiting.number, owners_of(staff.lead))
    assert row is not None
    assert (row.name, row.sender_is_sure) == ("Vannlaget i dalen", True)
    assert f"Angre {waiting.reference}" in chosen.content.decode()
    client.post(f"{page_of(waiting)}angre/")
    assert waiting.id in {each.id for each in unsure(staff)}


@pytest.mark.parametrize(
    ("sent", "name", "kind"),
    [
        ({"annet-written": "Lien kommune\nMoen kommune", "annet-as_kind": "organisation"},
         "Lien kommune, Moen kommune", "organisation"),
        ({"annet-written": "Lien kommune", "annet-part": "Vann", "annet-as_kind": "organisation"},
         "Lien kommune v/Vann", "organisation"),
        ({"annet-written": "Per Aas", "annet-as_kind": "person"}, "Per Aas", "person"),
    ],
)  # fmt: skip
def test_another_name_several_or_a_unit_are_written(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn, *, sent: dict[str, str], name: str,
    kind: str,
) -> None:  # fmt: skip
    client = signed_in(staff.caseworker)
    assert client.post(page_of(waiting), {"annet": "1", **sent}).status_code == 302
    row = register.response(waiting.consultation_slug, waiting.number, owners_of(staff.lead))
    assert row is not None
    assert (row.name, row.senders[0].kind) == (name, kind)


def test_a_private_person_without_a_name_is_one_press(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn
) -> None:
    signed_in(staff.caseworker).post(page_of(waiting), {"uten-navn": "1"})
    row = register.response(waiting.consultation_slug, waiting.number, owners_of(staff.lead))
    assert row is not None
    assert row.senders[0].kind == "person"
    assert "person" in {kind.code for kind in row.kinds}


def test_no_name_or_a_unit_of_several_settles_nothing(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    nothing = {"annet": "1", "annet-as_kind": "organisation"}
    for sent, said in (
        ({**nothing, "annet-written": " "}, "skriv minst ett navn"),
        ({**nothing, "annet-written": "A lag\nB lag", "annet-part": "Vann"}, "bare være én"),
    ):
        answer = client.post(page_of(waiting), sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    stale = client.post(page_of(waiting), {"kandidat": "Et navn som ikke er der"})
    assert "Forslagene er endret" in stale.content.decode()
    assert waiting.id in {each.id for each in unsure(staff)}


def test_a_reader_sees_the_grounds_and_no_button(
    waiting: ResponseRow, staff: Staff, signed_in: SignIn
) -> None:
    page = signed_in(staff.reader).get(page_of(waiting)).content.decode()
    assert "Vannlaget i dalen" in page
    assert "data-digit" not in page
    assert "Du kan se dette, men ikke avklare det." in page


def _post(client: Client, address: str, **sent: str) -> int:
    return client.post(address, sent).status_code


def test_versions_are_shown_with_why_and_somebody_may_say_otherwise(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    scene.hand_in(arrived, "a.txt", b"Vi er enige.", sender="Moen kommune", days=5)
    scene.hand_in(arrived, "b.txt", b"Vi er uenige.", sender="Moen kommune", days=6)
    run_until_idle()
    first, second = [
        row for row in register.of_consultation(arrived.id) if row.name == "Moen kommune"
    ]
    client = signed_in(staff.caseworker)
    page = client.get(standing_of(first)).content.decode()
    assert "Samme avsender har sendt et nyere svar" in page
    assert "Det nyeste svaret fra denne avsenderen" in page
    address = f"{standing_of(second)}forhold/"
    assert _post(client, address) == 422
    assert _post(client, address, **{"forhold-relation": "adds-to"}) == 422
    sent = {"forhold-relation": "adds-to", "forhold-other": str(first.number)}
    assert _post(client, address, **sent) == 302
    assert register.by_id(first.id).standing == "current"
    assert "Angre for" in client.get(standing_of(second)).content.decode()
    assert _post(client, f"{address}angre/") == 302
    assert register.by_id(first.id).standing == "superseded"
    elsewhere = {"forhold-relation": "confirms", "forhold-number": "4711"}
    told = client.post(address, elsewhere, follow=True).content.decode()
    assert "Det andre svaret finnes ikke" in told


def test_kinds_are_corrected_and_counted_on_the_hearing_s_page(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    row = register.of_consultation(arrived.id)[0]
    client = signed_in(staff.caseworker)
    before = client.get(f"{ROOT}horinger/{arrived.slug}/").content.decode()
    assert "som varsler svar senere" not in before
    assert _post(client, f"{standing_of(row)}slag/", **{"slag-kinds": "will-come"}) == 302
    page = client.get(f"{ROOT}horinger/{arrived.slug}/").content.decode()
    assert "som varsler svar senere" in page
    assert _post(client, f"{standing_of(row)}slag/", **{"slag-kinds": "rubbish"}) == 422


def test_only_a_lead_says_that_it_was_in_time_and_why(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    scene.hand_in(arrived, "sent.txt", b"Vi er for sene.", sender="Moen kommune", days=20)
    run_until_idle()
    late = next(row for row in register.of_consultation(arrived.id) if row.late)
    address = f"{standing_of(late)}frist/"
    sent = {"frist-late": "nei", "frist-reason": "Serveren hadde den i tide."}
    assert _post(signed_in(staff.caseworker), address, **sent) == 403
    client = signed_in(staff.lead)
    assert _post(client, address, **{"frist-late": "nei"}) == 422
    assert _post(client, address, **sent) == 302
    assert not register.by_id(late.id).late
    assert "Serveren hadde den i tide." in client.get(standing_of(late)).content.decode()
    assert _post(client, address, angre="1") == 302
    assert register.by_id(late.id).late


@pytest.mark.parametrize("name", [
    "Kommunedirektøren i Drammen", "Ordfører i Bergen", "Drammen kommune postmottak",
    "Fylkesordføreren i Rogaland", "Styret i Norsk forening", "Drammen", "Oslo kommune Helseetaten",
])  # fmt: skip
def test_why_a_name_means_a_body_has_words(name: str) -> None:
    meant = meant_by(name)
    assert meant is not None
    with translation.override("nb"):
        assert ground(meant.ground) != meant.ground
        assert ground(f"but named in the mail's From: {name}") == f"men e-posten er sendt av {name}"
