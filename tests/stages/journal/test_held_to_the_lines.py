"""Checkpoints, stamps and the head held to the journal's lines; and what others read of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction

from innspill.shared.journal import actions, merkle, queries, signing, walking
from innspill.shared.journal.append_only import append_only, lifted, put_up, take_down
from innspill.shared.journal.canonical import canonical
from innspill.shared.journal.models import (
    Checkpoint,
    Counter,
    JournalEntry,
    JournalHead,
    Stamp,
)
from innspill.shared.journal.verifying import opened
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
STAMPED_AT = datetime(2026, 4, 1, 9, tzinfo=UTC)


class Authority:
    """Stamps at a fixed time."""

    def stamp(self, data: bytes) -> tuple[bytes, datetime]:
        return b"over " + hashlib.sha256(data).digest(), STAMPED_AT


def happen(many: int = 1, at: datetime = NOW) -> None:
    with transaction.atomic():
        for number in range(many):
            actions.write("tried", f"thing {number}", actor="test", detail={"n": number}, at=at)


@pytest.fixture
def signed() -> None:
    """Three lines, a checkpoint of them, its line and its stamp; two more, and one of six."""
    happen(3)
    assert actions.checkpoint("hour", NOW) == 3
    actions.stamp(3, authority=Authority(), now=NOW)
    happen(1)
    assert actions.checkpoint("phase", NOW + HOUR) == 6


def faults() -> list[str]:
    walked = walking.walk((walking.CHECKPOINT, walking.STAMPED))
    return [*walked.faults, *walking.checkpoint_faults(walked)]


def behind(table: str, change: Callable[[], object]) -> None:
    """What somebody with all rights on the database may do."""
    with connection.cursor() as cursor:
        for statement in take_down(connection.vendor, table):
            cursor.execute(statement)
        change()
        for statement in put_up(connection.vendor, table):
            cursor.execute(statement)


def of(size: int) -> Checkpoint:
    return Checkpoint.objects.get(size=size)


def test_a_journal_that_is_whole_has_no_faults(signed: None) -> None:
    assert faults() == []
    walked = walking.walk(["tried"])
    assert (walked.size, len(walked.leaves)) == (7, 7)
    assert [line.number for line in walked.lines["tried"]] == [1, 2, 3, 6]
    line = walked.lines["tried"][3]
    row = JournalEntry.objects.get(number=6)
    assert (line.at, line.subject, line.detail) == (NOW, "thing 0", {"n": 0})
    assert merkle.leaf_hash(line.leaf_data).hex() == row.leaf
    assert line.root == walked.root_at(6) == bytes.fromhex(of(6).root)
    assert walked.root_at(2) == merkle.root_of(walked.leaves[:2])
    assert walked.root == merkle.root_of(walked.leaves)
    assert sorted(walked.roots) == [3, 6]
    assert walking.walk().lines == {}


@pytest.mark.parametrize(
    ("table", "change", "says"),
    [
        ("journal_checkpoint", lambda: of(6).delete(), "checkpoint 6: is gone"),
        ("journal_checkpoint", lambda: Checkpoint.objects.create(
            size=2, root="00", at=NOW, reason="hour", note=""), "checkpoint 2: no line tells of it"),
        ("journal_checkpoint", lambda: Checkpoint.objects.filter(size=6).update(root="00"),
         "checkpoint 6: the lines before it are others now"),
        ("journal_checkpoint", lambda: Checkpoint.objects.filter(size=6).update(reason="hour"),
         "checkpoint 6: its time or reason was changed"),
        ("journal_checkpoint", lambda: Checkpoint.objects.filter(size=6).update(at=NOW),
         "checkpoint 6: its time or reason was changed"),
        ("journal_checkpoint", lambda: Checkpoint.objects.filter(size=6).update(note="a note"),
         "checkpoint 6: it is not what this key signs"),
        ("journal_stamp", lambda: Stamp.objects.all().delete(),
         "checkpoint 3: its stamp is gone or was changed"),
        ("journal_stamp", lambda: Stamp.objects.update(token=b"another"),
         "checkpoint 3: its stamp is gone or was changed"),
        ("journal_stamp", lambda: Stamp.objects.update(at=NOW),
         "checkpoint 3: its stamp is gone or was changed"),
        ("journal_stamp", lambda: Stamp.objects.create(checkpoint=of(6), token=b"x", at=NOW),
         "checkpoint 6: its stamp is gone or was changed"),
        ("journal_journalhead", lambda: JournalHead.objects.update(size=5),
         "7 lines are here, the head says 5"),
        ("journal_journalhead", lambda: JournalHead.objects.update(peaks=["00" * 32]),
         "the head does not fit the lines"),
        ("journal_journalhead", lambda: JournalHead.objects.create(pk=9), "there are 2 heads"),
        ("journal_journalhead", lambda: JournalHead.objects.all().delete(),
         "7 lines are here, the head says 0"),
    ],
)  # fmt: skip
def test_each_change_behind_its_back_is_named(
    signed: None, table: str, change: Callable[[], object], says: str
) -> None:
    if table == "journal_journalhead":
        change()
    else:
        behind(table, change)
    assert faults() == [says]


def test_lines_that_are_gone_are_found_by_the_checkpoint_after_them(signed: None) -> None:
    behind("journal_journalentry", lambda: JournalEntry.objects.filter(number__gt=4).delete())
    found = faults()
    assert found[0] == "4 lines are here, the head says 7"
    assert "checkpoint 6: is gone" not in found
    assert "checkpoint 6: no line tells of it" in found


def test_a_checkpoint_of_more_lines_than_there_are_is_named(signed: None) -> None:
    happen(1)
    told = JournalEntry.objects.get(number=7).detail | {"size": 9}
    behind("journal_checkpoint", lambda: Checkpoint.objects.filter(size=6).update(size=9))
    behind(
        "journal_journalentry", lambda: JournalEntry.objects.filter(number=7).update(detail=told)
    )
    assert faults()[:2] == ["line 7 was changed", "the head does not fit the lines"]
    assert "checkpoint 9: there are only 8 lines" in faults()


def test_two_lines_of_one_checkpoint_are_named(signed: None) -> None:
    detail = JournalEntry.objects.get(number=7).detail
    with transaction.atomic():
        actions.write("checkpoint", "checkpoint 6", actor="x", detail=detail, at=NOW + HOUR)
    assert faults() == ["two lines tell of the same checkpoint"]


@pytest.mark.parametrize("detail", [["no object"], {"n": 0.5}])
def test_a_line_that_holds_what_no_line_holds_was_changed(signed: None, detail: object) -> None:
    behind(
        "journal_journalentry", lambda: JournalEntry.objects.filter(number=6).update(detail=detail)
    )
    walked = walking.walk(["tried"])
    assert walked.faults[0] == "line 6 was changed"
    assert walked.lines["tried"][3].detail == (detail if isinstance(detail, dict) else {})


def test_a_line_that_is_missing_ends_the_walk(signed: None) -> None:
    behind("journal_journalentry", lambda: JournalEntry.objects.filter(number=2).delete())
    check = queries.check()
    assert check.faults == ("line 2 is missing", "1 lines are here, the head says 7")
    assert check.size == 1


def test_a_long_journal_is_read_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "_PAGE", 2)
    happen(5)
    check = queries.check()
    assert (check.size, check.faults) == (5, ())
    assert check.root == queries.proof_for(1, 5)["root"]


def test_what_is_shown_of_checkpoints_is_what_was_signed(signed: None) -> None:
    newest, oldest = queries.checkpoints()
    assert (newest.size, newest.at, newest.reason, newest.stamped_at) == (
        6,
        NOW + HOUR,
        "phase",
        None,
    )
    assert (oldest.size, oldest.at, oldest.reason, oldest.stamped_at) == (
        3,
        NOW,
        "hour",
        STAMPED_AT,
    )
    assert queries.checkpoints(1) == [newest]
    assert queries.latest_checkpoint() == newest
    assert queries.checkpoint_of(3) == oldest
    assert queries.checkpoint_of(4) is None
    tree = opened(newest.note, signing.public_key())
    assert (tree.size, tree.root.hex()) == (6, newest.root)
    assert queries.unstamped() == [6]
    actions.stamp(6, authority=Authority(), now=NOW)
    assert queries.unstamped() == []
    assert queries.line_count() == 8
    actions.stamp(6, authority=Authority(), now=NOW)
    assert queries.line_count() == 8


def test_an_empty_journal_has_nothing_to_show() -> None:
    assert queries.latest_checkpoint() is None
    assert queries.checkpoint_due(NOW, at_once={"tried"}) is None
    assert (queries.unstamped(), queries.line_count(), queries.line_hashes()) == ([], 0, ())
    assert queries.last_inspection() is None
    assert queries.last_looked_at() is None
    assert queries.check() == queries.JournalCheck(0, hashlib.sha256(b"").hexdigest(), ())


def test_line_hashes_and_proofs_are_of_so_many_lines(signed: None) -> None:
    leaves = tuple(JournalEntry.objects.order_by("number").values_list("leaf", flat=True))
    assert queries.line_hashes() == leaves
    assert queries.line_hashes(3) == leaves[:3]
    proof = queries.proof_for(2, 3)
    raw = [bytes.fromhex(leaf) for leaf in leaves[:3]]
    assert proof == {
        "position": 2, "size": 3, "root": merkle.root_of(raw).hex(),
        "proof": [step.hex() for step in merkle.proof_of(1, raw)],
        "consistency": [step.hex() for step in merkle.consistency_of(2, raw)],
    }  # fmt: skip
    with pytest.raises(IndexError):
        queries.proof_for(2, 8)


def test_the_signed_lines_are_of_a_checkpoint_or_of_now(signed: None) -> None:
    kept = queries.signed_lines(3)
    assert kept == {
        "schema": "innspill/checkpoint/2", "note": of(3).note, "leaves": list(queries.line_hashes(3)),
    }  # fmt: skip
    now = queries.signed_lines()
    assert opened(now["note"], signing.public_key()).size == len(now["leaves"]) == 7


def test_a_line_stands_only_to_the_letter(signed: None) -> None:
    row = JournalEntry.objects.get(number=2)
    entry = actions.entry_as_json(2, row.at, row.actor, row.verb, row.subject, row.detail)
    shown = canonical(entry).decode()
    assert queries.stands(2, shown)
    assert not queries.stands(2, shown + " ")
    assert not queries.stands(3, shown)
    assert not queries.stands(99, shown)
    behind(
        "journal_journalentry", lambda: JournalEntry.objects.filter(number=2).update(leaf="00" * 32)
    )
    assert not queries.stands(2, shown)


def test_why_a_checkpoint_is_due() -> None:
    happen()
    assert queries.checkpoint_due(NOW, at_once=()) == "hour"
    assert queries.checkpoint_due(NOW, at_once={"tried"}) == "phase"
    actions.checkpoint("hour", NOW)
    assert queries.checkpoint_due(NOW + HOUR, at_once={"checkpoint"}) is None
    happen()
    early, late = NOW + HOUR - timedelta(seconds=1), NOW + HOUR
    assert queries.checkpoint_due(early, at_once=()) is None
    assert queries.checkpoint_due(late, at_once=()) == "hour"
    assert queries.checkpoint_due(NOW - HOUR, at_once=()) == "hour"
    assert queries.checkpoint_due(early, at_once={"tried"}) == "phase"


def test_inspections_are_kept_and_told_newest_first() -> None:
    actions.note_inspection(files=3, lines=7, faults=["a file is gone"], now=NOW + HOUR)
    actions.note_inspection(files=4, lines=8, faults=[], now=NOW)
    assert queries.last_inspection() == queries.InspectionShown(NOW, 4, 8, ())
    assert queries.inspections(5)[1] == queries.InspectionShown(
        NOW + HOUR, 3, 7, ("a file is gone",)
    )
    assert len(queries.inspections(1)) == 1
    assert queries.last_looked_at() == NOW
    (newest, oldest) = queries.about("everything")
    assert newest == queries.LineShown(
        NOW, "innspill", "inspected", {"files": 4, "lines": 8, "faults": 0}
    )
    assert oldest.detail == {"files": 3, "lines": 7, "faults": 1}


def test_a_mishap_is_left_alone_until_somebody_lets_it_try_again() -> None:
    actions.record_mishap(step="read", thing=4, what="a surprise", now=NOW)
    actions.record_mishap(step="read", thing=4, what="another", now=NOW + HOUR)
    (row,) = queries.mishaps()
    assert (row.step, row.thing, row.what, row.at) == ("read", 4, "a surprise", NOW)
    assert queries.left_alone("read") == {4}
    assert queries.left_alone("sift") == set()
    actions.try_again(mishap_id=row.id, actor="Kari", now=NOW + HOUR)
    assert queries.mishaps() == []
    told = [(line.at, line.actor, line.verb, line.detail) for line in queries.about("read 4")]
    assert told == [
        (NOW + HOUR, "Kari", "try-again", {}),
        (NOW + HOUR, "innspill", "mishap", {"step": "read"}),
        (NOW, "innspill", "mishap", {"step": "read"}),
    ]


def test_what_is_told_of_a_checkpoint_and_its_stamp(signed: None) -> None:
    stamped, made = queries.about("checkpoint 3")
    note = of(3).note.encode()
    token = hashlib.sha256(b"over " + hashlib.sha256(note).digest()).hexdigest()
    assert stamped == queries.LineShown(
        NOW, "innspill", "stamped", {"token": token, "at": "2026-04-01T09:00:00.000000Z"}
    )
    assert made == queries.LineShown(
        NOW, "innspill", "checkpoint", {"size": 3, "root": of(3).root, "reason": "hour",
         "key": signing.public_key()},
    )  # fmt: skip


def test_a_series_is_held_in_turn_without_a_number_being_spent() -> None:
    with transaction.atomic():
        actions.in_turn("series")
        assert actions.next_number("series") == 1
        actions.in_turn("series")
        assert actions.next_number("series") == 2
    assert walking.counters() == {"series": 2}
    assert Counter.objects.count() == 1


def test_the_very_first_line_makes_the_head_and_the_next_ones_keep_it() -> None:
    happen(3)
    (head,) = JournalHead.objects.all()
    assert (head.pk, head.size, len(head.peaks)) == (1, 3, 2)


class Editor:
    """What takes the SQL of a migration's step, for a database that is not here."""

    def __init__(self, vendor: str) -> None:
        self.connection = self
        self.vendor = vendor
        self.done: list[str] = []

    def execute(self, statement: str) -> None:
        self.done.append(" ".join(statement.split()))


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_a_step_guards_its_tables_and_its_undoing_lifts_the_guard(vendor: str) -> None:
    up = [" ".join(sql.split()) for table in ("one", "two") for sql in put_up(vendor, table)]
    down = [sql for table in ("one", "two") for sql in take_down(vendor, table)]
    for step, there, back in ((append_only, up, down), (lifted, down, up)):
        run, undo = Editor(vendor), Editor(vendor)
        step("one", "two").code(None, run)
        step("one", "two").reverse_code(None, undo)
        assert (run.done, undo.done) == (there, back)


