"""Questions are written, moved, copied and removed."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import Condition
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import address, draft, filled, now_is
from tests.stages.conftest import Staff


def _texts() -> list[str]:
    return [question.text["nb"] for question in now_is().definition.questions]


def test_buttons_move_a_question_and_number_them_anew(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    before = _texts()
    client = signed_in(staff.caseworker)
    client.post(address("sporsmal/3/flytt/"), {"retning": "opp"})
    assert _texts()[:3] == [before[0], before[2], before[1]]
    assert [question.id for question in now_is().definition.questions[:3]] == ["1", "2", "3"]
    client.post(address("sporsmal/2/flytt/"), {"retning": "ned"})
    assert _texts() == before


def test_dragging_presses_the_same_route(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    before = _texts()
    client = signed_in(staff.caseworker)
    answer = client.post(
        address("sporsmal/1/flytt/"), {"plass": "2"}, headers={"accept": "application/json"}
    )
    assert answer.json() == {"moved": True}
    assert _texts()[:3] == [before[1], before[2], before[0]]


def test_a_question_never_comes_before_the_one_it_depends_on(
    staff: Staff, signed_in: SignIn
) -> None:
    edited = draft(staff)
    first, second, *rest = edited.definition.questions
    only = Condition(question=first.id, choices=(first.choices[0].id,))
    draft(
        staff,
        case_number="26/78",
        questions=(first, second.model_copy(update={"condition": only}), *rest),
    )
    client = signed_in(staff.caseworker)
    for page, sent in (("sporsmal/2/flytt/", {"retning": "opp"}), ("sporsmal/1/fjern/", {})):
        answer = client.post(address(page, "26-78"), sent, follow=True)
        assert "må stå etter det" in answer.content.decode()
    assert now_is("26-78").definition.questions[1].condition == only


def test_a_question_is_copied_and_removed(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    before = _texts()
    client = signed_in(staff.caseworker)
    client.post(address("sporsmal/1/kopier/"))
    assert _texts()[:2] == [before[0], before[0]]
    client.post(address("sporsmal/2/fjern/"))
    assert _texts() == before


def test_a_ready_made_question_comes_with_its_boxes(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    page = address("sporsmal/nytt/skala/")
    empty = client.post(page, filled(client, page, lagre=""))
    assert "Spørsmål: skriv hva dere vil vite." in empty.content.decode()
    sent = filled(client, page, text_nb="Hvor enig er du?", text_nn="Kor einig er du?", lagre="")
    assert client.post(page, sent).status_code == 302
    added = now_is().definition.questions[-1]
    assert (added.kind, len(added.choices)) == ("scale", 5)
    assert added.id == str(len(now_is().definition.questions))
    assert {choice.effect for choice in added.choices} == {"supports", "neutral", "criticises"}


def test_a_box_says_what_a_tick_means(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    page = address("sporsmal/1/")
    sent = filled(
        client,
        page,
        **{
            "choices-TOTAL_FORMS": "4",
            "choices-0-effect": "criticises",
            "choices-3-text_nb": "Vet ikke",
            "choices-3-effect": "neutral",
            "lagre": "",
        },
    )
    client.post(page, sent)
    choices = now_is().definition.questions[0].choices
    assert choices[0].effect == "criticises"
    assert (choices[3].id, choices[3].text) == ("vet-ikke", {"nb": "Vet ikke"})


def test_free_text_has_no_boxes_and_boxes_are_never_alone(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    page = address("sporsmal/1/")
    with_boxes = client.post(page, filled(client, page, kind="text", lagre=""))
    assert "fjern dem, eller velg avkryssing" in with_boxes.content.decode()
    gone = {f"choices-{n}-DELETE": "on" for n in range(3)}
    alone = client.post(page, filled(client, page, kind="choice", lagre="", **gone))
    assert "skriv minst to" in alone.content.decode()


def test_a_condition_names_answers_to_one_earlier_question(staff: Staff, signed_in: SignIn) -> None:
    draft(staff)
    client = signed_in(staff.caseworker)
    page = address("sporsmal/3/")
    sent = filled(client, page, lagre="") | {"only_if": ["1/yes", "2/yes"]}
    assert "bare ett spørsmål" in client.post(page, sent).content.decode()
    client.post(page, sent | {"only_if": ["1/yes", "1/no"]})
    assert now_is().definition.questions[2].condition == Condition(
        question="1", choices=("yes", "no")
    )


def test_what_a_careful_reader_remarks_on_stands_beside_the_question(
    staff: Staff, signed_in: SignIn
) -> None:
    edited = draft(staff)
    leading = edited.definition.questions[0].model_copy(
        update={"text": {"nb": "Er dere enige i at forslaget er bra?", "nn": "Er de einige i det?"}}
    )
    draft(staff, case_number="26/78", questions=(leading, *edited.definition.questions[1:]))
    page = signed_in(staff.caseworker).get(address("sporsmal/1/", "26-78")).content.decode()
    assert "legger svaret i munnen på folk" in page


def test_saving_a_question_leads_to_the_next_and_the_last_to_the_list(
    staff: Staff, signed_in: SignIn
) -> None:
    ids = [one.id for one in draft(staff).definition.questions]
    client = signed_in(staff.caseworker)
    here = address(f"sporsmal/{ids[0]}/")
    onwards = client.post(here, filled(client, here) | {"neste": ""})
    assert onwards["Location"] == address(f"sporsmal/{ids[1]}/")
    last = address(f"sporsmal/{ids[-1]}/")
    home = client.post(last, filled(client, last) | {"neste": ""})
    assert home["Location"] == address("sporsmal/")
