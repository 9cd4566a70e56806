"""Fetching from Dovecot, the mail server that most run: the same promises as from any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings

from innspill.pipeline import wiring, work
from innspill.stages.intake.models import Delivery
from tests import dovecot_server

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        dovecot_server.PROGRAM is None, reason="there is no Dovecot on this machine"
    ),
]
RAW = "From: a@b.example\r\nMessage-ID: <{0}@b>\r\nSubject: Nr {0}\r\n\r\nHei på deg\r\n"


def test_mails_are_fetched_byte_for_byte_put_away_unread_and_taken_in_once(tmp_path: Path) -> None:
    mails = [RAW.format(number).encode() for number in range(3)]
    with (
        dovecot_server.running(tmp_path / "dovecot") as server,
        override_settings(IMAP=server.url),
    ):
        for raw in mails:
            server.put(raw)
        assert work.fetch_mails() == 3
        assert (server.lying_in("INBOX"), server.lying_in("Behandlet")) == ([], mails)
        assert server.seen("Behandlet") == 0
        assert work.fetch_mails() == 0
    kept = [wiring.store().get(row.items.get().sha256) for row in Delivery.objects.all()]
    assert kept == mails


def test_what_cannot_be_stored_stays_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with (
        dovecot_server.running(tmp_path / "dovecot") as server,
        override_settings(IMAP=server.url),
    ):
        server.put(RAW.format(1).encode())
        with monkeypatch.context() as patch:
            patch.setattr("innspill.adapters.byte_store.FolderByteStore.put", full)
            assert work.fetch_mails() == 0
        assert len(server.lying_in("INBOX")) == 1
        assert server.seen("INBOX") == 0
        assert work.fetch_mails() == 1
