"""Which response stands, in which order, and which are no response of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from innspill.stages.register.core.lateness import is_late
from innspill.stages.register.core.standing import register, sort_out
from innspill.stages.register.core.values import Arrival
from tests.core.register.cases import hearing, on, response


def test_responses_are_numbered_in_order_of_receipt():
    entries = register(
        hearing(), [(response("FHI"), on(9)), (response("KS"), on(3)), (response("Lier kommune"), on(5))]
    )  # fmt: skip
    assert [(each.reference, each.read.sender.name) for each in entries] == [
        ("26/100-1", "KS"),
        ("26/100-2", "Lier kommune"),
        ("26/100-3", "FHI"),
    ]


def test_a_later_response_of_the_same_organisation_supersedes_the_earlier_one():
    first, second, third = register(
        hearing(),
        [
            (response("Folkehelseinstituttet", "Nytt svar"), on(20)),
            (response("FHI", "Første svar"), on(3)),
            (response("KS"), on(10)),
        ],
    )
    assert (first.standing, first.superseded_by) == ("superseded", third.reference)
    assert (second.standing, third.standing) == ("current", "current")


def test_all_stand_where_the_hearing_does_not_ask_for_one_each():
    entries = register(
        hearing(one_each=False), [(response("FHI", "Ett"), on(3)), (response("FHI", "To"), on(4))]
    )
    assert [each.standing for each in entries] == ["current", "current"]


def test_persons_and_unsure_senders_never_supersede_each_other():
    entries = register(
        hearing(),
        [
            (response("Kari Nordmann", "Ett"), on(3)),
            (response("Kari Nordmann", "To"), on(4)),
            (response(None, "Tre"), on(5)),
            (response(None, "Fire"), on(6)),
        ],
    )
    assert {each.standing for each in entries} == {"current"}


def test_a_cover_note_alone_never_takes_the_place_of_a_letter():
    note = response("FHI", "Vedlagt ligger svaret.", kind="cover-note")
    letter, later = register(hearing(), [(response("FHI"), on(3)), (note, on(4))])
    assert (letter.standing, later.standing) == ("current", "current")


def test_an_order_that_nobody_knows_is_by_file_name_and_flagged():
    a = response("FHI", "Ett", file="a.txt")
    b = response("FHI", "To", file="b.txt")
    first, second = register(hearing(), [(b, Arrival()), (a, Arrival())])
    assert (first.read.file, first.standing) == ("a.txt", "superseded")
    assert "order-unknown" in first.flags
    assert "order-unknown" in second.flags


def test_the_same_bytes_again_are_not_a_second_response():
    first = response("FHI", file="svar.docx")
    again = response("FHI", file="kopi.docx")
    found = sort_out(hearing(), [(first, on(3)), (again, on(4))])
    assert len(found.registered) == 1
    assert [(each.reason, each.duplicate_of) for each in found.set_aside] == [
        ("duplicate", "svar.docx")
    ]


def test_the_same_bytes_from_two_senders_are_two_responses():
    first = response("x", file="a.docx", sha256="1" * 64)
    again = response("x", file="b.docx", sha256="1" * 64)
    reads = [(first, on(3, sender="Lier kommune")), (again, on(4, sender="Asker kommune"))]
    assert len(register(hearing(), reads)) == 2


def test_what_cannot_be_read_is_set_aside_and_nothing_is_lost():
    broken = response(None, file="svar.pdf", kind="unreadable", problem="the file ends too early")
    found = sort_out(hearing(), [(broken, on(3)), (response("FHI"), on(4))])
    assert [each.read.file for each in found.set_aside] == ["svar.pdf"]
    assert len(found.registered) + len(found.set_aside) == 2


def test_the_deadline_is_the_end_of_the_day_in_oslo():
    # summer time began on 29 March 2026: midnight is 22:00 in UTC
    last = datetime(2026, 3, 31, 21, 59, 59, 999999, tzinfo=UTC)
    for moment, late in ((last, False), (last + timedelta(microseconds=1), True)):
        entry = register(hearing(), [(response("FHI"), Arrival(moment))])[0]
        assert entry.late is late
        assert ("late" in entry.flags) is late


def test_nothing_is_late_for_a_hearing_without_a_deadline():
    assert is_late(datetime(2026, 4, 1, tzinfo=UTC), None) is False
    assert is_late(None, None) is False


def test_lateness_is_unknown_without_a_time_of_receipt_never_assumed():
    assert register(hearing(), [(response("FHI"), Arrival())])[0].late is None
    assert is_late(None, datetime(2026, 4, 1, tzinfo=UTC)) is None


def test_many_responses_get_one_number_each():
    reads = [
        (response(f"Kommune{n} kommune", file=f"{n}.txt"), on(1 + n % 28)) for n in range(2000)
    ]
    assert len({each.reference for each in register(hearing(), reads)}) == 2000
