"""The desk's pages where points are decided on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html

from innspill.shared.people.queries import owners_of
from innspill.stages.analysis import actions as analysis
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.deciding.models import Claim, Closing
from innspill.stages.deciding.queries import DecidedRow
from tests.stages.conftest import NOW, Staff
from tests.stages.deciding_words import decide_on

from .conftest import SignIn

ROOT = "/saksbehandling/horinger/25-1734/vurdering/"
SAID = {"outcome": "partly-followed", "reason": "Fristen flyttes.", "save": "1"}


@pytest.fixture
def rows(arrived: ConsultationShown, staff: Staff) -> Callable[[], list[DecidedRow]]:
    return lambda: deciding.decided(arrived.slug, owners_of(staff.lead))


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(lxml_html.fromstring(answer.content.decode()).text_content().split())


def test_a_number_that_no_comment_can_have_is_not_found(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    for scope in ("merknad", "like"):
        assert client.get(f"{ROOT}{scope}/{2**63}/").status_code == 404


def test_one_comment_is_decided_and_the_next_that_is_left_comes(
    rows: Callable[[], list[DecidedRow]], staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    first, second = rows()[:2]
    address = f"{ROOT}merknad/{first.comment.id}/"
    assert client.post(address, {"save": "1", "outcome": "noted"}).status_code == 422
    change = {"place": "chapter 5", "old": "Innen 2028.", "new": "Innen 2030."}
    onward = client.post(address, {**SAID, **change, "responsible": "Seksjon A"})["Location"]
    assert onward.startswith(f"{ROOT}merknad/{second.comment.id}/")
    page = text_of(client, address)
    assert "Fristen flyttes." in page
    assert "Seksjon A" in page
    assert "Tas ut: 2028" in page
    assert "Settes inn: 2030" in page
    listed = text_of(client, f"{ROOT}endringer/")
    assert "Kapittel 5" in listed
    assert first.comment.reference in listed
    # The same again, by one button, for the next; and by the list's for one more.
    client.post(onward, {"again": "1"})
    third = rows()[2]
    client.post(f"{ROOT}merknader/", {"again": f"{third.comment.id}:"})
    now = [row.disposition.reason if row.disposition else "" for row in rows()[:4]]
    assert now == ["Fristen flyttes."] * 3 + [""]


def test_who_comes_second_is_told_and_keeps_what_was_typed(
    rows: Callable[[], list[DecidedRow]], staff: Staff, signed_in: SignIn
) -> None:
    row = rows()[0]
    address = f"{ROOT}merknad/{row.comment.id}/"
    decide_on([row.comment.id], by=staff.lead, reason="Lederens ord.")
    client = signed_in(staff.caseworker)
    answer = client.post(address, {**SAID, "seen": ""})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lederens ord." in page
    form = lxml_html.fromstring(page).get_element_by_id("vurdering")
    assert form.fields["reason"].strip() == "Fristen flyttes."
    assert form.fields["outcome"] == "partly-followed"
    seen = form.fields["seen"]
    (lost,) = re.findall(r'name="prefer" value="(\d+)"', page)
    assert "Bruk min tekst" in page
    # On the other's page of the list it is said as well, and either may choose.
    assert "To har vurdert samtidig" in text_of(client, f"{ROOT}merknader/?utfall=strid")
    client.post(address, {"prefer": lost, "seen": seen})
    now = rows()[0]
    assert now.disposition is not None
    assert now.disposition.reason == "Fristen flyttes."
    assert not now.lost


def test_many_are_decided_at_once_and_those_that_others_took_stay_in_the_form(
    rows: Callable[[], list[DecidedRow]], staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    chosen = [row.comment.id for row in rows()[:3]]
    address = f"{ROOT}merknader/?utfall=gjenstar"
    sent: dict[str, Any] = {"chosen": [f"{pk}:" for pk in chosen], "outcome": "noted"}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert refused.content.decode().count(" checked>") >= len(chosen), "what was ticked stays so"
    sent["reason"] = "Tas med videre."
    assert client.post(address, {**sent, "chosen": ["99999:"]}).status_code == 422
    decide_on(chosen[:1], by=staff.lead, reason="Lederens ord.")
    met = client.post(address, sent)
    assert met.status_code == 409
    assert "Tas med videre." in met.content.decode()
    assert "2 merknader er vurdert. 1 hadde noen andre vurdert imens." in met.content.decode()
    now = [row.disposition.reason if row.disposition else "" for row in rows()[:3]]
    assert now == ["Lederens ord.", "Tas med videre.", "Tas med videre."]
    rest = {**sent, "chosen": [f"{row.comment.id}:" for row in rows()[3:]]}
    assert client.post(address, rest)["Location"].endswith("?utfall=gjenstar")
    assert "Ingen merknader gjenstår i det du valgte." in text_of(client, address)


def test_what_was_typed_stays_where_the_hearing_was_finished_meanwhile(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client, pk = signed_in(staff.caseworker), rows()[0].comment.id
    Closing.objects.create(consultation_id=arrived.id, by=staff.lead, at=NOW)
    for address, sent in (
        (f"{ROOT}merknad/{pk}/", SAID),
        (f"{ROOT}merknader/", {**SAID, "chosen": [f"{pk}:"]}),
    ):
        answer = client.post(address, sent)
        assert answer.status_code == 422
        assert "Høringen er ferdig behandlet." in answer.content.decode()
        assert "Fristen flyttes." in answer.content.decode()
    assert not rows()[0].disposition
    # Who comes afterwards is told that all is locked, and has no form to write in for nothing.
    for address in (f"{ROOT}merknad/{pk}/", f"{ROOT}merknader/"):
        page = client.get(address).content.decode()
        assert "det som er bestemt, er låst" in page
        assert "data-save" not in page
    assert not Claim.objects.filter(target=rows()[0].comment.fingerprint).exists()


def test_a_theme_is_decided_once_and_one_of_it_goes_its_own_way(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client, by = signed_in(staff.caseworker), staff.caseworker
    theme = analysis.make_theme(arrived.id, label="Frister", by=by, now=NOW)
    ids = [row.comment.id for row in rows()[:3]]
    analysis.label_many(ids, kind="theme", value=str(theme), by=by, now=NOW)
    address = f"{ROOT}tema/{theme}/"
    client.post(address, SAID)
    assert text_of(client, address).count("sagt om temaet") >= 3
    board = text_of(client, ROOT)
    assert "Frister Delvis tatt til følge" in board
    one = f"{ROOT}merknad/{ids[0]}/"
    client.post(one, {"open": "1", "seen": "", "tilbake": address})
    assert [bool(row.disposition) for row in rows()[:3]] == [False, True, True]
    assert "Behandles for seg" in text_of(client, address)
    seen = rows()[0].seen
    client.post(one, {"inherits": "1", "seen": str(seen), "tilbake": address})
    assert [bool(row.disposition) for row in rows()[:3]] == [True, True, True]
    assert "Sagt om temaet" in text_of(client, one)


def test_saving_a_theme_leads_to_the_next_in_which_something_is_left_and_then_to_the_board(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client, by = signed_in(staff.caseworker), staff.caseworker
    ids = [row.comment.id for row in rows()]
    large, small = (analysis.make_theme(arrived.id, label=each, by=by, now=NOW) for each in "AB")
    analysis.label_many(ids[:3], kind="theme", value=str(large), by=by, now=NOW)
    analysis.label_many(ids[3:4], kind="theme", value=str(small), by=by, now=NOW)
    others = deciding.board(arrived.slug, owners_of(staff.lead), "theme").rows
    decide_on(ids[4:], by=staff.lead, reason="Lederens ord.")
    assert len(others) >= 2
    onward = client.post(f"{ROOT}tema/{large}/", SAID)["Location"]
    assert onward == f"{ROOT}tema/{small}/"
    assert "Vurderingen av «A» er lagret." in text_of(client, onward)
    assert client.post(onward, SAID)["Location"] == f"{ROOT}?etter=tema"
    # One that is opened again is led to from the other, and the board's first comes after its last.
    assert client.post(onward, {"open": "1", "seen": _seen(client, onward)}).status_code == 302
    assert (
        client.post(
            f"{ROOT}tema/{large}/", {**SAID, "seen": _seen(client, f"{ROOT}tema/{large}/")}
        )["Location"]
        == onward
    )


def _seen(client: Client, address: str) -> str:
    form = lxml_html.fromstring(client.get(address).content.decode()).get_element_by_id("vurdering")
    return str(form.fields["seen"])


def test_what_is_said_of_a_theme_tells_how_many_do_not_follow_it_and_takes_nothing_from_them(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client, by = signed_in(staff.caseworker), staff.caseworker
    theme = analysis.make_theme(arrived.id, label="Frister", by=by, now=NOW)
    ids = [row.comment.id for row in rows()[:3]]
    analysis.label_many(ids, kind="theme", value=str(theme), by=by, now=NOW)
    decide_on(ids[:1], by=staff.lead, reason="Lederens ord.")
    address = f"{ROOT}tema/{theme}/"
    page = lxml_html.fromstring(client.get(address).content.decode())
    (decided,) = page.xpath(f"//*[@id='merknad-{ids[0]}']")
    assert "Behandles for seg" in decided.text_content()
    assert not decided.xpath(".//button"), "what is decided is not taken back from here"
    client.post(address, SAID)
    said = text_of(client, address)
    assert "1 av 3 merknader følger den ikke" in said
    assert rows()[0].disposition is not None
    assert rows()[0].disposition.reason == "Lederens ord."
    (decided,) = lxml_html.fromstring(client.get(address).content.decode()).xpath(
        f"//*[@id='merknad-{ids[0]}']"
    )
    assert decided.xpath(".//button/@name") == ["inherits"]


def test_a_standard_reason_is_fetched_and_a_like_one_is_offered(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client, by = signed_in(staff.caseworker), staff.caseworker
    client.post(f"{ROOT}begrunnelser/", {"title": "Rammen", "text": "Ligger utenfor rammen."})
    again = client.post(f"{ROOT}begrunnelser/", {"title": "Rammen", "text": "To ganger."})
    assert again.status_code == 422
    assert "To ganger." in again.content.decode()
    (reason,) = deciding.all_reasons(arrived.id)
    first, second = rows()[:2]
    address = f"{ROOT}merknad/{first.comment.id}/"
    fetched = client.post(
        address, {"fill_standard": "1", "standard": str(reason.id), "outcome": "outside"}
    ).content.decode()
    form = lxml_html.fromstring(fetched).get_element_by_id("vurdering")
    assert form.fields["reason"].strip() == "Ligger utenfor rammen."
    assert not rows()[0].disposition
    client.post(address, {**SAID, "standard": str(reason.id)})
    assert first.comment.reference in text_of(client, f"{ROOT}begrunnelser/{reason.id}/")
    theme = analysis.make_theme(arrived.id, label="Frister", by=by, now=NOW)
    both = [first.comment.id, second.comment.id]
    analysis.label_many(both, kind="theme", value=str(theme), by=by, now=NOW)
    offered = client.get(f"{ROOT}merknad/{second.comment.id}/").content.decode()
    (use,) = re.findall(r'name="use" value="(\d+)"', offered)
    form = lxml_html.fromstring(offered).get_element_by_id("vurdering")
    assert not form.fields["reason"].strip(), "nothing is filled in by itself"
    used = client.post(f"{ROOT}merknad/{second.comment.id}/", {"use": use}).content.decode()
    form = lxml_html.fromstring(used).get_element_by_id("vurdering")
    assert (form.fields["reason"].strip(), form.fields["outcome"]) == (
        "Fristen flyttes.", "partly-followed",
    )  # fmt: skip


def test_reasons_and_changes_that_others_reworded_are_not_overwritten(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, by = signed_in(staff.caseworker), staff.lead
    pk = actions.make_reason(arrived.id, title="Rammen", text="Før.", by=by, now=NOW)
    seen = deciding.all_reasons(arrived.id)[0].now.id
    actions.reword_reason(pk, seen=seen, title="Rammen", text="Deres.", by=by, now=NOW)
    mine = {"seen": str(seen), "title": "Rammen", "text": "Min."}
    met = client.post(f"{ROOT}begrunnelser/{pk}/", mine)
    assert met.status_code == 409
    assert "Deres." in met.content.decode()
    assert "Min." in met.content.decode()
    old = actions.make_change(arrived.id, ChangeSaid("chapter 5", "", "Før."), by=by, now=NOW)
    actions.reword_change(old, ChangeSaid("chapter 5", "", "Deres."), by=by, now=NOW)
    met = client.post(f"{ROOT}endringer/{old}/", {"place": "chapter 5", "new": "Min."})
    assert met.status_code == 409
    assert "Min." in met.content.decode()


@pytest.mark.parametrize("way", ["tema", "sporsmal", "sted", "like", "forslag", "avsender"])
def test_every_number_of_the_board_leads_to_as_many_comments(
    rows: Callable[[], list[DecidedRow]], staff: Staff, signed_in: SignIn, way: str
) -> None:
    decide_on([rows()[0].comment.id], by=staff.lead)
    client = signed_in(staff.reader)
    page = lxml_html.fromstring(client.get(f"{ROOT}?etter={way}").content.decode())
    links = page.xpath("//table[contains(@class,'board')]//td/a")
    assert links or way in {"like", "forslag"}
    for link in links[:12]:
        listed = text_of(client, link.get("href"))
        number = int(link.text_content())
        assert f" {number} merknad" in listed


def test_the_pages_ask_as_often_whatever_the_number_of_comments(
    arrived: ConsultationShown, rows: Callable[[], list[DecidedRow]], staff: Staff,
    signed_in: SignIn,
) -> None:  # fmt: skip
    client = signed_in(staff.caseworker)
    first = rows()[0]
    pages = (ROOT, f"{ROOT}merknader/", f"{ROOT}merknad/{first.comment.id}/")

    def asked() -> list[int]:
        numbers = []
        for page in pages:
            with CaptureQueriesContext(
                connection,
            ) as held:
                client.get(page)
            numbers.append(len(held))
        return numbers

    ids = [row.comment.id for row in rows()]
    theme = analysis.make_theme(arrived.id, label="Alt", by=staff.lead, now=NOW)
    analysis.label_many(ids, kind="theme", value=str(theme), by=staff.lead, now=NOW)
    decide_on(ids[:1], by=staff.lead)
    decide_on(ids[1:2], by=staff.lead, reason="Alle.")
    few = asked()
    decide_on(ids[2:], by=staff.lead, reason="Alle.")
    # What is whole is read where there is some: changes, readings; never row by row.
    assert max(many - one for many, one in zip(asked(), few, strict=True)) <= 4
    assert deciding.seen(arrived.id, [Target("comment", first.comment.fingerprint)])
