"""Receipts that somebody made or changed: none is called ours, and none makes us cry out."""

from __future__ import annotations

import pytest
from django.test import Client

from innspill.interfaces.portal import proof_words
from innspill.shared.journal import actions as journal
from innspill.shared.journal import queries as journal_queries
from innspill.shared.journal import signing, verifying
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import NOW

from .test_proof import STANDS, handed_in, show


def test_a_receipt_under_somebody_else_s_signature_is_none_of_ours(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = handed_in(open_hearing)
    forger = signing.Signer("innspill.local", b"x" * 32)
    signed = forger.signed(receipt["tree_size"], bytes.fromhex(receipt["root"]))
    page = show(client, receipt | {"checkpoint": signed, "key": forger.public_key})
    assert str(proof_words.NOT_FROM_HERE) in page
    assert STANDS not in page


@pytest.mark.parametrize("key", ["ours", "another"])
def test_nobody_can_make_us_say_that_something_is_lost(
    client: Client, open_hearing: ConsultationShown, key: str
) -> None:
    handed_in(open_hearing)
    shown_key = signing.public_key() if key == "ours" else None
    leaf = verifying.canonical({
        "actor": "innspill", "at": "2026-04-01T10:00:00.000000Z", "number": 1,
        "detail": {"received_at": "2026-04-01T10:00:00.000000Z", "files": []},
        "subject": "delivery 900", "verb": "received",
    })  # fmt: skip
    forged = {
        "schema": verifying.RECEIPT_1, "number": 900, "received_at": "2026-04-01T10:00:00.000000Z",
        "files": [], "leaf": leaf.decode(), "journal_position": 1, "tree_size": 1, "proof": [],
        "root": verifying.leaf_hash(leaf).hex(), "key": shown_key,
    }  # fmt: skip
    verifying.check_receipt(forged)
    page = show(client, forged)
    assert str(proof_words.IS_LOST) not in page
    assert str(proof_words.NOT_FROM_HERE) in page


def test_a_receipt_put_together_from_what_we_show_is_no_reason_for_alarm(
    client: Client, open_hearing: ConsultationShown
) -> None:
    receipt = handed_in(open_hearing)
    handed_in(open_hearing, "annet.txt")
    size = journal.checkpoint("hour", NOW)
    latest = journal_queries.latest_checkpoint()
    assert size is not None
    assert latest is not None
    later = journal_queries.proof_for(receipt["journal_position"], size)
    made = receipt | {"tree_size": size, "proof": later["proof"], "root": latest.root,
                      "checkpoint": latest.note}  # fmt: skip
    for forged in (made, receipt | {"number": str(receipt["number"])}):
        page = show(client, forged)
        assert "Kvitteringen er endret" in page or "ikke hel" in page
        assert str(proof_words.IS_LOST) not in page
        assert "er ikke den samme som da" not in page
