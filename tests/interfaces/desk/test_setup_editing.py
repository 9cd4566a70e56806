"""A caseworker writes a hearing page by page; nothing that is typed is lost."""

from __future__ import annotations

from typing import Any

import pytest

from innspill.stages.consultations import actions
from innspill.stages.consultations.core.definition import Definition, Group, Member
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import address, draft, filled, now_is
from tests.stages.conftest import NOW, Staff

PAGES = (
    "", "om/", "kontakt/", "dokumenter/", "sporsmal/", "sporsmal/1/", "sporsmal/nytt/skala/",
    "frist/", "ordliste/", "kontroll/", "forhandsvisning/", "forhandsvisning/skjema/?sprak=nn",
    "forhandsvisning/word/?sprak=en", "forlengelser/", "logg/",
)  # fmt: skip
FORMS = ("om/", "kontakt/", "sporsmal/1/", "frist/", "ordliste/")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_read_by_readers_and_hidden_from_others(
    staff: Staff, signed_in: SignIn, page: str
) -> None:
    draft(staff)
    assert signed_in(staff.reader).get(address(page)).status_code == 200
    assert signed_in(staff.stranger).get(address(page)).status_code == 404
    assert signed_in(staff.administrator).get(address(page)).status_code == 403


@pytest.mark.parametrize("page", FORMS)
def test_saving_a_page_as_it_stands_changes_nothing(
    staff: Staff, signed_in: SignIn, page: str
) -> None:
    before = draft(staff).definition
    client = signed_in(staff.caseworker)
    answer = client.post(address(page), filled(client, address(page), lagre=""))
    assert answer.status_code == 302
    after = now_is().definition
    assert _told(after) == _told(before)


def _told(definition: Definition) -> dict[str, Any]:
    """The definition, where free text is the same whichever of its two names it has."""
    questions = [
        one.model_copy(update={"kind": "choice" if one.kind == "text" else one.kind})
        for one in definition.questions
    ]
    return definition.model_copy(update={"questions": tuple(questions)}).model_dump()


def test_a_reader_saves_nothing(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.reader)
    sent = filled(signed_in(staff.caseworker), address("om/"), title_nb="Ny")
    assert client.post(address("om/"), sent).status_code == 403


