"""Letters back: each sender once, with what was decided; and what the public is told adds up."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

from innspill.pipeline import wiring, work
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.post import actions as post
from innspill.shared.post.models import Mail
from innspill.stages.publication import actions as publishing
from innspill.stages.publication import queries as publication
from innspill.stages.publication import replies, results
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from innspill.stages.reports import actions as report_actions
from innspill.stages.reports import queries as reports
from innspill.stages.reports.core.final import Final
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import actions, letters, material, queries
from innspill.stages.reports.replying.letters import OWN_PAGE
from tests.adapters.test_final_cleaning import pdf_of
from tests.stages.conftest import NOW, home_at, undone
from tests.stages.reports import finished
from tests.stages.reports.finished import BASE, REASON, SECRET, Finished


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Finished]:
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        case = finished.build()
        finished.decide_all(case)
        finished.publish(case)
        yield case


@pytest.fixture
def case(built: Finished, db: None) -> Finished:
    return built


@pytest.fixture(autouse=True)
def home(built: Finished) -> Iterator[None]:
    """The home that the case was made in; its links begin with an address of the public."""
    with override_settings(PUBLIC_ADDRESS=BASE):
        yield


def test_what_many_are_told_is_read_once_and_is_what_each_is_told_alone(
    case: Finished,
) -> None:
    hearing, owners = case.hearing, [case.owner]
    rows = [row for row in register.of_consultation(hearing.id) if row.standing == "current"]
    numbers = {row.number for row in rows}
    assert len(numbers) > 3
    together = material.contents(hearing, owners, numbers)
    assert together == material.contents(hearing, owners)
    assert together == {
        number: material.contents(hearing, owners, {number})[number] for number in numbers
    }


def _order(case: Finished) -> None:
    actions.order(case.hearing.id, base=BASE, by=case.staff.lead, now=NOW)
    work.run_until_idle()


def _seen(case: Finished) -> queries.Overview:
    found = queries.overview(case.hearing.slug, [case.owner], NOW)
    assert found is not None
    return found


def _numbers(case: Finished) -> dict[str, int]:
    return {row.name: row.number for row in register.of_consultation(case.hearing.id)}


def test_every_response_has_a_letter_and_the_sums_hold_before_and_after_sending(
    case: Finished,
) -> None:
    before = _seen(case)
    assert before.may_be_sent
    assert before.due == len(before.letters) == 4
    assert before.responses + before.further == sum(before.ways.values()) == 4
    assert before.ways == {"mail": 3, "paper": 1, "none": 0}
    _order(case)
    after = _seen(case)
    assert (after.ways, after.due) == (before.ways, 0)
    assert {row.state for row in after.letters} == {"waiting", "made"}
    mails = Mail.objects.filter(about__startswith="reply ")
    assert sorted(mails.values_list("to", flat=True)) == [
        "kari@privat.example", "post@fjelldal.example", "post@tindvang.example",
    ]  # fmt: skip


def test_nobody_is_written_to_twice(case: Finished) -> None:
    _order(case)
    with pytest.raises(BadInput, match="everybody has been written to"):
        _order(case)
    row = Reply.objects.get(number=_numbers(case)["Tindvang kommune"])
    with pytest.raises(Conflict):
        actions.write_next(row.pk, store=wiring.store(), now=NOW)
    assert Mail.objects.filter(about=f"reply {row.pk}").count() == 1
    assert queries.to_freeze() == queries.to_write() == []


def test_a_letter_that_was_stopped_half_way_is_made_once(
    case: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.order(case.hearing.id, base=BASE, by=case.staff.lead, now=NOW)
    actions.freeze_next(case.hearing.id, now=NOW)
    waiting = queries.to_write()
    queue = post.queue

    def stopped(**named: Any) -> int:
        queue(**named)
        raise MemoryError

    with monkeypatch.context() as stopping:
        stopping.setattr(actions.post, "queue", stopped)
        with pytest.raises(MemoryError):
            actions.write_next(waiting[0], store=wiring.store(), now=NOW)
    assert not Mail.objects.filter(about__startswith="reply ").exists()
    assert queries.to_write() == waiting
    work.run_until_idle()
    assert Mail.objects.filter(about__startswith="reply ").count() == 3


def test_a_letter_whose_response_is_withdrawn_meanwhile_is_not_sent_and_says_why(
    case: Finished, client: Client
) -> None:
    actions.order(case.hearing.id, base=BASE, by=case.staff.lead, now=NOW)
    gone = next(
        row for row in register.of_consultation(case.hearing.id) if row.name == "Fjelldal kommune"
    )
    register_actions.withdraw(gone.id, reason="Sendt ved en feil.", by=case.staff.lead, now=NOW)
    work.run_until_idle()
    line = JournalEntry.objects.get(verb="reply-not-sent")
    assert line.subject.endswith(gone.reference)
    assert line.detail == {"position": 0, "why": "withdrawn"}
    seen = _seen(case)
    assert [(row.number, row.why) for row in seen.unsent] == [(gone.number, "withdrawn")]
    assert sum(seen.ways.values()) == len(seen.letters) == 3
    assert not Mail.objects.filter(about__startswith="reply ", to="post@fjelldal.example").exists()
    client.force_login(case.staff.lead)
    page = client.get(reverse("desk:replies", args=[case.hearing.slug])).content.decode()
    assert "Fjelldal kommune: Svaret er trukket." in page


def test_the_letter_has_each_point_and_nothing_of_the_desk(case: Finished) -> None:
    _order(case)
    numbers = _numbers(case)
    found = queries.preview(
        case.hearing.slug, numbers["Tindvang kommune"], 0, [case.owner], base=BASE, now=NOW
    )
    assert found is not None
    _, told, made = found
    own = [row for row in case.comments if row.name == "Tindvang kommune"]
    assert [point.text for point in told.points] == [row.text for row in own]
    assert Counter(point.outcome for point in told.points)["followed"] == 1
    changed = next(point for point in told.points if point.outcome == "followed")
    assert (changed.reason, changed.responsible) == (REASON, "Vannverkene")
    assert [(each.old, each.new) for each in changed.changes] == [
        ("Gammel tekst <b>", "Ny tekst & mer")
    ]
    assert "Kva vart det av høyringssvaret" in made.subject  # they wrote in nynorsk
    assert made.pdf.startswith(b"%PDF")
    everything = made.text + json.dumps(Reply.objects.get(number=told.number).content)
    staff = (case.staff.caseworker.username, case.staff.lead.username)
    assert not [word for word in (SECRET, *staff) if word in everything]


def test_who_adheres_is_told_what_was_decided_there_as_long_as_it_is_public(
    case: Finished,
) -> None:
    _order(case)
    numbers = _numbers(case)
    given = replies.given_to(case.hearing.id, numbers["Fjelldal kommune"])
    assert given is not None
    assert given.reply.adheres is not None
    assert given.reply.adheres.number == numbers["Tindvang kommune"]
    assert REASON in {point.reason for point in given.reply.adheres.points}
    other = next(
        row for row in register.of_consultation(case.hearing.id) if row.name == "Tindvang kommune"
    )
    publishing.withhold(other.id, reason="offl. § 13", by=case.staff.lead, now=NOW)
    later = replies.given_to(case.hearing.id, numbers["Fjelldal kommune"])
    assert later is not None
    assert later.adhered_is_gone
    assert later.reply.adheres is not None
    assert later.reply.adheres.points == ()


def test_a_letter_leaves_out_what_was_withheld_after_it_was_frozen(case: Finished) -> None:
    actions.order(case.hearing.id, base=BASE, by=case.staff.lead, now=NOW)
    actions.freeze_next(case.hearing.id, now=NOW)
    numbers = _numbers(case)
    adhering = Reply.objects.get(number=numbers["Fjelldal kommune"])
    before = letters.made_of(adhering, case.hearing, now=NOW)
    other = next(
        row for row in register.of_consultation(case.hearing.id) if row.name == "Tindvang kommune"
    )
    publishing.withhold(other.id, reason="offl. § 13", by=case.staff.lead, now=NOW)
    after = letters.made_of(adhering, case.hearing, now=NOW)
    assert REASON in _text_of(before.pdf)
    assert REASON not in _text_of(after.pdf)


def _text_of(pdf: bytes) -> str:
    opened = pdfium.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_range() for page in opened)
    return " ".join(" ".join(pages).split())


def test_the_page_of_the_letter_s_link_shows_the_reply_and_no_private_name(
    case: Finished, client: Client
) -> None:
    _order(case)
    mail = Mail.objects.get(to="kari@privat.example")
    start = OWN_PAGE.partition("{")[0]
    address = next(line for line in mail.text.splitlines() if start in line)
    path = address.removeprefix(BASE)
    assert path == reverse("portal:reply", args=[path.removeprefix(start).strip("/")])
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "ikke publisert" in page
    assert "Nordmann" not in page
    assert "Tindvatnet" not in page
    assert answer["Referrer-Policy"] == "no-referrer"
    assert client.get(f"{start}{'x' * 43}/").status_code == 404


def test_only_who_holds_the_receipt_reads_their_reply_there(case: Finished) -> None:
    _order(case)
    receipt = case.receipts["Tindvang kommune"].content
    became = publication.became_of(receipt["number"], receipt)
    assert became is not None
    assert became.fates[0].reply is not None
    assert REASON in {point.reason for point in became.fates[0].reply.reply.points}
    assert publication.became_of(receipt["number"], {**receipt, "salt": "0" * 64}) is None


def test_letters_on_paper_are_printed_and_noted_as_sent_once(case: Finished) -> None:
    _order(case)
    data = queries.to_print(case.hearing.slug, [case.owner], wiring.store())
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert archive.read(names[1]).startswith(b"%PDF")
        assert "Universitetet i Nordvest" in archive.read(queries.LIST).decode()
    assert len(names) == 2
    row = Reply.objects.get(way="paper")
    actions.note_posted(case.hearing.id, [row.pk], by=case.staff.caseworker, now=NOW)
    assert queries.to_print(case.hearing.slug, [case.owner], wiring.store()) is None
    with pytest.raises(BadInput, match="no letters are chosen"):
        actions.note_posted(case.hearing.id, [row.pk], by=case.staff.caseworker, now=NOW)


def test_a_letter_that_came_back_may_go_on_paper(case: Finished) -> None:
    _order(case)
    row = Reply.objects.get(number=_numbers(case)["Fjelldal kommune"])
    mail = Mail.objects.get(pk=row.mails[0])
    post.came_back(mail.message_id, "no such user", NOW)
    state = next(one.state for one in _seen(case).letters if one.id == row.pk)
    assert state == "returned"
    actions.send_on_paper(case.hearing.id, row.pk, by=case.staff.caseworker, now=NOW)
    assert row.pk in {one.id for one in _seen(case).to_print}


def test_the_journal_names_nobody_who_was_written_to(case: Finished) -> None:
    _order(case)
    verbs = ("replies-ordered", "replies-given", "reply-made", "mail-queued")
    lines = JournalEntry.objects.filter(verb__in=verbs)
    said = json.dumps([[line.subject, line.detail] for line in lines])
    assert lines.count() >= 4
    assert not [each for each in ("Tindvang", "Nordmann", "example") if each in said]


def test_no_letter_goes_out_before_the_hearing_is_finished(case: Finished) -> None:
    from innspill.stages.deciding import actions as deciding

    deciding.open_again(case.hearing.id, reason="Noe manglet.", by=case.staff.lead, now=NOW)
    assert not _seen(case).may_be_sent
    with pytest.raises(BadInput, match="when the hearing is finished"):
        _order(case)


def test_themes_senders_and_changes_add_up_to_the_report(case: Finished) -> None:
    slug = case.hearing.slug
    result = results.newest(slug)
    assert result is not None
    figures = reports.latest(case.hearing.id)["nb"].figures
    said = Counter(row["outcome"] for row in figures["decided"])
    by_sender: Counter[str] = Counter()
    for row in results.respondents(result):
        by_sender.update(row.outcomes)
    assert by_sender == said
    assert results.count(result) == len(figures["decided"]) == sum(said.values())
    in_themes = Counter(theme for row in figures["decided"] for theme in row["themes"] or [0])
    shown = results.themes(result)
    assert {row.number: row.count for row in shown} == in_themes
    for row in shown:
        points = results.points_in(result, row.number)
        assert len(points) == row.count == len(points[:])
    changes = results.changes(result)
    assert [(each.place, each.points) for each in changes] == [("chapter 2", 1)]
    assert [each.name for each in changes[0].senders] == ["Tindvang kommune"]


def test_the_public_pages_tell_nothing_of_the_desk(case: Finished, client: Client) -> None:
    slug = case.hearing.slug
    result = results.newest(slug)
    assert result is not None
    theme = results.themes(result)[0].number
    start = f"/horinger/{slug}/resultat/"
    pages = {
        each: client.get(f"{start}{each}").content.decode()
        for each in ("", "tema/", f"tema/{theme}/", "avsendere/", "endringer/")
    }
    wrong = (SECRET, "Nordmann", case.staff.caseworker.username)
    assert not [each for each, page in pages.items() for word in wrong if word in page]
    assert "Gammel tekst &lt;b&gt;" in pages["endringer/"]
    assert "<p>Ny tekst &amp; mer</p>" in pages["endringer/"]
    assert "Tindvang kommune" in pages["avsendere/"]
    assert "decided.csv" in pages[""]
    assert client.get(f"{start}tema/999999/").status_code == 404


def test_a_file_of_the_decision_is_cleaned_unless_somebody_says_as_it_is(
    case: Finished, client: Client
) -> None:
    client.force_login(case.staff.lead)
    data, slug = pdf_of(author="Ola Saksbehandler", remark="Bare for oss"), case.hearing.slug

    def public(**more: str) -> bytes:
        chosen = SimpleUploadedFile("Vedtak i saken.pdf", data, "application/pdf")
        given = {"kind": "summary", "decision": "", "address": "", "file": chosen, **more}
        answer = client.post(reverse("desk:publish-result", args=[slug]), given, follow=True)
        assert answer.status_code == 200
        told.append(answer.content.decode())
        file = client.get(reverse("portal:result-file", args=[slug, "vedtak.pdf"]))
        return b"".join(file) if file.streaming else file.content  # type: ignore[arg-type]

    told: list[str] = []
    assert b"Bare for oss" not in public()
    assert "Tatt bort: forfatter, kommentarer, vedlegg." in told[0]
    assert public(as_is="on") == data
    with pytest.raises(BadInput, match="was not looked through"):
        report_actions.publish_report(
            case.hearing.id, final=Final(file="vedtak.pdf", data=data), by=case.staff.lead,
            now=NOW, store=wiring.store(),
        )  # fmt: skip


def test_the_pages_go_with_a_result_that_is_taken_down(case: Finished, client: Client) -> None:
    row = register.of_consultation(case.hearing.id)[0]
    publishing.withhold(row.id, reason="offl. § 13", by=case.staff.lead, now=NOW)
    for each in ("tema/", "avsendere/", "endringer/"):
        assert client.get(f"/horinger/{case.hearing.slug}/resultat/{each}").status_code == 404
