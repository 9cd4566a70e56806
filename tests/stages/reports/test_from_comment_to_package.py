"""Comments, dispositions, reports and packages: what was decided lasts, and nothing is made twice."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pytest_django.fixtures import Settings

from innspill.interfaces.ui.look.reading import look_in
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people.models import Owner
from innspill.shared.values import sha256_of
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions as deciding_actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import Target
from innspill.stages.handover import actions as handover_actions
from innspill.stages.handover import queries as handover
from innspill.stages.publication import actions as publication_actions
from innspill.stages.publication import queries as publication
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from innspill.stages.reports import actions as reports
from innspill.stages.reports import queries as report_queries
from innspill.stages.reports.core.edited.arranging import whole
from innspill.stages.reports.core.edited.values import PartOf
from innspill.stages.reports.core.files import Write, Writing, here
from innspill.stages.reports.core.parts.values import Paragraph, Quote, ReportPart, Sentence
from innspill.stages.reports.models import Report
from innspill.stages.reports.texts import actions as texts
from innspill.stages.reports.texts.machine import machine_parts
from tests.stages.conftest import NOW, HandIn, Staff
from tests.stages.deciding_words import decide_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def slug(hearing: ConsultationShown, hand_in: HandIn, work_on: Callable[[], int]) -> str:
    """The hearing with two responses, all steps done."""
    hand_in("fjordvik-kommune.docx")
    hand_in("Høringssvar Eidsund kommune (1).docx", sender="Eidsund kommune")
    work_on()
    return hearing.slug


def test_a_judgement_stands_beside_the_suggestion(slug: str, owner: Owner, staff: Staff) -> None:
    row = next(row for row in analysis.comments(slug, [owner]) if row.stance)
    suggestion = next(each for each in row.suggestions if each.kind == "stance")
    by = staff.caseworker
    analysis_actions.label_many([row.id], kind="stance", value="opposes", by=by, now=NOW)
    again = next(each for each in analysis.comments(slug, [owner]) if each.id == row.id)
    assert again.stance == "opposes"
    assert next(each.value for each in again.suggestions) == suggestion.value
    with pytest.raises(BadInput):
        analysis_actions.label_many([row.id], kind="stance", value="maybe", by=by, now=NOW)


def test_many_comments_are_decided_at_once_or_none(slug: str, owner: Owner, staff: Staff) -> None:
    left = {row.target: row.seen for row in deciding.left(slug, [owner])}
    hearing = consultations.id_of(slug)
    assert hearing is not None
    with pytest.raises(BadInput):
        deciding_actions.decide(
            hearing, {**left, Target("comment", "0" * 64): None}, outcome="noted", reason="Sett.",
            by=staff.lead, now=NOW,
        )  # fmt: skip
    assert len(deciding.left(slug, [owner])) == len(left)
    done = deciding_actions.decide(
        hearing, left, outcome="noted", reason="Sett.", by=staff.lead, now=NOW
    )
    assert len(done.done) == len(left)
    assert deciding.left(slug, [owner]) == []


def test_what_was_decided_follows_the_point_into_a_new_copy(
    slug: str, owner: Owner, staff: Staff, work_on: Callable[[], int]
) -> None:
    row = deciding.left(slug, [owner], analysis.CommentFilter(number=1))[0]
    decide_on([row.comment.id], outcome="followed", reason="Tas inn.", by=staff.lead)
    response = register.response(slug, 1, [owner])
    assert response is not None
    register_actions.settle_sender(response.id, names=["Granmo kommune"], by=staff.lead, now=NOW)
    work_on()
    again = next(
        each
        for each in deciding.decided(slug, [owner], analysis.CommentFilter(number=1))
        if each.comment.text == row.comment.text
    )
    assert again.comment.id != row.comment.id
    assert again.disposition is not None
    assert again.disposition.outcome == "followed"


def test_the_same_state_of_things_makes_one_report(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff, settings: Settings
) -> None:
    first = reports.make_report(hearing.id, now=NOW, store=wiring.store())
    assert reports.make_report(hearing.id, now=NOW, store=wiring.store()) == first
    settings.LOOK = look_in(Path(__file__).parents[3] / "samples" / "theme")
    assert reports.make_report(hearing.id, now=NOW, store=wiring.store()).id != first.id
    settings.LOOK = None
    comment = deciding.left(slug, [owner])[0].comment
    decide_on([comment.id], by=staff.lead)
    assert reports.make_report(hearing.id, now=NOW, store=wiring.store()).id != first.id


def test_a_report_that_is_asked_for_is_made_by_the_next_step(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff, work_on: Callable[[], int]
) -> None:
    def ask() -> int:
        return reports.order_report(
            hearing.id, kind="municipal", language="nn", by=staff.caseworker, now=NOW
        )

    assert ask() == ask()
    assert [each.kind for each in report_queries.orders(slug, [owner])] == ["municipal"]
    work_on()
    assert report_queries.orders(slug, [owner]) == []
    made = report_queries.reports(slug, [owner])[0]
    assert (made.kind, made.language) == ("municipal", "nn")
    assert {"undecided", "undivided"} <= {left["key"] for left in made.partial}
    named = report_queries.report_file(made.id, "word", [owner], wiring.store())
    assert named is not None
    assert named[0] == "report-municipal-nn (førebels).docx"
    data = json.loads(wiring.store().get(made.files["report.json"]))
    assert data["schema"] == "innspill/report/1"
    assert [each["key"] for each in data["partial"]] == [each["key"] for each in made.partial]
    with pytest.raises(BadInput):
        reports.order_report(hearing.id, kind="poem", language="nb", by=staff.lead, now=NOW)


def test_an_order_that_is_taken_up_twice_gets_one_report(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff
) -> None:
    def ask() -> int:
        return reports.order_report(
            hearing.id, kind="letter", language="nb", by=staff.caseworker, now=NOW
        )

    order = ask()
    comment = deciding.left(slug, [owner])[0].comment
    later: list[int] = []

    def stopped(writing: Writing) -> Write:
        # While the first is at it, somebody decides, and a second takes the order up.
        if not later:
            later.append(order)
            decide_on([comment.id], by=staff.lead)
            reports.make_next(order, now=NOW, store=wiring.store())
        return here(writing)

    reports.make_next(order, now=NOW, store=wiring.store(), writer=stopped)
    reports.make_next(order, now=NOW, store=wiring.store())
    assert later == [order]
    assert [each.kind for each in report_queries.reports(slug, [owner])] == ["letter"]
    assert report_queries.orders(slug, [owner]) == []


def test_a_preliminary_report_goes_when_one_of_its_kind_is_whole(
    slug: str, hearing: ConsultationShown, staff: Staff
) -> None:
    for language in ("nn", "nb"):
        reports.make_report(hearing.id, language=language, now=NOW, store=wiring.store())
    assert set(report_queries.to_publish(hearing.id, "summary")) == {"nb", "nn"}
    Report.objects.filter(language="nb").update(partial=[])
    assert set(report_queries.to_publish(hearing.id, "summary")) == {"nb"}
    reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    result = publication.result(slug, "nn")
    assert result is not None
    assert result["partial"] == []


def test_the_reports_of_an_owner_are_written_in_its_template_until_it_is_taken_out(
    slug: str, hearing: ConsultationShown, staff: Staff
) -> None:
    document = Document()
    document.add_paragraph("Vår egen mal for {{ saksnummer }}")
    document.add_paragraph("{{ rapport }}")
    buffer = io.BytesIO()
    document.save(buffer)

    def take_in(data: bytes) -> None:
        reports.take_in_template(
            hearing.owner_id, name="mal.docx", data=data, by=staff.lead, now=NOW,
            checked=wiring.check_template("mal.docx", data), store=wiring.store(),
        )  # fmt: skip

    def first_line() -> str:
        made = reports.make_report(hearing.id, now=NOW, store=wiring.store())
        word = Document(io.BytesIO(wiring.store().get(made.files["report.docx"])))
        return str(word.paragraphs[0].text)

    plain = first_line()
    with pytest.raises(BadInput, match="no-report"):
        take_in(_without_place())
    take_in(buffer.getvalue())
    assert first_line() == "Vår egen mal for 25/1734"
    assert set(report_queries.bytes_kept()) >= {sha256_of(buffer.getvalue())}
    reports.take_out_template(hearing.owner_id, by=staff.lead, now=NOW)
    assert first_line() == plain
    with pytest.raises(BadInput):
        reports.take_out_template(hearing.owner_id, by=staff.lead, now=NOW)


def _without_place() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def test_a_published_result_has_figures_charts_decisions_and_files(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff
) -> None:
    with pytest.raises(BadInput):
        reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    comment = deciding.left(slug, [owner])[0].comment
    decide_on([comment.id], outcome="followed", reason="Tas inn.", by=staff.lead)
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    assert publication.result(slug) is None
    reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    result = publication.result(slug, "en")
    assert result is not None
    assert result["respondents"] == 2
    assert result["charts"]
    assert [each["outcome"] for each in result["decided"]] == ["followed"]
    assert result["files"] == [
        "matrix.csv", "report.docx", "report.html", "report.json", "report.pdf", "report.xlsx",
    ]  # fmt: skip
    held = publication.result_file(slug, "report.docx", wiring.store())
    assert held is not None
    assert held[1].startswith(b"PK")
    assert publication.result_file(slug, "originals.zip", wiring.store()) is None


@pytest.mark.parametrize("gone", ["withheld", "withdrawn", "another-sender"])
def test_a_result_goes_with_a_response_that_it_may_quote(  # noqa: PLR0917 - fixtures
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff,
    work_on: Callable[[], int], gone: str,
) -> None:  # fmt: skip
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    row = register.response(slug, 1, [owner])
    assert row is not None
    if gone == "withheld":
        publication_actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    elif gone == "withdrawn":
        publication_actions.withdraw(row.id, reason="", by=staff.lead, now=NOW)
    else:
        register_actions.settle_sender(
            row.id, names=["Ola Nordmann"], kind="person", by=staff.lead, now=NOW
        )
    work_on()
    assert publication.result(slug) is None
    assert publication.result_file(slug, "report.docx", wiring.store()) is None
    with pytest.raises(BadInput, match="a response was changed since the report was made"):
        reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    assert publication.result(slug) is None
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    result = publication.result(slug)
    assert result is not None
    assert "Fjordvik" not in str(result["decided"]) + str(result["proposals"])


def test_what_a_person_quotes_in_a_part_goes_with_its_response(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff, work_on: Callable[[], int]
) -> None:
    quoting = next(part for part in machine_parts(hearing.id, "summary", "nb") if _quotes(part, 1))
    own = (*whole(quoting), Paragraph((Sentence("Dette veier tungt."),)))
    texts.write_part(
        hearing.id, PartOf("summary", "nb", quoting.key), own, machine=whole(quoting), seen=0,
        by=staff.caseworker, now=NOW,
    )  # fmt: skip
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    row = register.response(slug, 1, [owner])
    assert row is not None
    publication_actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    work_on()
    reports.make_report(hearing.id, now=NOW, store=wiring.store())
    with pytest.raises(BadInput, match="the part quotes what is not public"):
        reports.publish_report(hearing.id, by=staff.lead, now=NOW)
    assert publication.result(slug) is None


def _quotes(part: ReportPart, number: int) -> bool:
    ends = f"-{number}"
    return any(isinstance(each, Quote) and each.reference.endswith(ends) for each in part.blocks)


def test_a_package_holds_the_originals_and_is_made_once(
    slug: str, hearing: ConsultationShown, owner: Owner, staff: Staff
) -> None:
    def make() -> int:
        made = handover_actions.make_package(
            hearing.id, by=staff.lead, now=NOW, store=wiring.store()
        )
        return int(made.pk)

    first = make()
    held = handover.package_file(first, [owner], wiring.store())
    assert held is not None
    assert held[0] == f"{slug}.zip"
    names = zipfile.ZipFile(io.BytesIO(held[1])).namelist()
    assert sum(name.startswith("originals/") for name in names) == 2
    assert {"definition.yaml", "responses.jsonl", "register.jsonl", "answers.csv"} <= set(names)
    assert make() == first
    for kind, language in (("summary", "nb"), ("municipal", "nb"), ("summary", "nn")):
        reports.make_report(hearing.id, kind=kind, language=language, now=NOW, store=wiring.store())
    held = handover.package_file(make(), [owner], wiring.store())
    assert held is not None
    names = zipfile.ZipFile(io.BytesIO(held[1])).namelist()
    assert {name for name in names if name.endswith(".docx") and name.startswith("report")} == {
        "report-summary-nb.docx", "report-municipal-nb.docx", "report-summary-nn.docx",
    }  # fmt: skip
