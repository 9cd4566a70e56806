"""One word for where each stands, and counts that never mix lines with members."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.invitations.core.status import STANDINGS, Line, Seen, counted, standing_of

STATES = ["waiting", "sending", "unsure", "sent", "refused", "returned"]


def test_what_says_most_wins() -> None:
    everything = {"mails": ("sent",), "opened": True, "drafted": True}
    assert standing_of(Seen(**everything, declined=True, answered=True)) == "answered"  # type: ignore[arg-type]
    assert standing_of(Seen(**everything, answered=True, no_remarks=True)) == "no-remarks"  # type: ignore[arg-type]
    assert standing_of(Seen(**everything, declined=True)) == "declined"  # type: ignore[arg-type]
    assert standing_of(Seen(**everything)) == "drafted"  # type: ignore[arg-type]
    assert standing_of(Seen(("sent",), opened=True)) == "opened"
    assert standing_of(Seen(("sent",))) == "silent"
    assert standing_of(Seen(("waiting",))) == "queued"
    assert standing_of(Seen(("refused",))) == "not-reached"
    assert standing_of(Seen()) == "not-invited"


def test_a_failed_mail_counts_for_nothing_where_another_got_through() -> None:
    assert standing_of(Seen(("returned", "sent"))) == "silent"
    assert standing_of(Seen(("sent", "returned"))) == "silent"
    assert standing_of(Seen(("returned", "waiting"))) == "queued"
    assert standing_of(Seen(("returned",), opened=True)) == "opened"


def test_a_collective_line_is_one_line_and_its_members_are_counted_apart() -> None:
    members = ("answered",) * 8 + ("no-remarks",) * 2 + ("silent",) * 347
    lines = [
        Line(1, "Landets kommuner", "Kommuner", True, members),  # type: ignore[arg-type]
        Line(2, "Statsforvalterne", "Stat", True, ()),
        Line(3, "KS", "Organisasjoner", False, ("silent", "answered")),
        Line(4, "NITO", "Organisasjoner", False, ()),
        Line(5, "FFI", "Stat", False, ("opened",), answered_itself=True),
    ]
    counts = counted(lines)
    assert (counts.lines, counts.own_lines, counts.collective_lines, counts.unexpanded) == (
        5,
        3,
        2,
        1,
    )
    assert counts.own == {"answered": 2, "not-invited": 1}
    assert counts.members == {"answered": 8, "no-remarks": 2, "silent": 347}
    assert (lines[0].members, lines[0].members_answered) == (357, 10)


seen = st.builds(
    Seen, st.lists(st.sampled_from(STATES)).map(tuple),
    *[st.booleans()] * 5,
)  # fmt: skip
line = st.builds(
    Line, st.integers(), st.just("x"), st.just("g"), st.booleans(),
    st.lists(seen.map(standing_of), max_size=6).map(tuple),
)  # fmt: skip


@given(st.lists(line))
def test_the_counts_add_up(lines: list[Line]) -> None:
    counts = counted(lines)
    assert counts.lines == len(lines)
    assert sum(counts.own.values()) + counts.collective_lines == len(lines)
    assert sum(counts.members.values()) == sum(each.members for each in lines)
    assert set(counts.own) <= set(STANDINGS)
