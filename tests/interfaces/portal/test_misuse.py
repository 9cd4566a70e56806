"""What strangers try at the portal: other people's drafts, floods of mails and drafts, odd fields."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from innspill.interfaces.portal.urls import _of_a_draft
from innspill.interfaces.ui.log_lines import LogLine
from innspill.pipeline.receipt_mails import due
from innspill.shared.journal.models import JournalEntry
from innspill.shared.post.models import Mail
from innspill.shared.post.queries import MOST_ABOUT, MOST_TO
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.retention import KEPT_EMPTY
from innspill.stages.drafting.models import Draft
from innspill.stages.intake.models import Delivery
from tests.stages.conftest import NOW

from .test_drafts import base_of, first_step, link_for, write
from .test_web_form import begin, draft_of, say_who

pytestmark = pytest.mark.django_db


def colleague(base: str, role: queries.Role) -> tuple[Client, str]:
    """Somebody who holds a link of this role and has said their name."""
    client, link = Client(), link_for(base, role)
    client.post(link + "navn/", {"name": "Ola"})
    return client, link


def state(base: str) -> dict[str, object]:
    """All of a draft that a commenter may not change, and what follows from handing it in."""
    row = Draft.objects.get(pk=draft_of(base).id)
    shown = queries.shown(row.pk)
    return {
        "lock": row.lock, "state": row.state, "language": row.language, "about": shown.about,
        "no_remarks": shown.no_remarks, "answers": shown.answers, "files": shown.files,
        "internal": shown.internal_deadline, "deliveries": Delivery.objects.count(),
        "mails": Mail.objects.count(), "lines": JournalEntry.objects.count(),
        "settled": [note.settled_at for note in shown.notes],
    }  # fmt: skip


def everything_at_once(client: Client, base: str, step: str) -> dict[str, str]:
    """Fields that would do something at any page of a draft."""
    page = client.get(step).content.decode()
    return {
        "q1-text": "Kapret", "q1-revision": "1", "kind": "person", "name": "Kapret",
        "email": "kapret@example.org", "comment": "Kapret", "based_on": "99",
        "question": "1", "revision": "1", "to": "kapret@example.org", "internal": "2026-05-05",
        "role": "editor", "began": "", "csrf": str(len(page)),
    }  # fmt: skip


DOS = (
    "", "here", "next", "later", "share", "lang:nn", "take:1", "dismiss:1", "drop:1", "send",
    "internal", "new-links", "change", "decision", "answer-all", "untick:q1", "hand-in",
)  # fmt: skip


def test_a_commenter_can_do_nothing_by_any_page_but_say_their_name_and_comment(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    write(client, step, "Vårt svar.")
    actions.add_note(
        draft_of(base).id, "1", kind="proposal", text="Bedre.", ticks=None, by="Ola", now=NOW
    )
    sent = everything_at_once(client, base, step)
    theirs, link = colleague(base, "commenter")
    before = state(base)
    own = {"token": link.split("/")[2], "key": step.rstrip("/").rpartition("/")[2],
           "question_id": "1", "number": 1, "ending": "pdf", "file_id": 1}  # fmt: skip
    for pattern in _of_a_draft:
        wanted = {"token", *pattern.pattern.converters}
        address = reverse(f"portal:{pattern.name}", kwargs={key: own[key] for key in wanted})
        for do in DOS:
            answer = theirs.post(address, {**sent, "do": do})
            assert answer.status_code in {200, 302, 403, 404, 405, 409, 422}, (pattern.name, do)
            assert state(base) == before, (pattern.name, do)


def test_an_editor_neither_hands_in_nor_takes_back_nor_changes_the_links(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    theirs, link = colleague(base, "editor")
    lock = state(base)["lock"]
    for page in ("se-over/", "kvittering/", "trekk/", "samarbeid/", "senere/"):
        for do in DOS:
            if do != "send":
                theirs.post(link + page, {"do": do, "began": ""})
    now = state(base)
    assert (now["state"], now["lock"], now["deliveries"]) == ("open", lock, 0)
    assert now["mails"] == 0
    assert theirs.get(link + "kvittering/").status_code == 403


def test_a_link_whose_role_or_draft_is_changed_by_hand_opens_nothing(
    client: Client, open_hearing: ConsultationShown
) -> None:
    mine, other = base_of(client, open_hearing), base_of(client, open_hearing)
    link = link_for(mine, "commenter")
    numbers = [str(draft_of(each).id) for each in (mine, other)]
    for forged in (
        link.replace("-commenter-", "-owner-"),
        link.replace(f"/{numbers[0]}-", f"/{numbers[1]}-", 1),
        link.replace(f"/{numbers[0]}-", "/" + "9" * 30 + "-", 1),
        link.rpartition(".")[0] + "./",
    ):
        assert client.get(forged).status_code == 404
        assert client.post(forged + "se-over/", {}).status_code == 404


def test_a_file_of_another_draft_is_not_there(
    client: Client, open_hearing: ConsultationShown
) -> None:
    mine, other = base_of(client, open_hearing), base_of(client, open_hearing)
    step = first_step(client, other)
    file = SimpleUploadedFile("notat.pdf", b"%PDF-1")
    client.post(step, {"do": "upload", "q1-revision": "0", "q1-file": file})
    (theirs,) = queries.shown(draft_of(other).id).files
    assert client.get(f"{other}fil/{theirs.id}/").status_code == 200
    assert client.get(f"{mine}fil/{theirs.id}/").status_code == 404


def test_the_house_writes_no_more_than_so_often_about_one_draft_or_to_one_address(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    for _ in range(MOST_TO + 5):
        answer = client.post(base + "samarbeid/", {"do": "send", "to": "offer@example.org"})
    assert Mail.objects.filter(to="offer@example.org").count() == MOST_TO
    page = client.get(answer["Location"]).content.decode()
    assert "Vent en time, eller kopier lenken" in page
    other = base_of(client, open_hearing)
    client.post(other + "samarbeid/", {"do": "send", "to": "OFFER@example.org"})
    assert Mail.objects.count() == MOST_TO
    for number in range(MOST_ABOUT):
        client.post(base + "samarbeid/", {"do": "send", "to": f"offer{number}@example.org"})
    assert Mail.objects.count() == MOST_ABOUT


def test_a_receipt_waits_where_an_address_got_many_mails(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    base = base_of(client, open_hearing)
    email = draft_of(base).about.email
    assert email
    client.post(base + "se-over/", {"began": ""})
    assert due() == [draft_of(base).id]
    for _ in range(MOST_TO):
        client.post(base + "senere/")
    assert due() == []
    settings.NOW = (NOW + timedelta(hours=2)).isoformat()
    assert due() == [draft_of(base).id]


def test_a_mail_to_a_colleague_carries_no_advertisement_for_a_name(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    theirs, link = Client(), link_for(base, "editor")
    theirs.post(link + "navn/", {"name": "Vinn nå på www.svindel.example"})
    theirs.post(link + "samarbeid/", {"do": "send", "to": "offer@example.org"})
    mail = Mail.objects.get()
    assert "svindel" not in mail.text
    assert mail.text.startswith("En kollega ber deg")


def test_links_in_mails_begin_with_our_own_address_whatever_host_is_asked_for(
    client: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    settings.ALLOWED_HOSTS = ["*"]
    base = base_of(client, open_hearing)
    client.post(base + "senere/", headers={"host": "ond.example"})
    mail = Mail.objects.get()
    assert "https://horing.example/utkast/" in mail.text
    assert "ond.example" not in mail.text


def test_looking_begins_no_draft(client: Client, open_hearing: ConsultationShown) -> None:
    for page in ("", "svar-inn/", "svar-inn/?do=web", "svar-inn/filer/"):
        client.get(f"/horinger/{open_hearing.slug}/{page}")
        client.head(f"/horinger/{open_hearing.slug}/{page}")
    assert Draft.objects.count() == 0


def test_a_flood_of_new_drafts_is_stopped_in_words(
    client: Client, open_hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innspill.stages.drafting.actions.whole.MOST_BEGUN", 2)
    begin(client, open_hearing)
    begin(client, open_hearing)
    answer = client.post(f"/horinger/{open_hearing.slug}/svar-inn/", {"do": "web"})
    assert answer.status_code == 503
    assert "send svaret som fil" in answer.content.decode()
    assert Draft.objects.count() == 2


def test_drafts_in_which_nothing_was_written_are_deleted_soon(
    client: Client, open_hearing: ConsultationShown
) -> None:
    begin(client, open_hearing)
    written = begin(client, open_hearing)
    say_who(client, written)
    client.post(f"/horinger/{open_hearing.slug}/svar-inn/", {"do": "no-remarks"})
    assert Draft.objects.count() == 3
    assert queries.abandoned(NOW + KEPT_EMPTY - timedelta(minutes=1)) == []
    then = NOW + KEPT_EMPTY
    assert queries.abandoned(then) == [open_hearing.id]
    assert actions.forget_abandoned(open_hearing.id, now=then) == 1
    assert Draft.objects.count() == 2


def test_secret_pages_are_kept_nowhere_and_told_to_nobody(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    for page in ("", "oversikt/", "avsender/", "se-over/", "samarbeid/", "senere/", "utkast.pdf"):
        answer = client.get(base + page)
        assert "no-store" in answer["Cache-Control"], page
        assert answer["Referrer-Policy"] == "same-origin", page
        assert answer["X-Frame-Options"] == "DENY", page
        assert answer["X-Robots-Tag"] == "noindex, nofollow", page


def test_the_log_holds_no_link_that_opens_something() -> None:
    line = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "Not Found: %s", ("/utkast/1-owner-ab.cd/x/",),
        None,
    )  # fmt: skip
    said = LogLine().format(line)
    assert said.endswith("Not Found: /utkast/…/x/")
    assert logging.getLogger().handlers


def test_odd_numbers_and_letters_in_fields_are_no_surprise(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    for odd in ("9" * 6000, "²", "-1", "1e9", "\x00", "٣", ""):
        assert client.get(f"{base}avsender/", {"avsendere": odd}).status_code == 200
        for page in (step, f"{base}avsender/", f"{base}samarbeid/", f"{base}lagre/"):
            for do in ("take", "drop", "to"):
                sent = {"do": f"{do}:{odd}", "q1-revision": odd, "based_on": odd, "question": odd,
                        "q1-text": f"a\x00{odd[:50]}"}  # fmt: skip
                assert client.post(page, sent).status_code < 500, (page, odd[:9])
    client.get(f"/horinger/{open_hearing.slug}/svar/{10**30}/")


def test_too_much_in_one_page_is_said_in_words(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    step = first_step(client, base)
    large = client.post(step, {"q1-text": "x" * 6_000_000, "q1-revision": "0"})
    many = client.post(step, {f"f{number}": "x" for number in range(25_000)})
    lines = client.post(step, {"q1-text": "x\n" * 150_000, "q1-revision": "0"})
    for answer in (large, many, lines):
        assert answer.status_code == 413
    whole = "Et langt svar. " * 20_000
    assert client.post(step, {"q1-text": whole, "q1-revision": "0"}).status_code == 302
    assert queries.shown(draft_of(base).id).answers["1"].text == whole.strip()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded; charset=utf-16", b"question=%ff%fe"),
        ("multipart/form-data", b"abc"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a\r\n'),
        ("application/json", b'{"a":'),
    ],
)
def test_a_body_that_no_browser_sends_is_refused_in_words(
    client: Client, open_hearing: ConsultationShown, kind: str, body: bytes
) -> None:
    base = base_of(client, open_hearing)
    for page in (f"{base}avsender/", f"/horinger/{open_hearing.slug}/svar-inn/", "/finnes-ikke/"):
        answer = client.post(page, body, content_type=kind)
        assert answer.status_code in {200, 400, 404, 422}, (page, answer.status_code)
