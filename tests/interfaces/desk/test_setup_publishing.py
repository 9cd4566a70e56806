"""What must be mended is named where it is mended; a lead opens, announces and moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from innspill.stages.consultations import actions, queries
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import SLUG, address, draft, filled, now_is
from tests.stages.conftest import NOW, Staff


def test_what_must_be_mended_is_named_with_a_link(staff: Staff, signed_in: SignIn) -> None:
    draft(staff, summary={"nb": "Bare bokmål"}, deadline=None)
    client = signed_in(staff.lead)
    page = client.get(address("kontroll/")).content.decode()
    assert "Fristen mangler." in page
    assert f'href="{address("om/")}"' in page
    answer = client.post(address("kontroll/"), {"when": "now"})
    assert answer.status_code == 422
    assert "Rett det som må på plass først." in answer.content.decode()
    assert now_is().hearing.status == "draft"


def test_a_lead_opens_and_the_public_sees_it(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.lead)
    answer = client.post(address("kontroll/"), {"when": "now"}, follow=True)
    assert "Høringen er åpen." in answer.content.decode()
    assert client.get(f"/horinger/{SLUG}/").status_code == 200


@pytest.mark.parametrize("thought_of", [None, date(2025, 9, 1)])
def test_a_draft_is_held_to_the_day_on_which_it_really_opens(
    staff: Staff, signed_in: SignIn, thought_of: date | None
) -> None:
    soon = NOW.date() + timedelta(days=20)
    draft(staff, opens=thought_of, deadline=soon, short_reason={})
    client = signed_in(staff.lead)
    assert (
        "Fristen er 20 dager etter at høringen åpner."
        in client.get(address("kontroll/")).content.decode()
    )
    assert client.post(address("kontroll/"), {"when": "now"}).status_code == 422
    assert now_is().hearing.status == "draft"


def test_the_day_chosen_for_the_opening_is_the_one_that_is_checked(
    staff: Staff, signed_in: SignIn
) -> None:
    draft(staff, opens=None, deadline=NOW.date() + timedelta(days=100), short_reason={})
    late = (NOW + timedelta(days=80)).strftime("%Y-%m-%dT08:00")
    answer = signed_in(staff.lead).post(address("kontroll/"), {"when": "later", "at": late})
    assert answer.status_code == 422
    assert "Fristen er 20 dager etter at høringen åpner." in answer.content.decode()
    assert now_is().publish_at is None


def test_a_caseworker_opens_nothing(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    assert "En leder publiserer" in client.get(address("kontroll/")).content.decode()
    assert client.post(address("kontroll/"), {"when": "now"}).status_code == 403


def test_a_lead_lets_it_open_by_itself_and_calls_it_off(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.lead)
    past = client.post(address("kontroll/"), {"when": "later", "at": "2026-03-01T08:00"})
    assert "ikke er passert" in past.content.decode()
    page = client.post(
        address("kontroll/"), {"when": "later", "at": "2026-04-07T08:00"}, follow=True
    ).content.decode()
    assert "åpner av seg selv 7. april 2026 kl. 08.00" in page
    assert now_is().publish_at is not None
    client.post(address("avlys/"))
    assert now_is().publish_at is None


def test_changes_wait_until_a_lead_announces_them_with_a_note(
    staff: Staff, signed_in: SignIn
) -> None:
    edited = draft(staff)
    actions.publish(edited.hearing.id, at=None, by=staff.lead, now=NOW)
    client = signed_in(staff.lead)
    sent = filled(client, address("om/"), title_nb="Rettet", title_nn="Retta", lagre="")
    client.post(address("om/"), sent)
    page = client.get(address("kontroll/")).content.decode()
    assert "Tittelen er endret: «Rettet»" in page
    without = client.post(address("kontroll/"), {"note_nb": "Vi rettet en feil."})
    assert "skriv den også på nynorsk" in without.content.decode()
    assert "Vi rettet en feil." in without.content.decode()
    client.post(
        address("kontroll/"), {"note_nb": "Vi rettet en feil.", "note_nn": "Vi retta ein feil."}
    )
    assert "Rettet" in client.get(f"/horinger/{SLUG}/").content.decode()
    log = client.get(address("logg/")).content.decode()
    assert "Utgave 2" in log
    assert "Endring kunngjort" in log


def test_changes_may_be_thrown_away(staff: Staff, signed_in: SignIn) -> None:
    edited = draft(staff)
    actions.publish(edited.hearing.id, at=None, by=staff.lead, now=NOW)
    client = signed_in(staff.caseworker)
    client.post(address("om/"), filled(client, address("om/"), title_nb="Rettet", lagre=""))
    assert now_is().unannounced
    client.post(address("forkast/"))
    assert not now_is().unannounced


def test_the_deadline_is_moved_for_all_and_for_one(staff: Staff, signed_in: SignIn) -> None:
    edited = draft(staff)
    actions.publish(edited.hearing.id, at=None, by=staff.lead, now=NOW)
    body = queries.bodies_of(edited.hearing.id)[0][0]
    client = signed_in(staff.lead)
    note = {"note_nb": "Flere ba om mer tid.", "note_nn": "Fleire bad om meir tid."}
    wrong = client.post(address("forlengelser/"), {"gjelder": "alle", "day": "2026-09-01", **note})
    assert "dette er fristen allerede" in wrong.content.decode()
    client.post(address("forlengelser/"), {"gjelder": "alle", "day": "2026-09-20", **note})
    assert now_is().definition.deadline == date(2026, 9, 20)
    one = {
        "gjelder": "en",
        "instans-body": str(body),
        "instans-word": "grant",
        "instans-last_day": "2026-09-10",
        "instans-reason": "Kommunestyret møtes sent.",
    }
    early = client.post(address("forlengelser/"), one).content.decode()
    assert "den må være etter fristen for alle" in early
    assert "Kommunestyret møtes sent." in early
    client.post(address("forlengelser/"), one | {"instans-last_day": "2026-10-01"})
    assert queries.extended_to(body) == date(2026, 10, 1)


def test_a_lead_sets_the_phase_by_hand(staff: Staff, signed_in: SignIn) -> None:
    edited = draft(staff)
    actions.publish(edited.hearing.id, at=None, by=staff.lead, now=NOW)
    client = signed_in(staff.lead)
    for phase in ("closed", "assessment"):
        client.post(address("fase/"), {"fase": phase})
        assert now_is().hearing.status == phase
    # Only deciding knows whether anything is left: it finishes, and nobody does so here.
    client.post(address("fase/"), {"fase": "finished"})
    assert now_is().hearing.status == "assessment"
    client.post(address("fase/"), {"fase": "draft"})
    assert now_is().hearing.status == "assessment"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_preview_shows_what_is_saved_and_not_public(
    staff: Staff, signed_in: SignIn, language: str
) -> None:
    edited = draft(staff)
    client = signed_in(staff.caseworker)
    title = edited.definition.title[language]  # type: ignore[index]
    page = client.get(address(f"forhandsvisning/?sprak={language}")).content.decode()
    assert title in page
    form = client.get(address(f"forhandsvisning/skjema/?sprak={language}")).content.decode()
    assert edited.definition.questions[0].text[language] in form  # type: ignore[index]
    word = client.get(address(f"forhandsvisning/svarskjema.docx?sprak={language}"))
    assert word.content[:2] == b"PK"


def test_the_front_page_says_what_comes_next_for_a_draft(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    check = address("kontroll/")
    for who, said in ((staff.lead, "se over og publiser"), (staff.caseworker, "be en leder")):
        page = signed_in(who).get("/saksbehandling/").content.decode()
        assert said in page
        assert check in page
    draft(staff, case_number="26/78", deadline=date(2020, 1, 1), opens=None)
    page = signed_in(staff.lead).get("/saksbehandling/").content.decode()
    assert "rett det som må på plass" in page


def test_after_moving_the_deadline_the_letter_about_it_is_one_press_away(
    staff: Staff, signed_in: SignIn
) -> None:
    shown = draft(staff)
    actions.publish(shown.hearing.id, at=None, by=staff.lead, now=NOW)
    client = signed_in(staff.lead)
    given = {
        "gjelder": "alle", "day": "2026-10-01",
        "note_nb": "Flere trengte tid.", "note_nn": "Fleire trong tid.",
    }  # fmt: skip
    page = client.post(address("forlengelser/"), given, follow=True).content.decode()
    assert 'id="si-fra"' in page
    assert f"/horinger/{SLUG}/instanser/brev/change/" in page
