"""The published result."""

from __future__ import annotations

from django.test import Client

from innspill.pipeline import wiring
from innspill.shared.people.queries import owners_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions as deciding
from innspill.stages.reports import actions as reports
from tests.stages.conftest import NOW, Staff


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
    english = client.get(f"/horinger/{published.slug}/resultat/?lang=en").content.decode()
    assert "The result of the consultation" in english
    word = client.get(f"/horinger/{published.slug}/resultat/report.docx")
    assert word.content[:2] == b"PK"
    assert word["Content-Disposition"].startswith("attachment")
    assert client.get(f"/horinger/{published.slug}/resultat/secret-key").status_code == 404
    assert "Se resultatet" in client.get(f"/horinger/{published.slug}/?lang=nb").content.decode()


def test_the_result_says_how_many_of_all_remarks_were_assessed(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    remarks = [
        row for row in analysis.comments(published.slug, owners_of(staff.lead)) if row.is_remark
    ]
    deciding.decide([remarks[0].id], outcome="noted", reason="Lest.", by=staff.lead, now=NOW)
    reports.make_report(published.id, language="nb", now=NOW, store=wiring.store())
    reports.publish_report(published.id, by=staff.lead, now=NOW)
    page = client.get(f"/horinger/{published.slug}/resultat/").content.decode()
    assert f"1 av {len(remarks)} merknader er vurdert." in page
