"""The board's sums: whatever it gathers by, nothing is lost or counted twice within a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.deciding.core.board import GATHERED, NONE, Point, gathered, whole
from innspill.stages.deciding.core.values import DECIDING, LastWord, Target

WORDS = st.none() | st.builds(
    LastWord, st.integers(1, 9), st.sampled_from(DECIDING),
    st.builds(Target, st.sampled_from(["comment", "like", "theme"]), st.just("1")),
)  # fmt: skip
POINTS = st.lists(
    st.builds(
        Point,
        id=st.integers(1, 99),
        fingerprint=st.text("ab", min_size=1, max_size=2),
        number=st.integers(1, 4),
        question=st.sampled_from(["", "1", "2"]),
        themes=st.lists(st.integers(1, 3), unique=True).map(tuple),
        places=st.lists(st.sampled_from(["chapter 1", "annex A"]), unique=True).map(tuple),
        proposals=st.integers(0, 2),
        group=st.lists(st.text("ab", min_size=1, max_size=2), min_size=1, unique=True).map(tuple),
        word=WORDS,
        lost=st.booleans(),
    )
)


@given(POINTS, st.sampled_from(sorted(GATHERED)))
def test_the_rows_add_up(points: list[Point], by: str) -> None:
    rows = gathered(points, by)
    for row in [*rows, whole(points)]:
        assert row.comments == row.left + sum(row.outcomes.values())
        assert row.inherited <= row.decided
    assert sum(row.comments for row in rows) == sum(len([*GATHERED[by](one)]) for one in points)
    if by in {"question", "respondent"}:
        assert sum(row.left for row in rows) == whole(points).left
    assert all(row.key != NONE for row in rows[:-1])
