"""The journal is signed each hour that it grew, at once when a hearing turns, and never for nothing."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from pytest_django.fixtures import Settings

from innspill.pipeline import doctor, proving, wiring, work
from innspill.shared.errors import BadInput, StampUnavailable
from innspill.shared.journal import actions, queries, signing
from innspill.shared.journal.models import Checkpoint, JournalEntry, Mishap, Stamp
from innspill.shared.journal.verifying import opened
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


class Authority:
    """Stamps at a fixed time, or is down."""

    def __init__(self) -> None:
        self.down = False
        self.asked = 0

    def stamp(self, data: bytes) -> tuple[bytes, datetime]:
        self.asked += 1
        if self.down:
            raise StampUnavailable("nobody answers")
        return b"token over " + data, datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    found = Authority()
    monkeypatch.setattr(wiring, "stamp_authority", lambda: found)
    yield found
    proving._silent_since.clear()


def happen(verb: str = "tried", at: datetime = NOW) -> None:
    with transaction.atomic():
        actions.write(verb, "thing", actor="test", detail={}, at=at)


def run_at(now: datetime, settings: Settings) -> int:
    """Runs the step at a moment; how many checkpoints there are then."""
    settings.NOW = now.isoformat()
    for thing in proving.due():
        proving.make_checkpoint(thing, now=now)
    return Checkpoint.objects.count()


def test_a_checkpoint_is_of_the_journal_as_it_stands_and_signed() -> None:
    for _ in range(5):
        happen()
    assert actions.checkpoint("hour", NOW) == 5
    shown = queries.latest_checkpoint()
    assert shown is not None
    tree = opened(shown.note, signing.public_key())
    assert (tree.origin, tree.size, tree.root.hex()) == ("innspill.local", 5, shown.root)
    assert shown.root == queries.proof_for(1, 5)["root"]
    told = JournalEntry.objects.get(verb="checkpoint")
    assert (told.number, told.detail["root"]) == (6, shown.root)


def test_without_a_new_line_there_is_no_new_checkpoint(settings: Settings) -> None:
    assert run_at(NOW, settings) == 0
    happen()
    assert run_at(NOW, settings) == 1
    assert run_at(NOW + 5 * HOUR, settings) == 1
    assert actions.checkpoint("hour", NOW + 5 * HOUR) is None


def test_one_is_made_each_hour_that_the_journal_grew(settings: Settings) -> None:
    happen()
    run_at(NOW, settings)
    happen()
    assert run_at(NOW + HOUR - timedelta(seconds=1), settings) == 1
    assert run_at(NOW + HOUR, settings) == 2


@pytest.mark.parametrize("verb", sorted(proving.AT_ONCE))
def test_one_is_made_at_once_when_a_hearing_turns(verb: str, settings: Settings) -> None:
    happen()
    run_at(NOW, settings)
    happen(verb)
    assert run_at(NOW + timedelta(seconds=2), settings) == 2
    assert queries.checkpoints()[0].reason == "phase"
    assert run_at(NOW + timedelta(seconds=4), settings) == 2


def test_the_verbs_that_count_are_those_that_hearings_write() -> None:
    source = Path(actions.__file__).parents[2] / "stages"
    written = "\n".join(
        path.read_text("utf-8")
        for stage in ("consultations", "publication")
        for path in (source / stage).rglob("actions*/*.py")
    )
    assert not [verb for verb in proving.AT_ONCE if f'"{verb}"' not in written]


@pytest.mark.parametrize("back", [timedelta(minutes=40), timedelta(days=400)])
def test_a_clock_that_is_put_back_neither_stops_nor_floods_them(
    back: timedelta, settings: Settings
) -> None:
    happen()
    run_at(NOW, settings)
    made = []
    for minute in range(0, 300, 10):
        happen(at=NOW)
        made.append(run_at(NOW - back + timedelta(minutes=minute), settings))
    assert 4 <= made[-1] <= 7


def test_the_worker_makes_them(settings: Settings) -> None:
    happen()
    work.run_until_idle()
    assert [shown.size for shown in queries.checkpoints()] == [1]
    assert work.run_until_idle() == 0


def test_the_database_refuses_to_change_one() -> None:
    happen()
    actions.checkpoint("hour", NOW)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Checkpoint.objects.update(reason="phase")


def test_the_latest_one_is_stamped_once(authority: Authority) -> None:
    happen()
    work.run_until_idle()
    assert work.run_until_idle() == 0
    shown = queries.latest_checkpoint()
    assert shown is not None
    assert shown.stamped_at == datetime(2026, 4, 1, 9, tzinfo=UTC)
    assert authority.asked == 1
    assert JournalEntry.objects.filter(verb="stamped").count() == 1
    assert proving.due() == []


def test_an_authority_that_is_down_stops_nothing_and_is_asked_again_later(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.down = True
    happen()
    work.run_until_idle()
    work.run_until_idle()
    assert (authority.asked, Mishap.objects.count(), Stamp.objects.count()) == (1, 0, 0)
    authority.down = False
    monkeypatch.setattr(proving, "PAUSE", 0.0)
    work.run_until_idle()
    assert Stamp.objects.count() == 1


def test_the_key_is_made_once_for_its_owner_alone(home: Path, settings: Settings) -> None:
    first = signing.public_key()
    place = home / "signing-key"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert place.read_text().startswith("PRIVATE+KEY+innspill.local+")
    settings.ORIGIN = "another.example"
    assert signing.public_key() == first
    assert [path.name for path in home.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize(
    "text", ["", "no key", "PRIVATE+KEY+a+b+c", "PRIVATE+KEY+a+00000000+AQ==",
             "PRIVATE+KEY+a+00000000+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"],
)  # fmt: skip
def test_a_damaged_key_is_named_and_not_replaced(text: str, home: Path) -> None:
    (home / "signing-key").write_text(text)
    with pytest.raises(BadInput, match="no signing key"):
        signing.public_key()
    assert (home / "signing-key").read_text() == text


def test_the_doctor_looks_at_the_key(home: Path) -> None:
    finding = doctor._signing()
    assert (finding.well, finding.says) == (True, signing.public_key())
    happen()
    actions.checkpoint("hour", NOW)
    (home / "signing-key").chmod(0o644)
    assert "can be read by others" in doctor._signing().says
    (home / "signing-key").unlink()
    assert "Put it back" in doctor._signing().says
    (home / "signing-key").write_text("no key")
    assert not doctor._signing().well
