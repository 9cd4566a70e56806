"""Which word stands for a comment: its own, its group's, its theme's."""

from __future__ import annotations

import pytest

from innspill.stages.deciding.core.inheriting import like_keys, standing_for
from innspill.stages.deciding.core.values import LastWord, Target

LIKE = like_keys([("a", "b", "c")])
OWN, GROUP, OTHER = Target("comment", "a"), Target("like", "b"), Target("like", "c")
THEME, SECOND, ABOVE = Target("theme", "1"), Target("theme", "2"), Target("theme", "9")


def stands(*said: tuple[Target, str]) -> str | None:
    words = {
        target: LastWord(number, outcome, target)
        for number, (target, outcome) in enumerate(said, start=1)
    }
    found = standing_for("a", (1, 2), LIKE, words, {1: 9})
    return f"{found.target.scope} {found.outcome}" if found else None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], None),
        ([(THEME, "noted")], "theme noted"),
        ([(ABOVE, "noted")], "theme noted"),
        ([(THEME, "followed"), (ABOVE, "noted")], "theme followed"),
        ([(THEME, "followed"), (SECOND, "noted")], "theme noted"),
        ([(SECOND, "noted"), (THEME, "followed"), (THEME, "open")], "theme noted"),
        ([(GROUP, "followed"), (THEME, "noted")], "like followed"),
        ([(GROUP, "followed"), (OTHER, "noted")], "like noted"),
        ([(OTHER, "noted"), (GROUP, "open"), (THEME, "outside")], "theme outside"),
        ([(OWN, "not-followed"), (GROUP, "followed")], "comment not-followed"),
        ([(OWN, "open"), (GROUP, "followed"), (THEME, "noted")], None),
        ([(OWN, "inherits"), (GROUP, "followed")], "like followed"),
        ([(OWN, "inherits"), (THEME, "open"), (ABOVE, "noted")], "theme noted"),
        ([(Target("like", "x"), "followed"), (Target("theme", "3"), "noted")], None),
    ],
)
def test_the_nearest_word_stands(said: list[tuple[Target, str]], expected: str | None) -> None:
    assert stands(*said) == expected
