"""What each text is called that the files say in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LeftKey = Literal[
    "open", "unprocessed", "waiting", "undivided", "undecided", "unread", "unwritten"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperWords:
    """All of them in one language. A pair is what is said of one, and of `{count}`."""

    kinds: dict[str, str]
    """What the report is called on its first page, by its kind."""
    partial: str
    left_intro: str
    left: dict[LeftKey, tuple[str, str]]
    sources: str
    source: str
    sources_intro: str
    source_response: str
    source_comment: str
    source_decision: str
    source_figure: str
    source_counted: str
    source_counted_more: str
    source_hearing: str
    hearing_fields: dict[str, str]
    """What a field of the hearing is called, by its key; `{name}` is which of them."""
    source_question: str
    back: str
    too_long: str
    id_column: str
    responsible_column: str
    reason_column: str
    seen_column: str
    choose: str
    choose_title: str
    choose_wrong: str
