"""What colleagues write to each other stays with them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from innspill.pipeline import wiring, work
from innspill.shared.errors import BadInput
from innspill.shared.journal.models import JournalEntry
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Target
from innspill.stages.handover import actions as handover
from innspill.stages.handover import queries as packages
from innspill.stages.reports import actions as reports
from innspill.stages.reports.models import Report
from tests.stages.conftest import NOW
from tests.stages.deciding_words import decide_on

from .conftest import Shared

SECRET, TOLD = "Grønnsvartrost", "Kvitrygg"
"""Words that stand nowhere else: one in a note, one in a reason."""


def test_notes_are_kept_on_their_target_in_their_order(shared: Shared) -> None:
    one = Target("comment", shared.rows[0].fingerprint)
    theme = Target("theme", str(shared.rows[0].themes[0]))
    for text, target in (("Først", one), ("Om temaet", theme), (" Så \n", one)):
        actions.write_note(shared.hearing.id, target, text, by=shared.staff.lead, now=NOW)
    found = queries.notes(shared.hearing.slug, [shared.owner], [one])
    assert [note.text for note in found] == ["Først", "Så"]
    assert len(queries.notes(shared.hearing.slug, [shared.owner])) == 3
    for text in (" \n", "x" * 4001):
        with pytest.raises(BadInput):
            actions.write_note(shared.hearing.id, one, text, by=shared.staff.lead, now=NOW)


def test_nothing_is_noted_or_claimed_that_the_hearing_does_not_have(shared: Shared) -> None:
    row, by = shared.rows[0], shared.staff.lead
    strange = (
        Target("comment", "f" * 64), Target("theme", "99999"), Target("theme", "x"),
        Target("like", "f" * 64), Target("like", row.fingerprint),
    )  # fmt: skip
    for target in strange:
        with pytest.raises(BadInput, match="not there any more"):
            actions.write_note(shared.hearing.id, target, "Se her.", by=by, now=NOW)
        with pytest.raises(BadInput, match="not there any more"):
            actions.claim(shared.hearing.id, target, by=by, now=NOW)
    assert queries.notes(shared.hearing.slug, [shared.owner]) == []
    assert not queries.claims(shared.hearing.id, NOW)


def test_no_note_stands_in_the_journal_a_report_or_what_is_handed_over(shared: Shared) -> None:
    row, by, store = shared.rows[0], shared.staff.lead, wiring.store()
    actions.write_note(
        shared.hearing.id, Target("comment", row.fingerprint), SECRET, by=by, now=NOW
    )
    decide_on([row.id], outcome="noted", reason=TOLD, by=by)
    work.run_until_idle()
    assert not [line for line in JournalEntry.objects.all() if SECRET in str(line.detail)]
    made = reports.make_report(shared.hearing.id, now=NOW, store=store)
    assert made is not None
    handover.make_package(shared.hearing.id, by=by, store=store, now=NOW)
    assert packages.packages(shared.hearing.slug, [shared.owner])
    kept = all_that_is_kept(shared.home)
    assert [text for text in kept if TOLD in text], "what is told is found by this search"
    assert not [text for text in kept if SECRET in text]
    assert not [row for row in Report.objects.values() if SECRET in str(row)]


def all_that_is_kept(home: Path) -> list[str]:
    """Every file of the home as text, and what lies in those that are packed."""
    found = []
    for path in home.rglob("*"):
        if not path.is_file():
            continue
        waiting = [path.read_bytes()]
        while waiting:
            data = waiting.pop()
            found.append(data.decode("utf-8", "replace"))
            if is_zipfile(BytesIO(data)):
                with ZipFile(BytesIO(data)) as packed:
                    waiting += [packed.read(name) for name in packed.namelist()]
    return found
