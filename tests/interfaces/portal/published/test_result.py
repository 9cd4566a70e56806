"""The published result."""

from __future__ import annotations

import base64
import hashlib
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from innspill.interfaces.portal.figures import (
    BARS_FROM,
    MOST_POINTS,
    Bar,
    QuestionResult,
    decided,
)
from innspill.interfaces.ui.templatetags.innspill import sender_said
from innspill.pipeline import wiring
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner
from innspill.shared.people.queries import Role, owners_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.shares import WORDS_FROM
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions as publishing
from innspill.stages.publication.core.render import PRIVATE
from innspill.stages.register import queries as register
from innspill.stages.reports import actions as reports
from tests.stages.conftest import NOW, PASSWORD, Staff
from tests.stages.deciding_words import decide_on


def test_there_is_no_result_before_it_is_published(
    client: Client, hearing: ConsultationShown
) -> None:
    assert client.get(f"/horinger/{hearing.slug}/resultat/").status_code == 404
    assert client.get(f"/horinger/{hearing.slug}/resultat/report.docx").status_code == 404


def test_the_result_shows_counts_with_their_tables_and_files(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    for language in ("nb", "en"):
        reports.make_report(published.id, language=language, now=NOW, store=wiring.store())
    reports.publish_report(published.id, by=staff.lead, now=NOW)
    page = client.get(f"/horinger/{published.slug}/resultat/").content.decode()
    assert page.count('class="bars"') == len(published.definition.questions)
    assert page.count("Vis tallene som tabell") == len(published.definition.questions)
    assert "Uklart (flere kryss)" in page
    assert page.split("</nav>")[2].count('class="ds-button"') <= 3, "what is to be read stands out"
    assert "hvem som svarte hva på hvert spørsmål (CSV)" in page
    english = client.get(f"/horinger/{published.slug}/resultat/?lang=en").content.decode()
    assert "The result of the consultation" in english
    word = client.get(f"/horinger/{published.slug}/resultat/report.docx")
    assert word.content[:2] == b"PK"
    assert word["Content-Disposition"].startswith("attachment")
    shown = client.get(f"/horinger/{published.slug}/resultat/report.html")
    style = shown.content.split(b"<style>")[1].split(b"</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in shown["Content-Security-Policy"]
    assert "script" not in shown["Content-Security-Policy"]
    data = client.get(f"/horinger/{published.slug}/resultat/report.json")
    assert data.json()["schema"] == "innspill/report/1"
    assert client.get(f"/horinger/{published.slug}/resultat/secret-key").status_code == 404
    assert "Se resultatet" in client.get(f"/horinger/{published.slug}/?lang=nb").content.decode()


@pytest.mark.parametrize(("answers", "is_drawn"), [(1, False), (4, False), (5, True), (200, True)])
def test_the_counts_of_fewer_than_five_answers_stand_without_bars(
    answers: int, is_drawn: bool, published: ConsultationShown
) -> None:
    """Rendered by the page's own template: what is counted is there, the picture only from five."""
    assert BARS_FROM == WORDS_FROM
    question = published.definition.questions[0]
    one = QuestionResult(question, answers, (Bar("Ja", answers, is_choice=True),), (), 0)
    page = render_to_string(
        "portal/result.html", {"questions": [one], "hearing": published, "result": {}}
    )
    rows = page.split('class="bars"')[1].split("</table>")[0]
    assert f'<td class="number">{answers}</td>' in rows
    assert ("<svg" in rows or "<meter" in rows) is is_drawn


def test_the_result_says_how_many_of_all_remarks_were_assessed(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    remarks = [
        row for row in analysis.comments(published.slug, owners_of(staff.lead)) if row.is_remark
    ]
    decide_on([remarks[0].id], outcome="noted", reason="Lest.", by=staff.lead)
    reports.make_report(published.id, language="nb", now=NOW, store=wiring.store())
    reports.publish_report(published.id, by=staff.lead, now=NOW)
    page = client.get(f"/horinger/{published.slug}/resultat/").content.decode()
    assert f"1 av {len(remarks)} merknader er vurdert." in page


def test_what_many_share_is_listed_in_part_with_the_way_to_the_rest() -> None:
    rows = [
        {
            "question": "", "outcome": "noted", "reason": "Lest.", "text": f"Nei {at}",
            "name": PRIVATE, "reference": f"26/79-{at}",
        }
        for at in range(1, MOST_POINTS + 3)
    ]  # fmt: skip
    hearing = SimpleNamespace(definition=SimpleNamespace(questions=()), slug="26-79")
    (shown,) = decided({"decided": rows}, hearing.definition)
    assert shown.count == MOST_POINTS + 2
    page = render_to_string(
        "portal/parts/became_of_all.html",
        {"hearing": hearing, "decided": [shown], "outcomes": [], "result": {}},
    )
    assert page.count("<q>") == MOST_POINTS
    assert "2 merknader til står hos avsenderne" in page
    assert "/horinger/26-79/resultat/avsendere/" in page


def test_a_response_tells_what_became_of_each_of_its_points(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    rows = analysis.comments(published.slug, owners_of(staff.lead))
    mine = [row for row in rows if row.is_remark and row.question]
    reason = "Kapittel 2 får et avsnitt om dette."
    decide_on([mine[0].id], outcome="followed", reason=reason, by=staff.lead)
    number = mine[0].reference.rpartition("-")[2]
    address = f"/horinger/{published.slug}/svar/{number}/"
    assert reason not in client.get(address).content.decode()
    reports.make_report(published.id, language="nb", now=NOW, store=wiring.store())
    reports.publish_report(published.id, decision="Planen er vedtatt.", by=staff.lead, now=NOW)
    page = client.get(address).content.decode()
    assert page.count(reason) == 1
    assert "Tatt til følge" in page
    other = next(row for row in rows if row.reference != mine[0].reference)
    elsewhere = f"/horinger/{published.slug}/svar/{other.reference.rpartition('-')[2]}/"
    assert reason not in client.get(elsewhere).content.decode()
    result = client.get(f"/horinger/{published.slug}/resultat/").content.decode()
    assert "Planen er vedtatt." in result
    assert f'href="{address}"' in result
    # What is decided later is not told before the result is published anew.
    decide_on([mine[0].id], outcome="noted", reason="Nei.", by=staff.lead)
    assert reason in client.get(address).content.decode()
    # And with the copy that it quotes it goes.
    row = next(r for r in register.of_consultation(published.id) if r.number == int(number))
    publishing.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    assert client.get(address).status_code == 410
    assert client.get(f"/horinger/{published.slug}/resultat/").status_code == 404


def test_a_result_without_any_response_says_so_in_every_language(
    client: Client, open_hearing: ConsultationShown
) -> None:
    lead = people.add_user(username="leder", password=PASSWORD, now=NOW)
    owner = Owner.objects.get(name=open_hearing.owner)
    people.give_role(user=lead, owner=owner, role=Role.LEAD, now=NOW)
    for language in ("nb", "nn", "en"):
        reports.make_report(open_hearing.id, language=language, now=NOW, store=wiring.store())
    reports.publish_report(open_hearing.id, by=lead, now=NOW)
    for language in ("nb", "nn", "en"):
        answer = client.get(f"/horinger/{open_hearing.slug}/resultat/?lang={language}")
        assert answer.status_code == 200
    page = client.get(f"/horinger/{open_hearing.slug}/resultat/?lang=nb").content.decode()
    assert "Ingen svarte på høringen." in page
    assert "Det er ikke publisert hva som ble bestemt" in page
    invited = sum(len(group.members) for group in open_hearing.definition.bodies)
    assert f"0</strong> <span>av {invited} inviterte har svart" in page


def test_who_has_no_name_is_called_so_in_the_language_of_the_page() -> None:
    with override("en"):
        assert sender_said(PRIVATE) == "Private person"
        assert sender_said("Anonym 12") == "Anonymous 12"
        assert sender_said("Ukjent avsender") == "Unknown sender"
        assert sender_said("Fjordvik kommune") == "Fjordvik kommune"
