"""Ledger, finish and follow-up at the desk: what a person sees, presses and takes home."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html
from openpyxl import load_workbook

from innspill.shared.people.queries import owners_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.measures import MeasureSaid
from innspill.stages.deciding.core.values import Target
from tests.stages.conftest import NOW, Staff
from tests.stages.deciding_words import decide_on

from .conftest import SignIn

FORMULA = '=HYPERLINK("http://x.example","Klikk")'


def to(name: str, hearing: ConsultationShown, *more: object) -> str:
    return reverse(f"desk:{name}", args=[hearing.slug, *more])


def words(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return " ".join(lxml_html.fromstring(answer.content.decode()).text_content().split())


def add(hearing: ConsultationShown, staff: Staff, name: str = "Vaktordning", **more: object) -> int:
    said = MeasureSaid(name, **more)  # type: ignore[arg-type]
    return actions.add_measure(hearing.id, said, by=staff.caseworker, now=NOW)


def form_of(number: int, hearing: ConsultationShown, **changed: str) -> dict[str, str]:
    opened = queries.measure(number, [hearing.owner_id])  # type: ignore[list-item]
    assert opened is not None
    kept = {"name": opened.now.name, "status": opened.now.status, "seen": str(opened.now.version)}
    return kept | changed


def test_every_number_of_the_ledger_leads_to_a_page(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    page = lxml_html.fromstring(client.get(to("ledger", arrived)).content.decode())
    lists = "//dl[@class='deciding-sums'] | //ul[@class='hindrances']"
    addresses = {link.get("href") for each in page.xpath(lists) for link in each.iter("a")}
    assert len(addresses) > 15
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_what_is_left_and_what_is_decided_lead_to_so_many_comments(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    remarks = [
        row for row in analysis.comments(arrived.slug, owners_of(staff.lead)) if row.is_remark
    ]
    decide_on([remarks[0].id], outcome="noted", reason="Lest.", by=staff.lead)
    page = lxml_html.fromstring(client.get(to("ledger", arrived)).content.decode())
    found = {
        link.get("href"): int(link.text_content().split()[0])
        for link in page.xpath("//dl[@class='deciding-sums']//a[contains(@href, 'utfall=')]")
    }
    assert len(found) == 7, "left, decided, and each outcome"
    for address, count in found.items():
        assert f"{count} merknad" in words(client, address), address
        listed = lxml_html.fromstring(client.get(address).content.decode())
        assert listed.xpath("count(//*[@data-point])") == min(count, queries.PAGE), address


def test_what_hinders_the_finish_is_said_and_nobody_finishes_over_it(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)
    said = words(client, to("ledger", arrived))
    assert "venter på publisering" in said
    assert "Avslutt vurderingen" not in said
    answer = client.post(to("finish-deciding", arrived), follow=True)
    assert "Høringen kan ikke avsluttes ennå" in answer.content.decode()
    assert not queries.is_finished(arrived.id)


def test_what_is_left_is_seen_before_it_is_noted_and_which_it_was_is_held(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, count = signed_in(staff.caseworker), len(analysis.comments(arrived.slug, [arrived.owner_id]))  # type: ignore[list-item]  # fmt: skip
    page = to("note-left", arrived)
    assert f"{count} merknad" in words(client, page)
    mark = queries.mark_of(queries.left_points(arrived.id, CommentFilter()))
    refused = client.post(page, {"reason": "", "seen": mark})
    assert refused.status_code == 422
    changed = client.post(page, {"reason": "Sett.", "seen": mark[::-1]})
    assert changed.status_code == 422
    assert "Sett." in changed.content.decode()
    client.post(page, {"reason": "Tatt under ett.", "seen": mark})
    assert queries.ledger(arrived.id).in_bulk == count
    listed = words(client, to("ledger-comments", arrived) + "?hvordan=in-bulk")
    assert listed.count("Tatt under ett.") == count


def test_a_measure_is_written_changed_and_found_again(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.caseworker)
    assert "Ingen tiltak følges opp ennå" in words(client, to("follow-up", arrived))
    form = {"name": "Nasjonal vanndag", "status": "planned", "responsible": "KS; DSB"}
    assert client.post(to("new-measure", arrived), form | {"due": "snart"}).status_code == 422
    made = client.post(to("new-measure", arrived), form | {"due": "2026-03-01"})
    said = words(client, to("follow-up", arrived) + "?ansvarlig=DSB&vis=forfalt")
    assert "Viser 1 av 1 tiltak." in said
    assert "Over fristen" in said
    number = int(made["Location"].rstrip("/").rsplit("/", 1)[1])
    client.post(made["Location"], form_of(number, arrived, status="done", requirement="Ha plan", required_by="NSM"))  # fmt: skip
    assert "0 over fristen" in words(client, to("follow-up", arrived))
    assert "NSM" in words(client, to("follow-up-requirements", arrived))
    assert "Ingen ansvarlig" in words(client, to("follow-up-roles", arrived))


def test_who_comes_second_sees_both_and_keeps_what_they_typed(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    number = add(arrived, staff)
    page, mine = to("measure", arrived, number), form_of(number, arrived, contact="Min kontakt")
    signed_in(staff.lead).post(page, form_of(number, arrived, contact="Lederens kontakt"))
    client = signed_in(staff.caseworker)
    answer = client.post(page, mine)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Lederens kontakt" in said
    assert "Min kontakt" in said
    sent = dict(lxml_html.fromstring(said).forms[-1].form_values())
    assert client.post(page, sent).status_code == 302
    assert "Min kontakt" in words(client, to("follow-up-roles", arrived))


def test_the_register_goes_home_and_runs_nothing_there(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    add(arrived, staff, FORMULA, responsible="@SUM(A1)", description="-1+1\nto linjer")
    add(arrived, staff, "Kurs", status="done", requirement="Øve", required_by="=NSM")
    client = signed_in(staff.reader)
    book = load_workbook(io.BytesIO(client.get(to("follow-up-excel", arrived)).content))
    assert book.sheetnames == ["Tiltak", "Krav", "Roller og kontakter"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert book["Tiltak"]["A2"].value == FORMULA
    text = client.get(to("follow-up-csv", arrived) + "?status=planned").content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert [len(row) for row in rows] == [len(head)]
    assert rows[0][0] == f"'{FORMULA}"
    assert rows[0][1] == "'@SUM(A1)"


def test_one_press_makes_a_measure_of_what_is_followed(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    row = analysis.comments(arrived.slug, [arrived.owner_id])[0]  # type: ignore[list-item]
    target = Target("comment", row.fingerprint)
    client = signed_in(staff.caseworker)
    press = to("measure-of-comment", arrived, row.id)
    client.post(press)
    assert queries.all_measures(arrived.id) == []
    actions.decide(
        arrived.id, queries.seen(arrived.id, [target]), outcome="followed", reason="Ja, i 2027.",
        by=staff.caseworker, now=NOW,
    )  # fmt: skip
    assert press in client.get(to("decide-comment", arrived, row.id)).content.decode()
    made = client.post(press)
    assert made["Location"] in client.get(to("decide-comment", arrived, row.id)).content.decode()
    assert "Ja, i 2027." in words(client, made["Location"])
    gone = "En merknad som ikke finnes lenger"
    assert gone not in words(client, to("follow-up", arrived))
    lead = signed_in(staff.lead)
    withdrawn = {"word": "withdraw", "withdraw-reason": "Bedt om det.", "reason": "Bedt om det."}
    lead.post(to("decide-publishing", arrived, row.number), withdrawn)
    assert gone in words(client, to("follow-up", arrived))


@pytest.mark.parametrize("name", ["follow-up", "follow-up-candidates", "new-measure"])
def test_who_only_reads_is_offered_nothing_to_press(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, name: str
) -> None:
    page = lxml_html.fromstring(signed_in(staff.reader).get(to(name, arrived)).content.decode())
    assert not [form for form in page.forms if form.method == "POST" and "logg-ut" not in (form.get("action") or "")]  # fmt: skip
