"""What people write in a report is kept: versions, two at once, and back to the machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.reports.core.edited.arranging import Place, places, whole
from innspill.stages.reports.core.edited.values import PartOf, Taken
from innspill.stages.reports.core.parts.values import (
    Block,
    Heading,
    Paragraph,
    ReportPart,
    Sentence,
)
from innspill.stages.reports.texts import actions, queries
from tests.stages.conftest import NOW, Staff

pytestmark = pytest.mark.django_db
OF = PartOf("summary", "nb", "process")


def _said(*texts: str) -> tuple[Block, ...]:
    return (Heading("Prosessen", 1), *(Paragraph((Sentence(text),)) for text in texts))


PARTS = (
    ReportPart("process", "Prosessen", 1, _said("47 svarte.")[1:]),
    ReportPart("ledger", "Regnskap", 1, ()),
)
MACHINE = whole(PARTS[0])


def _stands(hearing: ConsultationShown) -> tuple[ReportPart, ...]:
    return queries.with_human_parts(hearing.id, "summary", "nb", PARTS)


def _write(hearing: ConsultationShown, staff: Staff, text: str, seen: int = 0) -> actions.Kept:
    return actions.write_part(
        hearing.id, OF, _said(text), machine=MACHINE, seen=seen, by=staff.caseworker, now=NOW
    )


def test_a_persons_words_stand_in_the_report_until_the_part_is_given_back(
    hearing: ConsultationShown, staff: Staff
) -> None:
    kept = _write(hearing, staff, "Nesten 50 svarte.")
    part = _stands(hearing)[0]
    assert (part.by, part.blocks, part.differs) == ("person", _said("Nesten 50 svarte.")[1:], False)
    actions.give_back(hearing.id, OF, seen=kept.id, by=staff.caseworker, now=NOW)
    assert _stands(hearing)[0] == PARTS[0]
    assert [each.back for each in queries.history(hearing.id, OF)] == [True, False]


def test_words_are_kept_once_however_often_they_are_sent(
    hearing: ConsultationShown, staff: Staff
) -> None:
    first = _write(hearing, staff, "Nesten 50 svarte.")
    lines = JournalEntry.objects.count()
    assert _write(hearing, staff, "Nesten 50 svarte.") == first
    assert JournalEntry.objects.count() == lines


def test_two_who_write_at_once_are_both_kept_and_one_who_has_seen_both_chooses(
    hearing: ConsultationShown, staff: Staff
) -> None:
    first = _write(hearing, staff, "Den første skrev dette.")
    second = _write(hearing, staff, "Den andre skrev dette.")
    assert (first.stands, second.stands) == (True, False)
    assert _stands(hearing)[0].blocks == _said("Den første skrev dette.")[1:]
    (beside,) = queries.unsettled(hearing.id, "summary", "nb")
    assert beside.blocks == _said("Den andre skrev dette.")
    # The first one writes on without having seen the second: it is not settled by that.
    third = _write(hearing, staff, "Den første skrev mer.", first.id)
    assert third.stands
    assert len(queries.unsettled(hearing.id, "summary", "nb")) == 1
    chosen = _write(hearing, staff, "Den andre skrev dette.", third.id)
    assert chosen.stands
    assert queries.unsettled(hearing.id, "summary", "nb") == []
    assert len(queries.history(hearing.id, OF)) == 4


def test_keeping_what_stands_settles_it_too(hearing: ConsultationShown, staff: Staff) -> None:
    first = _write(hearing, staff, "Den første.")
    second = _write(hearing, staff, "Den andre.")
    again = _write(hearing, staff, "Den første.", second.id)
    assert again.stands
    assert again.id != first.id
    assert queries.unsettled(hearing.id, "summary", "nb") == []


def test_a_part_is_not_given_back_over_words_that_nobody_saw(
    hearing: ConsultationShown, staff: Staff
) -> None:
    _write(hearing, staff, "Skrevet.")
    with pytest.raises(Conflict):
        actions.give_back(hearing.id, OF, seen=0, by=staff.caseworker, now=NOW)
    assert _stands(hearing)[0].by == "person"


def test_a_late_answer_marks_a_persons_part_and_changes_the_machines_own(
    hearing: ConsultationShown, staff: Staff
) -> None:
    _write(hearing, staff, "47 svarte, og de svarte godt.")
    later = (replace(PARTS[0], blocks=_said("48 svarte.")[1:]), *PARTS[1:])
    part = queries.with_human_parts(hearing.id, "summary", "nb", later)[0]
    assert part.differs
    assert part.blocks == _said("47 svarte, og de svarte godt.")[1:]
    assert queries.with_human_parts(hearing.id, "summary", "nn", later) == later


def test_an_outline_is_kept_in_versions_and_nobody_overwrites_anothers(
    hearing: ConsultationShown, staff: Staff
) -> None:
    placed = (Place("ledger"), Place("own:1", heading="Tilrådingen"), Place("process", False))
    actions.save_outline(hearing.id, "summary", placed, seen=0, by=staff.caseworker, now=NOW)
    assert queries.outline_of(hearing.id, "summary").places == placed
    assert [part.heading for part in _stands(hearing)] == ["Regnskap", "Tilrådingen"]
    with pytest.raises(Conflict):
        actions.save_outline(hearing.id, "summary", (), seen=0, by=staff.lead, now=NOW)
    assert queries.outline_of(hearing.id, "ministry") == queries.NO_OUTLINE


def test_a_file_is_taken_in_as_a_whole_with_its_new_parts(
    hearing: ConsultationShown, staff: Staff
) -> None:
    taken = (
        Taken("process", _said("Fra Word."), MACHINE),
        Taken("", _said("Helt nytt."), after="process", heading="Vår tilråding"),
    )
    kept = actions.take_in(
        hearing.id, "summary", "nb", taken, parts=PARTS, by=staff.caseworker, now=NOW
    )
    assert [each.stands for each in kept] == [True, True]
    assert [(part.key, part.by) for part in _stands(hearing)] == [
        ("process", "person"), ("own:1", "person"), ("ledger", "machine"),
    ]  # fmt: skip
    assert places(PARTS, queries.outline_of(hearing.id, "summary").places)[1].heading == (
        "Vår tilråding"
    )


def test_only_those_who_work_on_the_case_may_write(
    hearing: ConsultationShown, staff: Staff
) -> None:
    for person in (staff.reader, staff.stranger, staff.administrator):
        with pytest.raises(NotAllowed):
            actions.write_part(hearing.id, OF, (), machine=(), seen=0, by=person, now=NOW)
    with pytest.raises(BadInput, match="no kind"):
        actions.write_part(
            hearing.id, replace(OF, kind="poem"), (), machine=(), seen=0,  # type: ignore[arg-type]
            by=staff.lead, now=NOW,
        )  # fmt: skip
