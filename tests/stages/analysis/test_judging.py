"""What people say of comments: beside the machine's word, counted, undone, and never lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from innspill.shared.errors import BadInput, NotAllowed
from innspill.shared.journal import queries as journal
from innspill.shared.people.models import Owner
from innspill.stages.analysis import actions, queries
from innspill.stages.analysis.core.targets import of_answer
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.analysis.conftest import Read
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db


def test_a_word_stands_beside_the_machine_s_and_is_undone_by_the_one_before(
    hearing: ConsultationShown, owner: Owner, read: Read, staff: Staff
) -> None:
    row = read()[0]
    for value in ("opposes", row.stance):
        actions.label(
            consultation_id=hearing.id, target=row.fingerprint, kind="stance", value=value,
            note=" Står i andre avsnitt. ", by=staff.caseworker, now=NOW,
        )  # fmt: skip
        again = queries.comments_by_id([row.id])[0]
        assert again.stance == value
        assert again.suggestions[0].value == row.suggestions[0].value
    said = queries.history(hearing.slug, [owner], row.fingerprint)
    assert [each.value for each in said] == [row.stance, "opposes"]
    assert {(each.note, each.by) for each in said} == {("Står i andre avsnitt.", "caseworker")}


def test_only_words_that_mean_something_are_taken_and_only_from_who_may(
    hearing: ConsultationShown, read: Read, staff: Staff
) -> None:
    row = read()[0]
    for kind, value, target in [
        ("stance", "maybe", row.fingerprint), ("theme", "999999", row.fingerprint),
        ("link", "chapter", row.fingerprint), ("stance", "opposes", "0" * 64),
        ("proposal", "yes", row.fingerprint), ("colour", "red", row.fingerprint),
    ]:  # fmt: skip
        with pytest.raises(BadInput):
            actions.label(
                consultation_id=hearing.id, target=target, kind=kind, value=value,
                by=staff.caseworker, now=NOW,
            )  # fmt: skip
    with pytest.raises(NotAllowed):
        actions.label_many([row.id], kind="stance", value="opposes", by=staff.stranger, now=NOW)
    with pytest.raises(BadInput):
        actions.confirm([row.id, 999_999], by=staff.caseworker, now=NOW)


def test_confirming_keeps_the_machine_s_words_and_leaves_a_person_s_alone(
    slug: str, owner: Owner, read: Read, staff: Staff
) -> None:
    rows = read()
    actions.label_many([rows[0].id], kind="stance", value="no-stand", by=staff.caseworker, now=NOW)
    actions.confirm([row.id for row in rows], by=staff.caseworker, now=NOW)
    again = read()
    assert all(row.confirmed for row in again)
    assert [row.stance for row in again] == ["no-stand", *(row.stance for row in rows[1:])]
    stance = next(each for each in queries.quality(slug, [owner]) if each.kind == "stance")
    points = {row.fingerprint: row for row in rows}
    held = [row for row in points.values() if row.stance != "unclear"]
    assert (stance.n, stance.kept) == (len(held), len(held) - 1)
    assert 0 < stance.low < stance.kept / stance.n < stance.high < 1
    assert actions.confirm([rows[0].id], by=staff.caseworker, now=NOW) == 0


def test_a_proposal_that_the_machine_did_not_see_is_added_and_taken_away(
    hearing: ConsultationShown, owner: Owner, read: Read, staff: Staff,
    other_rules: Callable[[], object],
) -> None:  # fmt: skip
    row = next(row for row in read() if not row.proposals)
    fields = {"start": 0, "end": 12, "actor": "Direktoratet", "action": "veilede"}

    def say(target: str, value: str) -> str:
        return actions.label(
            consultation_id=hearing.id, target=target, kind="proposal", value=value,
            detail=fields, by=staff.caseworker, now=NOW,
        )  # fmt: skip

    target = say(row.fingerprint, "yes")
    (added,) = queries.comments_by_id([row.id])[0].proposals
    assert (added.id, added.span.end, added.said["actor"]) == (0, 12, "Direktoratet")
    listed = queries.proposals(hearing.slug, [owner])
    assert row.text[:12] in [each.words for each in listed]
    other_rules()
    assert [each.target for each in read(number=row.number) for each in each.proposals].count(
        target
    ) == 1
    say(target, "no")
    assert target not in [each.target for row in read() for each in row.proposals]
    proposals = next(
        each for each in queries.quality(hearing.slug, [owner]) if each.kind == "proposal"
    )
    assert proposals.n == 0
    fields["end"] = 99_999
    with pytest.raises(BadInput, match="do not stand there"):
        say(row.fingerprint, "yes")


def test_an_answer_against_its_tick_is_flagged_until_a_person_has_judged_it(
    hearing: ConsultationShown, owner: Owner, hand_in: HandIn, work_on: Callable[[], int],
    staff: Staff,
) -> None:  # fmt: skip
    hand_in("Granmo_svarskjema_utfylt.docx")
    work_on()
    against = [row for row in queries.answer_stances(hearing.id) if row.text_disagrees]
    assert against
    flagged = queries.comments(hearing.slug, [owner], CommentFilter(flagged=True))
    assert flagged
    assert {(row.reference, row.question) for row in flagged} <= {
        (row.reference, row.question) for row in against
    }
    for row in against:
        actions.label(
            consultation_id=hearing.id, target=of_answer(row.reference, row.question),
            kind="stance", value="reservations", by=staff.caseworker, now=NOW,
        )  # fmt: skip
    assert queries.comments(hearing.slug, [owner], CommentFilter(flagged=True)) == []
    counted = queries.counts(hearing.slug, [owner])
    assert counted is not None
    first = next(each for each in counted.questions if each.question == against[0].question)
    assert against[0].reference in first.total.stances["reservations"]


def test_whoever_confirms_the_comments_of_an_answer_against_its_tick_is_done_with_it(
    hearing: ConsultationShown, owner: Owner, hand_in: HandIn, work_on: Callable[[], int],
    staff: Staff,
) -> None:  # fmt: skip
    hand_in("Granmo_svarskjema_utfylt.docx")
    work_on()
    flagged = queries.comments(hearing.slug, [owner], CommentFilter(flagged=True))
    actions.confirm([row.id for row in flagged], by=staff.caseworker, now=NOW)
    assert flagged
    assert queries.progress(hearing.slug, [owner]).flagged == 0


def test_filters_combine_and_tell_how_many_there_are_of_each(
    slug: str, owner: Owner, read: Read
) -> None:
    everything = read()
    page = queries.page(slug, [owner], size=5)
    assert (page.total, len(page.rows)) == (len(everything), 5)
    assert sum(page.counted["question"].values()) == page.total
    stance = everything[0].stance
    some = queries.page(
        slug, [owner], CommentFilter(stance=stance, question=everything[0].question)
    )
    assert {(row.stance, row.question) for row in some.rows} == {(stance, everything[0].question)}
    assert some.counted["stance"][stance] == some.total
    assert sum(some.counted["question"].values()) == sum(row.stance == stance for row in everything)
    word = everything[0].text.split()[0].upper()
    assert everything[0].id in {row.id for row in read(words=word)}
    assert read(words="finnesikkesomord") == []
    last = queries.page(slug, [owner], page=99, size=5)
    assert last.page == last.pages


def test_a_page_takes_as_few_statements_for_many_comments_as_for_few(
    slug: str, owner: Owner
) -> None:
    counts = []
    for size in (1, 50):
        with CaptureQueriesContext(connection) as asked:
            queries.page(slug, [owner], CommentFilter(words="a", unconfirmed=True), size=size)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_each_word_leaves_one_line_without_the_text(slug: str, read: Read, staff: Staff) -> None:
    rows = read()
    before = journal.line_count()
    actions.confirm([row.id for row in rows[:3]], by=staff.caseworker, now=NOW)
    assert journal.line_count() == before + 1
    (line,) = journal.about(f"consultation {slug}")[-1:]
    assert rows[0].text[:20] not in str(line)
