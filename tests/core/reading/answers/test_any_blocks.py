"""Whatever blocks a document has, in whatever order, every visible character is put to one use."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS


@given(st.binary(max_size=150))
def test_every_character_of_any_blocks_is_accounted_for_once(data: bytes) -> None:
    TARGETS["blocks"].check(data)
