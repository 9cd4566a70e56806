"""The signing key is gone: nothing is signed by a stranger, and there is a way on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from innspill.interfaces.cli.starting import prepare_home
from innspill.interfaces.portal import checking
from innspill.pipeline import doctor, inspecting, mail_in, wiring
from innspill.shared.errors import BadInput, SigningKeyLost
from innspill.shared.journal import actions, keys, queries, signing
from innspill.shared.journal.models import Checkpoint, JournalEntry
from innspill.shared.journal.verifying import check_receipt, main
from innspill.stages.intake.models import Delivery
from tests.stages.conftest import NOW, HandIn
from tests.stages.journal.test_held_to_the_lines import behind

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(home: Path, hand_in: HandIn) -> Path:
    """The key of a home that has received something, with a checkpoint over it."""
    hand_in("svar.txt", b"Vi er enige.")
    actions.checkpoint("hour", NOW)
    return home / signing.KEY


def faults() -> tuple[str, ...]:
    return inspecting.inspect(store=wiring.store()).faults


def test_it_is_made_only_where_nothing_was_signed(home: Path, hand_in: HandIn) -> None:
    first = signing.public_key()
    (home / signing.KEY).unlink()
    assert signing.public_key() != first
    hand_in("svar.txt", b"Vi er enige.")
    (home / signing.KEY).unlink()
    with pytest.raises(SigningKeyLost, match=r"Put it back .* doctor --new-key"):
        signing.public_key()
    assert not (home / signing.KEY).exists()


def test_nothing_starts_and_mails_stay_where_they_are_without_it(place: Path) -> None:
    kept = place.rename(place.with_name("elsewhere"))
    with pytest.raises(SigningKeyLost):
        prepare_home()
    assert (doctor._signing().well, place.exists()) == (False, False)
    mail = b"From: a@kommune.example\r\nSubject: svar\r\n\r\nVi er uenige.\r\n"
    put_away: list[int] = []

    class Box:
        def waiting(self) -> list[tuple[int, bytes]]:
            return [(1, mail)]

        def put_away(self, at: int) -> None:
            put_away.append(at)

    with pytest.raises(SigningKeyLost):
        mail_in.fetch(Box(), clock=wiring.clock(), store=wiring.store())  # type: ignore[arg-type]
    assert (put_away, Delivery.objects.count()) == ([], 1)
    kept.rename(place)
    assert mail_in.fetch(Box(), clock=wiring.clock(), store=wiring.store()) == 1  # type: ignore[arg-type]
    assert put_away == [1]


def test_with_a_new_one_what_the_old_one_signed_still_holds(
    place: Path, hand_in: HandIn, tmp_path: Path
) -> None:
    former, old = signing.public_key(), Delivery.objects.get().receipt
    before = Checkpoint.objects.get().note
    place.unlink()
    now = doctor.make_new_key()
    assert (signing.public_key(), queries.keys()) == (now, (now, former))
    line = JournalEntry.objects.get(verb="new-key")
    assert line.detail == {"former": former, "key": now}
    later = hand_in("mer.txt", b"Vi er uenige.").content
    assert later["key"] == now
    assert faults() == ()
    assert doctor._signing().well
    assert "which was lost" in doctor._signing().says
    for receipt in (old, later):
        check_receipt(receipt)
        verdict = checking.verdict_on(json.dumps(receipt).encode(), [], wiring.store())
        assert verdict.state == "whole"
        looked = inspecting.inspect(store=wiring.store(), receipt=receipt, checkpoint=before)
        assert looked.faults == ()
    newest = queries.latest_checkpoint()
    assert newest is not None
    (tmp_path / "r.json").write_text(json.dumps(old))
    (tmp_path / "c.json").write_text(json.dumps(queries.signed_lines(newest.size)))
    given = [str(tmp_path / "r.json"), "--checkpoint", str(tmp_path / "c.json")]
    assert main([*given, "--key", former, "--later-key", now]) == 0
    assert main([*given, "--key", former]) == 1
    assert former in Client().get("/bevis/").content.decode()


def test_it_may_be_lost_twice_and_before_anything_came(home: Path) -> None:
    lost = []
    for _ in range(2):
        actions.record_mishap(step="tried", thing=1, what="", now=NOW)
        actions.checkpoint("hour", NOW)
        lost.append(signing.public_key())
        (home / signing.KEY).unlink()
        doctor.make_new_key()
    assert queries.keys() == (signing.public_key(), *reversed(lost))
    assert faults() == ()
    with pytest.raises(BadInput, match="the signing key is there"):
        doctor.make_new_key()


@pytest.mark.parametrize(
    "change", [lambda note: note.replace("\n", "\n\n", 1), lambda note: f"{note}x", lambda _: ""]
)
def test_a_checkpoint_of_the_former_key_that_was_changed_is_found(
    place: Path, change: Callable[[str], str]
) -> None:
    place.unlink()
    doctor.make_new_key()
    row = Checkpoint.objects.earliest("size")
    behind(
        "journal_checkpoint",
        lambda: Checkpoint.objects.filter(pk=row.pk).update(note=change(row.note)),
    )
    assert any("not what this key signs" in fault for fault in faults())


def test_a_key_that_no_line_tells_of_is_found(place: Path) -> None:
    place.unlink()
    doctor.make_new_key()
    place.unlink()
    signing.put_in_place(signing.made())
    assert any("another one is used after it" in fault for fault in faults())
    assert not doctor._signing().well
    assert not keys.is_ours(signing.made()[1])
