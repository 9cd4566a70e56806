"""The pages of several colleagues on one hearing: who has what, what is left, who reads it again."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from lxml import html as lxml_html

from innspill.shared.people import actions as people
from innspill.shared.people.models import User
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Assignment, ColleagueNote, Disposition, SecondReading
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW, Staff
from tests.stages.deciding_words import decide_on

from .conftest import SignIn

LONG = "Seksjon for " + "tverrsektoriell samordning og beredskap i kommunal vannforsyning, " * 2


@pytest.fixture
def root(arrived: ConsultationShown) -> str:
    return f"/saksbehandling/horinger/{arrived.slug}"


def rows_of(arrived: ConsultationShown) -> list[analysis.CommentRow]:
    return [row for row in analysis.all_comments(arrived.id) if row.is_remark]


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_every_number_on_the_board_is_the_length_of_the_list_that_it_leads_to(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    rows = rows_of(arrived)
    question = next(row.question for row in rows if row.question)
    filters = [CommentFilter(question=question), CommentFilter(proposals=True)]
    yesterday = NOW - timedelta(days=9)
    for to, unit in ((staff.lead.pk, ""), (None, LONG.strip())):
        actions.assign(
            arrived.id, filters, to=to, unit=unit, due=yesterday.date(), by=staff.lead,
            now=yesterday,
        )  # fmt: skip
    actions.set_rules(arrived.id, second_reader=True, by=staff.lead, now=NOW)
    decide_on([rows[0].id], by=staff.caseworker)
    client = signed_in(staff.lead)
    page = lxml_html.fromstring(text_of(client, f"{root}/gjenstar/"))
    links = page.xpath("//main//a[contains(@href, '/gjenstar/merknader/')]")
    numbers = [(link, int(found[0])) for link in links if (found := re.findall(r"^\d+", link.text))]
    numbers += [
        (link, int(link.getparent().xpath("./strong")[0].text))
        for link in links
        if link.getparent().xpath("./strong")
    ]
    assert len(numbers) > 12
    for link, number in numbers:
        listed = lxml_html.fromstring(text_of(client, link.get("href")))
        (said,) = listed.xpath("//p[@role='status']")
        assert int(said.text.split()[0]) == number, unquote(link.get("href"))
    assert LONG.split()[3] in page.text_content()


def test_comments_are_given_by_theme_and_question_and_what_is_wrong_is_said_with_all_that_was_typed(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    client = signed_in(staff.caseworker)
    questions = sorted({row.question for row in rows_of(arrived) if row.question})[:2]
    sent = {
        "sporsmal": questions, "til": str(staff.lead.pk), "frist": "2026-03-01",
        "notat": "Ta § 3 først",
    }  # fmt: skip
    answer = client.post(f"{root}/fordeling/", sent)
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "dagen er passert" in told
    assert "Ta § 3 først" in told
    assert not Assignment.objects.exists()
    for wrong in ({"til": ""}, {"enhet": "Også en"}, {"sporsmal": []}, {"sporsmal": ["x"]}):
        sent_wrong = sent | {"frist": "2026-05-01"} | wrong
        assert client.post(f"{root}/fordeling/", sent_wrong).status_code == 422, wrong
    assert client.post(f"{root}/fordeling/", sent | {"frist": "2026-05-01"}).status_code == 302
    assert [assignment.wanted for assignment in Assignment.objects.all()] == [
        {"question": q} for q in questions
    ]
    shown = text_of(client, f"{root}/fordeling/")
    assert "Ingen e-postadresse: får ingen påminnelse" in shown
    front = text_of(signed_in(staff.lead), "/saksbehandling/")
    left = queries.work_of(arrived.id)
    held = left.of(left.assignments)
    assert f"<strong>{len(held)}</strong>" in front
    assert "tildeling=mine" in front


def test_an_assignment_is_changed_and_ended_and_one_s_own_address_is_set(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    client = signed_in(staff.caseworker)
    (assignment,) = actions.assign(arrived.id, [CommentFilter()], unit="A", by=staff.lead, now=NOW)
    client.post(f"{root}/fordeling/{assignment}/", {"enhet": "B", "frist": "2026-06-01"})
    assert Assignment.objects.get().unit == "B"
    assert client.post(f"{root}/fordeling/{assignment}/avslutt/").status_code == 302
    assert Assignment.objects.get().ended_at is not None
    bad = client.post(f"{root}/fordeling/min-adresse/", {"epost": "kari at x"})
    assert (bad.status_code, "kari at x" in bad.content.decode()) == (422, True)
    client.post(f"{root}/fordeling/min-adresse/", {"epost": "kari@x.example"})
    staff.caseworker.refresh_from_db()
    assert staff.caseworker.email == "kari@x.example"


def test_a_hearing_without_comments_says_so(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, built: Scene
) -> None:
    slug = built.open_hearing.slug
    owner = people.found_owner(name=built.open_hearing.owner)
    people.give_role(user=staff.lead, owner=owner, role="lead", now=NOW)
    client = signed_in(staff.lead)
    for part, said in (
        ("gjenstar/", "Ingen merknader ennå."),
        ("fordeling/", "Ingenting er fordelt ennå."),
        ("kvalitetssikring/", "Kvalitetssikring er av"),
    ):
        assert said in text_of(client, f"/saksbehandling/horinger/{slug}/{part}")


def test_a_second_reader_approves_some_and_sends_one_back(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    rows = rows_of(arrived)
    client = signed_in(staff.lead)
    client.post(f"{root}/kvalitetssikring/ordning/", {"pa": "1"})
    decide_on([rows[0].id], by=staff.caseworker)
    decide_on([rows[1].id], by=staff.caseworker)
    decide_on([rows[2].id], by=staff.lead)
    page = lxml_html.fromstring(text_of(client, f"{root}/kvalitetssikring/"))
    first, second = page.xpath("//input[@name='valgt']/@value")
    assert "Det er deg: en annen må godkjenne." in page.text_content()
    empty = client.post(f"{root}/kvalitetssikring/{second}/", {"note": ""})
    assert empty.status_code == 422
    client.post(f"{root}/kvalitetssikring/{second}/", {"note": "Vis til § 3."})
    client.post(f"{root}/kvalitetssikring/", {"valgt": [first]})
    assert sorted(SecondReading.objects.values_list("disposition", "approved")) == sorted(
        [(int(first), True), (int(second), False)]
    )
    after = text_of(client, f"{root}/kvalitetssikring/")
    assert "2 vurderinger er ikke godkjent." in after
    assert "Vis til § 3." in after
    assert "Sendt tilbake til deg" not in after
    theirs = text_of(signed_in(staff.caseworker), f"{root}/kvalitetssikring/")
    assert theirs.index("Sendt tilbake til deg") < theirs.index("Vis til § 3.")
    assert theirs.index("Vis til § 3.") < theirs.index("Venter på en kollega")


def test_a_note_is_written_and_an_empty_one_refused(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    client, row = signed_in(staff.caseworker), rows_of(arrived)[0]
    address = f"{root}/fordeling/notat/comment/{row.fingerprint}/"
    assert client.post(address, {"text": " "}).status_code == 422
    assert client.post(address, {"text": "<b>Se</b>", "tilbake": f"{root}/"})["Location"] == f"{root}/"  # fmt: skip
    assert ColleagueNote.objects.get().text == "<b>Se</b>"
    assert client.post(f"{root}/fordeling/notat/noe/x/", {"text": "x"}).status_code == 404


def test_a_claim_is_renewed_taken_over_and_let_go_of_from_the_form(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    row = rows_of(arrived)[0]
    target = Target("comment", row.fingerprint)
    address = f"{root}/fordeling/i-arbeid/comment/{row.fingerprint}/"
    part = {"X-Innspill-Part": "claim"}
    mine = signed_in(staff.caseworker).post(address, headers=part).content.decode()
    assert "Kolleger ser at du arbeider med denne" in mine
    other = signed_in(staff.lead)
    theirs = other.post(address, headers=part).content.decode()
    assert "Du kan lese den nå" in theirs
    other.post(address, {"ta-over": "1"})
    found = queries.claim_on(arrived.id, target, NOW)
    assert found is not None
    assert found.by_id == staff.lead.pk
    other.post(address, {"slipp": "1"})
    assert queries.claim_on(arrived.id, target, NOW) is None


def test_who_opens_a_point_to_decide_on_it_claims_it_until_it_is_saved(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    row = rows_of(arrived)[0]
    target, address = Target("comment", row.fingerprint), f"{root}/vurdering/merknad/{row.id}/"
    actions.assign(
        arrived.id, [CommentFilter(question=row.question)], unit=LONG.strip(), by=staff.lead,
        now=NOW,
    )  # fmt: skip
    actions.write_note(arrived.id, target, "Spør juristene.", by=staff.lead, now=NOW)
    text_of(signed_in(staff.reader), address)
    assert queries.claim_on(arrived.id, target, NOW) is None
    client = signed_in(staff.caseworker)
    opened = text_of(client, address)
    assert queries.claim_on(arrived.id, target, NOW) is not None
    for said in ("Kolleger ser at du arbeider med denne", "Spør juristene.", LONG.split()[3]):
        assert said in opened, said
    assert "arbeider med denne til kl." in text_of(signed_in(staff.lead), address)
    form = {"save": "1", "outcome": "noted", "reason": "Sett.", "seen": ""}
    assert client.post(address, form).status_code == 302
    assert queries.claim_on(arrived.id, target, NOW) is None
    assert queries.work_of(arrived.id).tally.decided == 1


def test_the_board_asks_as_much_of_the_database_for_many_assignments_as_for_one(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str,
    django_assert_max_num_queries: object,
) -> None:  # fmt: skip
    client = signed_in(staff.lead)
    for assignments in (1, 12):
        actions.assign(
            arrived.id,
            [CommentFilter(theme=0)] * assignments,
            unit="Enheten",
            by=staff.lead,
            now=NOW,
        )
        with django_assert_max_num_queries(28):  # type: ignore[operator]
            client.get(f"{root}/gjenstar/")


def test_what_was_sent_back_stands_on_the_front_page_of_who_decided_with_a_link(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, root: str
) -> None:
    row = rows_of(arrived)[0]
    actions.set_rules(arrived.id, second_reader=True, by=staff.lead, now=NOW)
    decide_on([row.id], by=staff.caseworker)
    one = Disposition.objects.latest("pk").pk
    actions.send_back(arrived.id, one, "Vis til § 3.", by=staff.lead, now=NOW)
    link = f"//a[@href='{root}/kvalitetssikring/#til-deg']"

    def told(user: User) -> list[str]:
        page = lxml_html.fromstring(text_of(signed_in(user), "/saksbehandling/"))
        return [each.text_content() for each in page.xpath(link)]

    assert told(staff.caseworker) == ["vurdering er sendt tilbake til deg"]
    assert told(staff.lead) == []
    decide_on([row.id], reason="Se § 3.", by=staff.caseworker)
    assert told(staff.caseworker) == []