def test_a_page_is_written_in_three_languages(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    sent = filled(
        client,
        address("om/"),
        title_nb="Ny tittel",
        title_nn="Ny  tittel\r\npå nynorsk",
        **{"sections-0-body_nb": "Først.\r\n\r\nSå:\r\n- en\r\n- to", "lagre": ""},
    )
    client.post(address("om/"), sent)
    written = now_is().definition
    assert written.title["nb"] == "Ny tittel"
    assert written.title["nn"] == "Ny tittel på nynorsk"
    assert [text.get("nb") for text in written.sections[0].paragraphs] == [
        "Først.", "Så:", "• en", "• to",
    ]  # fmt: skip


def test_sections_are_put_in_order_removed_and_added(staff: Staff, signed_in: SignIn) -> None:
    first, second = draft(staff).definition.sections[:2]
    client = signed_in(staff.caseworker)
    more = client.post(address("om/"), filled(client, address("om/"), mer="sections"))
    assert more.status_code == 200
    assert b"sections-2-heading_nb" in more.content
    sent = filled(client, address("om/"), lagre="")
    sent |= {
        "sections-TOTAL_FORMS": "3",
        "sections-0-ORDER": "2",
        "sections-1-ORDER": "1",
        "sections-2-heading_nb": "Helt ny",
        "sections-2-ORDER": "3",
    }
    client.post(address("om/"), sent)
    assert [section.heading["nb"] for section in now_is().definition.sections] == [
        second.heading["nb"], first.heading["nb"], "Helt ny",
    ]  # fmt: skip
    client.post(
        address("om/"), filled(client, address("om/"), **{"sections-0-DELETE": "on", "lagre": ""})
    )
    assert now_is().definition.sections[0].heading == first.heading


def test_a_row_is_added_without_losing_what_is_typed(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    sent = filled(client, address("om/"), title_nb="Ikke lagret ennå", mer="groups")
    answer = client.post(address("om/"), sent).content.decode()
    assert "Ikke lagret ennå" in answer
    assert "error-summary" not in answer
    assert now_is().definition.title["nb"] != "Ikke lagret ennå"


def test_what_is_wrong_is_said_and_what_is_typed_stays(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    sent = filled(client, address("kontakt/"), email="ikke en adresse", role="Rådgiver", lagre="")
    answer = client.post(address("kontakt/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "E-post: skriv en hel adresse" in page
    assert 'href="#id_email"' in page
    assert "ikke en adresse" in page


def test_two_who_write_the_same_page_see_both_texts(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    mine = filled(client, address("om/"), title_nb="Min tittel", lagre="")
    theirs = filled(client, address("om/"), title_nb="Deres tittel", lagre="")
    client.post(address("om/"), theirs)
    answer = client.post(address("om/"), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Noen andre lagret mens du skrev" in page
    assert "Min tittel" in page
    assert "Deres tittel" in page
    assert now_is().definition.title["nb"] == "Deres tittel"


def test_two_who_write_different_pages_do_not_disturb_each_other(
    staff: Staff, signed_in: SignIn
) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    about = filled(client, address("om/"), title_nb="Ny tittel", lagre="")
    contact = filled(client, address("kontakt/"), name="Kari Nord", lagre="")
    assert client.post(address("om/"), about).status_code == 302
    assert client.post(address("kontakt/"), contact).status_code == 302
    written = now_is().definition
    assert written.title["nb"] == "Ny tittel"
    assert written.contact is not None
    assert written.contact.name == "Kari Nord"


def test_an_event_has_its_recording_and_slides(staff: Staff, signed_in: SignIn) -> None:
    draft(staff, events=())
    client = signed_in(staff.caseworker)
    event = {
        "events-0-title_nb": "Webinar",
        "events-0-starts": "2026-05-04T10:00",
        "events-0-links": "Opptak https://etat.example/film\r\nLysark kommer",
        "lagre": "",
    }
    client.post(address("kontakt/"), filled(client, address("kontakt/"), **event))
    written = now_is().definition.events[0]
    assert written.starts is not None
    assert written.starts.isoformat() == "2026-05-04T10:00:00"
    assert written.links[0].address == "https://etat.example/film"
    assert written.materials == ({"nb": "Lysark kommer"},)
    wrong = filled(
        client, address("kontakt/"), **{"events-0-links": "Opptak https://", "lagre": ""}
    )
    assert "ikke en hel adresse" in client.post(address("kontakt/"), wrong).content.decode()


def test_after_the_opening_a_change_that_bends_answers_is_refused_in_words(
    staff: Staff, signed_in: SignIn
) -> None:
    edited = draft(staff)
    actions.publish(edited.hearing.id, at=None, by=staff.lead, now=NOW)
    client = signed_in(staff.caseworker)
    sent = filled(client, address("sporsmal/1/"), **{"choices-0-DELETE": "on", "lagre": ""})
    page = client.post(address("sporsmal/1/"), sent)
    assert page.status_code == 422
    assert "Svarvalg fjernet" in page.content.decode()
    assert "noen kan ha svart" in page.content.decode()


def test_pages_ask_as_few_queries_for_many_as_for_few(
    staff: Staff, signed_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    edited = draft(staff)
    question = edited.definition.questions[0]
    many = edited.definition.model_copy(
        update={
            "questions": tuple(question.model_copy(update={"id": str(n)}) for n in range(1, 41)),
            "bodies": (
                Group(name="Alle", members=tuple(Member(name=f"Instans {n}") for n in range(43))),
            ),
        }
    )
    actions.save(edited.hearing.id, many, based_on=edited.revision, by=staff.caseworker, now=NOW)
    client = signed_in(staff.caseworker)
    for page in PAGES:
        with django_assert_max_num_queries(22):
            client.get(address(page))
