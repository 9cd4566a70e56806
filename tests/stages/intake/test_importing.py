"""Taking in what was collected elsewhere: each file a delivery, nothing twice, each told of."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest

from innspill.pipeline import folder, importing_responses, mail_in, wiring, work
from innspill.shared.errors import BadInput
from innspill.shared.journal import queries as journal
from innspill.shared.journal.models import JournalEntry
from innspill.shared.post.models import Mail
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.models import Delivery, Import
from innspill.stages.publication import queries as publication
from tests.stages.conftest import NOW, RESPONSES, Staff

pytestmark = pytest.mark.django_db
TINDVANG = "hoyringssvar_Tindvang_kommune.docx"


@pytest.fixture(autouse=True)
def sums_hold_and_nobody_gets_a_receipt(db: None) -> Iterator[None]:
    yield
    assert publication.ledger().adds_up
    assert not Mail.objects.exists()


def mail(number: int, **headers: str) -> bytes:
    message = EmailMessage()
    message["Received"] = f"from a by b; Sun, {number} Mar 2026 12:00:00 +0100"
    message["From"] = f"Nr {number} <nr{number}@b.example>"
    message["Message-ID"] = f"<{number}@b.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(f"Svar nummer {number}: Vi vil ha rent vann.\n")
    return message.as_bytes()


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def boxed(path: Path, mails: list[bytes]) -> Path:
    box = mailbox.mbox(path)
    for each in mails:
        box.add(each)
    box.close()
    return path


def uploaded(
    hearing: ConsultationShown, path: Path, staff: Staff, key: str = "a"
) -> queries.ImportShown:
    data = path.read_bytes()
    job = actions.begin_import(
        hearing.slug, kind=importing_responses.kind_of(path.name, data), name=path.name,
        archive=data, key=key, by=staff.caseworker, now=NOW, store=wiring.store(),
    )  # fmt: skip
    work.run_until_idle()
    assert journal.mishaps() == []
    return queries.import_by_id(job)


def told(job: queries.ImportShown) -> list[tuple[str, int | None, bool, str, str]]:
    return [(row.name, row.delivery, row.is_new, row.problem, row.remark)
            for row in queries.imported(job.id)]  # fmt: skip


def test_an_archive_becomes_deliveries_with_the_times_of_its_list(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path
) -> None:
    listed = "file;received_at;channel;sender\nTindvang.docx;28.02.2026 10:00;letter;Tindvang\n"
    path = packed(tmp_path / "svar.zip", {
        "svar/received.csv": listed.encode(), "svar/Tindvang.docx": (RESPONSES / TINDVANG).read_bytes(),
        "svar/merknad.txt": b"Vi vil ha rent vann.", "svar/tom.txt": b"", "../ut.txt": b"x",
    })  # fmt: skip
    job = uploaded(hearing, path, staff)
    assert told(job) == [
        ("svar/Tindvang.docx", 1, True, "", ""), ("svar/merknad.txt", 2, True, "", "no-time"),
        ("svar/tom.txt", None, False, "empty", ""), ("../ut.txt", None, False, "outside", ""),
    ]  # fmt: skip
    assert (job.new, job.before, job.not_taken_in, job.finished_at) == (2, 0, 2, NOW)
    first = queries.by_number(1)
    assert first.received_at == datetime(2026, 2, 28, 9, tzinfo=UTC)
    assert (first.channel, first.claimed_sender, first.state) == (
        "letter",
        "Tindvang",
        "registered",
    )
    assert queries.by_number(2).received_at == NOW
    assert JournalEntry.objects.get(verb="import-ended").detail == {
        "files": 4, "new": 2, "not-taken-in": 2}  # fmt: skip


def test_a_mailbox_file_becomes_mails_with_their_server_s_time_and_is_sifted(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path
) -> None:
    mails = [mail(1), mail(2, Auto_Submitted="auto-replied"), mail(3)]
    job = uploaded(hearing, boxed(tmp_path / "post.mbox", mails), staff)
    assert [row[1:] for row in told(job)] == [(n, True, "", "time-of-mail") for n in (1, 2, 3)]
    rows = [queries.by_number(number) for number in (1, 2, 3)]
    assert [row.received_at.day for row in rows] == [1, 2, 3]
    assert {row.channel for row in rows} == {"email"}
    assert [row.state for row in rows] == ["registered", "set-aside", "registered"]
    assert [wiring.store().get(row.files[0].sha256) for row in rows] == mails


def test_a_mail_that_came_before_by_itself_is_not_taken_in_again(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path
) -> None:
    receipt = actions.receive(
        consultation_slug=hearing.slug, channel="email", files=[(mail_in.NAME, mail(1))],
        idempotency_key="mail:1@b.example", now=NOW, store=wiring.store(),
    )  # fmt: skip
    path = boxed(tmp_path / "post.mbox", [mail(1), mail(2)])
    job = uploaded(hearing, path, staff)
    assert [row[1:3] for row in told(job)] == [(receipt.number, False), (2, True)]
    again = uploaded(hearing, path, staff, key="b")
    assert (again.new, again.before) == (0, 2)
    assert Delivery.objects.count() == 2


def test_stopped_after_any_file_it_goes_on_there_and_takes_nothing_in_twice(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    mails = [mail(n) for n in range(1, 7)]
    data = boxed(tmp_path / "post.mbox", mails).read_bytes()
    job = actions.begin_import(
        hearing.slug, kind="mbox", name="post.mbox", archive=data, key="k", by=staff.caseworker,
        now=NOW, store=wiring.store(),
    )  # fmt: skip
    real, done = actions.import_next, []

    def dies(*given: object, **named: object) -> None:
        if len(done) % 2 == 0:
            done.append("killed")
            raise Killed
        real(*given, **named)  # type: ignore[arg-type]
        done.append("taken")

    monkeypatch.setattr(actions, "import_next", dies)
    for _ in mails:
        with pytest.raises(Killed):
            importing_responses.go_on(job, now=NOW)
    importing_responses.go_on(job, now=NOW)
    shown = queries.import_by_id(job)
    assert (shown.new, shown.before, shown.finished_at) == (6, 0, NOW)
    assert Delivery.objects.count() == 6


def test_two_who_go_on_with_one_job_at_once_take_each_file_once(
    hearing: ConsultationShown, staff: Staff
) -> None:
    from innspill.shared.errors import Conflict
    from innspill.stages.intake.actions import Brought

    job = actions.begin_import(
        hearing.slug, kind="zip", name="a.zip", archive=b"PK", key="k", by=staff.caseworker,
        now=NOW, store=wiring.store(),
    )  # fmt: skip
    brought = Brought("a.txt", "1", 1, 2, data=b"Hei", key="a")
    actions.import_next(job, brought, after="", now=NOW, store=wiring.store())
    with pytest.raises(Conflict):
        actions.import_next(job, brought, after="", now=NOW, store=wiring.store())
    assert len(queries.imported(job)) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 nei", "no sound .zip"),
        (b"From en person som skrev", "no mailbox"),
    ],
)
def test_an_archive_that_cannot_be_opened_ends_with_the_reason(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "svar").write_bytes(data)
    job = uploaded(hearing, tmp_path / "svar", staff)
    assert said in job.problem
    assert job.finished_at == NOW
    assert not Delivery.objects.exists()


def test_a_list_with_an_error_takes_nothing_in_and_names_the_line(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path
) -> None:
    path = packed(tmp_path / "a.zip", {"received.csv": b"file,received_at\na.txt,i gar\n",
                                       "a.txt": b"Hei"})  # fmt: skip
    job = uploaded(hearing, path, staff)
    assert "line 2" in job.problem
    assert not Delivery.objects.exists()


def test_a_folder_is_taken_in_where_it_lies_and_once(
    hearing: ConsultationShown, tmp_path: Path
) -> None:
    (tmp_path / "svar").mkdir()
    maildir = mailbox.Maildir(tmp_path / "svar" / "Innboks")
    maildir.add(mail(1))
    (tmp_path / "svar" / "merknad.txt").write_text("Vi vil ha rent vann.")
    (tmp_path / "svar" / "received.csv").write_text(
        "file,received_at\nmerknad.txt,2026-03-05T10:00+01:00\n"
    )
    seen: list[tuple[int, int]] = []
    job = importing_responses.take_in(
        tmp_path / "svar", hearing.slug, now=NOW, progress=lambda *at: seen.append(at)
    )
    assert (job.new, job.not_taken_in, seen) == (2, 0, [(1, 2), (2, 2)])
    assert {row.channel: row.received_at.day for row in map(queries.by_number, (1, 2))} == {
        "folder": 5, "email": 1}  # fmt: skip
    again = importing_responses.take_in(tmp_path / "svar", hearing.slug, now=NOW)
    assert (again.new, again.before) == (0, 2)
    assert Import.objects.filter(finished_at=None).count() == 0


def test_a_folder_that_was_taken_in_before_there_were_imports_is_the_same(
    hearing: ConsultationShown, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Hei")
    folder.take_in(tmp_path, consultation_slug=hearing.slug, now=NOW, store=wiring.store())
    assert importing_responses.take_in(tmp_path, hearing.slug, now=NOW).before == 1


def test_one_that_was_stopped_on_the_command_line_is_ended_by_the_next(
    hearing: ConsultationShown, tmp_path: Path
) -> None:
    path = packed(tmp_path / "svar.zip", {"a.txt": b"Hei"})
    actions.begin_import(
        hearing.slug, kind="zip", name="svar.zip", archive=None, key="x", by=None, now=NOW,
        store=wiring.store(),
    )  # fmt: skip
    assert queries.unfinished_imports() == []
    importing_responses.take_in(path, hearing.slug, now=NOW)
    # PostgreSQL goes on counting where the test before left off.
    jobs = Import.objects.order_by("-pk").values_list("pk", flat=True)
    assert [(job.problem != "", job.new) for job in map(queries.import_by_id, jobs)] == [
        (False, 1), (True, 0)]  # fmt: skip


def test_what_is_neither_folder_nor_archive_is_bad_input(
    hearing: ConsultationShown, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Hei")
    with pytest.raises(BadInput, match="neither"):
        importing_responses.take_in(tmp_path / "a.txt", hearing.slug, now=NOW)
    with pytest.raises(BadInput, match="no such hearing"):
        importing_responses.take_in(tmp_path, "ingen", now=NOW)


def test_what_only_the_list_names_is_told_once(
    hearing: ConsultationShown, staff: Staff, tmp_path: Path
) -> None:
    path = tmp_path / "svar.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("her.txt", "Vi støtter forslaget.")
        archive.writestr("received.csv", "file,sender\nher.txt,Lag A\nborte.docx,Lag B\n")
    job = importing_responses.take_in(path, hearing.slug, now=NOW)
    assert (job.new, job.not_taken_in) == (1, 1)
    assert [(row.name, row.problem) for row in queries.imported(job.id)] == [
        ("her.txt", ""),
        ("borte.docx", "only-listed"),
    ]
