"""Who signs for a body, and what may be personal, is noted at the desk: shown unless somebody there says otherwise."""

from __future__ import annotations

from lxml import html as lxml_html

from innspill.pipeline.work import run_until_idle
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from innspill.stages.publication import waiting
from innspill.stages.publication.core.values import MASK
from innspill.stages.publication.looking import LookedAt, looked_at
from tests.interfaces import scene
from tests.stages.conftest import Staff

from .conftest import SignIn
from .test_publishing import ROOT, form_of

STORY = "Mannen min har demens.\n\nKirkebakken er fire meter bred.\n\nPlanen er god.\n"
LETTER = "Granmo kommune støtter planen.\n\nMed hilsen\n\nSolveig Hagen\nrådgiver\n"


def handed_in(
    hearing: ConsultationShown, staff: Staff, letter: str = LETTER, sender: str = "Granmo kommune"
) -> LookedAt:
    scene.hand_in(hearing, "svar.txt", letter.encode(), sender=sender)
    run_until_idle()
    rows = waiting.all_states(hearing.slug, owners_of(staff.lead))
    found = looked_at(hearing.slug, max(row.response.number for row in rows), owners_of(staff.lead))
    assert found is not None
    return found


def test_who_signs_for_a_body_is_noted_and_the_response_goes_out_with_the_name(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    found = handed_in(arrived, staff)
    number = found.publication.response.number
    assert (found.publication.state, found.publication.outcome) == ("published", "clean")
    assert found.held == 0
    assert [each.words for text in found.texts for each in text.marked] == ["Solveig Hagen"]
    shown = publication.public_response(arrived.slug, number)
    assert shown is not None
    assert "Solveig Hagen" in str(shown.response)
    page = signed_in(staff.reader).get(f"{ROOT}{arrived.slug}/{number}/").content.decode()
    assert 'class="noted"><a' in page
    assert "Navnet vises hvis ingen sier noe annet." in page
    assert "data-withhold" not in page  # who only reads may withhold nothing
    assert "0 steder er merket" in page


def test_a_noted_name_is_withheld_by_a_button_with_ground_and_reason_and_noted_again_when_undone(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    number = handed_in(arrived, staff).publication.response.number
    client, address = signed_in(staff.caseworker), f"{ROOT}{arrived.slug}/{number}/"
    answer = client.post(f"{address}merk/", form_of(client, address, "word") | {"word": "withhold"})
    assert answer["Location"] == f"{address}#sted-1"
    shown = publication.public_response(arrived.slug, number)
    assert shown is not None
    assert "Hagen" not in str(shown.response)
    assert MASK in str(shown.response)
    page = client.get(address).content.decode()
    assert "Navnet til den som skriver under, trengs ikke for å forstå svaret." in page
    assert 'class="held person"><a' in page
    assert 'class="noted"><a' not in page
    client.post(f"{address}merk/angre/", form_of(client, address, "mark"))
    assert 'class="noted"><a' in client.get(address).content.decode()


def test_who_met_makes_the_response_wait_and_who_signs_is_only_noted(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    letter = LETTER.replace("Med hilsen", "Til stede: Kari Moen, Xela Ytterhorn.\n\nMed hilsen")
    found = handed_in(arrived, staff, letter)
    said = [(each.words, each.doubtful, each.noted) for text in found.texts for each in text.marked]
    assert said == [
        ("Kari Moen", True, False),
        ("Xela Ytterhorn", True, False),
        ("Solveig Hagen", False, True),
    ]
    assert found.publication.state == "waiting"
    assert found.still_shown("solveig hagen")
    page = signed_in(staff.lead).get(f"{ROOT}{arrived.slug}/{found.publication.response.number}/")
    assert page.content.decode().count("data-span") == len(said)


def test_what_may_be_personal_in_a_private_persons_story_is_noted_and_withheld_by_a_button(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    found = handed_in(arrived, staff, STORY, sender="Kari Nordmann")
    assert found.publication.state == "waiting"
    marked = {each.words: each for text in found.texts for each in text.marked}
    assert marked["Mannen min har demens."].noted is False
    noted = marked["Kirkebakken"]
    assert noted.noted is True
    assert "Planen er god." not in marked
    client = signed_in(staff.caseworker)
    address = f"{ROOT}{arrived.slug}/{found.publication.response.number}/"
    page = client.get(address).content.decode()
    assert 'class="noted perhaps"><a' in page
    assert "Det vises hvis ingen sier noe annet." in page
    (place,) = lxml_html.fromstring(page).xpath(f"//*[@id='sted-{noted.nr}']//form")
    fields = {name: value or "" for name, value in place.form_values()}
    client.post(f"{address}merk/", fields | {"word": "withhold"})
    page = client.get(address).content.decode()
    assert "Det forteller noe om en person, og trengs ikke for å forstå svaret." in page
    assert 'class="noted perhaps"><a' not in page
