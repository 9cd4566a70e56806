"""What of a delivery is hashed into the journal: every field that could be changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

from innspill.shared.values import sha256_of
from innspill.stages.intake.core.kept import ASIDE, ENVELOPE, aside, envelope, said
from innspill.stages.intake.core.receipt import FileReceived, receipt_of

CEST = timezone(timedelta(hours=2))
ROW = SimpleNamespace(
    number=17, channel="email", received_at=datetime(2026, 5, 5, 1, 2, 3, 4, tzinfo=CEST),
    consultation_id=3, asked_for="vann", stored_at=datetime(2026, 5, 4, 23, 3, tzinfo=UTC),
    relayed_at=None, claimed_sender="Vannlaget", claimed_email="vann@example.no",
    idempotency_key="mail:a@b", body_id=9, replaces_id=11, salt="5a",
)  # fmt: skip


def test_the_receipt_s_part_has_time_way_hearing_files_and_salt() -> None:
    file = FileReceived("svar.docx", sha256_of(b"a"), 1)
    assert said(ROW, [file]) == {
        "schema": "innspill/receipt/2", "number": 17, "channel": "email", "hearing": "vann",
        "received_at": "2026-05-04T23:02:03.000004Z", "salt": "5a",
        "files": [{"name": "svar.docx", "sha256": sha256_of(b"a"), "size": 1}],
    }  # fmt: skip


def test_the_envelope_has_who_it_came_from_and_what_it_replaces() -> None:
    assert envelope(ROW) == {
        "salt": "5a", "consultation": 3, "asked_for": "vann", "relayed_at": None,
        "stored_at": "2026-05-04T23:03:00.000000Z", "sender": "Vannlaget",
        "email": "vann@example.no", "key": "mail:a@b", "body": 9, "replaces": 11,
    }  # fmt: skip
    assert envelope(ROW).keys() == {*ENVELOPE, "salt"}
    relayed = SimpleNamespace(**{**vars(ROW), "relayed_at": datetime(2026, 5, 4, tzinfo=UTC)})
    assert envelope(relayed)["relayed_at"] == "2026-05-04T00:00:00.000000Z"


def test_what_was_set_aside_has_why_by_whom_and_when() -> None:
    row = SimpleNamespace(
        reason="duplicate", explanation="som nr. 4", duplicate_of_id=4, by_id=2,
        at=datetime(2026, 5, 4, 12, tzinfo=UTC),
    )  # fmt: skip
    assert aside(row, "5a") == {
        "salt": "5a", "reason": "duplicate", "explanation": "som nr. 4", "duplicate_of": 4,
        "by": 2, "at": "2026-05-04T12:00:00.000000Z",
    }  # fmt: skip
    assert aside(row, "5a").keys() == {*ASIDE, "salt"}


def test_a_receipt_is_read_from_its_json_as_it_was() -> None:
    content = {**said(ROW, [FileReceived("svar.docx", sha256_of(b"a"), 1)]), "journal_position": 41}
    receipt = receipt_of(content)
    assert (receipt.number, receipt.journal_position, receipt.content) == (17, 41, content)
    assert receipt.received_at == ROW.received_at
    assert receipt.files == (FileReceived("svar.docx", sha256_of(b"a"), 1),)