def test_the_guard_is_one_trigger_for_each_way_of_changing() -> None:
    assert take_down("sqlite", "t") == [
        "DROP TRIGGER IF EXISTS t_no_update", "DROP TRIGGER IF EXISTS t_no_delete",
    ]  # fmt: skip
    assert take_down("postgresql", "t") == [
        "DROP TRIGGER IF EXISTS t_no_update ON t", "DROP TRIGGER IF EXISTS t_no_delete ON t",
        "DROP TRIGGER IF EXISTS t_no_truncate ON t",
    ]  # fmt: skip
    function, *triggers = put_up("postgresql", "t")
    assert "innspill_refuse()" in function
    assert ["".join(sql.split()) for sql in triggers] == [
        f"CREATETRIGGERt_no_{verb}BEFORE{verb}ONtFOREACHSTATEMENTEXECUTEFUNCTIONinnspill_refuse()"
        for verb in ("update", "delete", "truncate")
    ]
    with pytest.raises(KeyError):
        put_up("oracle", "t")


def test_what_is_not_there_is_neither_stamped_nor_tried_again() -> None:
    with pytest.raises(ObjectDoesNotExist):
        actions.stamp(4, authority=Authority(), now=NOW)
    with pytest.raises(ObjectDoesNotExist):
        actions.try_again(mishap_id=4, actor="Kari", now=NOW)
